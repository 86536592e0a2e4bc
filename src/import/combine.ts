/**
 * Several files, and the rows that the sheet has already, made one: reading a file again adds nothing, and what two files
 * both state stands once (broker layouts, section 0.5). Brokers give no ids, and two fills may be equal, so equal rows are
 * counted: the union has as many of them as the file, or the sheet, that has most.
 */
import type { FileRead, ImportedTrade, UndecidedLine } from "./import-types";
import { nearlyEqualRows } from "./nearly-equal-rows";
import { whichIsEarlier } from "./order-of-trades";
import { keyOfRow } from "./row-key";
import type { RowOnSheet } from "./row-key";

export { keyOfRow } from "./row-key";
export type { RowOnSheet } from "./row-key";

export interface AddedTrade extends ImportedTrade {
  /** `FILENAME:LINE` */
  readonly source: string;
}

export interface Combined {
  /** Rows to append, oldest first. */
  readonly added: readonly AddedTrade[];
  /** By file, in the order given. */
  readonly files: readonly {
    readonly name: string;
    readonly added: number;
    /** Rows that the sheet, or another file, states as well. */
    readonly already: number;
    /** Rows of a file read before that were changed on the sheet since: they stay as they are there. */
    readonly changed: number;
    /** Lines to be decided that have no row on the sheet yet, and trades that the sheet states a little differently. */
    readonly undecided: readonly UndecidedLine[];
    /** Which of the sheet's rows (from 0) came from files, lie in the days of this one, and are not stated by it. */
    readonly unstated: readonly number[];
  }[];
}

/** @param digests of the files that the sheet's rows came from: such a file adds nothing when it comes again, and a row edited since is known by its line */
export function combine(
  onSheet: readonly RowOnSheet[],
  files: readonly FileRead[],
  digests: ReadonlySet<string> = new Set(),
): Combined {
  const standing = countsOf(onSheet.map(({ cells }) => keyOfRow(cells)));
  const sources = new Map(onSheet.filter(({ source }) => source !== "").map(({ source, cells }) => [source, keyOfRow(cells, ["Account"])]));
  const placeOf = new Map(onSheet.map((row, at) => [row, at]));
  let anyAccount: ReadonlySet<string> | null = null;
  const inAnyAccount = (): ReadonlySet<string> => (anyAccount ??= new Set(onSheet.map(({ cells }) => keyOfRow(cells, ["Account"]))));
  const added: AddedTrade[] = [];
  const told = files.map((file) => {
    const seen = new Map<string, number>();
    const isKnownFile = digests.has(file.control.digest);
    const keysOfLine = keysByLine(file);
    const nearlyEqual = nearlyEqualRows([...onSheet, ...added], file);
    const asked: UndecidedLine[] = [];
    let changed = 0;
    let already = 0;
    const before = added.length;
    for (const trade of file.trades) {
      const key = keyOfRow(trade.cells);
      const source = sourceOf(file, trade.line);
      const ordinal = (seen.get(key) ?? 0) + 1;
      if (isKnownFile && sources.has(source) && !keysOfLine.get(trade.line)?.has(sources.get(source) ?? "")) {
        changed++;
        continue;
      }
      seen.set(key, ordinal);
      const sentence = ordinal <= (standing.get(key) ?? 0) || (isKnownFile && inAnyAccount().has(keyOfRow(trade.cells, ["Account"]))) ? null : nearlyEqual.sentenceFor(trade);
      // Its account may have been typed, answered or given its broker's name since: nothing in the file says so.
      if (ordinal <= (standing.get(key) ?? 0) || (isKnownFile && sentence === null)) already++;
      else if (sentence !== null) asked.push({ line: trade.line, text: textOfLine(file, trade.line), sentence, draft: trade.cells });
      else {
        standing.set(key, ordinal);
        added.push({ ...trade, source });
      }
    }
    const undecided = [...file.undecided, ...asked].filter(({ line }) => !isKnownFile || !sources.has(sourceOf(file, line)));
    const unstated = isKnownFile ? [] : nearlyEqual.unstated().flatMap((row) => placeOf.get(row) ?? []);
    return { name: file.name, added: added.length - before, already, changed, undecided: undecided.sort((a, b) => a.line - b.line), unstated };
  });
  return { added: added.sort(whichIsEarlier), files: told };
}

/** Whether the sheet has anything of a file read before: where its rows were deleted, or its lots left out, it is as new. */
export function standsOnSheet(file: FileRead, onSheet: readonly RowOnSheet[]): boolean {
  if (onSheet.some(({ source }) => source.slice(0, Math.max(0, source.lastIndexOf(":"))) === file.name)) return true;
  // A lot held looks like the trade that bought it.
  if (file.kind === "open lots") return false;
  const keys = new Set(onSheet.map(({ cells }) => keyOfRow(cells, ["Account"])));
  return file.trades.some(({ cells }) => keys.has(keyOfRow(cells, ["Account"])));
}

/** The file as the lines to be decided leave it: a trade that is asked about is no row yet, and the control total goes on to add up. */
export function withAsked(file: FileRead, undecided: readonly UndecidedLine[]): FileRead {
  const known = new Set(file.undecided.map(({ line }) => line));
  const asked = undecided.filter(({ line }) => !known.has(line));
  if (asked.length === 0) return file;
  const lines = new Set(asked.map(({ line }) => line));
  const others = file.trades.flatMap(({ line, otherLines = [] }) =>
    lines.has(line) ? otherLines.map((other): UndecidedLine => ({ line: other, text: textOfLine(file, other), sentence: `This line belongs to line ${line}.`, draft: null })) : []);
  const moved = asked.length + others.length;
  const { control } = file;
  return {
    ...file,
    trades: file.trades.filter(({ line }) => !lines.has(line)),
    undecided: [...file.undecided, ...asked, ...others].sort((a, b) => a.line - b.line),
    control: { ...control, tradeLines: control.tradeLines - moved, undecidedLines: control.undecidedLines + moved },
  };
}

function textOfLine({ source }: FileRead, line: number): string {
  return (source[line - 1] ?? []).join(",").slice(0, 300);
}

export function sourceOf(file: Pick<FileRead, "name">, line: number): string {
  return `${file.name}:${line}`;
}

/** Without accounts, which the user may have named otherwise. */
function keysByLine(file: FileRead): Map<number, Set<string>> {
  const keys = new Map<number, Set<string>>();
  for (const { line, cells } of file.trades) keys.set(line, (keys.get(line) ?? new Set()).add(keyOfRow(cells, ["Account"])));
  return keys;
}

function countsOf(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
