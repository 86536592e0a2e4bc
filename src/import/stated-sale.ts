/** A sale as a broker's list of closed lots states it, from the texts of its cells. */
import { centsOfFigure, readFigure } from "./figures";
import type { BrokerSale } from "./import-types";
import { readDate } from "./written-date";

export interface SaleTexts {
  readonly account: string;
  readonly symbol: string;
  readonly description: string;
  /** "": the file has no such date. */
  readonly acquired: string;
  readonly sold: string;
  readonly quantity: string;
  readonly proceeds: string;
  readonly basis: string;
  readonly wash: string;
  /** Whatever begins with short or long, in any case; else null. */
  readonly term: string;
}

/** The sale, or which cell cannot be read and what to do. */
export function saleOfTexts(line: number, texts: SaleTexts): BrokerSale | { readonly sentence: string } {
  const sold = readDate(texts.sold);
  if (sold === null) return { sentence: `"${texts.sold}" is no date of a sale. Write the sale by hand.` };
  const acquired = /^(|-+|n\/a)$/i.test(texts.acquired) ? null : /^various$/i.test(texts.acquired) ? "VARIOUS" : readDate(texts.acquired)?.iso;
  if (acquired === undefined) return { sentence: `"${texts.acquired}" is no date on which the lot was acquired. Write the sale by hand.` };
  const figures = { Quantity: readFigure(texts.quantity), Proceeds: readFigure(texts.proceeds), Basis: readFigure(texts.basis), Wash: readFigure(texts.wash) };
  for (const [name, figure] of Object.entries(figures)) {
    if (figure !== null && typeof figure === "object") return { sentence: `${name} ${figure.says}. Write the sale by hand.` };
  }
  const cents = (figure: (typeof figures)["Basis"]) => (typeof figure === "string" ? centsOfFigure(figure) : null);
  const proceedsCents = cents(figures.Proceeds);
  if (proceedsCents === null) return { sentence: "The sale states no proceeds. Write it by hand." };
  const washCents = cents(figures.Wash);
  return {
    line,
    account: texts.account,
    symbol: texts.symbol,
    description: texts.description,
    acquired,
    sold: sold.iso,
    quantity: typeof figures.Quantity === "string" ? figures.Quantity.replace(/^-/, "") : null,
    proceedsCents,
    basisCents: cents(figures.Basis),
    washCents: washCents === null ? null : Math.abs(washCents),
    term: /^short/i.test(texts.term) ? "Short" : /^long/i.test(texts.term) ? "Long" : null,
    basisReported: null,
    form: null,
  };
}
