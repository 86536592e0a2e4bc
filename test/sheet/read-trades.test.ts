import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { TradeKind } from "../../src/lots/trades";
import { fault, faultless, faultUnder, HEADINGS, lines, read, reading, refusal } from "./reading";

describe("Design section 4: a trades range under its own headings", () => {
  it("reads the seed purchase: 200 × $50 + $15", () =>
    assert.deepEqual(read([45352, "Buy", "XYZ", 200, 50, 15, "", ""]), ["2 2024-03-01 Buy XYZ A 200 1001500"]));
  it("takes a sale's quantity with either sign", () =>
    assert.deepEqual(read([45352, "Sell", "XYZ", 20, 10, 1, "", ""], [45352, "Sell", "XYZ", -20, 10, 1, "", ""]), [
      "2 2024-03-01 Sell XYZ A 20 19900",
      "3 2024-03-01 Sell XYZ A 20 19900",
    ]));
  it("skips blank rows and keeps the row numbers of the range", () => {
    const blank = ["", null, undefined, "", "", "", "", ""];
    assert.deepEqual(read(blank, [45352, "Buy", "X", 1, 1, 0, "", ""], [], blank, [45353, "Buy", "X", 1, 1, 0, "", ""]), [
      "3 2024-03-01 Buy X A 1 100",
      "6 2024-03-02 Buy X A 1 100",
    ]);
  });
  it("skips a row that fills only columns it does not know", () =>
    assert.equal(reading([[...HEADINGS, "Notes"], ["", "", "", "", "", "", "", "", "check these"]]).faults.length, 0));
  it("takes a row of zeros as blank, as old builds of Excel send it", () => assert.deepEqual(read([0, 0, 0, 0, 0, 0, 0, 0]), []));
  it("knows symbols and accounts without case, as first written", () => {
    const { trades } = faultless([
      [45352, "Buy", " Xyz ", 1, 1, 0, "Ira", ""],
      [45353, "Buy", "XYZ", 1, 1, 0, "IRA ", ""],
      [45354, "Buy", "brk b", 1, 1, 0, 12345, ""],
      [45355, "Buy", "BRK B", 1, 1, 0, "12345", ""],
    ]);
    assert.deepEqual(trades.symbols, ["Xyz", "brk b"]);
    assert.deepEqual(trades.accounts, ["Ira", "12345"]);
    assert.deepEqual([...trades.symbol], [0, 0, 1, 1]);
  });
  it("takes the ticker TRUE, which Excel turns into a boolean, as a symbol", () =>
    assert.deepEqual(read([45352, "Buy", true, 1, 1, 0, "", ""]), ["2 2024-03-01 Buy TRUE A 1 100"]));
  it("keeps text that looks like a formula as a name", () =>
    assert.deepEqual(read([45352, "Buy", "=cmd|x", 1, 1, 0, "@home", ""]), ["2 2024-03-01 Buy =cmd|x @home 1 100"]));
  it("reads data-type cells", () =>
    assert.deepEqual(
      read([{ type: "FormattedNumber", basicValue: 45352 }, { type: "String", basicValue: "buy" }, { type: "LinkedEntity", text: "XYZ", basicType: "Error", basicValue: "#VALUE!" }, { type: "Double", basicValue: 3 }, { basicValue: 2 }, null, null, null]),
      ["2 2024-03-01 Buy XYZ A 3 600"],
    ));
  it("cleans dust from quantities", () => assert.deepEqual(read([45352, "Buy", "X", 0.1 + 0.2, 10, 0, "", ""]), ["2 2024-03-01 Buy X A 0.3 300"]));
  it("adds every fee column into the fees", () => {
    const { trades } = reading([["Date", "Action", "Symbol", "Quantity", "Price", "Commission", "Fees"], [45352, "Buy", "X", 1, 10, 0.1, 0.2], [45352, "Buy", "X", 1, 10, "", "$0.20"]]);
    assert.deepEqual([...trades.amountCents], [1030, 1020]);
  });
  it("marks digital assets", () => {
    const { trades } = reading([["Date", "Action", "Symbol", "Quantity", "Price", "Type"], [45352, "Buy", "BTC", 1, 10, "Digital"], [45352, "Buy", "VTI", 1, 10, "Fund"], [45352, "Buy", "X", 1, 10, ""]]);
    assert.deepEqual([...trades.digital], [0]);
    assert.equal(trades.count, 3);
  });
  it("keeps lot ids, lots, order and time beside the row", () => {
    const headings = [...HEADINGS, "Lot", "Lots", "Order", "Time"];
    const { trades, faults } = reading([
      headings,
      [45352, "Buy", "X", 50, 1, 0, "", "", "L1", "", "A7", "09:31"],
      [45353.5, "Sell", "X", 50, 1, 0, "", "", "", "L1:30; row 2:20", "", ""],
      [45354, "Buy", "X", 50, 1, 0, "", "", "", "", "", ""],
    ]);
    assert.deepEqual(faults, []);
    assert.deepEqual(Object.fromEntries(trades.details), {
      0: { lotId: "L1", order: "A7", time: 34260 },
      1: { lots: [{ lot: "L1", shares: 30 }, { lot: "row 2", shares: 20 }], time: 43200 },
    });
  });
  it("reads lots, types and order of a symbol met before as carefully as of a new one", () => {
    const headings = [...HEADINGS, "Lot", "Lots", "Order", "Type"];
    const buy = (...marks: unknown[]) => [45352, "Buy", "X", 5, 1, 0, "A", "", ...marks];
    const { trades, faults } = reading([headings, buy("", "", "", ""), buy("L2", "", "", ""), buy("", "", "7", ""), buy("", "", "", "Digital"), buy("", "L2", "", ""), buy("", "", "", "Put")]);
    assert.deepEqual(Object.fromEntries(trades.details), { 1: { lotId: "L2" }, 2: { order: "7" } });
    assert.deepEqual([...trades.digital], [0]);
    assert.deepEqual(faults.map(({ row, column }) => [row, column]), [[6, "Lots"], [7, "Type"]]);
  });
  it("lets a Time column count before a time within the date", () => {
    const { trades } = reading([[...HEADINGS, "Time"], [45353.5, "Buy", "X", 50, 1, 0, "", "", 0.25]]);
    assert.equal(trades.details.get(0)?.time, 21600);
  });
});

