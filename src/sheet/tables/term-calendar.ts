/** TERMCALENDAR: lots that turn long-term soon, gains and losses side by side, and what the change is worth (R-TLH-6). */
import type { TermChange } from "../../harvest/term-calendar";
import type { Book } from "../../lots/book-types";
import { dollarsFromCents } from "../../report/figures";
import { daysText, warningSentence } from "../../report/harvest-words";
import { refusedPools } from "../../report/refused-pools";
import { fifteenDigits } from "../../values/decimals";
import { serialFromDay } from "../../values/plain-date";
import type { Problem } from "../../values/outcome";
import { faultOfSymbol } from "../price-faults";
import type { Prices } from "../read-prices";
import { notAvailable, valueError, type Cell, type Row, type Table } from "./cell";
import { refusedRows } from "./refused-rows";
import { moneyText } from "../../values/money-text";

export const TERMCALENDAR_HEADINGS = [
  "Symbol", "Account", "Lot", "Acquired", "Holding from", "Quantity", "Basis", "Value", "Gain", "Long-term on", "Days to long-term",
  "Tax now", "Tax long-term", "Swing", "Note",
  "Break-even price", "Break-even move",
] as const;

const TEXTS: ReadonlySet<string> = new Set(["Symbol", "Account", "Lot", "Note"]);

/**
 * @param book          the lots are of; a pool it refuses is one row of #VALUE!
 * @param prices        null leaves Value, Gain and the taxes blank; given, a symbol without a price shows #N/A, one whose
 *                      price cannot be used #VALUE! and a Note with its row
 * @param withoutTax why the tax of the year cannot be told, said once, in the first row of a lot; null where it can
 */
export function termCalendarTable(book: Book, changes: readonly TermChange[], prices: Pick<Prices, "faults"> | null, withoutTax: string | null): Table {
  const table: Table = [[...TERMCALENDAR_HEADINGS]];
  table.push(...refusedRows(book, refusedPools(book), TERMCALENDAR_HEADINGS, TEXTS, "Note"));
  changes.forEach((change, at) => table.push(changeRow(change, prices, at === 0 && prices !== null ? withoutTax : null)));
  return table;
}

function changeRow(change: TermChange, prices: Pick<Prices, "faults"> | null, withoutTax: string | null): Row {
  const { valueCents, basisCents } = change;
  const missing = prices === null || valueCents !== null ? null : missingPrice(change.symbol, prices.faults);
  const absent = missing ?? "";
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
    [...notesOf(change, missing), ...(withoutTax === null ? [] : [withoutTax])].join(" "),
    ...breakEvenCells(change, absent),
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

/** Break-even price, Break-even move; blank for a loss, and for what does not turn. */
function breakEvenCells({ taxes, collectible, symbol }: TermChange, absent: Cell): Cell[] {
  if (taxes === null) return [absent, absent];
  if (taxes.breakEven === null) return ["", ""];
  const unknown = collectible ? notAvailable(collectibleSentence(symbol)) : null;
  return unknown === null ? [taxes.breakEven.price, fifteenDigits(taxes.breakEven.move)] : [unknown, unknown];
}

function notesOf(change: TermChange, missing: Problem | null): string[] {
  const { symbol, shares, longTermOn, taxes, collectible, basisUnknown, averaged } = change;
  const said: string[] = [];
  const swingCents = taxes?.swingCents ?? null;
  if (longTermOn === null) said.push(warningSentence({ kind: "short-holds-period", shares }));
  if (missing !== null) said.push(missing.sentence);
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

function missingPrice(symbol: string, faults: Prices["faults"]): Problem {
  const fault = faultOfSymbol(faults, symbol);
  return fault === null ? notAvailable(`The prices have none for ${symbol}. Add a row with ${symbol} and its price.`) : valueError(fault);
}

/** R-TAX-4. */
function collectibleSentence(symbol: string): string {
  return `${symbol} is a collectible: its long-term gain is taxed at up to 28%, not at Long rate.`;
}
