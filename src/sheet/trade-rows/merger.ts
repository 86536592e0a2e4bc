/** Merger, Taxable merger, Cash merger (R-CA-7, R-CA-8). */
import type { TradeDetails } from "../../lots/trades";
import { rowProblem } from "../row-faults";
import type { RowProblem } from "../row-faults";
import { centsOf } from "../trade-amount";
import { feesIn } from "../trade-figures";
import type { PlacedTrade, TradesInProgress } from "../trades-in-progress";
import { cashInLieuOf, newSharesOf } from "./new-shares";
import { dollarsOf, isProblem, nameOf, neededDollars, newSymbolOf, sharesOf } from "./row-reading";
import type { Booked, Cells } from "./row-reading";

interface MergerCash {
  /** All of the cash, or 0 where it is stated per share or there is none. */
  readonly cents: number;
  readonly perShare: Pick<TradeDetails, "cashPerShare">;
  readonly isPaid: boolean;
}

export function readMerger(work: TradesInProgress, cells: Cells, trade: PlacedTrade, meaning: Booked): RowProblem | null {
  const cash = cashOf(work, cells);
  if (isProblem(cash)) return cash;
  const fees = feesIn(work, cells);
  if (isProblem(fees)) return fees;
  if (fees > 0) return rowProblem("Fees", "is a merger with Fees", "Write the cash after fees, and leave Fees blank.");
  const forCashOnly = nameOf(work, cells, "New symbol") === null;
  return forCashOnly || meaning.cashOnly
    ? readCashMerger(work, cells, trade, meaning, cash)
    : readStockMerger(work, cells, trade, meaning, cash);
}

function cashOf(work: TradesInProgress, cells: Cells): MergerCash | RowProblem {
  const perShare = dollarsOf(work, cells, "Cash per share");
  if (isProblem(perShare)) return perShare;
  const total = dollarsOf(work, cells, "Amount");
  if (isProblem(total)) return total;
  return {
    cents: total === null ? 0 : centsOf(total),
    perShare: perShare === null ? {} : { cashPerShare: perShare },
    isPaid: perShare !== null || total !== null,
  };
}

/** Every share is exchanged for cash, which is a sale. */
function readCashMerger(
  work: TradesInProgress,
  cells: Cells,
  trade: PlacedTrade,
  meaning: Booked,
  cash: MergerCash,
): RowProblem | null {
  if (meaning.cashOnly && nameOf(work, cells, "New symbol") !== null) {
    return rowProblem("New symbol", "is a cash merger with New symbol", "For shares and cash write Merger or Taxable merger.");
  }
  if (!cash.isPaid) {
    return meaning.cashOnly
      ? rowProblem("Cash per share", "is a cash merger without cash", "Fill in Cash per share, or the cash in total under Amount.")
      : rowProblem("New symbol", "is a merger with neither New symbol nor cash",
          "Fill in New symbol with Ratio, or for cash alone write Cash merger with Cash per share.");
  }
  if (!meaning.cashOnly && !meaning.marks?.taxable) {
    const whatToDo = "For cash alone write Cash merger; for shares fill in New symbol with Ratio.";
    return rowProblem("New symbol", "is a merger for cash without New symbol", whatToDo);
  }
  const shares = sharesOf(work, cells);
  if (isProblem(shares)) return shares;
  if (shares !== null) {
    const says = `states Quantity ${shares}, but a cash merger pays for every share held`;
    return rowProblem("Quantity", says, "Clear Quantity; for a part of the shares write Sell with the cash as Amount.");
  }
  return work.addTrade(trade, 0, cash.cents, { ...cash.perShare, taxable: true });
}

function readStockMerger(
  work: TradesInProgress,
  cells: Cells,
  trade: PlacedTrade,
  meaning: Booked,
  cash: MergerCash,
): RowProblem | null {
  const what = meaning.marks?.taxable ? "a taxable merger" : "a merger";
  const newSymbol = newSymbolOf(work, cells, trade, what);
  if (isProblem(newSymbol)) return newSymbol;
  const received = newSharesOf(work, cells, what);
  if (isProblem(received)) return received;
  const needsValue = cash.isPaid || meaning.marks?.taxable === true;
  const newValue = needsValue
    ? neededDollars(work, cells, "New value", cash.isPaid ? `${what} with cash` : what,
        "Fill in the value of a new share on the day, which decides the gain.")
    : dollarsOf(work, cells, "New value");
  if (isProblem(newValue)) return newValue;
  const inLieu = cashInLieuOf(work, cells);
  if (isProblem(inLieu)) return inLieu;
  return work.addTrade(trade, received.shares, cash.cents, {
    newSymbol,
    ...received.ratio,
    ...cash.perShare,
    ...(newValue === null ? {} : { newValue }),
    ...inLieu,
    ...meaning.marks,
  });
}
