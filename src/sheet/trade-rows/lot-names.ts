/** The lots that a row takes, under Lots, and the lot that it makes, under Lot. */
import type { TradeDetails } from "../../lots/trades";
import { nameIn } from "../cell-names";
import { lotsDisagree, readLotsCell } from "../lot-choices";
import { cellProblem, rowProblem } from "../row-faults";
import type { RowProblem } from "../row-faults";
import { lotIdProblem } from "../trade-marks";
import type { TradesInProgress } from "../trades-in-progress";
import { nameOf } from "./row-reading";
import type { Cells } from "./row-reading";

/** The lots that leave. @param shares null when the row leaves them open */
export function lotsOf(
  work: TradesInProgress,
  cells: Cells,
  shares: number | null,
): Pick<TradeDetails, "lots"> | null | RowProblem {
  const { at } = work.layout;
  if (at.Lot !== undefined && nameIn(cells[at.Lot]) !== null) {
    return rowProblem("Lot", "names a lot under Lot, which is for purchases", "Name the lots that leave under Lots.");
  }
  return lotsTaken(work, cells, shares);
}

/** As `lotsOf`, for a row that takes lots of one security and makes one of another. */
export function lotsTaken(
  work: TradesInProgress,
  cells: Cells,
  shares: number | null,
): Pick<TradeDetails, "lots"> | null | RowProblem {
  const { at } = work.layout;
  const lots = at.Lots === undefined ? null : readLotsCell(cells[at.Lots]);
  if (lots === null) return null;
  if ("says" in lots) return cellProblem("Lots", lots);
  const disagreement = shares === null ? null : lotsDisagree(lots, shares);
  if (disagreement) return rowProblem("Lots", `Lots ${disagreement.says}`, "Correct Lots or Quantity.");
  return { lots };
}

/** The id of the lot that the row makes. @param symbol of the lot */
export function lotIdOf(
  work: TradesInProgress,
  cells: Cells,
  row: number,
  symbol: number,
): Pick<TradeDetails, "lotId"> | null | RowProblem {
  const lotId = nameOf(work, cells, "Lot");
  return lotId === null ? null : (lotIdProblem(work, row, symbol, lotId) ?? { lotId });
}

/** A row that makes a lot sells none. @param what completes "is a purchase with Lots" */
export function strayLots(work: TradesInProgress, cells: Cells, what: string): RowProblem | null {
  if (nameOf(work, cells, "Lots") === null) return null;
  return rowProblem("Lots", `is ${what} with Lots, which name what a sale sells`, "Name the lot it makes under Lot.");
}
