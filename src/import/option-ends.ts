/**
 * Ends of options: brokers state an assignment or exercise twice, on the contract and as a purchase or sale of the shares at
 * the strike, and some also list the assigned contract as expired (broker layouts, section 1.1). The row of the contract
 * says it all (R-OPT-2, R-OPT-3), so the others are told as part of it.
 */
import { dateFromText } from "../values/date-text";
import { isoFromDay } from "../values/plain-date";
import { Exact, figureOf } from "./figures";
import type { FileInProgress } from "./file-in-progress";
import type { ImportedCells } from "./import-types";
import { oneNote } from "./one-note";
import { optionOfSymbol } from "./option-symbols";
import type { SymbolOfOption } from "./option-symbols";

/** A row that ends contracts: its cells have Date, Action, Symbol and Quantity. */
export interface OptionEnd {
  readonly line: number;
  readonly action: "Expire" | "Assigned" | "Exercise";
  readonly cells: ImportedCells;
  readonly note?: string;
}

/** A purchase or sale read from the file: its cells are as they would be booked. */
export interface ReadTrade {
  readonly line: number;
  readonly cells: ImportedCells;
  readonly note: string;
  /** The broker's words say that an option's end made it: it is no trade of its own. */
  readonly ofOption?: true;
}

/** Days from the expiry on a Saturday to the posting of what happened then, over a holiday. */
const POSTING_DAYS = 5;
const SHARES_OF_CONTRACT = 100;

const OF_OPTION =
  "The shares of an option that was exercised or assigned, whose own row is not in the file. Write Exercise or Assigned with the contract under Symbol, and leave this row out.";

/** Books the ends, and the trades that are no part of one. */
export function bookWithOptionEnds(work: FileInProgress, trades: readonly ReadTrade[], ends: readonly OptionEnd[]): void {
  const taken = new Set<number>();
  const closed = ends.filter(({ action }) => action !== "Expire");
  for (const end of closed) {
    const contract = optionOfSymbol(end.cells.Symbol ?? "");
    if (contract === null) {
      const sentence = `"${end.cells.Symbol ?? ""}" cannot be told as an option. Write the contract under Symbol, such as XYZ 250117C45.`;
      work.undecide(end.line, sentence, end.cells);
      continue;
    }
    const leg = trades.find((trade) => !taken.has(trade.line) && isLegOf(trade, end, contract));
    const expiry = expiryOfAssigned(end, ends, trades, taken);
    if (leg !== undefined) taken.add(leg.line);
    if (expiry !== undefined) taken.add(expiry.line);
    bookEnd(work, end, leg, expiry);
  }
  for (const { line, cells, note } of ends) {
    if (cells.Action !== "Expire" || taken.has(line)) continue;
    const contract = optionOfSymbol(cells.Symbol ?? "");
    if (contract !== null) work.trade(line, { ...cells, Date: dayOfExpiry(cells, contract) }, note);
    else work.undecide(line, "It expired, but its symbol names no option. Write Rights lapse for rights, or the contract under Symbol.", cells);
  }
  for (const { line, cells, note, ofOption } of trades) {
    if (taken.has(line)) continue;
    if (ofOption) work.undecide(line, OF_OPTION, cells);
    else work.trade(line, cells, note);
  }
}

/** An option lapses on the day of its expiry, though the broker may post it days later, even in the next tax year (R-OPT-1). */
function dayOfExpiry({ Date: posted = "" }: ImportedCells, { expiry }: SymbolOfOption): string {
  const day = dateFromText(posted)?.day ?? null;
  return expiry === null || day === null || day <= expiry || day - expiry > POSTING_DAYS ? posted : isoFromDay(expiry);
}

function bookEnd(work: FileInProgress, end: OptionEnd, leg: ReadTrade | undefined, expiry: OptionEnd | undefined): void {
  const also = [leg, expiry].flatMap((other) => (other === undefined ? [] : [other.line]));
  const shares = leg === undefined ? {} : { Fees: leg.cells.Fees, Amount: leg.cells.Amount, Lot: leg.cells.Lot };
  const notes = [
    end.note ?? "",
    leg === undefined ? "This row buys or sells the shares at the strike too; the file has no row of its own for them." : "",
    expiry === undefined ? "" : `Line ${expiry.line} lists the same contracts as expired.`,
  ];
  work.trade(end.line, { ...end.cells, ...shares }, oneNote(...notes), also);
}

/** The shares of the contracts, bought or sold at the strike within days. */
function isLegOf({ cells }: ReadTrade, end: OptionEnd, contract: SymbolOfOption): boolean {
  const buys = (contract.type === "call") === (end.action === "Exercise");
  const actions = buys ? ["Buy", "Buy to cover"] : ["Sell", "Sell short"];
  return (
    actions.includes(cells.Action ?? "") &&
    cells.Symbol?.toUpperCase() === contract.root &&
    cells.Account === end.cells.Account &&
    cells.Price !== undefined && new Exact(cells.Price).equals(contract.strike) &&
    new Exact(cells.Quantity ?? 0).equals(new Exact(end.cells.Quantity ?? 0).times(SHARES_OF_CONTRACT)) &&
    Math.abs(daysBetween(cells, end.cells)) <= POSTING_DAYS
  );
}

/** The same contracts listed as expired too, unless the file opened enough for both to be true. */
function expiryOfAssigned(end: OptionEnd, ends: readonly OptionEnd[], trades: readonly ReadTrade[], taken: ReadonlySet<number>): OptionEnd | undefined {
  if (end.action !== "Assigned") return undefined;
  const twin = ends.find(({ line, action, cells }) =>
    action === "Expire" && !taken.has(line) && cells.Symbol === end.cells.Symbol && cells.Account === end.cells.Account &&
    cells.Quantity === end.cells.Quantity && Math.abs(daysBetween(cells, end.cells)) <= POSTING_DAYS);
  if (twin === undefined) return undefined;
  const both = new Exact(end.cells.Quantity ?? 0).plus(twin.cells.Quantity ?? 0);
  return figureOf(writtenIn(trades, end.cells)) === figureOf(both) ? undefined : twin;
}

/** Contracts written and not bought back, as far as the file tells. */
function writtenIn(trades: readonly ReadTrade[], { Symbol, Account }: ImportedCells): Exact {
  return trades.reduce((written, { cells }) => {
    if (cells.Symbol !== Symbol || cells.Account !== Account) return written;
    if (cells.Action === "Sell short") return written.plus(cells.Quantity ?? 0);
    return cells.Action === "Buy to cover" ? written.minus(cells.Quantity ?? 0) : written;
  }, new Exact(0));
}

function daysBetween(a: ImportedCells, b: ImportedCells): number {
  const [one, two] = [dateFromText(a.Date ?? ""), dateFromText(b.Date ?? "")];
  return one === null || two === null ? Infinity : one.day - two.day;
}
