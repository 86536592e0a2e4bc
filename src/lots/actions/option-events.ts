/**
 * What ends an option without a trade in it.
 *
 * R-OPT-1  A held option that expires is a loss on that day, by its own period. IRC 1234(a).
 * R-OPT-2  Call exercised: stock basis = strike + premium; the count starts the day after (R-HP-7). Put
 *          exercised: the premium comes off the proceeds; term by the stock.
 * R-OPT-3  Written option expired: short-term gain. IRC 1234(b)(1). Call assigned: the premium joins the proceeds.
 *          Put assigned: stock basis = strike - premium, acquired on assignment.
 */
import { rowFault, type Ledger } from "../ledger";
import type { LossPiece } from "../law";
import type { Piece, TackedDates } from "../pieces";
import type { Pool } from "../pool";
import type { Short, TackedPeriod } from "../shorts";
import type { OptionTerms, RowFault } from "../trades";
import type { Day } from "../../values/plain-date";
import { take } from "../../values/take";
import { allOrGiven, leave, type Hindrance } from "./leave";
import { remarkListedTwice } from "./listed-twice";
import { matchLosses, record } from "./record";
import { sellShares } from "./sale";
import { closing, cover } from "./short-sale";

export function expire(ledger: Ledger, at: number): RowFault | null {
  const { trades } = ledger;
  const day = trades.day[at]!;
  const pool = ledger.pool(trades.symbol[at]!, trades.account[at]!);
  if (pool.units > 0) {
    const pieces = contractsHeld(ledger, at, pool, "expires");
    if (!Array.isArray(pieces)) return asFault(ledger, at, pieces);
    const losses: LossPiece[] = [];
    record(ledger, { sale: at, symbol: pool.symbol, proceedsCents: 0, day }, pieces, losses);
    matchLosses(ledger, losses, day);
    return null;
  }
  const shorts = contractsWritten(ledger, at, "expires");
  if (!Array.isArray(shorts)) return asFault(ledger, at, shorts);
  cover(ledger, at, shorts, 0);
  return null;
}

export function exercise(ledger: Ledger, at: number): RowFault | null {
  const option = optionOf(ledger, at);
  if (option === null) return notAnOption(ledger, at);
  const { trades, pieces } = ledger;
  const pool = ledger.pool(trades.symbol[at]!, trades.account[at]!);
  const contracts = contractsHeld(ledger, at, pool, "exercises");
  if (!Array.isArray(contracts)) return asFault(ledger, at, contracts);
  for (const piece of contracts) ledger.noLongerCandidate(piece);
  remarkListedTwice(ledger, at);
  if (option.type === "call") {
    buyThroughCalls(ledger, at, option, contracts);
    return null;
  }
  const premiumCents = contracts.reduce((sum, piece) => sum + pieces.basisCents[piece]!, 0);
  const units = contracts.reduce((sum, piece) => sum + pieces.units[piece]!, 0) * option.multiplier;
  return sellUnderlying(ledger, at, option, units, trades.amountCents[at]! - premiumCents);
}

/** One lot of stock for each piece of calls: its share of the strike and its premium. */
function buyThroughCalls(ledger: Ledger, at: number, option: OptionTerms, contracts: readonly Piece[]): void {
  const { trades, pieces } = ledger;
  let centsLeft = trades.amountCents[at]!;
  let unitsLeft = contracts.reduce((sum, piece) => sum + pieces.units[piece]!, 0);
  for (const call of contracts) {
    const strikeCents = take(centsLeft, pieces.units[call]!, unitsLeft);
    centsLeft -= strikeCents;
    unitsLeft -= pieces.units[call]!;
    buyUnderlying(ledger, at, option, pieces.units[call]!, strikeCents + pieces.basisCents[call]!, {
      washAddedCents: pieces.washAddedCents[call]!,
      isReplacement: pieces.isReplacement(call),
      lossPeriod: periodThroughCall(ledger, at, call),
    });
  }
}

/** The dates a call took over, moved from its own purchase to its exercise. */
function periodThroughCall({ trades, pieces }: Ledger, at: number, call: Piece): TackedDates | null {
  const tacked = pieces.tackedDates(call);
  if (tacked === null) return null;
  const held = trades.day[at]! - pieces.acquired[call]!;
  return {
    tackDays: tacked.tackDays + held,
    substituteDate: tacked.substituteDate,
    tackNoOverlap: tacked.tackNoOverlap + held,
  };
}

/** R-WS-6, for stock that a put brings on assignment. */
function datesOfStock(day: Day, { from, days }: TackedPeriod): TackedDates {
  return {
    tackDays: day - days,
    substituteDate: Math.min(day, from),
    tackNoOverlap: Math.min(day, Math.max(from, day - days)),
  };
}

export function assigned(ledger: Ledger, at: number): RowFault | null {
  const option = optionOf(ledger, at);
  if (option === null) return notAnOption(ledger, at);
  const shorts = contractsWritten(ledger, at, "is assigned");
  if (!Array.isArray(shorts)) return asFault(ledger, at, shorts);
  remarkListedTwice(ledger, at);
  const { amountCents } = ledger.trades;
  if (option.type === "call") {
    const premiumCents = shorts.reduce((sum, short) => sum + short.proceedsCents - short.washAddedCents, 0);
    const units = shorts.reduce((sum, short) => sum + short.units, 0) * option.multiplier;
    return sellUnderlying(ledger, at, option, units, amountCents[at]! + premiumCents);
  }
  let centsLeft = amountCents[at]!;
  let unitsLeft = shorts.reduce((sum, short) => sum + short.units, 0);
  for (const put of shorts) {
    const strikeCents = take(centsLeft, put.units, unitsLeft);
    centsLeft -= strikeCents;
    unitsLeft -= put.units;
    // R-BASIS-4: basis never falls below zero.
    const basisCents = Math.max(0, strikeCents - put.proceedsCents + put.washAddedCents);
    buyUnderlying(ledger, at, option, put.units, basisCents, put);
  }
  return null;
}

