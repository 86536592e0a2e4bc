/**
 * Shares as whole units.
 *
 * Every quantity of a group is a whole number of units, units = shares × unitsPerShare, with
 * unitsPerShare chosen so that no decimal of any row and no reverse split ever leaves a remainder:
 * a power of ten for the decimals, times the old and the new shares of every split and merger, times
 * the shares of an option contract.
 */
import { decimalsOf, powerOfTen } from "../values/decimals";
import type { EventColumns } from "./event-order";
import { EVERY_ACCOUNT, TradeKind, type Trades } from "./trades";

/** Largest whole number a double holds without gaps. */
const LARGEST_WHOLE = Number.MAX_SAFE_INTEGER;

/** Whole quantities below this need no look at their digits. */
const LARGEST_COUNT = 1e12;

export interface UnitScale {
  /** powerOfTen × divisor. */
  readonly unitsPerShare: number;
  /** For the decimals of the rows. */
  readonly powerOfTen: number;
  /** For the splits, mergers and option contracts of the group. */
  readonly divisor: number;
  /** Units in which totals of new shares are shared out: a millionth of the last decimal of the rows, where it fits. */
  readonly step: number;
  /**
   * The ratios of the group would need more digits than there are: what a ratio leaves over is rounded in steps, so
   * that the total is right to the last of them.
   */
  readonly isRounded: boolean;
  /** Position of the trade whose quantity is too fine or too large for whole units; the scale is then of no use. */
  readonly tooFine: number | null;
}

/** Shares of a total received are spread over lots to this many decimals more than any row has, where they fit. */
const DECIMALS_OF_SPREADING = [6, 4, 2, 0];
/** The same where every ratio leaves something over, so that it does not add up. */
const DECIMALS_OF_ROUNDING = [10, 8, ...DECIMALS_OF_SPREADING];

/** The events of one group, from one place to before another in the booking order. */
export interface EventsOfGroup {
  readonly order: Int32Array;
  readonly columns: EventColumns;
  readonly from: number;
  readonly to: number;
}

/** The scale for the trades of a group, and for further quantities of what-if sales and purchases. */
export function chooseScale(trades: Trades, { order, columns, from, to }: EventsOfGroup, furtherShares: readonly number[] = []): UnitScale {
  const { shares } = columns;
  let decimals = 0;
  let finest = from;
  let held = 0;
  for (const further of furtherShares) {
    decimals = Math.max(decimals, decimalsOf(further) ?? 0);
    held += further;
  }
  for (let i = from; i < to; i++) {
    const quantity = shares[i]!;
    held += quantity;
    if (quantity < LARGEST_COUNT && quantity === Math.floor(quantity)) continue;
    const own = decimalsOf(quantity) ?? Infinity;
    if (own > decimals || (decimals === 0 && quantity > shares[finest]!)) finest = i;
    if (own > decimals) decimals = own;
  }
  let finestTrade = order[finest] ?? 0;
  if (trades.details.size === 0 && trades.options.size === 0) {
    return scaleFor(decimals, 1, 1, held, finestTrade);
  }
  const extra = scaleOfDetails(trades, order.subarray(from, to));
  if (extra.decimals > decimals) {
    decimals = extra.decimals;
    finestTrade = extra.finest;
  }
  const largest = (held + extra.added) * extra.growth;
  const choose = (divisor: number, moreDecimals: readonly number[]): UnitScale => {
    let scale = scaleFor(decimals, divisor, 1, largest, finestTrade);
    for (const more of moreDecimals) {
      scale = scaleFor(decimals, divisor, powerOfTen(more), largest, finestTrade);
      if (scale.tooFine === null) break;
    }
    return scale;
  };
  const spreading = extra.spreads ? DECIMALS_OF_SPREADING : [];
  const exact = choose(extra.contract * extra.oldShares * extra.newShares, spreading);
  if (exact.tooFine === null || extra.steepest < 0) return exact;
  // Lots still divide without the new shares; an open loss may then be off in its last unit.
  const exactForLots = choose(extra.contract * extra.oldShares, spreading);
  if (exactForLots.tooFine === null) return exactForLots;
  const rounded = choose(extra.contract, DECIMALS_OF_ROUNDING);
  // Too many shares even so: that is the row that multiplies them most.
  return { ...rounded, isRounded: true, tooFine: rounded.tooFine === null ? null : extra.steepest };
}

/** A step is whatever the group's ratios divide by, so that shares shared out in steps divide by them as well. */
function scaleFor(decimals: number, step: number, stepsPerDecimal: number, largestShares: number, finest: number): UnitScale {
  const divisor = step * stepsPerDecimal;
  const unitsPerShare = powerOfTen(decimals) * divisor;
  const fits = largestShares * unitsPerShare <= LARGEST_WHOLE;
  return { unitsPerShare, powerOfTen: powerOfTen(decimals), divisor, step, isRounded: false, tooFine: fits ? null : finest };
}

