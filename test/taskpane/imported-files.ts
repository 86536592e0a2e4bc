/** Files as the importers hand them over, made up. */
import type { AddedTrade } from "../../src/import/combine";
import type { FileRead, ImportedCells } from "../../src/import/import-types";
import type { ImportedBefore, ImportRequest } from "../../src/sheet/placing/import-write";

export const NOTHING_BEFORE: ImportedBefore = { trades: null, files: [] };

/** Headings, a purchase, a dividend, a sale, and a line nobody understands: 1,000.00 out, 3.50 in, 600.25 in. */
export function schwabFile(name = "schwab.csv", digest = "ab".repeat(32)): FileRead {
  const cells = (date: string, action: string, quantity: string, price: string): ImportedCells => ({ Date: date, Action: action, Symbol: "XYZ", Quantity: quantity, Price: price, Account: "Schwab" });
  return {
    is: "read",
    name,
    format: "Schwab transactions",
    kind: "trades",
    accounts: ["Schwab"],
    namesAccount: true,
    note: "",
    trades: [
      { line: 2, cells: { ...cells("2025-01-10", "Buy", "10", "100"), Amount: "1000" }, note: "" },
      { line: 4, cells: { ...cells("2025-06-02", "Sell", "5", "120.05"), Amount: "600.25" }, note: "Sold after the dividend." },
    ],
    sales: [],
    counted: [{ label: "Cash dividend", lines: [3] }],
    undecided: [{ line: 5, text: "=cmd|'/c calc'!A1", sentence: "The action is not known.", draft: null }],
    source: [
      ["Date", "Action", "Symbol", "Quantity", "Price", "Amount"],
      ["01/10/2025", "Buy", "XYZ", "10", "$100.00", "-$1,000.00"],
      ["03/01/2025", "Cash Dividend", "XYZ", "", "", "$3.50"],
      ["06/02/2025", "Sell", "XYZ", "5", "$120.05", "$600.25"],
      ["=cmd|'/c calc'!A1", "@SUM(1)", "-1+2", "+1", "001", ""],
    ],
    control: {
      lines: 4,
      tradeLines: 2,
      countedLines: 1,
      undecidedLines: 1,
      amountCents: -39_625,
      amounts: [{ line: 2, dollars: "-1000" }, { line: 3, dollars: "3.5" }, { line: 4, dollars: "600.25" }],
      digest,
    },
  };
}

export function addedBy(file: FileRead): readonly AddedTrade[] {
  return file.trades.map((trade) => ({ ...trade, source: `${file.name}:${trade.line}` }));
}

export function requestFor(file: FileRead, before: ImportedBefore = NOTHING_BEFORE, added = addedBy(file)): ImportRequest {
  return { before, added, files: [file], madeBy: "Imported by Taxlot on 12/5/2026." };
}

/** As many purchases of one share, a line each. */
export function longFile(rows: number): FileRead {
  const file = schwabFile("long.csv", "cd".repeat(32));
  const lines = Array.from({ length: rows }, (_, at) => at + 2);
  return {
    ...file,
    trades: lines.map((line) => ({ line, cells: { Date: "2025-01-10", Action: "Buy", Symbol: `S${line}`, Quantity: "1", Price: "10", Account: "Schwab", Amount: "10" }, note: "" })),
    counted: [],
    undecided: [],
    source: [["Date", "Action", "Symbol", "Quantity", "Price", "Amount"], ...lines.map((line) => ["01/10/2025", "Buy", `S${line}`, "1", "$10.00", "-$10.00"])],
    control: { lines: rows, tradeLines: rows, countedLines: 0, undecidedLines: 0, amountCents: -1000 * rows, amounts: lines.map((line) => ({ line, dollars: "-10" })), digest: "cd".repeat(32) },
  };
}
