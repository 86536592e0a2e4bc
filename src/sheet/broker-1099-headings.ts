/**
 * What a heading of the broker's Form 1099-B or 1099-DA says (R-8949-1 to R-8949-3): by the words of brokers' files, then by
 * the words that the boxes of the forms are named by, then by the number of the box.
 */
import { readCell } from "./cells";

export const BROKER_1099_FIELDS = [
  "Symbol", "Description", "Acquired", "Sold", "Quantity", "Proceeds", "Basis", "Wash disallowed", "Term", "Basis reported", "Form", "Account",
  "CUSIP", "Box", "Ordinary", "Noncovered", "Market discount", "Loss not allowed", "Collectible or fund", "Adjustment code",
] as const;
export type Broker1099Field = (typeof BROKER_1099_FIELDS)[number];

export interface HeadingOf1099 {
  /** "Nothing": a column that Form 8949 has no use for, such as tax withheld or notes. */
  readonly field: Broker1099Field | "Nothing";
  /** Of two headings for one field the lower is read. */
  readonly rank: number;
}

/** Best first; of two headings for one field the better one is read. */
const WORDS: Readonly<Partial<Record<Broker1099Field, readonly string[]>>> = {
  Symbol: ["symbol", "ticker", "ticker symbol", "security symbol", "asset", "asset name", "security", "digital asset", "digital asset code", "code for digital asset"],
  Description: ["description", "description of property", "property description", "security description", "security name", "name"],
  Acquired: ["acquired", "date acquired", "acquired date", "acquisition date", "open date", "opened date", "purchase date"],
  Sold: ["sold", "date sold", "sold date", "sale date", "date sold or disposed", "date sold or disposed of", "date of sale", "disposed", "date disposed", "closed date", "close date", "disposal date"],
  Quantity: ["quantity", "qty", "quantity sold", "shares", "shares sold", "number of shares", "units", "number of units"],
  Proceeds: ["proceeds", "gross proceeds", "net proceeds", "sales proceeds", "sale proceeds", "total proceeds", "sales price", "amount"],
  Basis: ["basis", "cost basis", "cost or other basis", "cost", "adjusted cost basis", "adjusted basis", "total cost", "cost basis (cb)"],
  "Wash disallowed": ["wash disallowed", "wash sale loss disallowed", "wash sale disallowed", "wash sales loss disallowed", "wash sale loss",
    "wash sale adjustment", "wash sale", "wash", "disallowed loss", "loss disallowed", "disallowed", "adjustments", "wash sale disallowed loss"],
  Term: ["term", "holding period", "gain type", "type of gain", "type of gain or loss", "gain or loss type", "short/long", "short-term or long-term", "long or short"],
  "Basis reported": ["basis reported", "basis reported to irs", "reported to irs", "cost basis reported", "cost basis reported to irs", "covered", "covered status", "covered/noncovered", "covered or noncovered"],
  Form: ["form", "form type", "tax form", "information return"],
  Account: ["account", "account name", "account number", "acct", "account no.", "account no", "account #"],
  CUSIP: ["cusip", "cusip number", "cusip no.", "cusip #"],
  Box: ["box", "form 8949 box", "8949 box", "form 8949 code", "8949 code", "form 8949 checkbox", "form 8949 check box", "reporting category", "form 8949 type"],
  Ordinary: ["ordinary", "ordinary income", "ordinary gain", "ordinary gain or loss"],
};

const MEANINGS: ReadonlyMap<string, HeadingOf1099> = new Map(
  BROKER_1099_FIELDS.flatMap((field) => (WORDS[field] ?? []).map((word, rank) => [word, { field, rank }] as const)),
);

/** Below every heading that a broker is known to write. */
const [BY_WORDS, BY_LESS, BY_NUMBER] = [100, 200, 300];

type Rule = readonly [words: RegExp, field: HeadingOf1099["field"], rank?: number];

