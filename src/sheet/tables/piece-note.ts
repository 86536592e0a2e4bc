/** The Note of a sold piece: the short form of why its numbers are what they are. */
import { PIECE_CASH_IN_LIEU, PIECE_TERM_DEPENDS_ON_TACKING, type Book } from "../../lots/book-types";
import { billWouldReach, DIGITAL_BILL_NOTE } from "../../report/digital-bill";
import { moneyText, plainNumber, rowsText, sharesFromUnits } from "../../report/figures";
import { caveatOfLost, reasonLost } from "../../report/lost-for-good";
import type { WashLinks } from "../../report/wash-links";
import { finalOn, isProvisional, washRuleApplies } from "../../report/wash-window";
import { isoFromDay } from "../../values/plain-date";

/** Sentences, one after another; "" for a piece with nothing to say. */
export function pieceNote(book: Book, links: WashLinks, piece: number): string {
  const { realized } = book;
  const said: string[] = [];
  const flags = realized.flags[piece]!;
  if ((flags & PIECE_CASH_IN_LIEU) !== 0) said.push("Cash in lieu of a fraction of a share.");
  if (realized.washAddedCents[piece]! !== 0) {
    said.push(`Basis includes ${moneyText(realized.washAddedCents[piece]!)} disallowed on earlier sales.`);
  }
  if (realized.disallowedCents[piece]! > 0) said.push(...washedBy(book, links, piece));
  const loss = realized.basisCents[piece]! - realized.proceedsCents[piece]!;
  if (loss > realized.disallowedCents[piece]!) said.push(...stillOpen(book, piece));
  if (loss > 0 && billWouldReach(book, realized.symbol[piece]!, realized.sold[piece]!)) said.push(DIGITAL_BILL_NOTE);
  if ((flags & PIECE_TERM_DEPENDS_ON_TACKING) !== 0) {
    said.push("Term depends on the Wash holding period setting.");
  }
  return said.join(" ");
}

function washedBy(book: Book, links: WashLinks, piece: number): string[] {
  const { realized, trades } = book;
  const matches = links.ofPiece(piece);
  const rows = [...new Set(matches.map((match) => trades.row[match.replacement]!))];
  const symbol = realized.symbol[piece]!;
  const washed = realized.washedUnits[piece]!;
  const shares =
    washed < realized.units[piece]!
      ? `${plainNumber(sharesFromUnits(book, symbol, washed))} of ${plainNumber(sharesFromUnits(book, symbol, realized.units[piece]!))} shares washed`
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
  const sold = book.realized.sold[piece]!;
  if (!washRuleApplies(book, book.realized.symbol[piece]!) || !isProvisional(book, sold)) return [];
  return [`Provisional until ${isoFromDay(finalOn(sold))}.`];
}
