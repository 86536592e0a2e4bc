/** Every method and the lots of least tax for one sale as the Sell screen lists them: ways that sell the same lots are one. */
import { allowedByTerm, type SaleRealized } from "../../report/compare-methods";
import { comparingSale, type ComparedSale, type SaleToCompare } from "../../report/compare-sale";
import { taxDifference } from "../../tax/tax-basis";
import type { Outcome } from "../../values/outcome";
import type { Desk, Step } from "../engine/contract";
import { inSlices } from "../parts/in-slices";
import type { MethodCompared } from "./sell-view";

/** The comparison asks neither for the method chosen nor for lots named, so that choosing another way needs no new one. */
const last = new WeakMap<Desk, { readonly of: string; readonly compared: Outcome<ComparedSale> }>();

/** @param task its sale names no lots */
export async function compareOnce(desk: Desk, task: SaleToCompare, step: Step): Promise<Outcome<ComparedSale>> {
  const { symbol, account, shares, proceedsCents, day } = task.sale;
  const of = JSON.stringify([symbol, account, shares, proceedsCents, day]);
  const known = last.get(desk);
  if (known?.of === of) return known.compared;
  const compared = await inSlices(comparingSale(task), step, "Comparing the methods");
  last.set(desk, { of, compared });
  return compared;
}

/** Best first, as they were compared. */
export function methodsCompared({ methods }: ComparedSale): readonly MethodCompared[] {
  const bySameLots = new Map<string, { readonly sale: SaleRealized; readonly taxCents: number | null; readonly names: string[]; isLeast: boolean }>();
  for (const { method, sale, taxCents } of methods) {
    const known = bySameLots.get(sale.sameness);
    const group = known ?? { sale, taxCents, names: [], isLeast: false };
    if (known === undefined) bySameLots.set(sale.sameness, group);
    if (method === null) group.isLeast = true;
    else group.names.push(method);
  }
  return [...bySameLots.values()].map(({ sale, taxCents, names, isLeast }) => wayCompared(sale, taxCents, names, isLeast));
}

/** The way that was chosen, beside the others. */
export function chosenCompared(sale: SaleRealized, method: string | null, { basis, realised }: SaleToCompare, { methods, without }: ComparedSale): MethodCompared {
  const hasTax = without === null && basis.ok && realised.ok;
  const isLeast = methods.some((one) => one.method === null && one.sale.sameness === sale.sameness);
  return wayCompared(sale, hasTax ? taxDifference(basis.value, realised.value, allowedByTerm(sale)) : null, method === null ? [] : [method], isLeast);
}

function wayCompared(sale: SaleRealized, taxCents: number | null, [first, ...rest]: readonly string[], isLeast: boolean): MethodCompared {
  const allowed = allowedByTerm(sale);
  return {
    method: first ?? null,
    sameAs: rest,
    isLeast,
    sameness: sale.sameness,
    shortGainCents: sale.shortCents,
    longGainCents: sale.longCents,
    disallowedCents: sale.disallowedCents,
    allowedCents: allowed.shortCents + allowed.longCents,
    taxCents,
    lotsUsed: sale.lotsUsed,
    whichLots: sale.whichLots,
  };
}

/** Of names for the same lots the one that was chosen stands first. */
export function namedAsChosen(way: MethodCompared, chosen: Pick<MethodCompared, "method" | "sameness">): MethodCompared {
  const { method, sameAs } = way;
  if (way.sameness !== chosen.sameness || chosen.method === null || method === chosen.method || method === null) return way;
  return { ...way, method: chosen.method, sameAs: [method, ...sameAs.filter((name) => name !== chosen.method)] };
}

/** Tax where it can be told, else the gain that counts: what the bars measure. */
export function costOf({ taxCents, allowedCents }: Pick<MethodCompared, "taxCents" | "allowedCents">): number {
  return taxCents ?? allowedCents;
}
