/** Books a case with the built custom functions, as 2-D ranges, and reads the spilled tables back. */
import Decimal from "decimal.js";
import type { BookedCase, BookedLot, BookedMatch, BookedRow } from "./booked-case";
import { callFunction, callTable, isErrorValue, type TableRow } from "./built-functions";
import { isoFromSerial, serialFromIso, settingsRange, tradesRange, type Cell } from "./case-ranges";
import type { HoldingTermCase, LedgerCase } from "./case-format";

export function bookThroughFunctions(ledger: Pick<LedgerCase, "settings" | "transactions">): BookedCase {
  return bookRanges(tradesRange(ledger.transactions), settingsRange(ledger));
}

/** OPENLOTS, REALIZED and WASHTRAIL of one pair of ranges. */
export function bookRanges(trades: Cell[][], settings: Cell[][] | null): BookedCase {
  const problems: string[] = [];
  const healthy = (name: string, ...args: unknown[]) =>
    callTable(name, trades, ...args, settings).filter((row) => {
      const refused = Object.values(row).some(isErrorValue);
      if (refused) problems.push(`${name}: ${String(row["Note"] ?? row["Rule"] ?? "")}`);
      return !refused && Object.values(row).some((cell) => cell !== "");
    });
  const realized = healthy("REALIZED", null).map(realizedRow);
  const openLots = healthy("OPENLOTS", null, null).map(openLot);
  const washTrail = healthy("WASHTRAIL", null).map(washMatch);
  const permanent = washTrail.reduce((sum, match) => sum.plus(match.permanent), new Decimal(0));
  return { realized, openLots, washTrail, permanentlyDisallowed: permanent.toFixed(2), problems };
}

/** `ST`, `LT`, or the error HOLDINGTERM answers. */
export function holdingTermThroughFunctions(one: HoldingTermCase): string {
  const kind = TERM_KINDS[one.kind];
  if (kind === undefined) return `no kind ${one.kind}`;
  const answer = callFunction("HOLDINGTERM", [[serialFromIso(one.acquired)]], [[serialFromIso(one.sold)]], kind);
  if ("error" in answer) return `${answer.error}: ${answer.message}`;
  const word = Array.isArray(answer.value) ? (answer.value as unknown[][])[0]?.[0] : answer.value;
  return word === "Short" ? "ST" : word === "Long" ? "LT" : String(word);
}

const TERM_KINDS: Readonly<Record<string, string>> = {
  purchase: "Purchase",
  tacked: "Purchase",
  inherited: "Inherited",
  "rights-exercise": "Rights exercise",
  "short-sale-restart": "Short-sale restart",
};

function realizedRow(row: TableRow): BookedRow {
  return {
    saleRow: row["Sale row"] as number,
    symbol: text(row, "Symbol"),
    account: text(row, "Account"),
    lot: text(row, "Lot"),
    quantity: decimal(row, "Quantity"),
    acquired: date(row, "Acquired"),
    effectiveAcquired: date(row, "Holding from"),
    sold: date(row, "Sold"),
    proceeds: cents(row, "Proceeds"),
    basis: cents(row, "Basis"),
    gain: cents(row, "Gain"),
    term: term(row),
    washDisallowed: cents(row, "Disallowed"),
    adjustedGain: cents(row, "Allowed gain"),
  };
}

function openLot(row: TableRow): BookedLot {
  return {
    symbol: text(row, "Symbol"),
    account: text(row, "Account"),
    lot: text(row, "Lot"),
    acquired: date(row, "Acquired"),
    effectiveAcquired: date(row, "Holding from"),
    quantity: decimal(row, "Quantity"),
    basis: cents(row, "Basis"),
  };
}

function washMatch(row: TableRow): BookedMatch {
  return {
    saleRow: row["Sale row"] as number,
    lossLot: text(row, "Loss lot"),
    shares: decimal(row, "Shares"),
    disallowed: cents(row, "Disallowed"),
    replacementRow: row["Replacement row"] as number,
    replacementAccount: text(row, "Replacement account"),
    basisAdded: cents(row, "Basis added"),
    holdingFrom: date(row, "Holding from"),
    permanent: row["Permanent"] === "" ? "0.00" : cents(row, "Permanent"),
  };
}

function text(row: TableRow, heading: string): string {
  const cell = row[heading];
  if (typeof cell !== "string") throw new Error(`${heading} is ${JSON.stringify(cell)}, not text.`);
  return cell;
}

function term(row: TableRow): "ST" | "LT" {
  const word = text(row, "Term");
  if (word !== "Short" && word !== "Long") throw new Error(`Term is "${word}", not Short or Long.`);
  return word === "Short" ? "ST" : "LT";
}

function decimal(row: TableRow, heading: string): string {
  const cell = row[heading];
  if (typeof cell !== "number" || !Number.isFinite(cell)) throw new Error(`${heading} is ${JSON.stringify(cell)}, not a number.`);
  return new Decimal(cell).toFixed();
}

/** Money leaves the functions as the double nearest to whole cents; dust is a fault. */
function cents(row: TableRow, heading: string): string {
  const amount = new Decimal(decimal(row, heading));
  if (amount.decimalPlaces() > 2) throw new Error(`${heading} is ${amount.toFixed()}, not whole cents.`);
  return amount.toFixed(2).replace(/^-0\.00$/, "0.00");
}

function date(row: TableRow, heading: string): string {
  return isoFromSerial(Number(decimal(row, heading)));
}
