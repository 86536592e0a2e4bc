/** The taxable sales of a book, and what of their losses is washed and what a purchase could still wash (R-WS-1, R-WS-12). */
import { PIECE_RETIREMENT, type Book } from "../../lots/book-types";
import { sharesFromUnits } from "../../report/figures";
import { taxYearOf } from "../../report/tax-year";
import { finalOn, isPieceTested } from "../../report/wash-window";
import type { Day } from "../../values/plain-date";
import type { OpenWindow } from "./wash-view";

/** The pieces of one row that sells, added up. */
export interface SaleOfRow {
  /** Position in the trades. */
  readonly at: number;
  readonly symbol: number;
  readonly account: number;
  readonly sold: Day;
  readonly taxYear: number;
  units: number;
  /** Positive. Of pieces that section 1091 reaches. */
  lossCents: number;
  disallowedCents: number;
  permanentCents: number;
  /** Sold at a loss that nothing has washed. */
  unitsLeft: number;
  lossLeftCents: number;
}

/** By position in the trades, in booking order. */
export function taxableSales(book: Book): ReadonlyMap<number, SaleOfRow> {
  const { realized } = book;
  const sales = new Map<number, SaleOfRow>();
  for (let piece = 0; piece < realized.count; piece++) {
    if ((realized.flags[piece]! & PIECE_RETIREMENT) !== 0) continue;
    const at = realized.sale[piece]!;
    let sale = sales.get(at);
    if (sale === undefined) sales.set(at, (sale = emptySale(book, piece)));
    addPiece(book, sale, piece);
  }
  for (const { lossSale, permanentCents } of book.washes) {
    const sale = sales.get(lossSale);
    if (sale !== undefined) sale.permanentCents += permanentCents;
  }
  return sales;
}

function emptySale(book: Book, piece: number): SaleOfRow {
  const { sale, symbol, account, sold } = book.realized;
  return {
    at: sale[piece]!,
    symbol: symbol[piece]!,
    account: account[piece]!,
    sold: sold[piece]!,
    taxYear: taxYearOf(book, piece),
    units: 0,
    lossCents: 0,
    disallowedCents: 0,
    permanentCents: 0,
    unitsLeft: 0,
    lossLeftCents: 0,
  };
}

function addPiece(book: Book, sale: SaleOfRow, piece: number): void {
  const { units, basisCents, proceedsCents, disallowedCents, washedUnits } = book.realized;
  sale.units += units[piece]!;
  const loss = basisCents[piece]! - proceedsCents[piece]!;
  if (loss <= 0 || !isPieceTested(book, piece)) return;
  sale.lossCents += loss;
  sale.disallowedCents += disallowedCents[piece]!;
  sale.unitsLeft += units[piece]! - washedUnits[piece]!;
  sale.lossLeftCents += loss - disallowedCents[piece]!;
}

/** Sold by the day, and its 31st day not come: a purchase of the day itself could wash it. */
export function isWindowOpen({ sold, lossLeftCents }: SaleOfRow, asOf: Day): boolean {
  return lossLeftCents > 0 && sold <= asOf && asOf < finalOn(sold);
}

export function openWindows(book: Book, sales: Iterable<SaleOfRow>, asOf: Day): readonly OpenWindow[] {
  const { trades } = book;
  const open: OpenWindow[] = [];
  for (const sale of sales) {
    if (!isWindowOpen(sale, asOf)) continue;
    open.push({
      symbol: trades.symbols[sale.symbol]!,
      saleRow: trades.row[sale.at]!,
      sold: sale.sold,
      account: trades.accounts[sale.account]!,
      shares: sharesFromUnits(book, sale.symbol, sale.unitsLeft),
      unit: trades.options.has(sale.symbol) ? "contract" : "share",
      lossCents: sale.lossLeftCents,
      clearDay: finalOn(sale.sold),
    });
  }
  return open.sort((a, b) => a.clearDay - b.clearDay || a.saleRow - b.saleRow);
}
