/** What makes a line's trade uncertain, whatever the format: it is left to the user with its line, never guessed (broker layouts, 0.4 and 0.7). */
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { FileRead, ImportedHeading } from "../../src/import/import-types";
import { readSourceFile } from "../../src/import/read-source-file";
import * as sample from "./read-sample";
import { readText, shown, trades, undecidedOfLine } from "./read-sample";

const SCHWAB = '"Date","Action","Symbol","Description","Quantity","Price","Fees & Comm","Amount"';
const FORM = "1099-B,ACCOUNT NUMBER,TAX YEAR,DATE ACQUIRED,SALE DATE,DESCRIPTION,SHARES,COST BASIS,SALES PRICE,TERM,ORDINARY,FED TAX WITHHELD,WASH AMT DISALLOWED,ACCRDMKTDISCOUNT,FORM8949CODE";

function schwab(...rows: readonly string[]): FileRead {
  return readText("s.csv", [SCHWAB, ...rows, ""].join("\n"));
}

function mapped(text: string, columns: readonly (ImportedHeading | null)[], account: string | null = "Mine"): FileRead {
  return sample.mapped("m.csv", text, columns, account);
}

const askedLines = (file: FileRead) => file.undecided.map(({ line }) => line);

describe("A line of a Form 1099-B that does not stand under its headings", () => {
  const whole = "1099-B,1,2025,20250101,20250305,ACME,10,100.00,90.00,SHORT,,0,10.00,,A";
  it("is asked about when it is cut off or its cells were moved by a comma", () => {
    const moved = whole.replace("100.00", "1,234.56");
    const file = readText("r.csv", [FORM, whole, moved, "1099-B,1,2025,20250101,20250305,ACME,10,100.00,9", ""].join("\n"));
    assert.deepEqual([file.sales.map(({ line, proceedsCents }) => [line, proceedsCents]), askedLines(file)], [[[2, 9000]], [3, 4]]);
  });
  it("also where only blank cells are moved beyond the headings", () => {
    const open = whole.replace(/A$/, "");
    const file = readText("r.csv", [FORM, open, open, open.replace("100.00", "1,234.56"), ""].join("\n"));
    assert.deepEqual(askedLines(file), [4]);
  });
  it("but a comma that ends every line is the broker's own", () => {
    const file = readText("r.csv", [FORM, `${whole},`, `${whole},`, ""].join("\n"));
    assert.deepEqual([file.sales.length, askedLines(file)], [2, []]);
  });
});

describe("A file cut off just after a comma", () => {
  it("leaves its last line to the user, where the lines above end in a cell", () => {
    const head = "Activity Date,Process Date,Settle Date,Instrument,Description,Trans Code,Quantity,Price,Amount";
    const row = '1/5/2026,1/5/2026,1/6/2026,ABC,ABC Inc,Buy,1,"$10.00",';
    assert.deepEqual(askedLines(readText("r.csv", [head, `${row}"($10.00)"`, row].join("\n"))), [3]);
    // With an end of line the cell is blank by the broker's own word.
    assert.deepEqual(askedLines(readText("r.csv", [head, `${row}"($10.00)"`, row, ""].join("\n"))), []);
  });
  it("but a last cell that is a dash for the other term, or blank under no figure's heading, is whole", () => {
    const lots = "Symbol(CUSIP),Security Description,Quantity,Date Acquired,Date Sold,Proceeds,Cost Basis,Short Term Gain/Loss,Long Term Gain/Loss";
    const long = '"KO(191216100)","COCA COLA CO",5.000,03/04/2022,02/10/2026,"$351.20 ","$300.10 ",-,$51.10';
    const short = '"ACME(004000000)","ACME CORP",10.000,01/05/2026,01/20/2026,"$295.04 ","$250.00 ",$45.04,-';
    const read = readText("l.csv", [lots, long, short].join("\n"));
    assert.deepEqual([askedLines(read), read.sales.length], [[], 2]);
    const form = `${FORM},PROFIT,AGGPROFIT`;
    const row = "1099-B,1,2025,20250101,20250305,ACME,10,100.00,90.00,SHORT,,0,10.00,,A,";
    assert.deepEqual([`${row},`, row].map((last) => readText("r.csv", [form, last].join("\n")).sales.length), [1, 0]);
  });
  it("and a figure or year at its end that is shorter than those above", () => {
    const text = (last: string) => `When,What,Ticker,How many,Total\n2026-01-05,Buy,ABC,1,100.00\n2026-01-06,Buy,ABC,1,${last}`;
    const asked = (last: string) => askedLines(mapped(text(last), ["Date", "Action", "Symbol", "Quantity", "Amount"]));
    assert.deepEqual(["440.00", "440.0", "440.", "440", "44"].map((last) => asked(last).length), [0, 1, 1, 1, 1]);
  });
  it("in the half of a character: UTF-16 is read as far as it goes", () => {
    const text = [SCHWAB, '"01/05/2026","Buy","ABC","ABC","1","$10.00","","-$10.00"', '"01/06/2026","Buy","ABC","ABC","1","$10.00","","-$10.00"'].join("\n");
    const bytes = Uint8Array.from([0xff, 0xfe, ...[...text].flatMap((letter) => [letter.charCodeAt(0), 0])]);
    const cut = readSourceFile({ name: "s.csv", bytes: bytes.slice(0, -3) });
    assert.ok(cut.ok && cut.value.is === "read");
    assert.deepEqual([cut.value.trades.map(({ line }) => line), askedLines(cut.value)], [[2], [3]]);
  });
  it("in UTF-8 too, and the letters before it stay", () => {
    const bytes = new TextEncoder().encode([SCHWAB, '"01/05/2026","Buy","ABC","Café","1","$10.00","","-$10.00"', '"01/06/2026","Buy","ABC","Café'].join("\n"));
    const cut = readSourceFile({ name: "s.csv", bytes: bytes.slice(0, -1) });
    assert.ok(cut.ok && cut.value.is === "read");
    assert.deepEqual([cut.value.source[1]?.[3], cut.value.trades.length, askedLines(cut.value)], ["Café", 1, [3]]);
  });
});

