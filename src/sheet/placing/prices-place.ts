/** Where the prices stand: two columns, Symbol and Price, or Excel Stocks cells. */
import type { CellBlock } from "./addresses";

export interface PricesPlace {
  readonly block: CellBlock;
  readonly tableName: string | null;
  /** The user pointed at it. */
  readonly selected: boolean;
}

export interface PricesCells {
  readonly place: PricesPlace;
  /** As a function is handed them: a Stocks cell is an object with its properties. */
  readonly cells: unknown[][];
}

export const PRICES_SHEET = "Taxlot Prices";
export const PRICES_NAME = "TaxlotPrices";

/** A row of the price list that the pane makes for the symbols held. */
export interface PriceListRow {
  readonly symbol: string;
  /** Left blank for the user when null. */
  readonly price: number | null;
  /** Price and day of the last trade in the rows, beside it for orientation. */
  readonly lastTradePrice: number | null;
  readonly lastTradeDay: number | null;
}
