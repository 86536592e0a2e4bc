/** What the Lots screen asks and shows. */
import type { Day } from "../../values/plain-date";

export type LotsAsk = Record<string, never>;

export interface LotShown {
  readonly key: string;
  readonly symbol: string;
  readonly account: string;
  readonly lot: string;
  readonly row: number;
  readonly shares: number;
  readonly acquired: Day;
  readonly holdingFrom: Day;
  readonly daysHeld: number;
  readonly term: "Short" | "Long";
  readonly longTermOn: Day | null;
  readonly daysToLongTerm: number | null;
  readonly basisCents: number;
  readonly washAddedCents: number;
  readonly price: number | null;
  readonly valueCents: number | null;
  readonly gainCents: number | null;
  readonly retirement: boolean;
  readonly note: string;
}

export interface LotsView {
  readonly asOf: Day;
  readonly lots: readonly LotShown[];
  readonly withoutPrice: readonly string[];
}
