/** Formulas that call functions of ours: told apart from others, put back into words, and followed through their spills. Pure. */
import { addressWithinSheet, columnLetters, type CellBlock } from "./addresses";

/** Words of a formula that hold no call of a function: texts, and quoted sheet names. */
const TEXT = `"(?:[^"]|"")*"`;
const QUOTED_SHEET = `'(?:[^']|'')*'!?`;
/** `[2]!`, `Other.xla!`, `'C:\\Add-ins\\Other.xlam'!`: another add-in's loading or running put it there (office-js#2568, #3872, #2051). */
const FOREIGN = String.raw`(?:'(?:[^']|'')*'!|\[[^\]]*\]!|[\p{L}\p{N}_.\-]+\.xla[mb]?!)?`;

/** A formula's text parted so that ours is found outside texts and sheet names. */
function calls(namespace: string): RegExp {
  const stored = `${FOREIGN}(?:_xlfn\\.)?_xldudf_${namespace}_(?<stored>[A-Z0-9]+)(?=\\()`;
  const typed = `(?<foreign>${FOREIGN})(?<![\\p{L}\\p{N}_.])${namespace}\\.(?<typed>[A-Z0-9]+)(?=\\()`;
  return new RegExp(`${TEXT}|${stored}|${typed}|${QUOTED_SHEET}`, "giu");
}

/** Does the formula call a function of ours, as it is typed or as a file stores it? */
export function callsOurs(formula: string, namespace: string): boolean {
  for (const { groups } of formula.matchAll(calls(namespace))) {
    if (groups?.stored !== undefined || groups?.typed !== undefined) return true;
  }
  return false;
}

/** The formula with our functions as they are typed, whatever became of their names. */
export function asTyped(formula: string, namespace: string): string {
  return formula.replace(calls(namespace), (found: string, ...rest: unknown[]) => {
    const groups = rest.at(-1) as { readonly stored?: string; readonly typed?: string };
    const name = groups.stored ?? groups.typed;
    return name === undefined ? found : `${namespace}.${name.toUpperCase()}`;
  });
}

/** A cell with a formula, and what it shows. */
export interface FormulaCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  readonly shown: unknown;
}

/** A text that begins with = shows itself. */
export function isFormula(formula: unknown, shown: unknown): formula is string {
  return typeof formula === "string" && formula.startsWith("=") && formula !== shown;
}

/** `F2#`, `Plan!$F$2#`: what a formula fills. */
const SPILL_OF = /"(?:[^"]|"")*"|(?:(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!)?\$?([A-Z]{1,3})\$?(\d+)#/giu;

/** Those of `others` whose formula reaches the spill of one of `frozen`, directly or through another: they would show #REF! without it. */
export function reachingSpills(frozen: readonly FormulaCell[], others: readonly FormulaCell[]): readonly FormulaCell[] {
  const anchors = new Set(frozen.map(keyOf));
  const reaching: FormulaCell[] = [];
  let left = others.filter(({ formula }) => formula.includes("#"));
  for (let before = -1; before !== reaching.length; ) {
    before = reaching.length;
    left = left.filter((cell) => {
      if (!spillsUsed(cell).some((key) => anchors.has(key))) return true;
      anchors.add(keyOf(cell));
      reaching.push(cell);
      return false;
    });
  }
  return reaching;
}

function spillsUsed({ sheet, formula }: FormulaCell): readonly string[] {
  return [...formula.matchAll(SPILL_OF)].flatMap(([, quoted, bare, letters, row]) =>
    letters === undefined ? [] : [`${(quoted?.replace(/''/g, "'") ?? bare ?? sheet).toUpperCase()}!${letters.toUpperCase()}${row}`],
  );
}

function keyOf({ sheet, row, column }: FormulaCell): string {
  return `${sheet.toUpperCase()}!${columnLetters(column)}${row + 1}`;
}

export function blockOf({ sheet, row, column }: FormulaCell): CellBlock {
  return { sheet, row, column, rows: 1, columns: 1 };
}

/** `A1`, for sentences and records that name the sheet apart. */
export function addressOf(cell: FormulaCell): string {
  return addressWithinSheet(blockOf(cell));
}
