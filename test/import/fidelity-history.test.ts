/** Fidelity, history (broker layouts, section 2.1): made-up files in each layout of the export. */
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { FileRead, ImportedHeading } from "../../src/import/import-types";
import { counts, gainsOf, lotsOf, readText, shown, tradeOfLine, undecidedOfLine } from "./read-sample";

const FIGURES: readonly ImportedHeading[] = ["Date", "Action", "Symbol", "Quantity", "Price", "Fees", "Amount", "Account"];
const rowsOf = (file: FileRead) => file.trades.map(({ line, cells }) => `${line}: ${shown(cells, FIGURES)}`);
const ONE = "Run Date,Action,Symbol,Description,Type,Price ($),Quantity,Commission ($),Fees ($),Accrued Interest ($),Amount ($),Cash Balance ($),Settlement Date";
const FOOTER = [
  "", '"The data and information in this spreadsheet is provided to you solely for your use, and is', 'not for distribution."', "",
  '"Brokerage services are provided by Fidelity Brokerage Services LLC."', "", "Date downloaded 01/31/2026 5:02 pm",
];
function read(...rows: readonly string[]): FileRead {
  return readText("History_for_Account_X11111111.csv", ["\ufeff", "", ONE, ...rows, ...FOOTER].join("\n"));
}
function assertTied({ control }: FileRead, lines: number): void {
  assert.deepEqual([control.lines, control.tradeLines + control.countedLines + control.undecidedLines], [lines, lines]);
}

describe("Fidelity, history of one account", () => {
  const FILE = read(
    "01/30/2026,REINVESTMENT FIDELITY GOVERNMENT MONEY MARKET (SPAXX) (Cash),SPAXX,FIDELITY GOVERNMENT MONEY MARKET,Cash,1,2.15,,,,-2.15,100,",
    "01/20/2026,YOU SOLD ACME CORP (ACME) (Cash), ACME,ACME CORP,Cash,30,-10,4.95,0.01,,295.04,100,01/21/2026",
    "01/12/2026,DIVIDEND RECEIVED ACME CORP (ACME) (Cash),ACME,ACME CORP,Cash,,0,,,,3.40,100,",
    "01/05/2026,YOU BOUGHT ACME CORP (ACME) (Margin),ACME,ACME CORP,Margin,25,20,,,,-500,100,01/06/2026",
    "01/02/2026,YOU BOUGHT OPENING TRANSACTION CALL (NVDA) (Margin), -NVDA260807C200,CALL,Margin,2.5,1,0.65,0.02,,-250.67,100,",
    "01/02/2026,Electronic Funds Transfer Received (Cash), ,No Description,Cash,,0,,,,500,100,",
  );
  it("blank lines first, disclaimers over two lines and the day of the download last; sales negative, the contract without its minus", () => {
    assert.deepEqual(rowsOf(FILE), [
      "8: 2026-01-02 Buy NVDA 260807C200 1 2.5 0.67 250.67 X11111111",
      "7: 2026-01-05 Buy ACME 20 25  500 X11111111",
      "5: 2026-01-20 Sell ACME 10 30 4.96 295.04 X11111111",
    ]);
    assert.deepEqual(counts(FILE), { "REINVESTMENT of a money fund": 1, "DIVIDEND RECEIVED": 1, "Electronic Funds Transfer": 1 });
    assertTied(FILE, 6);
    // −2.15 + 295.04 + 3.40 − 500 − 250.67 + 500
    assert.equal(FILE.control.amountCents, 4562);
  });
  it("makes the lots that the sheet's reader books", () =>
    assert.deepEqual(lotsOf([FILE], "Symbol", "Quantity", "Basis"), ["NVDA 260807C200 1 250.67", "ACME 10 250"]));
});

