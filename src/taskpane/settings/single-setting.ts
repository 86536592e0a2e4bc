/** A setting of one value in the form: how it is shown, what may be typed, and what is then written. */
import type { Settings } from "../../sheet/reading-types";
import { done, refuse, type Outcome } from "../../values/outcome";

/** `null`: nothing typed, so the row is commented out. */
export type Typed = Outcome<string | number | null>;

export interface SingleSetting {
  readonly name: string;
  readonly label: string;
  /** One line, beside the field. */
  readonly help?: string;
  /** Of a choice: the words allowed; the first one counts where the sheet says nothing. */
  readonly words?: readonly string[];
  /** Of a choice that may be left open. */
  readonly mayBeBlank?: boolean;
  readonly unit?: "%" | "$";
  readonly shown: (settings: Settings) => string;
  readonly read: (text: string) => Typed;
}

export const asTyped = (text: string): Typed => done(text === "" ? null : text);

export function rate(name: string, fractionOf: (settings: Settings) => number | null, help?: string): SingleSetting {
  return { name, label: name, help, unit: "%", shown: (settings) => percentText(fractionOf(settings)), read: (text) => named(name, percentFrom(text)) };
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

/** Opens the sentence of a problem with the setting's name and closes it. */
export function named(name: string, read: Typed): Typed {
  return read.ok ? read : refuse("bad-input", `${name} ${read.problem.sentence}.`);
}
