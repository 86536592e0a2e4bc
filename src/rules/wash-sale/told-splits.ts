/**
 * R-WS-11: a split multiplies losses still open, each once.
 *
 * A broker's file tells a split by one row for each account that holds the stock, sometimes a few days
 * apart, and by none for an account that has sold everything. A loss of such an account follows the
 * first row of another account.
 */
import type { SplitOfLosses } from "../../lots/law";
import type { Day } from "../../values/plain-date";

/** Rows of one split are posted within this many days of each other. */
const POSTED_WITHIN_DAYS = 7;
/** Ratios worked out from rounded share counts differ a little. */
const SAME_RATIO = 0.01;

/** One split as its rows tell it. `Loss` is whatever stands for an open loss. */
class ToldSplit<Loss> {
  private readonly accounts = new Set<number>();
  private readonly reached = new Set<Loss>();

  constructor(
    private readonly symbol: number,
    private readonly ratio: number,
    private readonly firstDay: Day,
  ) {}

  isToldBy({ symbol, newShares, oldShares, day }: SplitOfLosses, account: number): boolean {
    const ratio = newShares / oldShares;
    return (
      this.symbol === symbol &&
      Math.abs(ratio / this.ratio - 1) < SAME_RATIO &&
      day - this.firstDay <= POSTED_WITHIN_DAYS &&
      !this.accounts.has(account)
    );
  }

  addRow(account: number): void {
    this.accounts.add(account);
  }

  /** Whether the row now told multiplies this loss. */
  reaches(loss: Loss, accountOfLoss: number, row: SplitOfLosses): boolean {
    if (this.reached.has(loss)) return false;
    // A loss of an account whose own row came before it was made in new shares.
    const isOwnRow = accountOfLoss === row.account;
    if (!isOwnRow && (this.accounts.has(accountOfLoss) || row.holds(accountOfLoss))) return false;
    this.reached.add(loss);
    return true;
  }
}

export class ToldSplits<Loss> {
  private splits: ToldSplit<Loss>[] = [];

  clear(): void {
    if (this.splits.length > 0) this.splits = [];
  }

  /** The split that a row of one account tells, as told so far. */
  rowOf(row: SplitOfLosses, account: number): ToldSplit<Loss> {
    let split = this.splits.find((known) => known.isToldBy(row, account));
    if (split === undefined) {
      split = new ToldSplit(row.symbol, row.newShares / row.oldShares, row.day);
      this.splits.push(split);
    }
    split.addRow(account);
    return split;
  }
}
