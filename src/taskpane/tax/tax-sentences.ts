/** What the Tax screen says. */
import { wholeDollars } from "../charts/formats";
import type { TaxView } from "./tax-view";

/** "2026 so far adds $4,310 of tax. The next $100 of long-term gain costs $15." */
export function taxLine({ year, a }: Pick<TaxView, "year" | "a">): string {
  if (a.addedCents === null || a.nextLongCents === null) return `${year} so far: the tax cannot be told yet.`;
  return `${year} so far ${addsText(a.addedCents)}. The next $100 of long-term gain ${costsText(a.nextLongCents)}.`;
}

function addsText(cents: number): string {
  if (cents === 0) return "adds no tax";
  return cents > 0 ? `adds ${wholeDollars(cents)} of tax` : `saves ${wholeDollars(-cents)} of tax`;
}

function costsText(cents: number): string {
  if (cents === 0) return "costs nothing";
  return cents > 0 ? `costs ${wholeDollars(cents)}` : `saves ${wholeDollars(-cents)}`;
}
