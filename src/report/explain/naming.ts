/** How sentences name rows, securities, accounts and lots. */
import type { Book, OpenLot } from "../../lots/book-types";
import { EVERY_ACCOUNT, lotName } from "../../lots/trades";
import { isoFromDay } from "../../values/plain-date";
import { plainNumber, sharesText } from "../figures";
import type { ExplainedRow } from "./explained-row";
import { moneyText } from "../../values/money-text";

export function symbolOf({ book, trade }: ExplainedRow): string {
  return book.trades.symbols[book.trades.symbol[trade]!]!;
}

/** The new security of the row, by index; -1 where it names none. */
export function newSymbolOf({ book, trade }: ExplainedRow): number {
  return book.trades.details.get(trade)?.newSymbol ?? -1;
}

export function newNameOf(explained: ExplainedRow): string {
  return explained.book.trades.symbols[newSymbolOf(explained)] ?? "the new security";
}

/** `Row 7`, opening a sentence */
export function rowOf({ book, trade }: ExplainedRow): string {
  return `Row ${book.trades.row[trade]}`;
}

/** `2024-03-15` */
export function dayOf({ book, trade }: ExplainedRow): string {
  return isoFromDay(book.trades.day[trade]!);
}

export function accountText({ book, trade }: ExplainedRow): string {
  const account = book.trades.account[trade]!;
  return account === EVERY_ACCOUNT ? "every account that holds it" : book.trades.accounts[account]!;
}

/** `40 XYZ` of the row's quantity */
export function sharesMoved(explained: ExplainedRow): string {
  return `${plainNumber(explained.book.trades.shares[explained.trade]!)} ${symbolOf(explained)}`;
}

/** `40 XYZ`, or `2 contracts of XYZ C50 (call on XYZ, 100 shares each)` for an option */
export function contractsText(explained: ExplainedRow): string {
  const { book, trade } = explained;
  const option = book.trades.options.get(book.trades.symbol[trade]!);
  if (option === undefined) return sharesMoved(explained);
  const contracts = book.trades.shares[trade]!;
  return `${plainNumber(contracts)} ${contracts === 1 ? "contract" : "contracts"} of ${symbolOf(explained)} (${option.type} on ${book.trades.symbols[option.underlying]}, ${option.multiplier} shares each)`;
}

/** `Lot "row 2" in A` */
export function lotInAccount(book: Book, lot: { readonly purchase: number; readonly account: number }): string {
  return `Lot "${lotName(book.trades, lot.purchase)}" in ${book.trades.accounts[lot.account]}`;
}

/** `40 XYZ of lot "row 2", basis $400.00` */
export function lotWithBasis(book: Book, lot: OpenLot): string {
  return `${sharesText(book, lot.symbol, lot.units)} of lot "${lotName(book.trades, lot.purchase)}", basis ${moneyText(lot.basisCents)}`;
}
