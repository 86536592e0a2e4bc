/** The settings without the rows that cannot be read: for the form only, which shows those rows and how to mend them. Pure. */
import { readCell } from "../../sheet/cells";
import { DEFAULT_SETTINGS, readSettings } from "../../sheet/read-settings";
import type { Settings } from "../../sheet/reading-types";
import { plainWord } from "../../sheet/setting-values";
import { SINGLE_SETTINGS } from "./single-settings";

type Cells = readonly (readonly unknown[])[];

export interface UnreadRow {
  /** In the settings range, from 0. */
  readonly row: number;
  /** "Settings row 4: …" */
  readonly sentence: string;
  /** The setting of the form that writes this row anew; null: the row is to be mended on the sheet. */
  readonly setting: string | null;
  /** What its value cell says. */
  readonly text: string;
}

export interface SettingsReadable {
  readonly settings: Settings;
  readonly unread: readonly UnreadRow[];
  /** The rows that were read; the others are blank. */
  readonly cells: Cells;
}

/** Every fault is found, not only the first: each row refused is set aside, and the rest is read again. */
export function settingsReadable(cells: Cells | null): SettingsReadable {
  const left = [...(cells ?? [])];
  const unread: UnreadRow[] = [];
  for (;;) {
    const read = readSettings(left);
    if (read.ok) return { settings: read.value, unread, cells: left };
    const { sentence } = read.problem;
    const row = Number(/^Settings row (\d+):/.exec(sentence)?.[1]) - 1;
    const refused = left[row];
    if (refused === undefined || refused.length === 0) return { settings: DEFAULT_SETTINGS, unread, cells: [] };
    unread.push({ row, sentence, setting: settingOf(cells ?? [], refused), text: textOf(refused[1]) });
    left[row] = [];
  }
}

/** A setting that stands in two rows, or a Method for one account or symbol, is no one field of the form. */
function settingOf(cells: Cells, row: readonly unknown[]): string | null {
  const setting = SINGLE_SETTINGS.find(({ name }) => isNamed(row, name));
  if (setting === undefined || !isForAll(row, setting.name)) return null;
  return cells.filter((other) => isNamed(other, setting.name) && isForAll(other, setting.name)).length === 1 ? setting.name : null;
}

function isForAll(row: readonly unknown[], setting: string): boolean {
  return setting !== "Method" || row.slice(2).every((cell) => textOf(cell) === "");
}

function isNamed([name]: readonly unknown[], setting: string): boolean {
  return plainWord(textOf(name)).replace(/-/g, " ") === plainWord(setting).replace(/-/g, " ");
}

function textOf(cell: unknown): string {
  const read = readCell(cell);
  if (read.kind === "error") return read.code;
  return read.kind === "text" || read.kind === "number" ? String(read.value).trim() : "";
}