/** The first that fits, of headings in lower case. What is no box of the form stands before the box it is named like. */
const RULES: readonly Rule[] = [
  [/\b(price|cost|basis|proceeds|value|fmv)\b.*(\bper\b|\/)\s*(share|unit)|\b(per|\/)\s*(share|unit)\b/, "Nothing"],
  [/\b(un)?covered\b|\bnon-?\s?covered\b/, "Basis reported", BY_WORDS + 1],
  [/\bwash\b.*\badjusted (cost|basis)\b|\badjusted (cost|basis)\b.*\bwash\b/, "Basis", BY_LESS + 1],
  [/\bdate\b.*\bacqui\w*.*\bwash\b|\bwash\b.*\bdate\b.*\bacqui/, "Acquired", BY_LESS + 1],
  [/\bloss(es)? ?not ?allowed\b|\bloss(es)? is not allowed\b/, "Loss not allowed"],
  [/\bwash\b.*\b(flag|indicator|code)\b/, "Wash disallowed", BY_LESS + 1],
  [/\bwash/, "Wash disallowed", BY_WORDS],
  [/\bdisallow|\bdeferred loss/, "Wash disallowed", BY_LESS],
  [/\bmarket ?discount|mkt ?dis/, "Market discount"],
  [/\bcollectib|\bqof\b|\bopportunity fund/, "Collectible or fund"],
  [/\badj\w*\b.*\bcodes?\b|\bcodes?\b.*\b(adj\w*|if any)\b|^codes?( \(f\))?$/, "Adjustment code"],
  [/8949|\breporting category\b|\bapplicable check ?box\b/, "Box", BY_WORDS],
  [/\bwithh|\bw\/h\b|\bstate\b|\bpayer|\brecipient|\bfiler\b|\b(e?tin|ein|ssn)\b|\blocal(ity)?\b|\bforeign tax\b|\bbarter/, "Nothing"],
  [/\bproceeds\b.*\breported\b|\breported\b.*\b(gross|net)\b|\bgross ?proceeds ?indicator\b/, "Proceeds", BY_LESS + 9],
  [/\b(basis|cost)\b.*\bnot shown\b/, "Basis reported", BY_LESS],
  [/\b(basis|cost)\b.*\breported\b|\breported\b.*\b(irs|basis)\b|\birs\b.*\breported\b/, "Basis reported", BY_WORDS],
  [/\b(basis|cost|lot|relief|disposal)\b.*\bmethod\b|\brate\b|%|\bpercent|\bdays held\b|\bholding period \(?days\)?/, "Nothing"],
  [/\bordinary\b.*\brecogni[sz]ed\b/, "Nothing"],
  [/\b(short|st)\b.*\b(long|lt)\b|\b(long|lt)\b.*\b(short|st)\b/, "Term", BY_WORDS],
  [/\b(short|long|st|lt)\b.*\b(gain|loss|amount|p\/l|g\/l)\b/, "Nothing"],
  [/\bordinary\b/, "Ordinary", BY_WORDS],
  [/\bterm\b|\bholding period\b|\b(type|character)\b.*\b(gain|loss)\b|\b(gain|loss)\b.*\b(type|character)\b/, "Term", BY_WORDS],
  [/\btype\b/, "Nothing"],
  [/\bgains?\b|\bloss(es)?\b|profit|\bvalue\b|\bfmv\b|\bp\/l\b|\bpnl\b|\bg\/l\b/, "Nothing"],
  [/\bsettle/, "Nothing"],
  [/\bdates?\b.*\b(acqui\w*|bought|purchased?|opened)\b|\b(acqui\w*|buy|purchase|open|opening)\b.*\bdate\b/, "Acquired", BY_WORDS],
  [/\bdates?\b.*\b(sold|sale|dispos\w*|closed|exchanged?)\b|\b(sold|sale|sell|dispos\w*|clos\w*)\b.*\bdate\b/, "Sold", BY_WORDS],
  [/\bdates?\b|\btime\b|\byear\b/, "Nothing"],
  [/\bproceeds\b|\b(sale|sales|selling) (price|amount)\b/, "Proceeds", BY_WORDS],
  [/\bunadjusted\b|\b(acquisition|transaction|original) cost/, "Basis", BY_LESS],
  [/\bbasis\b|\bcost\b/, "Basis", BY_WORDS],
  [/\bfees?\b|\bcommissions?\b|\bprice\b|\bcurrency\b|\bexchange\b/, "Nothing"],
  [/\bunderlying\b/, "Nothing"],
  [/\bsymbol\b|\bticker\b|\binstrument\b/, "Symbol", BY_WORDS],
  [/\bcusip\b/, "CUSIP", BY_WORDS],
  [/\bquantity\b|\bqty\b|\bshares\b|\bunits\b/, "Quantity", BY_WORDS],
  [/\b(acct|account)\b/, "Account", BY_WORDS],
  [/\bdescription\b|\bproperty\b|\bsecurity\b|\binvestment\b/, "Description", BY_WORDS],
  [/\b(notes?|memo|comments?|remarks?|details?|information|source|file|page|line|row|lots?|order|id|identifier|category|corrected|void|status|plan|grant|exercise|vest|isin|sedol|figi|conid|event|action|activity|transaction|reference|ref|election|number|no)\b|^#$/, "Nothing"],
];

/** By the number of a box alone. Section 1256 contracts (8 to 11) and barter (13) are no sales, and are not known. */
const BOXES_OF_1099_B: Readonly<Record<string, HeadingOf1099["field"]>> = {
  "1a": "Description", "1b": "Acquired", "1c": "Sold", "1d": "Proceeds", "1e": "Basis", "1f": "Market discount", "1g": "Wash disallowed", "2": "Term",
  "3": "Collectible or fund", "4": "Nothing", "5": "Noncovered", "6": "Nothing", "7": "Loss not allowed", "12": "Basis reported", "14": "Nothing", "15": "Nothing", "16": "Nothing",
};
const BOXES_OF_1099_DA: Readonly<Record<string, HeadingOf1099["field"]>> = {
  "1a": "Symbol", "1b": "Description", "1c": "Quantity", "1d": "Acquired", "1e": "Sold", "1f": "Proceeds", "1g": "Basis", "1h": "Market discount",
  "1i": "Wash disallowed", "2": "Basis reported", "3a": "Nothing", "3b": "Collectible or fund", "4": "Nothing", "5": "Loss not allowed", "6": "Term",
  "7": "Nothing", "8": "Nothing", "9": "Noncovered",
};

/** As the boxes of the form are numbered: `1d - Proceeds`, `Box 1e: Cost or other basis`, `(12) Basis reported`, `1f Proceeds`. */
const NUMBER_BEFORE = /^(?:box\s*#?\s*(?<named>1[a-i]|\d{1,2}[ab]?)\b|\(?(?<bare>1\s?[a-i]|3[ab]|\d{1,2})(?![\w/-]|[.,:]\d))[)\].:\s–—-]*/;
const LETTER_BEFORE = /^(\([a-h]\)|[a-h][).:])\s*/;
const NUMBER_IN_BRACKETS = /\s*[([]\s*(?:box\s*)?#?(?<number>1[a-i]|\d{1,2}[ab]?)\s*[)\]]/;
const NUMBER_BEHIND = /[\s,:–—-]+(?:box\s*#?\s*(?<named>1[a-i]|\d{1,2}[ab]?)|(?<bare>1[a-i]))$/;
const SIGNS_BEHIND = /\s*(\(\$\)|\(usd\)|\busd|[$*:?])+$/;

/** What the headings of one row say, by column; null: not known, or no text. */
export function meaningsOf(cells: readonly unknown[]): readonly (HeadingOf1099 | null)[] {
  const parts = cells.map(partsOf);
  const byWords = parts.map((part) => (part === null ? null : wordsMeaning(part)));
  const boxes = isOf1099Da(parts, byWords) ? BOXES_OF_1099_DA : BOXES_OF_1099_B;
  return parts.map((part, column): HeadingOf1099 | null => {
    const known = byWords[column] ?? null;
    if (known !== null || part === null || part.number === null || !isNumbered(part, parts)) return known;
    const field = boxes[part.number];
    return field === undefined ? null : { field, rank: BY_NUMBER };
  });
}

/** `1g Adj.` and `Box 12` are boxes by themselves; a lone `12` is one only in a row of boxes, and `5 sh.` is none. */
function isNumbered({ plain, words, number }: HeadingParts, parts: readonly (HeadingParts | null)[]): boolean {
  if (/^1[a-i]$/.test(number ?? "") || plain.startsWith("box")) return true;
  return words === "" && parts.some((part) => /^1[a-i]$/.test(part?.number ?? ""));
}

const LONGEST_HEADING = 120;

interface HeadingParts {
  readonly plain: string;
  /** Without the number of the box, and a unit or question mark at its end. */
  readonly words: string;
  readonly number: string | null;
}

function partsOf(cell: unknown): HeadingParts | null {
  // Most cells below the headings are amounts and days, and footnotes are long.
  const text = typeof cell === "number" ? String(cell) : cell;
  if (typeof text !== "string" || text.length > LONGEST_HEADING || !/[a-z#]|^\W*\d{1,2}\W*$/i.test(text)) return null;
  const read = readCell(text);
  if (read.kind !== "text") return null;
  const plain = read.value.replace(/[\s_\u00a0\ufeff]+/g, " ").trim().toLowerCase();
  const number = [NUMBER_BEFORE, NUMBER_IN_BRACKETS, NUMBER_BEHIND].map((pattern) => pattern.exec(plain)?.groups).find((groups) => groups !== undefined);
  const words = plain.replace(NUMBER_BEFORE, "").replace(LETTER_BEFORE, "").replace(NUMBER_IN_BRACKETS, "").replace(NUMBER_BEHIND, "").replace(SIGNS_BEHIND, "").trim();
  return { plain, words, number: (number?.["named"] ?? number?.["bare"] ?? number?.["number"])?.replace(/\s/, "") ?? null };
}

function wordsMeaning({ plain, words }: HeadingParts): HeadingOf1099 | null {
  // Whether there was one: beside it stands how much of it.
  if (/^wash sales? ?\?$/.test(plain)) return { field: "Wash disallowed", rank: BY_LESS + 1 };
  const known = MEANINGS.get(plain) ?? MEANINGS.get(words);
  if (known !== undefined) return known;
  const rule = RULES.find(([pattern]) => pattern.test(words));
  if (rule === undefined) return null;
  const [, field, rank = BY_WORDS] = rule;
  return { field: field === "Basis reported" && saysTheReverse(words) ? "Noncovered" : field, rank };
}

/** `Noncovered security`, `Basis not reported to IRS`; "Covered or noncovered" is none. */
function saysTheReverse(words: string): boolean {
  const without = words.replace(/\b(non-?\s?covered|uncovered|not covered|not (reported|shown))\b/, "");
  return without !== words && !/\bcovered\b/.test(without);
}

/** The two forms number their boxes differently: `1e` is the cost on one and the day of sale on the other. */
function isOf1099Da(parts: readonly (HeadingParts | null)[], byWords: readonly (HeadingOf1099 | null)[]): boolean {
  return parts.some((part, column) => {
    if (part === null) return false;
    if (part.number === "1h" || part.number === "1i" || /digital asset|1099-?da/.test(part.plain)) return true;
    const field = byWords[column]?.field;
    return part.number !== null && field !== undefined && field !== "Nothing" && BOXES_OF_1099_DA[part.number] === field && BOXES_OF_1099_B[part.number] !== field;
  });
}
