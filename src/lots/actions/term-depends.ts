import type { Law } from "../law";
import type { Piece, Pieces } from "../pieces";
import type { Day } from "../../values/plain-date";

/** R-WS-6: warn where the three ways of tacking disagree about the term of an actual sale. */
export function termDepends(law: Law, pieces: Pieces, piece: Piece, sold: Day): boolean {
  const tacked = pieces.tackedDates(piece);
  if (tacked === null) return false;
  const long = law.isLongTerm(tacked.tackDays, sold);
  return long !== law.isLongTerm(tacked.substituteDate, sold) || long !== law.isLongTerm(tacked.tackNoOverlap, sold);
}
