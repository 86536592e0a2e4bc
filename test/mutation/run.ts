/**
 * npm run mutate [-- [FILE or FOLDER …] [--survivors] [--every N] [--threads N] [--tests FOLDER,…]]: breaks every rule in
 * small ways, one at a time, and tells which fault no test notices. docs/mutation.md says how to use it and lists what goes
 * unnoticed.
 */
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { judgeAll, type Judged } from "./crew";
import { mutantsIn } from "./files-to-break";
import type { Mutant } from "./mutants";
import { writePage } from "./report";
import { ONLY_TESTS } from "./suite";
import { keepSurvivors, Reasons, survivorsAmong } from "./survivors";

interface Options {
  readonly named: readonly string[];
  readonly onlySurvivors: boolean;
  readonly every: number;
  readonly threads: number;
}

function options(): Options {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { survivors: { type: "boolean", default: false }, every: { type: "string", default: "1" }, threads: { type: "string" }, tests: { type: "string" } },
  });
  // The threads take over the environment.
  if (values.tests !== undefined) process.env[ONLY_TESTS] = values.tests;
  const threads = Number(values.threads ?? Math.min(4, availableParallelism()));
  return { named: positionals, onlySurvivors: values.survivors, every: Number(values.every), threads };
}

async function run({ named, onlySurvivors, every, threads }: Options): Promise<boolean> {
  const all = mutantsIn(named).filter((_, index) => index % every === 0);
  const mutants = onlySurvivors ? survivorsAmong(all) : all;
  const startedAt = performance.now();
  let trials = 0;
  const judged = await judgeAll(mutants, threads, {
    onReady: ({ failing, passing }) => {
      for (const id of failing) console.log(`fails without any fault, left out: ${id}`);
      trials = passing.length;
    },
    onJudged: (one, done) => show(one, done, mutants.length),
  });
  const survivors = judged.filter((one) => one.killedBy === null).map((one) => one.mutant);
  const minutes = ((performance.now() - startedAt) / 60_000).toFixed(1);
  console.log(`${mutants.length} faults, ${mutants.length - survivors.length} noticed, ${survivors.length} not, in ${minutes} minutes.`);
  const isWhole = named.length === 0 && every === 1 && process.env[ONLY_TESTS] === undefined;
  const reasons = new Reasons();
  if (isWhole) {
    keepSurvivors(survivors);
    writePage({ mutants: all.length, files: new Set(all.map(({ file }) => file)).size, trials, survivors }, reasons);
    for (const one of reasons.idle(survivors)) console.log(`reason without a survivor: ${one.file}: ${one.line}: ${one.change}`);
  }
  return tellUnjudged(survivors, reasons);
}

function show({ mutant, killedBy }: Judged, done: number, total: number): void {
  if (killedBy === null) console.log(`unnoticed: ${inWords(mutant)}`);
  if (done % 50 === 0) console.log(`${done} of ${total}`);
}

function inWords({ file, line, change, lineText }: Mutant): string {
  return `${file}:${line} ${change} in ${lineText}`;
}

/** True when every survivor has its reason. */
function tellUnjudged(survivors: readonly Mutant[], reasons: Reasons): boolean {
  const unjudged = survivors.filter((mutant) => reasons.of(mutant) === null);
  if (unjudged.length > 0) console.log(`\nWithout a reason in test/mutation/harmless.json: ${unjudged.length}`);
  for (const mutant of unjudged) console.log(`  ${inWords(mutant)}`);
  return unjudged.length === 0;
}

void run(options()).then((isClean) => (process.exitCode = isClean ? 0 : 1));
