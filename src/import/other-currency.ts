/** Rows whose money is not dollars: a column of the file says so, whatever the format (only dollars are counted). */
import type { Doubt } from "./doubts";
import { textOfCell, bareHeading } from "./plain-heading";
import type { SourceLine } from "./source-lines";

/** Not the currency of an exchange or of a commission alone, which the format that has them knows. */
const HEADING = /^((spot )?price |trade |transaction |settlement |local |security |asset |account |base |amount |net amount |cash )?(currency|ccy)( code)?$/;
const DOLLARS = /^(usd|us ?\$|\$|u\.?s\.? dollars?|dollars?|-+)?$/i;

/** The other currency, as the file writes it; null: dollars, or none stated. */
export function otherCurrency(text: string): string | null {
  const stated = text.trim();
  return DOLLARS.test(stated) || /\d/.test(stated) ? null : stated.slice(0, 20);
}

export function doubtOfCurrency(currency: string): Doubt {
  return {
    sentence: `The row is in ${currency}, and only dollars are counted. Fill in Amount in dollars at the exchange rate of the day.`,
    blank: ["Price", "Fees", "Amount", "Cash in lieu", "Cash per share", "Value", "New value"],
  };
}

/** Of one table; headings that stand again between the rows may be in another order. */
export function linesInOtherCurrency(headings: SourceLine | undefined, rows: readonly SourceLine[]): [number, Doubt][] {
  let columns = currencyColumns(headings?.cells ?? []);
  if (columns.length === 0) return [];
  return rows.flatMap(({ line, cells }): [number, Doubt][] => {
    const again = currencyColumns(cells);
    if (again.length > 0) columns = again;
    const [other] = again.length > 0 ? [] : columns.flatMap((column) => otherCurrency(textOfCell(cells[column] ?? "")) ?? []);
    return other === undefined ? [] : [[line, doubtOfCurrency(other)]];
  });
}

function currencyColumns(cells: readonly string[]): number[] {
  return cells.flatMap((cell, column) => (HEADING.test(bareHeading(cell)) ? [column] : []));
}
