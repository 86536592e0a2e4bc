/**
 * Sell short and buy to cover (R-SS-1): opening realizes nothing; closing realizes the net short proceeds
 * less the cost to close, on the covering trade date. IRC 1233(a); Treas. Reg. 1.1233-1(a). Written options
 * open and close alike (R-OPT-3).
 */
import { PIECE_RETIREMENT, PIECE_SHORT, PIECE_TERM_BY_SHORT_SALE } from "../book-types";
import { rowFault, type Ledger } from "../ledger";
import type { Short } from "../shorts";
import type { LotChoice, RowFault } from "../trades";
import type { Day } from "../../values/plain-date";
import { take } from "../../values/take";
import { allOrGiven, type Hindrance } from "./leave";

export function sellShort(ledger: Ledger, at: number): RowFault | null {
  openShort(ledger, at, ledger.unitsAt(at), ledger.trades.amountCents[at]!);
  return null;
}

/** @param washAddedCents losses that an earlier book has added to the cost of closing */
/** A short of an earlier book that was closed at a loss: what a new short meets, and no other. */
export function closedShort(ledger: Ledger, at: number, opening: number): Short {
  const { trades } = ledger;
  return {
    opening,
    sequence: ledger.nextSequence(),
    symbol: trades.symbol[at]!,
    account: trades.account[at]!,
    day: trades.day[at]!,
    units: ledger.unitsAt(at),
    proceedsCents: 0,
    washAddedCents: 0,
    lossPeriod: null,
    isReplacement: false,
    reachUnits: 0,
    longHeldUnits: 0,
  };
}

export function openShort(ledger: Ledger, at: number, units: number, proceedsCents: number, washAddedCents = 0): void {
  const { trades } = ledger;
  const short: Short = {
    opening: at,
    sequence: ledger.nextSequence(),
    symbol: trades.symbol[at]!,
    account: trades.account[at]!,
    day: trades.day[at]!,
    units,
    proceedsCents,
    washAddedCents,
    lossPeriod: null,
    isReplacement: washAddedCents > 0,
    reachUnits: units,
    longHeldUnits: 0,
  };
  ledger.shorts.add(short);
  ledger.shortRule.opened(short);
}

export function buyToCover(ledger: Ledger, at: number): RowFault | null {
  const { trades } = ledger;
  const units = ledger.unitsAt(at);
  const shorts = closing(ledger, at, units, "covers");
  if (!Array.isArray(shorts)) return rowFault(trades, at, shorts.column, shorts.problem, shorts.whatToDo);
  cover(ledger, at, shorts, trades.amountCents[at]!);
  return null;
}

/** Takes `units` out of the open shorts of the row's symbol and account: those named on the row, else the earliest. */
export function closing(ledger: Ledger, at: number, wantedUnits: number, verb: string): Short[] | Hindrance {
  const { trades, shorts } = ledger;
  const symbol = trades.symbol[at]!;
  const account = trades.account[at]!;
  const name = ledger.symbolName(symbol);
  const held = shorts.unitsOf(symbol, account);
  const units = allOrGiven(wantedUnits, held);
  if (units > held) {
    const only = held === 0 ? "none" : `only ${ledger.shares(held)}`;
    const problem = `${verb} ${ledger.shares(units)} ${name}, ${only} sold short ${ledger.where(account, trades.day[at]!)}`;
    return { column: "Quantity", problem, whatToDo: "Check the quantity, or add the missing short sale; for a purchase write Buy." };
  }
  const lots = trades.details.get(at)?.lots;
  if (lots === undefined) return takeEarliest(ledger, symbol, account, units);
  const plan = planNamed(ledger, shorts.of(symbol, account), units, lots, verb);
  if (!Array.isArray(plan)) return plan;
  return plan.flatMap(({ open: from, units: wanted }) => takeFront(ledger, from, wanted));
}

interface Planned {
  readonly open: readonly Short[];
  readonly units: number;
}

