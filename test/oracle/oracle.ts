/**
 * A slow, independent reading of the rulebook: books a neutral list of transactions with exact share counts and the
 * whole ledger in view. Nothing of the engine is used here; agreement with it is evidence for both.
 *
 * Where the rulebook leaves a cent open, both follow one convention: a total is divided with R-RND-2, one part after
 * the other, over lots in order of acquisition within each account, the accounts as they first appear in the rows. A
 * quantity received as a total is spread the same way in units of 10^-(d + 6) shares, d being the most decimals of
 * any quantity of the symbols tied together. Every rule file says at its top what else it read into silence.
 */
import type { BookedCase, BookedLot, BookedMatch, BookedRow } from "../cases/booked-case";
import type { CaseTransaction, LedgerCase } from "../cases/case-format";
import { shareOutBefore, shareOutPools } from "./average";
import { isoOf } from "./calendar";
import { dollars, sumOf, ZERO } from "./cents";
import { inBookingOrder, type FiledRow } from "./day-order";
import { giveAway, transfer } from "./departure";
import { isSameForeseen, nothingForeseen, type Foreseen } from "./foreseen";
import { decimalOf, fractionOf, isMoreThanNone, negative } from "./fraction";
import { bookFundDividend } from "./fund-rule";
import { bookGift, bookInheritance } from "./gift";
import { byAcquisition, Refusal, type Piece } from "./holdings";
import { LedgerState, moneyOf, PURCHASES, type Match, type Sold } from "./ledger-state";
import { bookMerger } from "./merger";
import { bookNewStock, parentsOf } from "./new-stock";
import { assigned, exercise, expire } from "./options";
import { realize } from "./realize";
import { bookReturnOfCapital } from "./return-of-capital";
import { bookRights, exerciseRights, lapseRights } from "./rights";
import { sell } from "./sale";
import { lookAtPurchase } from "./short-against-stock";
import { byOpening, type ShortPiece } from "./short-positions";
import { cover, foresee as foreseeShort, openShort as sellShort } from "./short-sale";
import { bookSplit, bookStockDividend } from "./split";

const LOOK_AT_BASIS = new Set(["STOCK_DIVIDEND_OTHER", "SPINOFF", "RIGHTS", "MERGER", "RETURN_OF_CAPITAL"]);
const MOST_BOOKINGS = 8;

/** Throws a Refusal when the ledger is impossible or asks for a rule the oracle does not know. */
export function bookShareByShare(ledger: Pick<LedgerCase, "settings" | "transactions">): BookedCase {
  const settings = ledger.settings ?? {};
  const rows = rowsInOrder(ledger);
  let foreseen = nothingForeseen();
  for (let booking = 0; booking < MOST_BOOKINGS; booking += 1) {
    const state = new LedgerState(settings, ledger.transactions, rows, foreseen);
    bookRows(state);
    if (isSameForeseen(state.found, foreseen)) return answer(state);
    foreseen = state.found;
  }
  throw new Refusal("What the ledger foresees does not settle.");
}

/** Money of an option's fills needs its multiplier, which the ledger as filed already tells. */
function rowsInOrder({ settings, transactions }: Pick<LedgerCase, "settings" | "transactions">): readonly FiledRow[] {
  const asFiled = new LedgerState(settings ?? {}, transactions, [], nothingForeseen());
  return inBookingOrder(transactions, settings ?? {}, (one) => moneyOf(asFiled, one, one.action === "SELL" ? -1 : 1));
}

function bookRows(state: LedgerState): void {
  foresee(state, state.foreseen);
  state.rows.forEach((one, row) => bookRow(state, one, row));
  shareOutPools(state);
}

/** What is bought or sold short later is known from the start, but comes in only at its row. */
function foresee(state: LedgerState, { arrivals }: Foreseen): void {
  state.rows.forEach((one, row) => {
    if (one.action === "SHORT") foreseeShort(state, one, row);
    if (!PURCHASES.has(one.action)) return;
    const shares = fractionOf(one.quantity ?? "0");
    if (!isMoreThanNone(shares)) throw new Refusal(`Row ${state.sheetRow(row)} acquires no shares.`);
    state.holdings.expect(state.purchase(row, one.account ?? "A"), one.symbol, shares, ZERO);
  });
  for (const { row, account, symbol, part, shares, canReplace } of arrivals.values()) {
    if (PURCHASES.has(state.rows[row]?.action ?? "")) continue;
    state.holdings.expect(state.purchase(row, account), symbol, shares, ZERO, part).canReplace = canReplace;
  }
}

function bookRow(state: LedgerState, one: CaseTransaction, row: number): void {
  switch (one.action) {
    case "BUY":
    case "DRIP":
    case "RSU_VEST":
      state.receive(row, one.account ?? "A", one.symbol, fractionOf(one.quantity ?? "0"), moneyOf(state, one, 1));
      break;
    case "SELL":
      return sell(state, one, row);
    case "TRANSFER":
      return transfer(state, one, row);
    case "GIFT_OUT":
      return giveAway(state, one, row);
    case "SPLIT":
      return bookSplit(state, one, row);
    case "SYMBOL_CHANGE":
      return rename(state, one);
    case "GIFT_IN":
      return bookGift(state, one, row);
    case "INHERIT":
      return bookInheritance(state, one, row);
    case "SHORT":
      return sellShort(state, one, row);
    case "COVER":
      return cover(state, one, row);
    case "EXPIRE":
      return expire(state, one, row);
    default:
      bookCorporateAction(state, one, row);
  }
  lookAtPurchase(state, [...state.holdings.pieces].filter((piece) => piece.purchase.row === row && piece.state === "held" && one.action !== "SPINOFF"));
}

