import assert from "node:assert/strict";
import { errorOf, records, spilled, value } from "./calling";
import { HEADINGS, ONE_SYMBOL_WRONG, OVERSOLD, RATES, THREE_LOTS, WASHED, type Range } from "./example-trades";

const gain = (method: unknown, part?: unknown, settings?: Range, trades: Range = THREE_LOTS) =>
  value("LOTGAIN", trades, "XYZ", 10, 40, "2024-06-03", method, part, settings);

describe("R-ID-1, R-ID-4: LOTGAIN of 10 shares at 40, of lots bought at 20, 35 and 30", () => {
  it("FIFO sells the lot at 20: 200.00", () => assert.equal(gain("FIFO"), 200));
  it("LIFO sells the lot at 30: 100.00", () => assert.equal(gain("LIFO"), 100));
  it("HIFO sells the lot at 35: 50.00", () => assert.equal(gain("HIFO"), 50));
  it("LOFO sells the lot at 20: 200.00", () => assert.equal(gain("LOFO"), 200));
  it("AVG sells at (20 + 35 + 30) × 10 ÷ 3 = 283.33: 400.00 - 283.33 = 116.67", () => assert.equal(gain("AVG"), 116.67));
  it("a broker's name: FIDELITY_HICO is highest cost first, the lot at 35", () => assert.equal(gain("FIDELITY_HICO"), 50));
  it("a method in any case", () => assert.equal(gain("hifo"), 50));
  it("left out, the method of the settings, else FIFO", () => {
    assert.equal(gain(null), 200);
    assert.equal(gain("", null, [["Method", "HIFO"]]), 50);
  });
  it("MINTAX at 37% short and 20% long sells the lot with the least tax, the one at 35", () => assert.equal(gain("MINTAX", null, RATES), 50));
});

describe("The seed numbers (golden cases S-SEED-06 to S-SEED-10)", () => {
  const bought = (...lots: [string, number, number][]) => [
    HEADINGS,
    ...lots.map(([date, quantity, price]) => [date, "Buy", "XYZ", quantity, price, 0, "A"]),
  ];
  const at30And50 = bought(["2020-05-01", 100, 30], ["2023-05-01", 100, 50]);
  const at40And55 = bought(["2021-04-01", 100, 40], ["2023-04-03", 100, 55]);
  const sold = (trades: Range, date: string, method: string) => value("LOTGAIN", trades, "XYZ", 100, 60, date, method);

  it("FIFO sells the shares at 30 for 60: 3,000; LIFO those at 50: 1,000", () => {
    assert.equal(sold(at30And50, "2024-06-03", "FIFO"), 3000);
    assert.equal(sold(at30And50, "2024-06-03", "LIFO"), 1000);
  });
  it("LIFO gains 5 a share, 500 in all; FIFO 2,000", () => {
    assert.equal(sold(at40And55, "2024-05-01", "LIFO"), 500);
    assert.equal(sold(at40And55, "2024-05-01", "FIFO"), 2000);
  });
  it("naming the lot at 55 gains 250", () => {
    const trades = [
      [...HEADINGS, "Lots"],
      ...bought(["2022-02-01", 50, 35], ["2022-08-01", 50, 45], ["2023-02-01", 50, 55]).slice(1).map((row) => [...row, ""]),
      ["2023-11-15", "Sell", "XYZ", 50, 60, 0, "A", "row 4"],
    ];
    assert.equal(records("REALIZED", trades)[0]!["Gain"], 250);
  });
});

