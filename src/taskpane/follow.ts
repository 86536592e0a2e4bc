/** Which edits concern what is read, and one refresh for a burst of them. Knows nothing of React. */
import type { CellBlock } from "../sheet/placing/addresses";
import type { PricesCells, PricesPlace } from "../sheet/placing/prices-place";
import { SETTINGS_SHEET } from "../sheet/placing/settings-rows";
import { pricesArgument } from "../sheet/read-prices";
import type { BookRead } from "./read-book";

/** What has to be read again. Nothing: the edit is elsewhere. */
export interface Touched {
  readonly trades: boolean;
  readonly prices: boolean;
}

/** The edit touches the trades, cells above or below them, the settings, or the prices. What we write stands to their right. */
export function touchedBy(changed: CellBlock, book: BookRead | null, prices: PricesPlace | null): Touched {
  if (book === null) return { trades: true, prices: true };
  const settingsSheet = book.settings?.block.sheet ?? SETTINGS_SHEET;
  const { block } = book.place;
  const isBesideTrades = changed.sheet === block.sheet && changed.column < block.column + block.columns;
  const trades = changed.sheet === settingsSheet || (isBesideTrades && !isWithin(changed, prices));
  // Where no prices are known yet, any edit elsewhere may be the first of them.
  if (prices === null) return { trades, prices: !trades };
  return { trades, prices: changed.sheet === prices.block.sheet && sharesColumns(changed, prices.block) };
}

/** New results of formulas may be prices. Our own functions calculate too: only the columns of the prices count. */
export function mayBePrices(calculated: CellBlock, prices: PricesPlace | null): boolean {
  return prices !== null && calculated.sheet === prices.block.sheet && sharesColumns(calculated, prices.block);
}

/** They say the same of every symbol, whatever else changed in the cells: a Stocks cell brings its volume and hour too. */
export function samePrices(a: PricesCells, b: PricesCells): boolean {
  return whatTheySay(a) === whatTheySay(b);
}

function whatTheySay({ cells }: PricesCells): string {
  return JSON.stringify(pricesArgument(cells), (_, value: unknown) => (value instanceof Map ? [...value].sort() : value));
}

function sharesColumns(a: CellBlock, b: CellBlock): boolean {
  return a.column < b.column + b.columns && b.column < a.column + a.columns;
}

function isWithin(changed: CellBlock, prices: PricesPlace | null): boolean {
  return (
    prices !== null &&
    changed.sheet === prices.block.sheet &&
    changed.column >= prices.block.column &&
    changed.column + changed.columns <= prices.block.column + prices.block.columns
  );
}

export interface Settling {
  readonly touch: (touched: Touched) => void;
  readonly end: () => void;
}

/** Calls `refresh` once, with all that was touched, when nothing has been touched for `quietMs`. */
export function whenSettled(refresh: (touched: Touched) => void, quietMs: number): Settling {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let gathered: Touched = { trades: false, prices: false };
  return {
    touch: ({ trades, prices }) => {
      if (!trades && !prices) return;
      gathered = { trades: gathered.trades || trades, prices: gathered.prices || prices };
      clearTimeout(timer);
      timer = setTimeout(() => {
        const touched = gathered;
        gathered = { trades: false, prices: false };
        refresh(touched);
      }, quietMs);
    },
    end: () => clearTimeout(timer),
  };
}
