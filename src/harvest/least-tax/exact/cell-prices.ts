/**
 * The prices at which a cell of the tax is bounded best: those of its linear program over fractional shares. What must hold
 * may be broken there at a high price, so that the program always has an answer; the bound is figured from the prices alone.
 */
import { valueAt, type Cell } from "./cells";
import type { Program, Solve } from "./integer-program";
import { leastSum, type LeastSum, type Prices } from "./priced";
import { CENTS, ProgramBuilder, Terms } from "./program-builder";
import type { SaleSpace } from "./sale-space";

export interface PricedCell {
  readonly cell: Cell;
  readonly prices: Prices;
  readonly leasts: LeastSum;
  /** No sale whose results lie in the cell has less tax, by the prices. Cents. */
  readonly pricedCents: number;
  /** By whatever is known. */
  readonly boundCents: number;
}

/** null: the time was up. */
export async function priceCell(space: SaleSpace, cell: Cell, solve: Solve, seconds: number): Promise<PricedCell | null> {
  const { program, rows } = fractional(space, cell, seconds);
  const { prices: found } = await solve(program);
  if (found.length === 0) return null;
  const ofSymbol = new Map(space.capped.map((symbol, at) => [symbol, Math.max(0, -found[rows.caps[at]!]!)]));
  const cash = rows.cash === null ? 0 : found[rows.cash]!;
  const prices = { short: found[rows.short]!, long: found[rows.long]!, cash: space.cash[1] === Infinity ? Math.max(0, cash) : cash, ofSymbol };
  const leasts = leastSum(space, prices);
  const left = { ofShort: cell.ofShort - prices.short, ofLong: cell.ofLong - prices.long, constant: cell.constant };
  const pricedCents = leasts.sum + Math.min(...cell.corners.map((corner) => valueAt(left, corner)));
  return { cell, prices, leasts, pricedCents, boundCents: Math.max(pricedCents, cell.least) };
}

/** Dollars of tax for a dollar that is missing: far above what any dollar costs. */
const BROKEN = 100;

interface Fractional {
  readonly program: Program;
  readonly rows: { readonly short: number; readonly long: number; readonly cash: number | null; readonly caps: readonly number[] };
}

function fractional({ task, offers, limits, cash, capped }: SaleSpace, cell: Cell, seconds: number): Fractional {
  const build = new ProgramBuilder();
  const dollars = ([least, most]: readonly [number, number]): [number, number] => [least / CENTS, most / CENTS];
  const [short, long] = [build.column(...dollars(cell.short), { cost: cell.ofShort }), build.column(...dollars(cell.long), { cost: cell.ofLong })];
  const moved = build.column(-(task.movedCents ?? 0) / CENTS, (task.movedCents ?? 0) / CENTS);
  const broken = (): [number, number][] => [1, -1].map((sign) => [build.column(0, Infinity, { cost: BROKEN }), sign]);
  const [ofShort, ofLong, ofCash] = [new Terms([short, 1], [moved, -1], ...broken()), new Terms([long, 1], [moved, 1], ...broken()), new Terms(...broken())];
  const ofCap = new Map(capped.map((symbol) => [symbol, new Terms()]));
  offers.forEach(({ pieces }, at) => {
    for (const piece of pieces) {
      const column = build.column(0, piece.steps);
      ofShort.add(column, -piece.short / CENTS);
      ofLong.add(column, -piece.long / CENTS);
      ofCash.add(column, piece.proceeds / CENTS);
      ofCap.get(limits.symbolOf[at]!)?.add(column, piece.proceeds / CENTS);
    }
  });
  build.row(cell.total[0] / CENTS, new Terms([short, 1], [long, 1]), cell.total[1] / CENTS);
  const rows = {
    short: build.row(task.shortCents / CENTS, ofShort, task.shortCents / CENTS),
    long: build.row(task.longCents / CENTS, ofLong, task.longCents / CENTS),
    cash: cash[0] > 0 ? build.row(cash[0] / CENTS, ofCash, cash[1] / CENTS) : null,
    caps: capped.map((symbol) => build.row(-Infinity, ofCap.get(symbol)!, limits.mostCents[symbol]! / CENTS)),
  };
  return { program: build.program(0, seconds), rows };
}
