import assert from "node:assert/strict";
import { records, serial } from "./calling";

const HEADINGS = ["Date", "Action", "Symbol", "Quantity", "Price", "Account", "Amount", "Acquired", "Value", "Type", "New symbol"];
const row = (date: string, action: string, symbol: string, quantity: number, more: Partial<Record<string, unknown>> = {}): unknown[] =>
  HEADINGS.map((heading) => ({ Date: date, Action: action, Symbol: symbol, Quantity: quantity, ...more })[heading] ?? "");

describe("R-HP-4: OPENLOTS of an inherited lot", () => {
  const lot = () => records("OPENLOTS", [HEADINGS, row("2024-05-01", "Inherit", "XYZ", 10, { Value: 20 })], "2024-05-02")[0]!;

  it("is long-term from the first day", () =>
    assert.deepEqual([lot()["Term"], lot()["Long-term on"], lot()["Days to long-term"]], ["Long", serial("2024-05-01"), 0]));
  it("says so, and that it replaces no loss (R-WS-2)", () => assert.equal(lot()["Note"], "Inherited. Cannot replace a loss."));
});

describe("R-GIFT-1: OPENLOTS of a gift worth 8,000.00 whose giver paid 10,000.00", () => {
  const lot = () =>
    records("OPENLOTS", [HEADINGS, row("2023-05-01", "Gift received", "XYZ", 100, { Amount: 10000, Acquired: "2020-01-02", Value: 80 })])[0]!;

  it("shows the giver's basis and period", () =>
    assert.deepEqual([lot()["Basis"], lot()["Holding from"]], [10000, serial("2020-01-02")]));
  it("and in the Note the basis for a loss", () =>
    assert.match(String(lot()["Note"]), /For a loss: basis \$8,000\.00, period from 2023-05-01\./));
});

describe("R-ID-6: OPENLOTS of shares whose cost nobody knows", () => {
  it("has basis 0 and says so", () => {
    const lot = records("OPENLOTS", [HEADINGS, row("2024-01-02", "Buy", "XYZ", 10, { Amount: "Unknown" })])[0]!;
    assert.deepEqual([lot["Basis"], lot["Note"]], [0, "Basis unknown, taken as 0."]);
  });
});

describe("R-SS-1: OPENLOTS of 10 shares sold short at 90", () => {
  const short = () => records("OPENLOTS", [HEADINGS, row("2024-03-01", "Sell short", "XYZ", 10, { Price: 90 })], "2024-12-31", [["XYZ", 70]])[0]!;

  it("has a negative quantity and basis: 10 × 90 = 900.00 was received", () =>
    assert.deepEqual([short()["Quantity"], short()["Basis"], short()["Basis per share"]], [-10, -900, 90]));
  it("is worth -700.00 at 70, a gain of 200.00", () => assert.deepEqual([short()["Value"], short()["Gain"]], [-700, 200]));
  it("has no term of its own", () =>
    assert.deepEqual([short()["Term"], short()["Long-term on"], short()["Days to long-term"], short()["Note"]], ["", "", "", "Short position."]));
});

describe("R-OPT: OPENLOTS of two calls bought at 1.50 and one put written at 2.00", () => {
  const trades = [HEADINGS, row("2024-03-01", "Buy to open", "XYZ 250117C45", 2, { Price: 1.5 }), row("2024-03-04", "Sell to open", "XYZ 250117P40", 1, { Price: 2 })];
  const lots = () => records("OPENLOTS", trades, "2024-12-31", [["XYZ 250117C45", 3], ["XYZ 250117P40", 0.5]]);

  it("counts contracts and prices them by the share: 2 × 100 × 3.00 = 600.00 against 300.00", () => {
    const call = lots()[0]!;
    assert.deepEqual([call["Quantity"], call["Basis"], call["Value"], call["Gain"]], [2, 300, 600, 300]);
    assert.equal(call["Note"], "Call on XYZ, 100 shares a contract.");
  });

  it("lists the written one below zero: -200.00 received, -50.00 to close", () => {
    const put = lots()[1]!;
    assert.deepEqual([put["Quantity"], put["Basis"], put["Value"], put["Gain"]], [-1, -200, -50, 150]);
    assert.equal(put["Note"], "Option written. Put on XYZ, 100 shares a contract.");
  });
});

describe("R-TAX-4: OPENLOTS of a collectible", () => {
  it("names its rate", () =>
    assert.equal(
      records("OPENLOTS", [HEADINGS, row("2024-01-02", "Buy", "GLD", 10, { Price: 180 })])[0]!["Note"],
      "Collectible: long-term gain is taxed at up to 28%.",
    ));
});
