/** Wash sales run over all accounts (R-WS-1), so a security has one spelling in the Trades table, whichever broker wrote it. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { keyOfRow } from "../../src/import/combine";
import { inOneSpelling } from "../../src/import/one-spelling";
import type { FileRead } from "../../src/import/import-types";
import type { RowOnSheet } from "../../src/import/row-key";
import { settleSpellings } from "../../src/import/settle-spellings";
import { optionOfSymbol } from "../../src/import/option-symbols";
import { gainsOf, readText } from "./read-sample";

const two = (figure: number) => String(figure).padStart(2, "0");
const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

interface Contract {
  readonly root: string;
  readonly month: number;
  readonly day: number;
  readonly year: number;
  readonly side: "C" | "P";
  readonly strike: number;
}

/** As each broker's exports write it, and as the clearing corporation does. */
function spellings({ root, month, day, year, side, strike }: Contract): string[] {
  const word = side === "C" ? "Call" : "Put";
  const [mm, dd, yy] = [two(month), two(day), two(year % 100)];
  const dollars = strike.toFixed(2);
  return [
    `${root} ${mm}/${dd}/${year} ${dollars} ${side}`,
    `-${root}${yy}${mm}${dd}${side}${strike}`,
    `${root} ${dd}${MONTHS[month - 1]}${yy} ${strike} ${side}`,
    `${root.padEnd(6)}${yy}${mm}${dd}${side}${String(Math.round(strike * 1000)).padStart(8, "0")}`,
    `${root} ${month}/${day}/${year} ${word} $${dollars}`,
    `${root} ${MONTHS[month - 1]} ${day} '${yy} $${strike} ${word}`,
    `${root}_${mm}${dd}${yy}${side}${strike}`,
  ];
}

const CONTRACT: fc.Arbitrary<Contract> = fc.record({
  root: fc.constantFrom("XYZ", "F", "AAPL", "GOOGL", "SPXW"),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
  year: fc.integer({ min: 2020, max: 2039 }),
  side: fc.constantFrom("C", "P"),
  strike: fc.integer({ min: 1, max: 20_000 }).map((halves) => halves / 2),
});

describe("The law of one spelling", () => {
  it("one contract, written by any broker, is one symbol, which says the same contract", () =>
    fc.assert(fc.property(CONTRACT, (contract) => {
      const [symbol = "", ...others] = [...new Set(spellings(contract).map(inOneSpelling))];
      assert.deepEqual(others, []);
      const { root, side, strike } = contract;
      const read = optionOfSymbol(symbol);
      assert.deepEqual([read?.root, read?.type, read?.strike], [root, side === "C" ? "call" : "put", strike]);
      assert.deepEqual(read?.expiry, optionOfSymbol(spellings(contract)[0] ?? "")?.expiry);
    })));
  it("written once it stays", () =>
    fc.assert(fc.property(fc.oneof(CONTRACT.chain((contract) => fc.constantFrom(...spellings(contract))), fc.string(), fc.constantFrom("BRK/B", "BAC PRL", "BFB")), (symbol) =>
      assert.equal(inOneSpelling(inOneSpelling(symbol)), inOneSpelling(symbol)))));
  it("different contracts stay different", () =>
    fc.assert(fc.property(CONTRACT, CONTRACT, (one, other) => {
      const [a = "", b = ""] = [spellings(one)[0], spellings(other)[0]];
      assert.equal(inOneSpelling(a) === inOneSpelling(b), a === b);
    })));
});

describe("Classes of shares", () => {
  it("BRK.B, BRK/B, BRK B, BRK-B and BRKB are one, and so are the options on it", () => {
    for (const symbol of ["BRK.B", "BRK/B", "BRK B", "BRK-B", "BRKB", " BRK  B "]) assert.equal(inOneSpelling(symbol), "BRK.B", symbol);
    for (const contract of ["BRKB  250117C00400000", "BRK/B 01/17/2025 400.00 C", "-BRKB250117C400", "BRK.B 250117C400"]) assert.equal(inOneSpelling(contract), "BRK.B 250117C400", contract);
  });
  it("a series of preferred shares is one", () => {
    for (const symbol of ["BAC PRL", "BAC/PRL", "BAC-PR-L", "BAC.PR.L", "BAC-PL", "BACPRL", "BAC.PRL", "bac/prl", "bac-pl"]) assert.equal(inOneSpelling(symbol), "BAC.PRL", symbol);
  });
  it("other symbols, names and coins are left as they stand", () => {
    for (const symbol of ["AAPL", "GOOGL", "GOOG", "HUBB", "SPRL", "BTC", "BTC-USD", "VTSAX", "912828ZT0", "Vanguard 500 Index Fund", "S&P 500", "NWSA", ""]) assert.equal(inOneSpelling(symbol), symbol);
  });
});

