/** Robinhood: account activity and the consolidated 1099 (broker layouts, section 6). */
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { readSourceFile } from "../../src/import/read-source-file";
import { counts, faults, gainsOf, lotsOf, readSample, readText, sampleText, shown, tradeOfLine, trades, undecidedOfLine } from "./read-sample";

const ACTIVITY = readSample("robinhood-activity.csv");
const HEADING = '"Activity Date","Process Date","Settle Date","Instrument","Description","Trans Code","Quantity","Price","Amount"';
const row = (instrument: string, description: string, code: string, quantity: string, price = "", amount = "", date = "3/3/2025") =>
  `"${date}","${date}","${date}","${instrument}","${description}","${code}","${quantity}","${price}","${amount}"`;
const read = (...rows: readonly string[]) => readText("activity.csv", [HEADING, ...rows].join("\n"));

describe("Robinhood, account activity", () => {
  it("reads trades oldest first, the action from the code, and a purchase marked Dividend Reinvestment", () =>
    assert.deepEqual(trades(ACTIVITY, "Date", "Action", "Symbol", "Quantity", "Amount"), [
      "2025-02-03 Buy ACME 10 500",
      "2025-03-03 Buy AZO 0.06725 200",
      "2025-05-01 Sell short SNDL 100 249.98",
      "2025-05-05 Buy to cover SNDL 100 200",
      "2025-08-18 Split ACME 10",
      "2025-10-24 Reinvest ACME 0.2 5",
      "2025-11-14 Sell AZO 0.06725 267.24",
      "2025-12-02 Sell short NKTR 251219C40 1 619.95",
      "2025-12-19 Expire NKTR 251219C40 1",
    ]));
  it("numbers a row by the line on which its quoted description begins", () => assert.equal(tradeOfLine(ACTIVITY, 22).cells.Symbol, "AZO"));
  it("makes the lots and gains that its amounts say", () => {
    assert.deepEqual(faults(ACTIVITY), ["No problems found"]);
    // a split adds 10 to 10 shares; 0.2 shares for $5
    assert.deepEqual(lotsOf([ACTIVITY], "Symbol", "Quantity", "Basis"), ["ACME 20 500", "ACME 0.2 5"]);
    // 249.98 − 200; 267.24 − 200; the premium kept
    assert.deepEqual(gainsOf([ACTIVITY], "Symbol", "Gain"), ["SNDL 49.98", "AZO 67.24", "NKTR 251219C40 619.95"]);
  });
  it("counts cash by name, and passes over the disclaimer", () => {
    assert.deepEqual(counts(ACTIVITY), { "Cash dividend": 1, "Gold fee": 1, "Transfer between your accounts": 1 });
    assert.ok(!ACTIVITY.undecided.some(({ text }) => text.includes("informational")));
  });
  it("asks about shares that came without basis, a spin-off and a code that it does not know, each with a row to complete", () => {
    assert.deepEqual(ACTIVITY.undecided.map(({ line, draft }) => `${line} ${shown(draft ?? {}, ["Action", "Symbol", "Quantity", "Amount"])}`),
      ["12 Buy FREE 1", "15 Buy KO 15", "17 Spin-off XYZ 3", "24 ACME 1"]);
    assert.match(undecidedOfLine(ACTIVITY, 24).sentence, /code "ZZZZ" is not known/);
  });
  it("asks for the account, which it does not name, and takes the user's word for it", () => {
    assert.deepEqual([ACTIVITY.namesAccount, ACTIVITY.accounts], [false, ["Robinhood"]]);
    const named = readSourceFile({ name: "a.csv", bytes: new TextEncoder().encode(sampleText("robinhood-activity.csv")) }, "My IRA");
    assert.ok(named.ok && named.value.is === "read");
    assert.deepEqual([named.value.namesAccount, named.value.accounts], [true, ["My IRA"]]);
  });
  it("asks about shares moved between accounts, and counts cash under the same code", () => {
    const moved = read(row("SPOT", "Spotify", "ITRF", "1"), row("", "Transfer from Brokerage to Brokerage", "ITRF", "", "", "($476.50)"));
    assert.match(undecidedOfLine(moved, 2).sentence, /Shares moved between accounts/);
    assert.deepEqual(counts(moved), { "Transfer between your accounts": 1 });
  });
  it("makes one split of the two rows of a reverse split, whose shares that go carry a letter", () => {
    const reverse = read(row("XYZ", "XYZ", "SPR", "100S"), row("XYZ", "XYZ", "SPR", "10"));
    assert.deepEqual(trades(reverse, "Action", "Symbol", "Ratio"), ["Split XYZ 1:10"]);
    assert.equal(reverse.control.tradeLines, 2);
  });
  it("takes the fees that lie between price × quantity and the amount", () => {
    // 1,000 × $20 − $19,989.40
    const sold = read(row("XYZ", "XYZ", "Sell", "1000", "$20.000", "$19,989.40"));
    assert.equal(shown(tradeOfLine(sold, 2).cells, ["Price", "Fees", "Amount"]), "20 10.6 19989.4");
  });
  it("ties its amounts to the file: 16 rows, −$243.33", () => {
    assert.deepEqual([ACTIVITY.control.lines, ACTIVITY.control.tradeLines, ACTIVITY.control.countedLines, ACTIVITY.control.undecidedLines], [16, 9, 3, 4]);
    const cents = [61995, 26724, -500, 500, -500, -20000, 24998, -20000, 100, -47650, -50000];
    assert.equal(ACTIVITY.control.amountCents, cents.reduce((sum, each) => sum + each));
  });
});

