/** The rows that docs/functions/trades.md shows are copied by people, so each of them must be read as it stands. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { TradeKind } from "../../src/lots/trades";
import { TRADES_FIELDS } from "../../src/import/column-words";
import { reading } from "./reading";

const PAGE = readFileSync(join(__dirname, "../../docs/functions/trades.md"), "utf8");

/** The tables of the page that start with an Action and have a Symbol, as cells. */
const TABLES = PAGE.split(/\n\n/)
  .map((block) => block.split("\n").filter((line) => line.startsWith("|")).map((line) => line.split("|").slice(1, -1).map((cell) => cell.trim())))
  .filter(([heading]) => heading?.[0] === "Action" && heading.includes("Symbol"))
  .map(([heading, , ...rows]) => ({ heading: ["Date", ...heading!], rows: rows.map((row) => ["2024-03-01", ...row]) }));

describe("docs/functions/trades.md", () => {
  it("shows a row of every kind of trade that has a word", () => {
    const shown = new Set(TABLES.flatMap(({ heading, rows }) => [...reading([heading, ...rows]).trades.kind]));
    const { OpenLoss, OpenShort, ...worded } = TradeKind;
    assert.deepEqual(Object.entries(worded).filter(([, kind]) => !shown.has(kind)).map(([name]) => name), []);
    assert.ok(![OpenLoss, OpenShort].some((kind) => shown.has(kind)));
  });
  for (const { heading, rows } of TABLES) {
    it(`every row reads: ${[...new Set(rows.map((row) => row[1]))].join(", ")}`, () => {
      const { trades, faults, skipped } = reading([heading, ...rows]);
      assert.deepEqual(faults.map(({ problem }) => problem), []);
      assert.deepEqual([trades.count, skipped.size], [rows.length, 0]);
    });
  }
  it("says of every column of the design what it means", () => {
    for (const field of TRADES_FIELDS) assert.ok(PAGE.includes(`\n| ${field} | `), field);
  });
});
