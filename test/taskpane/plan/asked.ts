/** Three lots to plan with, and what is asked of them. At 60 dollars each lot of 10 shares is worth 600. */
import { answerSalesPlan } from "../../../src/taskpane/plan/answer-sales-plan";
import type { SalesPlanAnswer, SalesPlanAsk, SalesPlanView } from "../../../src/taskpane/plan/sales-plan-view";
import { answerOf, deskOf, type DeskFacts, type Rows } from "../desk-of";

export const RATES: Rows = [["Short rate", 0.37], ["Long rate", 0.2]];

/** Long-term gain 100, short-term gain 90, long-term gain 400. */
export const ROWS: Rows = [
  ["2023-01-03", "Buy", "AAA", 10, 50, "Schwab"],
  ["2024-03-01", "Buy", "BBB", 10, 51, "Schwab"],
  ["2023-01-03", "Buy", "CCC", 10, 20, "Fidelity"],
];

export const FACTS: DeskFacts = { rows: ROWS, asOf: "2024-06-03", settings: RATES, prices: { AAA: 60, BBB: 60, CCC: 60 } };

export const ASK: SalesPlanAsk = {
  purpose: { kind: "cash", cents: 60_000 },
  exactness: "at least",
  keepLots: [],
  keepSymbols: [],
  keepAccounts: [],
  mostOfSymbolCents: null,
  leastTradeCents: null,
  prove: false,
};

export function answered(ask: Partial<SalesPlanAsk> = {}, facts: DeskFacts = FACTS): Promise<SalesPlanAnswer> {
  return answerOf(answerSalesPlan, deskOf(facts), { ...ASK, ...ask });
}

export async function planOfAsk(ask: Partial<SalesPlanAsk> = {}, facts: DeskFacts = FACTS): Promise<SalesPlanView> {
  const answer = await answered(ask, facts);
  if (answer.kind === "hindered") throw new Error(`Hindered: ${answer.sentence}`);
  return answer.view;
}

export async function hindranceOf(ask: Partial<SalesPlanAsk> = {}, facts: DeskFacts = FACTS): Promise<{ readonly sentence: string; readonly where: string }> {
  const answer = await answered(ask, facts);
  if (answer.kind === "planned") throw new Error("Planned instead of hindered.");
  return answer;
}
