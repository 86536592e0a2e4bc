/** What plain Excel would show in a block of rows that starts in A1 of a sheet: formulas in reach of +, −, * and ROUND; of others the value they are said to give. */
import type { DraftBlock } from "../../../src/sheet/placing/sheet-draft";

export type Shown = string | number | boolean | null;

export function calculated(block: DraftBlock): Shown[][] {
  if (block.content.kind !== "rows") throw new Error("A spill is not calculated here.");
  const { rows } = block.content;
  const shown = rows.map((row) => row.map((cell): Shown => (typeof cell === "object" && cell !== null ? NaN : cell)));
  const valueAt = (column: string, row: string): number => {
    const at = letters(column);
    const cell = rows[Number(row) - 1]?.[at];
    if (typeof cell !== "object" || cell === null) return Number(cell);
    return cell.value === undefined ? evaluate(cell.formula, Number(row)) : Number(cell.value);
  };
  const evaluate = (formula: string, row: number): number => {
    const inner = formula.slice(1).replace(/\{row\}/g, String(row));
    const rounded = /^ROUND\((.*),2\)$/.exec(inner)?.[1];
    const sum = sumOf(rounded ?? inner, (cell) => valueAt(...(/^([A-Z]+)(\d+)$/.exec(cell)!.slice(1) as [string, string])));
    return rounded === undefined ? sum : roundedAway(sum, 2);
  };
  rows.forEach((row, down) => row.forEach((cell, at) => {
    if (typeof cell === "object" && cell !== null) shown[down]![at] = cell.value ?? evaluate(cell.formula, down + 1);
  }));
  return shown;
}

/** `J1-K1`, `H1*I1*100`: terms with their signs, each a product of cells and numbers. */
function sumOf(expression: string, valueOf: (cell: string) => number): number {
  const terms = expression.match(/[+-]?[^+-]+/g) ?? [];
  return terms.reduce((sum, term) => {
    const factors = term.replace(/^[+-]/, "").split("*").map((factor) => (/^[A-Z]/.test(factor) ? valueOf(factor) : Number(factor)));
    return sum + (term.startsWith("-") ? -1 : 1) * factors.reduce((product, factor) => product * factor, 1);
  }, 0);
}

/** As Excel rounds: half away from zero, of the number as it is shown in 15 digits. */
function roundedAway(value: number, digits: number): number {
  const shifted = Number((Math.abs(value) * 10 ** digits).toPrecision(15));
  return (Math.sign(value) * Math.round(shifted)) / 10 ** digits + 0;
}

function letters(column: string): number {
  return [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** The cells of one column, by its heading. */
export function column(block: DraftBlock, heading: string): Shown[] {
  const at = block.columns.findIndex((candidate) => candidate.heading === heading);
  if (at < 0) throw new Error(`No column ${heading}`);
  return calculated(block).map((row) => row[at] ?? null);
}
