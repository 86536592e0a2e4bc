import assert from "node:assert/strict";
import { errorOf, records, serial } from "./calling";
import { HEADINGS, ONE_SYMBOL_WRONG, OVERSOLD, WASHED } from "./example-trades";

describe("REALIZED: one row for each piece of a lot sold", () => {
  it("a washed loss: 4,500.00 - 5,007.50 = -507.50, of which 304.50 is disallowed and -203.00 counts", () =>
    assert.deepEqual(records("REALIZED", WASHED)[0], {
      "Sale row": 3,
      Symbol: "XYZ",
      Account: "A",
      Lot: "row 2",
      Quantity: 100,
      Acquired: serial("2023-01-10"),
      "Holding from": serial("2023-01-10"),
      Sold: serial("2024-02-01"),
      Proceeds: 4500,
      Basis: 5007.5,
      Gain: -507.5,
      Term: "Long",
      Disallowed: 304.5,
      "Allowed gain": -203,
      Code: "W",
      Note: "60 of 100 shares washed by row 4.",
    }));

  it("a gain has no code and nothing to note", () => {
    const sale = records("REALIZED", WASHED)[1]!;
    assert.deepEqual([sale["Gain"], sale["Allowed gain"], sale["Code"], sale["Note"]], [491.25, 491.25, "", ""]);
  });

  it("a sale over two lots is two rows, in the order they were taken", () => {
    const trades = [
      HEADINGS,
      ["2022-01-03", "Buy", "XYZ", 10, 10, 0, "A"],
      ["2024-01-02", "Buy", "XYZ", 10, 12, 0, "A"],
      ["2024-03-01", "Sell", "XYZ", 15, 20, 0, "A"],
    ];
    assert.deepEqual(
      records("REALIZED", trades).map((row) => [row["Lot"], row["Quantity"], row["Proceeds"], row["Basis"], row["Term"]]),
      [
        ["row 2", 10, 200, 100, "Long"],
        ["row 3", 5, 100, 60, "Short"],
      ],
    );
  });

  it("rows are in order of sale, over all symbols", () => {
    const trades = [
      HEADINGS,
      ["2024-01-02", "Buy", "B", 10, 10, 0, "A"],
      ["2024-01-02", "Buy", "A", 10, 10, 0, "A"],
      ["2024-03-01", "Sell", "B", 5, 20, 0, "A"],
      ["2024-03-01", "Sell", "A", 5, 20, 0, "A"],
      ["2024-02-01", "Sell", "A", 5, 20, 0, "A"],
    ];
    assert.deepEqual(records("REALIZED", trades).map((row) => row["Sale row"]), [6, 4, 5]);
  });
});

describe("REALIZED of a year", () => {
  const trades = [
    HEADINGS,
    ["2022-01-03", "Buy", "XYZ", 30, 10, 0, "A"],
    ["2023-12-31", "Sell", "XYZ", 10, 11, 0, "A"],
    ["2024-01-01", "Sell", "XYZ", 10, 12, 0, "A"],
  ];
  const rows = (year: unknown) => records("REALIZED", trades, year).map((row) => row["Sale row"]);

  it("takes its first and its last day", () => {
    assert.deepEqual(rows(2023), [3]);
    assert.deepEqual(rows([[2024]]), [4]);
  });
  it("left out, as null, blank or 0, means every year", () => {
    for (const omitted of [null, undefined, "", 0]) assert.deepEqual(rows(omitted), [3, 4]);
  });
  it("refuses what is no year", () => assert.equal(errorOf("REALIZED", trades, "last").code, "#VALUE!"));
});

