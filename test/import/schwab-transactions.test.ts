/** Charles Schwab, transactions (broker layouts, section 1.1): made-up files in the layout of the export. */
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { counts, gainsOf, lotsOf, readText, shown, tradeOfLine, undecidedOfLine } from "./read-sample";
import type { FileRead, ImportedHeading } from "../../src/import/import-types";

const HEADINGS = '"Date","Action","Symbol","Description","Quantity","Price","Fees & Comm","Amount"';
const FIGURES: readonly ImportedHeading[] = ["Date", "Action", "Symbol", "Quantity", "Price", "Fees", "Amount"];

function read(...rows: readonly string[]): FileRead {
  return readText("Individual_XXX342_Transactions_20260131-120000.csv", [HEADINGS, ...rows].join("\n"));
}
const row = (...cells: readonly string[]) => cells.map((cell) => `"${cell}"`).join(",");
const rowsOf = (file: FileRead) => file.trades.map(({ line, cells }) => `${line}: ${shown(cells, FIGURES)}`);

/** Every line has its place. */
function assertTied(file: FileRead, lines: number): void {
  const { control } = file;
  assert.equal(control.lines, lines);
  assert.equal(control.tradeLines + control.countedLines + control.undecidedLines, lines);
}

describe("Charles Schwab, transactions: the two generations of the file", () => {
  it("new: headings on line 1, newest first, no footer; the account stands in the file's name alone", () => {
    const file = read(
      row("01/20/2026", "Sell", "XYZ", "XYZ, CORP", "50", "$21.00", "$0.05", "$1,049.95"),
      row("01/16/2026 as of 01/15/2026", "Reinvest Shares", "VTI", "VANGUARD", "0.4321", "$300.1234", "", "-$129.68"),
      row("01/16/2026 as of 01/15/2026", "Reinvest Dividend", "VTI", "VANGUARD", "", "", "", "$129.68"),
      row("01/05/2026", "Buy", "XYZ", "XYZ, CORP", "100", "$40.00", "$4.95", "-$4,004.95"),
      row("01/02/2026", "MoneyLink Transfer", "", "Tfr BANK", "", "", "", "$5,000.00"),
    );
    assert.deepEqual(rowsOf(file), [
      "5: 2026-01-05 Buy XYZ 100 40 4.95 4004.95",
      // The day after "as of" counts for the holding period.
      "3: 2026-01-15 Reinvest VTI 0.4321 300.1234  129.68",
      "2: 2026-01-20 Sell XYZ 50 21 0.05 1049.95",
    ]);
    assert.deepEqual([file.format, file.accounts, file.namesAccount], ["Schwab transactions", ["Individual XXX342"], true]);
    assert.deepEqual(counts(file), { "Reinvest Dividend": 1, "MoneyLink Transfer": 1 });
    assertTied(file, 5);
    // 1049.95 - 129.68 + 129.68 - 4004.95 + 5000.00
    assert.equal(file.control.amountCents, 204500);
    // Half of 4004.95 is rounded for the part sold, and the rest stays (R-RND-2): 2002.48 and 2002.47.
    assert.deepEqual(lotsOf([file], "Symbol", "Quantity", "Basis"), ["XYZ 50 2002.47", "VTI 0.4321 129.68"]);
  });
  it("old: a byte-order mark, a title with the account, an empty ninth column, and a total at the end", () => {
    const file = readText("schwab.csv", [
      '\ufeff"Transactions  for account ...000 as of 09/27/2022"',
      `${HEADINGS},`,
      `${row("09/26/2022", "Buy", "XYZ", "XYZ CORP", "10", "$5.00", "", "-$50.00")},`,
      '"Transactions Total","","","","","","","-$50.00",',
      "",
    ].join("\r\n"));
    assert.deepEqual(rowsOf(file), ["3: 2022-09-26 Buy XYZ 10 5  50"]);
    assert.deepEqual([file.accounts, file.control.amountCents, file.source.length], [["...000"], -5000, 4]);
    assertTied(file, 1);
  });
  it("a file that names no account says so, and takes the one that is given", () => {
    const file = readText("export.csv", [HEADINGS, row("09/26/2022", "Buy", "XYZ", "", "10", "$5.00", "", "-$50.00")].join("\n"));
    assert.deepEqual([file.namesAccount, file.accounts], [false, ["Schwab"]]);
  });
  it("files of two accounts put under each other keep their accounts, and shares that go from one to the other their lots", () => {
    const file = readText("all.csv", [
      '"Transactions  for account ...111 as of 02/27/2026"', HEADINGS,
      row("02/02/2026", "Journaled Shares", "XYZ", "", "-10", "", "", ""), row("01/05/2026", "Buy", "XYZ", "", "10", "$5.00", "", "-$50.00"),
      '"Transactions Total","","","","","","","-$50.00"', "",
      '"Transactions  for account ...222 as of 02/27/2026"', HEADINGS,
      row("02/02/2026", "Journal", "XYZ", "JOURNALED SHARES IN", "10", "", "", "$0.00"), row("02/02/2026", "Journal", "", "JOURNAL FRM ...111", "", "", "", "$5.00"),
    ].join("\n"));
    assert.deepEqual(lotsOf([file], "Account", "Symbol", "Quantity", "Basis"), ["...222 XYZ 10 50"]);
    assert.deepEqual([file.undecided, counts(file)], [[], { Journal: 1 }]);
    assertTied(file, 4);
  });
  it("columns may stand in another order", () => {
    const file = readText("x_Transactions_1.csv", 'Action,Date,Amount,Symbol,Quantity,Price,Fees & Comm,Description\nBuy,09/26/2022,"-$1,000.00",XYZ,10,$100.00,,"A, B"');
    assert.deepEqual(rowsOf(file), ["2: 2022-09-26 Buy XYZ 10 100  1000"]);
  });
});

