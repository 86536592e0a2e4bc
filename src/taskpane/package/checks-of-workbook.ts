/** The points of the checklist that the brokers' forms, the imported files and our own sheets decide. Pure. */
import { hiddenResults } from "../../report/realised-in-year";
import type { Difference, DifferenceCause } from "../../report/form-8949-types";
import { notInTradesSentence } from "../../report/form-8949/not-in-trades";
import { RULES_VERSION } from "../../report/rules-version";
import type { PackageCheck } from "../../sheet/copy/copy-types";
import { plainHeading } from "../../import/column-words";
import type { ForCopy, SourceOnSheet } from "../../sheet/placing/copy-sources";
import { warningOfSettings } from "../../sheet/placing/rules-version-row";
import type { Desk } from "../engine/contract";
import { count, firstOf, joined } from "../sentences";
import { unreadRow, type PackageFacts } from "./package-facts";

const NAMED_AT_MOST = 3;

/** Every file whole: no line left over, and its control total still what the import counted. */
export function checkFiles({ desk }: PackageFacts, { sources }: ForCopy): PackageCheck {
  const name = "Files imported";
  if (sources.length === 0) return { name, state: "not applicable", sentence: "The trades did not come from files.", screen: "import" };
  const settled = sourcesOfRows(desk);
  const left = sources.map((source) => ({ source, lines: source.undecided.filter((line) => !settled.has(`${source.fileName}:${line}`)) })).filter(({ lines }) => lines.length > 0);
  const untied = sources.filter((source) => source.untied.length > 0);
  const hidden = sources.filter(({ isHidden }) => isHidden);
  const said = hidden.length === 0 ? "" : ` Hidden, but read: ${sheetsNamed(hidden)}.`;
  if (left.length === 0 && untied.length === 0) return { name, state: "done", sentence: `${count(sources.length, "file is", "files are")} imported whole, and every control total agrees.${said}`, screen: "import" };
  const sentences = [
    ...left.slice(0, NAMED_AT_MOST).map(({ source, lines }) => `${source.fileName}: ${lines.length === 1 ? `line ${lines[0]} was` : `${lines.length} lines from line ${lines[0]} on were`} not understood and became no trade.`),
    ...(left.length > NAMED_AT_MOST ? [`${left.length - NAMED_AT_MOST} more files have such lines.`] : []),
    ...(untied.length === 0 ? [] : [`The control total of ${sheetsNamed(untied)} no longer agrees: its lines have been changed.`]),
  ];
  return { name, state: "open", sentence: `${sentences.join(" ")}${said}`, screen: "import" };
}

function sheetsNamed(sources: readonly SourceOnSheet[]): string {
  return joined(firstOf(sources.map(({ sheetName }) => `‘${sheetName}’`), NAMED_AT_MOST));
}

/** `FILE:LINE` of every row that says where it came from: a line the user completed is settled. */
function sourcesOfRows({ reading, source }: Desk): ReadonlySet<string> {
  const column = reading.columns.find(({ heading }) => plainHeading(heading) === "source")?.column;
  return new Set(column === undefined ? [] : (source?.cells ?? []).map((row) => String(row[column] ?? "")));
}

/** What a cause explains, and its code and adjustment settle, is no open point. */
const SETTLED: ReadonlySet<DifferenceCause> = new Set(["Ties", "Rounding", "Wash in another account", "Basis supplement", "Corporate action", "Premium netted", "Retirement account"]);

