import assert from "node:assert/strict";
import { records, serial } from "./calling";
import { HEADINGS, ONE_SYMBOL_WRONG, OVERSOLD, WASHED } from "./example-trades";

describe("WASHTRAIL: from the loss to the shares that carry it", () => {
  it("one row a match: 507.50 × 60 ÷ 100 = 304.50, held from 387 days before the purchase", () =>
    assert.deepEqual(records("WASHTRAIL", WASHED), [
      {
        "Sale row": 3,
        Symbol: "XYZ",
        Sold: serial("2024-02-01"),
        "Loss lot": "row 2",
        Shares: 60,
        Disallowed: 304.5,
        "Replacement row": 4,
        "Replacement account": "A",
        "Replacement date": serial("2024-02-15"),
        "Basis added": 304.5,
        "Holding from": serial("2024-02-15") - 387,
        Permanent: 0,
        "Final on": serial("2024-03-03"),
        Rule: "IRC 1091(a) (R-WS-1); 1091(d) basis (R-WS-5); 1223(3) period (R-WS-6)",
      },
    ]));

  it("of a year lists the losses sold in it", () => {
    assert.equal(records("WASHTRAIL", WASHED, 2024).length, 1);
    assert.equal(records("WASHTRAIL", WASHED, 2023).length, 0);
  });
});

describe("Rev. Rul. 2008-5, R-WS-9: a replacement in an IRA", () => {
  const trades = [
    HEADINGS,
    ["2023-01-03", "Buy", "XYZ", 100, 30, 0, "T"],
    ["2024-02-01", "Sell", "XYZ", 100, 20, 0, "T"],
    ["2024-02-10", "Buy", "XYZ", 100, 21, 0, "I"],
  ];
  const match = () => records("WASHTRAIL", trades, null, [["Account", "I", "IRA", "Self"]])[0]!;

  it("the 3,000 - 2,000 = 1,000.00 is permanent and adds to no basis", () =>
    assert.deepEqual([match()["Disallowed"], match()["Permanent"], match()["Basis added"]], [1000, 1000, 0]));
  it("names the account and the ruling", () => {
    assert.equal(match()["Replacement account"], "I");
    assert.match(String(match()["Rule"]), /Rev\. Rul\. 2008-5/);
  });
  it("replaced by the spouse, with that choice, it is permanent too, and the IRA ruling is not cited", () => {
    const settings = [["Account", "I", "Taxable", "Spouse"], ["Spouse replacement", "Permanent"]];
    const spouse = records("WASHTRAIL", trades, null, settings)[0]!;
    assert.equal(spouse["Permanent"], 1000);
    assert.match(String(spouse["Rule"]), /spouse/);
    assert.doesNotMatch(String(spouse["Rule"]), /Rev\. Rul/);
  });
  for (const type of ["401k", "HSA", "529", "Other plan"]) {
    it(`a ${type} is like an IRA by choice, and the ruling on IRAs is not cited`, () => {
      const rule = String(records("WASHTRAIL", trades, null, [["Account", "I", type, "Self"]])[0]!["Rule"]);
      assert.equal(rule, "IRC 1091(a) (R-WS-1); like an IRA by choice, not ruled on (R-WS-9, setting Plan accounts)");
    });
  }
});

describe("R-WS-14 and R-CA-10: the replacement has another symbol", () => {
  const trades = [
    HEADINGS,
    ["2023-01-03", "Buy", "AAA", 10, 30, 0, "T"],
    ["2024-02-01", "Sell", "AAA", 10, 20, 0, "T"],
    ["2024-02-10", "Buy", "BBB", 10, 21, 0, "T"],
  ];
  it("declared identical: the setting is named", () =>
    assert.match(String(records("WASHTRAIL", trades, null, [["Identical", "AAA", "BBB"]])[0]!["Rule"]), /identical by your settings \(R-WS-14\)/));
  it("not declared: nothing is washed", () => assert.equal(records("WASHTRAIL", trades).length, 0));
  it("renamed in between: the symbol change is named", () => {
    const renamed = [
      [...HEADINGS, "New symbol"],
      ["2023-01-03", "Buy", "AAA", 20, 30, 0, "T", ""],
      ["2024-02-01", "Sell", "AAA", 10, 20, 0, "T", ""],
      ["2024-02-05", "Symbol change", "AAA", "", "", "", "", "BBB"],
      ["2024-02-10", "Buy", "BBB", 10, 21, 0, "T", ""],
    ];
    assert.match(String(records("WASHTRAIL", renamed)[0]!["Rule"]), /renamed \(R-CA-10\)/);
  });
});

