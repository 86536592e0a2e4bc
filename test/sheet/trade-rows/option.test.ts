import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { reading } from "../reading";
import { booked, one, tableOf, wrong } from "./one-row";

const CALL = "XYZ 250117C45";
const PUT = "XYZ 250117P45";

describe("R-SS-1: short sales", () => {
  it("bring the price less fees, with either sign, and name the short they open", () =>
    assert.deepEqual(one({ Action: "Sell short", Symbol: "XYZ", Quantity: -100, Price: 50, Fees: 1, Lot: "S1" }), {
      line: "2024-03-01 SellShort XYZ A 100 499900",
      details: { lotId: "S1" },
    }));
  it("are covered at the price plus fees, naming the shorts they close", () =>
    assert.deepEqual(one({ Action: "Buy to cover", Symbol: "XYZ", Quantity: 100, Price: 45, Fees: 1, Lots: "S1:60; row 2:40" }), {
      line: "2024-03-01 BuyToCover XYZ A 100 450100",
      details: { lots: [{ lot: "S1", shares: 60 }, { lot: "row 2", shares: 40 }] },
    }));
  const WRONG: readonly (readonly [string, object, string])[] = [
    ["a short sale with Lots", { Action: "Sell short", Symbol: "X", Quantity: 1, Price: 1, Lots: "L1" },
      "Lots | is a short sale with Lots, which name what a sale sells | Name the lot it makes under Lot."],
    ["a short sale without proceeds", { Action: "Sell short", Symbol: "X", Quantity: 1 },
      "Price | has neither Price nor Amount, so its proceeds are unknown | Fill in Price or Amount."],
    ["a cover below zero", { Action: "Buy to cover", Symbol: "X", Quantity: -1, Price: 1 },
      "Quantity | Quantity of a purchase to cover is -1 | Write the shares bought as a positive number; to open a short write Sell short."],
    ["a cover with a lot of its own", { Action: "Buy to cover", Symbol: "X", Quantity: 1, Price: 1, Lot: "L" },
      "Lot | names a lot under Lot, which is for purchases | Name the lots that leave under Lots."],
    ["a cover without quantity", { Action: "Buy to cover", Symbol: "X", Price: 1 }, "Quantity | has no quantity | Fill in the number of shares."],
  ];
  for (const [what, row, said] of WRONG) it(`refuses ${what}`, () => assert.equal(wrong(row), said));
});

