/** Cases of one row of Form 8949. Amounts are dollars as decimal strings; the file's `conventions` define the fields. */

export interface Form8949Case {
  readonly id: string;
  readonly note?: string;
  readonly input: {
    readonly year: number;
    readonly assetType: "stock" | "digital";
    /** By our own dates. */
    readonly term: "ST" | "LT";
    /** As the broker has it; absent: the same. */
    readonly brokerTerm?: "ST" | "LT";
    readonly form: "1099-B" | "1099-DA" | "none";
    readonly basisReported: boolean;
    readonly proceeds: string;
    /** Absent: the form gives none. */
    readonly brokerBasis?: string;
    readonly correctBasis: string;
    readonly washDisallowed: string;
  };
  readonly expect: {
    readonly box: string;
    readonly part: "I" | "II";
    readonly d: string;
    readonly e: string;
    readonly f: string;
    readonly g: string;
    readonly h: string;
    readonly scheduleDLine: string;
  };
}

/** What a case lacks, or null. */
export function wrongForm8949({ input, expect }: Readonly<Record<string, unknown>>): string | null {
  if (typeof input !== "object" || input === null || typeof expect !== "object" || expect === null) return "has no input and expect blocks.";
  const fields: readonly (readonly [string, object, readonly string[]])[] = [
    ["input", input, ["year", "assetType", "term", "form", "basisReported", "proceeds", "correctBasis", "washDisallowed"]],
    ["expect", expect, ["box", "part", "d", "e", "f", "g", "h", "scheduleDLine"]],
  ];
  for (const [name, block, needed] of fields) {
    const absent = needed.find((field) => !(field in block));
    if (absent !== undefined) return `has no ${name}.${absent}.`;
  }
  return null;
}
