/**
 * A slow, independent reading of the rulebook: books a neutral list of transactions share by share.
 * Nothing of the engine is used here; agreement with it is evidence for both.
 */
import type { BookedCase, BookedLot, BookedMatch, BookedRow } from "../cases/booked-case";
import type { CaseSettings, CaseTransaction, LedgerCase } from "../cases/case-format";
import { dayOf, isLongTerm, isoOf } from "./calendar";
import { centsOf, dollars, Exact, take, ZERO } from "./cents";
import { decimalOf, fraction, times, TooCoarse } from "./fraction";
import { byAcquisition, Holdings, Refusal, shareCount, type Piece, type Purchase } from "./holdings";
import { choosePieces, namedLots } from "./relief";
import { shareUnits, type ShareUnits } from "./share-units";
import { isRetirement, matchLoss, type AccountFacts, type LossPiece, type Match, type WashFacts } from "./wash";

const ACQUISITIONS = new Set(["BUY", "DRIP", "RSU_VEST"]);
const MOST_UNITS = 200000;

/** Throws a Refusal when the ledger is impossible or asks for a rule the oracle does not know. */
export function bookShareByShare(ledger: Pick<LedgerCase, "settings" | "transactions">): BookedCase {
  for (let fineness = 1n; fineness <= 1296n; fineness *= 6n) {
    try {
      return new Ledger(ledger.settings ?? {}, ledger.transactions, fineness).book();
    } catch (error) {
      if (!(error instanceof TooCoarse)) throw error;
    }
  }
  throw new Refusal("No unit is fine enough for this ledger.");
}

interface Sold {
  readonly row: number;
  readonly countedAt: number;
  readonly piece: Piece;
  readonly proceeds: Exact;
  readonly loss: LossPiece | null;
  disallowed: Exact;
}

class Ledger implements WashFacts {
  readonly holdings = new Holdings();
  readonly units: ShareUnits;
  private readonly rows: readonly CaseTransaction[];
  private readonly sold: Sold[] = [];
  private readonly matches: Match[] = [];
  private readonly digital: ReadonlySet<string>;

  constructor(
    readonly settings: CaseSettings,
    private readonly transactions: readonly CaseTransaction[],
    fineness: bigint,
  ) {
    this.rows = inBookingOrder(transactions, settings);
    this.units = shareUnits(this.rows, fineness);
    this.digital = new Set(transactions.filter((one) => one.assetType === "digital").map((one) => one.symbol));
    this.rows.forEach((one, row) => {
      if (ACQUISITIONS.has(one.action)) this.expectPurchase(one, row);
    });
    if (shareCount([...this.holdings.pieces]) > MOST_UNITS) throw new Refusal("Too many shares to take one by one.");
  }

  readonly accounts = (name: string): AccountFacts => {
    const said = this.transactions.filter((one) => (one.account ?? "A") === name);
    return {
      type: said.find((one) => one.accountType !== undefined)?.accountType ?? "taxable",
      owner: said.find((one) => one.accountOwner !== undefined)?.accountOwner ?? "self",
    };
  };

  book(): BookedCase {
    this.rows.forEach((one, row) => this.bookRow(one, row));
    const permanent = this.matches.reduce((sum, match) => sum.plus(match.permanent), ZERO);
    return {
      realized: this.sold.filter((one) => !this.isInRetirement(one)).map((one) => this.realizedRow(one)),
      openLots: [...this.holdings.pieces].sort(byAcquisition).map((piece) => this.openLot(piece)),
      washTrail: this.matches.map((match) => this.trailRow(match)),
      permanentlyDisallowed: dollars(permanent),
      problems: [],
    };
  }

