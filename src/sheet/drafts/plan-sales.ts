/**
 * The table of sales of a harvest plan, one row a lot, in the order to place them. Its first columns are those of the
 * HARVEST table, which stands under it on a live sheet and shares their widths.
 */
import type { HarvestLot, HarvestPlan, PlannedSale } from "../../harvest/harvest-types";
import { dollarsFromCents } from "../../report/figures";
import { plannedSentences } from "../../report/harvest-words";
import { centsOfShares } from "../../values/priced";
import { serialFromDay } from "../../values/plain-date";
import type { ResultColumn } from "../placing/result-tables";
import type { DraftBlock, DraftCell, DraftFormula } from "../placing/sheet-draft";
import { columnLetters } from "../placing/addresses";
import type { DraftStyle } from "./live-or-values";

/** What is sold, in every plan. */
export const SOLD_COLUMNS = [
  { heading: "Order", format: "whole" },
  { heading: "Symbol", format: "text" },
  { heading: "Account", format: "text" },
  { heading: "Lot", format: "text" },
  { heading: "Quantity", format: "quantity" },
  { heading: "Acquired", format: "date" },
  { heading: "Term", format: "text" },
  { heading: "Price", format: "price" },
] as const satisfies readonly ResultColumn[];

const PLAN_COLUMNS = [
  ...SOLD_COLUMNS,
  { heading: "Proceeds", format: "money" },
  { heading: "Basis", format: "money" },
  { heading: "Gain", format: "money" },
  { heading: "Washed", format: "money" },
  { heading: "Lost for good", format: "money" },
  { heading: "Harvested loss", format: "money" },
  { heading: "Tax saved", format: "money" },
  { heading: "Comes back", format: "money" },
  { heading: "Kept for good", format: "money" },
  { heading: "Check", format: "money" },
] as const satisfies readonly ResultColumn[];

type Heading = (typeof PLAN_COLUMNS)[number]["heading"];

const OF_TAX: readonly Heading[] = ["Tax saved", "Comes back", "Kept for good"];
const TOTALS: readonly Heading[] = ["Proceeds", "Basis", "Gain", "Washed", "Lost for good", "Harvested loss", ...OF_TAX, "Check"];

export function salesBlock(plan: HarvestPlan, style: DraftStyle): DraftBlock {
  const rows = plan.sales.map((sale, at) => saleRow(sale, at + 1, style));
  return {
    title: "Sales, in the order to place them",
    columns: PLAN_COLUMNS,
    content: { kind: "rows", rows },
    totals: plan.taxSavedCents === null ? TOTALS.filter((heading) => !OF_TAX.includes(heading)) : TOTALS,
    name: "HarvestPlan",
    whenEmpty: "No lot is in the plan.",
  };
}

function saleRow(sale: PlannedSale, order: number, style: DraftStyle): (DraftCell | DraftFormula)[] {
  const worth = sale.worth ?? null;
  const formulas = style.kind === "live" ? liveFormulas(sale, style.references.prices) : {};
  const cells: Readonly<Record<Heading, DraftCell | DraftFormula>> = {
    Order: order,
    Symbol: sale.symbol,
    Account: sale.account,
    Lot: sale.lot,
    Acquired: serialFromDay(sale.acquired),
    Term: sale.term,
    Quantity: sale.shares,
    Price: sale.price,
    Proceeds: dollarsFromCents(sale.proceedsCents),
    Basis: dollarsFromCents(sale.basisCents),
    Gain: dollarsFromCents(sale.gainCents),
    Washed: dollarsFromCents(sale.washedCents),
    "Lost for good": dollarsFromCents(sale.permanentCents),
    "Harvested loss": dollarsFromCents(0 - sale.gainCents - sale.washedCents),
    "Tax saved": worth === null ? null : dollarsFromCents(worth.savedCents),
    "Comes back": worth === null ? null : dollarsFromCents(worth.comesBackCents),
    "Kept for good": worth === null ? null : dollarsFromCents(worth.keptCents),
    Check: { formula: `=ROUND(${at("Proceeds")}-${at("Basis")}-${at("Gain")},2)` },
    ...formulas,
  };
  return PLAN_COLUMNS.map(({ heading }) => cells[heading]);
}

