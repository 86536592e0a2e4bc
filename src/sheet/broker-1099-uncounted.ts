/**
 * What a broker's form says that is counted nowhere, so that nothing of it is dropped unseen: columns whose heading is not
 * known, and boxes whose codes of Form 8949 are the user's to add (R-8949-3).
 */
import type { Broker1099Fault } from "./read-broker-1099";
import type { Broker1099Columns } from "./broker-1099-columns";
import type { Broker1099Field } from "./broker-1099-headings";
import { reportedWord, termWord } from "./broker-1099-words";
import { quoteCell, readCell } from "./cells";
import { readNumberCell } from "./number-cells";

type Cells = readonly unknown[];

/** One heading row and the sales below it. */
export interface FormPart {
  readonly columns: Broker1099Columns;
  readonly headings: Cells;
  /** Rows of sales below these headings, with the row of the range of each. */
  readonly sales: readonly { readonly row: number; readonly cells: Cells }[];
}

/** The heading rows and sales of a form as they were read. */
export function uncountedIn({ columns, headings, sales }: FormPart): Broker1099Fault[] {
  const unknown = columns.unknown.flatMap((column) => {
    const held = sales.map(({ cells }) => cells[column]).filter((cell) => readCell(cell).kind !== "blank");
    return held.length === 0 ? [] : [unknownColumn(columns, `column ${column + 1} (${quoteCell(headings[column])})`, held)];
  });
  return [...unknown, ...ownCodes({ columns, headings, sales })];
}

function unknownColumn(columns: Broker1099Columns, named: string, held: Cells): Broker1099Fault {
  const row = columns.headingRow + 1;
  const start = `Row ${row} of the broker's form: ${named} is not understood, so nothing in it is counted`;
  const [first, ...others] = lackingIn(columns).filter((field) => mayBe(field, held));
  if (first === undefined) return { row, sentence: `${start}.`, isNote: true };
  const fields = [first, ...others];
  return { row, sentence: `${start}, and the form has no column ${fields.join(" or ")}. Name it ${fields.join(" or ")} if that is what it holds; otherwise clear its heading.` };
}

/** What the code, the adjustment and the line of a row come from (R-8949-1 to R-8949-4). */
type Decisive = "Basis" | "Wash disallowed" | "Term" | "Basis reported";

function lackingIn({ at }: Broker1099Columns): Decisive[] {
  const inPlace: Readonly<Record<Decisive, readonly Broker1099Field[]>> = {
    Basis: ["Basis"],
    "Wash disallowed": ["Wash disallowed"],
    Term: ["Term", "Box"],
    "Basis reported": ["Basis reported", "Noncovered", "Box"],
  };
  return (Object.keys(inPlace) as Decisive[]).filter((field) => inPlace[field].every((one) => at[one] === undefined));
}

/** Whether all that a column holds can be read as what the form lacks. */
function mayBe(field: Decisive, held: Cells): boolean {
  const isFault = (read: unknown): boolean => typeof read === "object" && read !== null;
  if (field === "Term") return held.some((cell) => typeof termWord(cell) === "string");
  if (field === "Basis reported") return held.every((cell) => !isFault(reportedWord(cell)));
  return held.every((cell) => !isFault(readNumberCell(cell)));
}

/** What to do of a column, in a word or two, and which cells of it say nothing. */
const OWN_CODES: readonly (readonly [Broker1099Field, saysNothing: (cell: unknown) => boolean, whatToDo: string])[] = [
  ["Market discount", (cell) => readNumberCell(cell) === 0 || isUnmarked(cell), "Code D of Form 8949 and its amount are yours to add."],
  ["Loss not allowed", isUnmarked, "Its adjustment on Form 8949 is yours to add."],
  ["Collectible or fund", isUnmarked, "Codes C, Y and Z of Form 8949 for it are yours to add, or state the Type of the symbol in the settings."],
  ["Adjustment code", (cell) => isUnmarked(cell) || /^["']?w["']?$/i.test(quoteCell(cell).replace(/"/g, "")), "Other codes of Form 8949 than W are yours to add."],
];

function isUnmarked(cell: unknown): boolean {
  const read = readCell(cell);
  if (read.kind === "blank" || (read.kind === "number" && read.value === 0)) return true;
  return (read.kind === "text" && /^(none|0|0\.00|\$0\.00|n\/?a|-+)$/i.test(read.value)) || reportedWord(cell) === false || reportedWord(cell) === null;
}

function ownCodes({ columns, headings, sales }: FormPart): Broker1099Fault[] {
  return OWN_CODES.flatMap(([field, saysNothing, whatToDo]) => {
    const column = columns.at[field];
    if (column === undefined) return [];
    const [first, ...others] = sales.filter(({ cells }) => !saysNothing(cells[column]));
    if (first === undefined) return [];
    const more = others.length === 0 ? "" : ` (and in ${others.length} more ${others.length === 1 ? "row" : "rows"})`;
    const sentence = `Row ${first.row} of the broker's form: ${quoteCell(headings[column])} is ${quoteCell(first.cells[column])}${more}, which is not counted. ${whatToDo}`;
    return [{ row: first.row, sentence, isNote: true as const }];
  });
}
