import assert from "node:assert/strict";
import { errorOf, records, serial, spilled, value, type Shown } from "./calling";
import { HEADINGS, ONE_SYMBOL_WRONG, OVERSOLD, WASHED, type Range } from "./example-trades";

type Line = Record<string, Shown>;
const LABELS = [
  "Short-term results", "Short-term carryover in", "Net short-term",
  "Long-term results", "Long-term carryover in", "Net long-term", "Total",
  "Deduction this year", "Short-term carryover out", "Long-term carryover out",
  "Taxable income with the results", "Regular tax", "Net investment income tax", "State tax on the results", "Tax the results add",
];
const TAX_LABELS = LABELS.slice(10);

const lines = (...args: unknown[]): Line[] => records("TAXYEAR", ...args);
const amounts = (...args: unknown[]): Shown[] => lines(...args).map((line) => line["Amount"]!);
const note = (label: string, ...args: unknown[]): Shown => lines(...args).find((line) => line["Label"] === label)!["Note"]!;
const amount = (label: string, ...args: unknown[]): Shown => lines(...args).find((line) => line["Label"] === label)!["Amount"]!;

const returnOf = (year: number, status: string, income: number, ...more: Range): Range => [
  ["Tax year", year], ["Filing status", status], ["Taxable income", income], ...more,
];

/** 2024: ABC −7,000 short, XYZ +2,000 long; 2023: ABC +100 short. */
const TRADES: Range = [
  HEADINGS,
  ["2020-03-02", "Buy", "XYZ", 100, 40, 0, "A"],
  ["2023-05-01", "Buy", "ABC", 100, 99, 0, "A"],
  ["2023-06-01", "Sell", "ABC", 100, 100, 0, "A"],
  ["2024-02-01", "Buy", "ABC", 100, 100, 0, "A"],
  ["2024-05-15", "Sell", "ABC", 100, 30, 0, "A"],
  ["2024-09-03", "Sell", "XYZ", 100, 60, 0, "A"],
];

describe("TAXYEAR: the lines of Schedule D and the tax of the year (R-NET-1 to R-TAX-5)", () => {
  it("are always the same, in the order of the forms", () => {
    assert.deepEqual(spilled("TAXYEAR", TRADES, 2024)[0], ["Line", "Label", "Amount", "Note"]);
    for (const year of [2019, 2024]) assert.deepEqual(lines(TRADES, year).map((line) => line["Label"]), LABELS);
    assert.deepEqual(lines(TRADES, 2024).slice(0, 10).map((line) => line["Line"]), [
      "Sch D 1-3", "Sch D 6", "Sch D 7", "Sch D 8-10", "Sch D 14", "Sch D 15", "Sch D 16", "Sch D 21", "Worksheet 8", "Worksheet 13",
    ]);
  });

  it("a net loss of 5,000 and 1,500 carried in: 3,000 of it deducted at 22%, 3,500 carried on, and saves nothing more than the carryover alone would on 1,500", () => {
    // Net short −8,500, net long 2,000; in all −6,500. Income 80,000 − 3,000 = 77,000: 1,160 + 4,266 + 22 % × 29,850.
    // Without the results the carryover of 1,500 is deducted, so they save 22 % × 1,500.
    assert.deepEqual(amounts(TRADES, 2024, returnOf(2024, "Single", 80_000, ["Carryover short", 1500], ["State rate", 0.05])), [
      -7000, 1500, -8500, 2000, 0, 2000, -6500, 3000, 3500, 0, 77_000, 11_993, 0, -150, -405,
    ]);
  });

  it("net investment income tax: 195,000 of MAGI + 100 − 200,000 is none, and of 210,000 it is 3.8% of 100", () => {
    const niit = (magi: number) => amount("Net investment income tax", TRADES, 2023, returnOf(2023, "Single", 190_000, ["MAGI", magi]));
    assert.deepEqual([niit(195_000), niit(210_000)], [0, 3.8]);
  });

  it("agrees with NETTING and GAINTAX of the same results, for every status", () => {
    for (const status of ["Single", "MFJ", "MFS", "HOH"]) {
      const settings = returnOf(2024, status, 48_000, ["Qualified dividends", 1200], ["Carryover long", 700], ["State rate", "4%"], ["Investment income", 90]);
      const told = new Map(lines(TRADES, 2024, settings).map((line) => [line["Label"], line["Amount"]]));
      for (const netted of records("NETTING", -7000, 2000, settings)) assert.equal(told.get(netted["Label"]!), netted["Amount"], `${status} ${netted["Label"]}`);
      assert.equal(told.get("Regular tax"), value("GAINTAX", -7000, 2000, "Regular tax", settings));
      assert.equal(told.get("Net investment income tax"), value("GAINTAX", -7000, 2000, "NIIT", settings));
      assert.equal(told.get("Tax the results add"), value("GAINTAX", -7000, 2000, "Added", settings));
    }
  });

  it("a loss that is washed is not in the results: −507.50 + 304.50 + 491.25", () =>
    assert.equal(amount("Long-term results", WASHED, 2024), 288.25));

  it("sales in a retirement account are not, and those of the other years are not", () => {
    const inIra: Range = [...TRADES, ["2024-02-01", "Buy", "IJK", 10, 10, 0, "IRA"], ["2024-03-01", "Sell", "IJK", 10, 20, 0, "IRA"]];
    assert.equal(amount("Short-term results", inIra, 2024), -7000);
    assert.equal(amount("Short-term results", inIra, 2023), 100);
    assert.equal(amount("Short-term results", inIra, 2022), 0);
  });

  it("through a day: sales after it do not count, the one on it does", () => {
    const results = (day: unknown) => amounts(TRADES, 2024, [], day).filter((_, at) => at === 0 || at === 3);
    assert.deepEqual(results("2024-05-14"), [0, 0]);
    assert.deepEqual(results(serial("2024-05-15")), [-7000, 0]);
    assert.deepEqual(results(""), [-7000, 2000]);
  });
});

