/** Rows of symbols on the settings sheet: identical groups, and a symbol with its replacement partners. */
import type { SettingChange } from "../../sheet/placing/setting-changes";
import { readCell } from "../../sheet/cells";
import { plainWord } from "../../sheet/setting-values";
import { done, refuse, type Outcome } from "../../values/outcome";

export type GroupSetting = "Identical" | "Replacement";

export interface SymbolGroup {
  /** What the row's first cell holds now; null: a row to be added. */
  readonly first: string | null;
  readonly symbols: readonly string[];
}

/** The rows as they stand, in order. Two rows that begin alike cannot be told apart by a change; they are left to the sheet. */
export function groupsOn(cells: readonly (readonly unknown[])[], setting: GroupSetting): readonly SymbolGroup[] {
  const rows = cells.flatMap(([name, first, ...others]) => {
    if (plainWord(textOf(name)) !== plainWord(setting) || textOf(first) === "") return [];
    return [{ first: textOf(first), symbols: symbolsIn([first, ...others].map(textOf).join(",")) }];
  });
  return rows.filter(({ first }) => rows.filter((row) => plainWord(row.first) === plainWord(first)).length === 1);
}

function textOf(cell: unknown): string {
  const read = readCell(cell);
  return read.kind === "text" || read.kind === "number" ? String(read.value).trim() : "";
}

/** `abc, xyz` or `ABC XYZ`: symbols in capitals, each once. */
export function symbolsIn(text: string): readonly string[] {
  return [...new Set(text.toUpperCase().split(/[,;]+/).map((symbol) => symbol.trim()).filter((symbol) => symbol !== ""))];
}

/** What to write for a row whose text was changed; null: nothing. */
export function groupChange(setting: GroupSetting, group: SymbolGroup, text: string): Outcome<SettingChange | null> {
  const symbols = symbolsIn(text);
  const [first, ...others] = symbols;
  if (symbols.join() === group.symbols.join()) return done(null);
  if (first === undefined) return done(group.first === null ? null : { name: setting, first: group.first, values: [] });
  if (others.length === 0) {
    return refuse("bad-input", setting === "Identical" ? `Identical names only ${first}. Name at least two symbols, parted by commas.` : `Replacement names only ${first}. Name the symbols that may replace it, parted by commas.`);
  }
  // One cell holds the others, so that no row is too short for them.
  return done({ name: setting, first: group.first ?? first, values: [first, others.join(", ")] });
}
