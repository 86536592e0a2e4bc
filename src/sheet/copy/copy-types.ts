/** The accountant's copy as data: sheets of values and plain Excel formulas, ready for any .xlsx writer (design section 9). */
import type { SheetDraft } from "../placing/sheet-draft";

/** A sheet of the copy: a draft with what only a file of its own needs. */
export interface CopySheet {
  readonly draft: SheetDraft;
  /** Cells may be selected and read, not changed, until the protection is lifted; it has no password. */
  readonly protected: boolean;
  /** Cells left open for the accountant, such as the sign-off block: A1 addresses. */
  readonly open: readonly string[];
}

export interface AccountantCopy {
  /** Without folder, with .xlsx. */
  readonly fileName: string;
  readonly sheets: readonly CopySheet[];
  /** What is not yet green, in sentences: also on the cover. */
  readonly openPoints: readonly string[];
}

/** One line of the checklist on the Package screen and the cover. */
export interface PackageCheck {
  readonly name: string;
  readonly state: "done" | "open" | "not applicable";
  readonly sentence: string;
  /** Where it is mended. */
  readonly screen: "data" | "settings" | "import" | "reconcile" | "wash" | null;
}
