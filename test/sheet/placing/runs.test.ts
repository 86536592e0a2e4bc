import assert from "node:assert/strict";
import { runsOf } from "../../../src/sheet/placing/runs";

describe("Columns that can be formatted together", () => {
  it("neighbours of one value are one run; the same value further on is another", () => {
    assert.deepEqual(runsOf(["date", "date", "money", "date"]), [
      { first: 0, length: 2, value: "date" },
      { first: 2, length: 1, value: "money" },
      { first: 3, length: 1, value: "date" },
    ]);
    assert.deepEqual(runsOf([]), []);
  });
});
