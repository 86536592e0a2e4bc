/** The lots of a sale as identifications (R-ID-2): one for each account, since each goes to its own broker. */
import type { Identification } from "../../report/identification-memo";
import { isoFromDay, type Day } from "../../values/plain-date";
import { chosenBy } from "./sell-sentences";
import type { SellView } from "./sell-view";

export interface Moment {
  readonly day: Day;
  /** `HH:MM` of the user's clock. */
  readonly time: string;
}

export function identificationsOfSale({ ask, chosen }: Pick<SellView, "ask" | "chosen">, made: Moment): readonly Identification[] {
  const accounts = [...new Set(chosen.lots.map(({ account }) => account))];
  const memo = `${ask.symbol} ${isoFromDay(ask.day)} ${made.time.replace(":", "")}`;
  return accounts.map((account, at) => ({
    memo: accounts.length === 1 ? memo : `${memo}-${at + 1}`,
    madeDay: made.day,
    madeTime: made.time,
    saleDay: ask.day,
    account,
    chosenBy: chosenBy(chosen),
    lots: chosen.lots
      .filter((lot) => lot.account === account)
      .map(({ shares, lot, acquired, basisCents }) => ({ symbol: ask.symbol, shares, lot, acquired, basisCents })),
  }));
}

/** Why the lots of this sale cannot be identified; null when they can. */
export function notToIdentify({ chosen }: Pick<SellView, "chosen">): string | null {
  return chosen.method === "AVG" ? "At average basis no lot is identified: the earliest shares leave first (R-AVG-3)." : null;
}
