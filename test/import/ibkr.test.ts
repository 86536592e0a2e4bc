/** Interactive Brokers: activity statement and Flex query (broker layouts, 4.1 to 4.3). */
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { faults, gainsOf, lotsOf, readSample, readText, sampleText, shown, tradeOfLine, trades, undecidedOfLine } from "./read-sample";

const ACTIVITY = readSample("ibkr-activity.csv");
const FLEX = readSample("ibkr-flex-2.csv");
const HEADING = "Trades,Header,DataDiscriminator,Asset Category,Currency,Account,Symbol,Date/Time,Quantity,T. Price,C. Price,Proceeds,Comm/Fee,Basis,Realized P/L,MTM P/L,Code";
const ACTIONS = "Corporate Actions,Header,Asset Category,Currency,Account,Report Date,Date/Time,Description,Quantity,Proceeds,Value,Realized P/L,Code";

const read = (...lines: readonly string[]) => readText("statement.csv", `${lines.join("\n")}\n`);
/** One order of an account. */
const order = (account: string, symbol: string, when: string, quantity: number, price: number, code: string, commission = -1) =>
  `Trades,Data,Order,Stocks,USD,${account},${symbol},"${when}",${quantity},${price},0,${-quantity * price},${commission},0,0,0,${code}`;

