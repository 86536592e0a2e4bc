/** What was typed into the form, against what the sheet says: the changes to write, or what is wrong. Pure. */
import type { SettingChange } from "../../sheet/placing/setting-changes";
import type { Settings } from "../../sheet/reading-types";
import type { BookRead } from "../read-book";
import type { SettingsReadable, UnreadRow } from "./unread-rows";
import { count } from "../sentences";
import { SINGLE_SETTINGS } from "./single-settings";
import { groupChange, groupsOn, type GroupSetting, type SymbolGroup } from "./symbol-groups";

/** By field: the name of a setting, `Account|type|NAME`, `Identical|0` … Only what the user touched. */
export type TypedFields = Readonly<Record<string, string>>;

export interface SettingsShown {
  readonly settings: Settings;
  readonly accounts: BookRead["accounts"];
  readonly groups: Readonly<Record<GroupSetting, readonly SymbolGroup[]>>;
  /** Settings whose one row cannot be read, by name; whatever is typed replaces it. */
  readonly unread: ReadonlyMap<string, UnreadRow>;
}

export interface FormState {
  readonly changes: readonly SettingChange[];
  /** By field. */
  readonly problems: Readonly<Record<string, string>>;
}

export const GROUP_SETTINGS: readonly GroupSetting[] = ["Identical", "Replacement"];

export const accountField = (part: "type" | "owner", account: string): string => `Account|${part}|${account}`;
export const groupField = (setting: GroupSetting, at: number): string => `${setting}|${at}`;

export function settingsShown(read: SettingsReadable, accounts: BookRead["accounts"]): SettingsShown {
  const { settings, unread, cells } = read;
  return {
    settings,
    accounts,
    groups: { Identical: groupsOn(cells, "Identical"), Replacement: groupsOn(cells, "Replacement") },
    unread: new Map(unread.flatMap((row) => (row.setting === null ? [] : [[row.setting, row]]))),
  };
}

export function formState(shown: SettingsShown, typed: TypedFields): FormState {
  const changes: SettingChange[] = [];
  const problems: Record<string, string> = {};
  for (const { name, shown: shownText, read } of SINGLE_SETTINGS) {
    const text = typed[name]?.trim();
    if (text === undefined) continue;
    const [wanted, before] = [read(text), read(shownText(shown.settings))];
    if (!wanted.ok) problems[name] = wanted.problem.sentence;
    else if (shown.unread.has(name) || !before.ok || wanted.value !== before.value) changes.push({ name, values: wanted.value === null ? [] : [wanted.value] });
  }
  for (const { name, type, owner } of shown.accounts) {
    const [newType, newOwner] = [typed[accountField("type", name)] ?? type, typed[accountField("owner", name)] ?? owner];
    if (newType !== type || newOwner !== owner) changes.push({ name: "Account", first: name, values: [name, newType, newOwner] });
  }
  for (const setting of GROUP_SETTINGS) {
    for (const [at, group] of [...shown.groups[setting], ...addedGroups(shown, typed, setting)].entries()) {
      const text = typed[groupField(setting, at)];
      if (text === undefined) continue;
      const change = groupChange(setting, group, text);
      if (!change.ok) problems[groupField(setting, at)] = change.problem.sentence;
      else if (change.value !== null) changes.push(change.value);
    }
  }
  return { changes, problems };
}

/** Rows the user added in the form, below those of the sheet. */
export function addedGroups(shown: SettingsShown, typed: TypedFields, setting: GroupSetting): readonly SymbolGroup[] {
  const there = shown.groups[setting].length;
  const last = Object.keys(typed)
    .filter((field) => field.startsWith(`${setting}|`))
    .reduce((most, field) => Math.max(most, Number(field.slice(setting.length + 1)) + 1), there);
  return Array.from({ length: last - there }, () => ({ first: null, symbols: [] }));
}

/** "Writes 3 settings to sheet ‘Taxlot Settings’." */
export function planLine({ changes, problems }: FormState, sheet: string, isNew: boolean): string {
  const [problem] = Object.values(problems);
  if (problem !== undefined) return problem;
  if (changes.length === 0) return "Change a setting above to write it to the sheet.";
  return `Writes ${count(changes.length, "setting")} to ${isNew ? "new sheet" : "sheet"} ‘${sheet}’.`;
}
