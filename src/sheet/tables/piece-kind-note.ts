/** What kind of piece it is, in short: how it came to be sold, and whose basis and term it has. One sentence a fact. */
import {
  PIECE_AVERAGE, PIECE_BOOT, PIECE_CARRIED_LOSS, PIECE_CASH_IN_LIEU, PIECE_FUND_LONG, PIECE_GIFT_LOSS, PIECE_GIFT_NEITHER,
  PIECE_INHERITED, PIECE_RETURN_OF_CAPITAL, PIECE_SHORT, PIECE_TERM_BY_SHORT_SALE, PIECE_UNKNOWN_BASIS, type Book,
} from "../../lots/book-types";
import { TradeKind } from "../../lots/trades";
import { moneyText } from "../../values/money-text";

export function kindNotes(book: Book, piece: number): string[] {
  const flags = book.realized.flags[piece]!;
  const said = [...causeNotes(book, piece, flags)];
  if ((flags & PIECE_UNKNOWN_BASIS) !== 0) said.push("Basis unknown, taken as 0.");
  if ((flags & PIECE_AVERAGE) !== 0) said.push("Average basis.");
  if ((flags & PIECE_INHERITED) !== 0) said.push("Inherited: long-term.");
  if ((flags & PIECE_GIFT_LOSS) !== 0) said.push("Gift sold at a loss: basis is its value at the gift, and its period counts from there.");
  if ((flags & PIECE_GIFT_NEITHER) !== 0) {
    said.push("Gift sold between its value at the gift and its giver's basis: no gain and no loss, so basis is shown as the proceeds.");
  }
  if ((flags & PIECE_FUND_LONG) !== 0) {
    said.push("Loss long-term: capital gain dividends on fund shares held six months or less (IRC 852(b)(4)).");
  }
  if ((flags & PIECE_TERM_BY_SHORT_SALE) !== 0) said.push(termByShortSale(book, piece, flags));
  return said;
}

function causeNotes(book: Book, piece: number, flags: number): string[] {
  const { trades, realized } = book;
  const sale = realized.sale[piece]!;
  const kind = trades.kind[sale];
  if ((flags & PIECE_CARRIED_LOSS) !== 0) return ["Loss of an earlier book, carried in because its window was open: reported there."];
  if ((flags & PIECE_CASH_IN_LIEU) !== 0) return ["Cash in lieu of a fraction of a share."];
  if ((flags & PIECE_BOOT) !== 0) return bootNote(book, piece);
  if ((flags & PIECE_RETURN_OF_CAPITAL) !== 0) return ["Return of capital beyond the basis of the lot."];
  if ((flags & PIECE_SHORT) !== 0) return [shortNote(book, piece, kind)];
  switch (kind) {
    case TradeKind.Merger:
      return [trades.details.get(sale)?.newSymbol === undefined ? "Sold in a merger for cash." : "Exchanged in a taxable merger."];
    case TradeKind.Worthless:
      return ["Worthless: sold for nothing on 31 December."];
    case TradeKind.Expire:
      return ["Expired: the premium is the loss."];
    case TradeKind.Exercise:
      return [`Sold by exercising the put of row ${trades.row[sale]}: proceeds are less its cost.`];
    case TradeKind.Assigned:
      return [`Sold when the written call was assigned on row ${trades.row[sale]}: proceeds include its premium.`];
    default:
      return [];
  }
}

/** R-CA-7: gain is recognized up to the cash, a loss is not. */
function bootNote({ realized }: Book, piece: number): string[] {
  const cash = realized.proceedsCents[piece]!;
  const recognized = cash - realized.basisCents[piece]!;
  return [`Cash in a merger: ${moneyText(recognized)} of gain is recognized of ${moneyText(cash)} cash.`];
}

/** R-SS-1, R-OPT-3. */
function shortNote({ trades, realized }: Book, piece: number, kind: number | undefined): string {
  const opened = `row ${trades.row[realized.purchase[piece]!]}`;
  if (!trades.options.has(realized.symbol[piece]!)) return `Closes the short of ${opened}.`;
  return kind === TradeKind.Expire ? `Option written on ${opened} expired.` : `Closes the option written on ${opened}.`;
}

/** R-SS-2. */
function termByShortSale({ realized, trades }: Book, piece: number, flags: number): string {
  const isLong = realized.longTerm[piece] === 1;
  if ((flags & PIECE_SHORT) === 0) {
    return isLong ? "Long-term by the short sale rule (IRC 1233)." : "Short-term: held against an open short sale (IRC 1233(b)).";
  }
  return isLong
    ? `Loss long-term: identical shares were held over a year when row ${trades.row[realized.purchase[piece]!]} opened the short (IRC 1233(d)).`
    : "Gain short-term: identical shares were held a year or less, or bought while the short was open (IRC 1233(b)).";
}
