/** Run as a process of its own by bench/run.ts: what a million trades need. Prints megabytes as JSON. */
import { bookRange } from "./engine-entry";
import { rangeOf, type Range } from "./profiles";

const collectGarbage = (globalThis as { gc?: () => void }).gc ?? (() => undefined);
const megabytes = () => {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
};

const before = megabytes();
const range = JSON.parse(JSON.stringify(rangeOf("light", Number(process.argv[2])))) as Range;
const cells = megabytes();
const book = bookRange(range, "FIFO");
const held = megabytes();
console.log(
  JSON.stringify({
    cells: Math.round(cells - before),
    book: Math.round(held - cells),
    peak: Math.round(process.resourceUsage().maxRSS / 1e3),
    pieces: book.realized.count,
  }),
);
