/** One profile, method and size: gate, then timing of all contestants. */
import { firstDifference } from "./agreement";
import { decimalTwin, type TwinMethod } from "./decimal-twin";
import type { Engine } from "./engines";
import { floor } from "./floor";
import { timeInTurn, type Contestant, type Timing } from "./measure";
import { checksum, rangeOf, type Profile, type Range } from "./profiles";

export interface Scenario {
  readonly profile: Profile;
  readonly method: TwinMethod;
  readonly rows: number;
  /** Timed runs of the decimal twin; 0 leaves it out. */
  readonly twinRounds: number;
}

export interface Result extends Scenario {
  readonly checksum: string;
  readonly pieces: number;
  readonly washes: number;
  readonly times: ReadonlyMap<string, Timing>;
}

/** Throws when engine and decimal twin differ on any piece: then there is nothing to time. */
export function runScenario(scenario: Scenario, engines: { readonly exact: Engine; readonly raw: Engine }): Result {
  const { profile, method, rows, twinRounds } = scenario;
  const json = JSON.stringify(rangeOf(profile, rows));
  // As it comes from Excel: parsed from JSON, which is also how its strings lie in memory.
  const range = JSON.parse(json) as Range;
  const book = engines.exact.bookRange(range, method);
  if (twinRounds > 0) {
    const difference = firstDifference(book, decimalTwin(range, method));
    if (difference !== null) throw new Error(`${profile} ${method} ${rows}: ${difference}`);
  }
  const trades = engines.exact.columnsOf(range);
  const contestants: Contestant[] = [
    { name: "engine", run: () => engines.exact.bookRange(range, method) },
    { name: "raw", run: () => engines.raw.bookRange(range, method) },
    { name: "parse", run: () => JSON.parse(json) as unknown },
    { name: "columns", run: () => engines.exact.columnsOf(range) },
    { name: "floor", run: () => floor(trades) },
  ];
  if (twinRounds > 0) contestants.push({ name: "twin", run: () => decimalTwin(range, method), slowRounds: twinRounds });
  const times = timeInTurn(contestants, rows >= 1000000 ? 5 : 15);
  return { ...scenario, checksum: checksum(json), pieces: book.realized.count, washes: book.washes.length, times };
}
