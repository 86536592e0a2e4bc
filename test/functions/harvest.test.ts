import assert from "node:assert/strict";
import { errorOf, records, serial, spilled, value, type Shown } from "./calling";
import { HEADINGS, ONE_SYMBOL_WRONG, OVERSOLD, RATES, type Range } from "./example-trades";

const DAY = "2024-12-10";
/**
 * Row 2 has lost 100 × 50 - 100 × 40 = 1,000.00, ten a share. Row 3 was bought 20 days before and row 4, reinvested in
 * an IRA, 5 days before: 20 × 10 = 200.00 is washed and 5 × 10 = 50.00 lost for good. Row 5 has lost 300.00, clean.
 */
const TRADES: Range = [
  HEADINGS,
  ["2024-03-01", "Buy", "XYZ", 100, 50, 0, "A"],
  ["2024-11-20", "Buy", "XYZ", 20, 45, 0, "A"],
  ["2024-12-05", "Reinvest", "XYZ", 5, 44, 0, "My IRA"],
  ["2023-01-05", "Buy", "ABC", 10, 100, 0, "B"],
  ["2024-02-05", "Buy", "DEF", 10, 100, 0, "B"],
];
const PRICES: Range = [["Symbol", "Price"], ["XYZ", 40], ["ABC", 70], ["DEF", 130]];

type Line = Record<string, Shown>;
const harvest = (...args: unknown[]): Line[] => records("HARVEST", ...args);
const lot = (lines: readonly Line[], name: string): Line => lines.find((line) => line["Lot"] === name)!;
const figures = (line: Line, ...headings: string[]): Shown[] => headings.map((heading) => line[heading]!);
const MONEY = ["Loss", "Washed now", "Permanently lost", "Harvestable loss"];

describe("R-TLH-1, R-TLH-2: HARVEST of a lot that two purchases would wash", () => {
  const row2 = () => lot(harvest(TRADES, PRICES, DAY), "row 2");

  it("1,000.00 less 250.00 washed, 50.00 of it for good, is 750.00", () => assert.deepEqual(figures(row2(), ...MONEY), [1000, 250, 50, 750]));
  it("what it is: 100 shares at 50 worth 40, down 20 %", () =>
    assert.deepEqual(figures(row2(), "Symbol", "Account", "Quantity", "Acquired", "Term", "Basis", "Value", "Loss percent"), [
      "XYZ", "A", 100, serial("2024-03-01"), "Short", 5000, 4000, 0.2,
    ]));
  it("R-TLH-3: clean 31 days after the last purchase; buy back 31 days after the sale", () =>
    assert.deepEqual(figures(row2(), "Clean sale date", "Clean rebuy date"), [serial("2025-01-05"), serial(DAY) + 31]));
  it("R-TLH-6: bought 2024-03-01, long-term on 2025-03-02, 82 days on", () => assert.equal(row2()["Days to long-term"], 82));
  it("says which rows wash it, what is lost for good first", () =>
    assert.match(
      String(row2()["Note"]),
      /^Row 4 \(bought 2024-12-05\) replaces 5 of these: \$50\.00 is lost for good, replaced in My IRA\. Row 3 \(bought 2024-11-20\) replaces 20 of these: \$200\.00 is washed\./,
    ));
  it("a clean lot has a blank Clean sale date, a lot at a gain is no candidate, one in an IRA neither", () => {
    const lines = harvest(TRADES, PRICES, DAY);
    assert.equal(lot(lines, "row 5")["Clean sale date"], "");
    assert.deepEqual(lines.map((line) => line["Lot"]).sort(), ["row 2", "row 3", "row 5"]);
    assert.deepEqual(lines.map((line) => line["Rank"]), [1, 2, 3]);
  });
});

/** The year has gained 2,000.00 long-term (10 × 300 − 1,000) and 5,000.00 short-term (10 × 600 − 1,000) by the day. */
const BUSY_YEAR: Range = [
  ...TRADES,
  ["2022-02-01", "Buy", "OLD", 10, 100, 0, "B"],
  ["2024-02-01", "Sell", "OLD", 10, 300, 0, "B"],
  ["2024-02-01", "Buy", "NEW", 10, 100, 0, "B"],
  ["2024-06-03", "Sell", "NEW", 10, 600, 0, "B"],
];
/** 2024 single: 22% from 47,150 to 100,525; long-term 15% from 47,025 (Rev. Proc. 2023-34). */
const RETURN: Range = [["Tax year", 2024], ["Filing status", "Single"], ["Taxable income", 60000]];
const WORTH = ["Tax saved", "Comes back", "Kept for good", "Carried over"];

