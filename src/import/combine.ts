/**
 * Several files, and the rows that the sheet has already, made one: reading a file again adds nothing, and what two files
 * both state stands once (broker layouts, section 0.5). Brokers give no ids, and two fills may be equal, so equal rows are
 * counted: the union has as many of them as the file, or the sheet, that has most.
 */
import { Exact, figureOf, readFigure } from "./figures";
import type { FileRead, ImportedCells, ImportedHeading, ImportedTrade, UndecidedLine } from "./import-types";
import { whichIsEarlier } from "./order-of-trades";

/** A row of the Trades sheet, by its headings, dates as ISO days. */
export interface RowOnSheet {
  readonly cells: ImportedCells;
  /** `FILENAME:LINE`, or "" for a row that came from no file. */
  readonly source: string;
}

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
    /** Lines to be decided that have no row on the sheet yet. */
    readonly undecided: readonly UndecidedLine[];
  }[];
}

/** What makes two rows the same trade. */
const KEY: readonly ImportedHeading[] = ["Account", "Date", "Action", "Symbol", "Quantity", "Price", "Amount"];
const FIGURES: ReadonlySet<ImportedHeading> = new Set(["Quantity", "Price", "Amount"]);

/** Equal for equal trades, however their figures are written. */
export function keyOfRow(cells: ImportedCells): string {
  return KEY.map((heading) => {
    const text = (cells[heading] ?? "").trim();
    const figure = FIGURES.has(heading) ? readFigure(text) : null;
    // A sale may stand on the sheet with a minus, as some brokers write it.
    return typeof figure === "string" ? figureOf(new Exact(figure).abs()) : text.toUpperCase();
  }).join("\n");
}

/** @param digests of the files that the sheet's rows came from: where such a file comes again, a row edited since is known by its line */
export function combine(
  onSheet: readonly RowOnSheet[],
  files: readonly FileRead[],
  digests: ReadonlySet<string> = new Set(),
): Combined {
  const standing = countsOf(onSheet.map(({ cells }) => keyOfRow(cells)));
  const sources = new Map(onSheet.filter(({ source }) => source !== "").map(({ source, cells }) => [source, keyOfRow(cells)]));
  const added: AddedTrade[] = [];
  const told = files.map((file) => {
    const seen = new Map<string, number>();
    const isKnownFile = digests.has(file.control.digest);
    const keysOfLine = keysByLine(file);
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
      if (ordinal <= (standing.get(key) ?? 0)) already++;
      else {
        standing.set(key, ordinal);
        added.push({ ...trade, source });
      }
    }
    const undecided = file.undecided.filter(({ line }) => !isKnownFile || !sources.has(sourceOf(file, line)));
    return { name: file.name, added: added.length - before, already, changed, undecided };
  });
  return { added: added.sort(whichIsEarlier), files: told };
}

export function sourceOf(file: Pick<FileRead, "name">, line: number): string {
  return `${file.name}:${line}`;
}

function keysByLine(file: FileRead): Map<number, Set<string>> {
  const keys = new Map<number, Set<string>>();
  for (const { line, cells } of file.trades) keys.set(line, (keys.get(line) ?? new Set()).add(keyOfRow(cells)));
  return keys;
}

function countsOf(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
