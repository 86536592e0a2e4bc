/** Cases of a year's netting and tax. Amounts are dollars, as numbers or decimal strings; the file's `conventions` define them. */

export type Dollars = number | string;

/** Results of a year, and what Schedule D and its carryover worksheet make of them. */
export interface NettingCase {
  readonly id: string;
  readonly note?: string;
  readonly input: {
    readonly filingStatus: string;
    /** After the deduction of the loss (R-NET-4); may be negative. */
    readonly taxableIncome: Dollars;
    readonly shortTerm: readonly Dollars[];
    readonly longTerm: readonly Dollars[];
    readonly carryShortIn: Dollars;
    readonly carryLongIn: Dollars;
  };
  readonly expect: Readonly<Record<"netShort" | "netLong" | "total" | "deduction" | "carryShortOut" | "carryLongOut", Dollars>>;
}

/** A return with the gains, or the deducted loss, in taxable income, MAGI and net investment income. */
export interface TaxCase {
  readonly id: string;
  readonly note?: string;
  readonly input: Readonly<Record<"taxableIncome" | "netShort" | "netLong" | "qualifiedDividends", Dollars>> & {
    readonly year: number;
    readonly filingStatus: string;
    readonly magi?: Dollars;
    readonly netInvestmentIncome?: Dollars;
  };
  readonly expect: Readonly<Record<"ordinaryPart" | "at0" | "at15" | "at20" | "tax", Dollars>> & { readonly niit?: Dollars };
}

type Entry = Readonly<Record<string, unknown>>;

export function wrongNetting({ input, expect }: Entry): string | null {
  if (!isEntry(input) || !isEntry(expect)) return "has no input and expect blocks.";
  for (const field of ["shortTerm", "longTerm"]) if (!Array.isArray(input[field])) return `has no list input.${field}.`;
  return absentIn("input", input, ["filingStatus", "taxableIncome", "carryShortIn", "carryLongIn"])
    ?? absentIn("expect", expect, ["netShort", "netLong", "total", "deduction", "carryShortOut", "carryLongOut"]);
}

export function wrongTax({ input, expect }: Entry): string | null {
  if (!isEntry(input) || !isEntry(expect)) return "has no input and expect blocks.";
  return absentIn("input", input, ["year", "filingStatus", "taxableIncome", "netShort", "netLong", "qualifiedDividends"])
    ?? absentIn("expect", expect, ["tax"]);
}

function absentIn(block: string, entry: Entry, fields: readonly string[]): string | null {
  const absent = fields.find((field) => typeof entry[field] !== "number" && typeof entry[field] !== "string");
  return absent === undefined ? null : `has no ${block}.${absent}.`;
}

function isEntry(value: unknown): value is Entry {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
