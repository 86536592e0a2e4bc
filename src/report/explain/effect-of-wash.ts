/** What one wash match does to the shares, the option or the short that takes the place of those sold. */
import { PIECE_SHORT, type Book, type WashMatch } from "../../lots/book-types";
import { accountChoice } from "../../rules/accounts";
import { isoFromDay } from "../../values/plain-date";
import { reasonLost } from "../lost-for-good";
import { isWritten, optionForShares } from "../replacement";
import { moneyText } from "../../values/money-text";

export function effectOf(book: Book, match: WashMatch): string {
  if (match.basisAddedCents === 0 && match.permanentCents > 0) return whyLost(book, match);
  const added = moneyText(match.basisAddedCents);
  if ((book.realized.flags[match.piece]! & PIECE_SHORT) !== 0) {
    return `${added} of disallowed loss is added to the cost of closing the new short, which is not settled (R-SS-3).`;
  }
  if (isWritten(book, match)) {
    return `${added} of disallowed loss is added to the cost of closing the put, or to the basis of the shares it brings (R-WS-13).`;
  }
  if (optionForShares(book, match) !== undefined) {
    return `${added} of disallowed loss goes to the option's basis (R-WS-13, R-WS-5) and its holding period counts from ${isoFromDay(match.holdingFrom)} (R-WS-6).`;
  }
  return `${added} of disallowed loss goes to their basis (R-WS-5) and their holding period counts from ${isoFromDay(match.holdingFrom)} (R-WS-6).`;
}

function whyLost(book: Book, match: WashMatch): string {
  const name = book.trades.accounts[match.replacementAccount]!;
  const lost = `The ${moneyText(match.permanentCents)} is lost for good`;
  switch (reasonLost(book, match.replacementAccount)) {
    case "IRA":
      return `${lost}: in ${name} no taxable basis takes it up (R-WS-9).`;
    case "plan":
      return `${lost}, as in an IRA: ${name} is a plan of type ${accountChoice(book.choices, name).type}, which is not ruled on. The setting Plan accounts: Ignore leaves such plans out (R-WS-9).`;
    case "corporation":
      return `${lost}: ${name} belongs to a corporation you control, whose basis is not yours. Have this reviewed (R-WS-9).`;
    case "spouse":
      return `${lost} by the setting Spouse replacement: Permanent. Whether the basis of the spouse's shares in ${name} takes it up is not settled, since IRC 1091(d) does not say who must acquire them (R-WS-9).`;
  }
}
