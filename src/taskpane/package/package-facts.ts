/** What the checklist, the exports and the copy are all made from: the forms of the year and the comparison with the broker's. Pure. */
import type { Form8949Row, ReportedSale } from "../../report/form-8949-types";
import { notInTradesSentence } from "../../report/form-8949/not-in-trades";
import { form8949, type Form8949 } from "../../report/form-8949/rows";
import { rowsInWholeDollars } from "../../report/form-8949/whole-dollars";
import { formsTogether } from "../../report/forms-together";
import { hiddenResults } from "../../report/realised-in-year";
import { reconcile } from "../../report/reconcile";
import type { Reconciliation } from "../../report/reconcile-types";
import type { Desk, Step } from "../engine/contract";
import { brokersBook } from "../forms/brokers-book";

export interface PackageFacts {
  readonly desk: Desk;
  readonly year: number;
  readonly form: Form8949;
  /** As the form prints them. */
  readonly printed: readonly Form8949Row[];
  /** null: no form of a broker is taken. */
  readonly reconciliation: Reconciliation | null;
  /** Why Form 8949 falls short; null: it does not. */
  readonly incomplete: string | null;
}

export async function packageFacts(desk: Desk, year: number, step: Step): Promise<PackageFacts> {
  const { book, forms, settings } = desk;
  const reported = forms.length === 0 ? null : formsTogether(forms);
  step.working("Filling in Form 8949", null);
  const form = form8949(book, year, reported);
  await step.breathe();
  const reconciliation = reported === null ? null : await compared(desk, year, reported, step);
  return {
    desk,
    year,
    form,
    printed: settings.tax.roundToDollars ? rowsInWholeDollars(form.rows) : form.rows,
    reconciliation,
    incomplete: hiddenResults(book, year) ?? unreadRow(desk) ?? (form.notInTrades[0] === undefined ? null : notInTradesSentence(form.notInTrades[0])),
  };
}

async function compared(desk: Desk, year: number, reported: readonly ReportedSale[], step: Step): Promise<Reconciliation> {
  step.working("Comparing with the broker's form", null);
  const brokers = brokersBook(desk);
  await step.breathe();
  const reconciliation = reconcile(desk.book, brokers, year, reported);
  await step.breathe();
  return reconciliation;
}

/** The first row, or form, that cannot be read; null: all of them are. */
export function unreadRow({ forms }: Pick<Desk, "forms">): string | null {
  for (const { name, refusal, faults } of forms) {
    if (refusal !== null) return `${name} cannot be read as a broker's form. ${refusal}`;
    const unread = faults.find(({ isNote }) => isNote !== true);
    if (unread !== undefined) return forms.length === 1 ? unread.sentence : `${name}: ${unread.sentence}`;
  }
  return null;
}
