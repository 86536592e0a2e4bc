/** Sell, and shares that leave without a sale: Gift given, Transfer (R-BASIS-1, R-GIFT-2, R-LOT-3). */
import type { TradeDetails } from "../../lots/trades";
import { rowProblem } from "../row-faults";
import type { RowProblem } from "../row-faults";
import { saleCents } from "../trade-amount";
import { sharesIn } from "../trade-figures";
import type { PlacedTrade, TradesInProgress } from "../trades-in-progress";
import { lotsOf } from "./lot-names";
import { centsIn } from "./row-money";
import { isProblem, nameOf } from "./row-reading";
import type { Cells } from "./row-reading";

export function readSale(work: TradesInProgress, cells: Cells, trade: PlacedTrade): RowProblem | null {
  const signed = sharesIn(work, cells);
  if (typeof signed === "object") return signed;
  const shares = Math.abs(signed);
  const cents = centsIn(work, cells, trade.symbol, shares, saleCents);
  if (typeof cents === "object") return cents;
  const lots = lotsOf(work, cells, shares);
  return isProblem(lots) ? lots : work.addTrade(trade, shares, cents, lots);
}

export function readGiftGiven(work: TradesInProgress, cells: Cells, trade: PlacedTrade): RowProblem | null {
  return readSharesOut(work, cells, trade, null);
}

/** Shares that leave from the lots named or, later, the earliest. */
function readSharesOut(
  work: TradesInProgress,
  cells: Cells,
  trade: PlacedTrade,
  details: TradeDetails | null,
): RowProblem | null {
  const signed = sharesIn(work, cells);
  if (typeof signed === "object") return signed;
  const shares = Math.abs(signed);
  const lots = lotsOf(work, cells, shares);
  if (isProblem(lots)) return lots;
  return work.addTrade(trade, shares, 0, lots || details ? { ...details, ...lots } : null);
}

const NAME_TO_ACCOUNT =
  "Fill in the account the shares go to; for shares from elsewhere write each lot as Buy with its own date and Amount.";

export function readTransfer(work: TradesInProgress, cells: Cells, trade: PlacedTrade): RowProblem | null {
  const name = nameOf(work, cells, "To account");
  if (name === null) {
    return rowProblem("To account", "is a transfer without To account", NAME_TO_ACCOUNT);
  }
  const toAccount = work.accounts.indexOf(name);
  if (toAccount === trade.account) {
    return rowProblem("To account", `moves shares from account ${name} to itself`, "Correct Account or To account.");
  }
  return readSharesOut(work, cells, trade, { toAccount });
}
