import assert from "node:assert/strict";
import { errorOf, records, value } from "./calling";
import { HEADINGS, ONE_SYMBOL_WRONG, OVERSOLD, WASHED, type Range } from "./example-trades";
import { on, rowsOf } from "./rows-of";

/** Row 3 of WASHED loses 507.50 on 100 shares on 2024-02-01; row 4 washes 60 of them. 507.50 × 40 ÷ 100 = 203.00 is left. */
const risk = (date: string, quantity: unknown, account?: unknown, settings?: unknown, trades: Range = WASHED): unknown =>
  value("WASHRISK", trades, "XYZ", date, quantity, account, settings);

const disallowedIn = (trades: Range, settings?: unknown): number =>
  records("REALIZED", trades, null, settings).reduce((cents, row) => cents + Math.round(Number(row["Disallowed"]) * 100), 0);

describe("R-WS-1, R-WS-8: WASHRISK of a purchase after a loss", () => {
  it("of more shares than are left disallows what is left, 203.00", () => assert.equal(risk("2024-02-20", 100), 203));
  it("of 10 shares: 203.00 × 10 ÷ 40 = 50.75", () => assert.equal(risk("2024-02-20", 10), 50.75));
  it("day 30 is in, day 31 is out", () => {
    assert.equal(risk("2024-03-02", 100), 203);
    assert.equal(risk("2024-03-03", 100), 0);
  });
});

describe("R-WS-3: WASHRISK of a purchase before a loss", () => {
  it("30 shares bought 30 days before are matched first: 507.50 × 30 ÷ 100 = 152.25 more", () => assert.equal(risk("2024-01-02", 30), 152.25));
  it("31 days before washes nothing", () => assert.equal(risk("2024-01-01", 30), 0));
});

describe("R-WS-9: WASHRISK in an account", () => {
  const plans = [["Account", "My IRA", "Roth IRA", "Self"], ["Account", "Hers", "Taxable", "Spouse"], ["Account", "Old plan", "401k", "Self"]];
  it("an IRA that only the settings name loses it for good, and that counts", () => assert.equal(risk("2024-02-20", 10, "my ira", plans), 50.75));
  it("a spouse's account washes too", () => assert.equal(risk("2024-02-20", 10, "Hers", plans), 50.75));
  it("a plan washes, unless the settings leave plans out", () => {
    assert.equal(risk("2024-02-20", 10, "Old plan", plans), 50.75);
    assert.equal(risk("2024-02-20", 10, "Old plan", [...plans, ["Plan accounts", "Ignore"]]), 0);
  });
  it("an account that neither a row nor a setting names is refused by name", () =>
    assert.deepEqual(errorOf("WASHRISK", WASHED, "XYZ", "2024-02-20", 10, "Roht"), {
      code: "#VALUE!",
      message: "account: no row of the trades and no setting names Roht. Check the account, or add it to the settings with its type.",
    }));
});

describe("R-WS-10: WASHRISK in the broker's view", () => {
  const broker = [["View", "Broker"]];
  const withB: Range = [...WASHED, ["2020-01-02", "Buy", "ABC", 1, 1, 0, "B"]];
  it("counts the account of the loss only; left out, that account", () => {
    assert.equal(risk("2024-02-20", 10, "A", broker, withB), 50.75);
    assert.equal(risk("2024-02-20", 10, "B", broker, withB), 0);
    assert.equal(risk("2024-02-20", 10, null, broker, withB), 50.75);
  });
  it("with no view there is no wash sale", () => assert.equal(risk("2024-02-20", 10, null, [["View", "None"]]), 0));
});