describe("LOTGAIN: the parts of a sale", () => {
  // 50 shares of row 2 at 50.075 and 30 of row 4 at 51.075, sold at 40 on 2 December 2024; row 6 buys 20 three weeks later.
  const trades = [...WASHED, ["2024-12-20", "Buy", "XYZ", 20, 39, 0, "A"]];
  const part = (name: string, settings?: Range) => value("LOTGAIN", trades, "XYZ", 80, 40, "2024-12-02", "FIFO", name, settings);

  it("Proceeds are 80 × 40", () => assert.equal(part("Proceeds"), 3200));
  it("Basis is 2,503.75 + 1,532.25", () => assert.equal(part("Basis"), 4036));
  it("Gain is the difference, all of it long-term", () => {
    assert.equal(part("Gain"), -836);
    assert.equal(part("Long"), -836);
    assert.equal(part("Short"), 0);
  });
  it("Disallowed: the later purchase of 20 washes 20 of the first 50 shares, 503.75 × 20 ÷ 50 = 201.50", () => {
    assert.equal(part("Disallowed"), 201.5);
    assert.equal(part("Allowed"), -634.5);
  });
  // The year has realised besides: row 3, -507.50 + 304.50 = -203.00, and row 5, 2,995.00 - 2,503.75 = 491.25; 288.25 long-term.
  it("R-TAX-5: of the allowed loss of 634.50, 288.25 take away a gain at 20% and 346.25 lower other income at 37%: -57.65 - 128.1125", () =>
    assert.equal(part("Tax", RATES), -185.76));
  it("with 5% State rate and 3.8% NIIT on all of it: -185.7625 - 634.50 × 8.8% = -241.5985, so -241.60", () =>
    assert.equal(part("Tax", [...RATES, ["State rate", 0.05], ["NIIT", 0.038]]), -241.6));
  it("by the tables of 2024, single with 90,000: -288.25 × 15% - 346.25 × 22% = -43.2375 - 76.175, so -119.41", () =>
    assert.equal(part("Tax", [["Tax year", 2024], ["Filing status", "Single"], ["Taxable income", 90000]]), -119.41));
  it("LOTCOMPARE says the same tax of the same sale", () => {
    const rows = records("LOTCOMPARE", trades, "XYZ", 80, 40, "2024-12-02", RATES);
    assert.equal(rows.find((row) => row["Method"] === "FIFO")!["Tax this year"], part("Tax", RATES));
  });
  it("R-TAX-6: with the return of another year it is #N/A and says so", () =>
    assert.match(
      errorOf("LOTGAIN", trades, "XYZ", 80, 40, "2024-12-02", "FIFO", "Tax", [["Tax year", 2023], ["Filing status", "Single"], ["Taxable income", 90000]]).message,
      /The settings state the return of 2023/,
    ));
  it("a wrong row that may hide sales of the year is named, and only Tax asks for it", () => {
    const wrong = [...trades, ["2024-05-01", "Sell", "GONE", 5, 10, 0, "A"]];
    assert.match(errorOf("LOTGAIN", wrong, "XYZ", 80, 40, "2024-12-02", "FIFO", "Tax", RATES).message, /The tax of 2024 needs all its sales, and a row is wrong\./);
    assert.equal(value("LOTGAIN", wrong, "XYZ", 80, 40, "2024-12-02", "FIFO", "Gain", RATES), -836);
  });
  it("Tax without rates is #N/A and says what is missing", () => {
    const error = (() => {
      try {
        return part("Tax");
      } catch (thrown) {
        return thrown as { code: string; message: string };
      }
    })() as { code: string; message: string };
    assert.equal(error.code, "#N/A");
    assert.match(error.message, /Short rate and Long rate/);
  });
});

describe("LOTGAIN with one rate of two", () => {
  it("names the one that is missing, for Tax and for MINTAX", () => {
    const message = (method: string, part: string, rate: string) =>
      errorOf("LOTGAIN", THREE_LOTS, "XYZ", 10, 40, "2024-06-03", method, part, [[rate, 0.2]]).message;
    assert.match(message("FIFO", "Tax", "Short rate"), /^The settings give Short rate and no Long rate\. Add Long rate to the settings, or remove Short rate to use the tax tables\.$/);
    assert.match(message("FIFO", "Tax", "Long rate"), /^The settings give Long rate and no Short rate\. Add Short rate to/);
    assert.match(message("MINTAX", "Gain", "Short rate"), /give no Long rate\. Add Long rate to/);
  });
});

