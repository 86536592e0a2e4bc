/**
 * A file cut off in a trade's line (broker layouts, section 0.7): every sample is cut at every byte of its last line, and of
 * the last line of a trade or sale. What is left of the line is the same trade, or a question; never another trade, and never
 * passed over in silence.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import type { FileRead } from "../../src/import/import-types";
import { readSourceFile } from "../../src/import/read-source-file";

const FOLDER = join(__dirname, "samples");

function read(name: string, bytes: Uint8Array): FileRead | null {
  const outcome = readSourceFile({ name, bytes });
  return outcome.ok && outcome.value.is === "read" ? outcome.value : null;
}

const statesLine = (line: number) => (trade: { readonly line: number; readonly otherLines?: readonly number[] }) =>
  trade.line === line || trade.otherLines?.includes(line) === true;

/** What is booked from a line, without notes and the description of a sale. */
function bookedOf(file: FileRead, line: number): string {
  const trades = file.trades.filter(statesLine(line)).map(({ cells }) => cells);
  const sales = file.sales.filter(statesLine(line)).map(({ description: _description, ...sale }) => sale);
  return JSON.stringify([trades, sales]);
}

const isAsked = (file: FileRead, line: number) => file.undecided.some((undecided) => undecided.line === line);

function neverAnother(name: string, lines: readonly string[], line: number, whole: FileRead): void {
  const before = lines.slice(0, line - 1).map((text) => `${text}\n`).join("");
  const cutLine = new TextEncoder().encode(lines[line - 1]);
  const start = new TextEncoder().encode(before);
  for (let length = 1; length < cutLine.length; length++) {
    const cut = read(name, Uint8Array.from([...start, ...cutLine.slice(0, length)]));
    if (cut === null) continue;
    const left = new TextDecoder().decode(cutLine.slice(0, length));
    if (isAsked(cut, line)) continue;
    const booked = bookedOf(cut, line);
    assert.ok(booked === bookedOf(whole, line), `"${left}" is booked as ${booked}`);
    // Of a trade nothing may be left without a word, once its line has more than its delimiters.
    if (whole.trades.some(statesLine(line)) || whole.sales.some(statesLine(line))) assert.ok(booked !== "[[],[]]" || !/\w/.test(left), `"${left}" is passed over`);
  }
}

for (const name of readdirSync(FOLDER).filter((each) => each.endsWith(".csv"))) {
  describe(`${name}, cut off`, () => {
    const text = readFileSync(join(FOLDER, name), "utf8").replace(/\r\n?/g, "\n");
    const lines = text.replace(/\n+$/, "").split("\n");
    it("in its last line", () => {
      const whole = read(name, new TextEncoder().encode(text));
      assert.ok(whole !== null);
      neverAnother(name, lines, lines.length, whole);
    });
    it("in its last trade", () => {
      const all = read(name, new TextEncoder().encode(text));
      const last = Math.max(0, ...(all === null ? [] : [...all.trades, ...all.sales].map(({ line }) => line)));
      if (last === 0) return;
      // The file as far as that line, which tells what the line is without the lines below it.
      const whole = read(name, new TextEncoder().encode(`${lines.slice(0, last).join("\n")}\n`));
      assert.ok(whole !== null);
      neverAnother(name, lines, last, whole);
    });
  });
}

describe("A file of Coinbase cut off in the name of the coin that came", () => {
  const head = "ID,Timestamp,Transaction Type,Asset,Quantity Transacted,Price Currency,Price at Transaction,Subtotal,Total (inclusive of fees and/or spread),Fees and/or Spread,Notes";
  const row = "3c,2025-04-02 12:00:00 UTC,Convert,BTC,0.02,USD,$80000.00,$1600.00,$1616.00,$16.00,Converted 0.02 BTC to 0.8 ETH";
  const booked = (text: string) => read("c.csv", new TextEncoder().encode(text))?.trades.map(({ cells }) => `${cells.Action ?? ""} ${cells.Quantity ?? ""} ${cells.Symbol ?? ""} ${cells.Amount ?? ""}`);
  it("is asked about, and with its end of line it is a sale and a purchase at the value after the fee", () => {
    assert.deepEqual(booked(`${head}\n${row}\n`), ["Sell 0.02 BTC 1600", "Buy 0.8 ETH 1600"]);
    const cut = read("c.csv", new TextEncoder().encode(`${head}\n${row.slice(0, -1)}`));
    assert.deepEqual([cut?.trades, cut?.undecided.map(({ line }) => line)], [[], [2]]);
  });
});

describe("A line broken in two by an end of line", () => {
  const asked = (text: string) => {
    const file = read("b.csv", new TextEncoder().encode(text));
    return [file?.trades.map(({ line }) => line), file?.sales.map(({ line }) => line), file?.undecided.map(({ line }) => line)];
  };
  it("before its last cell is not booked without that cell", () => {
    const head = "Activity Date,Process Date,Settle Date,Instrument,Description,Trans Code,Quantity,Price,Amount";
    const row = (day: number) => `3/${day}/2025,3/${day}/2025,4/1/2025,AAPL,Apple,Sell,10,$200.00,`;
    assert.deepEqual(asked([head, `${row(31)}\n"$1,999.94"`, `${row(30)}"$1,999.94"`, ""].join("\n")), [[4], [], [2, 3]]);
  });
  it("in its first cell is no sale of what is left of the symbol", () => {
    const head = "Symbol(CUSIP),Security Description,Quantity,Date Acquired,Date Sold,Proceeds,Cost Basis,Short Term Gain/Loss,Long Term Gain/Loss";
    const row = (symbol: string) => `${symbol},APPLE INC,10,01/02/2024,03/31/2025,$3621.38,$2000.00,-,$1621.38`;
    assert.deepEqual(asked([head, row("AAPL(037833100)"), row("AAPL(0378\n33100)"), row("AAPL(037833100)"), ""].join("\n")), [[], [2, 5], [3, 4]]);
  });
});