  private bookRow(one: CaseTransaction, row: number): void {
    switch (one.action) {
      case "BUY":
      case "DRIP":
      case "RSU_VEST":
        for (const piece of this.holdings.pieces) if (piece.purchase.row === row) piece.state = "held";
        return;
      case "SELL":
        return this.sell(one, row);
      case "TRANSFER":
        return this.transfer(one, row);
      case "GIFT_OUT":
        return this.leave(one, row, one.account ?? "A").forEach((piece) => this.holdings.remove(piece));
      case "SPLIT":
        // Units are fractions of a holding, so a split moves nothing; only cash for a fraction does.
        return one.cashInLieu === undefined ? undefined : this.payFraction(one, row);
      case "SYMBOL_CHANGE":
        for (const piece of this.holdings.held(one.symbol, null)) piece.symbol = one.newSymbol ?? one.symbol;
        return;
      default:
        throw new Refusal(`The oracle does not know ${one.action}.`);
    }
  }

  /** R-BASIS-1: a purchase is known from the start, but comes into the holdings only at its row. */
  private expectPurchase(one: CaseTransaction, row: number): void {
    const account = one.account ?? "A";
    const sheetRow = this.transactions.indexOf(one) + 2;
    const purchase: Purchase = { row, day: dayOf(one.date), account, lot: one.lotId ?? `row ${sheetRow}`, sheetRow };
    const count = this.units.units(one.quantity ?? "0", one.symbol, row);
    if (count <= 0) throw new Refusal(`Row ${sheetRow} acquires no shares.`);
    const shares = Array.from({ length: count }, (_, place) => place);
    this.holdings.pieces.add({
      purchase,
      shares,
      basis: one.amount === undefined ? this.priced(one, 1) : centsOf(new Exact(one.amount)),
      effective: purchase.day,
      usedAsReplacement: false,
      account,
      symbol: one.symbol,
      moved: false,
      state: "coming",
    });
  }

  private priced(one: CaseTransaction, feeSign: 1 | -1): Exact {
    const value = new Exact(one.quantity ?? "0").times(one.price ?? "0");
    return centsOf(value.plus(new Exact(one.fees ?? "0").times(feeSign)));
  }

  private sell(one: CaseTransaction, row: number): void {
    const account = one.account ?? "A";
    const proceeds = one.amount === undefined ? this.priced(one, -1) : centsOf(new Exact(one.amount));
    const units = this.units.units(one.quantity ?? "0", one.symbol, row);
    const pool = this.holdings.held(one.symbol, account);
    const lots = namedLots(one, (quantity) => this.units.units(quantity, one.symbol, row));
    const sale = { day: dayOf(one.date), units, proceeds };
    this.realize(choosePieces(this.holdings, pool, sale, this.settings, lots, rowName(row)), proceeds, one, row, row);
  }

  /** R-CA-2: the fraction of the whole holding of the security, from the earliest lots, received then sold. */
  private payFraction(one: CaseTransaction, row: number): void {
    const pool = this.holdings.held(one.symbol, null);
    const total = times(this.units.sharesPerUnit(one.symbol, row + 1), fraction(BigInt(shareCount(pool)), 1n));
    const whole = decimalOf(fraction(total.over / total.under, 1n));
    const units = shareCount(pool) - this.units.units(whole, one.symbol, row + 1);
    if (units === 0) throw new Refusal(`${rowName(row)}: cash in lieu, but no fraction of a share.`);
    const pieces = this.holdings.pick(pool, units, rowName(row));
    this.realize(pieces, centsOf(new Exact(one.cashInLieu ?? "0")), one, row, row + 1);
  }

  /** Takes the pieces out, shares the proceeds in fill order, then tests the losses (R-WS-3). */
  private realize(pieces: readonly Piece[], proceeds: Exact, one: CaseTransaction, row: number, countedAt: number): void {
    let [openProceeds, openUnits] = [proceeds, shareCount(pieces)];
    const sold = pieces.map((piece) => {
      const part = take(openProceeds, piece.shares.length, openUnits);
      openProceeds = openProceeds.minus(part);
      openUnits -= piece.shares.length;
      this.holdings.remove(piece);
      return this.soldPiece(piece, part, dayOf(one.date), row, countedAt);
    });
    this.sold.push(...sold);
    if (this.digital.has(one.symbol)) return;
    const losses = sold.filter((each) => each.loss !== null).sort((a, b) => byAcquisition(a.piece, b.piece));
    for (const each of losses) {
      const matches = matchLoss(this, each.loss as LossPiece);
      each.disallowed = matches.reduce((sum, match) => sum.plus(match.disallowed), ZERO);
      this.matches.push(...matches);
    }
  }

