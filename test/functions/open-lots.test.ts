import assert from "node:assert/strict";
import { records, serial, spilled, errorOf } from "./calling";
import { HEADINGS, ONE_SYMBOL_WRONG, OVERSOLD, WASHED } from "./example-trades";

describe("R-BASIS-1: OPENLOTS of 200 shares at 50 with a commission of 15", () => {
  const lot = () => records("OPENLOTS", [HEADINGS, ["2023-01-10", "Buy", "XYZ", 200, 50, 15, "A"]])[0]!;

  it("has basis 10,015.00", () => assert.equal(lot()["Basis"], 10015));
  it("is 50.075 a share", () => assert.equal(lot()["Basis per share"], 50.075));
  it("is called after its row", () => assert.equal(lot()["Lot"], "row 2"));
  it("gives dates as serials", () => assert.equal(lot()["Acquired"], serial("2023-01-10")));
});

describe("R-WS-5, R-WS-6: a lot that took up a disallowed loss", () => {
  const lot = () => records("OPENLOTS", WASHED)[1]!;

  it("has the 304.50 in its basis and shows it apart: 60 × 46 + 304.50 = 3,064.50", () => {
    assert.equal(lot()["Basis"], 3064.5);
    assert.equal(lot()["Wash added"], 304.5);
  });

  it("counts its holding period from 387 days before it was bought", () => {
    assert.equal(lot()["Acquired"], serial("2024-02-15"));
    assert.equal(lot()["Holding from"], serial("2024-02-15") - 387);
  });

  it("says from which row the loss came", () =>
    assert.equal(lot()["Note"], "Includes $304.50 disallowed on row 3. Holding period counts from 2023-01-24."));
});

describe("R-WS-8: one purchase that replaced the shares of two sales", () => {
  it("is two lots, and each names its own sale: 5 × 10.00 from row 4 and 3 × 11.00 from row 5", () => {
    const trades = [
      HEADINGS,
      ["2023-01-03", "Buy", "XYZ", 5, 30, 0, "A"],
      ["2023-02-03", "Buy", "XYZ", 3, 30, 0, "A"],
      ["2024-02-01", "Sell", "XYZ", 5, 20, 0, "A"],
      ["2024-02-02", "Sell", "XYZ", 3, 19, 0, "A"],
      ["2024-02-10", "Buy", "XYZ", 10, 21, 0, "A"],
    ];
    assert.deepEqual(
      records("OPENLOTS", trades).map((lot) => [lot["Quantity"], lot["Basis"], lot["Wash added"]]),
      [[5, 155, 50], [3, 96, 33], [2, 42, 0]],
    );
    const notes = records("OPENLOTS", trades).map((lot) => String(lot["Note"]));
    assert.match(notes[0]!, /^Includes \$50\.00 disallowed on row 4\./);
    assert.match(notes[1]!, /^Includes \$33\.00 disallowed on row 5\./);
    assert.equal(notes[2], "");
  });
});

describe("OPENLOTS as of a day", () => {
  it("without one leaves Term and Days to long-term blank, and gives Long-term on", () => {
    const lot = records("OPENLOTS", WASHED)[0]!;
    assert.equal(lot["Term"], "");
    assert.equal(lot["Days to long-term"], "");
    assert.equal(lot["Long-term on"], serial("2024-01-11"));
  });

  it("does not count later rows", () =>
    assert.deepEqual(
      records("OPENLOTS", WASHED, "2024-01-31").map((lot) => [lot["Lot"], lot["Quantity"], lot["Basis"]]),
      [["row 2", 200, 10015]],
    ));

  it("counts the rows of the day itself", () => assert.equal(records("OPENLOTS", WASHED, "2024-02-01")[0]!["Quantity"], 100));

  it("tells the term and the days left: one day before the first long-term day it is short", () => {
    const [before, on] = ["2024-01-10", "2024-01-11"].map((day) => records("OPENLOTS", WASHED, serial(day))[0]!);
    assert.deepEqual([before!["Term"], before!["Days to long-term"]], ["Short", 1]);
    assert.deepEqual([on!["Term"], on!["Days to long-term"]], ["Long", 0]);
  });

  it("before the first trade there are headings only", () => assert.equal(spilled("OPENLOTS", WASHED, "2022-12-31").length, 1));
});