/**
 * Brokers write one row an account for the same split, and it divides each share once. Rows of one
 * account, and rows for every account, are splits of their own.
 */
export class SplitRows {
  private readonly rowsByAccount = new Map<string, number>();
  private readonly seen = new Set<string>();

  constructor(private readonly trades: Trades) {}

  /** Whether the split row at `at` tells of a split that another account's row has told already. */
  isRepeat(at: number): boolean {
    const { trades } = this;
    const account = trades.account[at]!;
    const ratio = trades.details.get(at)?.ratio;
    if (account === EVERY_ACCOUNT || ratio === undefined) return false;
    const split = `${trades.kind[at]} ${trades.symbol[at]} ${trades.day[at]} ${ratio.newShares}:${ratio.oldShares}`;
    const nth = (this.rowsByAccount.get(`${split} ${account}`) ?? 0) + 1;
    this.rowsByAccount.set(`${split} ${account}`, nth);
    const isRepeat = this.seen.has(`${split} ${nth}`);
    this.seen.add(`${split} ${nth}`);
    return isRepeat;
  }
}

interface DetailScale {
  readonly decimals: number;
  readonly finest: number;
  /** Shares that splits stated as shares received bring. */
  readonly added: number;
  /** What splits multiply and divide the shares by, all together. */
  readonly growth: number;
  /** Position of the trade whose ratio multiplies the shares most; -1 where none has a ratio. */
  readonly steepest: number;
  /** Shares of an option contract. */
  readonly contract: number;
  /** Product of the old shares of all ratios: they divide lots. */
  readonly oldShares: number;
  /**
   * Of the new shares of splits: they divide the shares of a loss, seen back from after the split. Losses follow
   * no other ratio, and those of mergers (0.4321 a share) would use up the digits.
   */
  readonly newShares: number;
  /** Whether a row spreads a total of new shares over lots. */
  readonly spreads: boolean;
}

/** What lots named on sales, and splits, add to the scale. */
function scaleOfDetails(trades: Trades, events: Int32Array): DetailScale {
  const scale = { decimals: 0, finest: 0, added: 0, growth: 1, steepest: -1,
    contract: contractShares(trades, events), oldShares: 1, newShares: 1, spreads: false };
  let steepestRatio = 0;
  const rowsOfSplit = new SplitRows(trades);
  for (const at of events) {
    const detail = trades.details.get(at);
    if (detail === undefined) continue;
    const quantities = (detail.lots ?? []).map((lot) => lot.shares ?? 0);
    if (detail.sharesAdded !== undefined) {
      quantities.push(Math.abs(detail.sharesAdded));
      scale.added += Math.abs(detail.sharesAdded);
      scale.spreads = true;
    }
    // R-HP-8 parts shares as it parts their loss.
    if (spreadsTotal(trades, at) || detail.dividend !== undefined) scale.spreads = true;
    for (const quantity of quantities) {
      const decimals = decimalsOf(quantity) ?? Infinity;
      if (decimals <= scale.decimals) continue;
      scale.decimals = decimals;
      scale.finest = at;
    }
    if (detail.ratio === undefined) continue;
    if (rowsOfSplit.isRepeat(at)) continue;
    const { newShares, oldShares } = detail.ratio;
    scale.oldShares *= oldShares;
    if (trades.kind[at] === TradeKind.Split) scale.newShares *= newShares;
    scale.growth *= Math.max(1, newShares / oldShares);
    if (newShares / oldShares > steepestRatio) {
      steepestRatio = newShares / oldShares;
      scale.steepest = at;
    }
  }
  return scale;
}

/** Whether new shares are stated as a total to be spread over the lots. */
function spreadsTotal(trades: Trades, at: number): boolean {
  const kind = trades.kind[at]!;
  const isReceipt =
    kind === TradeKind.SpinOff || kind === TradeKind.OtherClass || kind === TradeKind.Rights || kind === TradeKind.Merger;
  return isReceipt && trades.shares[at]! > 0;
}

/** Shares that one contract of every option of the group divides into, so that part of a contract stays whole units (R-WS-13). */
function contractShares(trades: Trades, events: Int32Array): number {
  if (trades.options.size === 0) return 1;
  const multipliers = new Set<number>();
  for (const at of events) {
    const option = trades.options.get(trades.symbol[at]!);
    if (option !== undefined) multipliers.add(option.multiplier);
  }
  let common = 1;
  for (const multiplier of multipliers) common = (common / commonDivisor(common, multiplier)) * multiplier;
  return common;
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

/**
 * Exact where `shares` has no more decimals than the scale was chosen for: the product is then
 * within a half of the whole number it stands for.
 */
export function unitsOf(shares: number, scale: UnitScale): number {
  return Math.round(shares * scale.powerOfTen) * scale.divisor;
}

/** Units as a number of shares, to the 15 digits a cell shows. */
export function sharesOf(units: number, unitsPerShare: number): number {
  const shares = units / unitsPerShare;
  return Number.isInteger(shares) ? shares : Number(shares.toPrecision(15));
}
