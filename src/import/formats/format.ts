/** What a format is: how its headings are told, and who reads the lines below them. */
import type { FileInProgress } from "../file-in-progress";
import type { FileKind } from "../import-types";
import type { SourceLine } from "../source-lines";

/** The lines of a file in which a format's headings were found. */
export interface FileLines {
  readonly name: string;
  /** Lines with content, from the first of the file. */
  readonly lines: readonly SourceLine[];
  /** Which of `lines` has the headings. */
  readonly headingAt: number;
  /** The user's word for a file that names no account. */
  readonly account: string | null;
}

/** Headings that stand for the same thing in layouts of the broker; the first is what the user is shown. */
type Headings = readonly string[];

export interface ColumnsOfFormat {
  /** Without one of each a row would be another trade: damaged headings leave every row to the user. */
  readonly needed: readonly Headings[];
  /** Of newer files: where one stands the others are needed too. */
  readonly together?: Headings;
  /** What only proves the rest: where it is missing the user is told, and the rows are read. */
  readonly checked?: readonly Headings[];
}

export interface Format {
  /** Broker and kind of file, such as "Schwab transactions". */
  readonly name: string;
  readonly kind: FileKind;
  /** Whether a line with these cells is the format's headings. @param headings as `plainHeading` gives them */
  readonly isHeading: (headings: readonly string[]) => boolean;
  /** Headings its rows are read from, beyond those it is known by; absent where several tables have their own. */
  readonly columns?: ColumnsOfFormat;
  /** Headings of the amounts that the control total sums, best first; none: the file has no such column. */
  readonly amounts: readonly string[];
  /** Gives every line from the headings on its place in `work`; what is forgotten is left undecided. */
  readonly read: (work: FileInProgress, file: FileLines) => void;
}

/** A signature: all of these in one line, in any order. */
export function headed(...needed: readonly string[]): Format["isHeading"] {
  return (headings) => needed.every((heading) => headings.includes(heading));
}