const ALL = ["brk/b", "BRK.B", "BRKB", "Brk.B", "bac prl", "BACPRL", "BAC-PL", "aapl", "AAPL", "Fund A", "FUND A", "Fund a", "MKC/V", "mkcv", "XYZ 250117C45", "xyz 250117c45"];

describe("Small letters", () => {
  it("brk/b, brk-b, brk b and brkb are BRK.B, and so are options on it", () => {
    for (const symbol of ["brk/b", "brk-b", "brk b", "brk.b", "brkb", "Brk/B"]) assert.equal(inOneSpelling(symbol).toUpperCase(), "BRK.B", symbol);
    assert.equal(inOneSpelling("brkb 250117c400"), "BRK.B 250117C400");
  });
  it("two symbols have one key exactly where they are one security to the lots, which compare without case", () =>
    fc.assert(fc.property(fc.constantFrom(...ALL), fc.constantFrom(...ALL), (one, other) =>
      assert.equal(keyOfRow({ Symbol: one }) === keyOfRow({ Symbol: other }), inOneSpelling(one).toUpperCase() === inOneSpelling(other).toUpperCase()))));
});


/** Written alike, and not one security. */
const FALSE_FRIENDS = [
  ["CAS.H", "CASH"], ["GOOGL", "GOOG.L"], ["GOOGL", "GOOG L"], ["GOOG", "GOOGL"], ["BRK.A", "BRK.B"], ["BRK.B", "BRK"], ["AGM.A", "AGM.PRA"],
  ["BAC.L", "BAC.PRL"], ["BAC", "BAC.PRL"], ["BAC.PRK", "BAC.PRL"], ["VIP.PRX", "VIPRX"], ["SPRL", "S.L"], ["HUB.B", "HUBB"], ["BP.L", "BPL"],
  ["F.F", "FF"], ["FOX", "FOXA"], ["BTC-USD", "BTCUSD"], ["MKC", "MKC.V"], ["XYZ.W", "XYZW"], ["XYZ.U", "XYZU"],
] as const;

describe("Spellings of files chosen together and of the sheet", () => {
  const bought = (name: string, ...symbols: readonly string[]) =>
    readText(name, ["Date,Action,Symbol,Description,Quantity,Price,Fees & Comm,Amount", ...symbols.map((symbol, at) => `01/${String(at + 10)}/2026,Buy,${symbol},,1,$10.00,,-$10.00`)].join("\n"));
  const row = (symbol: string): RowOnSheet => ({ cells: { Symbol: symbol }, source: "" });
  const symbolsOf = (file: FileRead) => file.trades.map(({ cells }) => cells.Symbol);

  for (const [one, other] of FALSE_FRIENDS) {
    it(`${one} and ${other} are two, alone, together and beside each other's row`, () => {
      assert.notEqual(inOneSpelling(one), inOneSpelling(other));
      const [both] = settleSpellings([bought("a.csv", one, other)], []);
      assert.equal(new Set(symbolsOf(both!)).size, 2);
      const [beside] = settleSpellings([bought("a.csv", one)], [row(inOneSpelling(other))]);
      assert.deepEqual(symbolsOf(beside!), [inOneSpelling(one)]);
    });
  }
  it("MKCV alone stays; beside MKC/V of another file it is MKC.V, and a note says so", () => {
    assert.deepEqual(symbolsOf(settleSpellings([bought("a.csv", "MKCV")], [])[0]!), ["MKCV"]);
    const [one, other] = settleSpellings([bought("a.csv", "MKCV"), bought("b.csv", "MKC/V")], []);
    assert.deepEqual([symbolsOf(one!), symbolsOf(other!)], [["MKC.V"], ["MKC.V"]]);
    assert.deepEqual([one!.note.includes("MKCV is written MKC.V, as it stands elsewhere."), other!.note.includes("MKC")], [true, false]);
  });
  it("the sheet's spelling goes on: MKC/V beside MKCV there, MKCV beside MKC.V there, BRK/B where the user wrote so", () => {
    for (const [inFile, there] of [["MKC/V", "MKCV"], ["MKCV", "MKC.V"], ["BRKB", "BRK/B"], ["GSPRA", "GS.PRA"], ["BAC-PL", "BAC/PRL"]] as const)
      assert.deepEqual(symbolsOf(settleSpellings([bought("a.csv", inFile)], [row(there)])[0]!), [there], inFile);
  });
  it("settled once it stays, whatever stands on the sheet", () =>
    fc.assert(fc.property(fc.subarray(ALL, { minLength: 1 }), fc.subarray(ALL), (inFile, there) => {
      const rows = there.map(row);
      const once = settleSpellings([bought("a.csv", ...inFile)], rows);
      assert.deepEqual(settleSpellings(once, rows).map(symbolsOf), once.map(symbolsOf));
    })));
});

