/** Which pieces a sale takes, and in what order (rulebook section 3). */
import type { CaseSettings, CaseTransaction } from "../cases/case-format";
import { dayOf, isLongTerm, type Counting } from "./calendar";
import type { Exact } from "./cents";
import { divided, fractionOf, isEqual, isLess, minus, NONE, type Fraction } from "./fraction";
import { byAcquisition, Refusal, sharesOf, type Holdings, type Piece } from "./holdings";

export interface SaleFacts {
  readonly day: number;
  readonly shares: Fraction;
  readonly proceeds: Exact;
}

interface NamedLot {
  readonly lotId: string;
  readonly shares: Fraction | null;
}

/** R-ID-7: the order that says most about account and symbol; among those the latest in force, then the last written. */
export function methodOf(settings: CaseSettings, account: string, symbol: string, day: number): string {
  let best = { method: settings.method ?? "FIFO", says: 0, from: -Infinity };
  for (const order of settings.methods ?? []) {
    const from = order.fromDate === undefined ? -Infinity : dayOf(order.fromDate);
    const isFor = (order.account ?? account) === account && (order.symbol ?? symbol) === symbol && from <= day;
    const says = (order.account === undefined ? 0 : 1) + (order.symbol === undefined ? 0 : 1);
    if (isFor && (says > best.says || (says === best.says && from >= best.from))) best = { method: order.method, says, from };
  }
  return best.method;
}

/** The pieces of a sale in fill order, cut to size and still held. */
export function choosePieces(
  holdings: Holdings,
  pool: readonly Piece[],
  sale: SaleFacts,
  method: string,
  settings: CaseSettings,
  lots: readonly NamedLot[] | null,
  what: string,
): Piece[] {
  if (lots === null) return holdings.pick(inOrder(pool, sale, method, settings), sale.shares, what);
  const picked: Piece[] = [];
  let needed = sale.shares;
  for (const { lotId, shares } of lots) {
    const ofLot = pool.filter((piece) => piece.purchase.lot === lotId && piece.state === "held" && !picked.includes(piece));
    if (ofLot.length === 0) throw new Refusal(`${what}: no open lot is called ${lotId}.`);
    const all = sharesOf(ofLot);
    const parts = holdings.pick(ofLot, shares ?? (isLess(all, needed) ? all : needed), `${what}, lot ${lotId}`);
    needed = minus(needed, sharesOf(parts));
    picked.push(...parts);
  }
  if (!isEqual(needed, NONE)) throw new Refusal(`${what}: the lots named are not the shares sold.`);
  return picked;
}

export function inOrder(pool: readonly Piece[], sale: SaleFacts, method: string, settings: CaseSettings): Piece[] {
  const fifo = [...pool].sort(byAcquisition);
  switch (method) {
    case "FIFO":
    case "SPEC":
      return fifo;
    case "LIFO":
      return fifo.sort((a, b) => b.purchase.day - a.purchase.day);
    case "HIFO":
      return fifo.sort((a, b) => basisPerShareOrder(b, a));
    case "LOFO":
      return fifo.sort(basisPerShareOrder);
    case "MINTAX":
      return fifo.sort((a, b) => taxPerShareOrder(a, b, sale, settings));
    default:
      throw new Refusal(`Method ${method} is not one of the oracle's.`);
  }
}

/** Exact ratios, so that equal averages are a tie to the last digit. */
function basisPerShareOrder(a: Piece, b: Piece): number {
  return order(basisPerShare(a), basisPerShare(b));
}

function basisPerShare(piece: Piece): Fraction {
  return divided(fractionOf(piece.basis.toFixed(0)), piece.shares);
}

/** R-ID-5: (net price - basis per share) x rate of the piece's own term; of a gift, the basis and term that this price calls for. */
function taxPerShareOrder(a: Piece, b: Piece, sale: SaleFacts, settings: CaseSettings): number {
  const netPrice = divided(fractionOf(sale.proceeds.toFixed(0)), sale.shares);
  const tax = (piece: Piece) => {
    const side = sideOf(piece, netPrice);
    const isLong = piece.shortedBy === null && isLongTerm(side.from, sale.day, side.counting);
    const rate = isLong ? settings.ltRate : settings.stRate;
    if (rate === undefined) throw new Refusal("MINTAX needs stRate and ltRate.");
    const [gain, share] = [minus(netPrice, side.basisPerShare), fractionOf(rate)];
    return { over: gain.over * share.over, under: gain.under * share.under };
  };
  const [taxOfA, taxOfB] = [tax(a), tax(b)];
  // docs/decisions/0010: what is free of tax leaves by the smaller gain.
  if (isEqual(taxOfA, NONE) && isEqual(taxOfB, NONE)) {
    return order(sideOf(b, netPrice).basisPerShare, sideOf(a, netPrice).basisPerShare);
  }
  return order(taxOfA, taxOfB);
}

/** R-GIFT-1, at a price a share. */
function sideOf(piece: Piece, price: Fraction): { readonly basisPerShare: Fraction; readonly from: number; readonly counting: Counting } {
  const own = { basisPerShare: basisPerShare(piece), from: piece.effective, counting: piece.counting };
  if (piece.lossBasis === null || isLess(own.basisPerShare, price)) return own;
  const value = divided(fractionOf(piece.lossBasis.basis.toFixed(0)), piece.shares);
  if (isLess(price, value)) return { basisPerShare: value, from: piece.lossBasis.from, counting: "day after" };
  return { ...own, basisPerShare: price };
}

function order(a: Fraction, b: Fraction): number {
  const difference = a.over * b.under - b.over * a.under;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function namedLots(one: CaseTransaction): NamedLot[] | null {
  if (one.lots === undefined || one.lots.length === 0) return null;
  return one.lots.map(({ lotId, quantity }) => ({ lotId, shares: quantity === undefined ? null : fractionOf(quantity) }));
}
