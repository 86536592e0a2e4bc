/** Answers the Wash screen: the year's figures, the timelines, every wash, and the windows open on the as-of day. Pure. */
import { bookTrades } from "../../lots/book";
import type { Book, WashMatch } from "../../lots/book-types";
import { lotName } from "../../lots/trades";
import { sharesFromUnits } from "../../report/figures";
import { refusedPools } from "../../report/refused-pools";
import { acquiredSymbol } from "../../report/replacement";
import { rulesOfWash } from "../../report/wash-rules";
import { finalOn } from "../../report/wash-window";
import { deferredIntoLaterPurchases, stillDeferred, washYear, yearsWithLosses } from "../../report/wash-year";
import { FEDERAL_LAW } from "../../rules/federal-law";
import { settingsSummary } from "../../sheet/drafts/live-or-values";
import { washTrailTable } from "../../sheet/tables/wash-trail";
import { done } from "../../values/outcome";
import { dayFromCalendar, yearOf, type Day } from "../../values/plain-date";
import type { Answering, Desk } from "../engine/contract";
import { openWindows, taxableSales } from "./loss-sales";
import { washTimelines } from "./wash-timelines";
import type { OpenWindow, WashTold } from "./wash-view";

export const answerWash: Answering<"wash"> = async (desk, ask, step) => {
  const { book, asOf, choices, facts } = desk;
  const thisYear = yearOf(asOf);
  const year = ask.year ?? thisYear;
  step.working("Looking at the losses", null);
  const ofYear = washYear(book, year);
  const years = [...new Set([thisYear, year, ...yearsWithLosses(book)])].sort((a, b) => b - a);
  await step.breathe();
  const sales = taxableSales(book);
  const open = openWindows(book, sales.values(), asOf);
  const symbols = washTimelines(book, sales, year, asOf);
  await step.breathe();
  step.working("Counting what is still deferred", null);
  const deferredOn = lastDayOfYear(desk, year);
  const deferred = stillDeferred(bookThrough(desk, deferredOn));
  await step.breathe();
  const yearBefore = dayFromCalendar(year - 1, 12, 31);
  const carriedInCents = stillDeferred(bookThrough(desk, yearBefore)).cents + deferredIntoLaterPurchases(book, yearBefore);
  await step.breathe();
  return done({
    year,
    years,
    asOf,
    lossCents: ofYear.lossCents,
    disallowedCents: ofYear.disallowedCents,
    permanentCents: ofYear.permanentCents,
    releasedCents: ofYear.releasedCents,
    carriedInCents,
    deferredAtYearEndCents: deferred.cents,
    deferredLots: deferred.lots,
    deferredIntoLaterCents: deferredIntoLaterPurchases(book, deferredOn),
    deferredOn,
    symbols,
    washes: ofYear.washes.map((match) => washTold(book, match)),
    openWindows: open,
    withheld: refusedPools(book).pools.map(({ fault, sentence }) => ({ row: fault.row, sentence })),
    traded: symbolsTraded(book, open),
    settingsSaid: settingsSummary(choices, facts.year),
    trail: washTrailTable(book, year),
  });
};

function symbolsTraded({ trades }: Book, open: readonly OpenWindow[]): readonly string[] {
  return [...new Set([...open.map(({ symbol }) => symbol), ...[...trades.symbols].sort()])];
}

/** 31 December; of a year not over the as-of day, or the last row's where rows run beyond it. */
function lastDayOfYear({ book, asOf }: Desk, year: number): Day {
  return Math.min(dayFromCalendar(year, 12, 31), Math.max(asOf, book.lastDay));
}

function bookThrough({ book, choices }: Desk, throughDay: Day): Book {
  return throughDay >= book.lastDay ? book : bookTrades(book.trades, choices, FEDERAL_LAW, { throughDay });
}

function washTold(book: Book, match: WashMatch): WashTold {
  const { trades } = book;
  const symbol = book.realized.symbol[match.piece]!;
  return {
    symbol: trades.symbols[symbol]!,
    saleRow: trades.row[match.lossSale]!,
    sold: match.lossDay,
    lossLot: lotName(trades, match.lossPurchase),
    shares: sharesFromUnits(book, symbol, match.units),
    unit: trades.options.has(symbol) ? "contract" : "share",
    disallowedCents: match.disallowedCents,
    permanentCents: match.permanentCents,
    basisAddedCents: match.basisAddedCents,
    replacementRow: trades.row[match.replacement]!,
    replacementSymbol: trades.symbols[acquiredSymbol(trades, match.replacement)]!,
    replacementAccount: trades.accounts[match.replacementAccount]!,
    replacedOn: trades.day[match.replacement]!,
    holdingFrom: match.holdingFrom,
    finalOn: finalOn(match.lossDay),
    rules: rulesOfWash(book, match),
  };
}