describe("The same trade in two brokers' spellings", () => {
  const schwab = (symbol: string, action: string, quantity: string, price: string, amount: string, day: string) =>
    readText("schwab.csv", ['"Transactions  for account ...000 as of 09/27/2025"', "Date,Action,Symbol,Description,Quantity,Price,Fees & Comm,Amount", `${day},${action},${symbol},,${quantity},${price},,${amount}`].join("\n"));
  const fidelity = (symbol: string, action: string, quantity: string, price: string, amount: string, day: string) =>
    readText("fidelity.csv", ["Run Date,Account,Account Number,Action,Symbol,Description,Type,Price ($),Quantity,Commission ($),Fees ($),Accrued Interest ($),Amount ($),Settlement Date", `${day},IRA,Z1,${action},${symbol},NAME,Cash,${price},${quantity},,,,${amount},`, ""].join("\n"));
  const PAIRS = [["BRK/B", "BRKB"], ["BAC/PRL", "BACPRL"], ["XYZ 01/16/2026 45.00 C", " -XYZ260116C45"], ["XYZ", "XYZ"]] as const;

  for (const [one, other] of PAIRS) {
    it(`${one} of Schwab and ${other.trim()} of Fidelity is one row, but for the account`, () => {
      const option = one.includes(" 0");
      const amount = option ? "-$1000.00" : "-$10.00";
      const [a, b] = [schwab(one, option ? "Buy to Open" : "Buy", "1", "$10.00", amount, "03/03/2025"), fidelity(other, option ? "YOU BOUGHT OPENING TRANSACTION" : "YOU BOUGHT", "1", "10", amount.replace("$", ""), "03/03/2025")];
      assert.deepEqual([a.trades.length, b.trades.length], [1, 1]);
      const key = (read: typeof a) => keyOfRow({ ...read.trades[0]?.cells, Account: "A" });
      assert.equal(key(a), key(b));
    });
  }
  it("a loss on BAC/PRL is washed by BACPRL bought elsewhere within 30 days", () => {
    const bought = schwab("BAC/PRL", "Buy", "1", "$500.00", "-$500.00", "03/03/2025");
    const sold = schwab("BAC-PL", "Sell", "1", "$400.00", "$400.00", "06/02/2025");
    const again = fidelity("BACPRL", "YOU BOUGHT", "1", "410", "-410.00", "06/10/2025");
    assert.deepEqual(gainsOf([bought, sold, again], "Symbol", "Gain", "Disallowed"), ["BAC.PRL -100 100"]);
  });
  it("a loss on BRK/B is washed by BRKB bought in an IRA elsewhere within 30 days", () => {
    const bought = schwab("BRK/B", "Buy", "1", "$500.00", "-$500.00", "03/03/2025");
    const sold = schwab("BRK B", "Sell", "1", "$400.00", "$400.00", "06/02/2025");
    const again = fidelity("BRKB", "YOU BOUGHT", "1", "410", "-410.00", "06/10/2025");
    assert.deepEqual(gainsOf([bought, sold, again], "Symbol", "Gain", "Disallowed"), ["BRK.B -100 100"]);
  });
});
