/** Coinbase: three generations of history and the gain/loss report (broker layouts, section 7). */
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { localDayOf } from "../../src/import/utc-days";
import { faults, gainsOf, lotsOf, readSample, readText, sampleText, shown, trades, undecidedOfLine } from "./read-sample";

const CURRENT = readSample("coinbase-history-3.csv");

describe("Coinbase, the taxpayer's day of a time in UTC", () => {
  const day = (timestamp: string) => localDayOf(timestamp)?.iso;
  it("is the day before in every state until 3:59 UTC, and the same day from 10:00 on, without a note", () => {
    assert.equal(day("2026-01-01 02:10:00 UTC"), "2025-12-31");
    assert.equal(day("2025-07-01T03:59:59Z"), "2025-06-30");
    assert.equal(day("2025-07-01T10:00:00Z"), "2025-07-01");
    for (const clear of ["2026-01-01 02:10:00 UTC", "2025-07-01T10:00:00Z"]) assert.equal(localDayOf(clear)?.note, "");
  });
  it("is that of Eastern Standard Time between, and the note names the other day", () => {
    assert.equal(day("2025-01-02 04:30:00 UTC"), "2025-01-01");
    assert.match(localDayOf("2025-01-02 04:30:00 UTC")?.note ?? "", /may have been 2025-01-02/);
    assert.equal(day("2025-01-02 07:30:00 UTC"), "2025-01-02");
    assert.match(localDayOf("2025-01-02 07:30:00 UTC")?.note ?? "", /may have been 2025-01-01/);
  });
  it("says so for the whole file", () => assert.match(CURRENT.note, /Eastern Standard Time/));
});

describe("Coinbase, transaction history", () => {
  it("reads the current layout, with a conversion as a sale and a purchase at one value", () =>
    assert.deepEqual(trades(CURRENT, "Date", "Action", "Symbol", "Quantity", "Fees", "Amount"), [
      "2025-03-01 Buy BTC 0.25 298 20298",
      "2025-04-01 Buy ETH 1 9 1809",
      "2025-05-05 Sell BTC 0.02  1900",
      "2025-05-05 Buy ETH 0.7521  1900",
      "2025-06-10 Vest ETH 0.002  5",
      "2025-12-30 Sell BTC 0.1 60 9940",
    ]));
  it("makes the lots and gains that its totals say", () => {
    assert.deepEqual(faults(CURRENT), ["No problems found"]);
    // 1,900 − 20,298 × 0.02 / 0.25; 9,940 − 20,298 × 0.1 / 0.25
    assert.deepEqual(gainsOf([CURRENT], "Symbol", "Gain"), ["BTC 276.16", "BTC 1820.8"]);
    assert.deepEqual(lotsOf([CURRENT], "Symbol", "Quantity", "Basis"), ["BTC 0.13 10554.96", "ETH 1 1809", "ETH 0.7521 1900", "ETH 0.002 5"]);
  });
  it("marks its rows as digital assets", () => assert.ok(CURRENT.trades.every(({ cells }) => cells.Type === "Digital")));
  it("asks about coins sent, received and spent, and counts dollars deposited", () => {
    assert.deepEqual(CURRENT.undecided.map(({ line, draft }) => `${line} ${shown(draft ?? {}, ["Action", "Symbol", "Quantity", "Amount"])}`),
      ["6 Transfer BTC 0.05", "7 Buy ETH 0.4", "8 Sell ETH 0.01 35"]);
    assert.deepEqual(CURRENT.counted, [{ label: "Deposit", lines: [13] }]);
  });
  it("asks where the notes of a conversion do not tell the other coin", () => {
    const unclear = readText("c.csv", sampleText("coinbase-history-3.csv").replace("Converted 0.02 BTC to 0.7521 ETH", "Converted"));
    assert.match(undecidedOfLine(unclear, 10).sentence, /Write two rows: Sell of the one and Buy of the other/);
  });
  it("reads the layout of 2022 and 2023, and leaves a row in euros undecided", () => {
    const middle = readSample("coinbase-history-2.csv");
    assert.deepEqual(trades(middle, "Date", "Action", "Symbol", "Amount"), ["2022-03-15 Buy BTC 2030", "2023-06-20 Sell BTC 552", "2023-07-01 Vest USDC 3"]);
    assert.match(undecidedOfLine(middle, 10).sentence, /in EUR, and only dollars are counted/);
  });
  it("reads the layout until 2021", () => {
    const oldest = readSample("coinbase-history-1.csv");
    // 640.32 − 253.73 / 4
    assert.deepEqual(gainsOf([oldest], "Symbol", "Gain"), ["ETH 576.89"]);
    assert.deepEqual([oldest.control.lines, oldest.control.amountCents], [3, 25373 + 64032 + 300]);
  });
  it("lets the total count where the price is that of the market without the spread", () => {
    const spread = readText("c.csv", sampleText("coinbase-history-1.csv").replace("2,125.00,250.00", "2,100.00,250.00"));
    const [bought] = spread.trades;
    assert.deepEqual([bought?.cells.Price, bought?.cells.Amount], [undefined, "253.73"]);
    assert.match(bought?.note ?? "", /total of the file counts/);
  });
});

