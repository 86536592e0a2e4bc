/** Every method on every drawn sale: its tax this year above the least. Methods that always took the same lots are one row. */
import type { Method } from "../../src/lots/choices";
import { LOT_METHODS } from "../../src/lots/methods/table";
import { compareSale, type ComparedSale } from "../../src/report/compare-sale";
import { drawSale, drawSaleInWindow, type DrawnSale, type IncomeBand, type YearSoFar } from "./draw-sale";

export interface MeasuredSale {
  readonly soFar: YearSoFar;
  readonly band: IncomeBand;
  readonly proceedsCents: number;
  /** The search states the least within this; 0: proven. */
  readonly gapCents: number;
  /** All shares held are together worth more than their basis at the price of the sale. */
  readonly isAhead: boolean;
}

export interface MeasuredMethod {
  /** All that took the same lots in every sale of the run. */
  readonly names: readonly Method[];
  /** By sale: tax this year less that of the least. Cents. */
  readonly extraCents: readonly number[];
  /** By sale, short and long together. Cents. */
  readonly gainCents: readonly number[];
  /** By sale, of its losses. Cents. */
  readonly disallowedCents: readonly number[];
}

/** All that the page is made of. */
export interface RegretRun {
  readonly main: Regret;
  /** Each a third as long. */
  readonly otherSeeds: readonly Regret[];
  /** The first third of the main sales, with purchases in the wash window. */
  readonly inWindow: Regret;
}

const OTHER_SEEDS = 4;

export function measureRun(seed: number, sales: number): RegretRun {
  const third = Math.ceil(sales / 3);
  return {
    main: measureRegret(seed, sales),
    otherSeeds: Array.from({ length: OTHER_SEEDS }, (_, at) => measureRegret(seed + at + 1, third)),
    inWindow: measureRegret(seed, third, drawSaleInWindow),
  };
}

export interface Regret {
  readonly seed: number;
  readonly sales: readonly MeasuredSale[];
  /** In the order of METHODS. */
  readonly methods: readonly MeasuredMethod[];
  /** Of the lots of least tax, by sale. Cents. */
  readonly leastGainCents: readonly number[];
}

interface Column {
  readonly names: Method[];
  readonly sameness: string[];
  readonly extraCents: number[];
  readonly gainCents: number[];
  readonly disallowedCents: number[];
}

/** @param drawn the sales; drawn from the seed unless a test gives its own */
export function measureRegret(seed: number, count: number, drawn: (seed: number, at: number) => DrawnSale = drawSale): Regret {
  const sales: MeasuredSale[] = [];
  const leastGainCents: number[] = [];
  const columns = new Map<Method, Column>();
  for (let at = 0; at < count; at += 1) {
    const sale = drawn(seed, at);
    const compared = answerOf(sale, at);
    const least = compared.methods.find(({ method }) => method === null);
    if (least === undefined || least.taxCents === null || compared.gapCents === null) throw new Error(`Sale ${at}: no least tax`);
    const { soFar, band } = sale;
    sales.push({ soFar, band, proceedsCents: sale.sale.proceedsCents, gapCents: compared.gapCents, isAhead: isAhead(sale) });
    leastGainCents.push(least.sale.shortCents + least.sale.longCents);
    for (const { method, sale: taken, taxCents } of compared.methods) {
      if (method === null) continue;
      let column = columns.get(method);
      if (column === undefined) columns.set(method, (column = { names: [method], sameness: [], extraCents: [], gainCents: [], disallowedCents: [] }));
      column.sameness.push(taken.sameness);
      // Not the table's own "more than best", which could never be below zero.
      column.extraCents.push(taxCents! - least.taxCents);
      column.gainCents.push(taken.shortCents + taken.longCents);
      column.disallowedCents.push(taken.disallowedCents);
    }
  }
  return { seed, sales, methods: sharedRows(LOT_METHODS.flatMap(({ name }) => columns.get(name) ?? [])), leastGainCents };
}

function isAhead({ trades, sale }: DrawnSale): boolean {
  const held = trades.shares.reduce((sum, one) => sum + one, 0);
  const basisCents = trades.amountCents.reduce((sum, one) => sum + one, 0);
  return held * (sale.proceedsCents / sale.shares) > basisCents;
}

function answerOf(sale: DrawnSale, at: number): ComparedSale {
  const compared = compareSale(sale);
  if (!compared.ok) throw new Error(`Sale ${at}: ${compared.problem.sentence}`);
  const { impossible, lackRates, without } = compared.value;
  if (without !== null || impossible.length + lackRates.length > 0) throw new Error(`Sale ${at}: not every method could be compared`);
  return compared.value;
}

function sharedRows(columns: readonly Column[]): MeasuredMethod[] {
  const byLots = new Map<string, Column>();
  for (const column of columns) {
    const key = column.sameness.join("/");
    const same = byLots.get(key);
    if (same === undefined) byLots.set(key, { ...column, names: [...column.names] });
    else same.names.push(...column.names);
  }
  return [...byLots.values()].map(({ names, extraCents, gainCents, disallowedCents }) => ({ names, extraCents, gainCents, disallowedCents }));
}
