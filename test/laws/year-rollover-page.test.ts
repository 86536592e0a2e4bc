/** The worked example of the help page, re-added from the page itself. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { isoOfSerial, spilled, type Shown } from "../functions/calling";

const PAGE = readFileSync(resolve(__dirname, "../../docs/functions/OPENLOTS.md"), "utf8");
const DATES = new Set(["Acquired", "Holding from"]);
const MONEY = new Set(["Basis", "Wash added", "Proceeds", "Gain"]);

/** The markdown tables of the section, as cells. */
function tables(): string[][][] {
  const section = PAGE.slice(PAGE.indexOf("## Year roll-over"), PAGE.indexOf("How the table is read"));
  return [...section.matchAll(/(?:^\|.*\n)+/gm)].map(([table]) =>
    table.trim().split("\n").filter((line) => !/^\|( --- \|)+$/.test(line)).map((line) => line.slice(2, -2).split(" | ").map((cell) => cell.trim())));
}

/** A table of trades without the column of row numbers. */
function tradesOf(table: readonly string[][]): (string | number)[][] {
  return table.map((row) => row.slice(1).map((cell) => (/^\d+$/.test(cell) ? Number(cell) : cell)));
}

/** The columns of a spill that the page shows, as it shows them. */
function asShown(spill: readonly Shown[][], shown: readonly string[]): string[][] {
  const headings = spill[0]!.map(String);
  return spill.slice(1).map((row) =>
    shown.map((heading) => {
      const cell = row[headings.indexOf(heading)]!;
      if (DATES.has(heading)) return isoOfSerial(cell);
      return MONEY.has(heading) && typeof cell === "number" ? cell.toFixed(2) : String(cell);
    }));
}

describe("OPENLOTS.md: the worked example of the year roll-over", () => {
  const [old = [], lots = [], young = [], sold = []] = tables();

  it("carries the lots and the open loss that the page shows", () => {
    const spill = spilled("OPENLOTS", tradesOf(old), "2024-12-31", null, null, "Yes");
    assert.deepEqual(asShown(spill, lots[0]!), lots.slice(1));
  });

  it("realizes in 2025 what the page shows, with the trades below the pasted table", () => {
    const pasted = spilled("OPENLOTS", tradesOf(old), "2024-12-31", null, null, "Yes");
    const stacked = [...pasted, ...tradesOf(young)];
    assert.deepEqual(asShown(spilled("REALIZED", stacked, 2025), sold[0]!), sold.slice(1));
    assert.equal(young[1]![0], String(stacked.length - 1), "the page counts the rows of the whole range");
  });

  it("as VSTACK stacks it, with #N/A where the narrower table has no column", () => {
    const pasted = spilled("OPENLOTS", tradesOf(old), "2024-12-31", null, null, "Yes");
    const padded = tradesOf(young).map((row) => [...row, ...Array<string>(pasted[0]!.length - row.length).fill("#N/A")]);
    assert.deepEqual(asShown(spilled("REALIZED", [...pasted, ...padded], 2025), sold[0]!), sold.slice(1));
  });

  it("and the whole history gives the same gains", () => {
    const whole = [...tradesOf(old), ...tradesOf(young).slice(1)];
    const gains = (rows: readonly Shown[][]) => asShown(rows, ["Quantity", "Holding from", "Basis", "Gain", "Term"]);
    const pasted = spilled("OPENLOTS", tradesOf(old), "2024-12-31", null, null, "Yes");
    assert.deepEqual(gains(spilled("REALIZED", [...pasted, ...tradesOf(young)], 2025)), gains(spilled("REALIZED", whole, 2025)));
  });

  it("without carry the Note of the first lot says what would be forgotten", () => {
    const rows = asShown(spilled("OPENLOTS", tradesOf(old), "2024-12-31"), ["Note"]);
    assert.deepEqual(rows, [[
      "Includes $720.00 disallowed on row 4. Holding period counts from 2024-02-20. Losses of $1,080.00 on XYZ can still be washed until 2025-01-19;" +
        " carry = Yes adds rows that carry them into the next year.",
    ]]);
  });
});
