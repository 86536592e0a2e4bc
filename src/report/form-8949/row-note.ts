/** What to know of a row of Form 8949, in sentences; "" for most rows. */
import { PIECE_CARRIED_LOSS, PIECE_UNKNOWN_BASIS, type Book } from "../../lots/book-types";
import type { Box8949 } from "../form-8949-types";
import { isBasisReported, isOnNoForm, partOf } from "./box";
import { isRounding, premiumNetted, type SaleFigures } from "./columns";
import { expiredNote } from "./description";
import { moneyText } from "../../values/money-text";

/** Whether the broker's form has the sale; `assumed`: no form was given for its account. */
export type HowFound = "found" | "assumed" | "not found";

/** No paper of the broker states the box. */
const BOX_ASSUMED = "Box assumed";

export function saysBoxAssumed(note: string): boolean {
  return note.startsWith(BOX_ASSUMED);
}

/** Of a list of closed lots, or a form whose column is left out or blank. */
export const BASIS_UNSAID = `${BOX_ASSUMED}: the broker's list does not say whether basis was reported.`;

export function rowNote(book: Book, piece: number, box: Box8949, figures: SaleFigures, how: HowFound): string {
  const flags = book.realized.flags[piece]!;
  const expired = expiredNote(book, piece);
  return [
    ...(how === "assumed" ? [`${BOX_ASSUMED}: no broker's form.`] : []),
    ...(how === "not found" ? ["Not on the broker's form."] : []),
    ...(isOnNoForm(box) ? [] : differences(figures, box)),
    ...((flags & PIECE_CARRIED_LOSS) !== 0 ? ["Loss of an earlier book: reported there."] : []),
    ...((flags & PIECE_UNKNOWN_BASIS) !== 0 ? ["Basis unknown, taken as 0."] : []),
    ...(expired === null ? [] : [expired]),
  ].join(" ");
}

function differences(figures: SaleFigures, box: Box8949): string[] {
  const { proceedsCents, basisCents, washCents, roundingCents, reported } = figures;
  if (reported === null) return [];
  const said: string[] = [];
  const netted = premiumNetted(figures, reported);
  if (netted !== null) return [`The form nets the premium and the cost of closing${netted.feesCents > 0 ? ` and leaves out ${moneyText(netted.feesCents)} of fees` : ""}.`];
  if (!isRounding(reported.proceedsCents - proceedsCents, roundingCents)) said.push(`Proceeds on the form ${moneyText(reported.proceedsCents)}, yours ${moneyText(proceedsCents)}.`);
  const theirs = reported.basisCents;
  if (theirs === null && isBasisReported(box)) said.push("The form gives no basis.");
  else if (theirs !== null && !isRounding(theirs - basisCents, roundingCents)) said.push(`Basis on the form ${moneyText(theirs)}, yours ${moneyText(basisCents)}.`);
  if (reported.washCents - washCents > roundingCents) {
    said.push(`The form disallows ${moneyText(reported.washCents)}, yours ${moneyText(washCents)}: attach a statement that says why.`);
  }
  if (reported.isOtherTerm) said.push(`The form says ${partOf(box) === "I" ? "long" : "short"}-term.`);
  return said;
}
