/**
 * Harvests over equal ranges share one answer, as books do (book-cache.ts): with a target and without one, the same lots
 * are looked at. Known again by the identity of the reading and the settings, the day, and every price.
 */
import { harvestLots } from "../harvest/harvest-lots";
import { runToEnd, type HarvestAnswer, type HarvestFacts } from "../harvest/harvest-types";
import { harvestFacts } from "../sheet/harvest-facts";
import type { Day } from "../values/plain-date";
import type { TradesLedger } from "./ledger";

interface KeptAnswer {
  readonly reading: TradesLedger["reading"];
  readonly settings: TradesLedger["settings"];
  readonly priced: string;
  readonly facts: HarvestFacts;
  readonly answer: HarvestAnswer;
}

const KEPT = 4;
let keptAnswers: readonly KeptAnswer[] = [];

export function sharedHarvest(
  ledger: TradesLedger,
  asOf: Day,
  prices: ReadonlyMap<string, number>,
): { readonly facts: HarvestFacts; readonly answer: HarvestAnswer } {
  const { reading, settings } = ledger;
  const priced = JSON.stringify([asOf, ...prices]);
  const found = keptAnswers.find((kept) => kept.reading === reading && kept.settings === settings && kept.priced === priced);
  const kept = found ?? answerAnew();
  keptAnswers = [kept, ...keptAnswers.filter((other) => other !== kept)].slice(0, KEPT);
  return kept;

  function answerAnew(): KeptAnswer {
    const facts = harvestFacts(reading, settings, asOf, prices, ledger.book());
    return { reading, settings, priced, facts, answer: runToEnd(harvestLots(facts)) };
  }
}
