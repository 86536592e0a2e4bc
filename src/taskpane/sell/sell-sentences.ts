/** What the Sell screen says. */
import { isoFromDay } from "../../values/plain-date";
import { LEAST_TAX, leastTaxSentence } from "../../report/least-tax-words";
import { date, money, quantity, wholeDollars } from "../charts/formats";
import { waitingWorth } from "../parts/waiting-words";
import { count } from "../sentences";
import type { SaleFields, SaleTyped } from "./sale-fields";
import type { MethodCompared, SellView, Waiting } from "./sell-view";

type Compared = Pick<SellView, "chosen" | "compared" | "moreThanBestCents" | "byTax" | "least">;

/** "HIFO costs $212 more than the best choice." Without tax the best is the least gain, or the largest loss, and says so. */
export function sellLine({ chosen, compared, moreThanBestCents, byTax, least }: Compared): string {
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
  const other = !named ? who : least?.gapCents === 0 ? "yours" : "your choice of lots";
  if (byTax) return `No ${least?.gapCents === 0 ? "choice of lots" : "method"} costs less than ${other}.`;
  return bestLoses ? `No method loses more than ${other}.` : `No method realizes less gain than ${other}.`;
}

/** While there is no sale to tell of: what is to be typed next, or put right. */
export function firstStep({ amount }: Pick<SaleFields, "amount">, { holding, ask, amountSays, priceSays, daySays }: Pick<SaleTyped, "holding" | "ask" | "amountSays" | "priceSays" | "daySays">): string {
  if (ask !== null) return "Looking at the lots.";
  if (amount.trim() === "") return `Type how many ${holding?.unit ?? "share"}s to sell.`;
  return amountSays ?? priceSays ?? daySays ?? "Type a price.";
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

/** For the mark of a bar: "HIFO: $18.50 of tax, $3.50 more than the best, takes row 3: 10; same lots by LOFO" */
export function barLabel(way: MethodCompared, moreCents: number): string {
  const same = way.sameAs.length === 0 ? "" : `; same lots by ${way.sameAs.join(", ")}`;
  const more = moreCents > 0 ? `, ${money(moreCents)} more than the best` : "";
  return `${wayName(way)}: ${costText(way)}${more}, takes ${way.whichLots}${same}`;
}

/** "HIFO", "Least tax: HIFO", "Least tax", "Your lots" */
export function wayName({ method, isLeast }: Pick<MethodCompared, "method" | "isLeast">): string {
  if (method === null) return isLeast ? LEAST_TAX : "Your lots";
  return isLeast ? `${LEAST_TAX}: ${method}` : method;
}

/** Tax where it can be told, else the gain that counts. */
export function costText({ taxCents, allowedCents }: MethodCompared): string {
  return taxCents === null ? `${money(allowedCents)} of gain after disallowed losses` : taxText(taxCents);
}

/** "All 46 methods sell the same lots." or what the bars measure, and how near the best is to the least possible. */
export function comparisonLine(view: Pick<SellView, "compared" | "byTax" | "lackRates" | "least" | "year">): string {
  const { compared, byTax, lackRates } = view;
  const methods = compared.reduce((sum, { method, sameAs }) => sum + (method === null ? 0 : 1) + sameAs.length, 0);
  const what = byTax ? `what they add to the tax of ${view.year}` : "gain after disallowed losses";
  const all =
    compared.length === 1
      ? methods === 1 ? "There is one method for this sale." : `All ${methods} methods sell the same lots.`
      : `${methods} methods by ${what}, least first.`;
  const rates = lackRates.length === 0 ? "" : `${listed(lackRates)} also ${lackRates.length === 1 ? "needs" : "need"} Short rate and Long rate.`;
  return [all, compared.length === 1 ? "" : leastLine(view), rates].filter((said) => said !== "").join(" ");
}

/** How near the lots of least tax are to the least possible (R-TAX-5). */
export function leastLine({ least }: Pick<SellView, "least">): string {
  if (least === null) return "";
  return least.gapCents === 0 ? "No choice of lots costs less than the first." : `The first is ${leastTaxSentence(least.gapCents)}.`;
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** "40 shares turn long-term on 3/4/2026: waiting 23 days saves $312; the price may fall to $47.12 (−4.1 %) before waiting costs more." */
export function waitingLine({ shares, longTermOn, days, isLoss, savesCents, breakEvenPriceCents, breakEvenMove, isAnotherYear }: Waiting, unit: "share" | "contract"): string {
  const turns = `${quantity(shares)} ${shares === 1 ? unit : `${unit}s`}${isLoss ? " at a loss" : ""} ${shares === 1 ? "turns" : "turn"} long-term on ${date(longTermOn)}`;
  const like = isAnotherYear ? " That counts the later year like this one." : "";
  if (savesCents === 0) return `${turns}; waiting changes no tax on this return.${like}`;
  return `${turns}: ${waitingWorth({ days, savesCents, breakEven: { price: money(breakEvenPriceCents), move: breakEvenMove } })}.${like}`;
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