describe("OPENLOTS with prices", () => {
  it("values each lot, rounded to the cent once: 50 × 61.005 = 3,050.25", () => {
    const lot = records("OPENLOTS", WASHED, null, [["xyz", 61.005]])[0]!;
    assert.deepEqual([lot["Price"], lot["Value"], lot["Gain"]], [61.005, 3050.25, 546.5]);
  });

  it("without prices Price, Value and Gain are blank", () => {
    const lot = records("OPENLOTS", WASHED)[0]!;
    assert.deepEqual([lot["Price"], lot["Value"], lot["Gain"]], ["", "", ""]);
  });

  it("a symbol the prices lack is #N/A, so a total cannot fall short", () => {
    const lot = records("OPENLOTS", WASHED, null, [["Symbol", "Price"], ["ABC", 5]])[0]!;
    assert.deepEqual([lot["Price"], lot["Value"], lot["Gain"]], ["#N/A", "#N/A", "#N/A"]);
  });

  it("a price that is text is #VALUE! with its row in the Note, and takes down no other symbol: 10 × 12 = 120.00", () => {
    const trades = [HEADINGS, ["2024-01-02", "Buy", "XYZ", 10, 10, 0, "A"], ["2024-01-02", "Buy", "ABC", 10, 10, 0, "A"]];
    const lots = records("OPENLOTS", trades, null, [["Symbol", "Price"], ["XYZ", "n.a."], ["ABC", 12]]);
    assert.deepEqual(lots.map((lot) => [lot["Symbol"], lot["Price"], lot["Value"], lot["Gain"]]), [["XYZ", "#VALUE!", "#VALUE!", "#VALUE!"], ["ABC", 12, 120, 20]]);
    assert.match(String(lots[0]!["Note"]), /^Prices row 2: the price of XYZ is "n\.a\."/);
  });
});

describe("OPENLOTS: quantities are clean numbers", () => {
  const split = [
    [...HEADINGS, "Ratio"],
    ["2024-01-02", "Buy", "XYZ", 0.1, 10, 0, "A", ""],
    ["2024-01-03", "Buy", "XYZ", 0.2, 10, 0, "A", ""],
    ["2024-02-01", "Split", "XYZ", "", "", "", "", "1:3"],
  ];

  it("a third of a tenth of a share has 15 digits and no binary dust", () =>
    assert.deepEqual(records("OPENLOTS", split).map((lot) => lot["Quantity"]), [0.0333333333333333, 0.0666666666666667]));

  it("0.1 and 0.2 of a share stay 0.1 and 0.2", () =>
    assert.deepEqual(records("OPENLOTS", split.slice(0, 3)).map((lot) => lot["Quantity"]), [0.1, 0.2]));
});

describe("OPENLOTS of a retirement account", () => {
  it("lists the lot and names the kind of account", () => {
    const trades = [HEADINGS, ["2024-01-02", "Buy", "XYZ", 10, 10, 0, "My IRA"]];
    const lot = records("OPENLOTS", trades, null, null, [["Account", "My IRA", "Roth IRA", "Self"]])[0]!;
    assert.equal(lot["Quantity"], 10);
    assert.equal(lot["Note"], "Roth IRA account.");
  });
});

describe("Design section 7: OPENLOTS with a wrong row", () => {
  const lots = () => records("OPENLOTS", ONE_SYMBOL_WRONG.slice(0, 4), null, [["XYZ", 1], ["ABC", 12]]);

  it("the healthy symbol still computes: 10 at 12 is 120.00, a gain of 20.00", () => {
    const abc = lots().find((lot) => lot["Symbol"] === "ABC")!;
    assert.deepEqual([abc["Basis"], abc["Value"], abc["Gain"]], [100, 120, 20]);
  });

  it("the wrong one is one row of #VALUE! with the reason in its Note", () => {
    const xyz = lots().filter((lot) => lot["Symbol"] === "XYZ");
    assert.equal(xyz.length, 1);
    for (const heading of ["Acquired", "Holding from", "Quantity", "Basis", "Basis per share", "Wash added", "Price", "Value", "Gain", "Long-term on", "Days to long-term"]) {
      assert.equal(xyz[0]![heading], "#VALUE!", heading);
    }
    assert.deepEqual([xyz[0]!["Account"], xyz[0]!["Lot"], xyz[0]!["Term"]], ["A", "", ""]);
    assert.equal(xyz[0]!["Note"], OVERSOLD);
  });

  it("a day that is no date is #VALUE! with a sentence", () => {
    const error = errorOf("OPENLOTS", WASHED, "soon");
    assert.equal(error.code, "#VALUE!");
    assert.match(error.message, /asof.*soon.*date/);
  });
});
