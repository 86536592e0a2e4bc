/** The row `Client` of the settings: the taxpayer, as the accountant's copy names them. Pure. */
import { readCell } from "../cells";
import { plainWord } from "../setting-values";

export const CLIENT_NAME = "Client";

/** null: the settings name none. */
export function clientIn(settings: readonly (readonly unknown[])[]): string | null {
  const row = settings.find(([name]) => plainWord(String(name ?? "")) === plainWord(CLIENT_NAME));
  const read = readCell(row?.[1]);
  const name = read.kind === "text" || read.kind === "number" ? String(read.value).trim() : "";
  return name === "" ? null : name;
}
