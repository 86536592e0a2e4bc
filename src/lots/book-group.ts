/** Books the events of one group in order, in one forward pass. */
import type { WhatIfSale } from "./book-types";
import { giftGiven } from "./actions/gift-given";
import { purchase } from "./actions/purchase";
import { matchLosses } from "./actions/record";
import { sale, saleOfOrder, sellShares } from "./actions/sale";
import { split } from "./actions/split";
import { symbolChange } from "./actions/symbol-change";
import { transfer } from "./actions/transfer";
import { isPurchase } from "./event-order";
import type { LossPiece } from "./law";
import { rowFault, type Ledger } from "./ledger";
import { fillsOfOrders } from "./orders";
import { WHAT_IF_ROW } from "./refusals";
import { TradeKind, type RowFault } from "./trades";
import type { Day } from "../values/plain-date";

/** Exact output beyond this is refused by name, never approximated (design section 7). */
export const PIECE_BUDGET = 2_000_000;

export interface GroupEvents {
  /** Positions in the trades, in booking order. */
  readonly events: Int32Array;
  /** By account index: 1 where the account's pools are withheld. */
  readonly withheld: Uint8Array;
  readonly throughDay: Day;
  readonly whatIf: WhatIfSale | null;
}

/** Books the group; the first fault met stops it. */
export function bookGroup(ledger: Ledger, group: GroupEvents): RowFault | null {
  const { trades } = ledger;
  const { events, withheld, throughDay, whatIf } = group;
  const orders = fillsOfOrders(trades, events);
  const piecesBefore = ledger.realized.count;
  let saleIsDue = whatIf !== null;
  for (let i = 0; i < events.length; i++) {
    const at = events[i]!;
    if (trades.day[at]! > throughDay) break;
    if (saleIsDue && trades.day[at]! > whatIf!.day) {
      const fault = hypotheticalSale(ledger, group, whatIf!);
      if (fault !== null) return fault;
      saleIsDue = false;
    }
    const account = trades.account[at]!;
    if (account >= 0 && withheld[account] === 1) continue;
    // After a what-if sale only what decides whether it is washed still matters.
    if (whatIf !== null && !saleIsDue && !bearsOnWindow(trades.kind[at]!)) continue;
    const fills = orders?.get(at) ?? null;
    if (fills !== null && fills.length === 0) continue;
    ledger.moveTo(events, i + 1);
    const fault = bookEvent(ledger, at, fills);
    if (fault !== null) return fault;
    if (ledger.realized.count - piecesBefore > PIECE_BUDGET) return overBudget(ledger, at);
  }
  return saleIsDue ? hypotheticalSale(ledger, group, whatIf!) : null;
}

function bookEvent(ledger: Ledger, at: number, fills: readonly number[] | null): RowFault | null {
  switch (ledger.trades.kind[at]) {
    case TradeKind.Buy:
    case TradeKind.Reinvest:
    case TradeKind.Vest:
      purchase(ledger, at, fills);
      return null;
    case TradeKind.Sell:
      return fills === null ? sale(ledger, at) : saleOfOrder(ledger, fills);
    case TradeKind.Transfer:
      return transfer(ledger, at);
    case TradeKind.Split:
      return split(ledger, at);
    case TradeKind.GiftGiven:
      return giftGiven(ledger, at);
    case TradeKind.SymbolChange:
      return symbolChange(ledger, at);
    default:
      throw new Error(`bookEvent: no booking for kind ${ledger.trades.kind[at]}`);
  }
}

function bearsOnWindow(kind: number): boolean {
  return isPurchase(kind) || kind === TradeKind.Split || kind === TradeKind.SymbolChange;
}

/** The what-if sale stands at the end of its day, after the last trade (`trades.count`). */
function hypotheticalSale(ledger: Ledger, { withheld }: GroupEvents, whatIf: WhatIfSale): RowFault | null {
  // A withheld account has no shares to offer; its own fault is the answer.
  if (whatIf.account === null ? withheld.includes(1) : withheld[whatIf.account] === 1) return null;
  const pools = ledger
    .heldPools(whatIf.symbol)
    .filter((pool) => (whatIf.account === null ? ledger.retirement[pool.account] === 0 : pool.account === whatIf.account));
  const losses: LossPiece[] = [];
  const hindrance = sellShares(
    ledger,
    {
      ...whatIf,
      sale: ledger.trades.count,
      pools,
      units: ledger.units(whatIf.shares),
      lots: whatIf.lots,
    },
    losses,
  );
  if (hindrance !== null) {
    const { symbol, account } = whatIf;
    return { ...hindrance, row: WHAT_IF_ROW, problem: `This sale ${hindrance.problem}.`, symbol, account };
  }
  matchLosses(ledger, losses, whatIf.day);
  return null;
}

function overBudget(ledger: Ledger, at: number): RowFault {
  const name = ledger.symbolName(ledger.trades.symbol[at]!);
  return rowFault(
    ledger.trades,
    at,
    "Symbol",
    `the wash sales of ${name} cut its lots into more than ${PIECE_BUDGET.toLocaleString("en-US")} pieces`,
    "Book a shorter history of this symbol, starting from its open lots.",
  );
}
