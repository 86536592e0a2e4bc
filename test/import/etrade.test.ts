/** E*TRADE, three generations of transactions and the stock plan's gains (broker layouts, section 5). */
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { counts, faults, gainsOf, lotsOf, readSample, readText, shown, tradeOfLine, trades, undecidedOfLine } from "./read-sample";

const V1 = readSample("etrade-1.csv");
const V2 = readSample("etrade-2.csv");
const V3 = readSample("etrade-3.csv");
const V2_HEADING = "TransactionDate,TransactionType,SecurityType,Symbol,Quantity,Amount,Price,Commission,Description";

describe("E*TRADE, second generation (MM/DD/YY, Amount before Price)", () => {
  it("names the account of the line For Account", () => assert.deepEqual(V2.accounts, ["2641"]));
  it("reads stock, shorts and options under the same words, and a dividend with shares as a reinvestment", () =>
    assert.deepEqual(trades(V2, "Date", "Action", "Symbol", "Quantity", "Amount"), [
      "2025-03-31 Buy AMZN 4 760",
      "2025-07-15 Buy AAPL 260116P200 2 1201.02",
      "2025-10-06 Sell short GME 10 299.98",
      "2025-10-20 Buy to cover GME 10 250",
      "2025-11-28 Reinvest JSPGX 5.834 81.33",
      "2025-12-05 Sell short TSLA 251219C420 1 354.48",
      "2025-12-10 Sell AMZN 2 441.99",
      "2025-12-19 Expire TSLA 251219C420 1",
    ]));
  it("makes the lots and gains that its amounts say", () => {
    assert.deepEqual(faults(V2), ["No problems found"]);
    // AMZN 441.99 − 760 / 2; GME 299.98 − 250; the option written keeps its premium
    assert.deepEqual(gainsOf([V2], "Symbol", "Gain"), ["GME 49.98", "AMZN 61.99", "TSLA 251219C420 354.48"]);
    assert.deepEqual(lotsOf([V2], "Symbol", "Quantity", "Basis"), ["AMZN 2 380", "AAPL 260116P200 2 1201.02", "JSPGX 5.834 81.33"]);
  });
  it("counts dividends, interest and transfers of cash by name", () => assert.deepEqual(counts(V2), { Dividend: 1, Interest: 1, Transfer: 1 }));
  it("asks about a reorganization, shares that came in, and a word that it does not know", () => {
    assert.match(undecidedOfLine(V2, 12).sentence, /what became of the shares/);
    const { sentence, draft } = undecidedOfLine(V2, 13);
    assert.match(sentence, /without their basis/);
    assert.equal(shown(draft ?? {}, ["Date", "Action", "Symbol", "Quantity", "Amount"]), "2025-08-01 Buy KO 25");
    assert.match(undecidedOfLine(V2, 18).sentence, /"Teleport" is not a transaction known/);
  });
  it("reads words in any case, and warns where the sign of the quantity disagrees with the action, which counts", () => {
    const upper = readText("e.csv", ["For Account:,####2641", "", V2_HEADING, "06/09/25,BUY,EQ,AAPL,10,-1500,150,0,APPLE", "06/10/25,SELL,EQ,AAPL,5,800,160,0,APPLE"].join("\n"));
    assert.deepEqual(trades(upper, "Action", "Quantity"), ["Buy 10", "Sell 5"]);
    assert.match(tradeOfLine(upper, 5).note, /sign of the quantity/);
  });
});

describe("E*TRADE, third generation (preamble, two dashes for nothing)", () => {
  it("finds its headings below the total, and the account in the title", () => assert.deepEqual([V3.format, V3.accounts], ["E*TRADE transactions", ["Joint -1847"]]));
  it("tells the contract from the description, and joins the stock of an assigned put to its row", () => {
    assert.deepEqual(trades(V3, "Date", "Action", "Symbol", "Quantity", "Amount"), [
      "2026-02-10 Buy AAPL 10 2400",
      "2026-02-17 Sell short TSLA 260320P370 2 998.98",
      "2026-02-18 Sell short IWM 260306C260 1 212.49",
      "2026-02-20 Sell AAPL 5 1257.47",
      "2026-03-06 Expire IWM 260306C260 1",
      "2026-03-20 Assigned TSLA 260320P370 2 74000",
    ]);
    assert.deepEqual(tradeOfLine(V3, 9).otherLines, [10]);
    assert.deepEqual(faults(V3), ["No problems found"]);
    // 200 × $370 − the premium of $998.98 (R-OPT-3)
    assert.deepEqual(lotsOf([V3], "Symbol", "Quantity", "Basis"), ["AAPL 5 1200", "TSLA 200 73001.02"]);
  });
  it("asks once about shares delivered out and received in", () => {
    assert.equal(shown(undecidedOfLine(V3, 17).draft ?? {}, ["Action", "Symbol", "New symbol", "Quantity"]), "Merger OLDC NEWC 20");
    assert.match(undecidedOfLine(V3, 18).sentence, /belongs to the merger of line 17/);
  });
});

