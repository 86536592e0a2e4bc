import assert from "node:assert/strict";
import { errorOf, records, serial, spilled } from "./calling";
import { HEADINGS, ONE_SYMBOL_WRONG, OVERSOLD, RATES, WASHED, type Range } from "./example-trades";
import { on, rowsOf } from "./rows-of";

const PRICES = [["Symbol", "Price"], ["XYZ", 40], ["DEF", 130]];
/** Long-term on 2025-03-02, 2025-02-06 and 2025-06-06; the last day of the first two is 82 and 58 days after 2024-12-10. */
const TRADES: Range = [
  HEADINGS,
  ["2024-03-01", "Buy", "XYZ", 100, 50, 0, "A"],
  ["2024-02-05", "Buy", "DEF", 10, 100, 0, "B"],
  ["2024-06-05", "Buy", "GHI", 10, 10, 0, "B"],
  ["2024-02-05", "Buy", "DEF", 10, 100, 0, "My IRA"],
  // Realised by then: 10 × 300 − 1,000 = 2,000 long-term, 10 × 600 − 1,000 = 5,000 short-term.
  ["2022-01-03", "Buy", "OLD", 10, 100, 0, "B"],
  ["2024-02-01", "Sell", "OLD", 10, 300, 0, "B"],
  ["2024-02-05", "Buy", "NEW", 10, 100, 0, "B"],
  ["2024-06-03", "Sell", "NEW", 10, 600, 0, "B"],
];

describe("R-TLH-6: TERMCALENDAR of a gain and a loss", () => {
  const rows = () => records("TERMCALENDAR", TRADES, "2024-12-10", 90, PRICES, RATES);

  it("has these columns", () =>
    assert.equal(
      spilled("TERMCALENDAR", TRADES, "2024-12-10")[0]!.join(", "),
      "Symbol, Account, Lot, Acquired, Holding from, Quantity, Basis, Value, Gain, Long-term on, Days to long-term, Tax now, Tax long-term, Swing, Note, Break-even price, Break-even move",
    ));
  it("the soonest stands first; what lies in an IRA, or further ahead, is not listed", () =>
    assert.deepEqual(rows().map((row) => [row["Symbol"], row["Days to long-term"], row["Long-term on"]]), [
      ["DEF", 58, serial("2025-02-06")],
      ["XYZ", 82, serial("2025-03-02")],
    ]));
  it("a gain of 300.00: 37% is 111.00, 20% is 60.00, and waiting saves 51.00", () => {
    const [gain] = rows();
    assert.deepEqual(["Basis", "Value", "Gain", "Tax now", "Tax long-term", "Swing"].map((heading) => gain![heading]), [1000, 1300, 300, 111, 60, 51]);
    assert.equal(gain!["Note"], "Waiting 58 days with this gain saves $51.00 at this price.");
  });
  it("a loss of 1,000.00 saves 370.00 now and 200.00 then: waiting costs 170.00", () => {
    const loss = rows()[1]!;
    assert.deepEqual(["Gain", "Tax now", "Tax long-term", "Swing"].map((heading) => loss[heading]), [-1000, -370, -200, -170]);
    assert.equal(loss["Note"], "Waiting 82 days with this loss costs $170.00 at this price.");
  });
  it("wait or sell: 1,300 − 111 is kept now; 1,236.25 − 20% of 236.25 is as much later: 123.625 a share, a fall of 63.75 of 1,300", () => {
    const [gain, loss] = rows();
    assert.deepEqual([gain!["Break-even price"], gain!["Break-even move"]], [123.625, -0.0490384615384615]);
    assert.deepEqual([loss!["Break-even price"], loss!["Break-even move"]], ["", ""]);
  });
  it("R-TAX-5 by the tables of 2024: 300 at 22% is 66.00, at 15% 45.00", () => {
    const settings = [["Tax year", 2024], ["Filing status", "Single"], ["Taxable income", 60000]];
    const [gain] = records("TERMCALENDAR", TRADES, "2024-12-10", 90, PRICES, settings);
    assert.deepEqual(["Tax now", "Tax long-term", "Swing"].map((heading) => gain![heading]), [66, 45, 21]);
  });
  it("beside nothing realised a loss lowers other income at the short rate, whatever its term: waiting changes nothing", () => {
    const loss = records("TERMCALENDAR", TRADES.slice(0, 5), "2024-12-10", 90, PRICES, RATES)[1]!;
    assert.deepEqual(["Tax now", "Tax long-term", "Swing", "Note"].map((heading) => loss[heading]), [-370, -370, 0, ""]);
  });
  it("State rate and NIIT are in both: 300 × (0.37 + 0.05 + 0.038) = 137.40", () =>
    assert.equal(records("TERMCALENDAR", TRADES, "2024-12-10", 90, PRICES, [...RATES, ["State rate", "5%"], ["NIIT", "3.8%"]])[0]!["Tax now"], 137.4));
});