export function checkReconciled({ desk, year, form, reconciliation }: PackageFacts): PackageCheck {
  const name = "Broker's form";
  const screen = "reconcile";
  if (reconciliation === null) {
    if (form.rows.length === 0) return { name, state: "not applicable", sentence: `No taxable sale of ${year} is in the trades.`, screen };
    return { name, state: "open", sentence: "No Form 1099-B or 1099-DA is compared: boxes are assumed from what is covered.", screen };
  }
  const { differences, accountsElsewhere, otherYears } = reconciliation;
  const unread = unreadRow(desk);
  const open = differences.filter(({ cause }) => !SETTLED.has(cause));
  const settled = differences.filter(({ cause }) => cause !== "Ties").length - open.length;
  const elsewhere = accountsElsewhere.map(({ account }) => (account === "" ? "the account without a name" : account));
  const sentences = [
    ...(unread === null ? [] : [unread]),
    ...(open.length === 0 ? [] : [`${count(open.length, "difference")} to look at: ${causesCounted(open)}.`]),
    ...(elsewhere.length === 0 ? [] : [`No form names ${joined(elsewhere.slice(0, NAMED_AT_MOST))}${elsewhere.length > NAMED_AT_MOST ? ` and ${elsewhere.length - NAMED_AT_MOST} more` : ""}, so ${elsewhere.length === 1 ? "its" : "their"} sales are not compared.`]),
  ];
  const rest = [
    ...(settled === 0 ? [] : [`${count(settled, "difference is", "differences are")} explained, and the code on the form settles ${settled === 1 ? "it" : "them"}.`]),
    ...(otherYears.length === 0 ? [] : [`${count(otherYears.length, "row")} of other years ${otherYears.length === 1 ? "is" : "are"} left out.`]),
  ];
  if (sentences.length > 0) return { name, state: "open", sentence: [...sentences, ...rest].join(" "), screen };
  return { name, state: "done", sentence: [`Every sale of ${year} is found on the form.`, ...rest].join(" "), screen };
}

/** "Basis differs 2, Missing basis" */
function causesCounted(differences: readonly Difference[]): string {
  const counted = new Map<string, number>();
  for (const { cause } of differences) counted.set(cause, (counted.get(cause) ?? 0) + 1);
  return joined([...counted].map(([cause, times]) => `${cause.toLowerCase()} (${times})`));
}

/** R-8949-1, R-8949-4: boxes A, D, G and J, and lines 1a and 8a, hang on what the broker told the IRS. */
export function checkBasisReported({ form: { rows }, reconciliation }: PackageFacts): PackageCheck {
  const name = "Basis reported";
  const unsaid = new Set(rows.filter(({ basisUnsaid }) => basisUnsaid === true).map(({ saleRow }) => saleRow)).size;
  if (reconciliation === null) return { name, state: "not applicable", sentence: "No form is compared.", screen: "reconcile" };
  if (unsaid === 0) return { name, state: "done", sentence: "The forms say of every sale they have whether basis was reported.", screen: "reconcile" };
  return { name, state: "open", sentence: `The broker's list does not say of ${count(unsaid, "sale")} whether basis was reported, so the box is assumed and nothing of ${unsaid === 1 ? "it" : "them"} goes straight to Schedule D. Write Yes or No from the Form 1099-B under Basis reported.`, screen: "reconcile" };
}

export function checkOnlyOnForm({ form: { notInTrades }, reconciliation }: PackageFacts): PackageCheck {
  const name = "Sales on the form alone";
  const first = notInTrades[0];
  if (reconciliation === null) return { name, state: "not applicable", sentence: "No form is compared.", screen: "reconcile" };
  if (first === undefined) return { name, state: "done", sentence: "Every sale that the form reports is in the trades.", screen: "reconcile" };
  const more = notInTrades.length === 1 ? "" : ` ${count(notInTrades.length - 1, "more row")} of the form ${notInTrades.length === 2 ? "is" : "are"} like it.`;
  return { name, state: "open", sentence: `${notInTradesSentence(first)}${more}`, screen: "reconcile" };
}

export function checkHidden({ desk: { book }, year }: PackageFacts): PackageCheck {
  const name = `Sales of ${year}`;
  const hidden = hiddenResults(book, year);
  if (hidden !== null) return { name, state: "open", sentence: `Form 8949 and Schedule D fall short, for a row withholds sales. ${hidden}`, screen: "data" };
  return { name, state: "done", sentence: "No row withholds a sale.", screen: "data" };
}

export function checkFrozen({ frozenFormulas }: ForCopy): PackageCheck {
  const name = "Frozen formulas";
  if (frozenFormulas === 0) return { name, state: "not applicable", sentence: "No formula is frozen.", screen: null };
  return { name, state: "open", sentence: `${count(frozenFormulas, "formula stands", "formulas stand")} as values on the sheets and no longer ${frozenFormulas === 1 ? "follows" : "follow"} the trades. Thaw below; the copy itself is made from the trades.`, screen: null };
}

export function checkRulesVersion({ desk: { source } }: PackageFacts): PackageCheck {
  const warning = warningOfSettings(source?.settings?.cells ?? []);
  if (warning === null) return { name: "Rules version", state: "done", sentence: `Worked out by rules version ${RULES_VERSION}.`, screen: null };
  return { name: "Rules version", state: "open", sentence: warning, screen: null };
}
