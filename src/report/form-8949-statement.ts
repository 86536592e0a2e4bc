/**
 * Exception 2 of Form 8949 (R-8949-4): a statement in the columns of the form for each broker and box, with its totals, and the one
 * line that stands on the form for it, with code M. Rows that go straight to Schedule D are in no statement.
 */
import { csvText, type CsvValue } from "./csv-fields";
import { BOXES_8949, type Box8949, type Form8949Row } from "./form-8949-types";
import { inOneString } from "./form-8949/columns";
import { printedDay } from "./form-8949/printed";
import { totalled } from "./schedule-d-summary";

type Amounts = Pick<Form8949Row, "proceedsCents" | "costCents" | "adjustmentCents" | "gainCents">;

export interface Form8949Statement {
  /** The account, which is what the trades know of the broker. */
  readonly account: string;
  readonly box: Box8949;
  readonly part: Form8949Row["part"];
  readonly rows: readonly Form8949Row[];
  readonly totals: Amounts;
  readonly lineOnForm: LineOnForm;
}

/** Columns (b) and (c) stay blank. */
export interface LineOnForm extends Amounts {
  readonly description: string;
  /** M and every code of the statement, alphabetical. */
  readonly code: string;
}

const PARTS: readonly Form8949Row["part"][] = ["I", "II"];

/**
 * In the order of the form: Part I, then II, each by account, then box; none where every row goes straight to Schedule D.
 * @param rows as printed: in whole dollars where the form is (R-RND-4), so that the statement foots
 */
export function form8949Statements(rows: readonly Form8949Row[]): Form8949Statement[] {
  const accounts = [...new Set(rows.map(({ account }) => account))].sort();
  return PARTS.flatMap((part) => accounts.flatMap((account) => BOXES_8949.flatMap((box) => {
    const own = rows.filter((row) => row.part === part && row.account === account && row.box === box && !row.direct);
    return own.length === 0 ? [] : [statementOf(account, box, own)];
  })));
}

function statementOf(account: string, box: Box8949, rows: readonly Form8949Row[]): Form8949Statement {
  const totals = totalled(rows);
  const code = inOneString(["M", ...rows.map((row) => row.code)]);
  return { account, box, part: rows[0]!.part, rows, totals, lineOnForm: { description: `${account}: see attached statement`, code, ...totals } };
}

const HEADINGS = [
  "(a) Description of property", "(b) Date acquired", "(c) Date sold", "(d) Proceeds", "(e) Cost or other basis", "(f) Code", "(g) Adjustment",
  "(h) Gain or (loss)",
] as const;

/** All statements one below another, each with a title, its headings, its rows and its totals. */
export function form8949StatementsCsv(statements: readonly Form8949Statement[], year: number): string {
  return csvText(statements.flatMap((statement, at) => [...(at === 0 ? [] : [[]]), ...linesOf(statement, year)]));
}

function linesOf({ account, box, part, rows, totals, lineOnForm }: Form8949Statement, year: number): CsvValue[][] {
  return [
    [`Statement to Form 8949 for ${year}, Part ${part}, Box ${box}: ${account}`],
    [...HEADINGS],
    ...rows.map((row) => [row.description, printedDay(row.acquired), printedDay(row.sold), ...amountsOf(row, row.code)]),
    ["Totals", "", "", ...amountsOf(totals, "")],
    [`On Form 8949: ${lineOnForm.description}`, "", "", ...amountsOf(lineOnForm, lineOnForm.code)],
  ];
}

function amountsOf({ proceedsCents, costCents, adjustmentCents, gainCents }: Amounts, code: string): CsvValue[] {
  return [{ cents: proceedsCents }, { cents: costCents }, code, { cents: adjustmentCents }, { cents: gainCents }];
}