describe("Transfers, gifts, splits and symbol changes", () => {
  const headings = ["Date", "Action", "Symbol", "Quantity", "Account", "To account", "Ratio", "Cash in lieu", "New symbol", "Lots", "Lot"];
  const one = (...row: unknown[]) => {
    const whole = reading([headings, row]);
    assert.deepEqual(whole.faults.map(({ problem }) => problem), []);
    return { line: lines(whole.trades)[0], details: whole.trades.details.get(0), trades: whole.trades };
  };
  it("a transfer moves shares from Account to To account (case S-TR-01)", () => {
    const { line, details, trades } = one("2023-08-01", "Transfer", "XYZ", 100, "A", "B");
    assert.equal(line, "2 2023-08-01 Transfer XYZ A 100 0");
    assert.equal(trades.accounts[details?.toAccount ?? -1], "B");
  });
  it("a transfer may name its lots and be written negative", () => {
    const { line, details } = one("2023-08-01", "transfer", "XYZ", -100, "", "B", "", "", "", "L1:60;L2:40");
    assert.equal(line, "2 2023-08-01 Transfer XYZ A 100 0");
    assert.deepEqual(details?.lots, [{ lot: "L1", shares: 60 }, { lot: "L2", shares: 40 }]);
  });
  it("a gift given takes shares out", () => assert.equal(one("2023-08-01", "Gift given", "XYZ", 5).line, "2 2023-08-01 GiftGiven XYZ A 5 0"));
  it("a split without an account is for every account that holds the symbol", () => {
    const { line, details } = one("2022-06-01", "Split", "XYZ", "", "", "", "2:1");
    assert.equal(line, "2 2022-06-01 Split XYZ * 0 0");
    assert.deepEqual(details, { ratio: { newShares: 2, oldShares: 1 } });
  });
  it("a split in one account stays there", () => assert.equal(one("2022-06-01", "Split", "XYZ", "", "IRA", "", 2).line, "2 2022-06-01 Split XYZ IRA 0 0"));
  it("1.05 for 1 with $10 in lieu (case S-PUB-08)", () =>
    assert.deepEqual(one("2012-06-30", "Split", "XYZ", "", "", "", "1.05:1", 10).details, { ratio: { newShares: 21, oldShares: 20 }, cashInLieuCents: 1000 }));
  it("a split without a ratio states the shares added", () =>
    assert.deepEqual(one("2022-06-01", "Stock Split", "XYZ", 100).details, { sharesAdded: 100 }));
  it("a reverse split states its ratio", () =>
    assert.deepEqual(one("2022-06-01", "Reverse split", "XYZ", "", "", "", "1 for 10").details, { ratio: { newShares: 1, oldShares: 10 } }));
  it("a symbol change names the new symbol (case S-CA-05)", () => {
    const { line, details, trades } = one("2023-06-01", "Symbol change", "OLDT", "", "", "", "", "", "NEWT");
    assert.equal(line, "2 2023-06-01 SymbolChange OLDT * 0 0");
    assert.equal(trades.symbols[details?.newSymbol ?? -1], "NEWT");
  });

  const WRONG: readonly (readonly [string, readonly unknown[], string, string])[] = [
    ["a transfer without To account", ["2023-08-01", "Transfer", "XYZ", 100], "To account", "Row 2: is a transfer without To account."],
    ["a transfer to its own account", ["2023-08-01", "Transfer", "XYZ", 100, "B", "b"], "To account", "Row 2: moves shares from account b to itself."],
    ["a transfer without quantity", ["2023-08-01", "Transfer", "XYZ", "", "", "B"], "Quantity", "Row 2: has no quantity."],
    ["a split without ratio and quantity", ["2023-08-01", "Split", "XYZ"], "Ratio", "Row 2: is a split without Ratio."],
    ["a reverse split with shares but no ratio", ["2023-08-01", "Reverse Split", "XYZ", -90], "Ratio", "Row 2: is a split without Ratio."],
    ["a symbol change without New symbol", ["2023-08-01", "Symbol change", "XYZ"], "New symbol", "Row 2: is a symbol change without New symbol."],
    ["a symbol changed to itself", ["2023-08-01", "Symbol change", "XYZ", "", "", "", "", "", "xyz"], "New symbol", 'Row 2: changes "xyz" to itself.'],
    ["cash in lieu below zero", ["2023-08-01", "Split", "XYZ", "", "", "", "2:1", -3], "Cash in lieu", "Row 2: Cash in lieu is -3.00, below zero."],
    ["lots that do not add up to the gift", ["2023-08-01", "Gift given", "XYZ", 5, "", "", "", "", "", "L1:4"], "Lots", "Row 2: Lots names 4 shares, but Quantity is 5."],
    ["a gift whose lot stands under Lot", ["2023-08-01", "Gift given", "XYZ", 5, "", "", "", "", "", "", "L1"], "Lot", "Row 2: names a lot under Lot, which is for purchases."],
  ];
  for (const [what, row, column, problem] of WRONG) {
    it(`refuses ${what}`, () => {
      const said = faultUnder(headings, ...row);
      assert.deepEqual([said.column, said.problem], [column, problem]);
    });
  }
  it("refuses the time that Excel made of 2:1, and says how to write it", () => {
    const said = faultUnder(headings, "2023-08-01", "Split", "XYZ", "", "", "", 121 / 1440);
    assert.match(said.problem, /^Row 2: Ratio is 0\.0840277777777778, which is what Excel makes of a ratio typed like a time\.$/);
    assert.equal(said.whatToDo, "Write it as text: 2 for 1, or 1 for 2 for a reverse split; to write 2:1, format the cell as text first.");
  });
});

