/**
 * Which pools (a symbol in an account) have their numbers withheld, and the sentence that says why.
 * Several wrong rows may hit one pool; it is refused once, by the first of them.
 */
import { faultSentence } from "../lots/fault-sentence";
import type { Book, Refusal } from "../lots/book-types";
import type { RowFault } from "../lots/trades";

export interface RefusedPool {
  /** Index into `symbols`; null when the wrong row names no symbol. */
  readonly symbol: number | null;
  /** Index into `accounts`; null when the whole symbol, or no known account, is hit. */
  readonly account: number | null;
  readonly fault: RowFault;
  /** "Row 41: sells 120 XYZ, only 100 held. Check the quantity, or add the missing purchase." */
  readonly sentence: string;
}

export interface RefusedPools {
  /** One entry a pool, in the order of the refusals. */
  readonly pools: readonly RefusedPool[];
  /** The pool's refusal, or undefined when its numbers stand. */
  of(symbol: number, account: number): RefusedPool | undefined;
}

export function refusedPools(book: Book): RefusedPools {
  const pools: RefusedPool[] = [];
  const bySymbol = new Map<number, Map<number | null, RefusedPool>>();

  const refuse = (symbol: number | null, account: number | null, refusal: Refusal): void => {
    const pool = { symbol, account, fault: refusal, sentence: faultSentence(refusal) };
    if (symbol === null) {
      pools.push(pool);
      return;
    }
    const accounts = bySymbol.get(symbol) ?? new Map<number | null, RefusedPool>();
    bySymbol.set(symbol, accounts);
    // A row that reaches every account says nothing new where its accounts are listed one by one.
    const isListed = account === null ? accounts.size > 0 : accounts.has(null) || accounts.has(account);
    if (isListed) return;
    pools.push(pool);
    accounts.set(account, pool);
  };

  for (const refusal of book.refusals) {
    for (const pool of refusal.pools) refuse(pool.symbol, pool.account, refusal);
    refuse(refusal.symbol, refusal.account, refusal);
  }
  return {
    pools,
    of(symbol, account) {
      const accounts = bySymbol.get(symbol);
      return accounts?.get(account) ?? accounts?.get(null);
    },
  };
}
