/** Sell short and Buy to cover; options written and bought back (R-SS-1, R-OPT-3). */
import { rowProblem } from "../row-faults";
import type { RowProblem } from "../row-faults";
import { costCents, saleCents } from "../trade-amount";
import { sharesIn } from "../trade-figures";
import type { PlacedTrade, TradesInProgress } from "../trades-in-progress";
import { lotIdOf, lotsOf, strayLots } from "./lot-names";
import { centsIn } from "./row-money";
import { isProblem } from "./row-reading";
import type { Cells } from "./row-reading";

/** Lot names the short that the row opens. */
export function readSellShort(work: TradesInProgress, cells: Cells, trade: PlacedTrade): RowProblem | null {
  const signed = sharesIn(work, cells);
  if (typeof signed === "object") return signed;
  const shares = Math.abs(signed);
  const cents = centsIn(work, cells, trade.symbol, shares, saleCents);
  if (typeof cents === "object") return cents;
  const lot = strayLots(work, cells, "a short sale") ?? lotIdOf(work, cells, trade.row, trade.symbol);
  return isProblem(lot) ? lot : work.addTrade(trade, shares, cents, lot);
}

/** Lots names the shorts that the row closes. */
export function readBuyToCover(work: TradesInProgress, cells: Cells, trade: PlacedTrade): RowProblem | null {
  const shares = sharesIn(work, cells);
  if (typeof shares === "object") return shares;
  if (shares < 0) {
    const whatToDo = "Write the shares bought as a positive number; to open a short write Sell short.";
    return rowProblem("Quantity", `Quantity of a purchase to cover is ${shares}`, whatToDo);
  }
  const cents = centsIn(work, cells, trade.symbol, shares, costCents);
  if (typeof cents === "object") return cents;
  const lots = lotsOf(work, cells, shares);
  return isProblem(lots) ? lots : work.addTrade(trade, shares, cents, lots);
}
