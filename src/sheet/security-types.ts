/** The Type of a row: what kind of security it is about. */
import { quoteCell, readCell } from "./cells";
import type { CellFault } from "./number-cells";

/** A fund is a stock to every rule of this version. */
export type SecurityType = "stock" | "digital" | "option";

/** Words that say how a row was settled, and nothing about the security. */
const SETTLEMENT_WORDS: ReadonlySet<string> = new Set(["cash", "margin", "share", "shares"]);

const TYPE_WORDS: ReadonlyMap<string, SecurityType> = new Map([
  // Fidelity's Type says how a row was settled: Cash, Margin or Shares.
  ...["stock", "stocks", "equity", "equities", "eq", "stk", "common stock", "preferred stock", "etf", "etfs", "etn", "adr",
    "reit", "fund", "funds", "mutual fund", "mutual funds", "mf", "cash", "margin", "share", "shares",
  ].map((word) => [word, "stock"] as const),
  ...["digital", "digital asset", "digital assets", "digital currency", "crypto", "cryptocurrency"].map(
    (word) => [word, "digital"] as const,
  ),
  ...["call", "put", "calls", "puts", "option", "options", "opt", "optn", "equity option", "equity options"].map(
    (word) => [word, "option"] as const,
  ),
]);

export function readTypeCell(cell: unknown, whenBlank: SecurityType): SecurityType | CellFault {
  const read = readCell(cell);
  if (read.kind === "blank" || (read.kind === "number" && read.value === 0)) return whenBlank;
  if (read.kind === "error") return { says: `holds the error ${read.code}` };
  const type = read.kind === "text" ? TYPE_WORDS.get(read.value.toLowerCase()) : undefined;
  return type ?? { says: `is ${quoteCell(cell)}, which is none of Stock, Fund, Digital, Call and Put` };
}

/** The Type cell as written where it says what the security is; null when it is blank or says how the row was settled. */
export function statedTypeWord(cell: unknown): string | null {
  const read = readCell(cell);
  return read.kind === "text" && !SETTLEMENT_WORDS.has(read.value.toLowerCase()) ? read.value : null;
}

/** `NVDA260807C200`, ` -NVDA260807C200`, `AAPL  240119C00150000`, `JPM 08/16/2024 200.00 C`. */
const OPTION_SYMBOLS = [/^-?\s*[A-Z.]{1,6}\s*\d{6}[CP]\d+(\.\d+)?$/i, /^\S+\s+\d{1,2}\/\d{1,2}\/\d{4}\s+[\d.]+\s+[CP]$/i];

export function isOptionSymbol(symbol: string): boolean {
  return OPTION_SYMBOLS.some((pattern) => pattern.test(symbol));
}
