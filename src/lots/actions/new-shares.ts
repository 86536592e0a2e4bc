/**
 * The new shares that holdings bring: by a ratio, or out of a stated total by the old shares, to the last unit
 * (R-RND-2). The total includes any fraction for which cash is paid.
 */
import { rowFault, type Ledger } from "../ledger";
import type { RowFault } from "../trades";
import { mulDivRound } from "../../values/mul-div-round";
import { take } from "../../values/take";
import { allOrGiven } from "./leave";

/** The symbol of the new shares, which is another one. `verb` words the fault: "spins off". */
export function newSymbolOf(ledger: Ledger, at: number, verb: string): number | RowFault {
  const { trades } = ledger;
  const symbol = trades.symbol[at]!;
  const newSymbol = trades.details.get(at)?.newSymbol;
  if (newSymbol !== undefined && newSymbol !== symbol) return newSymbol;
  const name = ledger.symbolName(symbol);
  return newSymbol === undefined
    ? rowFault(trades, at, "New symbol", `${verb} ${name}, but New symbol is blank`, "Fill in the symbol of what was received.")
    : rowFault(trades, at, "New symbol", `${verb} ${name} into ${name} itself`, "Fill in the symbol of what was received; more shares of the same class are a Stock dividend.");
}

/** New units for each of the holdings, which are given by their old units. Symbols of a group are counted alike. */
export function newUnitsOf(ledger: Ledger, at: number, newSymbol: number, oldUnits: readonly number[]): number[] | RowFault {
  const { trades } = ledger;
  const stated = ledger.unitsAt(at);
  const name = ledger.symbolName(newSymbol);
  const ratio = trades.details.get(at)?.ratio;
  if (ratio === undefined) {
    if (stated > 0) return spreadUnits(ledger, stated, oldUnits);
    return rowFault(trades, at, "Quantity", `does not say how many shares of ${name} came`, "Fill in Quantity, all new shares with any fraction, or Ratio, new for old.");
  }
  const { newShares, oldShares } = ratio;
  const units = unitsByRatio(ledger, oldUnits, newShares, oldShares);
  if (units === null) {
    return rowFault(trades, at, "Ratio", "leaves a number of shares that cannot be held exactly", "Check the ratio and the quantities before it.");
  }
  const total = sum(units);
  if (stated === 0 || allOrGiven(stated, total) === total) return units;
  const made = `${newShares}:${oldShares} of the ${ledger.shares(sum(oldUnits))} held makes ${ledger.shares(total)}`;
  return rowFault(trades, at, "Quantity", `brings ${ledger.shares(stated)} ${name}, but ${made}`, "Leave Quantity blank, or fill in all new shares with any fraction paid in cash.");
}

/**
 * Exact where every holding divides, which units.ts sees to; rounded in steps where the ratios of the group ask for
 * more digits than there are. null if it ever were neither: a wrong count must not pass.
 */
export function unitsByRatio(ledger: Ledger, oldUnits: readonly number[], newShares: number, oldShares: number): number[] | null {
  if (oldUnits.every((units) => units % oldShares === 0)) return oldUnits.map((old) => (old / oldShares) * newShares);
  if (!ledger.roundsRatios) return null;
  const total = mulDivRound(sum(oldUnits) / ledger.step, newShares, oldShares) * ledger.step;
  return spreadUnits(ledger, total, oldUnits);
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

/** Shares out a total by the shares held, in steps of a millionth of the rows' last decimal (R-RND-2). */
export function spreadUnits({ step }: Ledger, total: number, heldUnits: readonly number[]): number[] {
  let stepsLeft = total / step;
  let heldLeft = sum(heldUnits);
  return heldUnits.map((held) => {
    const own = take(stepsLeft, held, heldLeft);
    stepsLeft -= own;
    heldLeft -= held;
    return own * step;
  });
}
