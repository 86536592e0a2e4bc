/**
 * Cuts every quantity of a case into equal units, so that shares can be taken one at a time.
 * A unit is a fixed fraction of the holding: quantities before a split are counted in the shares they
 * become at the end of the case, so a split changes how many shares a unit is, never how many units.
 */
import type { CaseTransaction } from "../cases/case-format";
import { commonMeasure, divided, fraction, fractionOf, ONE, times, wholeNumber, type Fraction } from "./fraction";

export interface ShareUnits {
  /** Units of a quantity of shares of `symbol`, counted just before the row. */
  units(quantity: string, symbol: string, row: number): number;
  /** Shares one unit is worth just before the row. */
  sharesPerUnit(symbol: string, row: number): Fraction;
  /** What the symbol at row `from` is called at row `to`. */
  symbolAt(symbol: string, from: number, to: number): string;
}

/** `fineness` cuts the natural unit further, for matches between symbols with different splits. */
export function shareUnits(rows: readonly CaseTransaction[], fineness: bigint): ShareUnits {
  const inFinalShares = (quantity: Fraction, symbol: string, row: number) => times(quantity, growth(rows, symbol, row));
  let unit: Fraction | null = null;
  const measure = (quantity: Fraction, symbol: string, row: number) => {
    if (quantity.over === 0n) return;
    const final = inFinalShares(quantity, symbol, row);
    unit = unit === null ? final : commonMeasure(unit, final);
  };
  rows.forEach((one, row) => {
    if (one.quantity !== undefined) measure(fractionOf(one.quantity), one.symbol, row);
    for (const choice of one.lots ?? []) if (choice.quantity !== undefined) measure(fractionOf(choice.quantity), one.symbol, row);
    // A fraction of a share can only be told from whole shares if a whole share is a number of units.
    if (one.cashInLieu !== undefined) measure(ONE, one.symbol, row + 1);
  });
  const chosen = divided(unit ?? ONE, fraction(fineness, 1n));
  return {
    units: (quantity, symbol, row) => wholeNumber(divided(inFinalShares(fractionOf(quantity), symbol, row), chosen)),
    sharesPerUnit: (symbol, row) => divided(chosen, growth(rows, symbol, row)),
    symbolAt: (symbol, from, to) => lineage(rows, symbol, from, to),
  };
}

/** Final shares per share of `symbol` held just before the row. */
function growth(rows: readonly CaseTransaction[], symbol: string, row: number): Fraction {
  let name = symbol;
  let factor = ONE;
  for (const one of rows.slice(row)) {
    if (one.symbol !== name) continue;
    if (one.action === "SPLIT") factor = times(factor, splitRatio(one));
    if (one.action === "SYMBOL_CHANGE") name = one.newSymbol ?? name;
  }
  return factor;
}

function lineage(rows: readonly CaseTransaction[], symbol: string, from: number, to: number): string {
  let name = symbol;
  for (const one of rows.slice(from, to)) {
    if (one.symbol === name && one.action === "SYMBOL_CHANGE") name = one.newSymbol ?? name;
  }
  return name;
}

export function splitRatio(split: CaseTransaction): Fraction {
  return divided(fractionOf(split.newShares ?? "1"), fractionOf(split.oldShares ?? "1"));
}
