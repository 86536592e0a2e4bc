/**
 * What a reader or a rule answers: a value, or a problem said in one sentence.
 * Faults of the user's data are values; only bugs are thrown.
 */

/**
 * How a problem shows in a cell:
 * `bad-input` #VALUE!, `missing-fact` #N/A (a needed fact is absent), `impossible-number` #NUM!.
 */
export type ProblemKind = "bad-input" | "missing-fact" | "impossible-number";

export interface Problem {
  readonly kind: ProblemKind;
  /** One plain sentence or two: what is wrong and where, then what to do. */
  readonly sentence: string;
}

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

export function done<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function refuse(kind: ProblemKind, sentence: string): Outcome<never> {
  return { ok: false, problem: { kind, sentence } };
}
