/** Headings that are damaged or missing (broker layouts, section 0): what a format reads by them is not passed over in silence. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import type { FileRead } from "../../src/import/import-types";
import { readSourceFile } from "../../src/import/read-source-file";
import { fileOfText, readText, sampleText, trades, undecidedOfLine } from "./read-sample";

const STATEMENT = "Trades,Header,DataDiscriminator,Asset Category,Currency,Symbol,Date/Time,Quantity,T. Price,C. Price,Proceeds,Comm/Fee,Basis,Realized P/L,MTM P/L,Code";
const TRADES = [
  'Trades,Data,Order,Stocks,USD,AAPL,"2025-01-02, 09:31:05",100,100.00,101,-10000,-1.00,10001,0,100,O',
  'Trades,Data,Order,Stocks,USD,AAPL,"2025-03-03, 10:00:00",-100,120,119,12000,-1.05,-10001,1997.95,0,C',
  "Trades,Data,ClosedLot,Stocks,USD,AAPL,2025-01-02,100,100,,,,10001,1997.95,,ST",
];
const asked = (file: FileRead) => file.undecided.map(({ line }) => line);

describe("A statement of Interactive Brokers without a heading of its trades", () => {
  it("books none of them: a closed lot would be a purchase, and commissions would be left out", () => {
    const whole = readText("i.csv", [STATEMENT, ...TRADES, ""].join("\n"));
    // 10,000 and 1 of commission; 12,000 less 1.05.
    assert.deepEqual(trades(whole, "Action", "Quantity", "Amount"), ["Buy 100 10001", "Sell 100 11998.95"]);
    for (const [heading, damaged] of [["DataDiscriminator", "Data Discriminator"], ["Comm/Fee", "Commission"]] as const) {
      const file = readText("i.csv", [STATEMENT.replace(heading, damaged), ...TRADES, ""].join("\n"));
      assert.deepEqual([file.trades, asked(file), file.control.lines], [[], [2, 3, 4], 3]);
      assert.equal(file.note, `The headings have no ‘${heading.toLowerCase()}’, so no row below them is read. Correct the headings in the file, or download it again.`);
      assert.match(undecidedOfLine(file, 2).sentence, /stands under headings without ‘/);
    }
  });
  it("but currencies have headings of their own", () => {
    const forex = "Trades,Header,DataDiscriminator,Asset Category,Currency,Symbol,Date/Time,Quantity,T. Price,,Proceeds,Comm in EUR,,,MTM in EUR,Code";
    const file = readText("i.csv", [STATEMENT, ...TRADES, forex, 'Trades,Data,Order,Forex,USD,EUR.USD,"2025-01-02, 09:31:05",100,1.1,,-110,-2,,,0,', ""].join("\n"));
    assert.deepEqual([file.trades.length, asked(file)], [2, []]);
  });
});

describe("A heading that only proves the rest", () => {
  it("is missed in a sentence on the file, and the rows are read by their amounts", () => {
    const head = "Run Date,Account Number,Action,Symbol,Description,Type,Quantity,Price ($),Comission ($),Fees ($),Accrued Interest ($),Amount ($),Settlement Date";
    const file = readText("f.csv", `${head}\n03/31/2025,1,YOU SOLD APPLE INC (AAPL) (Cash),AAPL,APPLE,Cash,-10,200,,0.06,,1999.94,04/01/2025\n`);
    assert.deepEqual([trades(file, "Action", "Quantity", "Amount"), file.note], [["Sell 10 1999.94"], "The headings have no ‘commission’: the rows are read without."]);
  });
  it("and one that the money comes from leaves the rows to the user", () => {
    const file = readText("r.csv", '"Activity Date","Process Date","Settle Date","Instrument","Description","Trans Code","Quantity","Price","Net"\n"3/31/2025","3/31/2025","4/1/2025","AAPL","Apple","Sell","10","$200.00","$1,999.94"\n');
    assert.deepEqual([file.trades, asked(file)], [[], [2]]);
  });
});

/** What is booked, without what only proves the rest, and without the account, for which the user is asked. */
function booked(file: FileRead): string[] {
  const made = file.trades.map(({ line, cells: { Price: _price, Fees: _fees, Account: _account, Lot: _lot, Lots: _lots, Order: _order, Time: _time, ...cells } }) => JSON.stringify([line, cells]));
  const sold = file.sales.map(({ description: _description, account: _account, basisReported: _reported, ...sale }) => JSON.stringify(sale));
  return [...made, ...sold];
}

describe("Every heading of every sample, damaged one at a time", () => {
  for (const name of readdirSync(join(__dirname, "samples")).filter((each) => each.endsWith(".csv"))) {
    it(`${name}: nothing else is booked, and no trade is counted away`, () => {
      const text = sampleText(name);
      const whole = readText(name, text);
      const known = new Set(booked(whole));
      const lines = text.split("\n");
      const linesOfTrades = new Set([...whole.trades.flatMap(({ line, otherLines }) => [line, ...(otherLines ?? [])]), ...whole.sales.map(({ line }) => line), ...asked(whole)]);
      // A line of headings has words and no figures.
      lines.forEach((line, at) => {
        const cells = line.split(",");
        if (cells.length < 7 || /\d{3}/.test(line.replace(/1099-?[A-Z]*|8949/gi, "")) || linesOfTrades.has(at + 1)) return;
        cells.forEach((cell, column) => {
          if (cell.trim() === "") return;
          const damaged = [...lines.slice(0, at), cells.map((each, other) => (other === column ? each.replace(/[a-z]/i, "q") : each)).join(","), ...lines.slice(at + 1)].join("\n");
          const outcome = readSourceFile(fileOfText(name, damaged));
          if (!outcome.ok || outcome.value.is !== "read") return;
          const file = outcome.value;
          const where = `${name}:${at + 1} ${cell}`;
          const isSaid = file.note.includes(": the rows are read without.");
          for (const made of booked(file)) assert.ok(known.has(made) || isSaid, `${where} books ${made}`);
          const places = new Set([...asked(file), ...file.trades.flatMap((trade) => [trade.line, ...(trade.otherLines ?? [])]), ...file.sales.map((sale) => sale.line)]);
          for (const each of linesOfTrades) assert.ok(places.has(each), `${where} passes line ${each} over`);
        });
      });
    });
  }
});