describe("Charles Schwab, transactions: what the words mean", () => {
  it("options open and close by their own words", () => {
    const file = read(
      row("01/08/2026", "Buy to Close", "JPM 08/21/2026 200.00 P", "PUT", "1", "$1.00", "$0.66", "-$100.66"),
      row("01/07/2026", "Sell to Open", "JPM 08/21/2026 200.00 P", "PUT", "1", "$3.00", "$0.66", "$299.34"),
      row("01/06/2026", "Sell to Close", "JPM 08/21/2026 200.00 C", "CALL", "1", "$2.75", "$0.66", "$274.34"),
      row("01/05/2026", "Buy to Open", "JPM 08/21/2026 200.00 C", "CALL", "1", "$2.50", "$0.66", "-$250.66"),
    );
    assert.deepEqual(file.trades.map(({ cells }) => cells.Action), ["Buy", "Sell", "Sell short", "Buy to cover"]);
    // 274.34 − 250.66 and 299.34 − 100.66
    assert.deepEqual(gainsOf([file], "Symbol", "Gain").sort(), ["JPM 260821C200 23.68", "JPM 260821P200 198.68"]);
  });
  it("every label of income, reinvested cash, transfers and taxes of the page is counted under its own word", () => {
    const labels = ["Reinvest Dividend", "Qual Div Reinvest", "Long Term Cap Gain Reinvest", "Short Term Cap Gain Reinvest",
      "Cash Dividend", "Qualified Dividend", "Non-Qualified Div", "Special Dividend", "Pr Yr Cash Div", "Pr Yr Special Div",
      "Long Term Cap Gain", "Short Term Cap Gain", "Bank Interest", "Credit Interest", "Bond Interest", "Promotional Award",
      "MoneyLink Transfer", "MoneyLink Deposit", "Bank Transfer", "Wire Funds", "Wire Sent", "Wire Funds Received", "Wire Received",
      "Funds Received", "Journal", "Misc Cash Entry", "Service Fee", "ADR Mgmt Fee", "Margin Interest", "NRA Tax Adj",
      "NRA Withholding", "Foreign Tax Paid", "IRS Withhold Adj", "Adjustment", "Visa Purchase", "Special Qual Div", "Pr Yr Special Qual Div"];
    const file = read(...labels.map((label) => row("01/05/2026", label, "", "", "", "", "", "$1.00")));
    assert.deepEqual(counts(file), Object.fromEntries(labels.map((label) => [label, 1])));
    assert.equal(file.control.amountCents, labels.length * 100);
  });
  it("a dividend that states shares is asked about: it may be shares", () => {
    const file = read(row("01/05/2026", "Cash Dividend", "XYZ", "", "3", "", "", "$1.00"));
    assert.match(undecidedOfLine(file, 2).sentence, /moves no shares, but the row states 3 of XYZ/);
  });
  it("a money fund at a dollar is cash, and counted", () => {
    const file = read(row("01/05/2026", "Buy", "SWVXX", "SCHWAB VALUE ADVANTAGE MONEY", "1,000", "$1.00", "", "-$1,000.00"));
    assert.deepEqual([counts(file), file.trades], [{ "Buy of a money fund": 1 }, []]);
  });
  it("an unknown action is left to the user with its line, and nothing else stops", () => {
    const file = read(
      row("01/06/2026", "Tender Offer", "XYZ", "XYZ CORP", "10", "", "", ""),
      row("01/05/2026", "Buy", "XYZ", "", "10", "$5.00", "", "-$50.00"),
    );
    const asked = undecidedOfLine(file, 2);
    assert.match(asked.sentence, /"Tender Offer" is not an action known of Schwab/);
    assert.deepEqual(asked.draft, { Date: "2026-01-06", Symbol: "XYZ", Account: "Individual XXX342", Quantity: "10" });
    assert.match(asked.text, /^"01\/06\/2026","Tender Offer"/);
    assert.equal(file.trades.length, 1);
    assertTied(file, 2);
  });
  it("a short sale is covered under its own word", () => {
    const file = read(row("01/06/2026", "Buy to Cover", "XYZ", "", "10", "$4.00", "", "-$40.00"), row("01/05/2026", "Sell Short", "XYZ", "", "10", "$5.00", "$0.01", "$49.99"));
    assert.deepEqual(gainsOf([file], "Symbol", "Gain"), ["XYZ 9.99"]);
  });
  it("a purchase of what the file sells short before may cover it: asked about; one after the cover is a purchase", () => {
    const SHORT = row("01/05/2026", "Sell Short", "XYZ", "", "10", "$5.00", "$0.01", "$49.99");
    const plain = read(row("01/07/2026", "Buy", "XYZ", "", "3", "$4.00", "", "-$12.00"), row("01/06/2026", "Buy", "XYZ", "", "10", "$4.00", "", "-$40.00"), SHORT, row("01/02/2026", "Buy", "XYZ", "", "1", "$4.00", "", "-$4.00"));
    assert.deepEqual(rowsOf(plain).map((text) => text.slice(0, 24)), ["5: 2026-01-02 Buy XYZ 1 ", "4: 2026-01-05 Sell short", "2: 2026-01-07 Buy XYZ 3 "]);
    const asked = undecidedOfLine(plain, 3);
    assert.match(asked.sentence, /sells XYZ short before/);
    assert.equal(shown(asked.draft ?? {}, ["Action", "Quantity", "Amount"]), "Buy to cover 10 40");
    const covered = read(row("01/07/2026", "Buy", "XYZ", "", "3", "$4.00", "", "-$12.00"), row("01/06/2026", "Buy to Cover", "XYZ", "", "10", "$4.00", "", "-$40.00"), SHORT);
    assert.deepEqual(covered.undecided, []);
  });
  it("a cash merger and a redemption, in one row or in two, are asked about once with the sale as draft", () => {
    const file = read(
      row("01/07/2026", "Cash Merger Adj", "ATVI", "ACTIVISION", "-10", "", "", ""), row("01/07/2026", "Cash Merger", "ATVI", "ACTIVISION", "", "", "", "$950.00"),
      row("01/06/2026", "Full Redemption", "912797KS5", "T BILL", "-10,000", "", "", "$10,000.00"),
      row("01/05/2026", "Cash Merger Adj", "TWIC", "", "", "", "", "$95.00"), row("01/05/2026", "Cash Merger", "TWIC", "", "-1", "", "", "$95.00"),
    );
    assert.deepEqual(file.undecided.map(({ line, draft }) => `${line} ${shown(draft ?? {}, ["Date", "Action", "Symbol", "Quantity", "Amount"])}`.trim()), [
      "2 2026-01-07 Sell ATVI 10 950", "3", "4 2026-01-06 Sell 912797KS5 10000 10000",
      // Cash that stands twice may be said twice: its amount is left to the user.
      "5 2026-01-05 Sell TWIC 1", "6",
    ]);
    assert.match(undecidedOfLine(file, 3).sentence, /belongs to line 2/);
    assertTied(file, 5);
  });
  it("a cancelled trade is asked about: it takes another row back", () =>
    assert.match(undecidedOfLine(read(row("01/05/2026", "Cancel Buy", "XYZ", "", "10", "$5.00", "", "$50.00")), 2).sentence, /takes a trade back/));
  it("shares that vest have no price in the file: what is missing is said, never zero", () => {
    const asked = undecidedOfLine(read(row("01/05/2026", "Stock Plan Activity", "ACME", "", "25", "", "", "")), 2);
    assert.match(asked.sentence, /Fill in Price/);
    assert.deepEqual([asked.draft?.Action, asked.draft?.Quantity, asked.draft?.Price], ["Vest", "25", undefined]);
  });
  it("shares that arrive or leave are asked about, a transfer of money is counted", () => {
    const file = read(
      row("01/07/2026", "Journaled Shares", "XYZ", "", "-5", "", "", ""),
      row("01/06/2026", "Security Transfer", "XYZ", "", "5", "", "", ""),
      row("01/05/2026", "Security Transfer", "", "", "", "", "", "$10.00"),
    );
    assert.equal(undecidedOfLine(file, 2).draft?.Action, "Transfer");
    assert.equal(undecidedOfLine(file, 3).draft?.Action, "Buy");
    assert.match(undecidedOfLine(file, 3).sentence, /no basis/);
    assert.deepEqual(counts(file), { "Security Transfer": 1 });
  });
  it("N/A is a broker's blank and no symbol, in capitals or not; NA is one", () => {
    const file = read(...["N/A", "n/a", "NA"].map((symbol) => row("03/31/2025", "Buy", symbol, "APPLE INC", "10", "$200.00", "N/A", "-$2,000.00")));
    assert.deepEqual(rowsOf(file), ["4: 2025-03-31 Buy NA 10 200  2000"]);
    assert.deepEqual(file.undecided.map(({ line, draft }) => `${line} ${shown(draft ?? {}, FIGURES)}`), ["2 2025-03-31   10", "3 2025-03-31   10"]);
  });
});

