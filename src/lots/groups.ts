/**
 * Which symbols must be booked together, and which are substantially identical.
 * A group is what symbol changes, mergers, spin-offs, rights, options and the user's identical securities
 * tie to each other; groups never touch, so one wrong symbol leaves all other groups alone.
 */
import type { Choices } from "./choices";
import { TradeKind, type Trades } from "./trades";

/** Smallest member of each symbol's set, by symbol index. */
class DisjointSymbols {
  readonly parent: Int32Array;

  constructor(count: number) {
    this.parent = Int32Array.from({ length: count }, (_, symbol) => symbol);
  }

  find(symbol: number): number {
    let root = symbol;
    while (this.parent[root] !== root) root = this.parent[root]!;
    while (this.parent[symbol] !== root) {
      const next = this.parent[symbol]!;
      this.parent[symbol] = root;
      symbol = next;
    }
    return root;
  }

  join(a: number, b: number): void {
    const [rootA, rootB] = [this.find(a), this.find(b)];
    if (rootA < rootB) this.parent[rootB] = rootA;
    else this.parent[rootA] = rootB;
  }

  roots(): Int32Array {
    return this.parent.map((_, symbol) => this.find(symbol));
  }
}

export interface SymbolTies {
  /** Group of each symbol: symbols that must be booked in one pass. */
  readonly group: Int32Array;
  /** Class of each symbol: symbols that replace each other under R-WS-14. */
  readonly identicalClass: Int32Array;
}

export function tieSymbols(trades: Trades, choices: Choices): SymbolTies {
  const count = trades.symbols.length;
  const groups = new DisjointSymbols(count);
  const classes = new DisjointSymbols(count);
  const declared = new Set<number>();
  // R-WS-10: a broker looks at one CUSIP only.
  if (choices.view !== "broker" && choices.identical.length > 0) {
    const indexOf = new Map(trades.symbols.map((symbol, index) => [symbol.toUpperCase(), index]));
    for (const group of choices.identical) {
      const members = group.flatMap((symbol) => indexOf.get(symbol.toUpperCase()) ?? []);
      for (const member of members) {
        declared.add(member);
        groups.join(members[0]!, member);
        classes.join(members[0]!, member);
      }
    }
  }
  for (const [symbol, option] of trades.options) groups.join(symbol, option.underlying);
  if (choices.optionLosses === "sameUnderlyingAndType") joinAlikeOptions(trades, classes);
  for (const [at, detail] of trades.details) {
    if (detail.newSymbol === undefined) continue;
    const oldSymbol = trades.symbol[at]!;
    groups.join(oldSymbol, detail.newSymbol);
    if (trades.kind[at] !== TradeKind.SymbolChange) continue;
    // The renamed security is still what the user declared identical; a recycled ticker is not.
    if (declared.has(oldSymbol)) {
      declared.add(detail.newSymbol);
      classes.join(oldSymbol, detail.newSymbol);
    }
  }
  return { group: groups.roots(), identicalClass: classes.roots() };
}

/** R-WS-13, by choice: options of one type on one underlying replace each other. */
function joinAlikeOptions(trades: Trades, classes: DisjointSymbols): void {
  const first = new Map<string, number>();
  for (const [symbol, { type, underlying }] of trades.options) {
    const alike = `${type} ${underlying}`;
    const known = first.get(alike);
    if (known === undefined) first.set(alike, symbol);
    else classes.join(known, symbol);
  }
}