describe("LOTPICK: the lots a sale would take", () => {
  it("in the order of the method, with what each brings: HIFO takes row 4 first", () =>
    assert.deepEqual(
      records("LOTPICK", WASHED, "XYZ", 80, 61, "2024-12-31", "HIFO", RATES).map((lot) => [
        lot["Lot"], lot["Term"], lot["Quantity"], lot["Basis"], lot["Proceeds"], lot["Gain"], lot["Tax"],
      ]),
      [
        ["row 4", "Long", 60, 3064.5, 3660, 595.5, 119.1],
        ["row 2", "Long", 20, 1001.5, 1220, 218.5, 43.7],
      ],
    ));

  it("the Tax of the rows adds up to the Tax of the sale, to the cent", () => {
    const trades = [HEADINGS, ...[1, 2, 3].map((day) => [`2024-01-0${day}`, "Buy", "XYZ", 1, 9.97, 0, "A"])];
    const rates = [["Short rate", 0.35], ["Long rate", 0.15]];
    // Each lot gains 0.03, 35% of which is 0.0105; together 0.09 × 35% = 0.0315, which is 0.03.
    const taxes = records("LOTPICK", trades, "XYZ", 3, 10, "2024-06-03", "FIFO", rates).map((lot) => Number(lot["Tax"]) * 100);
    assert.equal(Math.round(taxes.reduce((sum, cents) => sum + cents, 0)), 3);
    assert.equal(value("LOTGAIN", trades, "XYZ", 3, 10, "2024-06-03", "FIFO", "Tax", rates), 0.03);
  });

  it("without rates only Tax is #N/A", () => {
    const lot = records("LOTPICK", THREE_LOTS, "XYZ", 10, 40, "2024-06-03")[0]!;
    assert.deepEqual([lot["Gain"], lot["Tax"]], [200, "#N/A"]);
  });

  it("a loss says what washes it: 10 shares at 15, bought at 20 and at 30 ten days ago", () => {
    const trades = [HEADINGS, ["2023-01-02", "Buy", "XYZ", 10, 20, 0, "A"], ["2024-05-24", "Buy", "XYZ", 10, 30, 0, "A"]];
    const lot = records("LOTPICK", trades, "XYZ", 10, 15, "2024-06-03", "FIFO")[0]!;
    assert.deepEqual([lot["Gain"], lot["Disallowed"], lot["Note"]], [-50, 50, "Washed by row 3."]);
  });
});

describe("R-ID-7: a sale from one account or from all", () => {
  const trades = [
    HEADINGS,
    ["2023-01-02", "Buy", "XYZ", 10, 20, 0, "A"],
    ["2023-02-02", "Buy", "XYZ", 10, 30, 0, "B"],
    ["2022-01-02", "Buy", "XYZ", 10, 5, 0, "Plan"],
  ];
  const settings = [["Account", "Plan", "401k", "Self"]];
  const basis = (account: unknown, quantity = 10) => value("LOTGAIN", trades, "XYZ", quantity, 40, "2024-06-03", "FIFO", "Basis", settings, account);

  it("the account named gives its own lots", () => {
    assert.equal(basis("b"), 300);
    assert.equal(basis("A"), 200);
  });
  it("no account: all taxable accounts, never a retirement one", () => {
    assert.equal(basis(null), 200);
    assert.equal(basis(null, 20), 500);
    assert.match(errorOf("LOTGAIN", trades, "XYZ", 21, 40, "2024-06-03", null, null, settings).message, /sells 21 XYZ, only 20 held/);
  });
  it("a retirement account is refused with the reason", () => {
    const error = errorOf("LOTGAIN", trades, "XYZ", 1, 40, "2024-06-03", null, null, settings, "Plan");
    assert.equal(error.code, "#VALUE!");
    assert.match(error.message, /401k/);
  });
  it("an account nobody knows is refused by name", () =>
    assert.match(errorOf("LOTGAIN", trades, "XYZ", 1, 40, "2024-06-03", null, null, null, "Z").message, /account: no row of the trades has Z/));
});

