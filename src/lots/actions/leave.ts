/**
 * Shares leaving a pool, whatever for: a sale, a gift, a transfer.
 * Lots named on the row win over any method (R-ID-2); otherwise the method decides.
 */
import type { Method } from "../choices";
import type { Ledger } from "../ledger";
import { NO_PIECE, type Piece } from "../pieces";
import type { Pool } from "../pool";
import type { SaleCircumstances } from "../methods/circumstances";
import { relieve, takeOut } from "../relief";
import { purchasesNamed } from "../lot-names";
import { EVERY_ACCOUNT, TradeKind, type LotChoice } from "../trades";
import { isPurchase } from "../event-order";
import { listedAlsoAs } from "./listed-twice";
import type { Day } from "../../values/plain-date";

export interface Leaving {
  readonly pools: readonly Pool[];
  readonly units: number;
  readonly method: Method;
  readonly lots: readonly LotChoice[] | undefined;
  /** What the method may ask about the sale; null where the shares are not sold. */
  readonly sale: SaleCircumstances | null;
}

/** What stands in the way, to be worded by the action. */
export interface Hindrance {
  readonly column: string;
  readonly problem: string;
  readonly whatToDo: string;
}

export function heldUnits(pools: readonly Pool[]): number {
  let units = 0;
  for (const pool of pools) units += pool.units;
  return units;
}

/**
 * A cell holds 15 digits, so "all of 66 2/3 shares" can only be written as 66.6666666666667.
 * What differs from everything held by no more than the 15th digit means everything.
 */
export function allOrGiven(units: number, held: number): number {
  return units !== held && Math.abs(units - held) <= held * 5e-15 ? held : units;
}

/** Takes the shares out, or says why not. Nothing has moved when it says why not. */
export function leave(ledger: Ledger, leaving: Leaving, verb: string, symbol: number): Piece[] | Hindrance {
  if (leaving.lots === undefined) return relieve(ledger.pieces, leaving.pools, leaving.units, leaving.method, leaving.sale);
  const plan = planNamedLots(ledger, leaving, leaving.lots, verb, symbol);
  if (!Array.isArray(plan)) return plan;
  return plan.flatMap(({ lot, units }) => takeFront(ledger, lot, units));
}

/** An open lot, or the part of it in one pool: pieces of one name, front first. */
export type NamedLot = readonly { readonly pool: Pool; readonly piece: Piece }[];

/** Takes `units` from a lot, front first. */
function takeFront({ pieces }: Ledger, lot: NamedLot, units: number): Piece[] {
  const taken: Piece[] = [];
  let wanted = units;
  for (const { pool, piece } of lot) {
    if (wanted === 0) break;
    const leaving = takeOut(pieces, pool, piece, Math.min(wanted, pieces.units[piece]!));
    wanted -= pieces.units[leaving]!;
    taken.push(leaving);
  }
  return taken;
}

interface PlannedLot {
  readonly lot: NamedLot;
  readonly units: number;
}

function planNamedLots(
  ledger: Ledger,
  leaving: Leaving,
  lots: readonly LotChoice[],
  verb: string,
  symbol: number,
): PlannedLot[] | Hindrance {
  const name = ledger.symbolName(symbol);
  const plan: PlannedLot[] = [];
  const planned = new Set<number>();
  let wanted = leaving.units;
  for (const { lot, shares } of lots) {
    const named = openLotNamed(ledger, leaving.pools, lot);
    if (named.length === 0) {
      return {
        column: "Lots",
        problem: `names lot ${lot}, but no open lot of ${name} is called that`,
        whatToDo: "Use the id of an open lot, or row N for the purchase in row N.",
      };
    }
    const purchase = ledger.pieces.purchase[named[0]!.piece]!;
    if (planned.has(purchase)) {
      return { column: "Lots", problem: `names lot ${lot} twice`, whatToDo: "Name each lot once, with all its shares." };
    }
    planned.add(purchase);
    const held = named.reduce((sum, { piece }) => sum + ledger.pieces.units[piece]!, 0);
    const units = shares === undefined ? Math.min(wanted, held) : allOrGiven(ledger.units(shares), held);
    if (units > held) {
      return {
        column: "Lots",
        problem: `${verb} ${ledger.shares(units)} ${name} of lot ${lot}, only ${ledger.shares(held)} held in it`,
        whatToDo: "Check the shares named for that lot.",
      };
    }
    plan.push({ lot: named, units });
    wanted -= units;
  }
  if (wanted !== 0) {
    return {
      column: "Lots",
      problem: `${verb} ${ledger.shares(leaving.units)} ${name}, but Lots names ${ledger.shares(leaving.units - wanted)}`,
      whatToDo: "Make the shares in Lots add up to Quantity.",
    };
  }
  return plan;
}

