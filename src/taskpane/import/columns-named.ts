/** What the columns of an unknown file may be, and whether what is named is enough to read trades by. Pure. */
import { IMPORTED_HEADINGS, type ImportedHeading, type UnknownLayout } from "../../import/import-types";
import { meaningsOf } from "../../sheet/placing/import-rows";
import { joined } from "../sentences";

/** By the words that a range of trades may have as headings. */
export function columnsGuessed({ headings, guessed }: Pick<UnknownLayout, "headings" | "guessed">): readonly (ImportedHeading | null)[] {
  const words = meaningsOf(headings);
  return headings.map((_, at) => guessed[at] ?? IMPORTED_HEADINGS.find((heading) => heading === words[at]) ?? null);
}

const NEEDED: readonly ImportedHeading[] = ["Date", "Action", "Symbol", "Quantity"];
/** Either says what was paid. */
const MONEY: readonly ImportedHeading[] = ["Price", "Amount"];

/** What is missing, in a sentence; null: nothing. */
export function missingIn(columns: readonly (ImportedHeading | null)[]): string | null {
  const missing: string[] = NEEDED.filter((heading) => !columns.includes(heading));
  if (!MONEY.some((heading) => columns.includes(heading))) missing.push("Price or Amount");
  return missing.length === 0 ? null : `Still to be found: ${joined(missing)}.`;
}