/** The cell of a column in the row the formula stands in. */
function at(heading: Heading): string {
  return `${columnLetters(PLAN_COLUMNS.findIndex((column) => column.heading === heading))}{row}`;
}

function liveFormulas(sale: PlannedSale, prices: string | null): Partial<Record<Heading, DraftFormula>> {
  const formulas: Partial<Record<Heading, DraftFormula>> = {
    Gain: { formula: `=ROUND(${at("Proceeds")}-${at("Basis")},2)` },
    "Harvested loss": { formula: `=ROUND(0-${at("Gain")}-${at("Washed")},2)` },
  };
  if (prices !== null) formulas.Price = { formula: priceLookup(prices, sale.price), value: sale.price };
  const multiplier = contractMultiplier(sale);
  if (multiplier !== null) {
    const times = multiplier === 1 ? "" : `*${multiplier}`;
    formulas.Proceeds = { formula: `=ROUND(${at("Quantity")}*${at("Price")}${times},2)` };
  }
  return formulas;
}

/**
 * The price beside the symbol in the prices range, by the headings Symbol and Price. A range without them, or with
 * stock cards for symbols, is not searched by text: there the price of the day stays.
 */
function priceLookup(prices: string, price: number): string {
  const columnOf = (heading: string) => `MATCH("${heading}",INDEX(${prices},1,0),0)`;
  return `=IFERROR(INDEX(${prices},MATCH(${at("Symbol")},INDEX(${prices},0,${columnOf("Symbol")}),0),${columnOf("Price")}),${price})`;
}

/** Shares: 1. Option contracts: what one covers. null: quantity and price do not make the proceeds by themselves. */
function contractMultiplier({ shares, price, proceedsCents }: PlannedSale): number | null {
  const once = shares * price * 100;
  const multiplier = once === 0 ? 1 : Math.max(1, Math.round(proceedsCents / once));
  const { units, unitsPerShare } = wholeUnits(shares * multiplier);
  return centsOfShares(units, unitsPerShare, price) === proceedsCents ? multiplier : null;
}

/** A quantity as a cell shows it, as whole parts: 2.5 is 25 tenths. */
function wholeUnits(shares: number): { units: number; unitsPerShare: number } {
  const decimals = /\.(\d+)/.exec(String(shares))?.[1]?.length ?? 0;
  const unitsPerShare = 10 ** decimals;
  return { units: Math.round(shares * unitsPerShare), unitsPerShare };
}

/**
 * What becomes of each loss, a sentence a row, so that a long one runs on to the right and no row is tall.
 * @param lots the lots by themselves, where the screen has them: what may wash a loss later is said of them
 */
export function whyBlock(plan: HarvestPlan, lots: readonly HarvestLot[]): DraftBlock {
  const rows = plan.sales.flatMap((sale, at) => {
    const lot = lots.find(({ key }) => key === sale.key);
    return whyOf(sale, lot).map((sentence) => [at + 1, sale.symbol, sentence]);
  });
  return {
    title: "What becomes of each loss",
    columns: [
      { heading: "Sale", format: "whole" },
      { heading: "Symbol", format: "text" },
      { heading: "Why", format: "text" },
    ],
    content: { kind: "rows", rows },
    totals: [],
    name: null,
    whenEmpty: "No lot is in the plan.",
  };
}

function whyOf(sale: PlannedSale, lot: HarvestLot | undefined): readonly string[] {
  const said = plannedSentences(sale, lot);
  if (sale.gainCents < 0 && sale.washedBy.length === 0) said.unshift("Counts in full: no purchase in the rows replaces it.");
  return said;
}