describe("Robinhood, consolidated 1099", () => {
  const form = readSample("robinhood-1099.csv");
  it("reads the section 1099-B as the broker's sales, and counts the other sections", () => {
    assert.deepEqual([form.kind, form.trades.length, form.control.countedLines], ["form 1099-B", 0, 2]);
    assert.deepEqual(form.sales.map(({ acquired, sold, proceedsCents, basisCents, washCents, term, basisReported }) => [acquired, sold, proceedsCents, basisCents, washCents, term, basisReported]), [
      ["2024-01-10", "2025-03-03", 200000, 100000, 0, "Long", true],
      ["2025-01-10", "2025-03-03", 70000, 90000, 4000, "Short", true],
      ["VARIOUS", "2025-04-01", 50000, 30000, 0, "Short", false],
    ]);
  });
  it("ties its proceeds to the file: $3,200.00", () => assert.equal(form.control.amountCents, 320000));
  it("reads sales in a section 1099-DA as those of that form, and asks where one lacks its columns (R-8949-1)", () => {
    const text = sampleText("robinhood-1099.csv").trimEnd();
    const headings = text.split(/\r?\n/).find((line) => line.startsWith("1099-B,ACCOUNT"))!.replace("1099-B", "1099-DA");
    const coin = "1099-DA,123456789,2025,20250102,20250305,BTC,1,100.00,2000.00,SHORT,,0.00,0.00,,G,,,,,,,,,,,";
    const both = readText("f.csv", [text, headings, coin].join("\n"));
    assert.deepEqual(both.sales.map(({ form: of, basisReported, proceedsCents }) => [of, basisReported, proceedsCents]), [
      ["1099-B", true, 200_000], ["1099-B", true, 70_000], ["1099-B", false, 50_000], ["1099-DA", true, 200_000],
    ]);
    // 3,200.00 and 2,000.00.
    assert.equal(both.control.amountCents, 520_000);
    const without = readText("f.csv", [text, headings.replace("SALES PRICE", "PRICE"), coin].join("\n"));
    assert.equal(without.sales.length, 3);
    assert.equal(without.undecided.length, 1);
  });
  it("leaves a sale whose proceeds cannot be read to the user", () => {
    const broken = readText("f.csv", sampleText("robinhood-1099.csv").replace("900.00,700.00", "900.00,NaN"));
    assert.equal(broken.sales.length, 2);
    assert.match(undecidedOfLine(broken, 7).sentence, /Proceeds is "NaN", which is not a number/);
  });
});

describe("Robinhood and Coinbase, files put under each other", () => {
  it("headings that stand again between the rows are no row, and may be in another order", () => {
    const robinhood = readText("r.csv", [
      "Activity Date,Process Date,Settle Date,Instrument,Description,Trans Code,Quantity,Price,Amount", '1/5/2026,1/5/2026,1/6/2026,ACME,Acme,Buy,10,$5.00,($50.00)',
      "Activity Date,Process Date,Settle Date,Instrument,Description,Trans Code,Price,Quantity,Amount", '1/6/2026,1/6/2026,1/7/2026,ACME,Acme,Sell,$6.00,10,$60.00',
    ].join("\n"));
    assert.deepEqual([robinhood.trades.map(({ cells }) => shown(cells, ["Action", "Quantity", "Amount"])), robinhood.control.lines], [["Buy 10 50", "Sell 10 60"], 2]);
    const coins = "Timestamp,Transaction Type,Asset,Quantity Transacted,Spot Price Currency,Spot Price at Transaction,Subtotal,Total (inclusive of fees and/or spread),Fees and/or Spread,Notes";
    const coinbase = readText("c.csv", [coins, "2022-01-05T15:00:00Z,Buy,ETH,1,USD,3000,3000,3010,10,", coins, "2023-01-05T15:00:00Z,Sell,ETH,1,USD,3100,3100,3090,10,"].join("\n"));
    assert.deepEqual([coinbase.trades.length, coinbase.undecided, coinbase.control.lines], [2, [], 2]);
  });
});
