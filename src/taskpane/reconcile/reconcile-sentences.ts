/** What the Reconcile screen says. Plain, short, exact. */
import type { DifferenceCause } from "../../report/form-8949-types";
import { money } from "../charts/formats";
import { count, joined } from "../sentences";
import type { DifferenceTold, DiffersBy, ReconcileView } from "./reconcile-view";

/** "All 42 sales of 2025 tie to the broker's form.", or what differs: proceeds before anything of basis. */
export function answerLine(view: ReconcileView): string {
  const { year, sales, tied, differs, groups, faults } = view;
  if (groups.length === 0 && sales === 0) return noSaleLine(view);
  if (groups.length === 0) {
    if (faults.count > 0) return `${ofSales(tied.count, sales, year)}; ${count(faults.count, "row")} of ${theForms(view)} cannot be read.`;
    return sales === 1 ? `The one sale of ${year} ties to ${theForms(view)}.` : `All ${count(sales, "sale")} of ${year} tie to ${theForms(view)}.`;
  }
  if (differs.isRounding) return `All ${count(sales, "sale")} of ${year} tie to ${theForms(view)} but for rounding of ${money(differs.proceedsCents + differs.basisCents + differs.washCents)}.`;
  return missingLine(differs) ?? proceedsLine(differs) ?? `${ofSales(tied.count, sales, year)}; ${restSaid(differs)}.`;
}

/** Below the answer, where rows or proceeds come first: what else there is. */
export function secondLine({ sales, tied, year, differs, groups }: ReconcileView): string | null {
  if (groups.length === 0 || differs.isRounding || (missingLine(differs) ?? proceedsLine(differs)) === null) return null;
  const rest = restSaid(differs);
  return `${ofSales(tied.count, sales, year)}.${rest === "" ? "" : ` After that, ${rest}.`}`;
}

function noSaleLine({ year, accountsElsewhere, faults, otherYears }: ReconcileView): string {
  if (faults.count > 0) return `No sale of ${year} is compared: ${count(faults.count, "row")} of the form cannot be read.`;
  if (accountsElsewhere.length > 0 || otherYears.count > 0) return `No sale of ${year} is both in your trades and on the form.`;
  return `Neither your trades nor the form has a sale of ${year}.`;
}

function ofSales(tied: number, sales: number, year: number): string {
  if (sales === 1) return tied === 1 ? `The one sale of ${year} ties` : `The one sale of ${year} does not tie`;
  return `${tied.toLocaleString("en-US")} of ${count(sales, "sale")} of ${year} ${tied === 1 ? "ties" : "tie"}`;
}

/** A row that one side lacks: nothing else can tie until it is found. */
function missingLine({ onlyOnForm, onlyInTrades, proceedsCents }: DiffersBy): string | null {
  const parts = [
    ...(onlyOnForm > 0 ? [`${count(onlyOnForm, "sale is", "sales are")} only on the form`] : []),
    ...(onlyInTrades > 0 ? [`${onlyOnForm > 0 ? `${onlyInTrades.toLocaleString("en-US")}` : count(onlyInTrades, "sale is", "sales are")} only in your trades`] : []),
  ];
  if (parts.length === 0) return null;
  return `${joined(parts)}${proceedsCents === 0 ? "" : `: ${money(proceedsCents)} of proceeds ${DIFFERS}`}.`;
}

function proceedsLine({ proceedsCents }: DiffersBy): string | null {
  return proceedsCents === 0 ? null : `${money(proceedsCents)} of proceeds ${DIFFERS}: a row is missing, or is not as it was sold.`;
}

const DIFFERS = "differ";

/** "$312.00 of basis and $45.00 of wash sales differ, and 1 sale has another term" */
function restSaid({ basisCents, washCents, terms }: DiffersBy): string {
  const amounts = [...(basisCents > 0 ? [`${money(basisCents)} of basis`] : []), ...(washCents > 0 ? [`${money(washCents)} of wash sales`] : [])];
  const said = [...(amounts.length > 0 ? [`${joined(amounts)} ${DIFFERS}`] : []), ...(terms > 0 ? [`${count(terms, "sale has", "sales have")} another term`] : [])];
  return said.join(", and ");
}

export function theForms({ forms }: Pick<ReconcileView, "forms">): string {
  return forms.length > 1 ? "the brokers' forms" : "the broker's form";
}

/** Once a cause, above its differences. */
export const MEANINGS: Readonly<Record<Exclude<DifferenceCause, "Ties">, string>> = {
  "Only on the form": "Your trades do not have these. Add the row to your trades, or clear a row of the form that is listed twice.",
  "Only in the trades": "No row of the form is of these. Check day, symbol and quantity on both sides.",
  "Proceeds differ": "Both sides have the sale, at different proceeds. Fees that one of them leaves out are the usual reason.",
  "Missing basis": "The form gives no basis; yours is the one that counts.",
  "Basis supplement": "Shares that came as pay: the form leaves out what was taxed as wages.",
  "Corporate action": "A corporate action came between purchase and sale, and the broker carried the basis over it in another way.",
  "Wash in another account": "A broker sees one account and one security; the rule counts all of yours.",
  "Wash differs": "Both sides see the same account and differ all the same.",
  "Basis differs": "Nothing in your rows explains it. Check the purchases of these shares.",
  "Term differs": "The form has the other term: the sale goes to the other part of Form 8949.",
  "Premium netted": "Written options: the form takes the cost of closing off the premium and has no basis. The gain is the same, but for fees it leaves out.",
  "Retirement account": "Sales in it are no capital gains and stand on no Form 8949: nothing to add.",
  Rounding: "A cent or so a lot; the figures of the form stand.",
};

/** "Basis: yours $1,000.00, the form's $900.00" */
export function figuresSaid({ part, oursCents, theirsCents }: DifferenceTold): string {
  if (part === "Term") return "Term";
  if (part === "Row") return `Proceeds ${money(oursCents ?? theirsCents ?? 0)}`;
  const theirs = theirsCents === null ? "none on the form" : `the form's ${money(theirsCents)}`;
  return `${part}: yours ${money(oursCents ?? 0)}, ${theirs}`;
}

/** "Code W, column (g) $45.00"; null: nothing is proposed. */
export function codeSaid({ code, adjustmentCents }: Pick<DifferenceTold, "code" | "adjustmentCents">): string | null {
  if (code === "" && adjustmentCents === 0) return null;
  return `${code === "" ? "No code" : `Code ${code}`}, column (g) ${money(adjustmentCents)}`;
}

/** "No row of the form is of Roth: 3 sales, $1,200.00, are not compared." */
export function elsewhereSaid({ account, sales, proceedsCents }: ReconcileView["accountsElsewhere"][number]): string {
  return `${account === "" ? "The account without a name" : account}: ${count(sales, "sale")}, ${money(proceedsCents)} of proceeds`;
}
