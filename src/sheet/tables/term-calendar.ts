/** TERMCALENDAR: lots that turn long-term soon, gains and losses side by side, and what the change is worth (R-TLH-6). */
import type { TermChange } from "../../harvest/term-calendar";
import type { Book } from "../../lots/book-types";
import { dollarsFromCents, moneyText } from "../../report/figures";
import { daysText, warningSentence } from "../../report/harvest-words";
import { refusedPools } from "../../report/refused-pools";
import { serialFromDay } from "../../values/plain-date";
import { notAvailable, type Cell, type Row, type Table } from "./cell";
import { refusedRows } from "./refused-rows";

export const TERMCALENDAR_HEADINGS = [
  "Symbol", "Account", "Lot", "Acquired", "Holding from", "Quantity", "Basis", "Value", "Gain", "Long-term on", "Days to long-term",
  "Tax now", "Tax long-term", "Swing", "Note",
] as const;

const TEXTS: ReadonlySet<string> = new Set(["Symbol", "Account", "Lot", "Note"]);

/**
 * @param book          the lots are of; a pool it refuses is one row of #VALUE!
 * @param hasPrices     false leaves Value, Gain and the taxes blank; true, a symbol without a price shows #N/A
 * @param ratesSentence says which rates the settings lack, once, in the first row of a lot; null where they lack none
 */
export function termCalendarTable(book: Book, changes: readonly TermChange[], hasPrices: boolean, ratesSentence: string | null): Table {
  const table: Table = [[...TERMCALENDAR_HEADINGS]];
  table.push(...refusedRows(book, refusedPools(book), TERMCALENDAR_HEADINGS, TEXTS, "Note"));
  changes.forEach((change, at) => table.push(changeRow(change, hasPrices, at === 0 && hasPrices ? ratesSentence : null)));
  return table;
}

function changeRow(change: TermChange, hasPrices: boolean, ratesSentence: string | null): Row {
  const { valueCents, basisCents } = change;
  const absent = hasPrices && valueCents === null ? notAvailable(noPriceSentence(change.symbol)) : "";
  return [
    change.symbol,
    change.account,
    change.lot,
    serialFromDay(change.acquired),
    serialFromDay(change.holdingFrom),
    change.shares,
    dollarsFromCents(basisCents),
    valueCents === null ? absent : dollarsFromCents(valueCents),
    valueCents === null ? absent : dollarsFromCents(valueCents - basisCents),
    change.longTermOn === null ? "" : serialFromDay(change.longTermOn),
    change.daysToLongTerm ?? "",
    ...taxCells(change, absent),
    [...notesOf(change, hasPrices), ...(ratesSentence === null ? [] : [ratesSentence])].join(" "),
  ];
}

/** Tax now, Tax long-term, Swing. @param absent what stands where a price is missing */
function taxCells({ taxes, symbol, collectible }: TermChange, absent: Cell): Cell[] {
  if (taxes === null) return [absent, absent, absent];
  if (taxes.longTermCents === null || taxes.swingCents === null) return [dollarsFromCents(taxes.nowCents), "", ""];
  if (collectible) {
    const unknown = notAvailable(collectibleSentence(symbol));
    return [dollarsFromCents(taxes.nowCents), unknown, unknown];
  }
  return [taxes.nowCents, taxes.longTermCents, taxes.swingCents].map(dollarsFromCents);
}

function notesOf(change: TermChange, hasPrices: boolean): string[] {
  const { symbol, shares, longTermOn, taxes, valueCents, collectible, basisUnknown, averaged } = change;
  const said: string[] = [];
  const swingCents = taxes?.swingCents ?? null;
  if (longTermOn === null) said.push(warningSentence({ kind: "short-holds-period", shares }));
  if (hasPrices && valueCents === null) said.push(noPriceSentence(symbol));
  if (swingCents !== null && collectible) said.push(collectibleSentence(symbol));
  if (swingCents !== null && !collectible && swingCents !== 0) said.push(swingSentence(change, swingCents));
  if (averaged) said.push(warningSentence({ kind: "averaged" }));
  if (basisUnknown) said.push("Basis unknown, taken as 0.");
  return said;
}

/** A loss is worth more before the day, a gain costs less from then on. */
function swingSentence({ daysToLongTerm, valueCents, basisCents }: TermChange, swingCents: number): string {
  const effect = swingCents > 0 ? "saves" : "costs";
  const of = valueCents! < basisCents ? "loss" : "gain";
  return `Waiting ${daysText(daysToLongTerm!)} with this ${of} ${effect} ${moneyText(Math.abs(swingCents))} at this price.`;
}

function noPriceSentence(symbol: string): string {
  return `The prices have none for ${symbol}. Add a row with ${symbol} and its price.`;
}

/** R-TAX-4. */
function collectibleSentence(symbol: string): string {
  return `${symbol} is a collectible: its long-term gain is taxed at up to 28%, which Long rate is not.`;
}
