/** Columns (a) and (b) of Form 8949 (R-8949-5), and what is written in words instead of an amount. */
import {
  PIECE_BOOT, PIECE_CASH_IN_LIEU, PIECE_INHERITED, PIECE_RETURN_OF_CAPITAL, PIECE_SHORT, type Book,
} from "../../lots/book-types";
import { TradeKind } from "../../lots/trades";
import { plainNumber, sharesFromUnits } from "../figures";
import type { Form8949Row } from "../form-8949-types";
import type { Portion } from "./portions";

/** `100 sh. XYZ`, `2 XYZ 240119C00050000`, `0.5 BTC`, `Cash in merger, 100 sh. OLD`; the shares of all portions together. */
export function describe(book: Book, portions: readonly Portion[]): string {
  const { realized, trades } = book;
  const { piece } = portions[0]!;
  const symbol = realized.symbol[piece]!;
  const shares = plainNumber(sharesFromUnits(book, symbol, portions.reduce((sum, { units }) => sum + units, 0)));
  const what = `${shares}${trades.options.has(symbol) || trades.digital.has(symbol) ? "" : " sh."} ${trades.symbols[symbol]!}`;
  const flags = realized.flags[piece]!;
  if ((flags & PIECE_BOOT) !== 0) return `Cash in merger, ${what}`;
  if ((flags & PIECE_RETURN_OF_CAPITAL) !== 0) return `Return of capital, ${what}`;
  if ((flags & PIECE_CASH_IN_LIEU) !== 0) return `Cash in lieu, ${what}`;
  return (flags & PIECE_SHORT) === 0 ? what : `${what} (${trades.options.has(symbol) ? "written" : "short"})`;
}

export function acquiredColumn({ realized }: Book, portions: readonly Portion[]): Form8949Row["acquired"] {
  const [first, ...others] = portions.map(({ piece }) => ({
    day: realized.acquired[piece]!,
    isInherited: (realized.flags[piece]! & PIECE_INHERITED) !== 0,
  }));
  if (first!.isInherited && others.every(({ isInherited }) => isInherited)) return "INHERITED";
  return others.every(({ day, isInherited }) => day === first!.day && isInherited === first!.isInherited) ? first!.day : "VARIOUS";
}

/** An option that expired: the word EXPIRED stands on paper in (d) where it was held, in (e) where it was written. */
export function expiredNote({ realized, trades }: Book, piece: number): string | null {
  if (trades.kind[realized.sale[piece]!] !== TradeKind.Expire) return null;
  return `Expired: on paper, column (${(realized.flags[piece]! & PIECE_SHORT) === 0 ? "d" : "e"}) says EXPIRED.`;
}