function planNamed(
  ledger: Ledger,
  open: readonly Short[],
  units: number,
  lots: readonly LotChoice[],
  verb: string,
): Planned[] | Hindrance {
  const plan: Planned[] = [];
  let wanted = units;
  for (const { lot, shares } of lots) {
    const named = open.filter((short) => isNamed(ledger, short, lot));
    if (named.length === 0 || plan.some((planned) => planned.open.includes(named[0]!))) {
      const problem = named.length === 0 ? `names short ${lot}, but no open short is called that` : `names short ${lot} twice`;
      return { column: "Lots", problem, whatToDo: "Use the Lot id of the row that opened it, or row N." };
    }
    const held = named.reduce((sum, short) => sum + short.units, 0);
    const own = shares === undefined ? Math.min(wanted, held) : allOrGiven(ledger.units(shares), held);
    if (own > held) {
      const problem = `${verb} ${ledger.shares(own)} of short ${lot}, only ${ledger.shares(held)} open in it`;
      return { column: "Lots", problem, whatToDo: "Check the shares named for that short." };
    }
    plan.push({ open: named, units: own });
    wanted -= own;
  }
  if (wanted === 0) return plan;
  const problem = `${verb} ${ledger.shares(units)}, but Lots names ${ledger.shares(units - wanted)}`;
  return { column: "Lots", problem, whatToDo: "Make the shares in Lots add up to Quantity." };
}

function isNamed({ trades }: Ledger, { opening }: Short, lot: string): boolean {
  const wanted = lot.trim().toUpperCase();
  return wanted === trades.details.get(opening)?.lotId?.toUpperCase() || wanted === `ROW ${trades.row[opening]}`;
}

function takeEarliest({ shorts }: Ledger, symbol: number, account: number, units: number): Short[] {
  const taken: Short[] = [];
  for (let wanted = units; wanted > 0; ) {
    const short = shorts.first(symbol, account)!;
    const closed = wanted < short.units ? shorts.cut(short, wanted) : short;
    shorts.remove(closed);
    wanted -= closed.units;
    taken.push(closed);
  }
  return taken;
}

function takeFront({ shorts }: Ledger, open: readonly Short[], units: number): Short[] {
  const taken: Short[] = [];
  let wanted = units;
  for (const short of open) {
    if (wanted === 0) break;
    const closed = wanted < short.units ? shorts.cut(short, wanted) : short;
    shorts.remove(closed);
    wanted -= closed.units;
    taken.push(closed);
  }
  return taken;
}

/** Realizes shorts that have left the book; the cost goes over them in order (R-RND-2). */
export function cover(ledger: Ledger, at: number, shorts: readonly Short[], costCents: number): void {
  const day = ledger.trades.day[at]!;
  let centsLeft = costCents;
  let unitsLeft = shorts.reduce((sum, short) => sum + short.units, 0);
  for (const short of shorts) {
    const ownCents = take(centsLeft, short.units, unitsLeft);
    centsLeft -= ownCents;
    unitsLeft -= short.units;
    const basisCents = ownCents + short.washAddedCents;
    const isLoss = basisCents > short.proceedsCents;
    // R-SS-2: what stood against stock held over a year closes at a long-term loss. IRC 1233(d), (e)(1).
    const longUnits = isLoss ? short.longHeldUnits : 0;
    if (longUnits > 0 && longUnits < short.units) {
      const part = partOf(short, longUnits);
      const partBasisCents = take(basisCents, longUnits, short.units + longUnits);
      closeOne(ledger, at, day, part, partBasisCents, true);
      closeOne(ledger, at, day, short, basisCents - partBasisCents, false);
    } else closeOne(ledger, at, day, short, basisCents, longUnits > 0);
  }
}

/** The front `units` of a short that has left the book, as a short of its own; the rest keeps the rest. */
function partOf(short: Short, units: number): Short {
  const part = {
    ...short,
    units,
    proceedsCents: take(short.proceedsCents, units, short.units),
    washAddedCents: take(short.washAddedCents, units, short.units),
    longHeldUnits: units,
  };
  short.units -= units;
  short.proceedsCents -= part.proceedsCents;
  short.washAddedCents -= part.washAddedCents;
  short.longHeldUnits = 0;
  return part;
}

function closeOne(ledger: Ledger, at: number, day: Day, short: Short, basisCents: number, longTerm: boolean): void {
  const { retirement } = ledger;
  const isRetirement = retirement[short.account] === 1;
  let flags = PIECE_SHORT;
  if (isRetirement) flags |= PIECE_RETIREMENT;
  if (longTerm) flags |= PIECE_TERM_BY_SHORT_SALE;
  const realized = ledger.realized.addShort(short, at, day, basisCents, longTerm, flags);
  ledger.shortRule.closed(short, day);
  const lossCents = basisCents - short.proceedsCents;
  if (lossCents > 0 && !isRetirement) ledger.shortRule.closedAtLoss({ realized, sale: at, short, lossCents }, day);
}
