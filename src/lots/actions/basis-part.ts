/**
 * The part of each lot's basis that goes to new stock: the issuer's fraction (Form 8937) where the row gives it,
 * else the value of the new shares in that of old and new together (R-CA-3 to R-CA-5). IRC 307(a), 358(b)(2), (c);
 * Treas. Reg. 1.307-1. A fraction of whole numbers, so that each lot is rounded once.
 */
import { rowFault, type Ledger } from "../ledger";
import type { RowFault } from "../trades";
import { exactDecimal } from "../../values/priced";

export interface BasisPart {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** `oldUnits` and `newUnits`: all shares the row reaches, and all it brings. */
export function basisPartOf(ledger: Ledger, at: number, newSymbol: number, oldUnits: number, newUnits: number): BasisPart | RowFault {
  const { trades } = ledger;
  const { basisShare, value, newValue } = trades.details.get(at) ?? {};
  if (basisShare !== undefined) return exactDecimal(basisShare);
  const oldName = ledger.symbolName(trades.symbol[at]!);
  const newName = ledger.symbolName(newSymbol);
  if (value === undefined) return valueMissing(ledger, at, "Value", oldName);
  if (newValue === undefined) return valueMissing(ledger, at, "New value", newName);
  const perOld = exactDecimal(value);
  const perNew = exactDecimal(newValue);
  const oldWorth = BigInt(oldUnits) * perOld.numerator * perNew.denominator;
  const newWorth = BigInt(newUnits) * perNew.numerator * perOld.denominator;
  if (oldWorth + newWorth > 0n) return { numerator: newWorth, denominator: oldWorth + newWorth };
  return rowFault(trades, at, "Value", `divides the basis of ${oldName} by values that are both 0`, "Fill in the values per share on that day, or Basis share.");
}

function valueMissing(ledger: Ledger, at: number, column: string, name: string): RowFault {
  const problem = `divides basis by value, but ${column}, what a share of ${name} was worth that day, is blank`;
  return rowFault(ledger.trades, at, column, problem, `Fill in ${column} in dollars per share, or Basis share from the issuer's Form 8937.`);
}
