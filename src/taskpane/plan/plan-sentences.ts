/** What the Plan screen says. */
import { money, wholeDollars } from "../charts/formats";
import { count, joined } from "../sentences";
import { mayExceed, type PlanLimits, type PurposeKind } from "./plan-fields";
import type { PlanPurpose, SalesPlanView } from "./sales-plan-view";

export const PURPOSES: readonly { readonly purpose: PurposeKind; readonly name: string; readonly amount: string; readonly first: string }[] = [
  { purpose: "cash", name: "Raise cash", amount: "Cash before tax", first: "Type how much cash to raise." },
  { purpose: "gain", name: "Take a gain", amount: "Gain to take", first: "Type how much gain to take." },
  { purpose: "loss", name: "Take a loss", amount: "Loss to take", first: "Type how much loss to take." },
  { purpose: "free gain", name: "Fill the free gain", amount: "", first: "" },
  { purpose: "charity", name: "Give to charity", amount: "Value to give", first: "Type how much to give." },
];

type Planned = Pick<SalesPlanView, "ask" | "plan" | "taxCents" | "gapCents" | "roomCents">;

/** "Selling 6 lots raises $25,004 and adds $1,312 of tax. Another choice could cost at most $0.84 less." */
export function planLine(view: Planned): string {
  const { ask, plan, taxCents, gapCents } = view;
  const lots = count(plan.sales.length, "lot");
  switch (ask.purpose.kind) {
    case "cash":
      return `Selling ${lots} raises ${wholeDollars(plan.proceedsCents)}${taxAndGap(taxCents, gapCents)}`;
    case "gain":
    case "loss":
      return `Selling ${lots} realizes ${resultText(0 - plan.harvestedCents)}${taxAndGap(taxCents, gapCents)}`;
    case "free gain":
      return freeGainLine(view);
    case "charity":
      return charityLine(view);
  }
}

/** "$5,003 of gain" */
function resultText(cents: number): string {
  return cents < 0 ? `${wholeDollars(-cents)} of loss` : `${wholeDollars(cents)} of gain`;
}

function taxAndGap(taxCents: number | null, gapCents: number | null): string {
  if (taxCents === null) return ".";
  return ` and ${taxAdded(taxCents)}${gapCents === null ? "." : gapSaid(gapCents)}`;
}

export function taxAdded(cents: number): string {
  if (cents === 0) return "adds no tax";
  return cents < 0 ? `lowers this year’s tax by ${wholeDollars(-cents)}` : `adds ${wholeDollars(cents)} of tax`;
}

/** A sentence of its own where it is no proof: beside a tax that is saved, the distance to the least is not saved too. */
function gapSaid(gapCents: number): string {
  return gapCents === 0 ? ": proven the least possible." : `. Another choice could cost at most ${money(gapCents)} less.`;
}

/** Below it the room is what the rounding of cents leaves of a tax. */
const LEAST_ROOM_CENTS = 100;

function hasNoRoom({ roomCents }: Pick<Planned, "roomCents">): boolean {
  return roomCents !== null && roomCents < LEAST_ROOM_CENTS;
}

/** There are sales, or gifts, to place: where no gain is free, what rounds to no gain is none. */
export function hasSales(view: Pick<Planned, "plan" | "roomCents">): boolean {
  return view.plan.sales.length > 0 && !hasNoRoom(view);
}

function freeGainLine({ plan, taxCents, roomCents }: Planned): string {
  if (hasNoRoom({ roomCents })) return "No more long-term gain is free of tax this year: the next dollar of it is taxed.";
  const gain = wholeDollars(0 - plan.harvestedCents);
  const room = roomCents === null || !Number.isFinite(roomCents) ? "no end of it" : `room for ${wholeDollars(roomCents)}`;
  if (plan.sales.length === 0) return `There is ${room} of long-term gain free of tax, and no lot that fits it.`;
  return `Selling ${count(plan.sales.length, "lot")} realizes ${gain} of long-term gain and ${taxAdded(taxCents ?? 0)}; there is ${room}.`;
}

function charityLine({ plan, taxCents }: Planned): string {
  const gain = wholeDollars(plan.shortGainCents + plan.longGainCents);
  const avoided = taxCents === null ? "" : `; selling ${plan.sales.length === 1 ? "it" : "them"} would ${taxCents > 0 ? `add ${wholeDollars(taxCents)} of` : "add no"} tax`;
  return `Giving ${count(plan.sales.length, "lot")} worth ${wholeDollars(plan.proceedsCents)} leaves ${gain} of gain never taxed${avoided}.`;
}

const NAMED_AT_MOST = 6;