describe("Fidelity, history in its other layouts", () => {
  const layouts: readonly (readonly [string, string, string])[] = [
    ["all accounts, with their numbers", "Run Date,Account,Account Number,Action,Symbol,Description,Type,Quantity,Price ($),Commission ($),Fees ($),Accrued Interest ($),Amount ($),Settlement Date",
      "01/20/2026,ROTH IRA,222222222,YOU BOUGHT ACME,ACME,ACME CORP,Cash,10,30.00,,,,-300.00,"],
    ["with exchange columns", "Run Date,Account Number,Action,Symbol,Description,Type,Exchange Quantity,Exchange Currency,Currency,Price,Quantity,Exchange Rate,Commission,Fees,Accrued Interest,Amount,Cash Balance,Settlement Date",
      "01/20/2026,222222222,YOU BOUGHT ACME,ACME,ACME CORP,Cash,0,,USD,30,10,0,,,,-300,1,"],
    ["old, with Security Description", "Run Date,Account,Action,Symbol,Security Description,Security Type,Quantity,Price ($),Commission ($),Fees ($),Accrued Interest ($),Amount ($),Settlement Date",
      "01/20/2026,222222222,YOU BOUGHT ACME,ACME,ACME CORP,Cash,10,30.00,,,,-300.00,"],
    ["of the desktop program, whose action stands under Description", "Date,Symbol,Security Description,Quantity,Description,Price,Amount,Commission,Fees,Type,Account",
      "01/20/2026,ACME,ACME CORP,10,YOU BOUGHT ACME,30.00,-300.00,,,Cash,222222222"],
  ];
  for (const [what, headings, row] of layouts) {
    it(what, () => {
      const file = readText("Accounts_History.csv", `\n\n${headings}\n${row}\n`);
      const account = what.startsWith("all accounts") ? "ROTH IRA 222222222" : "222222222";
      assert.deepEqual([rowsOf(file), file.namesAccount], [[`4: 2026-01-20 Buy ACME 10 30  300 ${account}`], true]);
    });
  }
});

describe("Fidelity, history of all accounts: an account whose name tells its type", () => {
  const headings = "Run Date,Account,Account Number,Action,Symbol,Description,Type,Quantity,Price ($),Commission ($),Fees ($),Accrued Interest ($),Amount ($),Settlement Date";
  const row = (date: string, account: string, action: string, symbol: string, quantity: number, price: number) =>
    `${date},${account},YOU ${action} ${symbol} CO (${symbol}) (Cash),${symbol},${symbol} CO,Cash,${quantity},${price},,,,${-quantity * price},`;
  const ROTH = '"ROTH IRA","234567891"';
  const OWN = '"INDIVIDUAL","Z12345678"';
  const file = readText("Accounts_History.csv", [
    headings, row("03/31/2025", ROTH, "BOUGHT", "X", 10, 20), row("03/31/2025", OWN, "SOLD", "X", -10, 20), row("03/11/2025", ROTH, "SOLD", "Y", -10, 20),
    row("01/11/2025", ROTH, "BOUGHT", "Y", 10, 10), row("01/11/2025", OWN, "BOUGHT", "X", 10, 50),
  ].join("\n"));
  it("keeps name and number, and its sales are no taxable sales", () => {
    assert.deepEqual([...file.accounts].sort(), ["ROTH IRA 234567891", "Z12345678"]);
    // 10 × 20 − 10 × 50; bought again in the IRA on the day: all of the loss is disallowed, for good (R-WS-9). No gain of Y.
    assert.deepEqual(gainsOf([file], "Account", "Symbol", "Gain"), ["Z12345678 X -300"]);
    // In the IRA 10 X at 20 without the loss that was disallowed.
    assert.deepEqual(lotsOf([file], "Account", "Symbol", "Quantity", "Basis"), ["ROTH IRA 234567891 X 10 200"]);
  });
  it("of other accounts the file's note tells the name", () => assert.match(file.note, /Z12345678 is INDIVIDUAL\./));
});

