/** The sections of an Interactive Brokers activity statement: `Section,Header|Data|SubTotal|Total,...` (broker layouts, 4.1). */
import { columnsOf, TableRow } from "../table-rows";
import type { SourceLine } from "../source-lines";

export interface SectionRow {
  readonly section: string;
  readonly row: TableRow;
  readonly kind: "heading" | "row" | "total";
}

/** Each row under the latest headings of its section; null where a line is none of a section. */
export function sectionRows(lines: readonly SourceLine[]): { readonly source: SourceLine; readonly of: SectionRow | null }[] {
  const columns = new Map<string, ReadonlyMap<string, number>>();
  return lines.map((source) => {
    const [section = "", kind = ""] = source.cells.map((cell) => cell.trim());
    if (kind === "Header") {
      columns.set(section, withoutFirstTwo(columnsOf(source.cells), source));
      return { source, of: { section, row: new TableRow(source, new Map()), kind: "heading" } };
    }
    const ofSection = columns.get(section);
    const isTotal = kind === "SubTotal" || kind === "Total";
    if ((kind !== "Data" && !isTotal) || ofSection === undefined || ofSection.size === 0) return { source, of: null };
    // Cash sections write their totals as rows: `Dividends,Data,Total,,,3.9`.
    const isTotalRow = isTotal || /^total\b/i.test(source.cells[2]?.trim() ?? "");
    return { source, of: { section, row: new TableRow(source, ofSection), kind: isTotalRow ? "total" : "row" } };
  });
}

/** The section's name and the word Header are no headings, though one of them may read like one. */
function withoutFirstTwo(columns: ReadonlyMap<string, number>, { cells }: SourceLine): Map<string, number> {
  const rest = columnsOf(["", "", ...cells.slice(2)]);
  return rest.size === 0 ? new Map(columns) : rest;
}

/** Sections that move no lot: what they say is said in others, or is money alone. */
const MOVES_NOTHING: readonly RegExp[] = [
  /^(statement|account information|net asset value|change in nav|cash report|codes|notes|legal notes|notes\/legal notes)$/i,
  /performance summary/i, /\bp\/l\b/i, /^(realized|unrealized|total p)/i, /accruals?$/i,
  /^(open positions|forex balances|forex p\/l details|net stock position summary|complex positions summary|location of customer assets.*)$/i,
  /^(deposits & withdrawals|fees|other fees|transaction fees|commission details|broker.* fees|sales tax details|soft dollars)$/i,
  /^(dividends|payments? in lieu of dividends|withholding tax|871\(m\) withholding|interest|bond interest.*|combined dividends)$/i,
  /^(financial instrument information|trade summary by (asset class|symbol)|stock yield enhancement program.*|ibkr managed securities.*)$/i,
  /^(debit card activity|client fees.*|advisor fees|market data.*|pending .*|excess margin.*|margin .*|fyi.*|cfd charges|borrow fee details)$/i,
];

export function movesNothing(section: string): boolean {
  return MOVES_NOTHING.some((pattern) => pattern.test(section));
}
