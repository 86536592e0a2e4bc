import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { valueOfSum } from "./value-of-sum";
import { isoOfSerial, spilled, value, type Shown } from "./calling";

const PAGES = resolve(__dirname, "../../docs/functions");
const DATES = new Set([
  "Acquired", "Holding from", "Sold", "Long-term on", "Replacement date", "Final on", "Clean sale date", "Clean rebuy date",
]);
const FUNCTIONS_OF_DATES = new Set(["LONGTERMDATE", "CLEARDATE"]);
const MONEY = new Set([
  "Proceeds", "Basis", "Gain", "Disallowed", "Allowed gain", "Wash added", "Value", "Basis added", "Permanent", "Tax", "Loss",
  "Washed now", "Permanently lost", "Harvestable loss", "Tax saved", "Tax avoided", "Comes back", "Kept for good", "Carried over", "Tax now", "Tax long-term", "Swing", "Amount", "Cost", "Adjustment", "Ours", "Theirs", "Difference",
]);

/** What is shown rounded to the cent; a little more for binary sums. */
const HALF_CENT = 0.005000001;

/** The names a formula on a page may use. */
interface PageNames {
  readonly [name: string]: unknown;
}

/** Pages of functions are in capitals; the others tell about the ranges they read. */
const FUNCTION_PAGES = readdirSync(PAGES).filter((file) => /^[A-Z0-9]+\.md$/.test(file));

describe("The help pages: every example is what the functions answer", () => {
  for (const file of FUNCTION_PAGES) {
    const name = file.replace(".md", "");
    const page = readFileSync(join(PAGES, file), "utf8");

    it(`${name} has its sections`, () => {
      assert.match(page, new RegExp(`^# ${name}\\n`));
      for (const section of ["Syntax", "Example", "Errors", "Rules"]) assert.ok(page.includes(`\n## ${section}\n`), section);
    });

    it(`${name} shows what it answers`, () => {
      const section = page.slice(page.indexOf("\n## Example"), page.indexOf("\n## Errors"));
      // Each example under a heading of its own has its own trades.
      for (const example of section.split(/^### /m)) {
        const names = namesOn(example);
        const checked = checkFormulaTables(example, names) + checkSpills(example, names);
        assert.ok(checked > 0, `no example was found: ${example.slice(0, 60)}`);
        checkByHand(example);
        assert.ok(example.includes("By hand:") || name.endsWith("DATE") || name === "HOLDINGTERM", "an example to check by hand");
      }
    });
  }
});

/** `60 × 46 = 2,760.00` in the words under an example. */
function checkByHand(example: string): void {
  const words = example.slice(example.indexOf("By hand:"));
  for (const [sum, left, right] of words.matchAll(/(-?[\d,.]+(?: [×÷+-] -?[\d,.]+)+) = (-?[\d,.]*\d)/g)) {
    const number = (text: string): number => Number(text.replace(/,/g, ""));
    const sumOfLeft = valueOfSum(left!.replace(/,/g, "").replace(/×/g, "*").replace(/÷/g, "/"));
    assert.ok(sumOfLeft !== null && Math.abs(sumOfLeft - number(right!)) <= HALF_CENT, sum);
  }
}

/** Tables `| formula | result |`. */
function checkFormulaTables(example: string, names: PageNames): number {
  const lines = [...example.matchAll(/^\| `=TAXLOT\.(\w+)\((.*)\)` \| (.*) \|$/gm)];
  for (const [line, name, args, result] of lines) {
    const answer = value(name!, ...argumentsOf(args!, names)) as Shown;
    const shown = FUNCTIONS_OF_DATES.has(name!) ? isoOfSerial(answer) : typeof answer === "number" ? answer.toFixed(2) : String(answer);
    assert.equal(shown, result, line);
  }
  return lines.length;
}

/** A paragraph that begins with a formula, then the table it spills; several formulas spill side by side. */
function checkSpills(example: string, names: PageNames): number {
  const found = [...example.matchAll(/^(`=TAXLOT\..*)\n\n((?:\|.*\n)+)/gm)];
  for (const [, formulas, table] of found) {
    const spills = [...formulas!.matchAll(/`=TAXLOT\.(\w+)\((.*?)\)`/g)].map(([, name, args]) => spilled(name!, ...argumentsOf(args!, names)));
    const answer = spills[0]!.map((_, row) => spills.flatMap((spill) => spill[row]!));
    assert.deepEqual(asShown(answer), rowsOf(table!));
  }
  return found.length;
}

function asShown([headings = [], ...rows]: Shown[][]): string[][] {
  const shown = (cell: Shown, heading: Shown): string => {
    if (typeof cell !== "number") return String(cell);
    if (DATES.has(String(heading))) return isoOfSerial(cell);
    return MONEY.has(String(heading)) ? cell.toFixed(2) : String(cell);
  };
  return [headings.map(String), ...rows.map((row) => row.map((cell, at) => shown(cell, headings[at]!)))];
}

/** `Trades[#All]` is the table with a column `row`; the other ranges stand in the words around the formula. */
function namesOn(example: string): PageNames {
  const trades = /\| row \| Date .*\n(?:\|.*\n)+/.exec(example)?.[0];
  const rows = trades === undefined ? [] : rowsOf(trades).map((row) => row.slice(1).map((cell) => (/^\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell)));
  return {
    "Trades[#All]": rows,
    "Broker1099[#All]": brokerFormOn(example),
    Prices: [["Symbol", "Price"], ["XYZ", 61]],
    TaxlotSettings: settingsOn(example) ?? [["Short rate", "37%"], ["Long rate", "20%"]],
  };
}

/** The table of an example that begins with Symbol and Acquired, as cells. */
function brokerFormOn(example: string): unknown[][] {
  const table = /\| Symbol \| Acquired \| Sold .*\n(?:\|.*\n)+/.exec(example)?.[0];
  return table === undefined ? [] : rowsOf(table).map((row) => row.map((cell) => (/^\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell)));
}

/** The table `| setting | value |` of an example that has settings of its own. */
function settingsOn(example: string): unknown[][] | null {
  const table = /\| setting \| value \|\n(?:\|.*\n)+/.exec(example)?.[0];
  return table === undefined ? null : rowsOf(table).slice(1).map(([name = "", cell = ""]) => [name, /^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell]);
}

function argumentsOf(text: string, names: PageNames): unknown[] {
  if (text.trim() === "") return [];
  return text.split(",").map((argument) => {
    const word = argument.trim();
    if (word === "") return null;
    if (word.startsWith('"')) return word.slice(1, -1);
    if (word in names) return names[word];
    assert.match(word, /^-?[\d.]+$/, `the example uses ${word}`);
    return Number(word);
  });
}

/** The cells of a markdown table, without the line under its headings. */
function rowsOf(table: string): string[][] {
  return table
    .trim()
    .split("\n")
    .filter((line) => !/^\|( --- \|)+$/.test(line))
    .map((line) => line.slice(2, -2).split(" | ").map((cell) => cell.trim()));
}
