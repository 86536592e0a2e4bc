/** What the Import screen says of files. Pure. */
import type { Combined } from "../../import/combine";
import type { FileKind, FileRead } from "../../import/import-types";
import { count, joined } from "../sentences";
import type { FileAnswer, ImportView } from "./import-view";

/** "Schwab transactions, 412 rows: 388 trades, 21 that move no lot, 3 to look at." */
export function fileLine({ format, control, trades, sales }: FileRead): string {
  const { lines, tradeLines, countedLines, undecidedLines } = control;
  const what = sales.length === 0 ? "trade" : trades.length === 0 ? "sale" : "trade or closed lot";
  const manyOf = what === "trade or closed lot" ? "trades and closed lots" : `${what}s`;
  const parts = [
    ...(tradeLines > 0 ? [count(tradeLines, what, manyOf)] : []),
    ...(countedLines > 0 ? [`${countedLines.toLocaleString("en-US")} that ${countedLines === 1 ? "moves" : "move"} no lot`] : []),
    ...(undecidedLines > 0 ? [`${undecidedLines.toLocaleString("en-US")} to look at`] : []),
  ];
  return parts.length === 0 ? `${format}: no row below its headings.` : `${format}, ${count(lines, "row")}: ${parts.join(", ")}.`;
}

const USES: Readonly<Record<Exclude<FileKind, "trades">, string>> = {
  "form 1099-B": "The broker's own form. It is kept as a table that Reconcile and Form 8949 read; no trade comes of it.",
  "closed lots": "What the broker says it sold, lot by lot. It is kept as a table that Reconcile reads; no trade comes of it.",
  "open lots": "Lots held, for an account whose earlier trades are missing. Beside the trades that bought them they would count twice.",
  positions: "What is held, without the days on which it was bought. It is kept as it is; no lot comes of it.",
};

/** What a file that is no list of trades is for; null: it is one. */
export function purposeOf({ kind }: Pick<FileRead, "kind">): string | null {
  return kind === "trades" ? null : USES[kind];
}

/** "Cash dividend 12, Bank interest 9", most first. */
export function countedLine(counted: FileRead["counted"]): string {
  return [...counted].sort((a, b) => b.lines.length - a.lines.length).map(({ label, lines }) => `${label} ${lines.length.toLocaleString("en-US")}`).join(", ");
}

/** "388 of 388 rows are already there: nothing is added." null: all of it is new. */
export function alreadyLine({ added, already, changed }: Combined["files"][number]): string | null {
  const all = added + already + changed;
  const sentences = [
    ...(already === 0 ? [] : [`${already.toLocaleString("en-US")} of ${count(all, "row")} ${already === 1 ? "is" : "are"} already there${added === 0 ? ": nothing is added" : ""}.`]),
    ...(changed === 0 ? [] : [`${count(changed, "row")} of it ${changed === 1 ? "was" : "were"} changed on the sheet since and ${changed === 1 ? "stays" : "stay"} as ${changed === 1 ? "it is" : "they are"} there.`]),
  ];
  return sentences.length === 0 ? null : sentences.join(" ");
}

const ROWS_NAMED = 8;

/** "2 rows on the sheet are not in this file, though it covers their days: rows 5 and 9. They stay." null: it states all of them. @param firstRow on the sheet, of the rows below the headings */
export function unstatedLine(unstated: readonly number[], firstRow: number): string | null {
  if (unstated.length === 0) return null;
  const named = unstated.slice(0, ROWS_NAMED).map((at) => String(firstRow + at));
  const more = unstated.length - named.length;
  const one = unstated.length === 1;
  return `${count(unstated.length, "row")} on the sheet ${one ? "is" : "are"} not in this file, though it covers ${one ? "its day" : "their days"}: ${one ? "row" : "rows"} ` +
    `${joined(more > 0 ? [...named, `${more.toLocaleString("en-US")} more`] : named)}. ${one ? "It stays" : "They stay"}: where the broker took ${one ? "it" : "one"} back, delete ${one ? "it" : "that row"}.`;
}