describe("E*TRADE, first generation", () => {
  it("takes the symbol from the end of the description, and adds commission and fees", () => {
    assert.deepEqual(trades(V1, "Date", "Action", "Symbol", "Fees", "Amount"), ["2019-03-01 Buy AAPL 6.95 1756.65", "2019-06-12 Sell AAPL 7 1934.9"]);
    // 1,934.90 − 1,756.65
    assert.deepEqual(gainsOf([V1], "Symbol", "Gain"), ["AAPL 178.25"]);
  });
  const sold = (...descriptions: readonly string[]) => readText("e.csv", ['"Date","Transaction type","Description","Quantity","Price","Commission","Fees","Amount"',
    ...descriptions.map((description) => `"03/01/2019","Bought","${description}","10","5","0","0","-50"`)].join("\n"));
  it("never takes the end of a company's name for its symbol: two companies are two", () => {
    const file = sold("ACME CORP", "ZETA CORP", "ACME CO ETF", "SPDR GOLD TRUST", "ACME INC DEL", "ACME LTD ADR", "VANGUARD TOTAL STOCK INDEX", "ACME INC CL A", "COCA COLA");
    assert.deepEqual(file.trades, []);
    assert.equal(file.undecided.length, 9);
    assert.deepEqual([undecidedOfLine(file, 2).sentence, undecidedOfLine(file, 2).draft?.Symbol, undecidedOfLine(file, 2).draft?.Amount],
      ["The row names no symbol: find it in the description, and fill it in.", undefined, "50"]);
  });
  it("asks about shares without a symbol that a dividend bought or a transfer moved, and counts those rows of dollars", () => {
    const file = readText("e.csv", ['"Date","Transaction type","Description","Quantity","Price","Commission","Fees","Amount"', '"05/02/2019","Dividend","ACME CORP","2","5","","","-10"',
      '"05/02/2019","Transfer","ACME CORP","10","","","","0"', '"05/02/2019","Dividend","ACME CORP","0","","","","7.70"', '"05/02/2019","Transfer","ACH","","","","","500"'].join("\n"));
    assert.deepEqual([file.trades, file.undecided.map(({ line }) => line), counts(file)], [[], [2, 3], { Dividend: 1, Transfer: 1 }]);
  });
  it("nor a last word that stands behind two descriptions; a ticker that it takes is told in a note", () => {
    const file = sold("ACME CORP XYZ", "ZETA CORP XYZ", "APPLE INC AAPL", "APPLE INC  AAPL");
    assert.deepEqual([file.trades.map(({ line, cells }) => `${line} ${cells.Symbol ?? ""}`), file.undecided.map(({ line }) => line)], [["4 AAPL", "5 AAPL"], [2, 3]]);
    assert.equal(file.trades[0]?.note, "The symbol AAPL is the last word of the description.");
  });
});

describe("E*TRADE, stock plan gains and losses", () => {
  const gains = readSample("etrade-gains.csv");
  it("reads the rows Sell with the basis that includes the wages, and passes over Summary", () => {
    assert.deepEqual(gains.sales.map(({ line, proceedsCents, basisCents, washCents, term, basisReported }) => [line, proceedsCents, basisCents, washCents, term, basisReported]), [
      [3, 310000, 280000, null, "Long", false],
      [4, 155000, 160000, 5000, "Short", false],
    ]);
    assert.deepEqual([gains.kind, gains.control.lines, gains.control.amountCents], ["closed lots", 2, 465000]);
    assert.match(gains.note, /code B/);
  });
});

describe("E*TRADE: every line has its place, and the amounts tie to the file", () => {
  it("sums the amount column to the cent", () => {
    assert.equal(V1.control.amountCents, 193490 + 770 - 175665);
    assert.equal(V3.control.amountCents, 100000 - 7400000 + 260 + 125747 + 21249 + 99898 - 240000);
  });
  for (const file of [V1, V2, V3]) {
    it(file.format, () => {
      const { lines, tradeLines, countedLines, undecidedLines } = file.control;
      assert.equal(tradeLines + countedLines + undecidedLines, lines);
      const headingAt = file.source.findIndex((cells) => cells.length > 6);
      assert.equal(lines, file.source.slice(headingAt + 1).filter((cells) => cells.length > 0).length);
    });
  }
});

describe("E*TRADE, files put under each other", () => {
  it("each account keeps its rows: titles and headings stand again between them", () => {
    const headings = "TransactionDate,TransactionType,SecurityType,Symbol,Quantity,Amount,Price,Commission,Description";
    const file = readText("DownloadTxnHistory.csv", [
      "For Account:,####2641", "", headings, "12/30/25,Bought,EQ,ACME,10,-2500,250,0,ACME", "01/02/26,Exchange Delivered Out,EQ,OLDC,-10,0,0,0,OLDC",
      "For Account:,####7788", "", headings, "12/30/25,Bought,EQ,ACME,5,-1250,250,0,ACME", "01/02/26,Exchange Received In,EQ,NEWC,10,0,0,0,NEWC",
    ].join("\n"));
    assert.deepEqual(file.trades.map(({ cells }) => shown(cells, ["Account", "Symbol", "Quantity"])), ["2641 ACME 10", "7788 ACME 5"]);
    // Legs of two accounts are no pair.
    assert.deepEqual(file.undecided.map(({ line, sentence }) => [line, /is not one row out and one row in/.test(sentence)]), [[5, true], [10, true]]);
    assert.deepEqual([file.control.lines, file.control.amountCents], [4, -375000]);
  });
});
