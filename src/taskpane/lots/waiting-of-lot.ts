/** What waiting until a lot is long-term saves or costs, and the price it may fall to: what TERMCALENDAR spills (R-TLH-6). */
import { DAYS_AHEAD, termChangeOf } from "../../harvest/term-calendar";
import type { Book, OpenLot } from "../../lots/book-types";
import type { Desk } from "../engine/contract";
import type { LotShown, WaitingOfLot } from "./lots-view";

/** @param lot as a sale on the day finds it, pools at their average */
export function waitingOfLot({ facts, prices, asOf }: Desk, book: Book, lot: OpenLot, { daysToLongTerm, retirement }: Pick<LotShown, "daysToLongTerm" | "retirement">): WaitingOfLot | null {
  // A gift worth less than at its giving turns on another day than its own (R-GIFT-1).
  const mayTurn = lot.lossBasis !== null || (daysToLongTerm !== null && daysToLongTerm <= DAYS_AHEAD);
  if (!mayTurn || retirement || prices === null || !facts.year.ok) return null;
  const { daysToLongTerm: days, taxes, collectible } = termChangeOf(book, lot, asOf, prices, facts.year.value).change;
  if (days === null || days < 1 || days > DAYS_AHEAD || collectible || taxes === null) return null;
  const { swingCents, breakEven } = taxes;
  if (swingCents === null || swingCents === 0) return null;
  return { days, savesCents: swingCents, breakEven };
}