describe("Charles Schwab, transactions: corporate actions", () => {
  const BOUGHT = row("01/02/2024", "Buy", "XYZ", "", "100", "$10.00", "", "-$1,000.00");
  it("a split states the shares added", () => {
    const file = read(row("01/05/2026", "Stock Split", "XYZ", "", "300", "", "", ""), BOUGHT);
    assert.deepEqual(lotsOf([file], "Symbol", "Quantity", "Basis", "Acquired"), ["XYZ 400 1000 45293"]);
  });
  it("the two rows of a reverse split are one split, whose ratio the shares tell", () => {
    const file = read(
      row("01/05/2026", "Reverse Split", "XYZ", "XYZ CORP NEW", "10", "", "", ""),
      row("01/05/2026", "Reverse Split", "983919101", "XYZ CORP", "-100", "", "", ""),
      BOUGHT,
    );
    const split = tradeOfLine(file, 2);
    assert.deepEqual([shown(split.cells, ["Action", "Symbol", "Ratio"]), split.otherLines], ["Split XYZ 1:10", [3]]);
    assert.deepEqual(lotsOf([file], "Symbol", "Quantity", "Basis"), ["XYZ 10 1000"]);
    assertTied(file, 3);
  });
  it("with cash for a fraction the ratio must stand in words; then one row says it all", () => {
    const rows = (words: string) => [
      row("01/09/2026", "Cash In Lieu", "XYZ", "", "", "", "", "$4.50"),
      row("01/05/2026", "Reverse Split", "XYZ", `XYZ CORP ${words}`, "10", "", "", ""),
      row("01/05/2026", "Reverse Split", "983919101", "XYZ CORP", "-105", "", "", ""),
    ];
    const told = tradeOfLine(read(...rows("1-FOR-10 R/S")), 3);
    assert.deepEqual([shown(told.cells, ["Action", "Symbol", "Ratio", "Cash in lieu"]), told.otherLines], ["Split XYZ 1:10 4.5", [4, 2]]);
    const asked = read(...rows(""));
    assert.deepEqual([asked.trades, asked.undecided.map(({ line }) => line)], [[], [2, 3, 4]]);
    assert.match(undecidedOfLine(asked, 2).sentence, /lines 2, 3, 4 states a reverse split and 105 shares became 10/);
    assert.deepEqual(undecidedOfLine(asked, 2).draft?.["Cash in lieu"], "4.5");
    assertTied(asked, 3);
  });
  it("three rows of one day are no pair: the group is asked about, not guessed", () => {
    const file = read(
      row("01/05/2026", "Reverse Split", "XYZ", "", "10", "", "", ""),
      row("01/05/2026", "Reverse Split", "983919101", "", "-100", "", "", ""),
      row("01/05/2026", "Reverse Split", "983919102", "", "-50", "", "", ""),
    );
    assert.deepEqual([file.trades, file.undecided.length], [[], 3]);
  });
  it("a change of name with two tickers is one row", () => {
    const file = read(
      row("01/05/2026", "Name Change", "NEWX", "", "100", "", "", ""),
      row("01/05/2026", "Name Change", "XYZ", "", "-100", "", "", ""),
      BOUGHT,
    );
    assert.deepEqual(lotsOf([file], "Symbol", "Quantity", "Basis", "Acquired"), ["NEWX 100 1000 45293"]);
  });
  it("a merger and a spin-off are drafted and left to the user: the file does not say how they are taxed", () => {
    const file = read(
      row("01/06/2026", "Spin-off", "CHLD", "", "20", "", "", ""),
      row("01/05/2026", "Stock Merger", "NEWX", "", "40", "", "", ""),
      row("01/05/2026", "Stock Merger", "XYZ", "", "-100", "", "", ""),
      BOUGHT,
    );
    assert.equal(shown(undecidedOfLine(file, 2).draft ?? {}, ["Action", "New symbol", "Quantity"]), "Spin-off CHLD 20");
    assert.equal(shown(undecidedOfLine(file, 3).draft ?? {}, ["Action", "Symbol", "New symbol", "Quantity"]), "Merger XYZ NEWX 40");
    assert.match(undecidedOfLine(file, 4).sentence, /belongs to the merger of line 3/);
    assert.equal(file.trades.length, 1);
  });
});