describe("R-WS-11: a split between the loss and its replacement", () => {
  it("counts Shares as of the day of the loss sale: 10 new shares replace 5 old ones, half the loss of 100.00", () => {
    const trades = [
      [...HEADINGS, "Ratio"],
      ["2023-01-03", "Buy", "XYZ", 20, 30, 0, "T", ""],
      ["2024-02-01", "Sell", "XYZ", 10, 20, 0, "T", ""],
      ["2024-02-05", "Split", "XYZ", "", "", "", "", "2:1"],
      ["2024-02-10", "Buy", "XYZ", 10, 11, 0, "T", ""],
    ];
    const match = records("WASHTRAIL", trades)[0]!;
    assert.deepEqual([match["Shares"], match["Disallowed"], match["Basis added"]], [5, 50, 50]);
  });
});

describe("Design section 7: WASHTRAIL with a wrong row", () => {
  it("has a row of #VALUE! whose last cell says why", () => {
    const [wrong, ...others] = records("WASHTRAIL", ONE_SYMBOL_WRONG);
    assert.deepEqual(others, []);
    assert.deepEqual([wrong!["Symbol"], wrong!["Disallowed"], wrong!["Basis added"], wrong!["Permanent"]], ["XYZ", "#VALUE!", "#VALUE!", "#VALUE!"]);
    assert.equal(wrong!["Rule"], OVERSOLD);
  });
});

describe("R-OPT-2, R-OPT-3, R-CA-8: shares of an exercise, an assignment or a merger are the stock itself", () => {
  const headings = [...HEADINGS, "Type", "Underlying", "New symbol", "Ratio", "New value"];
  const ruleOf = (rows: readonly (readonly unknown[])[]) => String(records("WASHTRAIL", [headings, ...rows])[0]!["Rule"]);
  const loss = [
    ["2024-01-02", "Buy", "XYZ", 60, 50, 0, "T"],
    ["2024-12-27", "Sell", "XYZ", 60, 40, 0, "T"],
  ];
  const PLAIN = "IRC 1091(a) (R-WS-1); 1091(d) basis (R-WS-5); 1223(3) period (R-WS-6)";
  it("a written put assigned", () => {
    const rows = [["2024-10-01", "Sell short", "XP", 1, 2, 0, "T", "Put", "XYZ"], ["2025-01-15", "Assigned", "XP", 1, 45, 0, "T", "Put", "XYZ"]];
    assert.equal(ruleOf([...loss, ...rows]), PLAIN);
  });
  it("a call exercised", () => {
    const rows = [["2024-10-01", "Buy", "XC", 1, 2, 0, "T", "Call", "XYZ"], ["2025-01-15", "Exercise", "XC", 1, 45, 0, "T", "Call", "XYZ"]];
    assert.equal(ruleOf([...loss, ...rows]), PLAIN);
  });
  it("a taxable merger into the stock sold is no change of symbol", () => {
    const rows = [["2020-01-02", "Buy", "OLD", 100, 50, 0, "T"], ["2025-01-15", "Taxable merger", "OLD", "", "", "", "T", "", "", "XYZ", "1 for 1", 45]];
    assert.equal(ruleOf([...loss, ...rows]), PLAIN.replace("; 1091(d)", "; shares of a taxable exchange (R-WS-2, R-CA-8); 1091(d)"));
  });
});
