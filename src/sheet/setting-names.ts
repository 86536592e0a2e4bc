/** The names of the settings range (design section 5) and the words they allow, the default first. */
import type { Choices } from "../lots/choices";
import type { TaxFacts } from "./reading-types";

/** Choices of one word out of a list: the setting's name, the choice it makes, and what each word means. */
export interface WordSetting<K extends WordChoice = WordChoice> {
  readonly name: string;
  readonly choice: K;
  readonly words: readonly (readonly [word: string, meaning: Choices[K]])[];
}

type WordChoice =
  | "view"
  | "washHoldingPeriod"
  | "candidateRule"
  | "spouseReplacement"
  | "planAccounts"
  | "orderWithinDay"
  | "soldReplacements"
  | "orderFills"
  | "sameDaySales"
  | "optionLosses"
  | "stockAfterCallLoss"
  | "writtenPuts"
  | "shortWashTarget"
  | "putsOnYoungShares"
  | "cashInLieuLot"
  | "averageRounding"
  | "coveredPools"
  | "inheritedTack"
  | "digitalWash";

function wordSetting<K extends WordChoice>(
  name: string,
  choice: K,
  words: readonly (readonly [string, Choices[K]])[],
): WordSetting<K> {
  return { name, choice, words };
}

export const WORD_SETTINGS: readonly WordSetting[] = [
  wordSetting("View", "view", [["Taxpayer", "taxpayer"], ["Broker", "broker"], ["None", "none"]]),
  wordSetting("Wash holding period", "washHoldingPeriod", [
    ["Tack days", "tackDays"],
    ["Substitute date", "substituteDate"],
    ["Tack no overlap", "tackNoOverlap"],
  ]),
  wordSetting("Candidate rule", "candidateRule", [
    ["Literal", "literal"],
    ["Acquired after sold lot", "acquiredAfterSoldLot"],
  ]),
  wordSetting("Spouse replacement", "spouseReplacement", [["Adjust basis", "adjustBasis"], ["Permanent", "permanent"]]),
  wordSetting("Plan accounts", "planAccounts", [["Like IRA", "likeIra"], ["Ignore", "ignore"]]),
  wordSetting("Order within day", "orderWithinDay", [
    ["File order", "fileOrder"],
    ["Purchases first", "purchasesFirst"],
  ]),
  wordSetting("Sold replacements", "soldReplacements", [
    ["Not replacement", "notReplacement"],
    ["Replacement", "replacement"],
  ]),
  wordSetting("Order fills", "orderFills", [["By order", "byOrder"], ["Same day", "sameDay"], ["Never", "never"]]),
  wordSetting("Same-day sales", "sameDaySales", [["File order", "fileOrder"], ["Simultaneous", "simultaneous"]]),
  wordSetting("Option losses", "optionLosses", [
    ["Same contract", "sameContract"],
    ["Same underlying and type", "sameUnderlyingAndType"],
  ]),
  wordSetting("Stock after call loss", "stockAfterCallLoss", [["Not matched", "notMatched"], ["Matched", "matched"]]),
  wordSetting("Written puts", "writtenPuts", [["Ask", "ask"], ["Match", "match"], ["Ignore", "ignore"]]),
  wordSetting("Short wash target", "shortWashTarget", [["New short", "newShort"], ["Flag", "flag"]]),
  wordSetting("Puts on young shares", "putsOnYoungShares", [["Flag", "flag"], ["Short sale", "shortSale"]]),
  wordSetting("Cash in lieu lot", "cashInLieuLot", [["Earliest", "earliest"], ["By method", "byMethod"]]),
  wordSetting("Average rounding", "averageRounding", [["None", "none"], ["Per share to cents", "perShareCents"]]),
  wordSetting("Covered pools", "coveredPools", [["Separate", "separate"], ["Together", "together"]]),
  wordSetting("Inherited tack", "inheritedTack", [["Actual days", "actualDays"], ["None", "none"]]),
  wordSetting("Digital wash sales", "digitalWash", [["Off", "off"], ["On", "on"]]),
];

/** Choices of one word about the tax: the fact of the return it settles, and what each word means. */
export interface TaxWordSetting<K extends TaxWordFact = TaxWordFact> {
  readonly name: string;
  readonly fact: K;
  readonly words: readonly (readonly [word: string, meaning: TaxFacts[K]])[];
}

type TaxWordFact = "ordinaryTax" | "seniorInCarryover";

export const TAX_WORD_SETTINGS: readonly TaxWordSetting[] = [
  { name: "Ordinary tax", fact: "ordinaryTax", words: [["Rate schedule", "schedule"], ["Tax table", "table"]] },
  {
    name: "Senior deduction in carryover",
    fact: "seniorInCarryover",
    words: [["Statute", "statute"], ["Printed worksheet", "worksheet"]],
  },
];

export const ACCOUNT_TYPES = ["Taxable", "IRA", "Roth IRA", "401k", "HSA", "529", "Other plan"] as const;
export const ACCOUNT_OWNERS = ["Self", "Spouse", "Corporation"] as const;
export { FILING_STATUSES } from "../tax/filing-status";

/** Other ways to write an allowed word, in lower case. */
export const OTHER_SPELLINGS: ReadonlyMap<string, string> = new Map([
  ["401(k)", "401k"],
  ["married filing jointly", "MFJ"],
  ["married filing separately", "MFS"],
  ["head of household", "HOH"],
  ["controlled corporation", "Corporation"],
]);

/** Settings that are one dollar figure. A carryover is a loss and may be written with either sign. */
export const MONEY_SETTINGS = [
  { name: "Taxable income", fact: "taxableIncome", sign: "any" },
  { name: "MAGI", fact: "magi", sign: "any" },
  { name: "Qualified dividends", fact: "qualifiedDividends", sign: "positive" },
  { name: "Investment income", fact: "investmentIncome", sign: "any" },
  { name: "Senior deduction", fact: "seniorDeduction", sign: "positive" },
  { name: "Carryover short", fact: "carryoverShort", sign: "loss" },
  { name: "Carryover long", fact: "carryoverLong", sign: "loss" },
  { name: "Min loss", fact: "minLoss", sign: "positive" },
] as const;

/** Settings that are one rate, kept as a fraction. */
export const RATE_SETTINGS = [
  { name: "Short rate", fact: "shortRate" },
  { name: "Long rate", fact: "longRate" },
  { name: "State rate", fact: "stateRate" },
  { name: "NIIT", fact: "niitRate" },
] as const;

/** Every name, as the design writes it. */
export const SETTING_NAMES: readonly string[] = [
  "Method",
  ...WORD_SETTINGS.map(({ name }) => name),
  ...TAX_WORD_SETTINGS.map(({ name }) => name),
  "Account",
  "Wash exempt",
  "Identical",
  "Replacement",
  "Tax year",
  "Filing status",
  ...MONEY_SETTINGS.map(({ name }) => name),
  ...RATE_SETTINGS.map(({ name }) => name),
  "Min loss percent",
  "Import columns",
  "Rules version",
  "Client",
  "Forms year",
  "Form left out",
  "Round to dollars",
];
