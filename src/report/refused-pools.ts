/**
 * Which pools (a symbol in an account) have their numbers withheld, and the sentence that says why.
 * Several wrong rows may hit one pool; it is refused once, by the first of them.
 */
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

export function faultSentence(fault: RowFault): string {
  return fault.whatToDo === "" ? fault.problem : `${fault.problem} ${fault.whatToDo}`;
}

export function refusedPools(book: Book): RefusedPools {
  const pools: RefusedPool[] = [];
  const bySymbol = new Map<number, Map<number, RefusedPool>>();
  const wholeSymbols = new Map<number, RefusedPool>();

  const refuse = (symbol: number | null, account: number | null, refusal: Refusal): void => {
    const pool = { symbol, account, fault: refusal, sentence: faultSentence(refusal) };
    if (symbol === null) {
      pools.push(pool);
      return;
    }
    const accounts = bySymbol.get(symbol) ?? new Map<number, RefusedPool>();
    bySymbol.set(symbol, accounts);
    if (wholeSymbols.has(symbol) || (account !== null && accounts.has(account))) return;
    pools.push(pool);
    if (account === null) wholeSymbols.set(symbol, pool);
    else accounts.set(account, pool);
  };

  for (const refusal of book.refusals) {
    refuse(refusal.symbol, refusal.account, refusal);
    for (const pool of refusal.pools) refuse(pool.symbol, pool.account, refusal);
  }
  return {
    pools,
    of: (symbol, account) => wholeSymbols.get(symbol) ?? bySymbol.get(symbol)?.get(account),
  };
}
