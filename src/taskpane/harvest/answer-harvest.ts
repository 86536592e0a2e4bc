/** Every lot that could be sold at a loss, with what the sale would wash, and the year it falls into. */
import { harvestLots } from "../../harvest/harvest-lots";
import { settingsSummary } from "../../sheet/drafts/live-or-values";
import { gapsWithFaults } from "../../sheet/price-faults";
import { done } from "../../values/outcome";
import { yearOf } from "../../values/plain-date";
import type { Answering } from "../engine/contract";
import { inSlices } from "../parts/in-slices";
import type { HarvestView } from "./harvest-view";
import { yearToDate } from "./year-to-date";

/** R-NET-2; 26 USC 1211(b). */
const LIMIT_CENTS = 300_000;
const LIMIT_MFS_CENTS = 150_000;

export const answerHarvest: Answering<"harvest"> = async ({ book, settings, choices, asOf, prices, priceFaults, facts }, ask, step) => {
  const { tax } = settings;
  const answer = await inSlices(harvestLots({ ...facts, ...ask }), step, "Simulating the sale of each lot");
  const { shortCents, longCents } = yearToDate(book, asOf);
  return done<HarvestView>({
    answer: { ...answer, gaps: gapsWithFaults(answer.gaps, priceFaults) },
    yearShortCents: shortCents,
    yearLongCents: longCents,
    year: yearOf(asOf),
    carriedShortCents: carried(tax.carryoverShort),
    carriedLongCents: carried(tax.carryoverLong),
    limitCents: tax.filingStatus === "MFS" ? LIMIT_MFS_CENTS : LIMIT_CENTS,
    minLossCents: facts.minLossCents,
    minLossShare: facts.minLossShare,
    rates: facts.rates,
    settingsSaid: settingsSummary(choices, facts.rates),
    noPrices: prices === null,
  });
};

/** Written as a loss or as its amount: a carryover is always a loss. */
function carried(dollars: number | null): number {
  return Math.round(Math.abs(dollars ?? 0) * 100);
}
