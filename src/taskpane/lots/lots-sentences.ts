/** What the Lots screen says. */
import { money, quantity, wholeDollars, date, signedMoney } from "../charts/formats";
import { waitingWorth } from "../parts/waiting-words";
import { capitalized, count, joined } from "../sentences";
import type { LotShown, LotsView, WaitingOfLot } from "./lots-view";
import type { SymbolGroup } from "./sort-lots";

const NAMED_AT_MOST = 6;

function named(names: readonly string[]): string {
  const first = names.slice(0, NAMED_AT_MOST);
  return joined(names.length > first.length ? [...first, `${names.length - first.length} more`] : first);
}

/** "You hold 143 lots in 21 symbols, $38,210 unrealised." As the groups and the sheet add up: retirement accounts included. */
export function lotsLine({ lots, withheld }: LotsView): string {
  if (lots.length === 0) return withheld.length === 0 ? "No lot is open on this day." : `Apart from ${named(withheld)}, no lot is open on this day.`;
  const symbols = new Set(lots.map(({ symbol }) => symbol)).size;
  const priced = lots.filter((lot) => lot.gainCents !== null);
  const held = `You hold ${count(lots.length, "lot")} in ${count(symbols, "symbol")}`;
  if (priced.length === 0) return `${held}.`;
  return `${held}, ${wholeDollars(sumOfGains(priced))} unrealised.`;
}

function sumOfGains(lots: readonly LotShown[]): number {
  return lots.reduce((sum, lot) => sum + (lot.gainCents ?? 0), 0);
}

/** What the one line leaves out, each a sentence. */
export function lotsCaveats({ lots, withoutPrice, openShorts }: LotsView): readonly string[] {
  const said: string[] = [];
  const retirement = lots.filter((lot) => lot.retirement && lot.gainCents !== null);
  if (withoutPrice.length > 0) said.push(`No price for ${named(withoutPrice)}: ${withoutPrice.length === 1 ? "its lots are" : "their lots are"} listed without a gain.`);
  if (retirement.length > 0) said.push(`${wholeDollars(sumOfGains(retirement))} of it is in retirement accounts, where a sale is not taxed.`);
  if (openShorts > 0) said.push(`${count(openShorts, "short position or written option", "short positions and written options")} ${openShorts === 1 ? "is" : "are"} not shown here; the sheet lists ${openShorts === 1 ? "it" : "them"}.`);
  return said;
}

/** Before a link to the rows: "XYZ in Schwab is left out until" "the rows that need you" "are right." Null: nothing is. */
export function withheldLine({ lots, withheld }: Pick<LotsView, "lots" | "withheld">): string | null {
  if (withheld.length === 0 || lots.length === 0) return null;
  return `${named(withheld)} ${withheld.length === 1 ? "is" : "are"} left out until`;
}

/** "Long-term in 40 days", "Long": what a sale today would be, and how long it is short-term yet. */
export function termLine({ term, daysToLongTerm }: Pick<LotShown, "term" | "daysToLongTerm">): string {
  return term === "Long" || daysToLongTerm === null ? term : `Long-term in ${count(daysToLongTerm, "day")}`;
}

/** "Waiting 40 days saves $312; the price may fall to $47.12 (−4.1 %) before waiting costs more." */
export function waitingOfLotLine({ days, savesCents, breakEven }: WaitingOfLot): string {
  const price = breakEven === null ? null : { price: priceUp(breakEven.price), move: breakEven.move };
  return `${capitalized(waitingWorth({ days, savesCents, breakEven: price }))}.`;
}

/** To the cent above, since below it waiting costs more; under a dollar, where a cent is much, all six places. */
function priceUp(dollars: number): string {
  return dollars < 1 ? `$${quantity(dollars)}` : money(Math.ceil(Number((dollars * 100).toFixed(4))));
}

/** "100 in Schwab since 3/1/2026" */
export function holdingLine(lot: LotShown, locale?: string): string {
  return `${quantity(lot.shares)} in ${lot.account} since ${date(lot.acquired, locale)}`;
}

/** "cost $5,000.00" */
export function costLine({ basisCents }: Pick<LotShown, "basisCents">): string {
  return `cost ${money(basisCents)}`;
}

/** "3 lots, 250 shares" */
export function groupLine({ lots, shares }: SymbolGroup): string {
  return `${count(lots.length, "lot")}, ${quantity(shares)} shares`;
}

/** "XYZ lot L1: −$250.00, long-term in 40 days, includes $120.00 of a washed loss" */
export function markLine(lot: LotShown): string {
  const gain = lot.gainCents === null ? "no price" : signedMoney(lot.gainCents);
  const washed = lot.washAddedCents > 0 ? `, includes ${money(lot.washAddedCents)} of a washed loss` : "";
  return `${lot.symbol} ${lotCalled(lot.lot)}: ${gain}, ${termLine(lot).toLowerCase()}${washed}`;
}

/** `lot L1`, and `row 7` as it is. */
export function lotCalled(lot: string): string {
  return /^row \d+$/i.test(lot) ? lot : `lot ${lot}`;
}

/** Under the picture's title: "12 of 40 lots are below their cost; the largest loss is XYZ lot L1, −$1,204." */
export function scatterLine(lots: readonly LotShown[]): string {
  const priced = lots.filter((lot) => lot.gainCents !== null);
  const losing = priced.filter((lot) => (lot.gainCents ?? 0) < 0);
  if (priced.length === 0) return "No lot shown has a price.";
  if (losing.length === 0) return `None of ${count(priced.length, "lot")} is below its cost.`;
  const worst = losing.reduce((a, b) => ((a.gainCents ?? 0) <= (b.gainCents ?? 0) ? a : b));
  const below = losing.length === priced.length && priced.length === 1 ? "The one lot is below its cost" : `${quantity(losing.length)} of ${count(priced.length, "lot")} ${losing.length === 1 ? "is" : "are"} below cost`;
  return `${below}; the largest loss is ${worst.symbol} ${lotCalled(worst.lot)}, ${wholeDollars(worst.gainCents ?? 0)}.`;
}

/** "Writes 143 lots as a live formula to new sheet ‘Open lots 2026-12-05’." Lots, since the table has more rows than these. */
export function writesLine(lots: number, live: boolean, sheetName: string): string {
  return `Writes ${count(lots, "lot")} ${live ? "as a live formula" : "as values"} to new sheet ‘${sheetName}’.`;
}
