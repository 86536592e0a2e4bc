/** The rows below headings, each cell asked for by its heading; one file may hold several tables, each with headings of its own. */
import { bareHeading, textOfCell } from "./plain-heading";
import type { SourceLine } from "./source-lines";

export class TableRow {
  readonly line: number;

  constructor(
    readonly source: SourceLine,
    private readonly columns: ReadonlyMap<string, number>,
  ) {
    this.line = source.line;
  }

  /** The trimmed text under the first of the headings that the table has; "" where it has none of them. */
  text(...headings: readonly string[]): string {
    for (const heading of headings) {
      const column = this.columns.get(heading);
      if (column !== undefined) return textOfCell(this.source.cells[column] ?? "");
    }
    return "";
  }

  has(...headings: readonly string[]): boolean {
    return headings.some((heading) => this.columns.has(heading));
  }

  /** Cells with content. */
  get filled(): readonly string[] {
    return this.source.cells.map(textOfCell).filter((cell) => cell !== "");
  }

  /** What keeps its cells from standing under their headings, or null. */
  get misfit(): string | null {
    const { cells, isDamaged } = this.source;
    if (isDamaged) return "has a quotation mark that does not close, so its columns cannot be told";
    const width = Math.max(...this.columns.values()) + 1;
    if (cells.slice(width).some((cell) => cell.trim() !== "")) return "has more cells than the headings, so its columns cannot be told";
    return cells.length < width ? "ends before its last column: the file may have been cut off" : null;
  }
}

/** Column of each heading, 0-based; of a heading that stands twice, the first. */
export function columnsOf(cells: readonly string[]): Map<string, number> {
  const columns = new Map<string, number>();
  cells.forEach((cell, column) => {
    const heading = bareHeading(cell);
    if (heading !== "" && !columns.has(heading)) columns.set(heading, column);
  });
  return columns;
}

const TOTAL = /^(transactions?|account|grand|sub-?)?\s*totals?\b/i;
const FILE_NOTE = /^(date downloaded|\*\*\*|end of (file|report))/i;
/** A lone text of this many words is a sentence, not a symbol, an action or a date. */
const WORDS_OF_A_SENTENCE = 4;

/** A disclaimer, a total, or the day of the download: no row of the table. */
export function isFooter(row: TableRow): boolean {
  const { filled } = row;
  const [first = ""] = filled;
  if (FILE_NOTE.test(first)) return true;
  if (filled.length === 1) return first.split(/\s+/).length >= WORDS_OF_A_SENTENCE || TOTAL.test(first);
  return TOTAL.test(row.source.cells[0]?.trim() ?? "");
}
