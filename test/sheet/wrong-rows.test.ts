/** Rows that look like something else than a trade, and rows whose fault reaches further than their own account. */
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { RowFault, Trades } from "../../src/lots/trades";
import { HEADINGS, lines, reading, refusal } from "./reading";

/** `Row 3: … | X A`: the sentence and the pool that the fault takes down; `-` where it names none. */
function faultsOf(rows: readonly (readonly unknown[])[]): string[] {
  const { trades, faults } = reading(rows);
  return faults.map((fault) => `${fault.problem} | ${poolOf(trades, fault)}`);
}

function poolOf(trades: Trades, { symbol, account }: RowFault): string {
  return `${symbol === null ? "-" : trades.symbols[symbol]} ${account === null ? "-" : trades.accounts[account]}`;
}

describe("A trade above the headings", () => {
  const ABOVE = "stands above the headings of the trades range.";
  it("is named with its symbol and account, in the order that needs no headings", () => {
    const rows = [["2024-01-02", "Buy", "X", 10, 50, 0, "B"], ["Account", ...HEADINGS.filter((one) => one !== "Account")], ["A", 45352, "Buy", "X", 1, 1]];
    assert.deepEqual(faultsOf(rows), [`Row 1: ${ABOVE} | X B`]);
    assert.equal(reading(rows).faults[0]?.whatToDo, "Move it below them.");
    assert.deepEqual(lines(reading(rows).trades), ["3 2024-03-01 Buy X A 1 100"]);
  });
  it("is named in the order of the headings below it", () =>
    assert.deepEqual(faultsOf([["X", 5, "Sell", 45353], ["Symbol", "Quantity", "Action", "Date"]]), [`Row 1: ${ABOVE} | X A`]));
  it("takes every account down when it is a transfer, whose target is not read", () =>
    assert.deepEqual(faultsOf([[45352, "Transfer", "X", 5, "", "", "A"], HEADINGS]), [`Row 1: ${ABOVE} | X -`]));
  it("is no title, account line, date line or cash movement", () =>
    assert.deepEqual(faultsOf([["My trades"], ["Account", "123"], [45352, "as of"], ["01/31/2026", "Interest", "", "", 5], [], HEADINGS]), []));
});

describe("A transfer that cannot be read", () => {
  const headings = ["Date", "Action", "Symbol", "Quantity", "Account", "To account"];
  it("names an error under To account, and takes every account of the symbol down", () =>
    assert.deepEqual(faultsOf([headings, [45352, "Transfer", "X", 5, "A", "#N/A"]]), ["Row 2: To account holds the error #N/A. | X -"]));
  it("without a target takes every account of the symbol down", () =>
    assert.deepEqual(faultsOf([headings, [45352, "Transfer", "X", 5, "A", ""]]), ["Row 2: is a transfer without To account. | X -"]));
  it("with a wrong date or quantity does so too: the shares reach another account", () =>
    assert.deepEqual(faultsOf([headings, ["soon", "Transfer", "X", 5, "A", "B"], [45352, "Transfer", "X", "", "A", "B"]]), [
      'Row 2: Date is "soon", which is not a date. | X -',
      "Row 3: has no quantity. | X -",
    ]));
});

