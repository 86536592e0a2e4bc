/**
 * The contract of an option that a row names under Description alone: some exports (Robinhood's) give the stock under
 * Instrument and the contract as `AMD 3/21/2025 Put $100.00`, or `Option Expiration for AMD 3/21/2025 Put $100.00`.
 */
import { TradeKind } from "../lots/trades";
import type { ActionMeaning } from "../import/actions";
import { nameIn } from "./cell-names";
import { optionOfSymbol } from "../import/option-symbols";
import type { TradesInProgress } from "./trades-in-progress";
import { cellAt } from "./trades-layout";

const CONTRACT = /\S+\s+\d{1,2}\/\d{1,2}\/\d{2,4}\s+(?:Call|Put)\s+\$?[\d.,]*\d/i;

/** Index of the option, or null where the row is no trade of an option or its Symbol is to be taken as it stands. */
export function describedContract(work: TradesInProgress, cells: readonly unknown[], meaning: ActionMeaning): number | null {
  const { at, description } = work.layout;
  if (description === undefined || !isOfOption(meaning)) return null;
  const stock = nameIn(cellAt(cells, at.Symbol));
  const contract = CONTRACT.exec(nameIn(cellAt(cells, description)) ?? "")?.[0].replace(/\s+/g, " ");
  if (stock === null || contract === undefined) return null;
  return optionOfSymbol(contract)?.root === stock.toUpperCase() ? work.symbolIndex(contract) : null;
}

function isOfOption(meaning: ActionMeaning): boolean {
  if (meaning.does !== "books") return false;
  const { kind, ofOption } = meaning;
  return ofOption === true || kind === TradeKind.Expire || kind === TradeKind.Exercise || kind === TradeKind.Assigned;
}