describe("Charles Schwab, transactions: ends of options", () => {
  const PUT = "JPM 01/16/2026 200.00 P";
  const WRITTEN = row("01/02/2026", "Sell to Open", PUT, "", "1", "$3.00", "$0.66", "$299.34");
  const ASSIGNED = row("01/20/2026 as of 01/16/2026", "Assigned", PUT, "", "1", "", "", "");
  const SHARES = row("01/20/2026 as of 01/16/2026", "Buy", "JPM", "", "100", "$200.00", "", "-$20,000.00");
  it("an assigned put and its shares are one row, and the premium reduces their basis (R-OPT-3)", () => {
    const file = read(ASSIGNED, SHARES, WRITTEN);
    assert.deepEqual(tradeOfLine(file, 2).otherLines, [3]);
    // 200.00 × 100 − 299.34
    assert.deepEqual(lotsOf([file], "Symbol", "Quantity", "Basis"), ["JPM 100 19700.66"]);
  });
  it("the same contract listed as expired on Saturday and assigned on Monday ends once", () => {
    const file = read(ASSIGNED, SHARES, row("01/17/2026", "Expired", PUT, "", "1", "", "", ""), WRITTEN);
    assert.deepEqual(tradeOfLine(file, 2).otherLines, [3, 4]);
    assert.deepEqual(lotsOf([file], "Symbol", "Quantity", "Basis"), ["JPM 100 19700.66"]);
    assertTied(file, 4);
  });
  it("but of two contracts written, one may expire and one be assigned", () => {
    const two = row("01/02/2026", "Sell to Open", PUT, "", "2", "$3.00", "$1.32", "$598.68");
    const file = read(ASSIGNED, SHARES, row("01/16/2026", "Expired", PUT, "", "1", "", "", ""), two);
    assert.deepEqual(file.trades.map(({ cells }) => cells.Action).sort(), ["Assigned", "Expire", "Sell short"]);
  });
  it("an option lapses on the day of its expiry, though it is posted in the next year (R-OPT-1)", () => {
    const option = "XYZ 12/31/2027 5.00 C";
    const file = read(row("01/03/2028", "Expired", option, "", "-1", "", "", ""), row("12/01/2027", "Buy to Open", option, "", "1", "$1.00", "$0.66", "-$100.66"));
    assert.equal(tradeOfLine(file, 2).cells.Date, "2027-12-31");
    // 14 days after the expiry is no posting of it: the day of the file counts.
    assert.equal(tradeOfLine(read(row("01/14/2028", "Expired", option, "", "-1", "", "", "")), 2).cells.Date, "2028-01-14");
  });
  it("an expiry alone closes the contract", () => {
    const file = read(row("01/17/2026", "Expired", PUT, "", "1", "", "", ""), WRITTEN);
    assert.deepEqual(gainsOf([file], "Symbol", "Gain"), ["JPM 260116P200 299.34"]);
  });
});

