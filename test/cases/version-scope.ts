/** Which lists of a case file this version's functions do not answer: those it does not know, which are said and never passed over. */
import type { CaseFile } from "./case-format";

/** Ids this version leaves out, with the reason, in file order: every array but those that CaseFile has a list for. */
export function leftOut(file: CaseFile): readonly { readonly id: string; readonly why: string }[] {
  return [...file.others].flatMap(([name, ids]) => ids.map((id) => ({ id, why: name })));
}
