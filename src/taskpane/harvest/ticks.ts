/** The lots the user has ticked. They are kept by key, so that they outlast a refresh; what has become of them is said. */
import type { HarvestLot, HarvestPlan } from "../../harvest/harvest-types";
import type { PlanAsk } from "./harvest-view";

export interface Tick {
  readonly key: string;
  readonly symbol: string;
  readonly lot: string;
  /** null: the whole lot. */
  readonly shares: number | null;
  /** It stood in the list when it was ticked. What a plan adds to keep a loss clean may be a lot at a gain. */
  readonly listed: boolean;
}

export type Ticks = ReadonlyMap<string, Tick>;
export const NO_TICKS: Ticks = new Map();

export function tickedWhole({ key, symbol, lot }: Pick<HarvestLot, "key" | "symbol" | "lot">): Tick {
  return { key, symbol, lot, shares: null, listed: true };
}

export function withTick(ticks: Ticks, tick: Tick): Ticks {
  return new Map(ticks).set(tick.key, tick);
}

export function withoutTick(ticks: Ticks, key: string): Ticks {
  const left = new Map(ticks);
  left.delete(key);
  return left;
}

/** A plan that was chosen for a target, as ticks: a lot it sells whole is ticked whole. */
export function ticksOfPlan({ sales }: HarvestPlan, lots: readonly HarvestLot[]): Ticks {
  const listed = new Map(lots.map((lot) => [lot.key, lot]));
  return new Map(
    sales.map(({ key, symbol, lot, shares }) => {
      const candidate = listed.get(key);
      return [key, { key, symbol, lot, shares: candidate?.shares === shares ? null : shares, listed: candidate !== undefined }];
    }),
  );
}

export interface TicksNow {
  /** What is asked of the joint plan. */
  readonly chosen: PlanAsk["lots"];
  /** Ticked lots that are in the list no more: sold, at a gain now, or without a price. */
  readonly vanished: readonly Tick[];
  /** Ticked with more shares than are left: all of them are in the plan. */
  readonly shrunk: readonly Tick[];
}

export function ticksNow(ticks: Ticks, lots: readonly HarvestLot[]): TicksNow {
  const listed = new Map(lots.map((lot) => [lot.key, lot]));
  const all = [...ticks.values()];
  const vanished = all.filter((tick) => tick.listed && !listed.has(tick.key));
  const tooMany = (tick: Tick): boolean => tick.shares !== null && tick.shares > (listed.get(tick.key)?.shares ?? Infinity);
  const kept = all.filter((tick) => !vanished.includes(tick));
  return {
    chosen: kept.map((tick) => ({ key: tick.key, shares: tooMany(tick) ? null : tick.shares })),
    vanished,
    shrunk: kept.filter(tooMany),
  };
}
