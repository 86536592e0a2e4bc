/** What the Plan screen says. */
import { money, wholeDollars } from "../charts/formats";
import { count } from "../sentences";
import type { SalesPlanView } from "./sales-plan-view";

/** "Selling 6 lots raises $25,004 and adds $1,312 of tax: at most $0.84 above the least possible." */
export function planLine({ plan, taxCents, gapCents }: Pick<SalesPlanView, "plan" | "taxCents" | "gapCents">): string {
  return `Selling ${count(plan.sales.length, "lot")} raises ${wholeDollars(plan.proceedsCents)} and ${taxAdded(taxCents ?? 0)}: ${gapSaid(gapCents)}.`;
}

function taxAdded(cents: number): string {
  if (cents === 0) return "adds no tax";
  return cents < 0 ? `lowers this year’s tax by ${wholeDollars(-cents)}` : `adds ${wholeDollars(cents)} of tax`;
}

function gapSaid(gapCents: number | null): string {
  return gapCents === 0 || gapCents === null ? "the least possible" : `at most ${money(gapCents)} above the least possible`;
}