function bookCorporateAction(state: LedgerState, one: CaseTransaction, row: number): void {
  if (LOOK_AT_BASIS.has(one.action)) shareOutBefore(state, one.symbol, one.action === "MERGER", state.day(row));
  switch (one.action) {
    case "STOCK_DIVIDEND":
      return bookStockDividend(state, one, row);
    case "STOCK_DIVIDEND_OTHER":
    case "SPINOFF":
      return bookNewStock(state, one, row);
    case "RIGHTS":
      return bookRights(state, one, row);
    case "EXERCISE_RIGHTS":
      return exerciseRights(state, one, row);
    case "RIGHTS_LAPSE":
      return lapseRights(state, one, row);
    case "MERGER":
      return bookMerger(state, one, row);
    case "RETURN_OF_CAPITAL":
      return bookReturnOfCapital(state, one, row);
    case "WORTHLESS":
      return realize(state, parentsOf(state, one, row), ZERO, { row, day: state.day(row), countedAt: row });
    case "EXERCISE":
      return exercise(state, one, row);
    case "ASSIGNED":
      return assigned(state, one, row);
    case "CAPITAL_GAIN_DIVIDEND":
    case "EXEMPT_INTEREST_DIVIDEND":
      return bookFundDividend(state, one);
    default:
      throw new Refusal(`The oracle does not know ${one.action}.`);
  }
}

/** R-CA-10. */
function rename(state: LedgerState, one: CaseTransaction): void {
  const newSymbol = one.newSymbol ?? one.symbol;
  for (const account of state.accountOrder) if (state.averaged.has(`${account}/${one.symbol}`) && state.holdings.held(one.symbol, account).length > 0) state.averaged.add(`${account}/${newSymbol}`);
  for (const piece of state.holdings.held(one.symbol, one.account ?? null)) piece.symbol = newSymbol;
  for (const short of state.shorts.held(one.symbol, one.account ?? null)) short.symbol = newSymbol;
}

function answer(state: LedgerState): BookedCase {
  return {
    realized: state.sold.map((sold) => realizedRow(state, sold)),
    openLots: [
      ...[...state.holdings.pieces].sort(byAcquisition).map(openLot),
      ...[...state.shorts.pieces].sort(byOpening).map(openShort),
    ],
    washTrail: state.matches.map((match) => trailRow(state, match)),
    permanentlyDisallowed: dollars(sumOf(state.matches.map((match) => match.permanent))),
    problems: [],
  };
}

function realizedRow(state: LedgerState, sold: Sold): BookedRow {
  const gain = sold.proceeds.minus(sold.basis);
  return {
    saleRow: state.sheetRow(sold.row),
    symbol: sold.symbol,
    account: sold.account,
    lot: sold.lot,
    quantity: decimalOf(sold.shares),
    acquired: isoOf(sold.acquired),
    effectiveAcquired: isoOf(sold.effective),
    sold: isoOf(sold.soldOn),
    proceeds: dollars(sold.proceeds),
    basis: dollars(sold.basis),
    gain: dollars(gain),
    term: sold.longTerm ? "LT" : "ST",
    washDisallowed: dollars(sold.disallowed),
    adjustedGain: dollars(gain.plus(sold.disallowed)),
  };
}

function openLot(piece: Piece): BookedLot {
  return {
    symbol: piece.symbol,
    account: piece.account,
    lot: piece.purchase.lot,
    quantity: decimalOf(piece.shares),
    acquired: isoOf(piece.purchase.day),
    effectiveAcquired: isoOf(piece.effective),
    basis: dollars(piece.basis),
  };
}

/** Listed as less than nothing: shares owed, and what was received for them less what losses added to their cost. */
function openShort(piece: ShortPiece): BookedLot {
  const { account, lot, day } = piece.opening;
  return {
    symbol: piece.symbol,
    account,
    lot,
    quantity: decimalOf(negative(piece.shares)),
    acquired: isoOf(day),
    effectiveAcquired: isoOf(day),
    basis: dollars(piece.washAdded.minus(piece.proceeds)),
  };
}

function trailRow(state: LedgerState, match: Match): BookedMatch {
  return {
    saleRow: state.sheetRow(match.lossRow),
    lossLot: match.lossLot,
    shares: decimalOf(match.shares),
    disallowed: dollars(match.disallowed),
    replacementRow: match.replacementSheetRow,
    replacementAccount: match.replacementAccount,
    basisAdded: dollars(match.basisAdded),
    holdingFrom: isoOf(match.holdingFrom),
    permanent: dollars(match.permanent),
  };
}