describe("Transactions of Vanguard whose headings are damaged", () => {
  it("are no holdings: each is asked about", () => {
    const holdings = "Account Number,Investment Name,Symbol,Shares,Share Price,Total Value,\n1,VANGUARD 500,VFIAX,1,400,400,\n";
    const row = "1,2026-01-26,2026-01-27,Buy,Buy,BERKSHIRE,BRK.B,1.0,480.0,-480.0,0.0,-480.0,0.0,CASH,";
    const file = readText("v.csv", `${holdings}\nAccount Number,Trade Date,Settlement\n${row}\n${row}\n`);
    assert.deepEqual([file.counted.map(({ lines }) => lines), file.undecided.map(({ line }) => line)], [[[2]], [4, 5, 6]]);
  });
});

describe("A footer is never a line that a trade may be left of", () => {
  it("a damaged line, and one whose first cell begins with a date, are asked about", () => {
    const buy = '"01/06/2026","Buy","ABC","ABC","1","$10.00","","-$10.00"';
    assert.deepEqual(askedLines(schwab(buy, '"01/05/2026 as of 01/02/2026","","","","","","",""', buy)), [3]);
    for (const left of ['"01/05/2026 as of 01/0', '"01/05/2026 as of 01/02/2026"']) assert.deepEqual(askedLines(readText("s.csv", [SCHWAB, buy, left].join("\n"))), [3], left);
  });
  it("a company called Total is no total, and a total is", () => {
    const columns = [null, "Date", "Action", "Symbol", "Quantity", "Price", "Amount"] as const;
    const head = "Security,Date,Action,Symbol,Quantity,Price,Amount";
    const file = mapped([head, "Total System Services,01/05/2026,Tendered,TSS,10,5,50", "TSS,01/05/2026,Buy,TSS,10,5,50", "Total,,,,,,100", ""].join("\n"), columns);
    assert.deepEqual([file.trades.map(({ line }) => line), askedLines(file), file.control.lines], [[3], [2], 2]);
  });
});

