/** Answers what can be sold on the as-of day, and by which methods. Pure. */
import { bookTrades } from "../../lots/book";
import type { Book, OpenLot } from "../../lots/book-types";
import { methodInForce } from "../../lots/method-order";
import { LOT_METHODS } from "../../lots/methods/table";
import { ordersToCompare } from "../../report/compare-methods";
import { sharesFromUnits } from "../../report/figures";
import { FEDERAL_LAW } from "../../rules/federal-law";
import { done } from "../../values/outcome";
import type { Answering, Desk } from "../engine/contract";
import { isTaxable } from "./held-lots";
import type { Holding, MethodOffered } from "./sell-view";

export const answerHoldings: Answering<"holdings"> = async (desk, _ask, step) => {
  const { asOf, choices } = desk;
  const book = asOf >= desk.book.lastDay ? desk.book : bookTrades(desk.book.trades, choices, FEDERAL_LAW, { throughDay: asOf });
  await step.breathe();
  const { symbols } = book.trades;
  const bySymbol = new Map<number, OpenLot[]>();
  const elsewhere = new Set<string>(book.openShorts.map(({ symbol }) => symbols[symbol]!));
  for (const lot of book.openLots) {
    if (!isTaxable(desk, lot)) elsewhere.add(symbols[lot.symbol]!);
    else if (bySymbol.has(lot.symbol)) bySymbol.get(lot.symbol)!.push(lot);
    else bySymbol.set(lot.symbol, [lot]);
  }
  const holdings = [...bySymbol].map(([symbol, lots]) => holdingOf(desk, book, symbol, lots)).sort((a, b) => (a.symbol < b.symbol ? -1 : 1));
  for (const { symbol } of holdings) elsewhere.delete(symbol);
  return done({ asOf, holdings, elsewhere: [...elsewhere].sort(), methods: methodsOffered(desk) });
};

function holdingOf(desk: Desk, book: Book, symbol: number, lots: readonly OpenLot[]): Holding {
  const { trades } = book;
  const name = trades.symbols[symbol]!;
  const units = new Map<number, number>();
  for (const lot of lots) units.set(lot.account, (units.get(lot.account) ?? 0) + lot.units);
  const accounts = [...units].map(([account, held]) => ({
    account: trades.accounts[account]!,
    shares: sharesFromUnits(book, symbol, held),
    standingMethod: methodInForce(desk.choices, name, trades.accounts[account]!, desk.asOf),
  }));
  const option = trades.options.get(symbol);
  return {
    symbol: name,
    unit: option === undefined ? "share" : "contract",
    multiplier: option?.multiplier ?? 1,
    price: desk.prices?.get(name.toUpperCase()) ?? null,
    accounts,
    mayAverage: mayAverage(book, symbol, lots.some(({ averaged }) => averaged) || accounts.some(({ standingMethod }) => standingMethod === "AVG")),
  };
}

/** R-AVG-1: funds; what is averaged already shows it, with its Note. */
export function mayAverage({ trades }: Book, symbol: number, isAveraged: boolean): boolean {
  return isAveraged || trades.funds.has(symbol);
}

/** All that can be computed; AVG is offered by holding. */
function methodsOffered({ choices }: Desk): readonly MethodOffered[] {
  const lackRates = new Set(ordersToCompare(choices, true).lackRates);
  return LOT_METHODS.filter(({ name }) => name !== "SPEC" && !lackRates.has(name)).map(({ name, whose }) => ({ name, whose }));
}
