/**
 * The neutral case format: transactions, settings and the numbers that must come out.
 * Money, quantities and ratios are decimal strings; dates are ISO trade dates; rows of one day
 * stand in file order. The file's own `conventions` block defines every field.
 */
import { wrongForm8949, type Form8949Case } from "./form-8949-case";
import { wrongNetting, wrongTax, type NettingCase, type TaxCase } from "./tax-case-format";

export interface CaseTransaction {
  readonly date: string;
  readonly action: string;
  readonly symbol: string;
  readonly quantity?: string;
  readonly price?: string;
  readonly fees?: string;
  readonly amount?: string;
  readonly account?: string;
  readonly accountType?: string;
  readonly accountOwner?: string;
  readonly lotId?: string;
  readonly lots?: readonly { readonly lotId: string; readonly quantity?: string }[];
  readonly newShares?: string;
  readonly oldShares?: string;
  readonly cashInLieu?: string;
  readonly cashPerShare?: string;
  readonly newSymbol?: string;
  readonly fromAccount?: string;
  readonly toAccount?: string;
  readonly assetType?: string;
  readonly optionType?: string;
  readonly underlying?: string;
  readonly multiplier?: string;
  readonly fmv?: string;
  readonly fmvParent?: string;
  readonly fmvNew?: string;
  readonly allocationNew?: string;
  readonly electAllocate?: boolean;
  readonly taxable?: boolean;
  readonly donorBasis?: string;
  readonly donorAcquired?: string;
  /** Ours, on GIFT_IN: gift tax paid on it (R-GIFT-1). */
  readonly giftTax?: string;
  /** Ours, on GIFT_IN: from a spouse or in a divorce, so no fmv is needed (R-GIFT-3). */
  readonly fromSpouse?: boolean;
  /** Ours: fills with one order id are one purchase or sale (R-LOT-1). */
  readonly order?: string;
  /** Ours: time of day, like 09:45. */
  readonly time?: string;
}

export interface CaseSettings {
  readonly method?: string;
  readonly view?: string;
  readonly washHoldingPeriod?: string;
  readonly candidateRule?: string;
  readonly spouseReplacement?: string;
  /** Ours: 401(k), HSA and other plans `likeIra` (default) or `ignore`. */
  readonly planAccounts?: string;
  /** Ours: `fileOrder` (default) or `purchasesFirst`. */
  readonly orderWithinDay?: string;
  /** Ours: standing orders by account, symbol and first day, after `method` (R-ID-7). */
  readonly methods?: readonly { readonly method: string; readonly account?: string; readonly symbol?: string; readonly fromDate?: string }[];
  /** Ours, the other questions of rulebook section 16, each by its option's name. */
  readonly soldReplacements?: "notReplacement" | "replacement";
  readonly orderFills?: "byOrder" | "sameDay" | "never";
  readonly sameDaySales?: "fileOrder" | "simultaneous";
  readonly optionLosses?: "sameContract" | "sameUnderlyingAndType";
  readonly stockAfterCallLoss?: "notMatched" | "matched";
  readonly writtenPuts?: "ask" | "match" | "ignore";
  readonly shortWashTarget?: "newShort" | "flag";
  readonly putsOnYoungShares?: "flag" | "shortSale";
  readonly cashInLieuLot?: "earliest" | "byMethod";
  readonly averageRounding?: "none" | "perShareCents";
  readonly coveredPools?: "separate" | "together";
  readonly inheritedTack?: "actualDays" | "none";
  readonly digitalWash?: "off" | "on";
  /** Ours: accounts of dealers and 475(f) traders (R-WS-15). */
  readonly washExempt?: readonly string[];
  readonly stRate?: string;
  readonly ltRate?: string;
  readonly identicalGroups?: readonly (readonly string[])[];
}

export interface ExpectedRealized {
  readonly symbol?: string;
  readonly account?: string;
  readonly acquired?: string;
  readonly effectiveAcquired?: string;
  readonly sold?: string;
  readonly quantity?: string;
  readonly proceeds?: string;
  readonly basis?: string;
  readonly gain?: string;
  /** null: not compared. */
  readonly term?: "ST" | "LT" | null;
  readonly washDisallowed?: string;
  readonly adjustedGain?: string;
}

export interface ExpectedLot {
  readonly symbol?: string;
  readonly account?: string;
  readonly acquired?: string;
  readonly effectiveAcquired?: string;
  readonly quantity?: string;
  readonly basis?: string;
}

export interface LedgerCase {
  readonly id: string;
  readonly rule?: readonly string[];
  readonly source?: string;
  readonly note?: string;
  readonly settings?: CaseSettings;
  readonly transactions: readonly CaseTransaction[];
  readonly expect: {
    readonly realized?: readonly ExpectedRealized[];
    readonly openLots?: readonly ExpectedLot[];
    readonly permanentlyDisallowed?: string;
  };
}

export interface HoldingTermCase {
  readonly id: string;
  readonly acquired: string;
  readonly sold: string;
  readonly term: "ST" | "LT";
  readonly kind: string;
  readonly note?: string;
}

