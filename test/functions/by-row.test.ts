import assert from "node:assert/strict";
import { errorOf, serial, spilled, type Shown } from "./calling";
import { HEADINGS, ONE_SYMBOL_WRONG, OVERSOLD, WASHED, type Range } from "./example-trades";

/** A spilled column as a list. */
const column = (name: string, trades: Range, part?: unknown, settings?: Range): Shown[] => {
  const spill = spilled(name, trades, part, settings);
  for (const row of spill) assert.equal(row.length, 1);
  return spill.map((row) => row[0]!);
};

describe("TRADEGAIN: one value beside each trade", () => {
  it("Gain is proceeds less basis: 4,500.00 - 5,007.50 and 2,995.00 - 2,503.75", () =>
    assert.deepEqual(column("TRADEGAIN", WASHED), ["Gain", 0, -507.5, 0, 491.25]));
  it("Allowed gain adds what is disallowed: -507.50 + 304.50", () =>
    assert.deepEqual(column("TRADEGAIN", WASHED, "allowed GAIN"), ["Allowed gain", 0, -203, 0, 491.25]));
  it("Proceeds and Basis", () => {
    assert.deepEqual(column("TRADEGAIN", WASHED, "Proceeds"), ["Proceeds", 0, 4500, 0, 2995]);
    assert.deepEqual(column("TRADEGAIN", WASHED, "Basis"), ["Basis", 0, 5007.5, 0, 2503.75]);
  });
  it("Term is blank beside rows that sell nothing", () =>
    assert.deepEqual(column("TRADEGAIN", WASHED, "Term"), ["Term", "", "Long", "", "Long"]));

  const mixed = [
    HEADINGS,
    ["2022-01-03", "Buy", "XYZ", 10, 10, 0, "A"],
    ["2024-01-02", "Buy", "XYZ", 10, 12, 0, "A"],
    ["2024-03-01", "Sell", "XYZ", 15, 20, 0, "A"],
  ];
  it("a sale of lots of both terms is Mixed, and Short + Long is its gain: 5 × 8 + 10 × 10", () => {
    assert.equal(column("TRADEGAIN", mixed, "Term")[3], "Mixed");
    assert.deepEqual(["Short", "Long", "Gain"].map((part) => column("TRADEGAIN", mixed, part)[3]), [40, 100, 140]);
  });

  it("a sale in a retirement account realizes nothing, and the note says why", () => {
    const settings = [["Account", "A", "IRA", "Self"]];
    assert.deepEqual(column("TRADEGAIN", WASHED, "Gain", settings), ["Gain", 0, 0, 0, 0]);
    assert.equal(column("TRADEGAIN", WASHED, "Note", settings)[2], "Sold in a retirement account: no taxable gain or loss.");
  });
});

describe("Results level with the rows of the trades", () => {
  const gaps = [
    HEADINGS,
    ["2024-01-02", "Buy", "XYZ", 10, 10, 0, "A"],
    [null, "", 0, null, "", null, ""],
    ["2024-01-15", "Cash dividend", "XYZ", "", "", "", "A"],
    ["2024-03-01", "Sell", "XYZ", 10, 12, 0, "A"],
  ];
  it("blank rows and rows without effect on lots are blank", () =>
    assert.deepEqual(column("TRADEGAIN", gaps), ["Gain", 0, "", "", 20]));

  it("the part's name stands beside the headings, wherever they are", () => {
    const titled = [["My trades", "", "", "", "", "", ""], ["", "", "", "", "", "", ""], ...gaps];
    assert.deepEqual(column("TRADEGAIN", titled), ["", "", "Gain", 0, "", "", 20]);
  });

  it("without headings every row holds its own value", () =>
    assert.deepEqual(column("TRADEGAIN", gaps.slice(1)), [0, "", "", 20]));

  it("a file written newest first keeps its rows", () => {
    const upward = [HEADINGS, ["2024-03-01", "Sell", "XYZ", 10, 12, 0, "A"], ["2024-01-02", "Buy", "XYZ", 10, 10, 0, "A"]];
    assert.deepEqual(column("TRADEGAIN", upward), ["Gain", 20, 0]);
  });

  it("cash in lieu of a fraction stands beside the split: 25.00 for a quarter share with basis 20.00", () => {
    const split = [
      [...HEADINGS, "Ratio", "Cash in lieu"],
      ["2022-01-03", "Buy", "XYZ", 2.5, 40, 0, "A", "", ""],
      ["2024-02-01", "Split", "XYZ", "", "", "", "A", "1:2", 25],
    ];
    // 2.5 shares become 1.25; a quarter share, a fifth of the basis of 100.00, is paid with 25.00.
    assert.deepEqual(column("TRADEGAIN", split), ["Gain", 0, 5]);
  });
});

describe("WASHSALE: what the wash-sale rule does to each trade", () => {
  it("Disallowed is 507.50 × 60 ÷ 100 beside the sale", () =>
    assert.deepEqual(column("WASHSALE", WASHED), ["Disallowed", 0, 304.5, 0, 0]));
  it("Shares and Replacement", () => {
    assert.deepEqual(column("WASHSALE", WASHED, "Shares"), ["Shares", 0, 60, 0, 0]);
    assert.deepEqual(column("WASHSALE", WASHED, "Replacement"), ["Replacement", "", "row 4", "", ""]);
  });
  it("Final on is the 31st day after a loss sale", () =>
    assert.deepEqual(column("WASHSALE", WASHED, "Final on"), ["Final on", "", serial("2024-03-03"), "", ""]));
  it("Note speaks beside the sale and beside the replacement", () =>
    assert.deepEqual(column("WASHSALE", WASHED, "Note"), [
      "Note",
      "",
      "60 of 100 shares washed by row 4.",
      "Replaces shares sold on row 3: $304.50 added to basis.",
      "",
    ]));
  it("a part it does not know is #VALUE! and names those it knows", () => {
    const error = errorOf("WASHSALE", WASHED, "Colour");
    assert.equal(error.code, "#VALUE!");
    assert.match(error.message, /Colour.*Disallowed.*Status/);
  });
});

