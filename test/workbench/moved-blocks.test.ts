import assert from "node:assert/strict";
import { blockAddress, parseAddress } from "../../workbench/addresses";
import { withInserted, withRemoved, type Lines } from "../../workbench/grid/moved-blocks";

const TABLE = parseAddress("B3:D6")!.block;

/** Rows and columns as Excel numbers them. */
const inserted = (lines: Lines, at: number, count: number) => blockAddress(withInserted(TABLE, lines, at - 1, count));
const removed = (lines: Lines, at: number, count: number) => {
  const block = withRemoved(TABLE, lines, at - 1, count);
  return block && blockAddress(block);
};

describe("A table at B3:D6 when rows and columns come and go, as in Excel", () => {
  it("moves when rows are inserted above it or at its heading", () => {
    assert.equal(inserted("rows", 1, 2), "B5:D8");
    assert.equal(inserted("rows", 3, 1), "B4:D7");
  });
  it("grows when rows are inserted inside it, and stays when they are inserted below", () => {
    assert.equal(inserted("rows", 6, 1), "B3:D7");
    assert.equal(inserted("rows", 7, 1), "B3:D6");
  });
  it("moves, shrinks or both when rows are removed", () => {
    assert.equal(removed("rows", 1, 1), "B2:D5");
    assert.equal(removed("rows", 4, 2), "B3:D4");
    assert.equal(removed("rows", 2, 3), "B2:D3");
    assert.equal(removed("rows", 7, 5), "B3:D6");
  });
  it("is gone when all its rows are", () => assert.equal(removed("rows", 3, 4), null));
  it("does the same with columns", () => {
    assert.equal(inserted("columns", 1, 1), "C3:E6");
    assert.equal(inserted("columns", 3, 2), "B3:F6");
    assert.equal(removed("columns", 3, 1), "B3:C6");
    assert.equal(removed("columns", 1, 4), null);
  });
});