describe("TAXYEAR: what cannot be told is an error and says why, and the other lines stand", () => {
  it("without settings the tax lines name the facts to add; of a loss of 5,000 the deduction needs the status", () => {
    assert.deepEqual(amounts(TRADES, 2024), [-7000, 0, -7000, 2000, 0, 2000, -5000, ...Array<Shown>(8).fill("#N/A")]);
    assert.match(String(note("Deduction this year", TRADES, 2024)), /Add Filing status to the settings\.$/);
    for (const label of TAX_LABELS) assert.match(String(note(label, TRADES, 2024)), /^The tax of the year needs Tax year, Filing status and Taxable income/);
  });

  it("design section 7: a wrong row may hide sales of the year; what it needs is #VALUE! and names the row, the carryovers in stand", () => {
    const wrong = (year: number) => amounts(ONE_SYMBOL_WRONG, year, returnOf(year, "Single", 80_000, ["Carryover short", 10]));
    const bad = "#VALUE!";
    assert.deepEqual(wrong(2024), [bad, 10, bad, bad, 0, bad, bad, bad, bad, bad, bad, bad, bad, bad, bad]);
    assert.equal(note("Tax the results add", ONE_SYMBOL_WRONG, 2024), `The tax of 2024 needs all its sales, and a row is wrong. ${OVERSOLD}`);
    // In the year before nothing was traded, so the row hides nothing of it.
    assert.equal(wrong(2023)[0], 0);
  });

  it("R-TAX-4: a long-term gain on a collectible leaves Schedule D, and no tax", () => {
    const gold: Range = [
      [...HEADINGS, "Type"],
      ["2020-03-02", "Buy", "GLD", 100, 40, 0, "A", "Collectible"],
      ["2024-09-03", "Sell", "GLD", 100, 60, 0, "A", "Collectible"],
    ];
    assert.deepEqual(amounts(gold, 2024, returnOf(2024, "Single", 80_000)), [0, 0, 0, 2000, 0, 2000, 2000, 0, 0, 0, ...Array<Shown>(5).fill("#N/A")]);
    for (const label of TAX_LABELS) assert.match(String(note(label, gold, 2024, returnOf(2024, "Single", 80_000))), /^GLD is a collectible: .*28%/);
  });

  it("R-TAX-6: a year that the tables do not hold has Schedule D, and no tax", () => {
    const settings = returnOf(2031, "MFS", 80_000, ["Carryover short", 9000]);
    assert.deepEqual(amounts(TRADES, 2031, settings), [0, 9000, -9000, 0, 0, 0, -9000, 1500, 7500, 0, ...Array<Shown>(5).fill("#N/A")]);
    assert.match(String(note("Regular tax", TRADES, 2031, settings)), /the amounts of 2031 are not in them yet/);
  });

  it("R-TAX-6: settings of another year give neither carryovers nor tax", () => {
    const settings = returnOf(2023, "Single", 80_000, ["Carryover short", 500]);
    const missing = "#N/A";
    assert.deepEqual(amounts(TRADES, 2024, settings), [-7000, missing, missing, 2000, ...Array<Shown>(11).fill(missing)]);
    for (const label of ["Net short-term", "Regular tax"]) {
      assert.match(String(note(label, TRADES, 2024, settings)), /^The settings state the return of 2023, not of 2024\. Set Tax year to 2024/);
    }
  });

  it("R-TAX-6: so do rates, where the settings carry losses into another year", () => {
    const rates: Range = [["Short rate", 0.24], ["Long rate", 0.15], ["Tax year", 2023]];
    assert.equal(amount("Tax the results add", TRADES, 2024, rates), -720);
    assert.equal(amount("Tax the results add", TRADES, 2024, [...rates, ["Carryover long", 1]]), "#N/A");
  });

  it("at stated rates there is no return; the taxes are those of the results", () => {
    const rates: Range = [["Short rate", 0.24], ["Long rate", "15%"], ["NIIT", 0.038], ["State rate", 0.05]];
    // 3,000 of the loss of 5,000 at 24 %, 3.8 % and 5 %.
    assert.deepEqual(amounts(TRADES, 2024, rates).slice(7), [3000, 2000, 0, "#N/A", -720, -114, -150, -984]);
    assert.equal(note("Regular tax", TRADES, 2024, rates), "At the rates of the settings, on the results alone.");
  });

  it("R-TAX-6: the one threshold in doubt is marked, for the return it bears on", () => {
    assert.match(String(note("Regular tax", TRADES, 2019, returnOf(2019, "MFS", 1))), /244,425/);
    assert.equal(note("Regular tax", TRADES, 2019, returnOf(2019, "Single", 1)), "");
  });

  it("a year that is none", () => {
    for (const year of [null, "", 0]) assert.equal(errorOf("TAXYEAR", TRADES, year).message, "year is missing; give a year such as 2024.");
    for (const year of ["soon", 24, 2024.5, -2024]) assert.match(errorOf("TAXYEAR", TRADES, year).message, /^year .*write a year such as 2025\.$/, String(year));
    assert.match(errorOf("TAXYEAR", TRADES, "#REF!").message, /^year /);
    assert.match(errorOf("TAXYEAR", TRADES, 2024, null, "one day").message, /^asof /);
  });
});