describe("R-WS-9: sales inside an IRA move lots but are not listed", () => {
  const trades = [
    HEADINGS,
    ["2023-01-03", "Buy", "XYZ", 10, 30, 0, "T"],
    ["2023-06-01", "Buy", "XYZ", 10, 20, 0, "I"],
    ["2024-02-01", "Sell", "XYZ", 10, 20, 0, "T"],
    ["2024-02-10", "Buy", "XYZ", 10, 21, 0, "I"],
    ["2024-05-01", "Sell", "XYZ", 5, 25, 0, "I"],
  ];
  const settings = [["Account", "I", "IRA", "Self"]];

  it("only the taxable sale is listed", () => assert.deepEqual(records("REALIZED", trades, null, settings).map((row) => row["Sale row"]), [4]));

  it("a loss replaced there is lost for good, and the note says so: 300 - 200 = 100", () => {
    const sale = records("REALIZED", trades, null, settings)[0]!;
    assert.deepEqual([sale["Disallowed"], sale["Code"]], [100, "W"]);
    assert.equal(sale["Note"], "Washed by row 5. $100.00 is lost for good: replaced in I.");
  });

  it("a plan is treated alike by choice, and the note says that nobody has ruled on it", () => {
    const plan = [["Account", "I", "401k", "Self"]];
    assert.equal(records("REALIZED", trades, null, plan)[0]!["Note"], "Washed by row 5. $100.00 is lost for good: replaced in I (treated like an IRA; not ruled on).");
    const notes = records("WASHSALE", trades, "Note", plan).map((row) => row["Note"]);
    assert.equal(notes[3], "Replaces shares sold on row 4: $100.00 lost for good (treated like an IRA; not ruled on).");
  });
});

describe("R-DA-2: a bill of 2026 on digital assets, not law when checked", () => {
  const note = (year: number, price: number, type = "Digital") =>
    records("REALIZED", [
      [...HEADINGS, "Type"],
      [`${year}-01-02`, "Buy", "BTC", 1, 30, 0, "W", type],
      [`${year}-10-01`, "Sell", "BTC", 1, price, 0, "W", type],
      [`${year}-12-31`, "Buy", "ETH", 1, 5, 0, "W", type],
    ])[0]!["Note"];

  it("is named beside a loss sold in 2026", () =>
    assert.equal(note(2026, 20), "Digital asset: no wash sale rule under present law; a 2026 bill (H.R. 10357) would change that for sales after 14 September 2026."));
  it("and not beside a gain, an earlier loss, or a loss of stock", () => {
    assert.equal(note(2026, 40), "");
    assert.equal(note(2025, 20), "");
    assert.equal(note(2026, 20, "Stock"), "");
  });
});

describe("R-WS-12: a loss at the end of the data is provisional", () => {
  const trades = (last: string) => [
    HEADINGS,
    ["2024-01-02", "Buy", "XYZ", 10, 30, 0, "A"],
    ["2024-02-01", "Sell", "XYZ", 10, 20, 0, "A"],
    [last, "Buy", "OTHER", 1, 1, 0, "A"],
  ];
  const note = (last: string) => records("REALIZED", trades(last))[0]!["Note"];

  it("while the trades end on day 30: a purchase of that day may be missing", () => assert.equal(note("2024-03-02"), "Provisional until 2024-03-03."));
  it("no longer when they reach day 31", () => assert.equal(note("2024-03-03"), ""));
});

describe("Design section 7: REALIZED with a wrong row", () => {
  it("shows one row of #VALUE! for it, in every year, and the healthy symbol's numbers", () => {
    for (const year of [null, 2024, 2019]) {
      const rows = records("REALIZED", ONE_SYMBOL_WRONG, year);
      const wrong = rows.filter((row) => row["Symbol"] === "XYZ");
      assert.equal(wrong.length, 1);
      for (const heading of ["Sale row", "Quantity", "Acquired", "Holding from", "Sold", "Proceeds", "Basis", "Gain", "Disallowed", "Allowed gain"]) {
        assert.equal(wrong[0]![heading], "#VALUE!", heading);
      }
      assert.equal(wrong[0]!["Note"], OVERSOLD);
      const healthy = rows.filter((row) => row["Symbol"] === "ABC").map((row) => row["Gain"]);
      assert.deepEqual(healthy, year === 2019 ? [] : [50]);
    }
  });
});