describe("R-WS-13, R-WS-14, R-DA-2: WASHRISK of what is like the shares sold", () => {
  it("a symbol that the settings call identical, though no row has it", () =>
    assert.equal(value("WASHRISK", WASHED, "vwxy", "2024-02-20", 10, null, [["Identical", "XYZ", "VWXY"]]), 50.75));
  it("a call covers 100 shares a contract", () => {
    const option = { Type: "Call", Underlying: "XYZ", Multiplier: 100 };
    const trades = rowsOf(
      on("Buy")("2023-01-10", "XYZ", { Quantity: 100, Price: 50 }),
      on("Buy")("2023-01-10", "XC", { Quantity: 1, Price: 2, ...option }),
      on("Sell")("2023-01-11", "XC", { Quantity: 1, Price: 2, ...option }),
      on("Sell")("2024-02-01", "XYZ", { Quantity: 100, Price: 45 }),
    );
    // 100 × 50 - 100 × 45 = 500.00, all of it met by one contract.
    assert.equal(value("WASHRISK", trades, "XC", "2024-02-20", 1), 500);
  });
  it("a coin is outside the rule", () => {
    const coins = rowsOf(
      on("Buy")("2023-01-10", "BTC", { Quantity: 1, Price: 50, Type: "Digital" }),
      on("Sell")("2024-02-01", "BTC", { Quantity: 1, Price: 45, Type: "Digital" }),
    );
    assert.equal(value("WASHRISK", coins, "BTC", "2024-02-20", 1), 0);
  });
});

describe("WASHRISK is the disallowed loss of the rows with the purchase, less that without it", () => {
  const trades: Range = [
    HEADINGS,
    ["2023-06-01", "Buy", "XYZ", 30, 50, 0, "A"],
    ["2023-07-03", "Buy", "XYZ", 25.5, 47.31, 1.25, "B"],
    ["2024-01-05", "Sell", "XYZ", 12, 41.07, 0.5, "A"],
    ["2024-01-20", "Reinvest", "XYZ", 1.375, 40.99, 0, "My IRA"],
    ["2024-01-25", "Sell", "XYZ", 20.5, 39.5, 0, "B"],
    ["2024-02-12", "Buy", "XYZ", 4, 42, 0, "A"],
  ];
  for (const [date, shares, account] of [
    ["2023-12-20", 7, "A"], ["2024-01-05", 40, "A"], ["2024-01-22", 3.5, "B"], ["2024-02-12", 100, "My IRA"], ["2024-02-24", 11, "B"], ["2024-02-25", 11, "A"],
  ] as const) {
    it(`${shares} on ${date} in ${account}`, () => {
      const row = [date, "Buy", "XYZ", shares, 0, 0, account];
      const expected = disallowedIn([...trades, row]) - disallowedIn(trades);
      assert.equal(Math.round(Number(risk(date, shares, account, null, trades)) * 100), expected);
      assert.ok(expected > 0 || date === "2024-02-25");
    });
  }
});

describe("WASHRISK: what cannot be answered", () => {
  it("a symbol no row has", () =>
    assert.deepEqual(errorOf("WASHRISK", WASHED, "QQQ", "2024-02-20", 10), {
      code: "#VALUE!",
      message: "symbol: no row of the trades has QQQ. Check the symbol, or the range of the trades.",
    }));
  it("a symbol that a wrong row withholds, with that row; the healthy one is answered", () => {
    assert.equal(errorOf("WASHRISK", ONE_SYMBOL_WRONG, "XYZ", "2024-02-20", 10).message, OVERSOLD);
    assert.equal(value("WASHRISK", ONE_SYMBOL_WRONG, "ABC", "2024-02-20", 10), 0);
  });
  it("no quantity, a negative one, text, an error cell, no date", () => {
    for (const [date, quantity, says] of [
      ["2024-02-20", null, /^quantity is missing/], ["2024-02-20", -5, /^quantity is -5/], ["2024-02-20", "many", /^quantity is "many"/],
      ["2024-02-20", "#REF!", /^quantity holds the error #REF!/], [null, 5, /^date is missing/], ["soon", 5, /^date is "soon"/],
    ] as const) {
      assert.match(errorOf("WASHRISK", WASHED, "XYZ", date, quantity).message, says);
    }
  });
});
