/** Why no plan reaches a goal: nothing can be sold, the lots are too few, or a limit stands in the way. */
import type { ProblemKind } from "../values/outcome";
import type { HarvestFacts, Sliced } from "./harvest-types";
import { chooseSales, mostReached } from "./least-tax/choose-sales";
import type { SaleTask } from "./least-tax/sale-task";
import { NO_LIMITS, type SaleGoal, type SaleLimits } from "./sale-goal";
import { saleMarket, type SaleMarket } from "./sale-market";
import type { SellPlanAsk } from "./sell-plan";
import { moneyText } from "../values/money-text";

export function* noPlan(facts: HarvestFacts, ask: SellPlanAsk, market: SaleMarket): Sliced<readonly [ProblemKind, string]> {
  const { limits, goal } = ask;
  const [gap] = market.gaps;
  const open = isLimited(limits) ? yield* saleMarket(facts, NO_LIMITS) : market;
  if (open.offers.length === 0) return ["missing-fact", gap?.sentence ?? "No lot is held in a taxable account on that day. Check the day and the prices."];
  const most = Math.floor(mostReached(taskOf({ ...ask, limits: NO_LIMITS }, open)));
  const also = gap === undefined ? "" : ` Symbols that could not be looked at are not among them: ${gap.sentence}`;
  if (most < goal.cents) return ["bad-input", `${tooMuch(goal, most)}${also}`];
  for (const { loose, sentence } of loosened(limits)) {
    const there = yield* saleMarket(facts, loose);
    if (chooseSales(taskOf({ ...ask, limits: loose }, there)) !== null) return ["bad-input", `With ${sentence} no plan was found that ${reaches(goal)}. Ease it, or ask for less.`];
  }
  if (isLimited(limits)) return ["bad-input", `With these limits no plan was found that ${reaches(goal)}. Ease them, or ask for less.`];
  return ["bad-input", `No whole shares were found that come to ${dollars(goal.cents)} of ${goal.kind} without passing it. Ask for at least that much, or for more.`];
}

/** The limits less one at a time, and its name. */
function loosened(limits: SaleLimits): { readonly loose: SaleLimits; readonly sentence: string }[] {
  const { keepLots, keepSymbols, keepAccounts, mostOfSymbolCents, mostOf, leastTradeCents } = limits;
  const none = new Set<string>();
  return [
    ...(leastTradeCents === null ? [] : [{ loose: { ...limits, leastTradeCents: null }, sentence: `the least trade of ${dollars(leastTradeCents)}` }]),
    ...(mostOfSymbolCents === null && mostOf.size === 0 ? [] : [{ loose: { ...limits, mostOfSymbolCents: null, mostOf: new Map() }, sentence: mostSaid(limits) }]),
    ...(keepLots.size === 0 ? [] : [{ loose: { ...limits, keepLots: none }, sentence: "the lots that are kept" }]),
    ...[...keepSymbols].map((symbol) => ({ loose: { ...limits, keepSymbols: without(keepSymbols, symbol) }, sentence: `${symbol} kept` })),
    ...(keepSymbols.size < 2 ? [] : [{ loose: { ...limits, keepSymbols: none }, sentence: `${[...keepSymbols].join(", ")} kept` }]),
    ...[...keepAccounts].map((account) => ({ loose: { ...limits, keepAccounts: without(keepAccounts, account) }, sentence: `account ${account} kept` })),
    ...(keepAccounts.size < 2 ? [] : [{ loose: { ...limits, keepAccounts: none }, sentence: `accounts ${[...keepAccounts].join(", ")} kept` }]),
  ];
}

function mostSaid({ mostOfSymbolCents, mostOf }: SaleLimits): string {
  const own = [...mostOf].map(([symbol, cents]) => `${dollars(cents)} of ${symbol}`);
  const each = mostOfSymbolCents === null ? [] : [`${dollars(mostOfSymbolCents)} of a symbol`];
  return `at most ${[...own, ...each].join(" and ")}`;
}

function without(names: ReadonlySet<string>, name: string): ReadonlySet<string> {
  return new Set([...names].filter((one) => one !== name));
}

export function isLimited({ keepLots, keepSymbols, keepAccounts, mostOfSymbolCents, mostOf, leastTradeCents }: SaleLimits): boolean {
  return keepLots.size + keepSymbols.size + keepAccounts.size + mostOf.size > 0 || mostOfSymbolCents !== null || leastTradeCents !== null;
}

function taskOf({ basis, realised, goal, exactness, limits }: SellPlanAsk, { offers }: SaleMarket): SaleTask {
  return { basis, ...realised, goal, exactness, limits, offers: offers.map(({ offer }) => offer) };
}

function reaches({ kind, cents }: SaleGoal): string {
  return kind === "cash" ? `raises ${dollars(cents)}` : `realizes ${dollars(cents)} of ${kind}`;
}

function tooMuch({ kind, cents }: SaleGoal, mostCents: number): string {
  const all = kind === "cash" ? `raise ${dollars(mostCents)}` : `come to ${dollars(mostCents)} of ${kind}${kind === "loss" ? " before wash sales" : ""}`;
  return `${dollars(cents)} of ${kind} is more than there is: all lots that may be sold ${all}. Ask for no more.`;
}

/** Amounts of a goal may be fractions of a cent, which no sentence shows. */
function dollars(cents: number): string {
  return moneyText(Math.round(cents));
}
