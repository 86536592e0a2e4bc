/**
 * Hypothetical sales and purchases: each stands at the end of its day, in the order asked, as a row appended to the
 * trades would. They have the positions after the last trade.
 */
import type { Scope, WhatIf, WhatIfPurchase, WhatIfSale } from "./book-types";
import { openLotNamed } from "./actions/leave";
import { matchLosses } from "./actions/record";
import { sellShares } from "./actions/sale";
import type { LossPiece } from "./law";
import type { Ledger } from "./ledger";
import type { Pool } from "./pool";
import { WHAT_IF_ROW } from "./refusals";
import type { LotChoice, RowFault } from "./trades";
import type { Day } from "../values/plain-date";

export interface AskedWhatIf {
  readonly day: Day;
  readonly symbol: number;
  /** Position it has in the book: `trades.count` for the first asked. */
  readonly position: number;
  /** One of several, so that what is refused must say which. */
  readonly isOneOfSeveral: boolean;
  readonly asked: WhatIf;
}

/** What the scope asks, by day and then in its order; null when it asks nothing. */
export function whatIfsOf({ whatIf, whatIfs }: Scope, firstPosition: number): AskedWhatIf[] | null {
  const asked: readonly WhatIf[] | undefined = whatIf === undefined ? whatIfs : [{ kind: "sale", sale: whatIf }];
  if (asked === undefined) return null;
  return asked
    .map((one, i) => {
      const { day, symbol } = termsOf(one);
      return { day, symbol, position: firstPosition + i, isOneOfSeveral: asked.length > 1, asked: one };
    })
    .sort((a, b) => a.day - b.day || a.position - b.position);
}

function termsOf(one: WhatIf): WhatIfSale | WhatIfPurchase {
  return one.kind === "sale" ? one.sale : one.purchase;
}

/** Share quantities that must be whole units. */
export function quantitiesOf({ asked }: AskedWhatIf): number[] {
  if (asked.kind === "purchase") return [asked.purchase.shares];
  if (asked.sale.allOfLots) return [];
  return [asked.sale.shares, ...(asked.sale.lots ?? []).map(({ shares }) => shares ?? 0)];
}

/** A withheld account has no shares to offer or to take in; its own fault is the answer. */
export function bookWhatIf(ledger: Ledger, whatIf: AskedWhatIf, withheld: Uint8Array): RowFault | null {
  const { account } = termsOf(whatIf.asked);
  if (account === null ? withheld.includes(1) : withheld[account] === 1) return null;
  if (whatIf.asked.kind === "sale") return sell(ledger, whatIf, whatIf.asked.sale);
  buy(ledger, whatIf, whatIf.asked.purchase);
  return null;
}

function sell(ledger: Ledger, whatIf: AskedWhatIf, sale: WhatIfSale): RowFault | null {
  const pools = ledger
    .heldPools(sale.symbol)
    .filter((pool) => (sale.account === null ? ledger.retirement[pool.account] === 0 : pool.account === sale.account));
  const losses: LossPiece[] = [];
  const units = sale.allOfLots ? unitsOfLots(ledger, pools, sale.lots ?? []) : ledger.units(sale.shares);
  const hindrance = sellShares(ledger, { ...sale, sale: whatIf.position, pools, units, lots: sale.lots }, losses);
  if (hindrance !== null) {
    const { symbol, account } = sale;
    const which = whatIf.isOneOfSeveral ? whichSale(ledger, sale) : "This sale";
    return { ...hindrance, row: WHAT_IF_ROW, problem: `${which} ${hindrance.problem}.`, symbol, account };
  }
  matchLosses(ledger, losses, sale.day);
  return null;
}

/** All that the pools hold of the lots named. */
function unitsOfLots(ledger: Ledger, pools: readonly Pool[], lots: readonly LotChoice[]): number {
  const pieces = lots.flatMap(({ lot }) => openLotNamed(ledger, pools, lot));
  return pieces.reduce((sum, { piece }) => sum + ledger.pieces.units[piece]!, 0);
}

/** "The sale of XYZ, lot L1," */
function whichSale(ledger: Ledger, { symbol, lots }: WhatIfSale): string {
  const names = (lots ?? []).map(({ lot }) => lot).join(", ");
  const ofLots = names === "" ? "" : `, ${lots!.length === 1 ? "lot" : "lots"} ${names},`;
  return `The sale of ${ledger.symbolName(symbol)}${ofLots}`;
}

function buy(ledger: Ledger, { position }: AskedWhatIf, { symbol, account, shares, costCents, day }: WhatIfPurchase): void {
  const piece = ledger.pieces.add(position, ledger.nextSequence(), day, ledger.units(shares), costCents);
  ledger.arrive(piece, symbol, account);
}