describe("TERMCALENDAR: how far it looks", () => {
  const lots = (asof: string, days?: unknown) => records("TERMCALENDAR", TRADES, asof, days).map((row) => row["Lot"]);
  it("left out, 60 days: day 60 is in, day 61 is not", () => {
    assert.deepEqual(lots("2024-12-08"), ["row 3"]);
    assert.deepEqual(lots("2024-12-07"), []);
  });
  it("the day before it turns is 1 day; on the day itself it has turned", () => {
    assert.deepEqual(records("TERMCALENDAR", TRADES, "2025-02-05", 1).map((row) => row["Days to long-term"]), [1]);
    assert.deepEqual(lots("2025-02-06", 1), []);
  });
  it("rows after the day do not count", () => assert.deepEqual(lots("2024-02-04", 366), []));
  it("a number so large that it means all", () => assert.deepEqual(lots("2024-12-10", 100000), ["row 3", "row 2", "row 4"]));
  for (const [days, says] of [[-5, /^days is -5; write a whole number/], [1.5, /^days is 1\.5;/], ["soon", /^days is "soon";/], ["#N/A", /^days is #N\/A;/]] as const) {
    it(`days ${days} is refused`, () => assert.match(errorOf("TERMCALENDAR", TRADES, "2024-12-10", days).message, says));
  }
  it("no date is refused", () => assert.match(errorOf("TERMCALENDAR", TRADES, null).message, /^asof is missing/));
});

describe("TERMCALENDAR: facts that are absent", () => {
  it("no prices: value, gain and taxes are blank", () => {
    const [row] = records("TERMCALENDAR", TRADES, "2024-12-10", 90, null, RATES);
    for (const heading of ["Value", "Gain", "Tax now", "Tax long-term", "Swing", "Note", "Break-even price", "Break-even move"]) assert.equal(row![heading], "", heading);
    assert.equal(row!["Basis"], 1000);
  });
  it("a symbol whose price cannot be used: #VALUE!, the Note names the row, and the other symbols are answered", () => {
    const lines = records("TERMCALENDAR", TRADES, "2024-12-10", 90, [["Symbol", "Price"], ["XYZ", "dear"], ["DEF", 130]], RATES);
    assert.deepEqual(lines.map((row) => [row["Symbol"], row["Gain"]]), [["DEF", 300], ["XYZ", "#VALUE!"]]);
    assert.equal(lines[1]!["Note"], 'Prices row 2: the price of XYZ is "dear", which is not a number. Correct it, or clear the row.');
  });
  it("a symbol without a price: #N/A, and the Note says so", () => {
    const row = records("TERMCALENDAR", TRADES, "2024-12-10", 366, PRICES, RATES)[2]!;
    for (const heading of ["Value", "Gain", "Tax now", "Tax long-term", "Swing"]) assert.equal(row[heading], "#N/A", heading);
    assert.equal(row["Note"], "The prices have none for GHI. Add a row with GHI and its price.");
  });
  it("no return and no rates: the taxes are blank, and the first Note says which to add", () => {
    const rows = records("TERMCALENDAR", TRADES, "2024-12-10", 90, PRICES);
    assert.deepEqual(rows.map((row) => [row["Gain"], row["Swing"], row["Note"]]), [
      [300, "", "The tax of the year needs Tax year, Filing status and Taxable income, which the settings do not give. Add Tax year, Filing status and Taxable income to the settings, or Short rate and Long rate."],
      [-1000, "", ""],
    ]);
  });
  it("a refused pool is one row of #VALUE! with the reason", () => {
    const [row] = records("TERMCALENDAR", ONE_SYMBOL_WRONG, "2024-12-10");
    assert.deepEqual([row!["Symbol"], row!["Quantity"], row!["Note"]], ["XYZ", "#VALUE!", OVERSOLD]);
  });
});

describe("TERMCALENDAR: the period that counts", () => {
  it("a wash sale moves it (R-WS-6): held 387 days and added to 2024-02-15, long from the start", () => {
    const rows = records("TERMCALENDAR", WASHED, "2024-02-16", 366);
    assert.deepEqual(rows, []);
  });
  it("inherited shares never turn (R-HP-4)", () =>
    assert.deepEqual(records("TERMCALENDAR", rowsOf(on("Inherit")("2024-03-01", "XYZ", { Quantity: 1, Value: 5 })), "2024-12-10", 366), []));
  it("a gift below its value at the gift counts from the gift (R-GIFT-1): 10 × 8.00 - 10 × 6.00 = 20.00 is the loss", () => {
    const gift = { Quantity: 10, Amount: 100, Acquired: "2020-01-02", Value: 8 };
    const trades = rowsOf(on("Gift received")("2024-03-01", "XYZ", gift));
    const at = (price: number) => records("TERMCALENDAR", trades, "2024-12-10", 366, [["XYZ", price]]);
    assert.deepEqual(at(6).map((row) => [row["Basis"], row["Gain"], row["Long-term on"]]), [[80, -20, serial("2025-03-02")]]);
    assert.deepEqual(at(12), []);
  });
  it("R-SS-2: shares under an open short do not turn: no day, no long-term tax, and the Note says why", () => {
    const trades: Range = [HEADINGS, ["2024-03-01", "Buy", "XYZ", 100, 80, 0, "A"], ["2024-11-20", "Sell short", "XYZ", 50, 70, 0, "A"]];
    const rows = records("TERMCALENDAR", trades, "2024-12-10", 90, [["XYZ", 90]], RATES);
    const held = rows.filter((row) => row["Long-term on"] === "");
    // 50 × 90 - 50 × 80 = 500.00, 37 % of it 185.00; the other 50 turn on 2025-03-02 and save 500 × 0.17 = 85.00.
    assert.deepEqual(held.map((row) => [row["Quantity"], row["Days to long-term"], row["Tax now"], row["Tax long-term"], row["Swing"]]), [[50, "", 185, "", ""]]);
    assert.match(String(held[0]!["Note"]), /^A short sale that is open holds the period of 50 of these: they stay short-term until it is closed/);
    assert.deepEqual(rows.filter((row) => row["Swing"] === 85).map((row) => row["Long-term on"]), [serial("2025-03-02")]);
  });
  it("R-AVG-2: a fund at average shows the pool's basis before its first sale: 12,000 × 100 ÷ 200 = 6,000.00 a lot", () => {
    const trades = rowsOf(
      on("Buy")("2024-03-01", "VF", { Quantity: 100, Price: 80, Type: "Fund" }),
      on("Buy")("2024-06-01", "VF", { Quantity: 100, Price: 40, Type: "Fund" }),
    );
    const rows = records("TERMCALENDAR", trades, "2024-12-10", 366, [["VF", 50]], [...RATES, ["Method", "AVG"]]);
    assert.deepEqual(rows.map((row) => [row["Basis"], row["Gain"]]), [[6000, -1000], [6000, -1000]]);
    for (const row of rows) assert.match(String(row["Note"]), /Average basis: the earliest shares of the pool leave first/);
  });
  it("a collectible has a long-term rate of its own (R-TAX-4)", () => {
    const gold: Range = [HEADINGS, ["2024-03-01", "Buy", "GLD", 10, 150, 0, "A"]];
    const [row] = records("TERMCALENDAR", gold, "2024-12-10", 90, [["GLD", 180]], RATES);
    assert.deepEqual([row!["Tax now"], row!["Tax long-term"], row!["Swing"]], [111, "#N/A", "#N/A"]);
    assert.match(String(row!["Note"]), /GLD is a collectible/);
  });
});