describe("Fidelity, history: rows that are not as their headings say", () => {
  const EXCHANGE = "Run Date,Account,Account Number,Action,Symbol,Description,Type,Exchange Quantity,Exchange Currency,Quantity,Currency,Price,Exchange Rate,Commission,Fees,Accrued Interest,Amount,Settlement Date";
  it("headings Quantity, Currency, Price over currency, price and quantity: the currency tells it", () => {
    const file = readText("Accounts_History.csv", [
      EXCHANGE,
      "12/20/2021,INDIVIDUAL,X35,EXPIRED CALL (PBI) PITNEY BOWES INC DEC 17 21 $9 as of Dec-17-2021 CALL (PBI), -PBI211217C9,CALL (PBI),Cash,0,,USD,,5,0,,,,0.00,",
      "12/01/2021,INDIVIDUAL,X35,YOU SOLD OPENING TRANSACTION CALL (PBI), -PBI211217C9,CALL (PBI),Cash,0,,USD,0.2,-5,0,3.25,0.05,,96.70,12/02/2021",
    ].join("\n"));
    assert.deepEqual(rowsOf(file), ["3: 2021-12-01 Sell short PBI 211217C9 5 0.2 3.3 96.7 X35", "2: 2021-12-17 Expire PBI 211217C9 5    X35"]);
    assert.deepEqual(gainsOf([file], "Gain"), ["96.7"]);
  });
  it("headings that stand again between the rows are passed over, in their own order", () => {
    const other = "Run Date,Account Number,Action,Symbol,Description,Type,Quantity,Price ($),Amount ($)";
    const file = readText("Accounts_History.csv", [
      "Run Date,Account Number,Action,Symbol,Description,Type,Price ($),Quantity,Amount ($)", "01/05/2026,A1,YOU BOUGHT ACME,ACME,D,Cash,30,10,-300",
      other, "01/06/2026,B2,YOU BOUGHT ACME,ACME,D,Cash,10,31,-310",
    ].join("\n"));
    assert.deepEqual(rowsOf(file), ["2: 2026-01-05 Buy ACME 10 30  300 A1", "4: 2026-01-06 Buy ACME 10 31  310 B2"]);
    assertTied(file, 2);
  });
});

