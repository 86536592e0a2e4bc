/** What makes two rows the same trade: brokers give no ids (broker layouts, section 0.5). */
import { Exact, figureOf, readFigure } from "./figures";
import type { ImportedCells, ImportedHeading } from "./import-types";
import { inOneSpelling } from "./one-spelling";

/** A row of the Trades sheet, by its headings, dates as ISO days. */
export interface RowOnSheet {
  readonly cells: ImportedCells;
  /** `FILENAME:LINE`, or "" for a row that came from no file. */
  readonly source: string;
}

/** The name of the file that a source names; "": none. */
export function fileOfSource(source: string): string {
  return source.slice(0, Math.max(0, source.lastIndexOf(":")));
}

const KEY: readonly ImportedHeading[] = ["Account", "Date", "Action", "Symbol", "Quantity", "Price", "Amount"];
const FIGURES: ReadonlySet<ImportedHeading> = new Set(["Quantity", "Price", "Amount"]);

/** As `figureOf` writes figures of usual size. */
const PLAIN = /^(0|[1-9]\d{0,11})(\.\d{0,11}[1-9])?$/;

/** Equal for equal trades, however their figures are written. @param without headings that may differ */
export function keyOfRow(cells: ImportedCells, without: readonly ImportedHeading[] = []): string {
  return KEY.filter((heading) => !without.includes(heading)).map((heading) => {
    const text = (cells[heading] ?? "").trim();
    // Most figures stand as they are compared, and reading 100,000 rows of them takes seconds.
    if (FIGURES.has(heading) && PLAIN.test(text)) return text;
    const figure = FIGURES.has(heading) ? readFigure(text) : null;
    // A sale may stand on the sheet with a minus, as some brokers write it.
    if (typeof figure === "string") return figureOf(new Exact(figure).abs());
    return (heading === "Symbol" ? inOneSpelling(text) : text).toUpperCase();
  }).join("\n");
}
