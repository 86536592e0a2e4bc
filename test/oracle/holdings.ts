/** Shares held, as pieces of purchases, front first (R-LOT-1, R-LOT-5). Share counts are exact, however small the parts. */
import type { Counting } from "./calendar";
import { spread, sumOf, take, type Exact } from "./cents";
import type { Opening } from "./short-positions";
import { compare, divided, isEqual, isLess, isMoreThanNone, lesser, minus, NONE, ONE, plus, times, total, type Fraction } from "./fraction";

export interface Purchase {
  /** Position among the rows in booking order. */
  readonly row: number;
  readonly day: number;
  readonly account: string;
  readonly lot: string;
  /** Position in the case, for the row number of a sheet. */
  readonly sheetRow: number;
}

export interface Piece {
  readonly purchase: Purchase;
  /** Which part of the purchase it is of, where the purchase has several; 0 is the front. */
  readonly part: number;
  /** Where the piece begins in its purchase, and how much of it it is, both as shares of that part. */
  place: Fraction;
  span: Fraction;
  shares: Fraction;
  /** Of a piece still to be bought: only what losses have added so far. */
  basis: Exact;
  /** The day the holding period counts from. */
  effective: number;
  counting: Counting;
  /** Acquired in a way that can replace a loss (R-WS-2), and not used for one yet (R-WS-8). */
  canReplace: boolean;
  account: string;
  symbol: string;
  /** Was moved between accounts at any time. */
  moved: boolean;
  state: "coming" | "held" | "gone";
  /** A gift that was worth less than its giver's basis (R-GIFT-1). */
  lossBasis: { readonly basis: Exact; readonly from: number } | null;
  /** The short sale that makes the piece begin its period again (R-SS-2). */
  shortedBy: Opening | null;
  /** What the fund has paid on these shares, one sum a kind, for its six-month rule (R-HP-8). */
  fundDividends: readonly FundDividend[];
}

export interface FundDividend {
  readonly kind: "capital gain" | "exempt-interest";
  readonly cents: Exact;
}

export class Refusal extends Error {}

export class Holdings {
  /** Every piece of every purchase, bought or still to be bought; sold pieces are taken out. */
  readonly pieces = new Set<Piece>();

  /** `accountOrder`: the accounts as they first appear in the rows. */
  constructor(private readonly accountOrder: readonly string[]) {}

  /** A piece that is all of its purchase, nothing yet matched with it. */
  expect(purchase: Purchase, symbol: string, shares: Fraction, basis: Exact, part = 0): Piece {
    const piece: Piece = {
      purchase,
      part,
      place: NONE,
      span: ONE,
      shares,
      basis,
      effective: purchase.day,
      counting: "day after",
      canReplace: true,
      account: purchase.account,
      symbol,
      moved: false,
      state: "coming",
      lossBasis: null,
      shortedBy: null,
      fundDividends: [],
    };
    this.pieces.add(piece);
    return piece;
  }

  /** The purchase comes in: what it cost joins what losses have added to its pieces already. */
  receive(row: number, account: string, part: number, cost: Exact): Piece[] {
    const coming = this.coming(row, account, part).sort(byAcquisition);
    const costs = spread(cost, coming.map((piece) => piece.shares));
    coming.forEach((piece, index) => {
      piece.state = "held";
      piece.basis = piece.basis.plus(costs[index] as Exact);
    });
    return coming;
  }

  coming(row: number, account: string, part: number): Piece[] {
    const isOf = (piece: Piece) => piece.purchase.row === row && piece.account === account && piece.part === part;
    return [...this.pieces].filter((piece) => piece.state === "coming" && isOf(piece));
  }

  /** Cuts the first `count` shares off a piece; the piece keeps the rest. The whole piece when all are asked. */
  cutFront(piece: Piece, count: Fraction): Piece {
    if (isEqual(count, piece.shares)) return piece;
    const part = (cents: Exact) => take(cents, count, piece.shares);
    const span = times(piece.span, divided(count, piece.shares));
    const front: Piece = {
      ...piece,
      shares: count,
      span,
      basis: part(piece.basis),
      lossBasis: piece.lossBasis === null ? null : { ...piece.lossBasis, basis: part(piece.lossBasis.basis) },
      fundDividends: piece.fundDividends.map((one) => ({ ...one, cents: part(one.cents) })),
    };
    if (piece.lossBasis !== null && front.lossBasis !== null) {
      piece.lossBasis = { ...piece.lossBasis, basis: piece.lossBasis.basis.minus(front.lossBasis.basis) };
    }
    piece.fundDividends = piece.fundDividends.map((one, index) => ({ ...one, cents: one.cents.minus(front.fundDividends[index]?.cents ?? 0) }));
    piece.shares = minus(piece.shares, count);
    piece.place = plus(piece.place, span);
    piece.span = minus(piece.span, span);
    piece.basis = piece.basis.minus(front.basis);
    this.pieces.add(front);
    return front;
  }

  held(symbol: string, account: string | null): Piece[] {
    return [...this.pieces]
      .filter((piece) => piece.state === "held" && piece.symbol === symbol && (account === null || piece.account === account))
      .sort(byAcquisition);
  }

  /** The same pieces account by account, for what an action spreads over all of them. */
  heldByAccount(symbol: string, account: string | null): Piece[] {
    const place = (piece: Piece) => this.accountOrder.indexOf(piece.account);
    return this.held(symbol, account).sort((a, b) => place(a) - place(b));
  }

  /** Takes shares off the pieces in the order given. */
  pick(ordered: readonly Piece[], count: Fraction, what: string): Piece[] {
    const picked: Piece[] = [];
    let needed = count;
    for (const piece of ordered) {
      if (!isMoreThanNone(needed)) break;
      const part = this.cutFront(piece, lesser(needed, piece.shares));
      needed = minus(needed, part.shares);
      picked.push(part);
    }
    if (isLess(NONE, needed)) throw new Refusal(`${what}: not enough shares are held.`);
    return picked;
  }

  remove(piece: Piece): void {
    piece.state = "gone";
    this.pieces.delete(piece);
  }
}

/** R-ID-4, last resort of every tie: acquired, purchase order, piece order. */
export function byAcquisition(a: Piece, b: Piece): number {
  return a.purchase.day - b.purchase.day || a.purchase.row - b.purchase.row || a.part - b.part || compare(a.place, b.place);
}

export function sharesOf(pieces: Iterable<{ readonly shares: Fraction }>): Fraction {
  return total([...pieces].map((piece) => piece.shares));
}

export function basisOf(pieces: Iterable<Piece>): Exact {
  return sumOf([...pieces].map((piece) => piece.basis));
}
