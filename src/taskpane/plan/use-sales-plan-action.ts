/** The primary action of the Plan screen: the plan as a sheet. */
import { useEffect, useMemo } from "react";
import { salesPlanDraft } from "../../sheet/drafts/sales-plan";
import { draftOrigin, draftStyle } from "../parts/draft-references";
import type { ScreenAction, ScreenProps } from "../screen";
import { hasSales, planCaveats, planLine, salesPlanWrites } from "./plan-sentences";
import type { SalesPlanView } from "./sales-plan-view";

const LABEL = "Write plan sheet";

/** @param view null: there is no plan, or a newer one is on its way (`isRenewing`) */
export function useSalesPlanAction({ namespace, book, prices, setAction }: Pick<ScreenProps, "namespace" | "book" | "prices" | "setAction">, view: SalesPlanView | null, isRenewing: boolean, live: boolean): void {
  const action = useMemo((): ScreenAction => {
    if (isRenewing) return { label: LABEL, plan: "The plan is being worked out.", disabled: true, isWaiting: true };
    if (view === null || !hasSales(view)) return { label: LABEL, plan: "There is no plan to write yet.", disabled: true };
    const read = { namespace, book, prices };
    const draft = salesPlanDraft({ ...view, asked: view.ask, notes: [planLine(view), ...planCaveats(view)] }, draftStyle(read, live), draftOrigin(read, view.settingsSaid));
    return { label: LABEL, plan: salesPlanWrites(view, draft.sheetName), disabled: false, drafts: [draft] };
  }, [namespace, book, prices, view, isRenewing, live]);
  useEffect(() => {
    setAction(action);
    return () => setAction(null);
  }, [action, setAction]);
}
