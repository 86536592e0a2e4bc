import assert from "node:assert/strict";
import { errorOf, isoOfSerial, value, type Shown } from "./calling";
import { HEADINGS, ONE_SYMBOL_WRONG, OVERSOLD, WASHED, type Range } from "./example-trades";

const clear = (trades: Range, date: string, side?: unknown, settings?: unknown): string =>
  isoOfSerial(value("CLEARDATE", trades, "XYZ", date, side, settings) as Shown);

describe("R-TLH-3: CLEARDATE to buy", () => {
  it("is the 31st day after a loss that is not wholly washed: sold 2024-02-01, clear on 2024-03-03", () => {
    assert.equal(clear(WASHED, "2024-02-02"), "2024-03-03");
    assert.equal(clear(WASHED, "2024-03-02", "buy"), "2024-03-03");
  });
  it("is the day itself once the window is past, and 31 days before the sale", () => {
    assert.equal(clear(WASHED, "2024-03-03"), "2024-03-03");
    assert.equal(clear(WASHED, "2024-01-01"), "2024-01-01");
    assert.equal(clear(WASHED, "2024-01-02"), "2024-03-03");
  });
  it("windows that overlap are waited for one after the other: 2024-03-01 + 31 days is 2024-04-01", () =>
    assert.equal(clear([...WASHED.slice(0, 4), ["2024-03-01", "Sell", "XYZ", 10, 40, 0, "A"]], "2024-02-02"), "2024-04-01"));
  it("a loss that other shares have replaced wholly is in nobody's way (R-WS-8)", () =>
    assert.equal(clear([...WASHED, ["2024-02-10", "Buy", "XYZ", 40, 46, 0, "A"]], "2024-02-15"), "2024-02-15"));
  it("a gain, and a loss inside an IRA, close no window (R-WS-9)", () => {
    assert.equal(clear(WASHED, "2024-12-03"), "2024-12-03");
    const ira: Range = [HEADINGS, ["2023-01-10", "Buy", "XYZ", 10, 50, 0, "My IRA"], ["2024-02-01", "Sell", "XYZ", 10, 45, 0, "My IRA"]];
    assert.equal(clear(ira, "2024-02-02"), "2024-02-02");
  });
  it("an identical symbol waits as well, though no row has it (R-WS-14)", () =>
    assert.equal(isoOfSerial(value("CLEARDATE", WASHED, "ABC", "2024-02-02", null, [["Identical", "ABC", "XYZ"]]) as Shown), "2024-03-03"));
  it("without a view there is no window (R-WS-10)", () => assert.equal(clear(WASHED, "2024-02-02", null, [["View", "None"]]), "2024-02-02"));
});

describe("R-TLH-3: CLEARDATE to sell at a loss", () => {
  const bought = (...rows: unknown[][]): Range => [HEADINGS, ["2024-03-01", "Buy", "XYZ", 100, 50, 0, "A"], ...rows];
  it("the rest of one purchase never replaces its own shares (R-WS-4): the day itself", () =>
    assert.equal(clear(bought(), "2024-03-05", "Sell"), "2024-03-05"));
  it("another purchase is waited for: 2024-11-20 + 31 days is 2024-12-21", () =>
    assert.equal(clear(bought(["2024-11-20", "Buy", "XYZ", 20, 45, 0, "A"]), "2024-12-10", "Sell"), "2024-12-21"));
  it("so is one in an IRA: 2024-12-05 + 31 days is 2025-01-05", () =>
    assert.equal(clear(bought(["2024-12-05", "Reinvest", "XYZ", 1, 45, 0, "My IRA"]), "2024-12-10", "Sell"), "2025-01-05"));
  it("and one that is dated after the day wanted: 2024-12-28 + 31 days is 2025-01-28", () =>
    assert.equal(clear(bought(["2024-12-28", "Buy", "XYZ", 1, 45, 0, "A"]), "2024-12-10", "Sell"), "2025-01-28"));
  it("but 31 days ahead of a purchase nothing is washed", () =>
    assert.equal(clear(bought(["2024-12-28", "Buy", "XYZ", 1, 45, 0, "A"]), "2024-11-27", "Sell"), "2024-11-27"));
  it("shares sold again before are no replacement (R-WS-4)", () => {
    const trades = bought(["2024-11-20", "Buy", "XYZ", 20, 45, 0, "B"], ["2024-11-25", "Sell", "XYZ", 20, 46, 0, "B"]);
    assert.equal(clear(trades, "2024-11-21", "Sell"), "2024-11-25");
  });
  it("#N/A where none is held on the day, or only in an IRA", () => {
    assert.deepEqual(errorOf("CLEARDATE", bought(), "XYZ", "2024-02-01", "Sell"), {
      code: "#N/A",
      message: "No XYZ is held in a taxable account on 2024-02-01, so there is nothing to sell.",
    });
    const ira: Range = [HEADINGS, ["2024-03-01", "Buy", "XYZ", 100, 50, 0, "My IRA"]];
    assert.equal(errorOf("CLEARDATE", ira, "XYZ", "2024-04-01", "Sell").code, "#N/A");
  });
});

describe("CLEARDATE: what cannot be answered", () => {
  it("a symbol no row has, whichever side", () => {
    for (const side of ["Buy", "Sell"]) assert.match(errorOf("CLEARDATE", WASHED, "QQQ", "2024-02-20", side).message, /no row of the trades has QQQ/);
  });
  it("a symbol that a wrong row withholds", () => {
    for (const side of ["Buy", "Sell"]) assert.equal(errorOf("CLEARDATE", ONE_SYMBOL_WRONG, "XYZ", "2024-02-20", side).message, OVERSOLD);
  });
  it("no date, and a side nobody has", () => {
    assert.match(errorOf("CLEARDATE", WASHED, "XYZ", "").message, /^date is missing/);
    assert.equal(errorOf("CLEARDATE", WASHED, "XYZ", "2024-02-20", "Hold").message, 'side is "Hold"; write Buy or Sell.');
  });
});
