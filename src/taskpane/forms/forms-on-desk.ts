/** Brokers' forms as the engine keeps them, and what the page is told of each. Pure. */
import type { ReportedForm } from "../../report/forms-together";
import type { BrokerCells, BrokerPlace } from "../../sheet/placing/broker-place";
import { readBroker1099, type Broker1099Fault } from "../../sheet/read-broker-1099";
import { yearOf } from "../../values/plain-date";

export interface FormOnDesk extends ReportedForm {
  readonly place: BrokerPlace;
  readonly faults: readonly Broker1099Fault[];
  /** Why nothing of the range can be read; null: it was read. */
  readonly refusal: string | null;
}

/** What the page is told of a form. */
export interface FormRead {
  readonly place: BrokerPlace;
  readonly sales: number;
  readonly faults: number;
  /** Years of its sales with how many, most sales first. */
  readonly years: readonly (readonly [year: number, sales: number])[];
  readonly refusal: string | null;
}

export function formOnDesk({ place, cells }: BrokerCells): FormOnDesk {
  const read = readBroker1099(cells);
  const base = { place, name: nameOfForm(place), rows: cells.length };
  if (!read.ok) return { ...base, sales: [], faults: [], refusal: read.problem.sentence };
  return { ...base, ...read.value, refusal: null };
}

/** As the user knows it: the name of its Table, or of its sheet. */
export function nameOfForm({ tableName, block }: BrokerPlace): string {
  return tableName ?? `‘${block.sheet}’`;
}

export function formRead({ place, sales, faults, refusal }: FormOnDesk): FormRead {
  const years = new Map<number, number>();
  for (const { sold } of sales) years.set(yearOf(sold), (years.get(yearOf(sold)) ?? 0) + 1);
  return { place, sales: sales.length, faults: faults.filter(({ isNote }) => isNote !== true).length, years: [...years].sort((a, b) => b[1] - a[1] || b[0] - a[0]), refusal };
}