describe("R-OPT: trades of options", () => {
  const KINDS: readonly (readonly [string, string])[] = [
    ["Buy", "Buy"], ["Buy to open", "Buy"], ["BTO", "Buy"], ["Sell", "Sell"], ["Sell to close", "Sell"], ["STC", "Sell"], ["Sell to open", "SellShort"],
    ["STO", "SellShort"], ["Sell short", "SellShort"], ["Buy to close", "BuyToCover"], ["BTC", "BuyToCover"], ["Buy to cover", "BuyToCover"],
    ["YOU BOUGHT OPENING TRANSACTION CALL (XYZ)", "Buy"], ["YOU SOLD CLOSING TRANSACTION CALL (XYZ)", "Sell"],
    ["YOU SOLD OPENING TRANSACTION CALL (XYZ)", "SellShort"], ["YOU BOUGHT CLOSING TRANSACTION CALL (XYZ)", "BuyToCover"],
  ];
  for (const [word, kind] of KINDS) {
    // 2 contracts × 100 × $3 ± $1.30
    const cents = kind === "Buy" || kind === "BuyToCover" ? 60130 : 59870;
    it(`${word}: quantity × price × 100 and fees`, () =>
      assert.equal(one({ Action: word, Symbol: CALL, Quantity: 2, Price: 3, Fees: 1.3 }).line, `2024-03-01 ${kind} ${CALL} A 2 ${cents}`));
  }
  it("an Amount agrees with price × 100, or stands alone", () => {
    assert.equal(one({ Action: "Buy to open", Symbol: CALL, Quantity: 1, Price: 2.5, Fees: 0.66, Amount: -250.66 }).line, `2024-03-01 Buy ${CALL} A 1 25066`);
    assert.equal(one({ Action: "Buy to open", Symbol: CALL, Quantity: 1, Amount: 250.66 }).line, `2024-03-01 Buy ${CALL} A 1 25066`);
    assert.match(wrong({ Action: "Buy to open", Symbol: CALL, Quantity: 1, Price: 250, Amount: 250 }), /^Amount \| Amount is 250\.00, but 100 × 250\.00 is 25,000\.00 \| /);
  });
  it("a fraction of a contract is priced exactly", () =>
    // 0.1 contract × 100 × $3.333 = $33.33
    assert.equal(one({ Action: "Buy", Symbol: CALL, Quantity: 0.1, Price: 3.333 }).line, `2024-03-01 Buy ${CALL} A 0.1 3333`));
  it("another multiplier is counted, also on rows that leave it blank", () =>
    // 1 × 10 × $3
    assert.deepEqual(booked({ Date: 45352, Action: "Buy", Symbol: CALL, Quantity: 1, Price: 3 }, { Date: 45353, Action: "Buy", Symbol: CALL, Quantity: 1, Price: 3, Multiplier: 10 }).map(({ line }) => line), [
      `2024-03-01 Buy ${CALL} A 1 3000`,
      `2024-03-02 Buy ${CALL} A 1 3000`,
    ]));
  it("a symbol of one's own takes Type and Underlying from whichever row states them", () => {
    const { trades, faults } = reading(tableOf(
      { Date: 45353, Action: "Sell to close", Symbol: "my call", Quantity: 1, Price: 4 },
      { Date: 45352, Action: "Buy to open", Symbol: "MY CALL", Quantity: 1, Price: 3, Type: "Call", Underlying: "XYZ" },
    ));
    assert.deepEqual(faults, []);
    assert.deepEqual([...trades.options], [[0, { type: "call", multiplier: 100, strike: null, underlying: 1 }]]);
    assert.deepEqual([trades.symbols, [...trades.amountCents]], [["my call", "XYZ"], [40000, 30000]]);
  });
  it("words of an option on a stock's symbol are asked about, as brokers that list the stock have it", () =>
    assert.equal(
      wrong({ Action: "BTO", Symbol: "XYZ", Quantity: 1, Price: 3 }),
      'Symbol | "BTO" is a trade of an option, but XYZ names none | Write the contract as the symbol, such as XYZ 250117C45, or give it a symbol of its own with Type and Underlying.',
    ));
  it("unless Type says that they open and close stock", () =>
    assert.deepEqual(booked({ Date: 45352, Action: "Buy to open", Symbol: "XYZ", Quantity: 1, Price: 3, Type: "Equity" }, { Date: 45353, Action: "Sell to close", Symbol: "XYZ", Quantity: 1, Price: 4 }).map(({ line }) => line), [
      "2024-03-01 Buy XYZ A 1 300",
      "2024-03-02 Sell XYZ A 1 400",
    ]));
});

describe("R-OPT-1, R-OPT-3: an option that expires", () => {
  it("held or written, all of it or as many as stated", () => {
    assert.deepEqual(one({ Action: "Expire", Symbol: CALL }), { line: `2024-03-01 Expire ${CALL} A 0 0`, details: {} });
    assert.deepEqual(one({ Action: "EXPIRED CALL (XYZ) XYZ CORP JAN 17 25", Symbol: CALL, Quantity: -2, Price: 0, Amount: 0, Lots: "row 4:2" }), {
      line: `2024-03-01 Expire ${CALL} A 2 0`,
      details: { lots: [{ lot: "row 4", shares: 2 }] },
    });
    assert.deepEqual(one({ Action: "Expire", Symbol: CALL, Lots: "L1" }).details, { lots: [{ lot: "L1" }] });
  });
  it("is no stock", () =>
    assert.equal(
      wrong({ Action: "Expire", Symbol: "XYZ" }),
      "Symbol | expires, but XYZ is no option | Write the contract as the symbol, such as XYZ 250117C45, or fill in Type and Underlying; for rights write Rights lapse.",
    ));
});

describe("A row after the expiry that the symbol tells", () => {
  const LATE = "is of 2025-01-18, but the symbol XYZ 250117C45 says that it expired on 2025-01-17";
  for (const Action of ["Buy to open", "Sell to close", "Sell to open", "Buy to close", "Buy", "Sell"]) {
    it(`${Action}: on the day itself, and not a day later`, () => {
      one({ Date: "2025-01-17", Action, Symbol: CALL, Quantity: 1, Price: 3 });
      assert.equal(
        wrong({ Date: "2025-01-18", Action, Symbol: CALL, Quantity: 1, Price: 3 }),
        `Date | ${LATE} | Correct the date or the symbol; what expired is closed by Expire on the day of expiry.`,
      );
    });
  }
  for (const Action of ["Expire", "Exercise", "Assigned"]) {
    it(`${Action}: up to five days later, over a weekend and a holiday`, () => {
      one({ Date: "2025-01-22", Action, Symbol: CALL, Quantity: 1 });
      assert.match(wrong({ Date: "2025-01-23", Action, Symbol: CALL, Quantity: 1 }), /^Date \| is of 2025-01-23, but the symbol XYZ 250117C45 says/);
    });
  }
  it("other actions, and contracts whose symbol tells no day, are left alone", () => {
    one({ Date: "2025-02-01", Action: "Transfer", Symbol: CALL, Quantity: 1, "To account": "B" });
    one({ Date: "2025-02-01", Action: "Sell", Symbol: "my call", Quantity: 1, Price: 3, Type: "Call", Underlying: "XYZ" });
  });
});

