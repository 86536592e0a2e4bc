/**
 * On what form a sale stands when no broker's form has been compared with it (docs/decisions/0015): a covered security on a
 * 1099-B with basis reported, another one on a 1099-B without; a digital asset from 2025 on a 1099-DA, before that on none. What
 * no broker reports, cash in a merger, a return of capital and worthless stock, is on none (R-8949-6).
 */
import { PIECE_BOOT, PIECE_RETURN_OF_CAPITAL, PIECE_SHORT, PIECE_UNKNOWN_BASIS, type Book } from "../../lots/book-types";
import { TradeKind } from "../../lots/trades";
import { isCovered, type SecurityKind } from "../../rules/covered-securities";
import { FIRST_YEAR_OF_DIGITAL_BOXES, type BoxFacts } from "./box";

export type FormOfSale = Pick<BoxFacts, "form" | "basisReported">;

/** @param year of the return */
export function assumedForm(book: Book, piece: number, year: number): FormOfSale {
  const { realized, trades } = book;
  const isDigital = trades.digital.has(realized.symbol[piece]!);
  const isOnNone = (realized.flags[piece]! & (PIECE_BOOT | PIECE_RETURN_OF_CAPITAL)) !== 0 || trades.kind[realized.sale[piece]!] === TradeKind.Worthless;
  if (isOnNone || (isDigital && year < FIRST_YEAR_OF_DIGITAL_BOXES)) return { form: "none", basisReported: false };
  return { form: isDigital ? "1099-DA" : "1099-B", basisReported: isBasisKnown(book, piece) };
}

/** Whether the broker has to know the basis: the security is covered (R-8949-1). */
export function isBasisKnown({ realized, trades }: Book, piece: number): boolean {
  const flags = realized.flags[piece]!;
  const opened = (flags & PIECE_SHORT) !== 0 ? trades.day[realized.purchase[piece]!]! : realized.acquired[piece]!;
  return (flags & PIECE_UNKNOWN_BASIS) === 0 && isCovered(kindOf(trades, realized.symbol[piece]!), opened);
}

function kindOf({ digital, options, funds }: Book["trades"], symbol: number): SecurityKind {
  if (digital.has(symbol)) return "digital";
  if (options.has(symbol)) return "option";
  return funds.has(symbol) ? "fund" : "stock";
}