describe("Design section 7: a wrong row is named with its row and column", () => {
  const WRONG: readonly (readonly [string, readonly unknown[], string, string])[] = [
    ["no date", ["", "Buy", "XYZ", 1, 1], "Date", "Row 2: has no date."],
    ["a date that is text", ["last week", "Buy", "XYZ", 1, 1], "Date", 'Row 2: Date is "last week", which is not a date.'],
    ["an impossible date", ["2/30/2024", "Buy", "XYZ", 1, 1], "Date", 'Row 2: Date is "2/30/2024", which is not a date.'],
    ["a date before Excel's calendar is sound", [60, "Buy", "XYZ", 1, 1], "Date", "Row 2: Date is 60, which is before March 1900 as an Excel date."],
    ["a quantity in the date column", [1e6, "Buy", "XYZ", 1, 1], "Date", "Row 2: Date is 1000000, which is after the year 2200 as an Excel date."],
    ["an error in the date", ["#N/A", "Buy", "XYZ", 1, 1], "Date", "Row 2: Date holds the error #N/A."],
    ["no action", [45352, "", "XYZ", 1, 1], "Action", "Row 2: has no action."],
    ["an unknown action", [45352, "Frobnicate", "XYZ", 1, 1], "Action", 'Row 2: "Frobnicate" is not a known action.'],
    ["a number for an action", [45352, 7, "XYZ", 1, 1], "Action", "Row 2: 7 is not a known action."],
    ["an error for an action", [45352, "#REF!", "XYZ", 1, 1], "Action", "Row 2: Action holds the error #REF!."],
    ["no symbol", [45352, "Buy", "", 1, 1], "Symbol", "Row 2: has no symbol."],
    ["an error for a symbol", [45352, "Buy", { code: "#N/A" }, 1, 1], "Symbol", "Row 2: Symbol holds the error #N/A."],
    ["no quantity", [45352, "Buy", "XYZ", "", 1], "Quantity", "Row 2: has no quantity."],
    ["a quantity of 0", [45352, "Sell", "XYZ", 0, 1], "Quantity", "Row 2: Quantity is 0."],
    ["a negative purchase", [45352, "Buy", "XYZ", -5, 1], "Quantity", "Row 2: Quantity of a purchase is -5."],
    ["text for a quantity", [45352, "Buy", "XYZ", "ten", 1], "Quantity", 'Row 2: Quantity is "ten", which is not a number.'],
    ["a boolean for a quantity", [45352, "Buy", "XYZ", true, 1], "Quantity", "Row 2: Quantity is TRUE, which is not a number."],
    ["an error for a quantity", [45352, "Buy", "XYZ", "#DIV/0!", 1], "Quantity", "Row 2: Quantity holds the error #DIV/0!."],
    ["a huge quantity", [45352, "Buy", "XYZ", 1e20, 1], "Quantity", "Row 2: Quantity is 100000000000000000000, too large to be exact."],
    ["an error for an account", [45352, "Buy", "XYZ", 1, 1, 0, "#N/A"], "Account", "Row 2: Account holds the error #N/A."],
    ["only a symbol", ["", "", "XYZ"], "Action", "Row 2: has no action."],
    ["only amounts", ["", "", "", 100, 5], "Action", "Row 2: has no action."],
  ];
  for (const [what, row, column, problem] of WRONG) {
    it(`names ${what}`, () => {
      const said = fault(...row);
      assert.deepEqual([said.column, said.problem], [column, problem]);
    });
  }
  it("names an unknown Type and an option", () => {
    const headings = ["Date", "Action", "Symbol", "Quantity", "Price", "Type"];
    assert.equal(faultUnder(headings, 45352, "Buy", "X", 1, 1, "Bond").problem, 'Row 2: Type is "Bond", which is none of Stock, Fund, Digital, Collectible, Call and Put.');
    assert.equal(faultUnder(headings, 45352, "Buy", "X", 1, 1, "Call").problem, "Row 2: X is an option without Underlying.");
  });
  it("names a bad Time", () =>
    assert.equal(faultUnder([...HEADINGS, "Time"], 45352, "Buy", "X", 1, 1, 0, "", "", "noon").problem, 'Row 2: Time is "noon", which is not a time of day.'));
  it("says which pool the row takes down, and leaves the others alone", () => {
    const { trades, faults } = reading([
      HEADINGS,
      [45352, "Buy", "GOOD", 1, 10, 0, "", ""],
      [45352, "Buy", "BAD", "x", 10, 0, "IRA", ""],
      [45352, "Buy", "", 1, 10, 0, "", ""],
      [45352, "Split", "BAD", "", "", "", "", ""],
    ]);
    assert.deepEqual(lines(trades), ["2 2024-03-01 Buy GOOD A 1 1000"]);
    assert.deepEqual(
      faults.map(({ row, symbol, account }) => [row, symbol === null ? null : trades.symbols[symbol], account === null ? null : trades.accounts[account]]),
      [[3, "BAD", "IRA"], [4, null, "A"], [5, "BAD", null]],
    );
    assert.equal(trades.faults, faults);
  });
});