interface ReplacementSoFar {
  readonly washAddedCents: number;
  /** A share absorbs one loss: what the option absorbed, its stock cannot absorb again (R-WS-8). */
  readonly isReplacement: boolean;
  /**
   * The stock takes over the period of the shares whose loss the option absorbed, which IRC 1223(3) gives to stock whose
   * "contract or option to acquire" washed the loss; the option's own period does not join it (R-HP-7).
   */
  readonly lossPeriod: TackedDates | TackedPeriod | null;
}

function buyUnderlying(
  ledger: Ledger,
  at: number,
  { multiplier }: OptionTerms,
  contractUnits: number,
  basisCents: number,
  before: ReplacementSoFar,
): void {
  const { trades, pieces } = ledger;
  const day = trades.day[at]!;
  const units = contractUnits * multiplier;
  const { sequence, place } = ledger.queueOf(at, units);
  const piece = pieces.add(at, sequence, day, units, basisCents);
  pieces.place[piece] = place;
  pieces.washAddedCents[piece] = before.washAddedCents;
  if (before.isReplacement) pieces.markReplacement(piece);
  if (before.lossPeriod !== null) {
    const dates = "from" in before.lossPeriod ? datesOfStock(day, before.lossPeriod) : before.lossPeriod;
    pieces.tack(piece, dates, dates[ledger.choices.washHoldingPeriod]);
  }
  ledger.arrive(piece, ledger.underlyings.of(trades.symbol[at]!)!, trades.account[at]!);
}

function sellUnderlying(ledger: Ledger, at: number, option: OptionTerms, units: number, proceedsCents: number): RowFault | null {
  const { trades } = ledger;
  const symbol = ledger.underlyings.of(trades.symbol[at]!)!;
  const account = trades.account[at]!;
  const day = trades.day[at]!;
  const losses: LossPiece[] = [];
  const pools = ledger.pool(symbol, account).alone;
  const hindrance = sellShares(
    ledger,
    { sale: at, symbol, account, pools, units, proceedsCents, day, method: null, lots: undefined },
    losses,
  );
  if (hindrance !== null) return asFault(ledger, at, hindrance);
  matchLosses(ledger, losses, day);
  return null;
}

/** Held contracts that leave: those named on the row, else the earliest; all of them where the row has no quantity. */
function contractsHeld(ledger: Ledger, at: number, pool: Pool, verb: string): Piece[] | Hindrance {
  const { trades } = ledger;
  const units = trades.shares[at] === 0 ? pool.units : allOrGiven(ledger.unitsAt(at), pool.units);
  const { symbol, account } = pool;
  if (units > pool.units || units === 0) {
    const name = ledger.symbolName(symbol);
    const only = pool.units === 0 ? "none" : `only ${ledger.shares(pool.units)}`;
    const problem = `${verb} ${ledger.shares(ledger.unitsAt(at))} ${name}, ${only} held ${ledger.where(account, trades.day[at]!)}`;
    return { column: "Quantity", problem, whatToDo: "Check the contracts, or add the missing purchase; a written option is closed by Buy to cover, Expire or Assigned." };
  }
  const lots = trades.details.get(at)?.lots;
  const left = leave(ledger, { pools: pool.alone, units, method: "FIFO", lots, sale: null }, verb, symbol);
  if (Array.isArray(left) && optionOf(ledger, at)?.type === "put") {
    ledger.shortRule.putClosed(symbol, account, units, trades.day[at]!);
  }
  return left;
}

function contractsWritten(ledger: Ledger, at: number, verb: string): Short[] | Hindrance {
  const { trades } = ledger;
  const written = ledger.shorts.unitsOf(trades.symbol[at]!, trades.account[at]!);
  const units = trades.shares[at] === 0 ? written : ledger.unitsAt(at);
  if (units === 0) {
    const name = ledger.symbolName(trades.symbol[at]!);
    const problem = `${verb}: ${name} is neither held nor written ${ledger.where(trades.account[at]!, trades.day[at]!)}`;
    return { column: "Symbol", problem, whatToDo: "Check the symbol and the account, or add the missing trade." };
  }
  return closing(ledger, at, units, verb);
}

function optionOf({ trades }: Ledger, at: number): OptionTerms | null {
  return trades.options.get(trades.symbol[at]!) ?? null;
}

function notAnOption(ledger: Ledger, at: number): RowFault {
  const name = ledger.symbolName(ledger.trades.symbol[at]!);
  const problem = `exercises or assigns ${name}, which no row marks as a call or a put`;
  return rowFault(ledger.trades, at, "Type", problem, "Write Call or Put under Type; for stock rights write Exercise rights.");
}

function asFault(ledger: Ledger, at: number, { column, problem, whatToDo }: Hindrance): RowFault {
  return rowFault(ledger.trades, at, column, problem, whatToDo);
}
