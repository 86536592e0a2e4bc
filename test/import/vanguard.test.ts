/** Vanguard, ofxdownload.csv and the older layout of mutual funds (broker layouts, section 3.1). */
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { FileRead, ImportedHeading } from "../../src/import/import-types";
import { counts, gainsOf, lotsOf, readText, shown, undecidedOfLine } from "./read-sample";

const FIGURES: readonly ImportedHeading[] = ["Date", "Action", "Symbol", "Quantity", "Price", "Fees", "Amount", "Account"];
const rowsOf = (file: FileRead) => file.trades.map(({ line, cells }) => `${line}: ${shown(cells, FIGURES)}`);
const HOLDINGS = ["Account Number,Investment Name,Symbol,Shares,Share Price,Total Value,", "12345678,VANGUARD TOTAL STOCK,VTI,10.5,300.00,3150.00,", "", ""];
const HEADINGS =
  "Account Number,Trade Date,Settlement Date,Transaction Type,Transaction Description,Investment Name,Symbol,Shares,Share Price,Principal Amount,Commissions and Fees,Net Amount,Accrued Interest,Account Type,";
const row = (date: string, type: string, symbol: string, shares: string, price: string, net: string, account = "12345678", fees = "0.0") =>
  `${account},${date},${date},${type},${type},NAME,${symbol},${shares},${price},${net},${fees},${net},0.0,CASH,`;
const read = (...rows: readonly string[]) => readText("ofxdownload.csv", [...HOLDINGS, HEADINGS, ...rows, ""].join("\n"));

describe("Vanguard, ofxdownload: two tables in one file", () => {
  const FILE = read(
    row("2026-01-05", "Buy", "VTI", "10.0", "299.00", "-2990.0"),
    row("2026-01-10", "Reinvestment", "VTI", "0.0", "0.0", "-150.0"),
    row("2026-01-10", "Reinvestment", "VTI", "0.5", "300.0", "-150.0"),
    row("2026-01-20", "Sell", "VTI", "-2.0", "310.0", "619.98", "12345678", "0.02"),
    row("2026-01-21", "Sweep in", "VMFXX", "619.98", "1.0", "-619.98"),
    row("2026-01-22", "Buy (exchange)", "VXUS", "1.0", "60.0", "-60.0", "87654321"),
    row("2026-01-23", "Dividend", "VTI", "0.0", "0.0", "3.21"),
  );
  it("holdings are counted, sales negative, the dividend leg of a reinvestment has 0 shares, accounts follow each other", () => {
    assert.deepEqual(rowsOf(FILE), [
      "6: 2026-01-05 Buy VTI 10 299  2990 12345678",
      "8: 2026-01-10 Reinvest VTI 0.5 300  150 12345678",
      "9: 2026-01-20 Sell VTI 2 310 0.02 619.98 12345678",
      "11: 2026-01-22 Buy VXUS 1 60  60 87654321",
    ]);
    assert.deepEqual(counts(FILE), { Holding: 1, Reinvestment: 1, "Sweep in": 1, Dividend: 1 });
    const { lines, tradeLines, countedLines, undecidedLines, amountCents } = FILE.control;
    assert.deepEqual([lines, tradeLines, countedLines, undecidedLines], [8, 4, 4, 0]);
    // −2990 − 150 − 150 + 619.98 − 619.98 − 60 + 3.21
    assert.equal(amountCents, -334679);
    assert.match(FILE.note, /18 months/);
  });
  it("makes the lots that the sheet's reader books", () =>
    // 2990 × 8/10
    assert.deepEqual(lotsOf([FILE], "Symbol", "Quantity", "Basis"), ["VTI 8 2392", "VTI 0.5 150", "VXUS 1 60"]));
});

describe("Vanguard: share conversions keep basis and dates", () => {
  const OUT = row("2026-01-20", "Conversion (outgoing)", "VTSMX", "-50.5", "100.0", "0.0");
  const IN = row("2026-01-20", "Conversion (incoming)", "VTSAX", "51.25", "98.54", "0.0");
  const BOUGHT = row("2025-01-05", "Buy", "VTSMX", "50.5", "90.00", "-4545.0");
  it("of all shares that the file bought: one row", () => {
    // 2025-01-05 is serial 45662.
    assert.deepEqual(lotsOf([read(OUT, IN, BOUGHT)], "Symbol", "Quantity", "Basis", "Acquired"), ["VTSAX 51.25 4545 45662"]);
  });
  it("where lots are older than the file: asked about as a pair, with the row to write", () => {
    const file = read(OUT, IN);
    assert.deepEqual(file.undecided.map(({ line }) => line), [6, 7]);
    assert.equal(shown(undecidedOfLine(file, 6).draft ?? {}, ["Action", "Symbol", "New symbol", "Quantity"]), "Merger VTSMX VTSAX 51.25");
  });
});

