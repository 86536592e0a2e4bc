/** What the Sell screen says. */
import { isoFromDay } from "../../values/plain-date";
import { date, money, quantity, wholeDollars } from "../charts/formats";
import { count } from "../sentences";
import type { MethodCompared, SellView } from "./sell-view";

/** "HIFO costs $212 more than the best choice." Without rates the best is the least gain, or the largest loss, and says so. */
export function sellLine({ chosen, compared, moreThanBestCents, byTax }: Pick<SellView, "chosen" | "compared" | "moreThanBestCents" | "byTax">): string {
  const named = chosen.method === null;
  const who = chosen.method ?? "Your choice of lots";
  const bestLoses = (compared[0]?.allowedCents ?? 0) < 0;
  if (compared.length === 0) return `${who} is all there is to choose.`;
  if (moreThanBestCents > 0) {
    const more = wholeDollars(moreThanBestCents);
    if (byTax) return `${who} costs ${more} more than the best choice.`;
    return chosen.allowedCents < 0 ? `${who} loses ${more} less than the choice that loses most.` : `${who} realizes ${more} more gain than the choice that realizes least.`;
  }
  if (moreThanBestCents < 0) {
    const less = wholeDollars(-moreThanBestCents);
    if (byTax) return `${who} costs ${less} less than any method.`;
    return bestLoses ? `${who} loses ${less} more than any method.` : `${who} realizes ${less} less gain than any method.`;
  }
  if (compared.length === 1) return "Every method takes the same lots.";
  const other = named ? "your choice of lots" : who;
  if (byTax) return `No method costs less than ${other}.`;
  return bestLoses ? `No method loses more than ${other}.` : `No method realizes less gain than ${other}.`;
}

/** "A short-term gain of $200.00 and a long-term loss of $50.00; tax $74.00." */
export function resultLine({ chosen: { shortGainCents, longGainCents, disallowedCents, taxCents } }: Pick<SellView, "chosen">): string {
  const parts = [
    ...(shortGainCents === 0 ? [] : [termText("short-term", shortGainCents)]),
    ...(longGainCents === 0 ? [] : [termText("long-term", longGainCents)]),
  ];
  const gain = parts.length === 0 ? "Neither gain nor loss" : capital(parts.join(" and "));
  const washed = disallowedCents === 0 ? "" : `, ${money(disallowedCents)} of the loss disallowed`;
  return `${gain}${washed}${taxCents === null ? "" : `; ${taxText(taxCents)}`}.`;
}

function termText(term: string, cents: number): string {
  return cents < 0 ? `a ${term} loss of ${money(-cents)}` : `a ${term} gain of ${money(cents)}`;
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

export function taxText(cents: number): string {
  if (cents === 0) return "no tax";
  return cents < 0 ? `saves ${money(-cents)} of tax` : `${money(cents)} of tax`;
}

/** "15 shares in 2 lots remain, with a basis of $475.00." */
export function remainingLine({ remaining, unit }: Pick<SellView, "remaining" | "unit">): string {
  const { shares, lots, basisCents } = remaining;
  if (shares === 0) return "Nothing of it remains in the accounts sold from.";
  return `${quantity(shares)} ${shares === 1 ? unit : `${unit}s`} in ${count(lots, "lot")} ${shares === 1 ? "remains" : "remain"}, with a basis of ${money(basisCents)}.`;
}

const SAME_NAMED_AT_MOST = 2;

/** "same: LOFO, FOLIO_FIFO and 7 more"; "" where no other method takes these lots. */
export function sameText({ sameAs }: Pick<MethodCompared, "sameAs">): string {
  if (sameAs.length === 0) return "";
  const named = sameAs.slice(0, SAME_NAMED_AT_MOST).join(", ");
  const more = sameAs.length - SAME_NAMED_AT_MOST;
  return `same: ${named}${more > 0 ? ` and ${more} more` : ""}`;
}

/** For the mark of a bar: "HIFO: $18.50 of tax, takes row 3: 10, also by LOFO" */
export function barLabel(method: MethodCompared): string {
  const same = method.sameAs.length === 0 ? "" : `; same lots by ${method.sameAs.join(", ")}`;
  return `${method.method ?? "Your lots"}: ${costText(method)}, takes ${method.whichLots}${same}`;
}

/** Tax where rates are given, else the gain that counts. */
export function costText({ taxCents, allowedCents }: MethodCompared): string {
  return taxCents === null ? `${money(allowedCents)} of gain after disallowed losses` : taxText(taxCents);
}

export function comparisonLine({ compared, byTax, lackRates }: Pick<SellView, "compared" | "byTax" | "lackRates">): string {
  const methods = compared.reduce((sum, { sameAs }) => sum + 1 + sameAs.length, 0);
  const what = byTax ? "tax at the rates of your settings" : "gain after disallowed losses";
  const without = lackRates.length === 0 ? "" : ` ${lackRates.join(", ")} need rates.`;
  return `${methods} methods come to ${count(compared.length, "different result")}; by ${what}, least first.${without}`;
}

/** Words for a broker's order ticket or message. */
export function orderText({ ask, chosen, unit }: Pick<SellView, "ask" | "chosen" | "unit">): string {
  const accounts = [...new Set(chosen.lots.map(({ account }) => account))];
  return accounts
    .map((account) => {
      const lots = chosen.lots.filter((lot) => lot.account === account);
      const shares = Number(lots.reduce((sum, lot) => sum + lot.shares, 0).toPrecision(15));
      const named = lots.map((lot) => `  lot ${lot.lot}, acquired ${isoFromDay(lot.acquired)}: ${quantity(lot.shares)} ${lot.shares === 1 ? unit : `${unit}s`}`);
      return [`Sell ${quantity(shares)} ${ask.symbol} in ${account}, ${isoFromDay(ask.day)}, about $${ask.price} each, from these lots:`, ...named].join("\n");
    })
    .join("\n\n");
}

/** "Adds 2 rows to sheet ‘Taxlot SpecID’." */
export function savePlan(rows: number): string {
  return `Adds ${count(rows, "row")} to sheet ‘Taxlot SpecID’. Send the memo to your broker before settlement.`;
}

/** How the lots were chosen, for the log. */
export function chosenBy({ method }: Pick<MethodCompared, "method">): string {
  return method === null ? "Sell pane: lots named one by one" : `Sell pane: ${method}`;
}

export function heldHint(heldShares: number, unit: "share" | "contract"): string {
  return `${quantity(heldShares)} ${heldShares === 1 ? unit : `${unit}s`} held`;
}

/** After the dollars: "20 shares bought 11/20/2025 in Schwab". */
export function washingText({ shares, day, account }: { readonly shares: number; readonly day: number; readonly account: string }, unit: "share" | "contract"): string {
  return `${quantity(shares)} ${shares === 1 ? unit : `${unit}s`} bought ${date(day)} in ${account}`;
}
