/**
 * Shares as whole units.
 *
 * Every quantity of a group is a whole number of units, units = shares × unitsPerShare, with
 * unitsPerShare chosen so that no decimal of any row and no reverse split ever leaves a remainder:
 * a power of ten for the decimals, times the old and the new shares of every split.
 */
import { decimalsOf, powerOfTen } from "../values/decimals";
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
  /** For the splits of the group. */
  readonly divisor: number;
  /** Position of the trade whose quantity is too fine or too large for whole units; the scale is then of no use. */
  readonly tooFine: number | null;
}

/** The scale for the trades in `events`, and for a further quantity of a what-if sale. */
export function chooseScale(trades: Trades, events: Int32Array, furtherShares = 0): UnitScale {
  const { shares, details } = trades;
  let decimals = decimalsOf(furtherShares) ?? 0;
  let finest = events[0] ?? 0;
  let held = furtherShares;
  for (let i = 0; i < events.length; i++) {
    const at = events[i]!;
    const quantity = shares[at]!;
    held += quantity;
    if (quantity < LARGEST_COUNT && quantity === Math.floor(quantity)) continue;
    const own = decimalsOf(quantity) ?? Infinity;
    if (own > decimals || (decimals === 0 && quantity > shares[finest]!)) finest = at;
    if (own > decimals) decimals = own;
  }
  if (details.size === 0) {
    return scaleFor(decimals, 1, held, finest);
  }
  const extra = scaleOfDetails(trades, events);
  if (extra.decimals > decimals) {
    decimals = extra.decimals;
    finest = extra.finest;
  }
  return scaleFor(decimals, extra.divisor, (held + extra.added) * extra.growth, finest);
}

function scaleFor(decimals: number, divisor: number, largestShares: number, finest: number): UnitScale {
  const unitsPerShare = powerOfTen(decimals) * divisor;
  const fits = largestShares * unitsPerShare <= LARGEST_WHOLE;
  return { unitsPerShare, powerOfTen: powerOfTen(decimals), divisor, tooFine: fits ? null : finest };
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
    const split = `${trades.symbol[at]} ${trades.day[at]} ${ratio.newShares}:${ratio.oldShares}`;
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
  readonly divisor: number;
}

/** What lots named on sales, and splits, add to the scale. */
function scaleOfDetails(trades: Trades, events: Int32Array): DetailScale {
  const scale = { decimals: 0, finest: 0, added: 0, growth: 1, divisor: 1 };
  const rowsOfSplit = new SplitRows(trades);
  for (const at of events) {
    const detail = trades.details.get(at);
    if (detail === undefined) continue;
    const quantities = (detail.lots ?? []).map((lot) => lot.shares ?? 0);
    if (detail.sharesAdded !== undefined) {
      quantities.push(Math.abs(detail.sharesAdded));
      scale.added += Math.abs(detail.sharesAdded);
    }
    for (const quantity of quantities) {
      const decimals = decimalsOf(quantity) ?? Infinity;
      if (decimals <= scale.decimals) continue;
      scale.decimals = decimals;
      scale.finest = at;
    }
    if (trades.kind[at] !== TradeKind.Split || detail.ratio === undefined) continue;
    if (rowsOfSplit.isRepeat(at)) continue;
    const { newShares, oldShares } = detail.ratio;
    // Old shares divide lots; new shares divide the shares of a loss, seen back from after the split.
    scale.divisor *= oldShares * newShares;
    scale.growth *= Math.max(1, newShares / oldShares);
  }
  return scale;
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