describe("Coinbase, conversions from and into money", () => {
  const HEADINGS = "ID,Timestamp,Transaction Type,Asset,Quantity Transacted,Price Currency,Price at Transaction,Subtotal,Total (inclusive of fees and/or spread),Fees and/or Spread,Notes\n";
  const converted = (asset: string, quantity: string, money: string, notes: string) =>
    readText("c.csv", `${HEADINGS}c1,2025-03-31 15:00:00 UTC,Convert,${asset},${quantity},USD,$1.00,${money},${notes}\n`);
  const HEADED = ["Date", "Action", "Symbol", "Quantity", "Price", "Fees", "Amount", "Type"] as const;

  it("dollars converted into a coin are its purchase", () => {
    const bought = converted("USD", "500", "$500.00,$500.00,$0.00", "Converted 500 USD to 0.01 BTC");
    assert.deepEqual(trades(bought, ...HEADED), ["2025-03-31 Buy BTC 0.01   500 Digital"]);
    assert.deepEqual([bought.counted, bought.undecided], [[], []]);
  });
  it("all dollars that went are its cost, with the fee: 495 and 5", () =>
    assert.deepEqual(trades(converted("USD", "-500", "$495.00,$500.00,$5.00", "Converted 500 USD to 0.01 BTC"), ...HEADED), ["2025-03-31 Buy BTC 0.01   500 Digital"]));
  it("a coin converted into dollars is its sale for what came, and dollars make no lot", () => {
    const sold = converted("BTC", "-0.01", "$600.00,$606.00,$6.00", "Converted 0.01 BTC to 600 USD");
    assert.deepEqual(trades(sold, ...HEADED), ["2025-03-31 Sell BTC 0.01   600 Digital"]);
    assert.deepEqual(lotsOf([readText("c.csv", `${HEADINGS}c1,2025-01-31 15:00:00 UTC,Buy,BTC,0.01,USD,$50000.00,$500.00,$500.00,$0.00,x\n` +
      "c2,2025-03-31 15:00:00 UTC,Convert,BTC,0.01,USD,$60000.00,$600.00,$600.00,$0.00,Converted 0.01 BTC to 600 USD\n")], "Symbol"), []);
  });
  it("a purchase from dollars is there to be sold: 500 paid, 520 received", () => {
    const both = readText("c.csv", `${HEADINGS}c1,2025-03-31 15:00:00 UTC,Convert,USD,500,USD,$1.00,$500.00,$500.00,$0.00,Converted 500 USD to 0.01 BTC\n` +
      "c2,2025-04-30 15:00:00 UTC,Sell,BTC,-0.01,USD,$52000.00,$520.00,$520.00,$0.00,x\n");
    assert.deepEqual(faults(both), ["No problems found"]);
    assert.deepEqual(gainsOf([both], "Symbol", "Gain"), ["BTC 20"]);
  });
  for (const [what, asset, quantity, money, notes, draft] of [
    ["dollars whose coin the notes do not tell", "USD", "500", "$500.00,$500.00,$0.00", "Converted", "Buy   500"],
    ["dollars that are not those of the total", "USD", "500", "$505.00,$510.00,$5.00", "Converted 500 USD to 0.01 BTC", "Buy BTC 0.01"],
    ["dollars whose total cannot be read", "USD", "500", "$500.00,$5x0.00,$0.00", "Converted 500 USD to 0.01 BTC", "Buy BTC 0.01"],
    ["a coin whose value is not the dollars that came", "BTC", "0.01", "$600.00,$600.00,$0.00", "Converted 0.01 BTC to 594 USD", "Sell BTC 0.01"],
    ["euros converted into a coin", "EUR", "500", "$540.00,$540.00,$0.00", "Converted 500 EUR to 0.01 BTC", "Buy BTC 0.01"],
    ["a coin converted into euros", "BTC", "0.01", "$600.00,$600.00,$0.00", "Converted 0.01 BTC to 550 EUR", "Sell BTC 0.01"],
  ] as const) {
    it(`asks about ${what}`, () => {
      const asked = converted(asset, quantity, money, notes);
      assert.deepEqual(asked.trades, []);
      assert.equal(shown(undecidedOfLine(asked, 2).draft ?? {}, ["Action", "Symbol", "Quantity", "Amount"]), draft);
    });
  }
  it("counts one money converted into another", () =>
    assert.deepEqual(converted("EUR", "500", "$540.00,$540.00,$0.00", "Converted 500 EUR to 540 USD").counted, [{ label: "Convert", lines: [2] }]));
});

describe("Coinbase, gain/loss report", () => {
  const gains = readSample("coinbase-gains.csv");
  it("reads sales with the lot relieved and whose word its basis is", () =>
    assert.deepEqual(gains.sales.map(({ symbol, acquired, sold, quantity, proceedsCents, basisCents, description }) => [symbol, acquired, sold, quantity, proceedsCents, basisCents, description]), [
      ["ETH", "2021-09-02", "2025-06-25", "2", 480000, 760000, "Sell ETH, lot lot-1, basis as you gave it"],
      ["ETH", "2025-03-01", "2025-06-25", "1", 240000, 200000, "Sell ETH, lot lot-2"],
      ["BTC", "2025-12-02", "2025-12-04", "0.0000046", 42, 42, "Fee BTC, lot lot-3"],
    ]));
  it("ties its proceeds to the file: 4,800 + 2,400 + 0.4233…", () => assert.equal(gains.control.amountCents, 720042));
});
