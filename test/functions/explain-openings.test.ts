import assert from "node:assert/strict";
import { records, spilled } from "./calling";
import type { Range } from "./example-trades";
import { explained, says } from "./explained";
import { on, rowsOf } from "./rows-of";

const buy = on("Buy");

/** The lots, shorts and open losses of one book, as the first rows of the next. */
const carried = (trades: Range, asof: string): Range => spilled("OPENLOTS", trades, asof, undefined, undefined, "Yes");

describe("EXPLAIN what was carried in from an earlier book (R-WS-12)", () => {
  const ofEarlier = rowsOf(
    buy("2024-01-02", "XYZ", { Quantity: 100, Price: 30 }),
    on("Sell")("2024-12-20", "XYZ", { Quantity: 60, Price: 20 }),
    on("Sell short")("2024-12-02", "ABC", { Quantity: 10, Price: 50 }),
  );
  let opening: Range = [];
  before(() => {
    opening = carried(ofEarlier, "2024-12-31");
  });
  const rowOf = (symbol: string, part: RegExp): number => opening.findIndex((row) => row.includes(symbol) && row.some((cell) => part.test(String(cell)))) + 1;

  it("a lot: what it is, its basis and its dates", () => {
    const row = opening.findIndex((cells) => cells[1] === "XYZ" && cells[5] === 40) + 1;
    assert.ok(row > 1, JSON.stringify(opening));
    says(explained(opening, row), "carries 40 XYZ in A in from an earlier book, acquired 2024-01-02. It is no purchase of this book.");
    says(explained(opening, row), "with basis $1,200.00, $30.00 a share.");
    says(explained(opening, row), "a sale is long-term from 2025-01-03 on (R-HP-1)");
  });
  it("a loss whose window was open: 60 × 10 = 600", () => {
    const row = rowOf("XYZ", /loss/i);
    assert.ok(row > 1, JSON.stringify(opening));
    says(explained(opening, row), "carries in a loss of $600.00 on 60 XYZ, sold in A on 2024-12-20 in an earlier book");
    says(explained(opening, row), "It was reported for 2024 with the trades it comes from");
    const [loss] = records("REALIZED", opening, 2024);
    assert.deepEqual([loss!["Proceeds"], loss!["Basis"], loss!["Gain"]], [0, 600, -600]);
    assert.match(String(loss!["Note"]), /^Loss of an earlier book, carried in because its window was open: reported there\./);
    assert.deepEqual(records("REALIZED", opening, 2025), []);
  });
  it("a short: its proceeds wait for its closing", () => {
    const row = rowOf("ABC", /./);
    assert.ok(row > 1, JSON.stringify(opening));
    says(explained(opening, row), "carries in a short position of 10 ABC from an earlier book, opened on 2024-12-02.");
    says(explained(opening, row), "Still open: 10 ABC, proceeds $500.00.");
  });
});

describe("EXPLAIN an option carried in (R-OPT-1)", () => {
  it("tells its basis a contract: 400 ÷ 2 = 200", () => {
    const opening = carried(rowsOf(buy("2023-12-04", "XYZ 240621C50", { Quantity: 2, Price: 2 })), "2023-12-31");
    says(explained(opening, 2), "with basis $400.00, $200.00 a contract.");
  });
});
