/** The Note of a sold piece: the short form of why its numbers are what they are. */
import { PIECE_CARRIED_LOSS, PIECE_SHORT, PIECE_TERM_DEPENDS_ON_TACKING, type Book } from "../../lots/book-types";
import { billWouldReach, DIGITAL_BILL_NOTE } from "../../report/digital-bill";
import { plainNumber, rowsText, sharesFromUnits } from "../../report/figures";
import { isCollectibleGain } from "../../report/form-codes";
import { caveatOfLost, reasonLost } from "../../report/lost-for-good";
import { taxYearOf } from "../../report/tax-year";
import type { WashLinks } from "../../report/wash-links";
import { finalOn, isExempt, isPieceTested, isProvisional } from "../../report/wash-window";
import { isoFromDay, yearOf } from "../../values/plain-date";
import { kindNotes } from "./piece-kind-note";
import { moneyText } from "../../values/money-text";

/** Sentences, one after another; "" for a piece with nothing to say. */
export function pieceNote(book: Book, links: WashLinks, piece: number): string {
  return pieceNotes(book, links, piece).join(" ");
}

/** The same one by one, so that pieces of one sale need not repeat each other. */
export function pieceNotes(book: Book, links: WashLinks, piece: number): string[] {
  const { realized } = book;
  const said = kindNotes(book, piece);
  const flags = realized.flags[piece]!;
  if (realized.washAddedCents[piece]! !== 0) {
    const what = (flags & PIECE_SHORT) !== 0 ? "Cost" : "Basis";
    said.push(`${what} includes ${moneyText(realized.washAddedCents[piece]!)} disallowed on earlier sales.`);
  }
  const loss = realized.basisCents[piece]! - realized.proceedsCents[piece]!;
  if (loss > 0) said.push(...lossNotes(book, links, piece, loss));
  if ((flags & PIECE_TERM_DEPENDS_ON_TACKING) !== 0) {
    said.push("Term depends on the Wash holding period setting.");
  }
  if (isCollectibleGain(book, piece)) said.push("Collectible: long-term gain is taxed at up to 28% (code C).");
  return said;
}

function lossNotes(book: Book, links: WashLinks, piece: number, loss: number): string[] {
  const { realized } = book;
  const said: string[] = [];
  const byFundRule = book.fundDisallowedCents.get(piece) ?? 0;
  if (byFundRule > 0) said.push(`${moneyText(byFundRule)} disallowed: exempt-interest dividends on shares held six months or less (IRC 852(b)(4)).`);
  const matches = links.ofPiece(piece);
  if (matches.length > 0) said.push(...washedBy(book, links, piece));
  if (loss > realized.disallowedCents[piece]!) said.push(...stillOpen(book, piece));
  if (isExempt(book, realized.account[piece]!)) said.push("Account outside the wash sale rule by your setting Wash exempt.");
  if (billWouldReach(book, realized.symbol[piece]!, realized.sold[piece]!)) said.push(DIGITAL_BILL_NOTE);
  const year = taxYearOf(book, piece);
  if (year !== yearOf(realized.sold[piece]!)) said.push(`Counts in ${year}, when the covering shares were delivered.`);
  return said;
}

function washedBy(book: Book, links: WashLinks, piece: number): string[] {
  const { realized, trades } = book;
  const matches = links.ofPiece(piece);
  const rows = [...new Set(matches.map((match) => trades.row[match.replacement]!))];
  const symbol = realized.symbol[piece]!;
  const washed = realized.washedUnits[piece]!;
  const word = trades.options.has(symbol) ? "contracts" : "shares";
  const shares =
    washed < realized.units[piece]!
      ? `${plainNumber(sharesFromUnits(book, symbol, washed))} of ${plainNumber(sharesFromUnits(book, symbol, realized.units[piece]!))} ${word} washed`
      : "Washed";
  const said = [`${shares} by ${rowsText(rows)}.`];
  const lost = matches.filter((match) => match.permanentCents > 0);
  if (lost.length > 0) {
    const cents = lost.reduce((sum, match) => sum + match.permanentCents, 0);
    const accounts = [...new Set(lost.map((match) => match.replacementAccount))].map(
      (account) => `${trades.accounts[account]}${caveatOfLost(reasonLost(book, account))}`,
    );
    said.push(`${moneyText(cents)} is lost for good: replaced in ${accounts.join(", ")}.`);
  }
  return said;
}

function stillOpen(book: Book, piece: number): string[] {
  const { realized } = book;
  const sold = realized.sold[piece]!;
  if (!isPieceTested(book, piece) || !isProvisional(book, sold)) return [];
  const whose = (realized.flags[piece]! & PIECE_CARRIED_LOSS) !== 0 ? "Still provisional" : "Provisional";
  return [`${whose} until ${isoFromDay(finalOn(sold))}.`];
}
