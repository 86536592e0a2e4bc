/**
 * The integer program of one cell of the tax: what is left open of the offers in whole steps, everything else as it stands.
 * The rounding of cents is allowed for: working for the sale it makes the program a bound, working against it every answer
 * keeps what must hold to the cent.
 */
import type { Offer } from "../offers";
import { partOf } from "../offers";
import type { Cell } from "./cells";
import type { Program } from "./integer-program";
import { lineBetween, type LinearOffer, type LinearPiece, type Off } from "./linear-offer";
import type { Range } from "./priced";
import { CENTS, ProgramBuilder, Terms } from "./program-builder";
import type { SaleSpace } from "./sale-space";

export type Rounding = "for the sale" | "against it";

export interface CellProgram {
  readonly program: Program;
  /** Tax, in cents, at cost 0. */
  readonly constantCents: number;
  readonly stepsOf: (values: ArrayLike<number>) => Int32Array;
  /** Cents that rounding can have made of an answer, in the tax. */
  readonly roundingOf: (values: ArrayLike<number>) => number;
}

/** Part of an offer that is decided: so many steps above what is sold in any case. */
interface Open {
  readonly offer: number;
  readonly column: number;
  readonly most: number;
  readonly line: LinearPiece;
  /** What the offer sells below this part. */
  readonly isSold: boolean;
}

interface Draft {
  readonly space: SaleSpace;
  readonly build: ProgramBuilder;
  readonly rounding: Rounding;
  readonly open: Open[];
  /** 1 where a part of an offer is sold, and so rounded. */
  readonly rounded: { readonly column: number; readonly off: Off; readonly symbol: number }[];
  readonly sold: Int32Array;
  readonly base: { short: number; long: number; cash: number };
  readonly baseOf: Float64Array;
}

export function cellProgram(space: SaleSpace, cell: Cell, ranges: readonly Range[], rounding: Rounding, within: number, seconds: number): CellProgram {
  const { task, limits } = space;
  const draft: Draft = {
    space,
    build: new ProgramBuilder(),
    rounding,
    open: [],
    rounded: [],
    sold: new Int32Array(ranges.length),
    base: { short: task.shortCents, long: task.longCents, cash: 0 },
    baseOf: new Float64Array(limits.mostCents.length),
  };
  ranges.forEach((range, at) => addOffer(draft, at, range));
  addResults(draft, cell);
  addCash(draft);
  addSymbols(draft, ranges);
  const { build, base, open, sold, rounded } = draft;
  return {
    program: build.program(within / CENTS, seconds),
    constantCents: cell.constant + cell.ofShort * base.short + cell.ofLong * base.long,
    stepsOf: (values) => {
      const steps = sold.slice();
      for (const { offer, column } of open) steps[offer]! += Math.round(values[column]!);
      return steps;
    },
    roundingOf: (values) =>
      rounded.reduce((sum, { column, off }) => sum + values[column]! * (Math.abs(cell.ofShort) * off.short + Math.abs(cell.ofLong) * off.long), 0),
  };
}

function addOffer(draft: Draft, at: number, { from, to }: Range): void {
  const { space, build, open, sold } = draft;
  const [offer, linear] = [space.task.offers[at]!, space.offers[at]!];
  sold[at] = from;
  if (from === to || offer.pieces.length === 1) {
    addBase(draft, at, from > 0 ? partOf(offer, from) : null);
    if (from === to) return;
    const { line, off } = lineBetween(offer, from, to);
    const column = build.column(0, to - from, { isWhole: true });
    open.push({ offer: at, column, most: to - from, line, isSold: from > 0 });
    addRounded(draft, at, off, { column, most: to - from });
    return;
  }
  addPieces(draft, at, linear, { from, to });
  addRounded(draft, at, linear.off, null);
}

function addBase({ base, baseOf, space }: Draft, at: number, part: { readonly proceedsCents: number; readonly shortCents: number; readonly longCents: number } | null): void {
  if (part === null) return;
  base.short += part.shortCents;
  base.long += part.longCents;
  base.cash += part.proceedsCents;
  baseOf[space.limits.symbolOf[at]!]! += part.proceedsCents;
}

