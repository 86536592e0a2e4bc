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

  /** The trimmed text under the first of the headings that the table has; "" where it has none of them, or a broker's `N/A`. */
  text(...headings: readonly string[]): string {
    for (const heading of headings) {
      const column = this.columns.get(heading);
      if (column !== undefined) return statedIn(this.source.cells[column]);
    }
    return "";
  }

  /** Whether the file ends in the cell under one of the headings, without an end of line: it may have been cut off there. */
  isCutIn(...headings: readonly string[]): boolean {
    const { cells, text, isUnended } = this.source;
    return isUnended === true && !/"\s*$/.test(text) && headings.some((heading) => this.columns.get(heading) === cells.length - 1);
  }

  columnOf(heading: string): number | undefined {
    return this.columns.get(heading);
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
    const missing = missingOf(this.columns);
    if (missing.length > 0) return `stands under headings without ${missing.join(" and ")}`;
    const { cells, isDamaged } = this.source;
    if (isDamaged) return "has a quotation mark that does not close, so its columns cannot be told";
    const width = widthOf(this.columns);
    const isWider = cells.slice(width).some((cell) => cell.trim() !== "") || this.isOddlyWide(width);
    if (isWider) return "has more cells than the headings, so its columns cannot be told";
    return cells.length < width ? "ends before its last column: the file may have been cut off" : null;
  }

  /** Blank cells beyond the headings are an ending of the broker's only where most lines have them: else a comma moved the cells. */
  private isOddlyWide(width: number): boolean {
    const { cells, usualCells } = this.source;
    const headed = this.columns instanceof Columns ? Math.max(width, this.columns.cells) : width;
    return cells.length > headed && usualCells !== undefined && cells.length !== usualCells();
  }
}

/** Column of each heading, 0-based. */
class Columns extends Map<string, number> {
  /** Of the line of headings, blank ones at its end included. */
  cells = 0;
  /** Headings that rows are read from and that are not there: none of its rows can be read. */
  missing: readonly string[] = [];
}

const WIDTHS = new WeakMap<ReadonlyMap<string, number>, number>();

/** Cells from the first column to the last that has a heading. */
function widthOf(columns: ReadonlyMap<string, number>): number {
  const known = WIDTHS.get(columns);
  if (known !== undefined) return known;
  const width = Math.max(...columns.values()) + 1;
  WIDTHS.set(columns, width);
  return width;
}

/** The first heading of each group that has none among the columns, as a sentence shows it. */
export function groupsMissing(columns: ReadonlyMap<string, number>, groups: readonly (readonly string[])[]): string[] {
  return groups.filter((group) => !group.some((heading) => columns.has(heading))).map(([name = ""]) => `‘${name}’`);
}

/** Of columns as `columnsOf` gives them, as a sentence shows them. */
export function missingOf(columns: ReadonlyMap<string, number>): readonly string[] {
  return columns instanceof Columns ? columns.missing : [];
}

/**
 * Column of each heading, 0-based; of a heading that stands twice, the first.
 * @param needed headings without which no row is to be read: of each group one
 */
export function columnsOf(cells: readonly string[], needed: readonly (readonly string[])[] = []): Map<string, number> {
  const columns = new Columns();
  columns.cells = cells.length;
  cells.forEach((cell, column) => {
    const heading = bareHeading(cell);
    if (heading !== "" && !columns.has(heading)) columns.set(heading, column);
  });
  columns.missing = groupsMissing(columns, needed);
  return columns;
}

/** Its trimmed text. Brokers print `N/A` for a blank; `NA` may be a symbol. */
export function statedIn(cell: string | undefined): string {
  return textOfCell(cell ?? "").replace(/^n\/a$/i, "");
}

const TOTAL = /^(transactions?|account|grand|sub-?)?\s*totals?\b/i;
const BEGINS_WITH_DATE = /^(\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|(19|20)\d{6}|\d{1,2}[-\s][a-z]{3,9}\.?[-\s,]+\d{2,4}|[a-z]{3,9}\.?[-\s]\d{1,2}[-\s,]+\d{2,4})(?!\d)/i;
const FILE_NOTE = /^(date downloaded|\*\*\*|end of (file|report))/i;
/** A lone text of this many words is a sentence, not a symbol, an action or a date. */
const WORDS_OF_A_SENTENCE = 4;

/**
 * A disclaimer, a total, or the day of the download: no row of the table. Never a damaged line, nor one that begins with a
 * date: of these a trade may be left (broker layouts, section 0.7).
 */
export function isFooter(row: TableRow): boolean {
  if (row.source.isDamaged) return false;
  const { filled } = row;
  const [first = ""] = filled;
  if (BEGINS_WITH_DATE.test(first)) return false;
  if (FILE_NOTE.test(first)) return true;
  if (filled.length === 1) return first.split(/\s+/).length >= WORDS_OF_A_SENTENCE || TOTAL.test(first);
  // Names of companies begin with "Total" too, but a total has no day.
  return TOTAL.test(row.source.cells[0]?.trim() ?? "") && !filled.some((cell) => BEGINS_WITH_DATE.test(cell));
}
