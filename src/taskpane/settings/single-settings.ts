/** The settings of one value that the form shows: how each is shown, what may be typed, and what is then written. */
import type { Settings } from "../../sheet/reading-types";
import { dollarsOf, yearOf } from "../../sheet/setting-values";
import { FILING_STATUSES } from "../../sheet/setting-names";
import { done, refuse, type Outcome } from "../../values/outcome";

/** `null`: nothing typed, so the row is commented out. */
export type Typed = Outcome<string | number | null>;

export interface SingleSetting {
  readonly name: string;
  readonly label: string;
  /** Of a choice: the words allowed; the first one counts where the sheet says nothing. */
  readonly words?: readonly string[];
  /** Of a choice that may be left open. */
  readonly mayBeBlank?: boolean;
  readonly unit?: "%" | "$";
  readonly shown: (settings: Settings) => string;
  readonly read: (text: string) => Typed;
}

const asTyped = (text: string): Typed => done(text === "" ? null : text);

function methodForAll({ choices }: Settings): string {
  return choices.methods.find((order) => order.account === undefined && order.symbol === undefined && order.fromDay === undefined)?.method ?? "FIFO";
}

const VIEW_WORDS = { taxpayer: "Taxpayer", broker: "Broker", none: "None" } as const;

export const METHODS_OFFERED = ["FIFO", "LIFO", "HIFO", "LOFO", "SPEC", "AVG", "MINTAX"] as const;

export const HOW_LOTS_ARE_BOOKED: readonly SingleSetting[] = [
  { name: "Method", label: "Method", words: METHODS_OFFERED, shown: methodForAll, read: asTyped },
  { name: "View", label: "Wash-sale view", words: Object.values(VIEW_WORDS), shown: ({ choices }) => VIEW_WORDS[choices.view], read: asTyped },
];

export const TAX_FACTS: readonly SingleSetting[] = [
  { name: "Tax year", label: "Tax year", shown: ({ tax }) => String(tax.taxYear ?? ""), read: (text) => named("Tax year", yearOf(text)) },
  { name: "Filing status", label: "Filing status", words: FILING_STATUSES, mayBeBlank: true, shown: ({ tax }) => tax.filingStatus ?? "", read: asTyped },
  rate("Short rate", ({ tax }) => tax.shortRate),
  rate("Long rate", ({ tax }) => tax.longRate),
  rate("State rate", ({ tax }) => tax.stateRate),
  rate("NIIT", ({ tax }) => tax.niitRate),
];

export const THRESHOLDS: readonly SingleSetting[] = [
  { name: "Min loss", label: "Min loss", unit: "$", shown: ({ tax }) => String(tax.minLoss ?? ""), read: (text) => named("Min loss", positive(text)) },
  rate("Min loss percent", ({ tax }) => tax.minLossPercent),
];

export const SINGLE_SETTINGS: readonly SingleSetting[] = [...HOW_LOTS_ARE_BOOKED, ...TAX_FACTS, ...THRESHOLDS];

function rate(name: string, fractionOf: (settings: Settings) => number | null): SingleSetting {
  return { name, label: name, unit: "%", shown: (settings) => percentText(fractionOf(settings)), read: (text) => named(name, percentFrom(text)) };
}

/** 0.038 is shown as 3.8; the sign stands beside the field. */
export function percentText(fraction: number | null): string {
  return fraction === null ? "" : String(Number((fraction * 100).toPrecision(12)));
}

/** `24` and `24%` are 24%. A bare 0.24 could be either and is refused. */
export function percentFrom(text: string): Typed {
  const plain = text.trim();
  if (plain === "") return done(null);
  const digits = /^(\d+(?:\.\d+)?|\.\d+)\s*(%?)$/.exec(plain);
  const percent = digits === null ? NaN : Number(digits[1]);
  if (!(percent >= 0 && percent <= 100)) return refuse("bad-input", `is “${plain}”. Write 0 to 100, such as 24`);
  if (percent > 0 && percent < 1 && digits?.[2] === "") {
    return refuse("bad-input", `is “${plain}”, which could be ${percent}% or ${percentText(percent)}%. Write it with its % sign`);
  }
  return done(`${percent}%`);
}

function positive(text: string): Outcome<number | null> {
  const dollars = dollarsOf(text);
  if (!dollars.ok || dollars.value === null || dollars.value >= 0) return dollars;
  return refuse("bad-input", `is ${text.trim()}, below zero. Write 0 or more`);
}

function named(name: string, read: Typed): Typed {
  return read.ok ? read : refuse("bad-input", `${name} ${read.problem.sentence}.`);
}
