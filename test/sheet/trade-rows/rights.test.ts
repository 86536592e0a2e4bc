import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { booked, one, wrong } from "./one-row";

const RIGHTS = { Action: "Rights", Symbol: "ABC", Quantity: 10, "New symbol": "ABC.RT", Value: 30, "New value": 3 };
const EXERCISE = { Action: "Exercise rights", Symbol: "C.RT", Quantity: 100, Price: 90, "New symbol": "C" };

describe("R-CA-5: stock rights", () => {
  it("are received for every account, with both values (case S-PUB-03B)", () =>
    assert.deepEqual(one(RIGHTS), { line: "2024-03-01 Rights ABC * 10 0", details: { newSymbol: "ABC.RT", value: 30, newValue: 3 } }));
  it("may have basis allocated by election (case S-PUB-03A)", () =>
    assert.deepEqual(one({ ...RIGHTS, Action: "Rights elect", Quantity: "", Ratio: "1:1" }), {
      line: "2024-03-01 Rights ABC * 0 0",
      details: { newSymbol: "ABC.RT", ratio: "1:1", value: 30, newValue: 3, electAllocate: true },
    }));
  it("are exercised one for one at the price, which is paid beside their basis (case S-REG-307)", () =>
    // 100 × $90 + $5
    assert.deepEqual(one({ ...EXERCISE, Fees: 5, Lot: "C2" }), { line: "2024-03-01 ExerciseRights C.RT A 100 900500", details: { newSymbol: "C", lotId: "C2" } }));
  it("are exercised four for a share where Ratio says so: the price is that of a share", () =>
    // 100 rights buy 25 shares × $90
    assert.deepEqual(one({ ...EXERCISE, Ratio: "1 for 4", Lots: "row 5" }), {
      line: "2024-03-01 ExerciseRights C.RT A 100 225000",
      details: { newSymbol: "C", ratio: "1:4", lots: [{ lot: "row 5" }] },
    }));
  it("lapse, all of them or as many as stated", () => {
    assert.deepEqual(one({ Action: "Rights lapse", Symbol: "C.RT" }), { line: "2024-03-01 RightsLapse C.RT A 0 0", details: {} });
    assert.equal(one({ Action: "Rights expired", Symbol: "C.RT", Quantity: -40, Account: "B" }).line, "2024-03-01 RightsLapse C.RT B 40 0");
    assert.deepEqual(one({ Action: "Rights lapse", Symbol: "C.RT", "New symbol": "C" }).details, { newSymbol: "C" });
  });
  it("lapse under Expire too, where a row of the range made them, above or below", () => {
    const expire = { Date: "2024-05-01", Action: "Expire", Symbol: "abc.rt", Quantity: 4 };
    const rights = { Date: "2024-03-01", ...RIGHTS };
    assert.equal(booked(rights, expire)[1]?.line, "2024-05-01 RightsLapse ABC.RT A 4 0");
    assert.equal(booked(expire, rights)[0]?.line, "2024-05-01 RightsLapse abc.rt A 4 0");
  });

  const VALUES = "Fill in Value (the stock per share without the right) and New value (one right) on the day of distribution.";
  const WRONG: readonly (readonly [string, object, string])[] = [
    ["rights without their own symbol", { ...RIGHTS, "New symbol": "" }, "New symbol | is a distribution of rights without New symbol | Write the stock under Symbol and the rights under New symbol."],
    ["rights with neither quantity nor ratio", { ...RIGHTS, Quantity: "" },
      "Quantity | is a distribution of rights with neither Quantity nor Ratio | Write all new shares received under Quantity, or the new shares for each old one under Ratio, as 1 for 2."],
    ["rights without the value of the stock: 15 % decides", { ...RIGHTS, Value: "" }, `Value | is a distribution of rights without Value | ${VALUES}`],
    ["rights without their own value", { ...RIGHTS, "New value": "" }, `New value | is a distribution of rights without New value | ${VALUES}`],
    ["an exercise without the stock", { ...EXERCISE, "New symbol": "" }, "New symbol | is an exercise of rights without New symbol | Write the rights under Symbol and the stock they buy under New symbol."],
    ["an exercise without quantity", { ...EXERCISE, Quantity: "" }, "Quantity | has no quantity | Fill in the number of shares."],
    ["an exercise without price", { ...EXERCISE, Price: "" }, "Price | has neither Price nor Amount, so its basis is unknown | Fill in Price or Amount; for shares that cost nothing write 0."],
    ["an exercise whose lots do not add up", { ...EXERCISE, Lots: "a:60; b:30" }, "Lots | Lots names 90 shares, but Quantity is 100 | Correct Lots or Quantity."],
    ["a lapse of an option", { Action: "Rights lapse", Symbol: "XYZ 250117C45" }, "Symbol | is a lapse of rights on an option | For an option that ran out write Expire."],
    ["a lapse with text for a quantity", { Action: "Rights lapse", Symbol: "C.RT", Quantity: "some" }, 'Quantity | Quantity is "some", which is not a number | Correct Quantity.'],
  ];
  for (const [what, row, said] of WRONG) it(`refuses ${what}`, () => assert.equal(wrong(row), said));
});