describe("Charles Schwab, transactions: figures that contradict themselves", () => {
  it("an amount that price, quantity and fees do not come to is asked about, with the amount kept", () => {
    const asked = undecidedOfLine(read(row("01/05/2026", "Sell", "XYZ", "", "100", "$40.00", "$1.00", "$3,909.00")), 2);
    assert.match(asked.sentence, /The amount is 3909, but quantity, price and fees come to 3999.00/);
    assert.equal(shown(asked.draft ?? {}, FIGURES), "2026-01-05 Sell XYZ 100   3909");
  });
  it("a purchase that pays you may take one back", () =>
    assert.match(undecidedOfLine(read(row("01/05/2026", "Buy", "XYZ", "", "100", "$40.00", "", "$4,000.00")), 2).sentence, /take an earlier purchase back/));
  it("a sale of little whose fees exceed its price keeps its proceeds below zero", () => {
    const file = read(row("01/05/2026", "Sell", "XYZ", "", "100", "$0.01", "$6.95", "-$5.95"));
    assert.equal(tradeOfLine(file, 2).cells.Amount, "-5.95");
  });
  it("a quantity with the wrong sign follows the action, and says so", () => {
    const file = read(row("01/05/2026", "Sell", "XYZ", "", "-100", "$40.00", "", "$4,000.00"));
    assert.equal(tradeOfLine(file, 2).cells.Quantity, "100");
    assert.match(tradeOfLine(file, 2).note, /sign of the quantity disagrees/);
  });
  it("a comma without quotes, a line cut off, a quotation mark left open: the line is asked about, the next one is read", () => {
    const file = read(
      "01/08/2026,Sell,XYZ,XYZ CORP,50,$21.00,$0.05,$1,049.95",
      "01/07/2026,Buy,XYZ,XYZ CORP,50",
      '01/06/2026,Buy,XYZ,"XYZ CORP,50,$21.00,$0.05,$1,049.95',
      row("01/05/2026", "Buy", "XYZ", "", "100", "$40.00", "", "-$4,000.00"),
    );
    assert.deepEqual(file.undecided.map(({ line, sentence }) => `${line} ${sentence.slice(0, 34)}`), [
      "2 The line has more cells than the h",
      "3 The line ends before its last colu",
      "4 The line has a quotation mark that",
    ]);
    assert.deepEqual(rowsOf(file), ["5: 2026-01-05 Buy XYZ 100 40  4000"]);
    assertTied(file, 4);
  });
});
