/** The order in which a search takes lots: that of Array.sort, which keeps equal ones as they stand (ECMA-262, 23.1.3.30). */
import assert from "node:assert/strict";
import { inOrder } from "../../src/harvest/least-tax/in-order";
import { seededDraw } from "../oracle/seeded";

describe("inOrder, against Array.sort", () => {
  it("on 500 lists of 0 to 70 numbers with many alike, infinite ones among them", () => {
    const draw = seededDraw(11);
    for (let at = 0; at < 500; at += 1) {
      const keys = Float64Array.from({ length: draw(71) }, () => [-Infinity, Infinity, draw(8) - 4][draw(3)]!);
      const sorted = [...keys.keys()].sort((a, b) => (keys[a]! === keys[b]! ? 0 : keys[a]! - keys[b]!));
      assert.deepEqual([...inOrder(keys)], sorted);
    }
  });
});
