/** Symbols that a harvest could not look at: no price, or a wrong row in the way. */
import type { Book, Refusal } from "../lots/book-types";
import { faultSentence } from "../lots/fault-sentence";
import type { HarvestFacts, HarvestGap } from "./harvest-types";
import { symbolsHeld } from "./held-lots";

export function gapsOf(facts: HarvestFacts, book: Book): HarvestGap[] {
  const { trades, prices } = facts;
  const unpriced = symbolsHeld(facts, book).filter((symbol) => !prices.has(trades.symbols[symbol]!.toUpperCase()));
  return [...book.refusals.flatMap((refusal) => gapsOfRefusal(facts, refusal)), ...unpriced.map((symbol) => noPrice(trades.symbols[symbol]!))];
}

function noPrice(symbol: string): HarvestGap {
  return { symbol, account: null, kind: "no-price", sentence: `The prices have none for ${symbol}. Add a row with ${symbol} and its price.` };
}

/** One gap for each symbol whose pools it withholds. */
function gapsOfRefusal({ trades }: HarvestFacts, refusal: Refusal): HarvestGap[] {
  const sentence = faultSentence(refusal);
  const symbols = new Set(refusal.pools.map(({ symbol }) => symbol));
  if (symbols.size === 0 && refusal.symbol === null) return [{ symbol: "", account: null, kind: "refused", sentence }];
  return [...symbols].map((symbol) => {
    const accounts = new Set(refusal.pools.filter((pool) => pool.symbol === symbol).map(({ account }) => account));
    const only = accounts.size === 1 ? trades.accounts[[...accounts][0]!]! : null;
    return { symbol: trades.symbols[symbol]!, account: only, kind: "refused", sentence };
  });
}
