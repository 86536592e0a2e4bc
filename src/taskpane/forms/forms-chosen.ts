/** The brokers' forms that Reconcile and Package count with, chosen once for both. */
import type { BrokerCells, BrokerPlace } from "../../sheet/placing/broker-place";
import type { FormRead } from "./forms-on-desk";

export interface FormsChosen {
  /** Calendar year of the return. */
  readonly year: number;
  readonly setYear: (year: number) => void;
  /** Years with sales in the trades or on the forms, and the chosen one; latest first. */
  readonly years: readonly number[];
  /** Every form found or pointed at; null while they are looked for. */
  readonly found: readonly BrokerPlace[] | null;
  /** The cells of the forms taken, as they were read; the engine has them on its desk (`Desk.forms`). */
  readonly chosen: readonly BrokerCells[];
  /** What the engine read of them, in the same order. */
  readonly read: readonly FormRead[];
  /** Grows whenever the forms on the engine's desk change: part of every question that is answered from them. */
  readonly revision: number;
  readonly isTaken: (place: BrokerPlace) => boolean;
  readonly take: (place: BrokerPlace, yes: boolean) => void;
  readonly takeSelected: () => void;
  /** Looks for forms and reads those taken again. */
  readonly findAgain: () => void;
  /** Why the forms could not be looked for, pointed at or read; null: nothing is wrong. */
  readonly problem: string | null;
}
