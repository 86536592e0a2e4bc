/** What the user has said of the columns of a file: one row of the settings each, found again by the file's headings. Pure. */
import { IMPORTED_HEADINGS, type ColumnMapping, type ImportedHeading } from "../../import/import-types";
import { readCell } from "../cells";
import { plainWord } from "../setting-values";
import type { SettingChange } from "./setting-changes";

const NAME = "Import columns";
const LEFT_ALONE = "-";

/** Rows that cannot be read are passed over: the user is then asked once more. */
export function rememberedColumns(cells: readonly (readonly unknown[])[]): readonly ColumnMapping[] {
  return cells.flatMap(([name, fingerprint, columns, account]) => {
    if (plainWord(textOf(name)) !== plainWord(NAME) || textOf(fingerprint) === "") return [];
    const written = textOf(columns).split(",").map((word) => headingOf(word.trim()));
    if (written.some((heading) => heading === undefined)) return [];
    return [{ fingerprint: textOf(fingerprint), columns: written as (ImportedHeading | null)[], account: textOf(account) === "" ? null : textOf(account) }];
  });
}

export function changeToRemember({ fingerprint, columns, account }: ColumnMapping): SettingChange {
  return { name: NAME, first: fingerprint, values: [fingerprint, columns.map((heading) => heading ?? LEFT_ALONE).join(", "), account ?? ""] };
}

function headingOf(word: string): ImportedHeading | null | undefined {
  if (word === LEFT_ALONE || word === "") return null;
  return IMPORTED_HEADINGS.find((heading) => heading.toLowerCase() === word.toLowerCase());
}

function textOf(cell: unknown): string {
  const read = readCell(cell);
  return read.kind === "text" || read.kind === "number" ? String(read.value).trim() : "";
}
