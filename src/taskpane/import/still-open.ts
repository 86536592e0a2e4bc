/** Files that a write leaves out: their trades are in no figure, so they stay on the screen and are named. Pure. */
import { firstOf, joined } from "../sentences";
import type { AcceptedRows } from "./import-request";
import type { FileAnswer, ImportView } from "./import-view";
import type { Unopened } from "./open-files";

/** Why a file is not written, in words for a list; null: it is. */
function leftOut(answer: FileAnswer): { readonly name: string; readonly why: string } | null {
  if (answer.is === "unknown") return { name: answer.layout.name, why: "its columns are to be named" };
  if (answer.is === "refused") return { name: answer.name, why: "not read" };
  return answer.question === null ? null : { name: answer.file.name, why: "its account is to be named" };
}

/** Where they stand among the files. */
export function stillOpen({ files }: ImportView): ReadonlySet<number> {
  return new Set(files.flatMap((answer, at) => (leftOut(answer) === null ? [] : [at])));
}

/** What was completed of files that are not written yet. */
export function acceptedOfOpen(accepted: AcceptedRows, { files }: ImportView): AcceptedRows {
  const names = files.flatMap((answer) => (answer.is === "read" && answer.question !== null ? [`${answer.file.name}:`] : []));
  return new Map([...accepted].filter(([source]) => names.some((name) => source.startsWith(name))));
}

/** "Not imported: own.csv (its columns are to be named) and letter.txt (not read). No figure has their trades." null: every file is written. */
export function notImported({ files }: ImportView, unopened: readonly Unopened[]): string | null {
  const left = [...files.flatMap((answer) => leftOut(answer) ?? []), ...unopened.map(({ name }) => ({ name, why: "not opened" }))];
  if (left.length === 0) return null;
  const all = joined(firstOf(left.map(({ name, why }) => `${name} (${why})`)));
  return `Not imported: ${all}. No figure has ${left.length === 1 ? "its" : "their"} trades; ${left.length === 1 ? "it stays" : "they stay"} on Import until ${left.length === 1 ? "it is" : "they are"} settled or left out.`;
}