describe("Interactive Brokers, activity statement: orders", () => {
  it("books the Order rows and counts the finer grain, the parts of an order", () => {
    assert.deepEqual(trades(ACTIVITY, "Date", "Action", "Symbol", "Quantity", "Amount"), [
      "2025-03-03 Buy AAPL 10 1726",
      "2025-03-03 Buy AAPL 5 871",
      "2025-05-01 Buy AAPL 250620C180 1 520.65",
      "2025-06-03 Buy BRK.B 1000 410505",
      "2025-06-20 Expire AAPL 250620C180 1",
      "2025-07-01 Sell OLD 20 299",
      "2025-09-09 Split BRK.B",
      // 2052.9 − 1.0035
      "2025-11-20 Sell AAPL 9 2051.8965",
    ]);
    assert.deepEqual(ACTIVITY.counted.find(({ label }) => label === "Trades, the parts of an order")?.lines, [15]);
  });
  it("writes a commission, which the file has negative, as fees paid", () =>
    assert.equal(tradeOfLine(ACTIVITY, 14).cells.Fees, "1"));
  it("has the account of the statement, and the multiplier of an option", () => {
    assert.deepEqual(ACTIVITY.accounts, ["U1234567"]);
    assert.equal(tradeOfLine(ACTIVITY, 25).cells.Multiplier, "100");
  });
  it("binds rows below a second heading of the section to it: currency exchange is counted", () =>
    assert.deepEqual(ACTIVITY.counted.find(({ label }) => label === "Currency exchange")?.lines, [30]));
  it("leaves a trade in euros undecided, with a row that lacks its dollars", () => {
    const { sentence, draft } = undecidedOfLine(ACTIVITY, 28);
    assert.match(sentence, /in EUR, and only dollars are counted/);
    assert.equal(shown(draft ?? {}, ["Date", "Action", "Symbol", "Quantity", "Amount"]), "2025-04-02 Buy SAP 4");
  });
  it("takes the action from sign and code: a sale that opens is a short, a purchase that closes covers it", () => {
    const short = read(HEADING, order("U1", "XYZ", "2025-02-03, 10:00:00", -10, 30, "O"), order("U1", "XYZ", "2025-02-10, 10:00:00", 10, 25, "C"));
    assert.deepEqual(trades(short, "Action", "Quantity", "Amount"), ["Sell short 10 299", "Buy to cover 10 251"]);
    assert.deepEqual(gainsOf([short], "Proceeds", "Basis", "Gain"), ["299 251 48"]);
  });
  it("counts a cancelled trade with the row that cancels it, and asks where the trade is not in the file", () => {
    const both = read(HEADING, order("U1", "XYZ", "2025-02-03, 10:00:00", 10, 30, "O"), order("U1", "XYZ", "2025-02-03, 10:00:00", -10, 30, "C;Ca", 1));
    assert.deepEqual(both.trades, []);
    assert.deepEqual(both.counted, [{ label: "Cancelled trades", lines: [2, 3] }]);
    const alone = read(HEADING, order("U1", "XYZ", "2025-02-03, 10:00:00", -10, 30, "C;Ca", 1));
    assert.match(undecidedOfLine(alone, 2).sentence, /cancels an earlier trade/);
  });
  it("asks about a trade that closes one position and opens the opposite one", () => {
    const turned = read(HEADING, order("U1", "XYZ", "2025-02-03, 10:00:00", -10, 30, "C;O"));
    assert.match(undecidedOfLine(turned, 2).sentence, /Write it as two rows/);
  });
  it("the control total sums the proceeds of the trades in dollars, not those of currency exchange and of the parts of an order", () => {
    const euros = order("U1", "SAP", "2025-02-03, 10:00:00", 10, 30, "O").replace(",USD,", ",EUR,");
    const forex = order("U1", "EUR.USD", "2025-02-03, 10:00:00", 10, 1.1, "").replace(",Stocks,", ",Forex,");
    const part = order("U1", "XYZ", "2025-02-03, 10:00:00", 10, 30, "O").replace(",Order,", ",Trade,");
    const file = read(HEADING, order("U1", "XYZ", "2025-02-03, 10:00:00", 10, 30, "O"), part, order("U1", "XYZ", "2025-02-10, 10:00:00", -4, 25.5, "C"), euros, forex);
    // −300 + 102
    assert.deepEqual([file.control.amountCents, file.control.amounts], [-19800, [{ line: 2, dollars: "-300" }, { line: 4, dollars: "102" }]]);
  });
  it("a split after the close comes after the trades of its day, one before them before", () => {
    const split = (when: string) => `Corporate Actions,Data,Stocks,USD,U1,2024-06-10,"${when}","NVDA(US67066G1040) Split 10 for 1 (NVDA, NVIDIA CORP, US67066G1040)",45,0,0,0,`;
    const trades = [HEADING, order("U1", "NVDA", "2024-06-03, 10:00:00", 10, 1100, "O"), order("U1", "NVDA", "2024-06-07, 15:00:00", -5, 1200, "C")];
    // 5 of 10 go at 1,200; the other 5 become 50, at half of 11,001.
    assert.deepEqual(lotsOf([read(...trades, ACTIONS, split("2024-06-07, 20:25:00"))], "Quantity", "Basis"), ["50 5500.5"]);
    const early = read(...trades, ACTIONS, split("2024-06-07, 09:00:00").replace(",45,", ",90,"));
    assert.deepEqual(lotsOf([early], "Quantity", "Basis"), ["95 10450.95"]);
  });
  it("keeps two accounts of one file apart, in the names of their lots too", () => {
    const two = read(HEADING, order("U1", "XYZ", "2025-02-03, 10:00:00", 10, 30, "O"), order("U2", "XYZ", "2025-02-03, 10:00:00", 5, 30, "O"));
    assert.deepEqual(two.accounts, ["U1", "U2"]);
    assert.deepEqual(trades(two, "Lot"), ["U1 2025-02-03", "U2 2025-02-03"]);
    assert.deepEqual(faults(two), ["No problems found"]);
  });
  it("says of a section that it does not know that it may move shares", () => {
    const grants = read("Statement,Header,Field Name,Field Value", "Statement,Data,Title,Activity Statement",
      "Grant Activity,Header,Account,Symbol,Report Date,Description,Quantity", "Grant Activity,Data,U1,XYZ,2025-01-30,Stock Award,10");
    assert.match(undecidedOfLine(grants, 4).sentence, /"Grant Activity" is not known/);
  });
});