export interface Tally {
  /** Rows to write, accepted ones among them. */
  readonly added: number;
  readonly sales: number;
  /** Lines to look at that have not been accepted. */
  readonly undecided: number;
  /** Files that were read. */
  readonly read: number;
  /** Files that were read and state no trade or sale at all. */
  readonly without: number;
  /** Files whose account is to be named. */
  readonly asked: number;
  readonly unknown: number;
  readonly refused: number;
}

export function tallyOf({ files, combined }: ImportView, accepted: number, knownDigests: ReadonlySet<string>): Tally {
  const of = (is: FileAnswer["is"]): number => files.filter((file) => file.is === is).length;
  const fresh = files.flatMap((answer) => (answer.is === "read" && answer.question === null && !knownDigests.has(answer.file.control.digest) ? [answer.file] : []));
  return {
    added: combined.added.length + accepted,
    sales: fresh.reduce((sum, { sales }) => sum + sales.length, 0),
    undecided: combined.files.reduce((sum, { undecided }) => sum + undecided.length, 0) - accepted,
    read: of("read"),
    without: files.filter((answer) => answer.is === "read" && answer.file.control.tradeLines === 0).length,
    asked: files.filter((answer) => answer.is === "read" && answer.question !== null).length,
    unknown: of("unknown"),
    refused: of("refused"),
  };
}

/** The line at the top: what is new, then what needs the user. */
export function importAnswer({ added, sales, undecided, read, without, asked, unknown, refused }: Tally): string {
  const fresh = [...(added > 0 ? [count(added, "new trade")] : []), ...(sales > 0 ? [`${count(sales, "sale")} as the broker reports ${sales === 1 ? "it" : "them"}`] : [])];
  const asks = [
    ...(unknown > 0 ? [`${count(unknown, "file")} whose columns you name`] : []),
    ...(asked > 0 ? [`${count(asked, "file")} whose account you name`] : []),
    ...(undecided > 0 ? [count(undecided, "line")] : []),
    ...(refused > 0 ? [`${count(refused, "file")} that ${refused === 1 ? "was" : "were"} not read`] : []),
  ];
  const need = unknown + asked + undecided + refused;
  const found = fresh.length > 0 ? `${joined(fresh)}.` : read === asked ? "" : nothingNew(undecided, read, without);
  return `${found} ${need === 0 ? "" : `${joined(asks)} ${need === 1 ? "needs" : "need"} you.`}`.trim();
}

/** A line that is still to be looked at may be a trade. */
function nothingNew(undecided: number, read: number, without: number): string {
  if (undecided > 0) return "No new trade that can be read.";
  if (without === read) return `No trade in ${read === 1 ? "this file" : "these files"}.`;
  return "Nothing new: every trade is on the sheet already.";
}

export interface PlannedNames {
  /** Of the Table rows are appended to; null: a new one. */
  readonly table: string | null;
  /** Sheets to be made: for the Table (null: it is there), the files, and the sales. */
  readonly trades: string | null;
  readonly sources: readonly string[];
  readonly sales: readonly string[];
}

/** "Writes 388 rows to table Trades on new sheet ‘Trades’ and the file unedited to ‘Source schwab.csv’." */
export function importPlan(rows: number, names: PlannedNames): string {
  const { table, trades, sources, sales } = names;
  const parts = [
    ...(rows > 0 ? [table === null ? `${count(rows, "row")} to a new table on new sheet ‘${trades ?? "Trades"}’` : `${count(rows, "row")} to table ${table}`] : []),
    ...(sources.length > 0 ? [`the ${sources.length === 1 ? "file" : "files"} unedited to ${sheetsNamed(sources)}`] : []),
    ...(sales.length > 0 ? [`the broker's sales to ${sheetsNamed(sales)}`] : []),
  ];
  return parts.length === 0 ? "There is nothing new to write." : `Writes ${joined(parts)}.`;
}

/** `‘Source a.csv’ and ‘Source b.csv’`, or `‘Source a.csv’ and 3 more sheets`. */
export function sheetsNamed(names: readonly string[]): string {
  const [first = "", ...rest] = names;
  return rest.length < 2 ? joined(names.map((name) => `‘${name}’`)) : `‘${first}’ and ${rest.length} more sheets`;
}
