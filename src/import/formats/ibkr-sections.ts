/** The sections of an Interactive Brokers activity statement: `Section,Header|Data|SubTotal|Total,...` (broker layouts, 4.1). */
import type { FileInProgress } from "../file-in-progress";
import { columnsOf, TableRow } from "../table-rows";
import type { SourceLine } from "../source-lines";
import type { ColumnsOfFormat } from "./format";
import { headingColumns } from "./rows-below";

export interface SectionRow {
  readonly section: string;
  readonly row: TableRow;
  readonly kind: "heading" | "row" | "total";
}

/** Of trades, which are booked; other headings of theirs are those of currencies, whose commission is `Comm in USD`. */
const TRADES: ColumnsOfFormat = {
  needed: [["datadiscriminator"], ["asset category"], ["currency"], ["symbol"], ["date/time"], ["quantity"], ["t. price"], ["proceeds"], ["comm/fee"], ["code"]],
};

const CORPORATE_ACTIONS: ColumnsOfFormat = { needed: [["currency"], ["date/time"], ["description"], ["quantity"], ["proceeds"]] };

/** Each row under the latest headings of its section; null where a line is none of a section. */
export function sectionRows(work: FileInProgress, lines: readonly SourceLine[]): { readonly source: SourceLine; readonly of: SectionRow | null }[] {
  const columns = new Map<string, ReadonlyMap<string, number>>();
  return lines.map((source) => {
    const [section = "", kind = ""] = source.cells.map((cell) => cell.trim());
    if (kind === "Header") {
      columns.set(section, columnsOfSection(work, section, source));
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
function columnsOfSection(work: FileInProgress, section: string, { cells }: SourceLine): ReadonlyMap<string, number> {
  const own = ["", "", ...cells.slice(2)];
  const isOfCurrencies = own.some((cell) => /^\s*comm in /i.test(cell));
  const columns = headingColumns(work, own, section === "Corporate Actions" ? CORPORATE_ACTIONS : section === "Trades" && !isOfCurrencies ? TRADES : undefined);
  return columns.size === 0 ? columnsOf(cells) : columns;
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