describe("R-TAX-5, R-TLH-4: Tax saved is the tax of the year with the sale less the tax without", () => {
  it("750.00 short off a short gain at 37% is 277.50, 300.00 long off a long gain at 20% is 60.00", () => {
    const lines = harvest(BUSY_YEAR, PRICES, DAY, null, RATES);
    // Sold later as a long-term gain, 750.00 cost 20%: 150.00 come back.
    assert.deepEqual(figures(lot(lines, "row 2"), ...WORTH), [277.5, 150, 127.5, 0]);
    assert.deepEqual(figures(lot(lines, "row 5"), ...WORTH), [60, 60, 0, 0]);
  });
  it("by the tables: 750.00 at 22% is 165.00, of which 15%, 112.50, comes back; 300.00 at 15% is 45.00", () => {
    const lines = harvest(BUSY_YEAR, PRICES, DAY, null, RETURN);
    assert.deepEqual(figures(lot(lines, "row 2"), ...WORTH), [165, 112.5, 52.5, 0]);
    assert.deepEqual(figures(lot(lines, "row 5"), ...WORTH), [45, 45, 0, 0]);
    assert.match(String(lot(lines, "row 2")["Note"]), /\$112\.50 comes back once it is sold long-term, \$52\.50 is kept for good\./);
  });
  it("with no gain in the year a long-term loss lowers other income, at the short rate", () =>
    assert.equal(lot(harvest(TRADES, PRICES, DAY, null, RATES), "row 5")["Tax saved"], 111));
  it("R-TLH-5: 3,000 lost already by the day, all of it is carried on and worth nothing this year; it says so", () => {
    const lost: Range = [...TRADES, ["2022-02-01", "Buy", "OLD", 10, 400, 0, "B"], ["2024-02-01", "Sell", "OLD", 10, 100, 0, "B"]];
    const line = lot(harvest(lost, PRICES, DAY, null, RETURN), "row 2");
    assert.deepEqual(figures(line, "Tax saved", "Carried over"), [0, 750]);
    assert.match(String(line["Note"]), /Worth nothing to you this year: your losses are past the year's limit without it, and all of it is carried on\./);
  });
  it("what is sold after the day does not count", () => {
    const later: Range = [...TRADES, ["2022-02-01", "Buy", "OLD", 10, 400, 0, "B"], ["2024-12-20", "Sell", "OLD", 10, 100, 0, "B"]];
    assert.equal(lot(harvest(later, [...PRICES, ["OLD", 400]], DAY, null, RETURN), "row 2")["Tax saved"], 165);
  });
  it("the rows of a target add up: 1,375.00 off short gains first, in whatever order", () => {
    const lines = harvest(BUSY_YEAR, PRICES, DAY, 1300, RETURN);
    const sum = (heading: string) => lines.reduce((total, line) => total + Math.round(Number(line[heading]) * 100), 0);
    const [short, long] = ["Short", "Long"].map((term) => lines.filter((line) => line["Term"] === term).reduce((total, line) => total + Math.round(Number(line["Harvestable loss"]) * 100), 0));
    assert.equal(sum("Tax saved"), Math.round(short! * 0.22 + long! * 0.15));
    assert.equal(sum("Tax saved") - sum("Comes back"), sum("Kept for good"));
  });
  it("without a return or rates it is blank, and the first Note alone says what to add", () => {
    const lines = harvest(TRADES, PRICES, DAY);
    for (const heading of WORTH) assert.deepEqual(lines.map((line) => line[heading]), ["", "", ""]);
    assert.deepEqual(lines.map((line) => /The tax of the year needs.*Add .*Taxable income to the settings, or Short rate and Long rate/.test(String(line["Note"]))), [true, false, false]);
  });
  it("with one rate it says which is absent", () =>
    assert.match(String(harvest(TRADES, PRICES, DAY, null, [["Short rate", 0.37]])[0]!["Note"]), /no Long rate\. Add Long rate/));
  it("R-TAX-6: with the return of another year it is blank, and says which year the settings state", () => {
    const [first] = harvest(TRADES, PRICES, DAY, null, [["Tax year", 2023], ["Filing status", "Single"], ["Taxable income", 60000]]);
    assert.equal(first!["Tax saved"], "");
    assert.match(String(first!["Note"]), /The settings state the return of 2023/);
  });
  it("where a wrong row may hide sales of the year it is blank, and names the row", () => {
    const trades: Range = [...TRADES, ["2024-05-01", "Sell", "GONE", 5, 10, 0, "B"]];
    const lines = harvest(trades, PRICES, DAY, null, RETURN).filter((line) => line["Lot"] !== "");
    assert.deepEqual(lines.map((line) => line["Tax saved"]), ["", "", ""]);
    assert.match(String(lines[0]!["Note"]), /The tax of 2024 needs all its sales, and a row is wrong\. .*Row 7/);
  });
});

describe("R-DA-2, R-WS-10: HARVEST where no purchase washes anything", () => {
  const coins: Range = [[...HEADINGS, "Type"], ["2024-03-01", "Buy", "BTC", 1, 50, 0, "A", "Digital"]];
  const rebuy = (trades: Range, symbol: string, target: unknown, settings: unknown): Shown[] =>
    harvest(trades, [[symbol, 40], ["ABC", 100], ["DEF", 100]], DAY, target, settings).map((line) => line["Clean rebuy date"]!);
  it("a coin may be bought back the same day, as CLEARDATE says", () => {
    for (const target of [null, 5]) assert.deepEqual(rebuy(coins, "BTC", target, null), [serial(DAY)]);
    assert.equal(value("CLEARDATE", [...coins, [DAY, "Sell", "BTC", 1, 40, 0, "A", "Digital"]], "BTC", DAY), serial(DAY));
  });
  it("so may a stock without a view, and with one 31 days after", () => {
    assert.deepEqual(rebuy(TRADES.slice(0, 2), "XYZ", null, [["View", "None"]]), [serial(DAY)]);
    assert.deepEqual(rebuy(TRADES.slice(0, 2), "XYZ", null, null), [serial(DAY) + 31]);
  });
});

describe("HARVEST: thresholds and the user's partners", () => {
  it("Min loss and Min loss percent must both be met", () => {
    const names = (...settings: unknown[][]) => harvest(TRADES, PRICES, DAY, null, settings).map((line) => line["Lot"]).sort();
    assert.deepEqual(names(["Min loss", 300]), ["row 2", "row 5"]);
    assert.deepEqual(names(["Min loss percent", "25%"]), ["row 5"]);
    assert.deepEqual(names(["Min loss", 301], ["Min loss percent", "25%"]), []);
  });
  it("Replacement lists the settings' own, and nothing of ours", () => {
    const lines = harvest(TRADES, PRICES, DAY, null, [["Replacement", "XYZ", "VTI", "ITOT"]]);
    assert.equal(lot(lines, "row 2")["Replacement"], "VTI, ITOT");
    assert.equal(lot(lines, "row 5")["Replacement"], "");
  });
});

describe("HARVEST: what it cannot look at", () => {
  it("no lot below its basis: the heading row and nothing else", () =>
    assert.equal(spilled("HARVEST", TRADES, [["XYZ", 60], ["ABC", 100], ["DEF", 130]], DAY).length, 1));
  it("before the first trade likewise", () => assert.equal(spilled("HARVEST", TRADES, PRICES, "2022-01-01").length, 1));
  it("a symbol without a price is one row of #N/A, so a total fails", () => {
    const [gap] = harvest(TRADES, [["XYZ", 40], ["ABC", 70]], DAY);
    assert.deepEqual(figures(gap!, "Symbol", "Rank", "Loss", "Tax saved", "Note"), [
      "DEF", "#N/A", "#N/A", "#N/A", "The prices have none for DEF. Add a row with DEF and its price.",
    ]);
  });
  it("a symbol whose price cannot be used is one row of #VALUE! with the row of the prices, and the others are answered", () => {
    const [gap, ...lots] = harvest(TRADES, [["XYZ", 40], ["ABC", "dear"], ["DEF", 130]], DAY);
    assert.deepEqual(figures(gap!, "Symbol", "Rank", "Loss", "Tax saved", "Note"), [
      "ABC", "#VALUE!", "#VALUE!", "#VALUE!", 'Prices row 2: the price of ABC is "dear", which is not a number. Correct it, or clear the row.',
    ]);
    assert.deepEqual([...new Set(lots.map((row) => row["Symbol"]))], ["XYZ"]);
  });
  it("a refused pool is one row of #VALUE! with the row, and the healthy symbol is answered", () => {
    const trades: Range = [...ONE_SYMBOL_WRONG, ["2024-03-01", "Buy", "ABC", 1, 20, 0, "A"]];
    const lines = harvest(trades, [["ABC", 15], ["XYZ", 1]], DAY);
    assert.deepEqual(lines.map((line) => figures(line, "Symbol", "Loss")), [["XYZ", "#VALUE!"], ["ABC", 5]]);
    assert.equal(lines[0]!["Note"], OVERSOLD);
  });
  it("no prices, no date, a price that is text", () => {
    assert.equal(errorOf("HARVEST", TRADES, null, DAY).message, "prices is missing; give two columns, Symbol and Price.");
    assert.equal(errorOf("HARVEST", TRADES, [["Symbol", "Price"], ["", ""]], DAY).message, "prices hold no price. Fill in the Price column, or give another range.");
    assert.match(errorOf("HARVEST", TRADES, PRICES, null).message, /^asof is missing/);
    assert.match(errorOf("HARVEST", TRADES, [["ABC", "dear"]], DAY).message, /^Prices row 1: the price of ABC is "dear"/);
  });
  for (const [target, says] of [
    [-3000, "target is -3,000.00; write the loss to reach as a positive amount, such as 3000."],
    ["all", 'target is "all", which is not a number.'],
    ["#REF!", "target holds the error #REF!."],
    [1e20, "target is more than $90 trillion."],
  ] as const) {
    it(`a target of ${target}`, () => assert.equal(errorOf("HARVEST", TRADES, PRICES, DAY, target).message, says));
  }
});

describe("HARVEST with a target", () => {
  const sum = (lines: readonly Line[], heading: string) => lines.reduce((total, line) => total + Math.round(Number(line[heading]) * 100), 0);

  it("one lot that reaches it is enough: 300.00 of ABC, clean", () => {
    const lines = harvest(TRADES, PRICES, DAY, 300, RATES);
    assert.deepEqual(lines.map((line) => figures(line, "Rank", "Lot", "Quantity", "Harvestable loss", "Washed now")), [[1, "row 5", 10, 300, 0]]);
  });
  it("what it harvests is at least the target and adds up", () => {
    for (const target of [10, 450, 1000, 1300]) {
      const lines = harvest(TRADES, PRICES, DAY, target, RATES);
      assert.ok(sum(lines, "Harvestable loss") >= target * 100, `${target}`);
      assert.equal(sum(lines, "Loss") - sum(lines, "Washed now"), sum(lines, "Harvestable loss"));
    }
  });
  it("out of reach is said first in the first Note: all of it is 1,400.00 less what the IRA takes, 25.00", () => {
    const lines = harvest(TRADES, PRICES, DAY, 5000, RATES);
    assert.equal(sum(lines, "Harvestable loss"), 137500);
    assert.match(String(lines[0]!["Note"]), /^The target is out of reach: these sales harvest \$1,375\.00, \$3,625\.00 short of it\./);
    for (const line of lines.slice(1)) assert.doesNotMatch(String(line["Note"]), /out of reach/);
  });
  it("0 or blank is no target", () => assert.deepEqual(harvest(TRADES, PRICES, DAY, 0), harvest(TRADES, PRICES, DAY)));
});

describe("HARVEST over equal ranges shares one answer, and never the answer to another question", () => {
  const lossOfRow2 = (price: number, day = DAY, settings: unknown = null, trades: Range = TRADES) =>
    lot(harvest(trades, [["XYZ", price], ["ABC", 70], ["DEF", 130]], day, null, settings), "row 2")["Harvestable loss"];
  it("another price, day, setting or cell is another answer", () => {
    assert.equal(lossOfRow2(40), 750);
    // 20 a share: 2,000.00 - 20 × 20 - 5 × 20 = 1,500.00.
    assert.equal(lossOfRow2(30), 1500);
    assert.equal(lossOfRow2(40, "2025-01-05"), 1000);
    assert.equal(lossOfRow2(40, DAY, [["View", "None"]]), 1000);
    assert.equal(lossOfRow2(40, DAY, null, TRADES.map((row, at) => (at === 1 ? ["2024-03-01", "Buy", "XYZ", 100, 60, 0, "A"] : row))), 1500);
    assert.equal(lossOfRow2(40), 750);
  });
});

describe("HARVEST agrees with REALIZED once the sale stands in the rows", () => {
  /** The lot sold whole at its price on the day, in a row at the end. */
  const afterSale = (trades: Range, line: Line, price: number, settings?: unknown) => {
    const sale = [DAY, "Sell", line["Symbol"], line["Quantity"], price, 0, line["Account"], line["Lot"]];
    const rows = records("REALIZED", [[...trades[0]!, "Lots"], ...trades.slice(1).map((row) => [...row, ""]), sale], null, settings);
    return rows.filter((row) => row["Sale row"] === trades.length + 1);
  };
  const cents = (rows: readonly Line[], heading: string) => rows.reduce((total, row) => total + Math.round(Number(row[heading]) * 100), 0);

  const drip: Range = [
    HEADINGS,
    ["2023-11-01", "Buy", "XYZ", 40, 51.37, 4.95, "A"],
    ["2024-11-12", "Reinvest", "XYZ", 0.4375, 43.1, 0, "A"],
    ["2024-11-29", "Reinvest", "XYZ", 0.4412, 42.9, 0, "A"],
    ["2024-12-15", "Reinvest", "XYZ", 0.4501, 41.2, 0, "B"],
  ];
  const chained: Range = [
    HEADINGS,
    ["2024-06-03", "Buy", "XYZ", 30, 60, 0, "A"],
    ["2024-11-15", "Buy", "XYZ", 12, 55, 0, "A"],
    ["2024-11-18", "Sell", "XYZ", 30, 50, 0, "A"],
    ["2024-12-02", "Buy", "XYZ", 7, 48, 0, "Hers"],
  ];
  for (const [what, trades, settings] of [
    ["an IRA and another purchase", TRADES, null],
    ["reinvested dividends, one of them still to come", drip, RATES],
    ["a lot that carries an earlier washed loss, and a spouse", chained, [["Account", "Hers", "Taxable", "Spouse"], ["Spouse replacement", "Permanent"]]],
    ["the broker's view", drip, [["View", "Broker"]]],
  ] as const) {
    it(what, () => {
      const lines = harvest(trades, PRICES, DAY, null, settings);
      assert.ok(lines.length > 0);
      for (const line of lines) {
        const price = Number(PRICES.find(([symbol]) => symbol === line["Symbol"])![1]);
        const sold = afterSale(trades, line, price, settings);
        assert.equal(cents(sold, "Basis"), cents([line], "Basis"), String(line["Lot"]));
        assert.equal(cents(sold, "Proceeds"), cents([line], "Value"));
        assert.equal(0 - cents(sold, "Gain"), cents([line], "Loss"));
        assert.equal(cents(sold, "Disallowed"), cents([line], "Washed now"));
        assert.equal(0 - cents(sold, "Allowed gain"), cents([line], "Harvestable loss"));
        const trail = records("WASHTRAIL", [[...trades[0]!, "Lots"], ...trades.slice(1).map((row) => [...row, ""]), [DAY, "Sell", line["Symbol"], line["Quantity"], price, 0, line["Account"], line["Lot"]]], null, settings);
        assert.equal(cents(trail.filter((row) => row["Sale row"] === trades.length + 1), "Permanent"), cents([line], "Permanently lost"));
      }
    });
  }

  it("a plan's sales in its order, one row each, come to what its rows say", () => {
    const lines = harvest(TRADES, PRICES, DAY, 5000);
    const sales = lines.map((line) => [DAY, "Sell", line["Symbol"], line["Quantity"], PRICES.find(([symbol]) => symbol === line["Symbol"])![1], 0, line["Account"], line["Lot"]]);
    const rows = records("REALIZED", [[...TRADES[0]!, "Lots"], ...TRADES.slice(1).map((row) => [...row, ""]), ...sales]);
    lines.forEach((line, at) => {
      const sold = rows.filter((row) => row["Sale row"] === TRADES.length + 1 + at);
      assert.equal(cents(sold, "Disallowed"), cents([line], "Washed now"), String(line["Lot"]));
      assert.equal(0 - cents(sold, "Allowed gain"), cents([line], "Harvestable loss"));
    });
  });
});
