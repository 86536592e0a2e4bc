/** What the pane says. Plain, short, exact; no exclamation marks. */
import { addressForReading } from "../sheet/placing/addresses";
import { tableToWrite } from "../sheet/placing/result-tables";
import type { PlannedTable, WrittenTable } from "../sheet/placing/writing";
import type { BookRead } from "./read-book";

/** `1 row`, `1,204 rows`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString("en-US")} ${number === 1 ? one : many}`;
}

/** The one line at the top: "You hold 143 lots in 21 symbols. 3 rows need you." */
export function answerLine(book: Pick<BookRead, "lots" | "symbols" | "problems" | "trades">): string {
  const problems = new Set(book.problems.map((problem) => problem.cell.row)).size;
  const need = problems === 0 ? "" : ` ${count(problems, "row needs", "rows need")} you.`;
  if (book.trades === 0) return `No row here is a trade.${need}`;
  if (book.lots === 0 && problems > 0) return `No lot can be shown yet.${need}`;
  if (book.lots === 0) return "No lot is open: everything bought has been sold.";
  return `You hold ${count(book.lots, "lot")} in ${count(book.symbols, "symbol")}.${need}`;
}

/** `A`, `A and B`, `A, B and C`. */
export function joined(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length > 1 ? `${parts.slice(0, -1).join(", ")} and ${last}` : last;
}

export function capitalized(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

const NAMED_AT_MOST = 8;

/** "Until these are right, XYZ in Schwab shows #VALUE! instead of numbers." */
export function withheldLine(withheld: readonly string[]): string {
  const named = withheld.slice(0, NAMED_AT_MOST);
  const more = withheld.length - named.length;
  const list = more > 0 ? [...named, `${more} more`] : named;
  return `Until these are right, ${joined(list)} ${withheld.length === 1 ? "shows" : "show"} #VALUE! instead of numbers.`;
}

/** For one table of the footer: "Writes 64 rows of open lots to ‘Trades’!L1." */
export function plannedLine({ table, block, newSheet }: PlannedTable): string {
  const what = `${count(block.rows, "row")} of ${tableToWrite(table).title}`;
  if (newSheet) return `Writes ${what} to new sheet ‘${block.sheet}’.`;
  return `Writes ${what} to ${addressForReading({ ...block, rows: 1, columns: 1 })}.`;
}

/** "Open lots: 64 rows, live." */
export function writtenLine({ table, block, shortcoming }: WrittenTable): string {
  const name = tableToWrite(table).sheetName;
  return `${name}: ${count(block.rows, "row")}.${shortcoming === null ? "" : ` ${shortcoming}`}`;
}

/** After a write, before the links: "Wrote 64 rows of open lots and 3 rows of wash sales, live." */
export function wroteSentence(tables: readonly WrittenTable[]): string {
  const parts = tables.map(({ table, block }) => `${count(block.rows, "row")} of ${tableToWrite(table).title}`);
  return `Wrote ${joined(parts)} as live formulas.`;
}

export function buttonLabel(tables: readonly { readonly table: PlannedTable["table"] }[]): string {
  const [only] = tables;
  if (only === undefined) return "Write";
  return tables.length === 1 ? `Write ${tableToWrite(only.table).title}` : `Write ${tables.length} tables`;
}

/** "12 rows have no effect on lots and were passed over: Dividend (9), Interest (3)." Null when there are none. */
export function skippedLine(skipped: ReadonlyMap<string, number>): string | null {
  const rows = [...skipped.values()].reduce((sum, number) => sum + number, 0);
  if (rows === 0) return null;
  const actions = [...skipped].sort((a, b) => b[1] - a[1]).map(([action, number]) => `${action} (${number})`);
  const shown = actions.slice(0, 6);
  const rest = actions.length > shown.length ? ` and ${actions.length - shown.length} more kinds` : "";
  return `${count(rows, "row has", "rows have")} no effect on lots and ${rows === 1 ? "was" : "were"} passed over: ${shown.join(", ")}${rest}.`;
}