describe("A damaged cell under Symbol", () => {
  const asked = (file: FileRead, line: number) => {
    const { sentence, draft } = undecidedOfLine(file, line);
    assert.match(sentence, /its cell may be damaged\. Fill in Symbol\./);
    return shown(draft ?? {}, ["Date", "Action", "Symbol", "Quantity", "Amount"]);
  };

  it("names no other security: a lost quotation mark, an end of line, a tab, a comma, a semicolon", () => {
    const row = (symbol: string) => `"04/01/2025","Sell",${symbol},"M","10","$210.00","","$2,100.00"`;
    const file = schwab(row('AAPL"'), row('"AAP\nL"'), row('"MS\tFT"'), row('"VTI,"'), row('"T;X"'), row('"BRK B"'));
    assert.deepEqual(trades(file, "Symbol"), ["BRK.B"]);
    // Line 3 holds two lines of the file.
    assert.deepEqual([2, 3, 5, 6, 7].map((line) => asked(file, line)), Array.from({ length: 5 }, () => "2025-04-01 Sell  10 2100"));
    assert.equal(file.control.lines, 6);
  });

  it("of Interactive Brokers too, whose symbols may have a blank", () => {
    const head = "Trades,Header,DataDiscriminator,Asset Category,Currency,Symbol,Date/Time,Quantity,T. Price,C. Price,Proceeds,Comm/Fee,Basis,Realized P/L,MTM P/L,Code";
    const row = (symbol: string) => `Trades,Data,Order,Stocks,USD,${symbol},"2025-01-05, 10:00:00",10,10,10,-100,-1,101,0,0,O`;
    const file = readText("i.csv", ["Statement,Header,Field Name,Field Value", head, row("BRK B"), row('"MS\nFT"'), ""].join("\n"));
    assert.deepEqual([trades(file, "Symbol"), asked(file, 4)], [["BRK.B"], "2025-01-05 Buy  10 101"]);
  });

  it("of a sale that the broker reports: it is not listed", () => {
    const lots = "Symbol(CUSIP),Security Description,Quantity,Date Acquired,Date Sold,Proceeds,Cost Basis,Short Term Gain/Loss,Long Term Gain/Loss";
    const file = readText("l.csv", [lots, '"AC,ME(004000000)","ACME",10,01/05/2026,01/20/2026,"$295.04","$250.00",$45.04,-', ""].join("\n"));
    assert.deepEqual([file.sales, askedLines(file)], [[], [2]]);
  });

  it("but the name of a fund that has no symbol may have a comma", () => {
    const head = "Account Number,Trade Date,Process Date,Transaction Type,Transaction Description,Investment Name,Share Price,Shares,Gross Amount,Net Amount";
    const file = readText("v.csv", [head, '1,01/05/2025,01/05/2025,Buy,Buy,"Index Fund, Admiral",$10.00,5,$50.00,$50.00', ""].join("\n"));
    assert.deepEqual(trades(file, "Symbol", "Quantity", "Amount"), ["Index Fund, Admiral 5 50"]);
  });
});

describe("Two doubts of one line", () => {
  it("are both said, and neither's cells are believed", () => {
    // Line 2 tells that the day stands first; line 3 is in euros, and its day can be read in both ways.
    const text = "Trade Date,Side,Ticker,Qty,Price,Total,Currency\n31/12/2024,Buy,ABC,10,10,100,USD\n05/04/2025,Buy,SAP,10,20,200,EUR\n";
    const file = mapped(text, ["Date", "Action", "Symbol", "Quantity", "Price", "Amount", null]);
    assert.deepEqual(askedLines(file).includes(3), true);
    const { sentence, draft } = undecidedOfLine(file, 3);
    assert.match(sentence, /"05\/04\/2025" may have the day first/);
    assert.match(sentence, /The row is in EUR, and only dollars are counted/);
    assert.equal(shown(draft ?? {}, ["Date", "Price", "Amount", "Symbol", "Quantity"]), "SAP 10");
  });
});