describe("Interactive Brokers: closed lots are the choice made, kept as specific identification", () => {
  it("names the lot of each purchase and the lots of each sale, told apart by their basis where a day has two", () => {
    assert.deepEqual([14, 16].map((line) => tradeOfLine(ACTIVITY, line).cells.Lot), ["U1234567 2025-03-03 103012", "U1234567 2025-03-03 154500"]);
    assert.equal(tradeOfLine(ACTIVITY, 17).cells.Lots, "U1234567 2025-03-03 154500:5; U1234567 2025-03-03 103012:4");
  });
  it("gives the gains that the statement prints, 268.94 and 221.56, and the basis left, 1,035.60", () => {
    const withoutOld = { ...ACTIVITY, trades: ACTIVITY.trades.filter(({ cells }) => cells.Symbol !== "OLD") };
    assert.deepEqual(gainsOf([withoutOld], "Symbol", "Quantity", "Gain"), ["AAPL 250620C180 1 -520.65", "AAPL 5 268.94", "AAPL 4 221.56"]);
    assert.deepEqual(lotsOf([withoutOld], "Symbol", "Quantity", "Basis"), ["AAPL 6 1035.6", "BRK.B 4000 410505"]);
    assert.deepEqual(faults(withoutOld), ["No problems found"]);
  });
  it("names a lot of an earlier year and says that its statement is needed, which then makes the lot", () => {
    const sale = tradeOfLine(ACTIVITY, 21);
    assert.equal(sale.cells.Lots, "U1234567 2022-02-10:20");
    assert.match(sale.note, /acquired on 2022-02-10, which this file does not open: import the statement of that day/);
    const earlier = read(HEADING, order("U1234567", "OLD", "2022-02-10, 11:00:00", 20, 9.95, "O"));
    assert.deepEqual(faults(earlier, ACTIVITY), ["No problems found"]);
  });
  it("leaves Lots blank and says so where the closed lots do not come to the sale", () => {
    const short = read(HEADING, order("U1", "XYZ", "2025-02-03, 10:00:00", 10, 30, "O"), order("U1", "XYZ", "2025-03-03, 10:00:00", -10, 31, "C"),
      "Trades,Data,ClosedLot,Stocks,USD,U1,XYZ,2025-02-03,4,30.1,,,,120.4,3,,ST");
    const sale = tradeOfLine(short, 3);
    assert.equal(sale.cells.Lots, undefined);
    assert.match(sale.note, /come to 4 of 10/);
  });
});

describe("Interactive Brokers: corporate actions by the ratio in words, checked against the quantity", () => {
  const action = (description: string, quantity: number, proceeds = 0) => `Corporate Actions,Data,Stocks,USD,U1,2025-06-10,"2025-06-09, 20:25:00","${description}",${quantity},${proceeds},0,0,`;
  it("books a split of 4 for 1 by its ratio alone", () =>
    assert.equal(shown(tradeOfLine(ACTIVITY, 32).cells, ["Date", "Action", "Symbol", "Ratio", "Quantity"]), "2025-09-09 Split BRK.B 4:1"));
  it("makes one row of the two rows of a reverse split", () => {
    const reverse = read(ACTIONS, action("XYZ(US1) Split 1 for 10 (XYZ.OLD, XYZ CORP, US1)", -90), action("XYZ(US1) Split 1 for 10 (XYZ, XYZ CORP, US2)", 9));
    assert.deepEqual(reverse.trades.map(({ line, otherLines }) => [line, otherLines]), [[2, [3]]]);
    assert.deepEqual(trades(reverse, "Action", "Symbol", "Ratio"), ["Split XYZ 1:10"]);
  });
  it("asks where the words and the shares disagree", () => {
    const wrong = read(ACTIONS, action("XYZ(US1) Split 1 for 10 (XYZ.OLD, XYZ CORP, US1)", -90), action("XYZ(US1) Split 1 for 10 (XYZ, XYZ CORP, US2)", 12));
    assert.match(undecidedOfLine(wrong, 2).sentence, /1 for 10, but 90 shares became 12/);
    const backwards = read(ACTIONS, action("XYZ(US1) Split 4 for 1 (XYZ, XYZ CORP, US1)", -30));
    assert.match(undecidedOfLine(backwards, 2).sentence, /its quantity is -30/);
  });
  it("books a merger for cash that pays what it says, and asks for the basis of a spin-off", () => {
    const merged = read(ACTIONS, action("XYZ(US1) Merged(Acquisition) FOR USD 10.00 PER SHARE (XYZ, XYZ CORP, US1)", -90, 900));
    assert.deepEqual(trades(merged, "Action", "Symbol", "Cash per share"), ["Cash merger XYZ 10"]);
    const { sentence, draft } = undecidedOfLine(ACTIVITY, 33);
    assert.match(sentence, /Form 8937/);
    assert.equal(shown(draft ?? {}, ["Action", "Symbol", "New symbol", "Quantity"]), "Spin-off XYZ NEWCO 20");
  });
  it("leaves shares that came by transfer without a basis", () => {
    const { sentence, draft } = undecidedOfLine(ACTIVITY, 36);
    assert.match(sentence, /without their basis/);
    assert.deepEqual([draft?.Quantity, draft?.Amount, draft?.Price], ["100", undefined, undefined]);
  });
});

