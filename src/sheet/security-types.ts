/** The Type of a row: what kind of security it is about. */
import { quoteCell, readCell } from "./cells";
import type { CellFault } from "./number-cells";

/** `option` is one that does not say whether it is a call or a put; `section 1256` is outside these books (R-OPT-4). */
export type SecurityType = "stock" | "fund" | "reit" | "collectible" | "digital" | "call" | "put" | "option" | "section 1256";

/** Words that say how a row was settled, and nothing about the security: Fidelity's Type is Cash, Margin or Shares. */
const SETTLEMENT_WORDS: ReadonlySet<string> = new Set(["cash", "margin", "short", "share", "shares"]);

const WORDS: readonly (readonly [SecurityType, readonly string[]])[] = [
  ["stock", ["stock", "stocks", "equity", "equities", "eq", "stk", "common stock", "preferred stock", "etf", "etfs", "etn", "adr",
    "right", "rights", "warrant", "warrants"]],
  ["fund", ["fund", "funds", "mutual fund", "mutual funds", "mf", "open-end fund", "open end fund"]],
  ["reit", ["reit", "reits"]],
  ["collectible", ["collectible", "collectibles", "precious metal", "precious metals", "metal", "metals", "bullion",
    "metal trust", "gold trust", "silver trust"]],
  ["digital", ["digital", "digital asset", "digital assets", "digital currency", "crypto", "cryptocurrency"]],
  ["call", ["call", "calls", "call option", "call options"]],
  ["put", ["put", "puts", "put option", "put options"]],
  ["option", ["option", "options", "opt", "optn", "equity option", "equity options"]],
  ["section 1256", ["section 1256", "1256", "index option", "index options", "future", "futures", "fut", "fop",
    "future option", "future options", "futures option", "futures options"]],
];

const TYPE_WORDS: ReadonlyMap<string, SecurityType> = new Map(
  WORDS.flatMap(([type, words]) => words.map((word) => [word, type] as const)),
);

/** The type a cell states, null when it states none, or what is wrong with it. */
export function readTypeCell(cell: unknown): SecurityType | null | CellFault {
  const read = readCell(cell);
  if (read.kind === "blank" || (read.kind === "number" && read.value === 0)) return null;
  if (read.kind === "error") return { says: `holds the error ${read.code}` };
  const word = (read.kind === "text" ? read.value : String(read.value)).toLowerCase();
  if (SETTLEMENT_WORDS.has(word)) return null;
  const type = TYPE_WORDS.get(word);
  return type ?? { says: `is ${quoteCell(cell)}, which is none of Stock, Fund, Digital, Collectible, Call and Put` };
}

export function isOptionType(type: SecurityType): boolean {
  return type === "call" || type === "put" || type === "option";
}

/**
 * Trusts that hold metal: their owners are taxed as of the metal, at the rate of collectibles when long-term
 * (R-TAX-4; 26 USC 408(m), 1(h)(5)), whatever Type says.
 */
const METAL_TRUSTS: ReadonlySet<string> = new Set(["GLD", "GLDM", "IAU", "IAUM", "SGOL", "BAR", "AAAU", "OUNZ", "GLTR",
  "SLV", "SIVR", "PPLT", "PLTM", "PALL"]);

export function isMetalTrust(symbol: string): boolean {
  return METAL_TRUSTS.has(symbol.toUpperCase());
}