describe("Rows in another currency than dollars", () => {
  const FIDELITY = "Run Date,Action,Symbol,Description,Type,Exchange Quantity,Exchange Currency,Currency,Price,Quantity,Exchange Rate,Commission,Fees,Accrued Interest,Amount,Cash Balance,Settlement Date";
  it("of Fidelity are asked about, with the amount blank", () => {
    const row = (currency: string) => `12/09/2025,"YOU BOUGHT NESTLE SA (NESN)","NESN","NESTLE",Cash,0,,${currency},80,10,0,,,,-800,100,12/11/2025`;
    const file = readText("f.csv", [FIDELITY, row("CHF"), row("EUR"), row("USD"), ""].join("\n"));
    assert.deepEqual([file.trades.map(({ line }) => line), askedLines(file)], [[4], [2, 3]]);
    const { sentence, draft } = undecidedOfLine(file, 2);
    assert.equal(sentence, "The row is in CHF, and only dollars are counted. Fill in Amount in dollars at the exchange rate of the day.");
    assert.equal(shown(draft ?? {}, ["Date", "Action", "Symbol", "Quantity", "Amount"]), "2025-12-09 Buy NESN 10");
  });
  it("are asked about under the columns that the user named, though none of them is the currency", () => {
    const text = "When,What,Ticker,How many,Each,Currency\n2026-01-05,Buy,SAP,10,5,EUR\n2026-01-05,Buy,ABC,10,5,USD\n2026-01-05,Buy,DEF,10,5,\n";
    const file = mapped(text, ["Date", "Action", "Symbol", "Quantity", "Price", null]);
    assert.deepEqual([trades(file, "Symbol"), askedLines(file)], [["ABC", "DEF"], [2]]);
    assert.equal(undecidedOfLine(file, 2).draft?.Price, undefined);
  });
  it("of a Flex query by the currency of the commission", () => {
    const head = "ClientAccountID,CurrencyPrimary,AssetClass,Symbol,TradeDate,Quantity,TradePrice,Proceeds,IBCommission,IBCommissionCurrency,Buy/Sell,Open/CloseIndicator";
    const row = (commission: string, currency: string) => `U1,USD,STK,ABC,20260105,100,6,-600,${commission},${currency},BUY,O`;
    const file = readText("x.csv", [head, row("-100", "HKD"), row("0", "HKD"), row("-1", "USD"), ""].join("\n"));
    assert.deepEqual([trades(file, "Amount"), askedLines(file)], [["600", "601"], [2]]);
    assert.match(undecidedOfLine(file, 2).sentence, /^The commission is in HKD/);
  });
});

describe("A file of another country", () => {
  const row = (date: string, action: string, amount: string) => `"${date}","${action}","ABC","ABC","10","$6.00","","${amount}"`;
  it("with one date that can only have the day first: none that may have it is guessed", () => {
    const file = schwab(row("31/12/2025", "Buy", "-$60.00"), row("05/01/2026", "Sell", "$60.00"), row("06/06/2026", "Sell", "$60.00"));
    assert.deepEqual([trades(file, "Date"), askedLines(file)], [["2026-06-06"], [2, 3]]);
    const { sentence, draft } = undecidedOfLine(file, 3);
    assert.match(sentence, /^"05\/01\/2026" may have the day first, .* Fill in Date\.$/);
    assert.deepEqual([draft?.Date, draft?.Action, draft?.Amount], [undefined, "Sell", "60"]);
  });
  it("a row that is asked about for another reason has no guessed date in its draft either", () => {
    const file = schwab(row("31/12/2025", "Buy", "-$60.00"), row("05/01/2026", "Barter", "$60.00"));
    const { sentence, draft } = undecidedOfLine(file, 3);
    assert.match(sentence, /^"Barter" is not an action known .* "05\/01\/2026" may have the day first/);
    assert.deepEqual([draft?.Date, draft?.Symbol], [undefined, "ABC"]);
  });
  it("without one: dates are read month first, as brokers of the United States write them", () => {
    assert.deepEqual(trades(schwab(row("05/01/2026", "Sell", "$60.00"), row("12/31/2025", "Buy", "-$60.00")), "Date"), ["2025-12-31", "2026-05-01"]);
  });
  const euro = (...rows: readonly string[]) =>
    mapped(["Datum;What;Ticker;How many;Total", ...rows, ""].join("\n"), ["Date", "Action", "Symbol", "Quantity", "Amount"]);
  it("with one decimal comma: no figure that may be a thousand times another is guessed", () => {
    const file = euro("2026-01-05;Buy;ACME;1.000;2.500", "2026-01-06;Buy;ACME;10;2.500,50", "2026-01-07;Buy;ACME;10;25");
    assert.deepEqual([trades(file, "Quantity", "Amount"), askedLines(file)], [["10 25"], [2, 3]]);
    assert.deepEqual([undecidedOfLine(file, 2).draft?.Quantity, undecidedOfLine(file, 2).draft?.Symbol], [undefined, "ACME"]);
  });
  it("without one: 1,000 is a thousand and 1.000 is one", () => {
    assert.deepEqual(trades(euro("2026-01-05;Buy;ACME;1,000;2,500.00", "2026-01-06;Buy;ACME;1.000;25"), "Quantity"), ["1000", "1"]);
  });
});