describe("Interactive Brokers, Flex query", () => {
  it("reads sections between control rows, dates as YYYYMMDD, and O and C from their column", () =>
    assert.deepEqual(trades(FLEX, "Date", "Action", "Symbol", "Quantity", "Amount"), [
      "2025-03-04 Buy MSFT 10 4001",
      "2025-04-01 Reinvest KO 0.5 35",
      "2025-09-02 Sell MSFT 4 1798.98",
      "2025-10-01 Sell short MSFT 251219P350 1 299.3",
      "2025-11-10 Split MSFT",
      "2025-12-19 Expire MSFT 251219P350 1",
    ]));
  it("gives the gains of the file's FifoPnlRealized, 198.58 and 299.30", () =>
    assert.deepEqual(gainsOf([FLEX], "Symbol", "Gain"), ["MSFT 198.58", "MSFT 251219P350 299.3"]));
  it("reads version 1, which repeats its headings, and a first row MSG", () => {
    const withoutControl = sampleText("ibkr-flex-2.csv").split("\n").filter((line) => !/^"(BOF|BOA|BOS|EOS|EOA|EOF)"/.test(line)).join("\n");
    const first = readText("flex.csv", withoutControl);
    assert.deepEqual(trades(first, "Date", "Action", "Symbol"), trades(FLEX, "Date", "Action", "Symbol"));
    const told = readText("flex.csv", `"MSG","Some accounts are not included."\n${sampleText("ibkr-flex-2.csv")}`);
    assert.deepEqual(told.trades.map(({ cells }) => cells), FLEX.trades.map(({ cells }) => cells));
  });
  it("reads rows that carry HEADER and DATA with the code of their section", () => {
    const framed = readText("flex.csv", ['"BOF","U1","Q","2"', '"BOS","TRNT","Trades; trade date basis"',
      '"HEADER","TRNT","ClientAccountID","CurrencyPrimary","AssetClass","Symbol","TradeDate","Quantity","TradePrice","Proceeds","IBCommission","Open/CloseIndicator"',
      '"DATA","TRNT","U1","USD","STK","XYZ","20250303","10","30","-300","-1","O"', '"EOS","TRNT","1"', '"EOF"'].join("\n"));
    assert.deepEqual(trades(framed, "Date", "Action", "Symbol", "Amount", "Account"), ["2025-03-03 Buy XYZ 301 U1"]);
  });
  it("joins the stock of an assigned option to the row of the option, and asks where that row is missing", () => {
    const headings = '"ClientAccountID","CurrencyPrimary","AssetClass","Symbol","TradeDate","Quantity","TradePrice","Proceeds","IBCommission","Open/CloseIndicator","Notes/Codes"';
    const option = '"U1","USD","OPT","XYZ  250321P00050000","20250321","2","0","0","0","C","A"';
    const stock = '"U1","USD","STK","XYZ","20250321","200","50","-10000","-1","O","A"';
    const both = readText("flex.csv", [headings, '"U1","USD","OPT","XYZ  250321P00050000","20250303","-2","3","600","-1","O",""', option, stock].join("\n"));
    assert.deepEqual(both.trades.map(({ line, otherLines }) => [line, ...(otherLines ?? [])]), [[2], [3, 4]]);
    // 200 × $50 + $1 − the premium of $599 (R-OPT-3)
    assert.deepEqual(lotsOf([both], "Symbol", "Quantity", "Basis"), ["XYZ 200 9402"]);
    const alone = readText("flex.csv", [headings, stock].join("\n"));
    assert.match(undecidedOfLine(alone, 2).sentence, /option that was exercised or assigned, whose own row is not in the file/);
  });
});

describe("Interactive Brokers: every line has its place", () => {
  for (const file of [ACTIVITY, FLEX]) {
    it(`${file.format}: trades, counted and undecided lines are all lines`, () => {
      const { lines, tradeLines, countedLines, undecidedLines } = file.control;
      assert.equal(tradeLines + countedLines + undecidedLines, lines);
      const content = file.source.filter((cells) => cells.length > 0 && !["Header", "SubTotal", "Total"].includes(cells[1] ?? "") && !/^(BO|EO)[AFS]$|^ClientAccountID$/.test(cells[0] ?? "") && cells[2] !== "Total");
      assert.equal(lines, content.length);
    });
  }
});
