/** The row `Client` of the settings: the taxpayer, as the accountant's copy names them. Pure. */
import { readCell } from "../cells";
import { besideSetting } from "./beside-setting";

export const CLIENT_NAME = "Client";

/** null: the settings name none. */
export function clientIn(settings: readonly (readonly unknown[])[]): string | null {
  const read = readCell(besideSetting(settings, CLIENT_NAME)[0]);
  const name = read.kind === "text" || read.kind === "number" ? String(read.value).trim() : "";
  return name === "" ? null : name;
}
