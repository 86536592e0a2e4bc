/**
 * A symbol is one security: what its rows say of it under Type, Underlying and Multiplier must agree.
 * The wash rule holds for stock and not for digital assets (R-WS-17), and a contract has one multiplier.
 */
import { errorIn } from "./cells";
import { nameIn } from "./cell-names";
import type { TradesField } from "../import/column-words";
import { readNumberCell } from "./number-cells";
import { optionOfSymbol } from "../import/option-symbols";
import { cellProblem, rowProblem } from "./row-faults";
import type { RowProblem } from "./row-faults";
import { readTypeCell } from "./security-types";
import type { SecurityType } from "./security-types";
import { familyOf } from "./stated-securities";
import type { StatedSecurity } from "./stated-securities";
import type { TradesInProgress } from "./trades-in-progress";
import { cellAt } from "./trades-layout";

type Cells = readonly unknown[];

/** What the row says of its security that cannot be read, or that another row of the symbol contradicts. */
export function contradictionOf(work: TradesInProgress, cells: Cells, symbol: number): RowProblem | null {
  const { at } = work.layout;
  if (at.Type === undefined && at.Underlying === undefined && at.Multiplier === undefined) return null;
  const name = work.symbols.names[symbol] ?? "";
  const stated = work.stated.get(name.toUpperCase()) ?? {};
  return (
    typeProblem(cellAt(cells, at.Type), name, stated) ??
    underlyingProblem(cellAt(cells, at.Underlying), name, stated, work.isOption(symbol)) ??
    multiplierProblem(cellAt(cells, at.Multiplier), name, stated, work.isOption(symbol))
  );
}

function typeProblem(cell: unknown, name: string, stated: StatedSecurity): RowProblem | null {
  const type = readTypeCell(cell);
  if (type === null) return null;
  if (typeof type === "object") return cellProblem("Type", type);
  const word = nameIn(cell) ?? "";
  const first = stated.type;
  if (first !== undefined && familyOf(first.value) !== familyOf(type)) {
    return contradiction("Type", name, word, `row ${first.row} says ${first.word}`);
  }
  if (!isSide(type)) return namesOption(name, word, type);
  if (stated.side !== undefined && stated.side.value !== type) {
    return contradiction("Type", name, word, `row ${stated.side.row} says ${stated.side.word}`);
  }
  const named = optionOfSymbol(name);
  return named === null || named.type === type ? null : contradiction("Type", name, word, `the symbol names a ${named.type}`);
}

function isSide(type: SecurityType): type is "call" | "put" {
  return type === "call" || type === "put";
}

/** A symbol such as XYZ 250117C45 is no stock, whatever Type says. */
function namesOption(name: string, word: string, type: SecurityType): RowProblem | null {
  const named = familyOf(type) === "option" ? null : optionOfSymbol(name);
  return named === null ? null : contradiction("Type", name, word, `the symbol names a ${named.type}`);
}

function underlyingProblem(cell: unknown, name: string, stated: StatedSecurity, isOption: boolean): RowProblem | null {
  const error = errorIn(cell);
  if (error !== null) return cellProblem("Underlying", { says: `holds the error ${error}` });
  const underlying = nameIn(cell);
  // Some exports repeat the symbol of a stock there.
  if (underlying === null || (!isOption && underlying.toUpperCase() === name.toUpperCase())) return null;
  if (!isOption) return noOption("Underlying", name, underlying);
  const first = stated.underlying;
  if (first !== undefined && first.value.toUpperCase() !== underlying.toUpperCase()) {
    return contradiction("Underlying", name, underlying, `row ${first.row} says ${first.value}`);
  }
  const root = optionOfSymbol(name)?.root;
  return root === undefined || isRootOf(root, underlying)
    ? null
    : contradiction("Underlying", name, underlying, `the symbol names ${root}`);
}

/** An adjusted contract adds a digit to the letters of the stock, and the clearing corporation drops their dots: BRKB1 of BRK.B. */
function isRootOf(root: string, underlying: string): boolean {
  const letters = (text: string) => text.toUpperCase().replace(/[^A-Z0-9]/g, "").replace(/\d+$/, "");
  return letters(root) === letters(underlying);
}

function multiplierProblem(cell: unknown, name: string, stated: StatedSecurity, isOption: boolean): RowProblem | null {
  const multiplier = readNumberCell(cell);
  if (multiplier === null) return null;
  if (typeof multiplier === "object") return cellProblem("Multiplier", multiplier);
  if (multiplier === 0 || (!isOption && multiplier === 1)) return null;
  if (!isOption) return noOption("Multiplier", name, String(multiplier));
  const first = stated.multiplier;
  return first === undefined || first.value === multiplier
    ? null
    : contradiction("Multiplier", name, String(multiplier), `row ${first.row} says ${first.value}`);
}

function noOption(column: TradesField, name: string, word: string): RowProblem {
  const says = `${column} is ${word}, but neither Type nor the symbol says that ${name} is an option`;
  return rowProblem(column, says, `Write Call or Put under Type, or clear ${column}.`);
}

const ONE_EACH: Readonly<Record<string, string>> = {
  Type: "Give every row of a symbol one Type, or leave Type blank.",
  Underlying: "Give every row of a contract one Underlying, or leave it blank.",
  Multiplier: "Give every row of a contract one Multiplier; a contract adjusted to another needs a symbol of its own.",
};

function contradiction(column: TradesField, name: string, word: string, other: string): RowProblem {
  const problem = rowProblem(column, `${column} of ${name} is ${word}, but ${other}`, ONE_EACH[column] ?? `Correct ${column}.`);
  return { ...problem, everyAccount: true };
}