describe("R-OPT-2, R-OPT-3: exercise and assignment buy or sell the stock at the strike", () => {
  // 2 contracts × 100 × $45 = $9,000, and $5 of fees
  const ENDS: readonly (readonly [string, string, string, number])[] = [
    ["Exercise", CALL, "Exercise", 900500],
    ["Assigned", PUT, "Assigned", 900500],
    ["Exercise", PUT, "Exercise", 899500],
    ["Assigned", CALL, "Assigned", 899500],
    ["OEXCS", CALL, "Exercise", 900500],
    ["ASSIGNED CALL (XYZ) XYZ CORP", CALL, "Assigned", 899500],
  ];
  for (const [word, symbol, kind, cents] of ENDS) {
    it(`${word} of ${symbol}`, () => {
      assert.equal(one({ Action: word, Symbol: symbol, Quantity: -2, Price: 45, Fees: 5 }).line, `2024-03-01 ${kind} ${symbol} A 2 ${cents}`);
      assert.equal(one({ Action: word, Symbol: symbol, Quantity: 2, Fees: 5, Amount: 0 }).line, `2024-03-01 ${kind} ${symbol} A 2 ${cents}`);
    });
  }
  it("take the strike from Price where the symbol has none", () =>
    assert.equal(one({ Action: "Exercise", Symbol: "my call", Quantity: 1, Price: 45, Type: "Call", Underlying: "XYZ" }).line, "2024-03-01 Exercise my call A 1 450000"));
  it("name the contracts under Lots and the stock bought under Lot", () =>
    assert.deepEqual(one({ Action: "Exercise", Symbol: CALL, Quantity: 1, Lot: "X9", Lots: "C1" }).details, { lots: [{ lot: "C1" }], lotId: "X9" }));
  it("keep the stock's lot ids apart from those of its other purchases", () => {
    const { faults } = reading(tableOf(
      { Date: 45352, Action: "Buy", Symbol: "XYZ", Quantity: 1, Price: 1, Lot: "X9" },
      { Date: 45353, Action: "Exercise", Symbol: CALL, Quantity: 1, Lot: "X9" },
    ));
    assert.deepEqual(faults.map(({ problem }) => problem), ["Row 3: calls its lot X9, as row 2 already does for XYZ."]);
  });
  const WRONG: readonly (readonly [string, object, string])[] = [
    ["without a strike", { Action: "Exercise", Symbol: "my call", Quantity: 1, Type: "Call", Underlying: "XYZ" }, "Price | has no strike | Write the strike per share under Price."],
    ["at another strike than the symbol's", { Action: "Exercise", Symbol: CALL, Quantity: 1, Price: 46 },
      "Price | Price is 46.00, but the strike of the symbol is 45.00 | Write the strike per share under Price, or leave it blank."],
    ["without contracts", { Action: "Assigned", Symbol: CALL }, "Quantity | has no quantity | Fill in the number of shares."],
    ["of a stock", { Action: "Exercise", Symbol: "XYZ", Quantity: 1, Price: 45 },
      "Symbol | exercises XYZ, which is no option | Write the contract as the symbol, such as XYZ 250117C45, or fill in Type and Underlying; for rights write Exercise rights."],
    ["whose amount disagrees", { Action: "Exercise", Symbol: CALL, Quantity: 1, Amount: 4400 },
      "Amount | Amount is 4,400.00, but 100 × 45.00 is 4,500.00 | Correct Quantity, Price, Fees or Amount; Amount is the total with fees."],
    ["that sells stock and names a lot", { Action: "Assigned", Symbol: CALL, Quantity: 1, Lot: "L" }, "Lot | names a lot under Lot, but sells stock | Clear Lot."],
    ["with an error for fees", { Action: "Exercise", Symbol: CALL, Quantity: 1, Fees: "#N/A" }, "Fees | Fees holds the error #N/A | Repair the formula in that cell, or type the value."],
  ];
  for (const [what, row, said] of WRONG) it(`are refused ${what}`, () => assert.equal(wrong(row), said));
});
