/** What the fields of the Plan screen hold, and the question they make. */
import type { PlanPurpose, SalesPlanAsk } from "./sales-plan-view";

export type PurposeKind = PlanPurpose["kind"];

/** A lot that is not to be sold: its key, and what it is called on the screen. */
export interface KeptLot {
  readonly key: string;
  readonly called: string;
}

export interface PlanLimits {
  readonly keepLots: readonly KeptLot[];
  readonly keepSymbols: readonly string[];
  readonly keepAccounts: readonly string[];
  readonly mostOfSymbolCents: number | null;
  readonly leastTradeCents: number | null;
}

export interface PlanFields {
  readonly purpose: PurposeKind;
  /** Each purpose keeps its own amount. */
  readonly cents: Readonly<Partial<Record<PurposeKind, number>>>;
  readonly exactly: boolean;
  readonly limits: PlanLimits;
}

export const NO_PLAN_LIMITS: PlanLimits = { keepLots: [], keepSymbols: [], keepAccounts: [], mostOfSymbolCents: null, leastTradeCents: null };

export const FIELDS_AT_FIRST: PlanFields = { purpose: "cash", cents: {}, exactly: false, limits: NO_PLAN_LIMITS };

/** The room of free gain has its own size. */
export function needsAmount(purpose: PurposeKind): boolean {
  return purpose !== "free gain";
}

/** More may be sold than was asked for, where that lowers the tax. */
export function mayExceed(purpose: PurposeKind): boolean {
  return purpose === "cash" || purpose === "gain" || purpose === "loss";
}

/** null: the amount is not there yet. */
export function planAsked({ purpose: kind, cents, exactly, limits }: PlanFields): SalesPlanAsk | null {
  const purpose = purposeOf(kind, cents[kind] ?? 0);
  if (purpose === null) return null;
  const { keepLots, ...others } = limits;
  return { purpose, exactness: exactly && mayExceed(kind) ? "exactly" : "at least", keepLots: keepLots.map(({ key }) => key), ...others, prove: false };
}

function purposeOf(kind: PurposeKind, cents: number): PlanPurpose | null {
  if (kind === "free gain") return { kind };
  return cents > 0 ? { kind, cents } : null;
}

/** An answer to `ask` is an answer to `typed`, proof or not. */
export function isSameAsk(ask: SalesPlanAsk, typed: SalesPlanAsk | null): boolean {
  return typed !== null && JSON.stringify({ ...ask, prove: false }) === JSON.stringify({ ...typed, prove: false });
}

/** With a lot kept that was sold; once is enough. */
export function withKept(fields: PlanFields, lot: KeptLot): PlanFields {
  const { keepLots } = fields.limits;
  if (keepLots.some(({ key }) => key === lot.key)) return fields;
  return { ...fields, limits: { ...fields.limits, keepLots: [...keepLots, lot] } };
}
