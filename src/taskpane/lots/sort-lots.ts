/** Which lots the Lots screen shows, and in which order: by symbol always, its groups and the lots in them as chosen. */
import type { LotShown } from "./lots-view";

export type LotsSort = "symbol" | "gain" | "daysToLongTerm" | "acquired";

export interface LotsFilter {
  /** Part of a symbol, in any case; "" for all. */
  readonly symbol: string;
  readonly result: "any" | "loss" | "gain";
  readonly term: "any" | "Short" | "Long";
  /** null: every account. */
  readonly account: string | null;
}

export const ALL_LOTS: LotsFilter = { symbol: "", result: "any", term: "any", account: null };

export interface SymbolGroup {
  readonly symbol: string;
  readonly lots: readonly LotShown[];
  readonly shares: number;
  readonly basisCents: number;
  /** null where a lot has no price. */
  readonly gainCents: number | null;
}

export function isAllLots({ symbol, result, term, account }: LotsFilter): boolean {
  return symbol.trim() === "" && result === "any" && term === "any" && account === null;
}

/** A lot without a price is neither a loss nor a gain. */
export function filteredLots(lots: readonly LotShown[], filter: LotsFilter): readonly LotShown[] {
  const part = filter.symbol.trim().toUpperCase();
  return lots.filter(
    (lot) =>
      (part === "" || lot.symbol.toUpperCase().includes(part)) &&
      (filter.term === "any" || lot.term === filter.term) &&
      (filter.account === null || lot.account === filter.account) &&
      (filter.result === "any" || (lot.gainCents !== null && (filter.result === "loss" ? lot.gainCents < 0 : lot.gainCents > 0))),
  );
}

export function groupedLots(lots: readonly LotShown[], sort: LotsSort): readonly SymbolGroup[] {
  const bySymbol = new Map<string, LotShown[]>();
  for (const lot of lots) {
    const group = bySymbol.get(lot.symbol);
    if (group === undefined) bySymbol.set(lot.symbol, [lot]);
    else group.push(lot);
  }
  const groups = [...bySymbol].map(([symbol, members]) => groupOf(symbol, members.sort(byRank(lotRank(sort)))));
  return groups.sort(byRank(groupRank(sort)));
}

function groupOf(symbol: string, lots: readonly LotShown[]): SymbolGroup {
  const sum = (of: (lot: LotShown) => number): number => lots.reduce((total, lot) => total + of(lot), 0);
  return {
    symbol,
    lots,
    shares: Number(sum((lot) => lot.shares).toPrecision(15)),
    basisCents: sum((lot) => lot.basisCents),
    gainCents: lots.some(({ gainCents }) => gainCents === null) ? null : sum((lot) => lot.gainCents ?? 0),
  };
}

interface Named {
  readonly symbol: string;
}

/** By rank, smallest first; equals by symbol, so that the order is the same every time. Sorting is stable below that. */
function byRank<T extends Named>(rank: (one: T) => number): (a: T, b: T) => number {
  return (a, b) => rank(a) - rank(b) || (a.symbol < b.symbol ? -1 : a.symbol > b.symbol ? 1 : 0);
}

/** What is not known comes last. */
const LAST = Number.MAX_SAFE_INTEGER;

function lotRank(sort: LotsSort): (lot: LotShown) => number {
  if (sort === "gain") return ({ gainCents }) => gainCents ?? LAST;
  if (sort === "daysToLongTerm") return ({ daysToLongTerm }) => daysToLongTerm ?? LAST;
  return ({ acquired }) => acquired;
}

/** A group stands where its first lot would; by gain, where its total does. */
function groupRank(sort: LotsSort): (group: SymbolGroup) => number {
  if (sort === "symbol") return () => 0;
  if (sort === "gain") return ({ gainCents }) => gainCents ?? LAST;
  const rank = lotRank(sort);
  return ({ lots }) => (lots[0] === undefined ? LAST : rank(lots[0]));
}
