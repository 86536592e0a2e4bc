/**
 * R-WS-6: the replacement's holding period includes the sold shares' period. IRC 1223(3).
 * The statute does not say how two periods are added; the three ways in use differ when the
 * replacement was not bought on the day of the sale. tackDays is the default: it adds a period of
 * days, as the words "there shall be included the period" do.
 */
import type { Choices } from "../../lots/choices";
import type { Piece, Pieces, TackedDates } from "../../lots/pieces";
import type { Day } from "../../values/plain-date";

/** Effective dates of replacement shares that take over the period of `sold`, sold on `soldOn`, under each way. */
export function tackedDates(pieces: Pieces, replacement: Piece, sold: Piece, soldOn: Day, choices: Choices): TackedDates {
  const own = datesOf(pieces, replacement);
  // An inherited lot contributes its actual days, by choice none.
  if (choices.inheritedTack === "none" && pieces.periodStart(sold) === "Inherited") return own;
  const from = datesOf(pieces, sold);
  return {
    tackDays: own.tackDays - (soldOn - from.tackDays),
    substituteDate: Math.min(own.substituteDate, from.substituteDate),
    tackNoOverlap: Math.min(
      own.tackNoOverlap,
      Math.max(from.tackNoOverlap, own.tackNoOverlap - (soldOn - from.tackNoOverlap)),
    ),
  };
}

export function chosenDate(dates: TackedDates, choices: Choices): Day {
  return dates[choices.washHoldingPeriod];
}

function datesOf(pieces: Pieces, piece: Piece): TackedDates {
  const from = pieces.countsFrom(piece);
  return pieces.tackedDates(piece) ?? { tackDays: from, substituteDate: from, tackNoOverlap: from };
}