describe("An error cell in any column that is read", () => {
  const FIELDS = ["Price", "Fees", "Amount", "Lot", "Lots", "Ratio", "Cash in lieu", "New symbol", "To account", "Type", "Order", "Time"];
  for (const field of FIELDS) {
    it(`is a fault of the row under ${field}, whatever the action`, () => {
      const headings = ["Date", "Action", "Symbol", "Quantity", "Account", field];
      const row = (action: string, cell: unknown) => [45352, action, "X", 5, "A", cell];
      for (const action of ["Buy", "Sell", "Gift given", "Vest"]) {
        assert.deepEqual(faultsOf([[...headings, "Cost"], row(action, { code: "#REF!" })]), [`Row 2: ${field} holds the error #REF!. | X A`]);
        assert.equal(reading([headings, row(action, "#N/A")]).trades.count, 0);
      }
      assert.match(faultsOf([headings, row("Split", "#N/A")])[0] ?? "", /holds the error #N\/A/);
    });
  }
  const OF_ACTIONS: readonly (readonly [string, string, Record<string, unknown>])[] = [
    ["Spin-off", "Value", { "New symbol": "Y", "New value": 1 }],
    ["Spin-off", "New value", { "New symbol": "Y", Value: 1 }],
    ["Spin-off", "Basis share", { "New symbol": "Y", Value: 1, "New value": 1 }],
    ["Merger", "Cash per share", { "New symbol": "Y", "New value": 1 }],
    ["Gift received", "Acquired", { Amount: 1, Value: 1 }],
    ["Gift received", "Value", { Amount: 1, Acquired: 45000 }],
    ["Buy", "Acquired", { Price: 1 }],
    ["Inherit", "Value", { Amount: 1 }],
    ["Buy", "Underlying", { Price: 1, Type: "Call" }],
    ["Buy", "Multiplier", { Price: 1 }],
  ];
  for (const [action, field, others] of OF_ACTIONS) {
    it(`is a fault of a ${action} under ${field}`, () => {
      const cells = { Date: 45352, Action: action, Symbol: "X", Quantity: 5, Account: "A", ...others, [field]: "#REF!" };
      assert.equal(faultsOf([Object.keys(cells), Object.values(cells)])[0], `Row 2: ${field} holds the error #REF!. | X A`);
    });
  }
  it("stops a row of plain figures too", () => {
    const headings = [...HEADINGS, "Ratio", "Order"];
    const buy = (...marks: unknown[]) => [45352, "Buy", "X", 5, 10, 0, "A", "", ...marks];
    assert.deepEqual(faultsOf([headings, buy("", ""), buy("#N/A", ""), buy("", "#VALUE!")]), [
      "Row 3: Ratio holds the error #N/A. | X A",
      "Row 4: Order holds the error #VALUE!. | X A",
    ]);
  });
  it("under Account Number beside a name is a fault of every account", () =>
    assert.deepEqual(faultsOf([[...HEADINGS, "Account Number"], [45352, "Buy", "X", 5, 10, 0, "A", "", "#N/A"]]), ["Row 2: Account holds the error #N/A. | X -"]));
  it("in a column that is not read changes nothing", () =>
    assert.deepEqual(faultsOf([[...HEADINGS, "Notes"], [45352, "Buy", "X", 5, 10, 0, "A", "", "#N/A"]]), []));
});

describe("Two Types for one symbol", () => {
  const headings = ["Date", "Action", "Symbol", "Quantity", "Price", "Account", "Type"];
  const buy = (type: string, symbol = "X", account = "A") => [45352, "Buy", symbol, 5, 10, account, type];
  it("are refused, naming both rows, for every account: the wash rule holds for stock only (R-WS-17)", () => {
    assert.deepEqual(faultsOf([headings, buy("Stock"), buy("Digital", "x", "B")]), ["Row 3: Type of X is Digital, but row 2 says Stock. | X -"]);
    assert.deepEqual(faultsOf([headings, buy("digital asset"), buy(""), buy("Fund")]), ["Row 4: Type of X is Fund, but row 2 says digital asset. | X -"]);
  });
  it("are not a blank beside Digital, Fund beside Stock, or how the row was settled", () =>
    assert.deepEqual(faultsOf([headings, buy("Digital"), buy(""), buy("Cash"), buy("Stock", "Y"), buy("Fund", "Y")]), []));
});

describe("A split that states both a Ratio and a Quantity", () => {
  const headings = ["Date", "Action", "Symbol", "Quantity", "Ratio"];
  it("is asked which of them counts", () => {
    assert.deepEqual(faultsOf([headings, [45352, "Split", "X", 100, "2:1"]]), [
      "Row 2: states both a Ratio and a Quantity; Quantity is the shares that the split adds. | X -",
    ]);
    assert.equal(reading([headings, [45352, "Split", "X", 100, "2:1"]]).faults[0]?.whatToDo, "Clear one of the two.");
  });
  it("does not read a Quantity of 0 or a blank as one", () =>
    assert.deepEqual(faultsOf([headings, [45352, "Split", "X", 0, "2:1"], [45353, "Split", "X", "", "2:1"]]), []));
  it("names a Quantity that is no number", () =>
    assert.deepEqual(faultsOf([headings, [45352, "Split", "X", "many", "2:1"]]), ['Row 2: Quantity is "many", which is not a number. | X -']));
});

describe("A total", () => {
  it("that names an action, or a symbol with a quantity, is a row to be looked at", () =>
    assert.deepEqual(faultsOf([HEADINGS, ["Total", "Sel", "X", 5, 6, 0, "A", ""], ["Subtotal", "", "Y", 5, 6, 0, "A", ""]]), [
      'Row 2: "Sel" is not a known action. | X A',
      "Row 3: has no action. | Y A",
    ]));
  it("stays a total with its label in any column, or beside an unread column with the date blank", () => {
    const rows = [["Kind", ...HEADINGS], ["", "", "", "Total", 5, "", "", "", 30], ["", "", "Grand total", "", 5, "", "", "", 30], ["SubTotal", "", "", "AAPL", 5, "", "", "", 30]];
    assert.deepEqual(reading(rows).faults, []);
    assert.deepEqual([...reading(rows).skipped], [["Total", 3]]);
  });
  it("and a note beside an action is no note", () =>
    assert.deepEqual(faultsOf([HEADINGS, ["*** late", "Sel", "X", 5, 6, 0, "A", ""]]), ['Row 2: "Sel" is not a known action. | X A']));
});

describe("A second row of headings", () => {
  const trade = [45352, "Buy", "X", 1, 1, 0, "A", 1];
  const moved = ["Date", "Symbol", "Action", "Quantity", "Price", "Fees", "Account", "Amount"];
  it("with its columns in another order refuses the range: what stands below it would be misread", () => {
    assert.equal(
      refusal([HEADINGS, trade, moved, [45352, "X", "Sell", 1, 1]]),
      "Row 3 of the trades range is a second row of headings, with other columns than row 1. Pass the two tables separately, or bring their columns into one order.",
    );
    assert.match(refusal([HEADINGS, trade, ["Fees", "Fee", "Symbol", "Quantity", "Date"]]), /^Row 3 of the trades range is a second row of headings/);
  });
  it("below rows without headings refuses it too", () =>
    assert.match(refusal([...Array.from({ length: 30 }, () => trade), HEADINGS]), /^Row 31 of the trades range is a row of headings\. Move it above the first trade/));
  it("alike is passed over, also in part and in another case", () => {
    const { faults, skipped } = reading([HEADINGS, trade, HEADINGS, trade, ["DATE", "action", "Symbol", "Qty"], trade]);
    assert.deepEqual([faults, [...skipped]], [[], [["Headings again", 2]]]);
  });
});
