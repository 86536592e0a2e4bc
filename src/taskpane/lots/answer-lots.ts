/** Every lot held at the end of the as-of day, with its term and, where there is a price, its gain: what OPENLOTS spills. */
import { openLotsAtAverage } from "../../harvest/at-average";
import { bookTrades } from "../../lots/book";
import type { Book, OpenLot } from "../../lots/book-types";
import { lotName } from "../../lots/trades";
import { sharesFromUnits } from "../../report/figures";
import { refusedPools } from "../../report/refused-pools";
import { washLinks, type WashLinks } from "../../report/wash-links";
import { isRetirement } from "../../rules/accounts";
import { FEDERAL_LAW } from "../../rules/federal-law";
import { longTermDayOf, termOfLot } from "../../rules/term-of-lot";
import { proceedsCents } from "../../sheet/arguments";
import { settingsSummary } from "../../sheet/drafts/live-or-values";
import { numbersOfDay } from "../../sheet/tables/lot-numbers";
import { lotNote } from "../../sheet/tables/open-lot-note";
import { done, type Outcome } from "../../values/outcome";
import type { Day } from "../../values/plain-date";
import type { Answering, Desk } from "../engine/contract";
import type { LotShown, LotsView } from "./lots-view";
import { waitingOfLot } from "./waiting-of-lot";

/** Lots between two pauses: a fraction of a millisecond each. */
const LOTS_A_SLICE = 100;

export const answerLots: Answering<"lots"> = async (desk, _ask, step) => {
  const { asOf, prices, priceFaults } = desk;
  const book = bookOn(desk);
  await step.breathe();
  const links = washLinks(book);
  const numbers = numbersOfDay(book);
  const keys = new Map<string, number>();
  const lots: LotShown[] = [];
  const averaged = openLotsAtAverage(book, asOf);
  for (const [at, lot] of book.openLots.entries()) {
    if (lots.length % LOTS_A_SLICE === 0) {
      step.working("Valuing the lots", lots.length / book.openLots.length);
      await step.breathe();
    }
    const shown = shownLot(desk, book, links, lot, numbers.get(lot) ?? null);
    if (!shown.ok) return shown;
    const waiting = waitingOfLot(desk, book, averaged[at]!, shown.value);
    lots.push({ ...shown.value, key: keyOf(keys, shown.value), waiting });
  }
  const held = new Set(book.openLots.map(({ symbol }) => book.trades.symbols[symbol] ?? ""));
  return done<LotsView>({
    asOf,
    lots,
    withoutPrice: prices === null ? [] : [...held].filter((symbol) => !prices.has(symbol.toUpperCase())).sort(),
    priceFaults: priceFaults.map(({ sentence }) => sentence),
    noPrices: prices === null,
    openShorts: book.openShorts.length,
    withheld: withheldNames(book),
    settingsSaid: settingsSummary(desk.choices, desk.facts.year),
  });
};

/** The desk holds all trades booked; rows after the as-of day have not happened yet. */
function bookOn({ book, reading, choices, asOf }: Desk): Book {
  return book.lastDay <= asOf ? book : bookTrades(reading.trades, choices, FEDERAL_LAW, { throughDay: asOf });
}

function shownLot(
  { prices, choices, asOf }: Desk,
  book: Book,
  links: WashLinks,
  lot: OpenLot,
  numberOfDay: number | null,
): Outcome<Omit<LotShown, "key" | "waiting">> {
  const { trades } = book;
  const symbol = trades.symbols[lot.symbol] ?? "";
  const account = trades.accounts[lot.account] ?? "";
  const shares = sharesFromUnits(book, lot.symbol, lot.units);
  const price = prices?.get(symbol.toUpperCase()) ?? null;
  const value = price === null ? null : proceedsCents(shares * (trades.options.get(lot.symbol)?.multiplier ?? 1), price);
  if (value !== null && !value.ok) return value;
  return done({
    symbol,
    account,
    lot: lotName(trades, lot.purchase),
    row: trades.row[lot.purchase] ?? 0,
    shares,
    acquired: lot.acquired,
    holdingFrom: lot.holdingFrom,
    daysHeld: asOf - lot.holdingFrom,
    ...termOf(lot, asOf),
    basisCents: lot.basisCents,
    washAddedCents: lot.washAddedCents,
    price,
    valueCents: value?.value ?? null,
    gainCents: value === null ? null : value.value - lot.basisCents,
    retirement: isRetirement(choices, account),
    note: lotNote(book, links, lot, numberOfDay).join(" "),
  });
}

function termOf(lot: OpenLot, asOf: Day): Pick<LotShown, "term" | "longTermOn" | "daysToLongTerm"> {
  const term = termOfLot(lot, asOf);
  const longTermOn = longTermDayOf(lot);
  if (term === "Long" || longTermOn === null) return { term, longTermOn: null, daysToLongTerm: null };
  return { term, longTermOn, daysToLongTerm: longTermOn - asOf };
}

function keyOf(keys: Map<string, number>, { symbol, account, lot }: Pick<LotShown, "symbol" | "account" | "lot">): string {
  const name = `${symbol}|${account}|${lot}`.toUpperCase();
  const part = (keys.get(name) ?? 0) + 1;
  keys.set(name, part);
  return part === 1 ? name : `${name}|${part}`;
}

function withheldNames(book: Book): readonly string[] {
  const { symbols, accounts } = book.trades;
  const names = refusedPools(book).pools.flatMap(({ symbol, account }) => {
    if (symbol === null) return [];
    return [account === null ? (symbols[symbol] ?? "") : `${symbols[symbol] ?? ""} in ${accounts[account] ?? ""}`];
  });
  return [...new Set(names)].sort();
}
