/**
 * `npm run bench -- --against FOLDER`: this engine and that of another checkout (an earlier commit), in one
 * interleaved run. Above 1 this one is slower.
 */
import { loadEngineOf, loadEngines } from "./engines";
import { ratioOf, timeInTurn } from "./measure";
import { rangeOf, type Profile, type Range } from "./profiles";

const SCENARIOS: readonly (readonly [profile: Profile, method: "FIFO" | "HIFO", rows: number])[] = [
  ["light", "FIFO", 10000],
  ["light", "FIFO", 100000],
  ["light", "HIFO", 100000],
  ["dense", "FIFO", 100000],
];

const ROUNDS = 25;

export async function compareWith(checkout: string): Promise<void> {
  const here = (await loadEngines()).exact;
  const there = await loadEngineOf(checkout);
  console.log("| profile | method | rows | reading, here ÷ there | book, here ÷ there | both, here ÷ there |\n|---|---|---|---|---|---|");
  for (const [profile, method, rows] of SCENARIOS) {
    const range = JSON.parse(JSON.stringify(rangeOf(profile, rows))) as Range;
    const ours = here.columnsOf(range);
    const theirs = there.columnsOf(range);
    const times = timeInTurn(
      [
        { name: "read here", run: () => here.columnsOf(range) },
        { name: "read there", run: () => there.columnsOf(range) },
        // A fresh object each time: what is prepared for the same trades is not counted.
        { name: "book here", run: () => here.bookColumns({ ...ours }, method) },
        { name: "book there", run: () => there.bookColumns({ ...theirs }, method) },
        { name: "here", run: () => here.bookRange(range, method) },
        { name: "there", run: () => there.bookRange(range, method) },
      ],
      ROUNDS,
    );
    const ratio = (over: string, under: string): string => ratioOf(times.get(over)!, times.get(under)!).toFixed(2);
    const cells = [profile, method, rows.toLocaleString("en-US"), ratio("read here", "read there"), ratio("book here", "book there"), ratio("here", "there")];
    console.log(`| ${cells.join(" | ")} |`);
  }
}
