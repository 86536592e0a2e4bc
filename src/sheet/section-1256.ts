/**
 * R-OPT-4: options on broad-based indexes, and futures, are section 1256 contracts. They are marked to market at
 * the end of the year on Form 6781 and are no equity options, so nothing here computes them. (26 USC 1256(b), (g))
 */
import { rowProblem } from "./row-faults";
import type { RowProblem } from "./row-faults";

/** Roots of listed options on broad-based indexes. */
const INDEX_ROOTS: ReadonlySet<string> = new Set(["SPX", "SPXW", "SPXPM", "XSP", "XSPAM", "NANOS", "SPESG", "OEX", "XEO", "NDX",
  "NDXP", "NQX", "XND", "MNX", "RUT", "RUTW", "MRUT", "RUI", "RLG", "RLV", "DJX", "VIX", "VIXW", "SPIKE", "MXEA", "MXEF",
  "MXACW", "MXUSA", "MXWLD", "SIXM", "SIXI", "CBTX", "MBTX"]);

/** `/ESH5`: how platforms write futures. */
const FUTURE = /^\/[A-Z0-9]+/i;

export function isBroadIndex(symbol: string): boolean {
  return INDEX_ROOTS.has(symbol.toUpperCase().replace(/^[$^.]+/, "").replace(/\.(X|IND)$/, ""));
}

export function isFuture(symbol: string): boolean {
  return FUTURE.test(symbol);
}

export function section1256Problem(column: "Symbol" | "Underlying" | "Type", what: string): RowProblem {
  const says = `${what} are section 1256 contracts (R-OPT-4), which are not computed here`;
  return rowProblem(column, says, "Report them on Form 6781, and take their rows out of the range.");
}