describe("Lots named on trades", () => {
  const headings = ["Date", "Action", "Symbol", "Quantity", "Price", "Lot", "Lots"];
  it("two purchases of a symbol with one lot id name both rows", () => {
    const { faults } = reading([headings, [45352, "Buy", "X", 1, 1, "L1"], [45352, "Buy", "Y", 1, 1, "L1"], [45353, "Buy", "X", 1, 1, "l1"]]);
    assert.deepEqual(faults.map(({ problem, column }) => [column, problem]), [["Lot", "Row 4: calls its lot l1, as row 2 already does for X."]]);
  });
  it("a lot may not borrow the name of another row's lot", () =>
    assert.equal(faultUnder(headings, 45352, "Buy", "X", 1, 1, "Row 9").problem, "Row 2: calls its lot Row 9, which is the name of the lot of another row."));
  it("a lot may carry the name it has anyway", () =>
    assert.equal(reading([headings, [45352, "Buy", "X", 1, 1, "row 2"]]).trades.details.get(0)?.lotId, "row 2"));
  it("a sale's lots stand under Lots, not Lot", () =>
    assert.deepEqual(faultUnder(headings, 45352, "Sell", "X", 1, 1, "L1"), {
      column: "Lot",
      problem: "Row 2: names a lot under Lot, which is for purchases.",
      whatToDo: "Name the lots that leave under Lots.",
    }));
  it("a purchase sells no lots", () =>
    assert.equal(faultUnder(headings, 45352, "Buy", "X", 1, 1, "", "L1").problem, "Row 2: is a purchase with Lots, which name what a sale sells."));
  it("lots must add up to the quantity", () =>
    assert.equal(faultUnder(headings, 45352, "Sell", "X", 50, 1, "", "L1:30; L2:10").problem, "Row 2: Lots names 40 shares, but Quantity is 50."));
  it("and be readable", () =>
    assert.equal(faultUnder(headings, 45352, "Sell", "X", 50, 1, "", "L1:many").column, "Lots"));
});