describe("LOTGAIN and LOTPICK: what cannot be answered", () => {
  const refused = (...args: unknown[]) => errorOf("LOTGAIN", ...args);

  it("a symbol no row has", () => {
    const error = refused(THREE_LOTS, "QQQ", 10, 40, "2024-06-03");
    assert.equal(error.code, "#VALUE!");
    assert.match(error.message, /no row of the trades has QQQ/);
  });
  it("more shares than are held on that day", () => {
    assert.match(refused(THREE_LOTS, "XYZ", 31, 40, "2024-06-03").message, /sells 31 XYZ, only 30 held.*2024-06-03/);
    assert.match(refused(THREE_LOTS, "XYZ", 11, 40, "2024-01-31").message, /only 10 held.*2024-01-31/);
  });
  it("LOTPICK shows that as one row with the reason in its Note", () => {
    const [headings, row, ...more] = spilled("LOTPICK", THREE_LOTS, "XYZ", 31, 40, "2024-06-03");
    assert.deepEqual(more, []);
    assert.match(String(row![headings!.indexOf("Note")]), /only 30 held/);
    for (const heading of ["Quantity", "Basis", "Proceeds", "Gain", "Disallowed", "Tax"]) assert.equal(row![headings!.indexOf(heading)], "#VALUE!");
  });
  it("MINTAX without rates is #N/A", () => {
    assert.equal(refused(THREE_LOTS, "XYZ", 10, 40, "2024-06-03", "MINTAX").code, "#N/A");
    assert.equal(refused(THREE_LOTS, "XYZ", 10, 40, "2024-06-03", null, null, [["Method", "MINTAX"]]).code, "#N/A");
    assert.equal(spilled("LOTPICK", THREE_LOTS, "XYZ", 10, 40, "2024-06-03", "MINTAX")[1]![8], "#N/A");
  });
  it("a symbol that a wrong row withholds, with that row; the healthy one is answered", () => {
    assert.equal(refused(ONE_SYMBOL_WRONG, "XYZ", 1, 40, "2024-06-03").message, OVERSOLD);
    const trades = [...ONE_SYMBOL_WRONG, ["2024-03-01", "Buy", "ABC", 1, 7, 0, "A"]];
    assert.equal(value("LOTGAIN", trades, "ABC", 1, 9, "2024-06-03"), 2);
  });
  for (const [what, args] of [
    ["no quantity", ["XYZ", null, 40, "2024-06-03"]],
    ["a quantity of 0", ["XYZ", 0, 40, "2024-06-03"]],
    ["a negative quantity", ["XYZ", -5, 40, "2024-06-03"]],
    ["text for a price", ["XYZ", 10, "dear", "2024-06-03"]],
    ["a negative price", ["XYZ", 10, -1, "2024-06-03"]],
    ["no date", ["XYZ", 10, 40, null]],
    ["a method nobody has", ["XYZ", 10, 40, "2024-06-03", "BEST"]],
    ["a part nobody has", ["XYZ", 10, 40, "2024-06-03", "FIFO", "Colour"]],
    ["no symbol", ["", 10, 40, "2024-06-03"]],
  ] as const) {
    it(`${what} is an error with a sentence`, () => {
      const error = refused(THREE_LOTS, ...args);
      assert.match(error.code, /^#(VALUE!|NUM!|N\/A)$/);
      assert.match(error.message, /\w+ .*\w+/);
    });
  }
});

describe("LOTGAIN: proceeds are quantity × price, rounded once, half away from zero", () => {
  it("3 × 1.115 is 3.345, so 3.35", () => assert.equal(value("LOTGAIN", THREE_LOTS, "XYZ", 3, 1.115, "2024-06-03", "FIFO", "Proceeds"), 3.35));
});

describe("LOTGAIN of what is not plain stock", () => {
  const OPTION = [...HEADINGS, "Type", "Underlying", "Multiplier"];
  const gold = [[...HEADINGS], ["2020-01-02", "Buy", "GLD", 10, 150, 0, "A"]];

  it("an option is priced per share it covers: 2 × 100 × 5 - 2 × 100 × 3 = 400 (R-OPT-1)", () => {
    const trades = [OPTION, ["2024-01-02", "Buy", "XC", 2, 3, 0, "A", "Call", "XYZ", 100]];
    assert.equal(value("LOTGAIN", trades, "XC", 2, 5, "2024-02-01"), 400);
  });
  it("the Tax of a long-term gain on a collectible is refused (R-TAX-4), its gain is not", () => {
    assert.equal(value("LOTGAIN", gold, "GLD", 10, 180, "2024-02-01"), 300);
    assert.deepEqual(errorOf("LOTGAIN", gold, "GLD", 10, 180, "2024-02-01", undefined, "Tax", RATES), {
      code: "#N/A",
      message: "GLD is a collectible: its long-term gain is taxed at up to 28%, which this tax does not cover. Compute it by hand.",
    });
    // 10 × 30 = 300 short-term at 37%.
    assert.equal(value("LOTGAIN", gold, "GLD", 10, 180, "2020-02-03", undefined, "Tax", RATES), 111);
    assert.equal(records("LOTPICK", gold, "GLD", 10, 180, "2024-02-01", undefined, RATES)[0]!["Tax"], "#N/A");
  });
  it("LOTPICK says what kind of lot it takes (R-HP-4)", () => {
    const trades = [[...HEADINGS, "Value"], ["2024-02-10", "Inherit", "XYZ", 100, "", "", "A", 55]];
    const [lot] = records("LOTPICK", trades, "XYZ", 100, 60, "2024-04-15");
    assert.deepEqual([lot!["Term"], lot!["Note"]], ["Long", "Inherited: long-term."]);
  });
});
