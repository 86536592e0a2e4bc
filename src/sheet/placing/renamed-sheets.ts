/** Drafts whose formulas reach across their sheets, once taken names were counted up. */
import { sheetInFormula } from "./addresses";
import type { DraftBlock, DraftFormula, SheetDraft } from "./sheet-draft";

/** The drafts under these names, their formulas pointing at the sheets as they will be called. */
export function draftsUnderNames(drafts: readonly SheetDraft[], names: readonly string[]): readonly SheetDraft[] {
  const renamed = new Map(drafts.map(({ sheetName }, at) => [sheetName.toUpperCase(), names[at] ?? sheetName]));
  return drafts.map((draft, at) => ({
    ...draft,
    sheetName: names[at] ?? draft.sheetName,
    blocks: draft.blocks.map((block) => withFormulas(block, (formula) => withNames(formula, renamed))),
  }));
}

function withFormulas(block: DraftBlock, change: (formula: string) => string): DraftBlock {
  const { content } = block;
  if (content.kind === "spill") return { ...block, content: { ...content, formula: change(content.formula) } };
  const rows = content.rows.map((row) => row.map((cell) => (isFormula(cell) ? { ...cell, formula: change(cell.formula) } : cell)));
  return { ...block, content: { kind: "rows", rows } };
}

function isFormula(cell: unknown): cell is DraftFormula {
  return typeof cell === "object" && cell !== null;
}

/** Texts in a formula are left as they are; a sheet is `'My sheet'!` or `Sheet!`. */
const TEXT_OR_SHEET = /"(?:[^"]|"")*"|'((?:[^']|'')+)'!|([\p{L}_][\p{L}\p{N}_.]*)!/gu;

function withNames(formula: string, renamed: ReadonlyMap<string, string>): string {
  return formula.replace(TEXT_OR_SHEET, (found, quoted: string | undefined, bare: string | undefined) => {
    const sheet = quoted?.replace(/''/g, "'") ?? bare;
    const name = sheet === undefined ? undefined : renamed.get(sheet.toUpperCase());
    return name === undefined ? found : `${sheetInFormula(name)}!`;
  });
}
