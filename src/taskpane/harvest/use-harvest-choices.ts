/** What the user has chosen on the Harvest screen: it outlasts every new answer. */
import { useCallback, useState } from "react";
import type { HarvestLot } from "../../harvest/harvest-types";
import type { CandidatesFilter } from "./candidates-shown";
import { NO_TICKS, tickedWhole, withTick, withoutTick, type Tick, type Ticks } from "./ticks";

export interface HarvestChoices {
  readonly ticks: Ticks;
  /** null: as the settings have it. */
  readonly filter: CandidatesFilter | null;
  readonly targetCents: number | null;
  /** By symbol: the partner the user means to hold meanwhile. */
  readonly partners: ReadonlyMap<string, string>;
  readonly live: boolean;
  readonly setTicks: (ticks: Ticks) => void;
  readonly setFilter: (filter: CandidatesFilter) => void;
  readonly setTargetCents: (cents: number | null) => void;
  readonly setLive: (live: boolean) => void;
  readonly onTick: (lot: HarvestLot, ticked: boolean) => void;
  /** null: the whole lot. */
  readonly onShares: (lot: HarvestLot, shares: number | null) => void;
  readonly onAlso: (lots: readonly Tick[]) => void;
  readonly onUntick: (key: string) => void;
  /** "": none. */
  readonly onPartner: (symbol: string, partner: string) => void;
}

export function useHarvestChoices(): HarvestChoices {
  const [ticks, setTicks] = useState<Ticks>(NO_TICKS);
  const [filter, setFilter] = useState<CandidatesFilter | null>(null);
  const [targetCents, setTargetCents] = useState<number | null>(null);
  const [partners, setPartners] = useState<ReadonlyMap<string, string>>(new Map());
  const [live, setLive] = useState(true);
  const onTick = useCallback((lot: HarvestLot, ticked: boolean) => setTicks((now) => (ticked ? withTick(now, tickedWhole(lot)) : withoutTick(now, lot.key))), []);
  const onShares = useCallback((lot: HarvestLot, shares: number | null) => setTicks((now) => withTick(now, { ...tickedWhole(lot), shares: shares === lot.shares ? null : shares })), []);
  const onAlso = useCallback((lots: readonly Tick[]) => setTicks((now) => lots.reduce(withTick, now)), []);
  const onUntick = useCallback((key: string) => setTicks((now) => withoutTick(now, key)), []);
  const onPartner = useCallback((symbol: string, partner: string) => setPartners((now) => new Map(now).set(symbol, partner)), []);
  return { ticks, filter, targetCents, partners, live, setTicks, setFilter, setTargetCents, setLive, onTick, onShares, onAlso, onUntick, onPartner };
}
