/** The primary action of the Harvest screen: the plan as a sheet. */
import { useEffect, useMemo } from "react";
import type { HarvestPlan } from "../../harvest/harvest-types";
import { planDrafts } from "../../sheet/drafts";
import { draftOrigin, draftStyle } from "../parts/draft-references";
import type { ScreenAction, ScreenProps } from "../screen";
import { differenceLine, planWritesLine } from "./harvest-sentences";
import type { HarvestView } from "./harvest-view";
import type { HarvestChoices } from "./use-harvest-choices";

interface PlanActionProps extends Pick<ScreenProps, "namespace" | "book" | "prices" | "setAction"> {
  readonly view: HarvestView;
  readonly choices: Pick<HarvestChoices, "partners" | "live" | "targetCents">;
}

/** @param plan null: nothing is ticked, or a newer plan is on its way (`isRenewing`) */
export function usePlanAction({ namespace, book, prices, setAction, view, choices }: PlanActionProps, plan: HarvestPlan | null, isRenewing: boolean): void {
  const { partners, live, targetCents } = choices;
  const action = useMemo((): ScreenAction => {
    const read = { namespace, book, prices };
    const drafts =
      plan === null || plan.sales.length === 0
        ? []
        : planDrafts(withPartners(plan, partners), {
            style: draftStyle(read, live),
            origin: draftOrigin(read, view.settingsSaid),
            yearShortCents: view.yearShortCents,
            yearLongCents: view.yearLongCents,
            withoutTax: view.withoutTax,
            targetCents,
            lots: view.answer.lots,
            warnings: [differenceLine(plan, view.answer.lots)].filter((said) => said !== null),
          });
    const said = isRenewing ? "The plan is being worked out." : planWritesLine(plan, drafts[0]?.sheetName ?? null, view.answer.lots.length);
    return { label: "Write plan sheet", plan: said, disabled: drafts.length === 0, isWaiting: isRenewing, drafts };
  }, [namespace, book, prices, view, plan, isRenewing, partners, live, targetCents]);
  useEffect(() => {
    setAction(action);
    return () => setAction(null);
  }, [action, setAction]);
}

/** Where the user has chosen among the partners of a symbol, the plan names that one. */
export function withPartners(plan: HarvestPlan, partners: ReadonlyMap<string, string>): HarvestPlan {
  return {
    ...plan,
    sales: plan.sales.map((sale) => {
      const partner = partners.get(sale.symbol);
      return partner === undefined || partner === "" ? sale : { ...sale, replacements: [partner] };
    }),
  };
}