/** Candidate lots of a day, each tested alone: sold whole for its price. */
export interface HarvestCase {
  readonly id: string;
  readonly rule?: readonly string[];
  readonly note?: string;
  readonly settings?: CaseSettings;
  readonly transactions: readonly CaseTransaction[];
  readonly asOf: string;
  readonly candidates: readonly { readonly lotId: string; readonly price: string }[];
  readonly expect: readonly ExpectedHarvest[];
}

export interface ExpectedHarvest {
  readonly lotId: string;
  readonly loss: string;
  readonly washed: string;
  readonly permanentlyLost: string;
  readonly allowed: string;
  /** null: clean on the day. */
  readonly cleanSaleDate: string | null;
  readonly cleanRepurchaseDate: string;
}

export interface CaseFile {
  readonly cases: readonly LedgerCase[];
  readonly holdingTermCases: readonly HoldingTermCase[];
  readonly harvestCases: readonly HarvestCase[];
  readonly nettingCases: readonly NettingCase[];
  readonly taxCases: readonly TaxCase[];
  readonly form8949Cases: readonly Form8949Case[];
  /** Ids of the arrays no function of this version answers, by array name. */
  readonly others: ReadonlyMap<string, readonly string[]>;
}

/** A list of cases, known or not. */
const LIST_OF_CASES = /Cases$/;

/** Reads the text of a case file. The reason, one sentence, when it is not one. */
export function readCaseFile(text: string): CaseFile | { readonly wrong: string } {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (error) {
    return { wrong: `it is not JSON (${(error as Error).message}).` };
  }
  if (!isRecord(file)) return { wrong: "its top level is not an object with a list named cases." };
  const others = Object.keys(file).filter((name) => LIST_OF_CASES.test(name) && WRONG_ENTRY[name] === undefined);
  const known = [...Object.keys(WRONG_ENTRY), ...others].filter((name) => file[name] !== undefined);
  if (known.length === 0) return { wrong: "it has no list named cases or holdingTermCases." };
  for (const name of known) {
    const wrong = wrongList(name, file[name]);
    if (wrong !== null) return { wrong };
  }
  return {
    cases: (file.cases ?? []) as LedgerCase[],
    holdingTermCases: (file.holdingTermCases ?? []) as HoldingTermCase[],
    harvestCases: (file.harvestCases ?? []) as HarvestCase[],
    nettingCases: (file.nettingCases ?? []) as NettingCase[],
    taxCases: (file.taxCases ?? []) as TaxCase[],
    form8949Cases: (file.form8949Cases ?? []) as Form8949Case[],
    others: new Map(others.map((name) => [name, (file[name] as { id: string }[]).map((one) => one.id)])),
  };
}

const WRONG_ENTRY: Readonly<Record<string, (entry: Record<string, unknown>) => string | null>> = {
  cases: wrongLedger,
  holdingTermCases: wrongTerm,
  harvestCases: wrongHarvest,
  nettingCases: wrongNetting,
  taxCases: wrongTax,
  form8949Cases: wrongForm8949,
};

function wrongList(name: string, list: unknown): string | null {
  if (!Array.isArray(list)) return `${name} is not a list.`;
  for (const [index, entry] of list.entries()) {
    if (!isRecord(entry) || typeof entry.id !== "string") return `entry ${index + 1} of ${name} has no id.`;
    const wrong = WRONG_ENTRY[name]?.(entry) ?? null;
    if (wrong !== null) return `case ${entry.id} ${wrong}`;
  }
  return null;
}

function wrongLedger(entry: Record<string, unknown>): string | null {
  const wrong = wrongRows(entry);
  if (wrong !== null) return wrong;
  if (!isRecord(entry.expect)) return "has no expect block.";
  for (const field of ["realized", "openLots"]) {
    if (entry.expect[field] !== undefined && !Array.isArray(entry.expect[field])) return `has an expect.${field} that is not a list.`;
  }
  return null;
}

function wrongHarvest(entry: Record<string, unknown>): string | null {
  const wrong = wrongRows(entry);
  if (wrong !== null) return wrong;
  if (!isIsoDate(entry.asOf)) return "has an asOf that is not like 2024-03-01.";
  return Array.isArray(entry.candidates) && Array.isArray(entry.expect) ? null : "has no lists of candidates and of what to expect.";
}

function wrongRows(entry: Record<string, unknown>): string | null {
  if (!Array.isArray(entry.transactions)) return "has no list of transactions.";
  if (entry.settings !== undefined && !isRecord(entry.settings)) return "has settings that are not an object.";
  for (const [index, transaction] of entry.transactions.entries()) {
    if (!isRecord(transaction)) return `has a transaction ${index + 1} that is not an object.`;
    for (const field of ["date", "action", "symbol"]) {
      if (typeof transaction[field] !== "string") return `has no ${field} in transaction ${index + 1}.`;
    }
    if (!isIsoDate(transaction.date)) return `has a date in transaction ${index + 1} that is not like 2024-03-01.`;
  }
  return null;
}

function wrongTerm(entry: Record<string, unknown>): string | null {
  if (!isIsoDate(entry.acquired) || !isIsoDate(entry.sold)) return "has a date that is not like 2024-03-01.";
  return typeof entry.kind === "string" ? null : "has no kind.";
}

function isIsoDate(value: unknown): boolean {
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