  private soldPiece(piece: Piece, proceeds: Exact, soldOn: number, row: number, countedAt: number): Sold {
    const gain = proceeds.minus(piece.basis);
    const isLoss = gain.isNegative() && !isRetirement(this.accounts(piece.account));
    const { purchase, effective, account, symbol, shares } = piece;
    const loss = { purchase, effective, account, symbol, soldOn, row, countedAt, openShares: shares.length, openLoss: gain.neg() };
    return { row, countedAt, piece, proceeds, loss: isLoss ? loss : null, disallowed: ZERO };
  }

  /** R-LOT-3, R-GIFT-2: earliest first unless lots are named, whatever the standing order for sales. */
  private leave(one: CaseTransaction, row: number, account: string): Piece[] {
    const pool = this.holdings.held(one.symbol, account);
    const units = this.units.units(one.quantity ?? "0", one.symbol, row);
    const lots = namedLots(one, (quantity) => this.units.units(quantity, one.symbol, row));
    return choosePieces(this.holdings, pool, { day: 0, units, proceeds: ZERO }, { method: "FIFO" }, lots, rowName(row));
  }

  private transfer(one: CaseTransaction, row: number): void {
    for (const piece of this.leave(one, row, one.fromAccount ?? one.account ?? "A")) {
      piece.account = one.toAccount ?? "A";
      piece.moved = true;
    }
  }

  private isInRetirement({ piece }: Sold): boolean {
    return isRetirement(this.accounts(piece.account));
  }

  private realizedRow({ piece, proceeds, disallowed, row, countedAt }: Sold): BookedRow {
    const one = this.rows[row] as CaseTransaction;
    const gain = proceeds.minus(piece.basis);
    return {
      saleRow: this.transactions.indexOf(one) + 2,
      ...this.named(piece, countedAt),
      sold: one.date,
      proceeds: dollars(proceeds),
      basis: dollars(piece.basis),
      gain: dollars(gain),
      term: isLongTerm(piece.effective, dayOf(one.date)) ? "LT" : "ST",
      washDisallowed: dollars(disallowed),
      adjustedGain: dollars(gain.plus(disallowed)),
    };
  }

  private openLot(piece: Piece): BookedLot {
    return { ...this.named(piece, this.rows.length), basis: dollars(piece.basis) };
  }

  private named(piece: Piece, row: number) {
    return {
      symbol: piece.symbol,
      account: piece.account,
      lot: piece.purchase.lot,
      quantity: this.sharesAt(piece.shares.length, piece.symbol, row),
      acquired: isoOf(piece.purchase.day),
      effectiveAcquired: isoOf(piece.effective),
    };
  }

  private trailRow({ loss, replacement, units, disallowed, permanent, basisAdded }: Match): BookedMatch {
    return {
      saleRow: this.transactions.indexOf(this.rows[loss.row] as CaseTransaction) + 2,
      lossLot: loss.purchase.lot,
      shares: this.sharesAt(units, loss.symbol, loss.countedAt),
      disallowed: dollars(disallowed),
      replacementRow: replacement.purchase.sheetRow,
      replacementAccount: replacement.account,
      basisAdded: dollars(basisAdded),
      holdingFrom: isoOf(replacement.effective),
      permanent: dollars(permanent),
    };
  }

  private sharesAt(units: number, symbol: string, row: number): string {
    return decimalOf(times(this.units.sharesPerUnit(symbol, row), fraction(BigInt(units), 1n)));
  }
}

/** R-LOT-4: by date, then as filed; purchases first within a day only by choice. */
function inBookingOrder(transactions: readonly CaseTransaction[], settings: CaseSettings): readonly CaseTransaction[] {
  const late = (one: CaseTransaction) =>
    settings.orderWithinDay === "purchasesFirst" && !ACQUISITIONS.has(one.action) ? 1 : 0;
  return [...transactions].sort((a, b) => dayOf(a.date) - dayOf(b.date) || late(a) - late(b));
}

function rowName(row: number): string {
  return `Transaction ${row + 1}`;
}