describe("R-WS-12: the Status of a loss", () => {
  const status = (rebuy: unknown[][], last: string, settings?: Range) => {
    const trades = [
      HEADINGS,
      ["2024-01-02", "Buy", "XYZ", 100, 30, 0, "A"],
      ["2024-02-15", "Sell", "XYZ", 100, 20, 0, "A"],
      ...rebuy,
      [last, "Buy", "OTHER", 1, 1, 0, "A"],
    ];
    return column("WASHSALE", trades, "Status", settings)[2];
  };
  const rebuy = (shares: number) => [["2024-02-20", "Buy", "XYZ", shares, 21, 0, "A"]];

  it("is Washed when every share was replaced, even while the window is open", () => {
    assert.equal(status(rebuy(100), "2024-02-21"), "Washed");
    assert.equal(status(rebuy(100), "2024-12-31"), "Washed");
  });
  it("is Provisional while a later purchase could still wash it", () => {
    assert.equal(status([], "2024-03-15"), "Provisional");
    assert.equal(status(rebuy(40), "2024-03-15"), "Provisional");
  });
  it("is Partly washed or None once the data reach day 31, its Final on, and not a day before", () => {
    assert.equal(status(rebuy(40), "2024-03-16"), "Provisional");
    assert.equal(status([], "2024-03-16"), "Provisional");
    assert.equal(status(rebuy(40), "2024-03-17"), "Partly washed");
    assert.equal(status([], "2024-03-17"), "None");
  });
  it("is judged by every dated row, also one that changes no lot", () => {
    const trades = (last: string) => [
      HEADINGS,
      ["2024-01-02", "Buy", "XYZ", 10, 50, 0, "A"],
      ["2024-03-01", "Sell", "XYZ", 10, 40, 0, "A"],
      [last, "Cash dividend", "XYZ", "", "", "", "A"],
    ];
    // 1 March + 31 days is 1 April.
    assert.equal(column("WASHSALE", trades("2024-03-31"), "Status")[2], "Provisional");
    assert.equal(column("WASHSALE", trades("2024-04-01"), "Status")[2], "None");
  });
  it("is None with the rule switched off (View None), and nothing is provisional", () => {
    assert.equal(status(rebuy(100), "2024-02-21", [["View", "None"]]), "None");
    assert.equal(status([], "2024-02-21", [["View", "None"]]), "None");
  });
});

describe("Design section 7: a wrong row and the columns level with the trades", () => {
  it("every row of the wrong symbol is #VALUE!, the healthy symbol keeps its numbers", () => {
    assert.deepEqual(column("TRADEGAIN", ONE_SYMBOL_WRONG), ["Gain", "#VALUE!", "#VALUE!", 0, 50]);
    assert.deepEqual(column("WASHSALE", ONE_SYMBOL_WRONG), ["Disallowed", "#VALUE!", "#VALUE!", 0, 0]);
    assert.deepEqual(column("WASHSALE", ONE_SYMBOL_WRONG, "Status"), ["Status", "#VALUE!", "#VALUE!", "None", "None"]);
  });
  it("the Note column can be read there", () =>
    assert.deepEqual(column("TRADEGAIN", ONE_SYMBOL_WRONG, "Note"), ["Note", `Withheld: ${OVERSOLD}`, OVERSOLD, "", ""]));

  it("a row that names no symbol is #VALUE! itself", () => {
    const trades = [...ONE_SYMBOL_WRONG.slice(0, 2), ["2024-02-01", "Sell", "", 10, 12, 0, "A"]];
    const gains = column("TRADEGAIN", trades);
    assert.equal(gains[2], "#VALUE!");
  });
  it("a split for every account is #VALUE! when one of its accounts is wrong in the broker view", () => {
    const trades = [
      [...HEADINGS, "Ratio"],
      ["2024-01-02", "Buy", "XYZ", 10, 10, 0, "A", ""],
      ["2024-01-02", "Buy", "XYZ", 10, 10, 0, "B", ""],
      ["2024-02-01", "Split", "XYZ", "", "", "", "", "2:1"],
      ["2024-03-01", "Sell", "XYZ", 30, 6, 0, "A", ""],
      ["2024-03-01", "Sell", "XYZ", 20, 6, 0, "B", ""],
    ];
    assert.deepEqual(column("TRADEGAIN", trades, "Gain", [["View", "Broker"]]), ["Gain", "#VALUE!", 0, "#VALUE!", "#VALUE!", 20]);
  });
});

describe("The Note of a sale of two lots says once what is true of both (R-WS-12)", () => {
  const trades = [
    HEADINGS,
    ["2023-01-03", "Buy", "XYZ", 50, 50, 0, "A"],
    ["2024-01-02", "Buy", "XYZ", 50, 60, 0, "A"],
    ["2024-12-20", "Sell", "XYZ", 100, 40, 0, "A"],
  ];
  for (const name of ["WASHSALE", "TRADEGAIN"] as const) {
    it(`${name}: open until the 31st day after 2024-12-20`, () => assert.equal(spilled(name, trades, "Note")[3]![0], "Provisional until 2025-01-20."));
  }
});
