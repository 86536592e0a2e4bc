import assert from "node:assert/strict";
import { equalCells, RangeCache, type Cells } from "../../src/functions/book-cache";
import { records, value } from "./calling";
import { THREE_LOTS, WASHED } from "./example-trades";

const copyOf = (cells: Cells): unknown[][] => cells.map((row) => [...row]);

describe("Equal ranges share what was computed of them", () => {
  const counting = () => {
    let computed = 0;
    const cache = new RangeCache(() => ++computed);
    return { cache, count: () => computed };
  };

  it("a fresh copy of the same cells is known again", () => {
    const { cache, count } = counting();
    assert.equal(cache.of(copyOf(WASHED)), cache.of(copyOf(WASHED)));
    assert.equal(count(), 1);
  });

  it("an edit of any single cell is noticed", () => {
    const { cache } = counting();
    const first = cache.of(copyOf(WASHED));
    for (let row = 0; row < WASHED.length; row++) {
      for (let column = 0; column < WASHED[row]!.length; column++) {
        const edited = copyOf(WASHED);
        edited[row]![column] = "edited";
        assert.notEqual(cache.of(edited), first, `row ${row}, column ${column}`);
        cache.of(copyOf(WASHED));
      }
    }
  });

  it("an array that its owner changes afterwards is not taken for the old one", () => {
    const { cache } = counting();
    const mine = copyOf(WASHED);
    const before = cache.of(mine);
    mine[1]![3] = 201;
    assert.notEqual(cache.of(mine), before);
  });

  it("keeps eight ranges and forgets the one used longest ago", () => {
    const { cache, count } = counting();
    for (let range = 0; range < 9; range++) cache.of([[range]]);
    cache.of([[8]]);
    cache.of([[1]]);
    assert.equal(count(), 9);
    cache.of([[0]]);
    assert.equal(count(), 10);
  });
});

describe("Cells are equal only when Excel would say the same", () => {
  it("tells types, blanks, -0 and shapes apart", () => {
    assert.ok(equalCells([[1, "a", null]], [[1, "a", null]]));
    assert.ok(!equalCells([[1]], [["1"]]));
    assert.ok(!equalCells([[null]], [[""]]));
    assert.ok(!equalCells([[0]], [[null]]));
    assert.ok(!equalCells([[0]], [[-0]]));
    assert.ok(!equalCells([[1, 2]], [[1], [2]]));
    assert.ok(!equalCells([[1]], [[1], [2]]));
  });
  it("never trusts an object, which can change inside", () => {
    const cell = { basicValue: 5 };
    assert.ok(!equalCells([[cell]], [[cell]]));
  });
});

describe("A shared book answers as a fresh one", () => {
  it("functions over one range, other settings and other what-if sales do not mix", () => {
    const gain = (method: string) => value("LOTGAIN", THREE_LOTS, "XYZ", 10, 40, "2024-06-03", method);
    assert.deepEqual(["FIFO", "LIFO", "HIFO", "FIFO"].map(gain), [200, 100, 50, 200]);
    const disallowed = (settings: unknown) => records("REALIZED", WASHED, null, settings)[0]!["Disallowed"];
    assert.deepEqual([null, [["View", "None"]], null].map(disallowed), [304.5, 0, 304.5]);
    assert.equal(records("OPENLOTS", WASHED, "2024-01-31").length, 1);
    assert.equal(records("OPENLOTS", WASHED).length, 2);
  });
  it("editing a cell in place changes the answer", () => {
    const trades = copyOf(THREE_LOTS);
    const basis = () => records("OPENLOTS", trades)[0]!["Basis"];
    assert.equal(basis(), 200);
    trades[1]![4] = 21;
    assert.equal(basis(), 210);
  });
});