/** A piece is sold only after those before it. */
function addPieces(draft: Draft, at: number, { pieces }: LinearOffer, { from, to }: Range): void {
  const { build, open } = draft;
  let [first, before]: [number, Open | null] = [0, null];
  for (const line of pieces) {
    const [least, most] = [clamp(from - first, line.steps), clamp(to - first, line.steps)];
    addBase(draft, at, { proceedsCents: least * line.proceeds, shortCents: least * line.short, longCents: least * line.long });
    first += line.steps;
    if (least === most) continue;
    const column = build.column(0, most - least, { isWhole: true });
    if (before !== null) {
      const isStarted = build.choice();
      build.row(-Infinity, new Terms([column, 1], [isStarted, least - most]), 0);
      build.row(0, new Terms([before.column, 1], [isStarted, -before.most]), Infinity);
    }
    before = { offer: at, column, most: most - least, line, isSold: from > 0 };
    open.push(before);
  }
}

function clamp(steps: number, most: number): number {
  return Math.max(0, Math.min(steps, most));
}

/** @param of null: it may be rounded whatever is sold of it */
function addRounded({ build, rounded, space }: Draft, at: number, off: Off, of: { readonly column: number; readonly most: number } | null): void {
  if (off.proceeds === 0 && off.short === 0 && off.long === 0) return;
  const column = build.column(0, 1);
  rounded.push({ column, off, symbol: space.limits.symbolOf[at]! });
  if (of === null) return;
  build.row(-Infinity, new Terms([column, 1], [of.column, -1]), 0);
  build.row(-Infinity, new Terms([column, 1], [of.column, 1]), of.most);
}

/** Results that lie in the cell; rounding may put them off what the lines say. */
function addResults(draft: Draft, cell: Cell): void {
  const { build, space, base, rounding } = draft;
  const moved = (space.task.movedCents ?? 0) / CENTS;
  const move = moved > 0 && rounding === "for the sale" ? build.column(-moved, moved) : null;
  const short = addResult(draft, cell, "short", move === null ? [] : [[move, -1]]);
  const long = addResult(draft, cell, "long", move === null ? [] : [[move, 1]]);
  const from = base.short + base.long;
  const total = new Terms([short, 1], [long, 1]);
  build.row((cell.total[0] - from) / CENTS, total, (cell.total[1] - from) / CENTS);
  if (rounding === "for the sale" || space.task.goal.kind === "cash") return;
  const off = (side: 1 | -1): [number, number][] => draft.rounded.map(({ column, off: by }) => [column, (side * (by.short + by.long)) / CENTS]);
  build.row((space.region.total[0] - from) / CENTS, total.with(...off(-1)), Infinity);
  build.row(-Infinity, total.with(...off(1)), (space.region.total[1] - from) / CENTS);
}

function addResult({ build, open, rounded, base, rounding }: Draft, cell: Cell, term: "short" | "long", move: readonly [number, number][]): number {
  const cost = term === "short" ? cell.ofShort : cell.ofLong;
  const result = build.column((cell[term][0] - base[term]) / CENTS, (cell[term][1] - base[term]) / CENTS, { cost });
  const terms = new Terms([result, 1], ...move);
  for (const { column, line } of open) terms.add(column, -line[term] / CENTS);
  if (rounding === "against it") {
    build.row(0, terms, 0);
    return result;
  }
  const off = (side: 1 | -1): [number, number][] => rounded.map(({ column, off: by }) => [column, (side * by[term]) / CENTS]);
  build.row(0, terms.with(...off(1)), Infinity);
  build.row(-Infinity, terms.with(...off(-1)), 0);
  return result;
}

/** 1 where rounding helps, −1 where it hinders. */
function sign(rounding: Rounding): 1 | -1 {
  return rounding === "for the sale" ? 1 : -1;
}

