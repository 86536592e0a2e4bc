/**
 * Nothing of a file is lost: each line with content below the headings is a trade, counted or undecided, once, and the
 * amounts of those lines add up to the control total. On files of random rows, each format's own words among them.
 */
import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { combine } from "../../src/import/combine";
import type { FileRead } from "../../src/import/import-types";
import { readText } from "./read-sample";

interface Layout {
  readonly name: string;
  readonly headings: readonly string[];
  readonly actions: readonly string[];
  /** Where the law's action, symbol, quantity, price and amount go; the rest stays blank but for the date. */
  readonly columns: { readonly date: string; readonly action: string; readonly symbol: string; readonly quantity: string; readonly price: string; readonly amount: string };
}

const LAYOUTS: readonly Layout[] = [
  {
    name: "Schwab",
    headings: ["Date", "Action", "Symbol", "Description", "Quantity", "Price", "Fees & Comm", "Amount"],
    actions: ["Buy", "Sell", "Sell Short", "Buy to Close", "Expired", "Assigned", "Reinvest Shares", "Cash Dividend", "Stock Split", "Reverse Split",
      "Name Change", "Stock Merger", "Conversion", "Spin-off", "Security Transfer", "Cash In Lieu", "Stock Plan Activity", "Exchange or Exercise", "Tender Offer", ""],
    columns: { date: "Date", action: "Action", symbol: "Symbol", quantity: "Quantity", price: "Price", amount: "Amount" },
  },
  {
    name: "Fidelity",
    headings: ["Run Date", "Account Number", "Action", "Symbol", "Quantity", "Price ($)", "Commission ($)", "Fees ($)", "Amount ($)"],
    actions: ["YOU BOUGHT X", "YOU SOLD X", "YOU BOUGHT ASSIGNED PUTS", "REINVESTMENT X", "DIVIDEND RECEIVED X", "REVERSE SPLIT R/S FROM 1#REOR M0051234560001",
      "MERGER MER FROM X", "IN LIEU OF FRX SHARE", "EXPIRED PUT", "ASSIGNED PUT", "TRANSFERRED FROM X", "DISTRIBUTION X", "RETURN OF CAPITAL", "CANCEL X", "NEWS", ""],
    columns: { date: "Run Date", action: "Action", symbol: "Symbol", quantity: "Quantity", price: "Price ($)", amount: "Amount ($)" },
  },
  {
    name: "Vanguard",
    headings: ["Account Number", "Trade Date", "Transaction Type", "Investment Name", "Symbol", "Shares", "Share Price", "Commissions and Fees", "Net Amount", ""],
    actions: ["Buy", "Sell", "Reinvestment", "Sweep in", "Conversion (incoming)", "Conversion (outgoing)", "Transfer (incoming)", "TRANSFER TO 1", "Stock split",
      "Corp Action (Redemption)", "Dividend", "Novelty", ""],
    columns: { date: "Trade Date", action: "Transaction Type", symbol: "Symbol", quantity: "Shares", price: "Share Price", amount: "Net Amount" },
  },
];

interface Row {
  readonly date: string;
  readonly action: string;
  readonly symbol: string;
  readonly quantity: string;
  readonly price: string;
  readonly cents: number;
}

const rowOf = (layout: Layout) =>
  fc.record<Row>({
    date: fc.constantFrom("01/05/2026", "01/06/2026", "02/03/2026", "soon", ""),
    action: fc.constantFrom(...layout.actions),
    symbol: fc.constantFrom("XYZ", "ABC", "983919101", "XYZ 01/16/2026 20.00 P", "VMFXX", ""),
    quantity: fc.constantFrom("1", "100", "-100", "2.5", "0", "many", ""),
    price: fc.constantFrom("$1.00", "$20.00", "--", ""),
    cents: fc.integer({ min: -1000000, max: 1000000 }),
  });

/** Each row as one line, after two lines of headings and before a footer; `lines` starts at 2. */
function fileOf(layout: Layout, rows: readonly Row[]): FileRead {
  const text = [
    layout.headings.join(","),
    ...rows.map((row) => layout.headings.map((heading) => `"${cellOf(layout, heading, row)}"`).join(",")),
    "",
    '"This is a disclaimer of several words, which ends the file."',
  ].join("\n");
  return readText("f.csv", text, "A");
}

function cellOf({ columns }: Layout, heading: string, row: Row): string {
  if (heading === columns.amount) return `${row.cents < 0 ? "-" : ""}$${(Math.abs(row.cents) / 100).toFixed(2)}`;
  const field = (Object.keys(columns) as (keyof typeof columns)[]).find((name) => columns[name] === heading);
  return field === undefined || field === "amount" ? (heading === "Account Number" ? "X1" : "") : row[field];
}

for (const layout of LAYOUTS) {
  describe(`Every line of a ${layout.name} file has its place`, () => {
    it("once, and the amounts add up to the control total", () =>
      fc.assert(
        fc.property(fc.array(rowOf(layout), { minLength: 1, maxLength: 12 }), (rows) => {
          const file = fileOf(layout, rows);
          const placed = [
            ...new Set(file.trades.flatMap(({ line, otherLines = [] }) => [line, ...otherLines])),
            ...file.counted.flatMap(({ lines }) => lines),
            ...file.undecided.map(({ line }) => line),
          ].sort((a, b) => a - b);
          assert.deepEqual(placed, rows.map((_, at) => at + 2));
          const { lines, tradeLines, countedLines, undecidedLines, amountCents } = file.control;
          assert.deepEqual([lines, tradeLines + countedLines + undecidedLines], [rows.length, rows.length]);
          assert.equal(amountCents, rows.reduce((sum, { cents }) => sum + cents, 0));
        }),
        { numRuns: 150 },
      ));
    it("and reading it again adds nothing", () =>
      fc.assert(
        fc.property(fc.array(rowOf(layout), { minLength: 1, maxLength: 12 }), (rows) => {
          const file = fileOf(layout, rows);
          const sheet = combine([], [file]).added.map(({ cells, source }) => ({ cells, source }));
          assert.equal(sheet.length, file.trades.length);
          assert.deepEqual(combine(sheet, [file]).added, []);
        }),
        { numRuns: 50 },
      ));
  });
}
