/**
 * Excel Stocks cells: a cell of type LinkedEntity (or Entity) whose text is `MICROSOFT CORP (XNAS:MSFT)` and whose
 * properties hold Price, Ticker symbol and Currency, each a cell value with a `basicValue`. Custom functions and
 * `Range.valuesAsJson` hand them over alike.
 */
import { readCell } from "./cells";
import { readNumberCell, type NumberReading } from "./number-cells";

export interface StockCell {
  /** As its exchange writes it, without the exchange: `MSFT`. null where the cell tells none. */
  readonly symbol: string | null;
  /** The property Price; null where it has none or it failed to load. */
  readonly price: number | null;
  /** `GBP`; null where the cell does not say. */
  readonly currency: string | null;
}

/** The end of a quoted name: the exchange's code and the ticker, in brackets. */
const QUOTED = /\(\s*[A-Z0-9]{2,10}\s*:\s*([^\s():]+)\s*\)\s*$/i;

/** `MSFT` of `MICROSOFT CORP (XNAS:MSFT)`, or null when the text does not end so. */
export function tickerInText(text: string): string | null {
  return QUOTED.exec(text)?.[1] ?? null;
}

/** What a Stocks cell holds, or null for any other cell. */
export function stockIn(cell: unknown): StockCell | null {
  if (typeof cell !== "object" || cell === null) return null;
  const { type, text, properties } = cell as { readonly type?: unknown; readonly text?: unknown; readonly properties?: unknown };
  if (type !== "LinkedEntity" && type !== "Entity") return null;
  const property = (name: string): unknown =>
    typeof properties === "object" && properties !== null ? (properties as Record<string, unknown>)[name] : undefined;
  const priceCell = property("Price");
  return {
    symbol: textIn(property("Ticker symbol")) ?? (typeof text === "string" ? tickerInText(text) : null),
    price: figureOf(readNumberCell(priceCell)),
    currency: textIn(property("Currency"))?.toUpperCase() ?? currencyOfFormat(priceCell),
  };
}

/** Signs of currencies as number formats write them, in brackets with a locale (`[$£-en-GB]`) or bare. */
const BRACKETED = /\[\$([^-\]]+)(?:-[^\]]*)?\]/;
const BARE = /[€£¥₹₩₽]/;
const DOLLARS = new Set(["$", "US$", "USD"]);

/** What the number format of a price names, where that is not dollars: `£`. null: dollars, or nothing said. */
export function currencyOfFormat(cell: unknown): string | null {
  if (typeof cell !== "object" || cell === null) return null;
  const format = (cell as { readonly numberFormat?: unknown }).numberFormat;
  if (typeof format !== "string") return null;
  const sign = (BRACKETED.exec(format)?.[1] ?? BARE.exec(format)?.[0] ?? "").trim().toUpperCase();
  return sign === "" || DOLLARS.has(sign) ? null : sign;
}

function textIn(cell: unknown): string | null {
  const read = readCell(cell);
  return read.kind === "text" ? read.value : null;
}

function figureOf(reading: NumberReading): number | null {
  return typeof reading === "number" ? reading : null;
}
