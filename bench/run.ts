/**
 * `npm run bench [-- --max ROWS]`: how fast the lot engine is, next to the same algorithm in decimal.js,
 * to itself on raw doubles, to JSON.parse of the same range, and to a mere pass with a sort.
 * `npm run bench -- least-tax` times only the plans of least tax, beside HiGHS on the same problems.
 * `--against FOLDER` times it against the engine of another checkout. Prints Markdown. The full run takes some minutes; `--max 100000` leaves the million out.
 */
import { execFileSync } from "node:child_process";
import { cpus } from "node:os";
import { resolve } from "node:path";
import { compareWith } from "./against";
import { loadEngines } from "./engines";
import { harvestLines } from "./harvest";
import { leastTaxLines } from "./least-tax";
import { PROFILES } from "./profiles";
import { aims, growth, heading, line, profileNotes } from "./report";
import { timeRealized } from "../workbench/run/time-realized";
import { runScenario, type Result, type Scenario } from "./scenario";

const LIGHT: readonly Scenario[] = [
  { profile: "light", method: "FIFO", rows: 1000, twinRounds: 5 },
  { profile: "light", method: "FIFO", rows: 10000, twinRounds: 5 },
  { profile: "light", method: "FIFO", rows: 100000, twinRounds: 3 },
  { profile: "light", method: "HIFO", rows: 10000, twinRounds: 3 },
  { profile: "light", method: "HIFO", rows: 100000, twinRounds: 1 },
  // The twin would need half a minute a run here.
  { profile: "light", method: "FIFO", rows: 1000000, twinRounds: 0 },
];

const OTHERS: readonly Scenario[] = PROFILES.filter((profile) => profile !== "light").flatMap((profile) => {
  const rows = profile === "adv" ? [1000, 2000] : [10000];
  return rows.flatMap((count) => (["FIFO", "HIFO"] as const).map((method): Scenario => ({ profile, method, rows: count, twinRounds: 1 })));
});

const DENSE: Scenario = { profile: "dense", method: "FIFO", rows: 100000, twinRounds: 1 };

async function main(): Promise<void> {
  const against = process.argv.indexOf("--against");
  if (against >= 0) {
    const checkout = process.argv[against + 1];
    if (checkout === undefined) throw new Error("--against needs the folder of another checkout");
    return compareWith(checkout);
  }
  const max = mostRows(process.argv.slice(2));
  if (process.argv.includes("least-tax")) return console.log(await leastTaxLines(max));
  const engines = await loadEngines();
  const results: Result[] = [];
  console.log(`Node ${process.version}, ${cpus()[0]?.model ?? "unknown processor"}. Medians; every scenario first agrees with the decimal twin piece by piece.\n`);
  console.log(heading());
  for (const scenario of [...LIGHT, DENSE, ...OTHERS]) {
    if (scenario.rows > max) continue;
    const result = runScenario(scenario, engines);
    results.push(result);
    console.log(line(result));
  }
  console.log(`\n${profileNotes(results)}\n\n${aims(results)}\n\n${growth(results)}`);
  if (max >= 1000000) console.log(`\n${memoryOf(1000000)}`);
  if (max >= 10000) console.log(`\n${harvestLines()}`);
  if (max >= 10000) console.log(`\n${await leastTaxLines()}`);
  if (max >= 10000) console.log(`\n${await workbenchLine(10000)}`);
}

/** From a formula typed in the workbench to its spilled answer, through the real office.js. */
async function workbenchLine(trades: number): Promise<string> {
  const { firstResultSeconds, editSeconds, resultRows } = await timeRealized(trades);
  const aim = firstResultSeconds < 4 ? "met" : "missed";
  return [
    `Workbench, ${trades.toLocaleString("en-US")} trades, REALIZED spilled over ${resultRows.toLocaleString("en-US")} rows:`,
    `first result after ${firstResultSeconds.toFixed(1)} s (aim: under 4 s, ${aim}), after an edit ${editSeconds.toFixed(1)} s.`,
  ].join(" ");
}

function mostRows(args: readonly string[]): number {
  const at = args.indexOf("--max");
  if (at < 0) return Infinity;
  const rows = Number(args[at + 1]);
  if (!(rows >= 1000)) throw new Error("--max needs a number of rows, 1000 or more.");
  return rows;
}

/** In a process of its own, so that nothing timed before is counted. */
function memoryOf(rows: number): string {
  const script = resolve(__dirname, "memory.ts");
  const text = execFileSync(process.execPath, ["--expose-gc", "--import", "tsx", script, String(rows)], { encoding: "utf8" });
  const { cells, book, peak, pieces } = JSON.parse(text) as Record<string, number>;
  return `Memory at ${rows.toLocaleString("en-US")} trades (light, FIFO, ${pieces?.toLocaleString("en-US")} pieces): the range ${cells} MB, trades and book ${book} MB, peak of the process ${peak} MB.`;
}

main().catch((error: unknown) => {
  console.error((error as Error).message);
  process.exitCode = 1;
});
