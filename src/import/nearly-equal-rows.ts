/**
 * A trade that the sheet states a little differently: the broker corrected it between two exports, such as a fee, or the
 * user edited the row. Written beside the row it would count twice, so it is asked about. Only rows that the file, over its
 * own days, does not state itself can be meant: of two fills of one day, the file that has the one has the other.
 */
import type { FileRead, ImportedCells, ImportedHeading, ImportedTrade } from "./import-types";
import { keyOfRow } from "./row-key";
import type { RowOnSheet } from "./row-key";

/** What may differ, most likely first. */
const MAY_DIFFER: readonly (readonly ImportedHeading[])[] = [["Price", "Amount"], ["Quantity"], ["Quantity", "Amount"], ["Date"], ["Symbol"], ["Action"]];

export interface NearlyEqual {
  /** Asked for each trade that the sheet lacks: the sentence about the row that it may be, each row once; null: there is none. */
  readonly sentenceFor: (trade: ImportedTrade) => string | null;
  /** Rows that came from files, of days that the file covers, which no trade of it states and none was asked about. */
  readonly unstated: () => readonly RowOnSheet[];
}

/** @param keyOf key of a whole row, as `keyOfRow` gives it */
export function nearlyEqualRows(rows: readonly RowOnSheet[], file: FileRead, keyOf: (cells: ImportedCells) => string): NearlyEqual {
  const unstated = notStatedBy(file, rows, keyOf);
  if (unstated.length === 0) return { sentenceFor: () => null, unstated: () => [] };
  const spare = MAY_DIFFER.map((without) => ({ without, byKey: groupedBy(unstated, without) }));
  const taken = new Set<RowOnSheet>();
  const perLine = new Map<number, number>();
  for (const { line } of file.trades) perLine.set(line, (perLine.get(line) ?? 0) + 1);
  // A line to be decided may state the row, and lots that were held are in no list of trades.
  const undecided = new Set(file.undecided.map(({ draft }) => `${draft?.Symbol ?? ""} ${draft?.Date ?? ""}`));
  const isMissed = (row: RowOnSheet): boolean =>
    row.source !== "" && !taken.has(row) && row.cells.Action !== "Open lot" && !undecided.has(`${row.cells.Symbol ?? ""} ${row.cells.Date ?? ""}`);
  const sentenceFor = ({ line, cells }: ImportedTrade): string | null => {
    // Two trades of one line are decided together or not at all.
    if ((perLine.get(line) ?? 0) > 1) return null;
    for (const { without, byKey } of spare) {
      if (!without.includes("Amount") && !cells.Amount) continue;
      // Of two trades whose shares and money differ, only an equal price says that they may be one.
      if (without.includes("Quantity") && without.includes("Amount") && !cells.Price) continue;
      const row = byKey.get(keyOfRow(cells, without))?.find((each) => !taken.has(each));
      if (row === undefined) continue;
      taken.add(row);
      return sentenceOf(row, cells);
    }
    return null;
  };
  return { sentenceFor, unstated: () => (file.kind === "trades" ? unstated.filter(isMissed) : []) };
}

/** Rows of the file's accounts and days, beyond those that are equal to one of its trades. */
function notStatedBy(file: FileRead, rows: readonly RowOnSheet[], keyOf: (cells: ImportedCells) => string): RowOnSheet[] {
  const days = new Map<string, { first: string; last: string }>();
  const stated = new Map<string, number>();
  for (const { cells } of file.trades) {
    const [account, day] = [accountOf(cells), cells.Date ?? ""];
    const { first, last } = days.get(account) ?? { first: day, last: day };
    days.set(account, { first: day < first ? day : first, last: day > last ? day : last });
    const key = keyOf(cells);
    stated.set(key, (stated.get(key) ?? 0) + 1);
  }
  return rows.filter(({ cells }) => {
    const covered = days.get(accountOf(cells));
    if (covered === undefined || (cells.Date ?? "") < covered.first || (cells.Date ?? "") > covered.last) return false;
    const key = keyOf(cells);
    const left = stated.get(key) ?? 0;
    stated.set(key, left - 1);
    return left <= 0;
  });
}

function accountOf({ Account = "" }: ImportedCells): string {
  return Account.trim().toUpperCase();
}

function groupedBy(rows: readonly RowOnSheet[], without: readonly ImportedHeading[]): Map<string, RowOnSheet[]> {
  const groups = new Map<string, RowOnSheet[]>();
  for (const row of rows) {
    const key = keyOfRow(row.cells, without);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

const COMPARED: readonly ImportedHeading[] = ["Date", "Action", "Symbol", "Quantity", "Price", "Fees", "Amount"];

function sentenceOf({ cells: there, source }: RowOnSheet, here: ImportedCells): string {
  const parts = COMPARED.flatMap((heading) => {
    const [old, now] = [there[heading] ?? "", here[heading] ?? ""];
    return old.trim() === now.trim() ? [] : [`${heading} ${old === "" ? "blank" : old} there, ${now === "" ? "blank" : now} here`];
  });
  const where = source === "" ? "" : ` (${source})`;
  return (
    `A row of yours${where} looks like this trade: ${parts.join("; ")}. ` +
    "Where it is the same trade, correct that row if need be, and leave this line out; where it is another one, write it too."
  );
}
