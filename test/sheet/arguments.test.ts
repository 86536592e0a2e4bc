import assert from "node:assert/strict";
import { describe, it } from "mocha";
import {
  dateArgument, optionalDateArgument, optionalMethodArgument, optionalTextArgument, optionalYearArgument, priceArgument, pricesArgument,
  proceedsCents, rowArgument, sharesArgument, textArgument, wordArgument,
} from "../../src/sheet/arguments";
import type { Outcome } from "../../src/values/outcome";
import { dayFromCalendar } from "../../src/values/plain-date";

function answer(outcome: Outcome<unknown>): unknown {
  return outcome.ok ? outcome.value : outcome.problem.sentence;
}

const LEFT_OUT = [null, undefined, ""];

describe("Arguments of one cell", () => {
  it("a date", () => {
    const march = dayFromCalendar(2024, 3, 1);
    for (const cell of [45352, 45352.5, "2024-03-01", "3/1/2024", { basicValue: 45352 }]) assert.equal(answer(dateArgument(cell, "sold")), march);
    for (const cell of [...LEFT_OUT, 0]) {
      assert.equal(answer(dateArgument(cell, "sold")), "sold is missing; give a date such as 2024-03-01.");
      assert.equal(answer(optionalDateArgument(cell, "asof")), null);
    }
    assert.equal(answer(dateArgument("soon", "sold")), 'sold is "soon", which is not a date; write a date such as 2024-03-01.');
    assert.equal(answer(optionalDateArgument(true, "asof")), "asof is TRUE, which is not a date; write a date such as 2024-03-01.");
  });
  it("shares", () => {
    assert.equal(answer(sharesArgument(0.1 + 0.2, "quantity")), 0.3);
    assert.equal(answer(sharesArgument("1,000", "quantity")), 1000);
    assert.equal(answer(sharesArgument(null, "quantity")), "quantity is missing; give a number of shares.");
    assert.equal(answer(sharesArgument(0, "quantity")), "quantity is 0; give a number of shares above 0.");
    assert.equal(answer(sharesArgument(-5, "quantity")), "quantity is -5; give a number of shares above 0.");
    assert.equal(answer(sharesArgument("many", "quantity")), 'quantity is "many", which is not a number.');
    assert.equal(answer(sharesArgument("#REF!", "quantity")), "quantity holds the error #REF!.");
    assert.equal(answer(sharesArgument(1e20, "quantity")), "quantity is 100000000000000000000, too large to be exact.");
  });
  it("a price", () => {
    assert.equal(answer(priceArgument("$12.50", "price")), 12.5);
    assert.equal(answer(priceArgument(0, "price")), 0);
    assert.equal(answer(priceArgument("", "price")), "price is missing; give a price per share in dollars.");
    assert.equal(answer(priceArgument(-1, "price")), "price is -1.00, below zero.");
    assert.equal(answer(priceArgument(false, "price")), "price is FALSE, which is not a number.");
  });
  it("text", () => {
    assert.equal(answer(textArgument(" XYZ ", "symbol")), "XYZ");
    assert.equal(answer(textArgument(7203, "symbol")), "7203");
    assert.equal(answer(textArgument(true, "symbol")), "TRUE");
    assert.equal(answer(textArgument("", "symbol")), "symbol is missing; give a symbol.");
    assert.equal(answer(optionalTextArgument(null, "account")), null);
    assert.equal(answer(textArgument("#N/A", "symbol")), "symbol holds the error #N/A.");
  });
  it("a word of a list", () => {
    const words = ["Disallowed", "Shares", "Final on"] as const;
    assert.equal(answer(wordArgument("final ON", "part", words, "Disallowed")), "Final on");
    for (const cell of LEFT_OUT) assert.equal(answer(wordArgument(cell, "part", words, "Disallowed")), "Disallowed");
    assert.equal(answer(wordArgument("Gain", "part", words, "Disallowed")), 'part is "Gain"; write Disallowed, Shares or Final on.');
  });
  it("a year", () => {
    assert.equal(answer(optionalYearArgument("2025", "year")), 2025);
    for (const cell of [...LEFT_OUT, 0]) assert.equal(answer(optionalYearArgument(cell, "year")), null);
    assert.equal(answer(optionalYearArgument(45352, "year")), "year is 45352; write a year such as 2025.");
    assert.equal(answer(optionalYearArgument("this", "year")), 'year is "this"; write a year such as 2025.');
  });
  it("a method", () => {
    assert.equal(answer(optionalMethodArgument("hifo", "method")), "HIFO");
    assert.equal(answer(optionalMethodArgument(null, "method")), null);
    assert.equal(answer(optionalMethodArgument("vanguard mintax", "method")), "VANGUARD_MINTAX");
    assert.match(String(answer(optionalMethodArgument("BEST", "method"))), /^method is "BEST"; write FIFO, .* or a broker's method that METHODS lists\.$/);
  });
  it("a row of the range", () => {
    assert.equal(answer(rowArgument(3, "row", 10)), 3);
    for (const [cell, quoted] of [[0, "0"], [11, "11"], [2.5, "2.5"], ["x", '"x"'], [null, "a blank"]] as const) {
      assert.equal(answer(rowArgument(cell, "row", 10)), `row is ${quoted}; give a row of the trades range, 1 to 10.`);
    }
  });
  it("shares × price in cents", () => {
    assert.equal(answer(proceedsCents(200, 190)), 3800000);
    assert.equal(answer(proceedsCents(0.5, 10.01)), 501);
    assert.equal(answer(proceedsCents(1e12, 1e6)), "1000000000000 shares at 1,000,000.00 come to more than $90 trillion.");
  });
});

describe("The prices range", () => {
  const priced = (...rows: readonly (readonly unknown[])[]) => {
    const read = pricesArgument(rows);
    return read && (read.faults[0]?.sentence ?? Object.fromEntries(read.bySymbol));
  };
  it("has two columns, with or without headings", () => {
    assert.deepEqual(priced(["xyz", 10], ["ABC", "$1,234.50"]), { XYZ: 10, ABC: 1234.5 });
    assert.deepEqual(priced(["Symbol", "Price"], ["xyz", 10]), { XYZ: 10 });
    assert.deepEqual(priced(["Ticker", "Name", "Price"], ["xyz", "Xyz Corp", 10]), { XYZ: 10 });
    assert.deepEqual(priced(["What", "Close"], ["xyz", 10]), { XYZ: 10 });
  });
  it("left out or blank is no prices", () => {
    assert.equal(pricesArgument(null), null);
    assert.equal(priced([null, null]), null);
  });
  it("a row without a price, or with a quote that failed, leaves its symbol unpriced", () =>
    assert.deepEqual(priced(["XYZ", 10], ["ABC", ""], ["", 5], ["DEF", "#N/A"], ["ZERO", 0]), { XYZ: 10, ZERO: 0 }));
  it("a price that cannot be is named by its row", () => {
    assert.equal(priced(["Symbol", "Price"], ["XYZ", "high"]), 'Prices row 2: the price of XYZ is "high", which is not a number. Correct it, or clear the row.');
    assert.equal(priced(["XYZ", -1]), "Prices row 1: the price of XYZ is -1.00, below zero. Correct it, or clear the row.");
    assert.equal(priced(["XYZ", 1], ["xyz", 2]), "Prices row 2: XYZ is priced 2 here and 1 above. Correct it, or clear the row.");
    assert.equal(priced([{ code: "#REF!" }, 1]), "Prices row 1: Symbol holds the error #REF!. Correct it, or clear the row.");
  });
  it("its symbol has no price then, and the other symbols keep theirs", () => {
    const read = pricesArgument([["Symbol", "Price"], ["XYZ", 10], ["ABC", "high"], ["DEF", 3], ["def", 4], ["DEF", 3], [{ code: "#REF!" }, 1], ["xyz", 10]]);
    assert.deepEqual(read && [...read.bySymbol], [["XYZ", 10]]);
    assert.deepEqual(read?.faults.map(({ row, symbol }) => [row, symbol]), [[3, "ABC"], [5, "DEF"], [7, null]]);
  });
  it("the same price twice is no contradiction", () => assert.deepEqual(priced(["XYZ", 1], ["xyz", 1]), { XYZ: 1 }));
});