describe("Vanguard: what the file does not tell", () => {
  it("transfers, redemptions and unknown types are asked about; transfers of cash are counted", () => {
    const file = read(
      row("2026-01-05", "Transfer (incoming)", "VTI", "5.0", "0.0", "0.0"),
      row("2026-01-06", "TRANSFER TO 99999999", "VTI", "-5.0", "0.0", "0.0"),
      row("2026-01-07", "Corp Action (Redemption)", "BOND", "-5.0", "100.0", "500.0"),
      row("2026-01-08", "Novelty", "VTI", "5.0", "0.0", "0.0"),
      row("2026-01-09", "Contribution", "", "0.0", "0.0", "500.0"),
      row("2026-01-10", "Dividend", "VTI", "2.0", "0.0", "10.0"),
    );
    assert.deepEqual(file.undecided.map(({ line, draft }) => `${line} ${shown(draft ?? {}, ["Action", "Symbol", "Quantity", "Amount"])}`), [
      "6 Buy VTI 5", "7 Transfer VTI 5", "8 Sell BOND 5 500", "9 VTI 5", "11 VTI 2",
    ]);
    assert.deepEqual(counts(file), { Holding: 1, Contribution: 1 });
  });
});

describe("Vanguard: options, mergers, spin-offs and cancelled trades", () => {
  it("options open and close by their own words", () => {
    const file = read(row("2026-01-05", "Sell to open", "SPY   260417P00500000", "-1", "2.5", "249.0", "12345678", "1.0"), row("2026-02-05", "Buy to close", "SPY   260417P00500000", "1", "1.0", "-101.0", "12345678", "1.0"));
    assert.deepEqual(file.trades.map(({ cells }) => shown(cells, ["Action", "Quantity", "Amount"])), ["Sell short 1 249", "Buy to cover 1 101"]);
    // 249 − 101
    assert.deepEqual(gainsOf([file], "Gain"), ["148"]);
  });
  it("what the rows alone do not tell is asked about, a merger as a pair", () => {
    const file = read(
      row("2026-01-05", "Merger (outgoing)", "OLDC", "-100", "0.0", "0.0"), row("2026-01-05", "Merger (incoming)", "NEWC", "40", "0.0", "0.0"),
      row("2026-01-06", "Corp Action (Spinoff)", "CHLD", "5", "0.0", "0.0"), row("2026-01-07", "Buy Cancel", "VTI", "-2", "300.0", "600.0"),
    );
    assert.deepEqual(file.undecided.map(({ line, draft }) => `${line} ${shown(draft ?? {}, ["Action", "Symbol", "New symbol", "Quantity"])}`.trim()), [
      "6 Merger OLDC NEWC 40", "7", "8 Spin-off  CHLD 5", "9 VTI  2",
    ]);
    assert.match(undecidedOfLine(file, 9).sentence, /takes a trade back/);
    assert.deepEqual([file.trades, file.control.lines], [[], 5]);
  });
});

describe("Vanguard, older layout of mutual funds", () => {
  it("price before shares, dollars and signs on every amount, no symbols: the fund's name stands for it", () => {
    const file = readText("download.csv", [
      "Fund Account Number,Fund Name,Price,Shares,Total Value",
      '0123-88,500 Index Fund Adm,$400.00,12.5,"$5,000.00"',
      "",
      "Account Number,Trade Date,Process Date,Transaction Type,Transaction Description,Investment Name,Share Price,Shares,Gross Amount,Net Amount",
      '0123-88,01/05/2026,01/05/2026,Buy,Buy,500 Index Fund Adm,$380.00,10,"$3,800.00","$3,800.00"',
      "0123-88,01/20/2026,01/20/2026,Sell,Sell,500 Index Fund Adm,$400.00,-2,$-800.00,$-800.00",
    ].join("\n"));
    assert.deepEqual(rowsOf(file), [
      "5: 2026-01-05 Buy 500 Index Fund Adm 10 380  3800 0123-88",
      "6: 2026-01-20 Sell 500 Index Fund Adm 2 400  800 0123-88",
    ]);
  });
});