function addCash(draft: Draft): void {
  const { build, space, open, rounded, base, rounding } = draft;
  const [least, most] = space.cash;
  if (least === 0 && most === Infinity) return;
  const cash = new Terms();
  for (const { column, line } of open) cash.add(column, line.proceeds / CENTS);
  const off = rounded.map(({ column, off: by }): [number, number] => [column, (sign(rounding) * by.proceeds) / CENTS]);
  build.row((least - base.cash) / CENTS, cash.with(...off), Infinity);
  if (most === Infinity) return;
  const less = cash.with(...off.map(([column, value]): [number, number] => [column, -value]));
  build.row(-Infinity, less, (most - base.cash) / CENTS);
  addTight(draft, less, most - least);
}

/** Exactly: what is sold beyond the cash is less than the last step of every offer that is sold. */
function addTight({ build, space, open, sold, base, rounding }: Draft, cash: Terms, dearest: number): void {
  const over = (cents: number): number => (space.cash[0] + cents - base.cash) / CENTS;
  const cents = rounding === "for the sale" ? 1 : -1;
  let fixed = Infinity;
  space.task.offers.forEach((offer, at) => {
    if (sold[at]! > 0) fixed = Math.min(fixed, Math.max(0, stepCents(offer, rounding) + cents - 1));
  });
  if (fixed < Infinity) build.row(-Infinity, cash, over(fixed));
  for (const { column, most, offer, isSold } of open) {
    if (isSold) continue;
    const isTaken = build.choice();
    build.row(-Infinity, new Terms([column, 1], [isTaken, -most]), 0);
    const step = Math.max(0, stepCents(space.task.offers[offer]!, rounding) + cents - 1);
    if (step < dearest) build.row(-Infinity, cash.with([isTaken, (dearest - step) / CENTS]), over(dearest));
  }
}

function stepCents({ valueCents, steps }: Offer, rounding: Rounding): number {
  return rounding === "for the sale" ? Math.ceil(valueCents / steps) : Math.floor(valueCents / steps);
}

/** Caps, and trades that are made in earnest or not at all. */
function addSymbols({ build, space, open, rounded, baseOf, rounding }: Draft, ranges: readonly Range[]): void {
  const { limits, task } = space;
  const [openOf, roundedOf] = [grouped(open, ({ offer }) => limits.symbolOf[offer]!), grouped(rounded, ({ symbol }) => symbol)];
  const isSold = new Set(task.offers.flatMap((_, at) => (ranges[at]!.from > 0 ? [limits.symbolOf[at]!] : [])));
  for (let symbol = 0; symbol < baseOf.length; symbol += 1) {
    const parts = openOf.get(symbol) ?? [];
    const brings = new Terms(...parts.map(({ column, line }): [number, number] => [column, line.proceeds / CENTS]));
    const off = (side: 1 | -1): [number, number][] => (roundedOf.get(symbol) ?? []).map(({ column, off: by }) => [column, (side * sign(rounding) * by.proceeds) / CENTS]);
    if (limits.mostCents[symbol]! < Infinity) build.row(-Infinity, brings.with(...off(-1)), (limits.mostCents[symbol]! - baseOf[symbol]!) / CENTS);
    if (limits.leastCents === 0) continue;
    const lacking = (limits.leastCents - baseOf[symbol]!) / CENTS;
    if (isSold.has(symbol)) {
      build.row(lacking, brings.with(...off(1)), Infinity);
      continue;
    }
    if (parts.length === 0) continue;
    const isTraded = build.choice();
    build.row(0, brings.with(...off(1), [isTraded, -lacking]), Infinity);
    for (const { column, most } of parts) build.row(-Infinity, new Terms([column, 1], [isTraded, -most]), 0);
  }
}

function grouped<T>(list: readonly T[], by: (one: T) => number): ReadonlyMap<number, readonly T[]> {
  const groups = new Map<number, T[]>();
  for (const one of list) {
    const group = groups.get(by(one));
    if (group === undefined) groups.set(by(one), [one]);
    else group.push(one);
  }
  return groups;
}
