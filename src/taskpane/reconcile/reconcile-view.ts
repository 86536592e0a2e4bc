/** What the Reconcile screen asks and is answered. Plain data; cents; days as in values/plain-date. */
import type { Difference, DifferenceCause } from "../../report/form-8949-types";
import type { AccountElsewhere, SideTotals, TiedSale } from "../../report/reconcile-types";
import type { BrokerPlace } from "../../sheet/placing/broker-place";
import type { Table } from "../../sheet/tables/cell";
import type { Day } from "../../values/plain-date";

export interface ReconcileAsk {
  readonly year: number;
  /** `FormsChosen.revision`: the forms on the desk, so that other forms are another question. */
  readonly forms: number;
}

export interface ReconcileView {
  readonly year: number;
  readonly forms: readonly FormCompared[];
  /** Sales of ours that stand on the forms or should. */
  readonly sales: number;
  readonly tied: Listed<TiedOnForm>;
  /** The sum of what differs, whatever its sign, so that a difference one way never hides one the other way. */
  readonly differs: DiffersBy;
  readonly totals: { readonly ours: SideTotals; readonly theirs: SideTotals };
  /** By cause: what concerns proceeds first, rounding last. */
  readonly groups: readonly CauseGroup[];
  readonly accountsElsewhere: readonly AccountElsewhere[];
  /** Rows of the forms sold in other years. */
  readonly otherYears: Listed<OtherYearRow>;
  /** Rows of the forms that cannot be read, and forms of which none can. */
  readonly faults: Listed<FormFault>;
  /** Columns and marks of the forms that are counted nowhere, though no figure waits for them. */
  readonly uncounted: Listed<FormFault>;
  /** Sentences of our own rows that withhold sales. */
  readonly withheld: readonly string[];
  readonly settingsSaid: string | null;
  /** As RECONCILE spills it, headings first; null: more rows than are written as values. */
  readonly table: Table | null;
  readonly tableRows: number;
}

/** The first of many. */
export interface Listed<T> {
  readonly count: number;
  readonly first: readonly T[];
}

export interface FormCompared {
  readonly name: string;
  readonly place: BrokerPlace;
}

/** A row of a form: which one of `ReconcileView.forms`, and its row there, headings counted. */
export interface FormRow {
  readonly form: number;
  readonly row: number;
}

export interface DiffersBy {
  readonly onlyOnForm: number;
  readonly onlyInTrades: number;
  /** Of rows that one side lacks too. */
  readonly proceedsCents: number;
  readonly basisCents: number;
  readonly washCents: number;
  /** Sales of another term. */
  readonly terms: number;
  /** All that differs in amounts is rounding. */
  readonly isRounding: boolean;
}

export interface CauseGroup {
  readonly cause: DifferenceCause;
  /** Ours less theirs, over all of the group. */
  readonly differenceCents: number;
  readonly differences: Listed<DifferenceTold>;
}

export interface DifferenceTold extends Omit<Difference, "brokerRow" | "cause"> {
  readonly on: FormRow | null;
}

export interface TiedOnForm extends Omit<TiedSale, "brokerRow"> {
  readonly on: FormRow | null;
}

export interface OtherYearRow {
  readonly name: string;
  readonly sold: Day;
  readonly proceedsCents: number;
  readonly on: FormRow | null;
}

export interface FormFault {
  readonly sentence: string;
  /** null: the form as a whole. */
  readonly on: FormRow | null;
}
