/** What the pane says. Plain, short, exact; no exclamation marks. */
import type { AccountType } from "../lots/choices";
import { addressForReading, type CellBlock } from "../sheet/placing/addresses";
import { tableToWrite } from "../sheet/placing/result-tables";
import type { WrittenSheet } from "../sheet/placing/sheet-draft";
import type { PlannedTable, WrittenTable } from "../sheet/placing/writing";
import type { BookRead } from "./read-book";

/** `1 row`, `1,204 rows`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString("en-US")} ${number === 1 ? one : many}`;
}

/** The one line at the top: "You hold 143 lots in 21 symbols. 3 rows need you." */
export function answerLine(book: Pick<BookRead, "lots" | "symbols" | "problems" | "trades" | "withheld">, priceFaults = 0): string {
  const problems = new Set(book.problems.map((problem) => problem.cell.row)).size + priceFaults;
  const need = problems === 0 ? "" : `${count(problems, "row needs", "rows need")} you.`;
  if (book.trades === 0) return need === "" ? "No row here is a trade." : need;
  if (book.lots === 0) return need === "" ? "No lot is open: everything bought has been sold." : `${need} ${noneElse(book.withheld)}`;
  return `You hold ${count(book.lots, "lot")} in ${count(book.symbols, "symbol")}. ${need}`.trimEnd();
}

/** What is withheld may hold lots, so it is left out of the statement by name. */
function noneElse(withheld: readonly string[]): string {
  return withheld.length === 0 ? "No other lot is open." : `Apart from ${joined(firstOf(withheld))}, no lot is open.`;
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

/** The first names, then how many more there are. */
export function firstOf(names: readonly string[], atMost = NAMED_AT_MOST): readonly string[] {
  const named = names.slice(0, atMost);
  const more = names.length - named.length;
  return more > 0 ? [...named, `${more} more`] : named;
}

/** "Until these are right, XYZ in Schwab shows #VALUE! instead of numbers." */
export function withheldLine(withheld: readonly string[]): string {
  return `Until these are right, ${joined(firstOf(withheld))} ${withheld.length === 1 ? "shows" : "show"} #VALUE! instead of numbers.`;
}

/** A table and how much of it there is, its headings not counted. */
type Sized = Pick<PlannedTable, "table" | "block" | "headings">;

/** `63 rows`, `none now`, or `beside 119 rows` of what has one row a trade. */
function sizeOf({ table, block, headings }: Sized): string {
  const rows = block.rows - headings - 1;
  if (tableToWrite(table).rowByRow) return `beside ${count(rows, "row")}`;
  return rows <= 0 ? "none now" : count(rows, "row");
}

/** `63 rows of open lots`, `open lots (none now)`, `wash sales beside 119 rows`. */
function sized(written: Sized): string {
  const { title, rowByRow } = tableToWrite(written.table);
  const size = sizeOf(written);
  if (rowByRow) return `${title} ${size}`;
  return size === "none now" ? `${title} (${size})` : `${size} of ${title}`;
}

/** `table Trades, ‘Sheet1’!A1:H120`, or the address of a plain range. */
export function placeName({ block, tableName }: { readonly block: CellBlock; readonly tableName: string | null }): string {
  return tableName === null ? addressForReading(block) : `table ${tableName}, ${addressForReading(block)}`;
}

/** For one table of the footer: "Writes 63 rows of open lots to ‘Trades’!L1." */
export function plannedLine(planned: PlannedTable): string {
  const { block, newSheet } = planned;
  if (newSheet) return `Writes ${sized(planned)} to new sheet ‘${block.sheet}’.`;
  return `Writes ${sized(planned)} to ${addressForReading({ ...block, rows: 1, columns: 1 })}.`;
}

/** "Open lots: 63 rows." */
export function writtenLine(written: WrittenTable): string {
  const { table, shortcoming } = written;
  return `${tableToWrite(table).sheetName}: ${sizeOf(written)}.${shortcoming === null ? "" : ` ${shortcoming}`}`;
}

/** After a write, before the links: "Wrote 63 rows of open lots and wash sales beside 119 rows as live formulas." */
export function wroteSentence(tables: readonly WrittenTable[]): string {
  return `Wrote ${joined(tables.map(sized))} as live formulas.`;
}

/** After sheets were written, before the links: "Wrote sheets ‘Harvest’ and ‘Orders’." With what could not be done. */
export function wroteSheetsSentence(sheets: readonly WrittenSheet[]): string {
  const names = joined(sheets.map(({ sheetName }) => `‘${sheetName}’`));
  const shortcomings = sheets.flatMap(({ shortcoming }) => (shortcoming === null ? [] : [shortcoming]));
  return [`Wrote ${sheets.length === 1 ? "sheet" : "sheets"} ${names}.`, ...shortcomings].join(" ");
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

const AS_TYPE: Readonly<Record<AccountType, string>> = {
  Taxable: "a taxable account",
  IRA: "an IRA",
  "Roth IRA": "a Roth IRA",
  "401k": "a 401(k)",
  HSA: "an HSA",
  "529": "a 529 plan",
  "Other plan": "another retirement plan",
};

/** Which accounts count as what: "ROTH IRA counts as a Roth IRA by its name; all other accounts as taxable and your own." */
export function accountsLine({ typedByName, settings }: Pick<BookRead, "typedByName" | "settings">): string | null {
  const others = settings === null ? "all other accounts as taxable and your own" : "the settings say what others count as";
  if (typedByName.length === 0) return settings === null ? "Every account counts as taxable and your own." : null;
  const parts = typedByName.map(
    ({ account, type }, index) => `${account} ${index === 0 ? "counts as" : "as"} ${AS_TYPE[type]}`,
  );
  const by = typedByName.length === 1 ? "by its name" : "by their names";
  return `${joined(firstOf(parts))} ${by}; ${others}. Change it in the settings.`;
}