/** What the one line leaves out, each a sentence. */
export function planCaveats(view: Pick<SalesPlanView, "ask" | "plan" | "taxCents" | "gaps" | "leftOut" | "proof" | "gapCents" | "roomCents">): readonly string[] {
  const { ask, plan, gaps, leftOut, proof } = view;
  const unpriced = [...new Set(gaps.filter(({ kind }) => kind === "no-price").map(({ symbol }) => symbol))];
  return [
    ...(proof === null ? [] : [proof.sentence]),
    ...moreThanAsked(ask.purpose, plan),
    ...(plan.washedCents > 0 ? [washedSaid(view)] : []),
    ...(ask.purpose.kind === "charity" && view.taxCents === null ? ["What selling them would add to the tax needs the return or rates of the settings."] : []),
    ...(hasSales(view) ? PURPOSE_CAVEATS[ask.purpose.kind] : []),
    ...(unpriced.length > 0 ? [`No price for ${firstOf(unpriced)}: ${unpriced.length === 1 ? "it is" : "they are"} left out. Add the price on Data.`] : []),
    ...(leftOut.length > 0 ? [`Long-term lots of ${firstOf(leftOut)} are left out: the long-term gain of a collectible is taxed at up to 28 %, which this tax does not cover.`] : []),
  ];
}

/** Whether another choice washes less is not known; that none could cost less than the figure above is. */
function washedSaid({ plan, gapCents, proof }: Pick<SalesPlanView, "plan" | "gapCents" | "proof">): string {
  const washed = `${money(plan.washedCents)} of loss is washed`;
  if (gapCents === null || gapCents === 0 || proof !== null) return `${washed}.`;
  return `${washed}. What another choice could save is figured as if none of its losses were, so it may be less.`;
}

const PURPOSE_CAVEATS: Readonly<Record<PurposeKind, readonly string[]>> = {
  cash: [],
  gain: ["You may buy the same shares back at once: the wash-sale rule bars losses, not gains. They then start at the new price."],
  loss: [],
  "free gain": ["You may buy the same shares back at once: the wash-sale rule bars losses, not gains. They then start at the new price."],
  charity: ["Only shares held more than a year at a gain are taken, those with the most gain for each dollar first. Give the shares themselves; limits on the deduction are not looked at."],
};

/** A share more than the goal is rounding; beyond that the losses are sold for their tax. */
function moreThanAsked(purpose: PlanPurpose, { proceedsCents, sales }: SalesPlanView["plan"]): readonly string[] {
  if (purpose.kind !== "cash") return [];
  const over = proceedsCents - purpose.cents;
  const dearest = Math.max(0, ...sales.map((sale) => sale.proceedsCents / Math.max(1, sale.shares)));
  return over > dearest ? [`You asked for ${wholeDollars(purpose.cents)}: ${wholeDollars(over)} more is sold, because those losses lower the tax. “No more than needed” leaves them.`] : [];
}

function firstOf(names: readonly string[]): string {
  const first = names.slice(0, NAMED_AT_MOST);
  return joined(names.length > first.length ? [...first, `${names.length - first.length} more`] : first);
}

/** Beside the folded limits: "none", "keep 2 lots and NKE, at most $5,000 of a symbol". */
export function limitsLine({ keepLots, keepSymbols, keepAccounts, mostOfSymbolCents, leastTradeCents }: PlanLimits): string {
  const kept = [...(keepLots.length === 0 ? [] : [keepLots.length === 1 ? keepLots[0]!.called : count(keepLots.length, "lot")]), ...keepSymbols, ...keepAccounts];
  const parts = [
    ...(kept.length === 0 ? [] : [`keep ${firstOf(kept)}`]),
    ...(mostOfSymbolCents === null ? [] : [`at most ${wholeDollars(mostOfSymbolCents)} of a symbol`]),
    ...(leastTradeCents === null ? [] : [`no trade under ${wholeDollars(leastTradeCents)}`]),
  ];
  return parts.length === 0 ? "none" : parts.join(", ");
}

/** "Highest cost first would add $1,912.00 of tax: $600.00 more tax than this plan." */
export function plainLine(taxCents: number, plainTaxCents: number): string {
  const more = plainTaxCents - taxCents;
  const would = plainTaxCents < 0 ? `lower the tax by ${money(-plainTaxCents)}` : plainTaxCents === 0 ? "add no tax" : `add ${money(plainTaxCents)} of tax`;
  if (more === 0) return `Highest cost first would ${would}, as this plan does.`;
  return `Highest cost first would ${would}: ${money(Math.abs(more))} ${more > 0 ? "more" : "less"} tax than this plan.`;
}

/** Above the button of the footer. */
export function salesPlanWrites({ plan, ask }: Pick<SalesPlanView, "plan" | "ask">, sheetName: string): string {
  const what = ask.purpose.kind === "charity" ? count(plan.sales.length, "gift") : count(plan.sales.length, "sale");
  return `Writes ${what} and ${plan.sales.length === 1 ? "its" : "their"} totals to new sheet ‘${sheetName}’.`;
}

/** Under the switch. */
export function exactlyHint(purpose: PurposeKind, exactly: boolean): string | null {
  if (!mayExceed(purpose)) return null;
  return exactly ? "Sells no share that the amount does not need." : "More is sold where that lowers the tax.";
}