describe("Fidelity, history: what the words mean", () => {
  const row = (action: string, symbol: string, quantity: string, amount = "0", price = "", date = "01/20/2026") =>
    `${date},${action},${symbol},D,Cash,${price},${quantity},,,,${amount},1,`;
  it("the legs of a reverse split share a number, and are one split", () => {
    const file = read(
      row("REVERSE SPLIT R/S FROM 004934109#REOR M0051234560001", "ACME", "10"),
      row("REVERSE SPLIT R/S TO 004934208#REOR M0051234560000", "004934109", "-100"),
      row("YOU BOUGHT ACME", "ACME", "100", "-1000", "10", "01/05/2025"),
    );
    assert.deepEqual(lotsOf([file], "Symbol", "Quantity", "Basis"), ["ACME 10 1000"]);
    assert.deepEqual(tradeOfLine(file, 4).otherLines, [5]);
  });
  it("cash for a fraction goes to the split of the 30 days before it, not to another one of its symbol", () => {
    const split = (date: string, reference: string) => [
      row(`REVERSE SPLIT R/S FROM 004934109#REOR ${reference}0001`, "ACME", "10", "0", "", date), row(`REVERSE SPLIT R/S TO 004934208#REOR ${reference}0000`, "004934109", "-105", "0", "", date),
    ];
    const cash = (date: string) => row("IN LIEU OF FRX SHARE LEU PAYOUT", "ACME", "0", "6.00", "", date);
    // 105 shares at 1:10 are 10.5: the half is paid in cash, though not certain from the counts alone.
    const cashOf = (paid: string) => {
      const file = read(...split("01/20/2026", "M005123456"), cash(paid));
      return [...file.trades.map(({ cells }) => cells), ...file.undecided.map(({ draft }) => draft ?? {})].map((cells) => cells["Cash in lieu"]).find((each) => each !== undefined);
    };
    // 20 January and 30 days: 19 February.
    assert.deepEqual(["01/19/2026", "01/20/2026", "02/19/2026", "02/20/2026"].map(cashOf), [undefined, "6", "6", undefined]);
    const years = read(...split("01/20/2024", "M005123456"), ...split("01/20/2026", "M005999999"), cash("01/28/2026"));
    assert.deepEqual(years.undecided.map(({ line, draft }) => `${line} ${draft?.["Cash in lieu"] ?? ""}`), ["4 ", "5 ", "6 6", "7 ", "8 "]);
  });
  it("two splits of one day are told apart by their numbers", () => {
    const file = read(
      row("REVERSE SPLIT R/S FROM 004934109#REOR M0051234560001", "ACME", "10"),
      row("REVERSE SPLIT R/S FROM 104934109#REOR M0059999990001", "BETA", "5"),
      row("REVERSE SPLIT R/S TO 004934208#REOR M0051234560000", "004934109", "-100"),
      row("REVERSE SPLIT R/S TO 104934208#REOR M0059999990000", "104934109", "-100"),
    );
    assert.deepEqual(file.trades.map(({ cells }) => shown(cells, ["Symbol", "Ratio"])), ["ACME 1:10", "BETA 1:20"]);
  });
  it("a merger for cash, shares that come, and shares that move are asked about with a draft", () => {
    const file = read(
      row("MERGER MER PAYOUT #REOR M0051111110000", "ACME", "-100", "1500"),
      row("DISTRIBUTION BETA CORP", "BETA", "50"),
      row("TRANSFER OF ASSETS ACAT RECEIVE", "GAMA", "7"),
      row("YOU BOUGHT CANCEL ACME", "ACME", "-10", "300", "30"),
      row("SOMETHING NEW", "ACME", "1"),
      row("TRANSFER OF ASSETS ACAT CREDIT", " ", "0", "12.00"),
    );
    assert.deepEqual(file.trades, []);
    assert.deepEqual(file.undecided.map(({ line, draft }) => `${line} ${shown(draft ?? {}, ["Action", "Symbol", "Quantity"])}`), [
      "4 Sell ACME 100", "5 Split BETA 50", "6 Buy GAMA 7", "7 ACME 10", "8 ACME 1",
    ]);
    assert.deepEqual(counts(file), { "TRANSFER OF ASSETS": 1 });
    assertTied(file, 6);
  });
  it("return of capital reduces basis", () => {
    const file = read(row("RETURN OF CAPITAL ACME", "ACME", "0", "25.00"), row("YOU BOUGHT ACME", "ACME", "100", "-1000", "10", "01/05/2025"));
    assert.deepEqual(lotsOf([file], "Symbol", "Basis"), ["ACME 975"]);
  });
  it("shares that leave one account of the file and reach another keep their lots", () => {
    const headings = "Run Date,Account,Account Number,Action,Symbol,Description,Type,Quantity,Price ($),Amount ($)";
    const file = readText("Accounts_History.csv", [
      headings,
      "01/20/2026,Joint,X2,TRANSFERRED FROM VS X1-1 ACME,ACME,D,Cash,100,,0",
      "01/20/2026,Individual,X1,TRANSFERRED TO VS X2-1 ACME,ACME,D,Cash,-100,,0",
      "01/05/2025,Individual,X1,YOU BOUGHT ACME,ACME,D,Cash,100,10,-1000",
    ].join("\n"));
    assert.deepEqual(lotsOf([file], "Account", "Symbol", "Quantity", "Basis"), ["X2 ACME 100 1000"]);
  });
  it("so do shares whose row names the number of an account that has a name too", () => {
    const headings = "Run Date,Account,Account Number,Action,Symbol,Description,Type,Quantity,Price ($),Amount ($)";
    const file = readText("Accounts_History.csv", [
      headings,
      "01/20/2026,ROTH IRA,234567891,TRANSFERRED FROM VS 234567892-1 ACME,ACME,D,Cash,100,,0",
      "01/20/2026,ROLLOVER IRA,234567892,TRANSFERRED TO VS 234567891-1 ACME,ACME,D,Cash,-100,,0",
      "01/05/2025,ROLLOVER IRA,234567892,YOU BOUGHT ACME,ACME,D,Cash,100,10,-1000",
    ].join("\n"));
    assert.deepEqual(lotsOf([file], "Account", "Symbol", "Quantity", "Basis"), ["ROTH IRA 234567891 ACME 100 1000"]);
  });
  it("an assigned put and the shares it made you buy are one row; without its own row the shares are asked about", () => {
    const shares = row("YOU BOUGHT ASSIGNED PUTS AS OF 01-16-26 ACME", "ACME", "100", "-2000", "20");
    const file = read(
      shares,
      row("ASSIGNED as of 01-16-26 PUT (ACME)", " -ACME260116P20", "1"),
      row("YOU SOLD OPENING TRANSACTION PUT (ACME)", " -ACME260116P20", "-1", "99.33", "1", "01/05/2026").replace(",,,,99.33", ",0.65,0.02,,99.33"),
    );
    // 2000 − 99.33
    assert.deepEqual(lotsOf([file], "Symbol", "Quantity", "Basis"), ["ACME 100 1900.67"]);
    assert.match(undecidedOfLine(read(shares), 4).sentence, /whose own row is not in the file/);
  });
  it("an option that expires ends, and its cost is the loss", () => {
    const file = read(row("EXPIRED CALL (ACME) ACME CORP", " -ACME260116C20", "-1"), row("YOU BOUGHT OPENING TRANSACTION CALL", " -ACME260116C20", "1", "-100", "1", "01/05/2026"));
    assert.deepEqual(gainsOf([file], "Symbol", "Gain"), ["ACME 260116C20 -100"]);
  });
  for (const [said, day] of [
    ["EXPIRED CALL (ACME) ACME CORP DEC 31 25 $20 as of Dec-31-2025 CALL (ACME)", "2025-12-31"],
    ["EXPIRED as of 12/31/2025", "2025-12-31"], ["EXPIRED CALL (ACME) as of 2025-12-31", "2025-12-31"], ["EXPIRED CALL (ACME)", "2026-01-02"],
  ] as const) {
    it(`"${said}" of 2 January 2026 takes effect on ${day}`, () =>
      assert.equal(read(row(said, " -ACME260116C20", "-1", "0", "", "01/02/2026")).trades[0]?.cells.Date, day));
  }
  it("shares of a spin-off are drafted as one", () => {
    const asked = undecidedOfLine(read(row("SPIN-OFF PAYOUT #REOR M0051111110000", "CHLD", "5")), 4);
    assert.equal(shown(asked.draft ?? {}, ["Action", "Symbol", "New symbol", "Quantity"]), "Spin-off  CHLD 5");
  });
  it("the cash of a merger and of a redemption stands in the draft", () => {
    const file = read(row("MERGER MER PAYOUT #REOR M0051111110000", "ACME", "-100", "1500"), row("REDEMPTION PAYOUT US TREAS BILLS", "912797XX2", "-10000", "10000"));
    assert.deepEqual(file.undecided.map(({ draft }) => shown(draft ?? {}, ["Action", "Symbol", "Quantity", "Amount"])), ["Sell ACME 100 1500", "Sell 912797XX2 10000 10000"]);
  });
  it("a bond with accrued interest is asked about: its amount is not its cost", () => {
    const file = read("01/20/2026,YOU BOUGHT US TREAS,912828YK0,UST,Cash,99.5,10000,,,12.34,-9962.34,1,");
    assert.match(undecidedOfLine(file, 4).sentence, /accrued interest/);
  });
});
