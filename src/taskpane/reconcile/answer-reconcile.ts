/** Answers the Reconcile screen: our sales of the year against all forms taken, as one form. Pure. */
import { formsTogether } from "../../report/forms-together";
import { refusedPools } from "../../report/refused-pools";
import { reconcile } from "../../report/reconcile";
import { settingsSummary } from "../../sheet/drafts/live-or-values";
import { reconciliationTable } from "../../sheet/tables/reconcile";
import { done } from "../../values/outcome";
import type { Answering } from "../engine/contract";
import { brokersBook } from "../forms/brokers-book";
import { groupsByCause } from "./cause-groups";
import { differsBy } from "./differs-by";
import { faultsOfForms, rowsOfForms, tableFaults, uncountedOnForms } from "./rows-of-forms";

/** So many of a list are told; the sheet has them all. */
const TOLD_AT_MOST = 500;
/** More rows are written live only. */
const ROWS_AS_VALUES = 20_000;

export const answerReconcile: Answering<"reconcile"> = async (desk, { year }, step) => {
  const { book, choices, facts, forms } = desk;
  step.working("Booking as your brokers see it", null);
  await step.breathe();
  const brokers = brokersBook(desk);
  await step.breathe();
  step.working("Comparing sale by sale", null);
  const reconciliation = reconcile(book, brokers, year, formsTogether(forms));
  await step.breathe();
  const { differences, tied, sales, totals, accountsElsewhere, otherYears } = reconciliation;
  const rows = rowsOfForms(forms);
  const faults = faultsOfForms(forms);
  const table = reconciliationTable(book, reconciliation, year, tableFaults(forms), forms.length > 1 ? rows.named : (row) => row);
  await step.breathe();
  return done({
    year,
    forms: forms.map(({ name, place }) => ({ name, place })),
    sales,
    tied: listed(tied, ({ brokerRow, ...sale }) => ({ ...sale, on: rows.at(brokerRow) })),
    differs: differsBy(differences),
    totals,
    groups: groupsByCause(differences).map(({ cause, differenceCents, differences: ofCause }) => ({
      cause,
      differenceCents,
      differences: listed(ofCause, ({ brokerRow, cause: _, ...one }) => ({ ...one, on: brokerRow === null ? null : rows.at(brokerRow) })),
    })),
    accountsElsewhere,
    otherYears: listed(otherYears, ({ symbol, description, cusip, sold, proceedsCents, row }) => ({ name: symbol || description || cusip, sold, proceedsCents, on: rows.at(row) })),
    faults: listed(faults, (fault) => fault),
    uncounted: listed(uncountedOnForms(forms), (one) => one),
    withheld: refusedPools(book).pools.map(({ sentence }) => sentence),
    settingsSaid: settingsSummary(choices, facts.year),
    table: table.length > ROWS_AS_VALUES ? null : table,
    tableRows: table.length,
  });
};

function listed<A, B>(all: readonly A[], tell: (one: A) => B): { readonly count: number; readonly first: readonly B[] } {
  return { count: all.length, first: all.slice(0, TOLD_AT_MOST).map(tell) };
}
