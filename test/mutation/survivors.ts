/** Faults that no trial noticed: those of the last run, and why each is harmless. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { PROJECT } from "./modules";
import type { Mutant } from "./mutants";

/** What makes a fault the same after lines have moved. */
export interface Place {
  readonly file: string;
  readonly line: string;
  readonly change: string;
  /** Left out for the first of several equal ones. */
  readonly occurrence?: number;
}

export interface Harmless extends Place {
  readonly reason: string;
}

const REASONS = join(__dirname, "harmless.json");
const LAST_RUN = join(PROJECT, "node_modules", ".cache", "taxlot-mutation", "survivors.json");

export function placeOf({ file, lineText, change, occurrence }: Mutant): Place {
  return { file, line: lineText, change, ...(occurrence === 1 ? {} : { occurrence }) };
}

function keyOf({ file, line, change, occurrence = 1 }: Place): string {
  return JSON.stringify([file, line, change, occurrence]);
}

export class Reasons {
  private readonly byKey = new Map(readReasons().map((one) => [keyOf(one), one.reason]));

  of(mutant: Mutant): string | null {
    return this.byKey.get(keyOf(placeOf(mutant))) ?? null;
  }

  /** Reasons for faults that are noticed by now, or whose line has changed. Only a run over everything can tell. */
  idle(survivors: readonly Mutant[]): readonly Harmless[] {
    const surviving = new Set(survivors.map((mutant) => keyOf(placeOf(mutant))));
    return readReasons().filter((one) => !surviving.has(keyOf(one)));
  }
}

function readReasons(): readonly Harmless[] {
  return JSON.parse(readFileSync(REASONS, "utf8")) as readonly Harmless[];
}

/** Of these mutants, those that survived the last run. */
export function survivorsAmong(mutants: readonly Mutant[]): readonly Mutant[] {
  if (!existsSync(LAST_RUN)) throw new Error("There is no last run. Run npm run mutate without --survivors first.");
  const last = new Set((JSON.parse(readFileSync(LAST_RUN, "utf8")) as readonly Place[]).map(keyOf));
  return mutants.filter((mutant) => last.has(keyOf(placeOf(mutant))));
}

export function keepSurvivors(survivors: readonly Mutant[]): void {
  mkdirSync(dirname(LAST_RUN), { recursive: true });
  writeFileSync(LAST_RUN, `${JSON.stringify(survivors.map(placeOf), null, 1)}\n`);
}
