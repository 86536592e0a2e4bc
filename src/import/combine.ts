/**
 * Several files, and the rows that the sheet has already, made one: reading a file again adds nothing, and what two files
 * both state stands once (broker layouts, section 0.5). Brokers give no ids, and two fills may be equal, so equal rows are
 * counted: the union has as many of them as the file, or the sheet, that has most.
 */
import { CHARACTERS_SHOWN } from "./import-types";
import type { FileRead, ImportedCells, ImportedTrade, UndecidedLine } from "./import-types";
import { nearlyEqualRows } from "./nearly-equal-rows";
import { whichIsEarlier } from "./order-of-trades";
import { fileOfSource, keyOfRow } from "./row-key";
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
  const keyOf = keptKeys();
  const standing = countsOf(onSheet.map(({ cells }) => keyOf(cells)));
  const placeOf = new Map(onSheet.map((row, at) => [row, at]));
  let readBefore: RowsReadBefore | null = null;
  const added: AddedTrade[] = [];
  const told = files.map((file) => {
    const seen = new Map<string, number>();
    const before = digests.has(file.control.digest) ? (readBefore ??= rowsReadBefore(onSheet)) : null;
    const keysOfLine = before === null ? null : keysByLine(file);
    const nearlyEqual = nearlyEqualRows([...onSheet, ...added], file, keyOf);
    const asked: UndecidedLine[] = [];
    let changed = 0;
    let already = 0;
    const addedBefore = added.length;
    for (const trade of file.trades) {
      const key = keyOf(trade.cells);
      const source = sourceOf(file, trade.line);
      const ordinal = (seen.get(key) ?? 0) + 1;
      const stood = before?.keyBySource.get(source);
      if (stood !== undefined && !keysOfLine?.get(trade.line)?.has(stood)) {
        changed++;
        continue;
      }
      seen.set(key, ordinal);
      const stands = ordinal <= (standing.get(key) ?? 0) || before?.keys.has(keyWithoutAccount(trade.cells)) === true;
      const sentence = stands ? null : nearlyEqual.sentenceFor(trade);
      // Its account may have been typed, answered or given its broker's name since: nothing in the file says so.
      if (stands || (before !== null && sentence === null)) already++;
      else if (sentence !== null) asked.push({ line: trade.line, text: textOfLine(file, trade.line), sentence, draft: trade.cells });
      else {
        standing.set(key, ordinal);
        added.push({ ...trade, source });
      }
    }
    const undecided = [...file.undecided, ...asked].filter(({ line }) => before?.keyBySource.has(sourceOf(file, line)) !== true);
    const unstated = before !== null ? [] : nearlyEqual.unstated().flatMap((row) => placeOf.get(row) ?? []);
    return { name: file.name, added: added.length - addedBefore, already, changed, undecided: undecided.sort((a, b) => a.line - b.line), unstated };
  });
  return { added: added.sort(whichIsEarlier), files: told };
}

/** A row is compared several times, and the keys of 100,000 rows take a second. */
function keptKeys(): (cells: ImportedCells) => string {
  const kept = new Map<ImportedCells, string>();
  return (cells) => {
    const known = kept.get(cells);
    if (known !== undefined) return known;
    const key = keyOfRow(cells);
    kept.set(cells, key);
    return key;
  };
}

/** Rows of the sheet as a file finds them that was read before, whatever account the user has named since. */
interface RowsReadBefore {
  readonly keyBySource: ReadonlyMap<string, string>;
  readonly keys: ReadonlySet<string>;
}

function rowsReadBefore(onSheet: readonly RowOnSheet[]): RowsReadBefore {
  const keyed = onSheet.map(({ source, cells }) => ({ source, key: keyWithoutAccount(cells) }));
  return {
    keyBySource: new Map(keyed.filter(({ source }) => source !== "").map(({ source, key }) => [source, key])),
    keys: new Set(keyed.map(({ key }) => key)),
  };
}

function keyWithoutAccount(cells: ImportedCells): string {
  return keyOfRow(cells, ["Account"]);
}

/** Whether the sheet has anything of a file read before: where its rows were deleted, or its lots left out, it is as new. */
export function standsOnSheet(file: FileRead, onSheet: readonly RowOnSheet[]): boolean {
  if (onSheet.some(({ source }) => fileOfSource(source) === file.name)) return true;
  // A lot held looks like the trade that bought it.
  if (file.kind === "open lots") return false;
  const { keys } = rowsReadBefore(onSheet);
  return file.trades.some(({ cells }) => keys.has(keyWithoutAccount(cells)));
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
  return (source[line - 1] ?? []).join(",").slice(0, CHARACTERS_SHOWN);
}

export function sourceOf(file: Pick<FileRead, "name">, line: number): string {
  return `${file.name}:${line}`;
}

function keysByLine(file: FileRead): Map<number, Set<string>> {
  const keys = new Map<number, Set<string>>();
  for (const { line, cells } of file.trades) keys.set(line, (keys.get(line) ?? new Set()).add(keyWithoutAccount(cells)));
  return keys;
}

function countsOf(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
