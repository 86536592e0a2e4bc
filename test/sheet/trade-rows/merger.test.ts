import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { one, pools, wrong } from "./one-row";

const MERGER = { Action: "Merger", Symbol: "OLD", "New symbol": "NEW", Ratio: "1:1" };
const CASH = { Action: "Cash merger", Symbol: "OLD", "Cash per share": 10 };

describe("R-CA-7: a merger for stock and cash", () => {
  it("states ratio, cash for each old share, and the value of a new share (case S-SEED-13)", () =>
    assert.deepEqual(one({ ...MERGER, "Cash per share": 10, "New value": 50 }), {
      line: "2024-03-01 Merger OLD * 0 0",
      details: { newSymbol: "NEW", ratio: "1:1", cashPerShare: 10, newValue: 50 },
    }));
  it("or all new shares and all cash, and the cash for a fraction", () =>
    assert.deepEqual(one({ ...MERGER, Ratio: "", Quantity: 33.5, Amount: 1000, "New value": 50, "Cash in lieu": 25, Account: "B" }), {
      line: "2024-03-01 Merger OLD B 33.5 100000",
      details: { newSymbol: "NEW", newValue: 50, cashInLieuCents: 2500 },
    }));
  it("for stock alone needs no value", () => assert.deepEqual(one({ ...MERGER, Ratio: "0.5:1" }).details, { newSymbol: "NEW", ratio: "1:2" }));
});

describe("R-CA-8: a taxable merger", () => {
  it("states the value of what was received (case S-CA-03)", () =>
    assert.deepEqual(one({ ...MERGER, Action: "Taxable merger", Ratio: "0.5:1", "Cash per share": 5, "New value": 40 }), {
      line: "2024-03-01 Merger OLD * 0 0",
      details: { newSymbol: "NEW", ratio: "1:2", cashPerShare: 5, newValue: 40, taxable: true },
    }));
  it("for cash alone is a cash merger, by either word", () => {
    assert.deepEqual(one(CASH), { line: "2024-03-01 Merger OLD * 0 0", details: { cashPerShare: 10, taxable: true } });
    assert.deepEqual(one({ ...CASH, Action: "Taxable merger", "Cash per share": "", Amount: 1000 }), { line: "2024-03-01 Merger OLD * 0 100000", details: { taxable: true } });
  });
});

describe("A merger that lacks a fact", () => {
  const WRONG: readonly (readonly [string, object, string])[] = [
    ["of what is received", { Action: "Merger", Symbol: "OLD" },
      "New symbol | is a merger with neither New symbol nor cash | Fill in New symbol with Ratio, or for cash alone write Cash merger with Cash per share."],
    ["of the new stock", { Action: "Merger", Symbol: "OLD", "Cash per share": 5 },
      "New symbol | is a merger for cash without New symbol | For cash alone write Cash merger; for shares fill in New symbol with Ratio."],
    ["of how many shares", { ...MERGER, Ratio: "" },
      "Quantity | is a merger with neither Quantity nor Ratio | Write all new shares received under Quantity, or the new shares for each old one under Ratio, as 1 for 2."],
    ["of the value beside cash", { ...MERGER, "Cash per share": 10 },
      "New value | is a merger with cash without New value | Fill in the value of a new share on the day, which decides the gain."],
    ["of the value of taxable stock", { ...MERGER, Action: "Taxable merger" },
      "New value | is a taxable merger without New value | Fill in the value of a new share on the day, which decides the gain."],
    ["of the cash", { Action: "Cash merger", Symbol: "OLD" },
      "Cash per share | is a cash merger without cash | Fill in Cash per share, or the cash in total under Amount."],
  ];
  for (const [what, row, said] of WRONG) it(`${what} is refused`, () => assert.equal(wrong(row), said));
});

describe("A merger that says too much or wrong", () => {
  const WRONG: readonly (readonly [string, object, string])[] = [
    ["into itself", { ...MERGER, "New symbol": "old" }, "New symbol | is a merger whose New symbol is old itself | Correct Symbol or New symbol."],
    ["for cash with new stock", { ...CASH, "New symbol": "NEW" }, "New symbol | is a cash merger with New symbol | For shares and cash write Merger or Taxable merger."],
    ["for cash with a quantity, which may be a part", { ...CASH, Quantity: -100 },
      "Quantity | states Quantity -100, but a cash merger pays for every share held | Clear Quantity; for a part of the shares write Sell with the cash as Amount."],
    ["with fees", { ...MERGER, Fees: 38 }, "Fees | is a merger with Fees | Write the cash after fees, and leave Fees blank."],
    ["with cash below zero", { ...CASH, "Cash per share": -10 }, "Cash per share | Cash per share is -10.00, below zero | Write Cash per share as a positive number, or leave it blank."],
    ["with a total below zero", { ...CASH, "Cash per share": "", Amount: -10 }, "Amount | Amount is -10.00, below zero | Write Amount as a positive number, or leave it blank."],
    ["with an error for cash", { ...CASH, "Cash per share": "#DIV/0!" }, "Cash per share | Cash per share holds the error #DIV/0! | Repair the formula in that cell, or type the value."],
    ["with a ratio typed like a time", { ...MERGER, Ratio: 61 / 1440 },
      "Ratio | Ratio is 0.0423611111111111, which is what Excel makes of a ratio typed like a time | Write it as text: 2 for 1, or 1 for 2 for a reverse split; to write 2:1, format the cell as text first."],
  ];
  for (const [what, row, said] of WRONG) it(`${what} is refused`, () => assert.equal(wrong(row), said));
  it("withholds the new stock too", () => assert.deepEqual(pools({ Date: "2024-03-01", ...MERGER, Ratio: "" }), ["2 OLD *", "2 NEW *"]));
});