describe("A trade of another century", () => {
  it("is asked about, with the date as it stands", () => {
    const row = (date: string) => `"${date}","Buy","ABC","ABC","1","$10.00","","-$10.00"`;
    const file = schwab(row("01/05/1926"), row("01/05/2126"), row("01/05/2026"), row("01/05/1964"));
    assert.deepEqual([trades(file, "Date"), askedLines(file)], [["1964-01-05", "2026-01-05"], [2, 3]]);
    assert.equal(undecidedOfLine(file, 2).sentence, "The year 1926 lies too far off for a trade of yours. Correct the date.");
  });
});

describe("Columns named by the user", () => {
  it("with an account: a row without one is asked about", () => {
    const file = mapped("Owner,When,What,Ticker,How many,Each\nX-IRA,01/05/2026,Buy,ABC,1,10\n,01/05/2026,Buy,ABC,1,10\n", ["Account", "Date", "Action", "Symbol", "Quantity", "Price"], null);
    assert.deepEqual([trades(file, "Account"), askedLines(file)], [["X-IRA"], [3]]);
  });
  it("with times in UTC: the day is that of Eastern Standard Time, as in Coinbase's files, and a note says so", () => {
    const file = mapped("When,What,Ticker,How many,Each\n2026-01-01T03:00:00Z,Buy,ABC,1,10\n2026-01-01T15:00:00Z,Buy,ABC,1,10\n2026-01-01T03:00:00-05:00,Buy,ABC,1,10\n", ["Date", "Action", "Symbol", "Quantity", "Price"]);
    // 3:00 UTC − 5 hours = 22:00 of the day before.
    assert.deepEqual(trades(file, "Date"), ["2025-12-31", "2026-01-01", "2026-01-01"]);
    assert.match(file.trades[0]?.note ?? "", /2026-01-01T03:00:00Z, which is 2025-12-31 in Eastern Standard Time/);
    assert.deepEqual(file.trades.slice(1).map(({ note }) => note), ["", ""]);
  });
});

describe("Files that cannot be read whole", () => {
  it("of more lines than a sheet has rows are refused by name and number", () => {
    const outcome = readSourceFile({ name: "huge.csv", bytes: new TextEncoder().encode(`${SCHWAB}\n${"\n".repeat(1_048_576)}x`) });
    assert.equal(!outcome.ok && outcome.problem.sentence, "huge.csv has 1,048,578 lines, and a sheet holds 1,048,576. Download it in parts, such as a year each.");
  });
  it("with headings too far down say how far was looked", () => {
    const outcome = readSourceFile({ name: "deep.csv", bytes: new TextEncoder().encode(`${"Title of the report\n".repeat(30)}${SCHWAB}\n`) });
    assert.match(outcome.ok ? "" : outcome.problem.sentence, /^deep\.csv holds no table with headings in its first 25 filled lines\. Take out the lines above the headings/);
  });
});

describe("Shares that move by way of a third account", () => {
  const head = "Run Date,Account,Account Number,Action,Symbol,Description,Type,Quantity,Price,Commission,Fees,Amount";
  it("are two transfers, each asked about: the rows name the account between", () => {
    const file = readText("f.csv", [head, "01/20/2026,Individual,X1,TRANSFERRED TO VS Z9 ACME,ACME,D,Cash,-100,,,,0", "01/20/2026,Roth,R2,TRANSFERRED FROM VS Z9 ACME,ACME,D,Cash,100,,,,0", ""].join("\n"));
    assert.deepEqual([file.trades, askedLines(file)], [[], [2, 3]]);
    assert.equal(undecidedOfLine(file, 2).draft?.["To account"], "Z9");
  });
});

describe("Closed lots under a trade that opens", () => {
  it("are asked about: no sale keeps them", () => {
    const head = "Trades,Header,DataDiscriminator,Asset Category,Currency,Symbol,Date/Time,Quantity,T. Price,C. Price,Proceeds,Comm/Fee,Basis,Realized P/L,MTM P/L,Code";
    const file = readText("i.csv", ["Statement,Header,Field Name,Field Value", head, 'Trades,Data,Order,Stocks,USD,ABC,"2025-01-05, 10:00:00",10,10,10,-100,-1,101,0,0,O',
      "Trades,Data,ClosedLot,Stocks,USD,ABC,2024-01-05,10,9,,,,90,,,", ""].join("\n"));
    assert.deepEqual([trades(file, "Action"), askedLines(file)], [["Buy"], [4]]);
  });
});
