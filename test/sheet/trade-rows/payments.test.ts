import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { reading } from "../reading";
import { booked, one, tableOf, wrong } from "./one-row";

describe("R-CA-6: a return of capital", () => {
  it("states what was paid in total in the account (case S-CA-01)", () =>
    assert.deepEqual(one({ Action: "Return of capital", Symbol: "XYZ", Amount: 600 }), { line: "2024-03-01 ReturnOfCapital XYZ A 0 60000", details: {} }));
  const TOTAL = "Fill in what was paid in total on all shares of the account.";
  for (const cell of ["", 0]) {
    it(`is refused with Amount ${JSON.stringify(cell)}`, () =>
      assert.equal(wrong({ Action: "Return of capital", Symbol: "XYZ", Amount: cell }), `Amount | is a return of capital without Amount | ${TOTAL}`));
  }
  it("is refused below zero", () => assert.match(wrong({ Action: "ROC", Symbol: "XYZ", Amount: -600 }), /^Amount \| Amount is -600\.00, below zero/));
});

describe("R-CA-9: worthless stock", () => {
  it("counts on 31 December of the year, for every account", () =>
    assert.deepEqual(one({ Action: "Worthless", Symbol: "XYZ" }), { line: "2024-12-31 Worthless XYZ * 0 0", details: {} }));
  it("so the range reaches to that day", () => {
    const { latestDay } = reading(tableOf({ Date: "2024-03-01", Action: "Worthless", Symbol: "XYZ", Account: "B" })).trades;
    // 1970-01-01 is day 0; 2024-12-31 is 20,088 days later (Excel's serial 45657 less 25569).
    assert.equal(latestDay, 45657 - 25569);
  });
});

describe("R-HP-8: dividends that decide a fund's loss within six months", () => {
  const dividend = (action: string, more: object = {}) => ({ Date: "2024-03-01", Action: action, Symbol: "VTSAX", Amount: 12.34, ...more });
  const fund = { Date: "2024-02-01", Action: "Buy", Symbol: "vtsax", Quantity: 1, Price: 100, Type: "Fund" };
  it("are booked on a symbol that any row calls a fund", () => {
    assert.deepEqual(booked(fund, dividend("Capital gain distribution"))[1], { line: "2024-03-01 FundDividend vtsax A 0 1234", details: { dividend: "capital gain" } });
    assert.deepEqual(booked(dividend("Exempt-interest dividend"), fund)[0], { line: "2024-03-01 FundDividend VTSAX A 0 1234", details: { dividend: "exempt-interest" } });
    for (const word of ["Long Term Cap Gain", "LONG-TERM CAP GAIN VANGUARD (VTSAX)", "Capital gain (LT)", "Long Term Cap Gain Reinvest"]) {
      assert.deepEqual(booked(fund, dividend(word))[1]?.details, { dividend: "capital gain" }, word);
    }
  });
  it("are only counted on stock, and a fund's short-term gains always are", () => {
    const { trades, skipped } = reading(tableOf(dividend("Capital gain distribution"), dividend("Long Term Cap Gain"), { ...fund, Symbol: "F" }, dividend("Short Term Cap Gain", { Symbol: "F" })));
    assert.equal(trades.count, 1);
    assert.deepEqual([...skipped.values()], [1, 1, 1]);
  });
  it("on a real-estate trust are capital gain only", () => {
    const reit = { ...fund, Symbol: "O", Type: "REIT" };
    assert.equal(booked(reit, dividend("Capital gain distribution", { Symbol: "O" })).length, 2);
    assert.equal(booked(reit, dividend("Exempt-interest dividend", { Symbol: "O" })).length, 1);
  });
  it("are refused without an amount", () => {
    const { faults } = reading(tableOf(fund, dividend("Long Term Cap Gain", { Amount: "" })));
    assert.deepEqual(faults.map(({ problem, whatToDo }) => `${problem} ${whatToDo}`), [
      "Row 3: is a capital gain distribution of a fund without Amount. Fill in what was paid in total: a loss on fund shares held six months or less depends on it.",
    ]);
  });
  it("with shares are asked about, as any dividend", () =>
    assert.match(reading(tableOf(fund, dividend("Long Term Cap Gain", { Quantity: 3 }))).faults[0]?.problem ?? "", /moves no shares, but Quantity is 3 VTSAX/));
});
