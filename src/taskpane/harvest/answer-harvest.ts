/** Every lot that could be sold at a loss, with what the sale would wash, and the year it falls into. */
import { harvestLots } from "../../harvest/harvest-lots";
import { resultsOfYear } from "../../report/realised-in-year";
import { settingsSummary } from "../../sheet/drafts/live-or-values";
import { gapsWithFaults } from "../../sheet/price-faults";
import { taxBasisOfYear } from "../../sheet/tax-basis-of-year";
import { lossLimitInForce } from "../../tax/law-in-force";
import { done } from "../../values/outcome";
import { yearOf } from "../../values/plain-date";
import type { Answering } from "../engine/contract";
import { inSlices } from "../parts/in-slices";
import type { HarvestView } from "./harvest-view";

export const answerHarvest: Answering<"harvest"> = async ({ book, settings, choices, asOf, prices, priceFaults, facts }, ask, step) => {
  const { tax } = settings;
  // R-NET-2: without a status the limit of all but MFS.
  const limit = lossLimitInForce(null, tax.filingStatus ?? "Single");
  if (!limit.ok) return limit;
  const answer = await inSlices(harvestLots({ ...facts, ...ask }), step, "Simulating the sale of each lot");
  const { shortCents, longCents } = resultsOfYear(book, yearOf(asOf), asOf);
  return done<HarvestView>({
    answer: { ...answer, gaps: gapsWithFaults(answer.gaps, priceFaults) },
    yearShortCents: shortCents,
    yearLongCents: longCents,
    year: yearOf(asOf),
    carriedShortCents: carried(tax.carryoverShort),
    carriedLongCents: carried(tax.carryoverLong),
    limitCents: limit.value,
    minLossCents: facts.minLossCents,
    minLossShare: facts.minLossShare,
    withoutTax: facts.year.ok ? null : facts.year.problem.sentence,
    taxNeedsSettings: !taxBasisOfYear(settings, yearOf(asOf)).ok,
    settingsSaid: settingsSummary(choices, facts.year),
    noPrices: prices === null,
  });
};

/** Written as a loss or as its amount: a carryover is always a loss. */
function carried(dollars: number | null): number {
  return Math.round(Math.abs(dollars ?? 0) * 100);
}