describe("The order of the file", () => {
  const dated = (...days: readonly unknown[]) => reading([HEADINGS, ...days.map((day) => [day, "Buy", "X", 1, 1, 0, "", ""])]).trades.newestFirst;
  it("runs from new to old when dates fall and never rise", () => assert.equal(dated(45355, 45354, 45354, 45350), true));
  it("runs from old to new when they rise", () => assert.equal(dated(45350, 45354), false));
  it("is as written when dates rise and fall, or stay", () => {
    assert.equal(dated(45355, 45350, 45354), false);
    assert.equal(dated(45355, 45355), false);
    assert.equal(dated(), false);
  });
  it("goes by the posting date where a row states an earlier effective date", () =>
    assert.equal(dated("01/20/2026", "01/16/2026 as of 01/13/2026", "01/15/2026"), true));
  it("counts rows without effect on lots", () =>
    assert.equal(reading([HEADINGS, [45355, "Dividend", "X", "", "", "", "", 5], [45350, "Buy", "X", 1, 1, 0, "", ""]]).trades.newestFirst, true));
});

describe("A range that cannot be read as a whole", () => {
  it("an empty range is refused", () => {
    for (const rows of [[], [[]], [[null, ""], [undefined]]]) {
      assert.equal(refusal(rows), "The trades range is empty. Pass the range of the trades with its headings.");
    }
  });
  it("headings alone are no trades, and valid", () => {
    const { trades, headingRow, rowCount } = reading([HEADINGS]);
    assert.deepEqual([trades.count, headingRow, rowCount, trades.newestFirst], [0, 1, 1, false]);
  });
  it("text without headings is refused", () => assert.match(refusal([["hello", "world"], [1, 2]]), /^The trades range has no headings that can be recognized\./));
  it("names the columns that are missing", () => {
    assert.equal(
      refusal([["Date", "Symbol", "Price"], [45352, "X", 1]]),
      "The trades range has no columns headed Action and Quantity. Add what is missing, or pass the whole table with its headings.",
    );
    assert.equal(
      refusal([["Date", "Action", "Symbol", "Price"], [45352, "Buy", "X", 1]]),
      "The trades range has no column headed Quantity. Add what is missing, or pass the whole table with its headings.",
    );
  });
  it("a settlement date is no trade date (R-LOT-2)", () =>
    assert.match(refusal([["Settlement Date", "Action", "Symbol", "Quantity"]]), /no column headed Date\./));
  it("two columns of one heading are refused", () =>
    assert.equal(
      refusal([["Date", "Action", "Symbol", "Quantity", "Price", "price"]]),
      'The columns 5 ("Price") and 6 ("price") of the trades range could both be Price. Rename one of them.',
    ));
  it("so are two equally good synonyms", () =>
    assert.match(refusal([["Date", "Action", "Symbol", "Qty", "Shares"]]), /could both be Quantity/));
});

describe("Kinds", () => {
  it("books each kind of this version under its own action word", () => {
    const { trades } = reading([
      ["Date", "Action", "Symbol", "Quantity", "Price", "To account", "Ratio", "New symbol"],
      ...["Buy", "Sell", "Reinvest", "Vest", "Transfer", "Split", "Gift given", "Symbol change"].map((action) => [45352, action, "X", action === "Split" ? "" : 1, 1, "B", "2:1", "Y"]),
    ]);
    const { Buy, Sell, Reinvest, Vest, Transfer, Split, GiftGiven, SymbolChange } = TradeKind;
    assert.deepEqual([...trades.kind], [Buy, Sell, Reinvest, Vest, Transfer, Split, GiftGiven, SymbolChange]);
  });
});