/** What the pools hold of the lot, by the user's id or by `row N`, whatever the case. */
export function openLotNamed({ trades, pieces }: Ledger, pools: readonly Pool[], lot: string): NamedLot {
  const purchases = purchasesNamed(trades, lot);
  const found: { pool: Pool; piece: Piece }[] = [];
  if (purchases.length === 0) return found;
  // Nearly always one, and the pool may be long.
  const [only] = purchases;
  const { next, purchase } = pieces;
  for (const pool of pools) {
    for (let piece = pool.first; piece !== NO_PIECE; piece = next[piece]!) {
      if (purchase[piece] === only || (purchases.length > 1 && purchases.includes(purchase[piece]!))) found.push({ pool, piece });
    }
  }
  return found;
}

/** R-ID-6 and R-LOT-4: too few shares, with the same-day purchase that would cover it if there is one. */
export function tooFew(ledger: Ledger, event: Shortage): Hindrance {
  const { trades } = ledger;
  const name = ledger.symbolName(event.symbol);
  const held = event.held === 0 ? "none" : `only ${ledger.shares(event.held)}`;
  const missing = `${event.verb} ${ledger.shares(event.units)} ${name}, ${held} held ${ledger.where(event.account, event.day)}`;
  const cover = event.account === null ? null : laterPurchaseOfDay(ledger, event, event.units - event.held);
  if (cover === null) {
    const twice = event.sale === undefined ? null : listedAlsoAs(ledger, event.sale);
    if (twice !== null) {
      return {
        column: "Quantity",
        problem: `${missing}; row ${trades.row[twice]} makes the same sale`,
        whatToDo: "If both rows are one trade, keep the row of the option, Exercise or Assigned, and clear the row of the stock.",
      };
    }
    const worthless = event.held === 0 ? worthlessBefore(ledger, event) : null;
    if (worthless === null) return { column: "Quantity", problem: missing, whatToDo: adviceOf(ledger, event) };
    const row = trades.row[worthless];
    return {
      column: "Quantity",
      problem: `${missing}; row ${row} has written them off as worthless`,
      whatToDo: `Check the date of row ${row}, or clear one of the two rows.`,
    };
  }
  return {
    column: "Quantity",
    problem: `${missing}; row ${trades.row[cover]} buys more later the same day`,
    whatToDo: `Move row ${trades.row[cover]} before it, give both rows a Time, or set Order within day to Purchases first.`,
  };
}

/** What is sold without being held may be sold short. */
function adviceOf({ trades }: Ledger, { sale, symbol, held }: Shortage): string {
  if (held > 0 || sale === undefined || trades.kind[sale] !== TradeKind.Sell) return "Check the quantity, or add the missing purchase.";
  const word = trades.options.has(symbol) ? "Sell to open" : "Sell short";
  return `Check the quantity, add the missing purchase, or write ${word} if it opens a short position.`;
}

/** Worthless shares leave on the last day of the year (R-CA-9). */
function worthlessBefore(ledger: Ledger, { symbol, account, day }: Shortage): number | null {
  const { trades } = ledger;
  const writesOff = (at: number): boolean =>
    trades.kind[at] === TradeKind.Worthless && trades.symbol[at] === symbol &&
    (trades.account[at] === EVERY_ACCOUNT || trades.account[at] === account);
  return ledger.eventsBetween(-Infinity, day).reverse().find(writesOff) ?? null;
}

export interface Shortage {
  readonly verb: string;
  /** Position in the trades of the row that sells. */
  readonly sale?: number;
  readonly symbol: number;
  readonly account: number | null;
  readonly day: Day;
  readonly units: number;
  readonly held: number;
}

function laterPurchaseOfDay(ledger: Ledger, event: Shortage, missingUnits: number): number | null {
  const { trades } = ledger;
  let bought = 0;
  for (const at of ledger.eventsAhead()) {
    if (trades.day[at] !== event.day) break;
    if (trades.symbol[at] !== event.symbol || trades.account[at] !== event.account) continue;
    if (!isPurchase(trades.kind[at]!)) continue;
    bought += ledger.unitsAt(at);
    if (bought >= missingUnits) return at;
  }
  return null;
}
