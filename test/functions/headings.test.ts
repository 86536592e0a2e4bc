import assert from "node:assert/strict";
import { spilled } from "./calling";
import { WASHED } from "./example-trades";

const columns = (text: string): string[] => text.split(", ");

describe("Design section 6: the columns of the tables, exact and in order", () => {
  it("OPENLOTS", () =>
    assert.deepEqual(
      spilled("OPENLOTS", WASHED)[0],
      columns("Lot, Symbol, Account, Acquired, Holding from, Quantity, Basis, Basis per share, Wash added, Price, Value, Gain, Term, Long-term on, Days to long-term, Note"),
    ));

  it("REALIZED", () =>
    assert.deepEqual(
      spilled("REALIZED", WASHED)[0],
      columns("Sale row, Symbol, Account, Lot, Quantity, Acquired, Holding from, Sold, Proceeds, Basis, Gain, Term, Disallowed, Allowed gain, Code, Note"),
    ));

  it("WASHTRAIL", () =>
    assert.deepEqual(
      spilled("WASHTRAIL", WASHED)[0],
      columns("Sale row, Symbol, Sold, Loss lot, Shares, Disallowed, Replacement row, Replacement account, Replacement date, Basis added, Holding from, Permanent, Final on, Rule"),
    ));

  it("LOTPICK", () =>
    assert.deepEqual(
      spilled("LOTPICK", WASHED, "XYZ", 10, 60, "2024-12-31")[0],
      columns("Lot, Account, Acquired, Holding from, Term, Quantity, Basis, Proceeds, Gain, Disallowed, Tax, Note"),
    ));

  it("CHECKTRADES", () => assert.deepEqual(spilled("CHECKTRADES", WASHED)[0], columns("Row, Column, Problem, What to do")));

  it("METHODS", () => assert.deepEqual(spilled("METHODS")[0], columns("Name, Order, Ties, Whose, Source")));

  it("every row of a table is as wide as its headings, and no cell is null", () => {
    const tables = [
      spilled("OPENLOTS", WASHED),
      spilled("REALIZED", WASHED),
      spilled("WASHTRAIL", WASHED),
      spilled("LOTPICK", WASHED, "XYZ", 80, 60, "2024-12-31"),
      spilled("CHECKTRADES", WASHED),
      spilled("METHODS"),
      spilled("EXPLAIN", WASHED, 3),
    ];
    for (const table of tables) {
      for (const row of table) {
        assert.equal(row.length, table[0]?.length);
        for (const cell of row) assert.ok(cell !== null && cell !== undefined, `${table[0]?.join()} has an empty cell`);
      }
    }
  });
});
