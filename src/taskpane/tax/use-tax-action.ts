/** The primary action of the Tax screen: the year as a sheet. */
import { useEffect, useMemo } from "react";
import { taxYearDraft } from "../../sheet/drafts/tax-year-sheet";
import { draftOrigin, draftStyle } from "../parts/draft-references";
import type { ScreenAction, ScreenProps } from "../screen";
import { answerLine, differenceLine, writesLine } from "./tax-sentences";
import type { TaxView } from "./tax-view";

const LABEL = "Write tax sheet";

/** @param view null: not there yet, or a newer one is on its way */
export function useTaxAction({ namespace, book, asOf, setAction }: Pick<ScreenProps, "namespace" | "book" | "asOf" | "setAction">, view: TaxView | null, live: boolean): void {
  const action = useMemo((): ScreenAction => {
    if (view === null || view.realised === null) return { label: LABEL, plan: view === null ? "The year is being worked out." : "There are no lines of the year to write.", disabled: true, isWaiting: view === null };
    const read = { namespace, book, prices: null };
    const draft = taxYearDraft({
      year: view.year,
      asOf,
      style: draftStyle(read, live),
      origin: draftOrigin(read, view.settingsSaid),
      realised: view.realised,
      a: view.a,
      b: view.b,
      notes: [answerLine(view), differenceLine(view), view.withoutTax].filter((said) => said !== null),
    });
    return { label: LABEL, plan: writesLine(draft.sheetName), disabled: false, drafts: [draft] };
  }, [namespace, book, asOf, view, live]);
  useEffect(() => {
    setAction(action);
    return () => setAction(null);
  }, [action, setAction]);
}
