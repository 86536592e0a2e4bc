/** Charles Schwab, equity awards (broker layouts, section 1.6): made-up files in the layout of the export. */
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { FileRead } from "../../src/import/import-types";
import { counts, gainsOf, lotsOf, readText, shown, tradeOfLine, undecidedOfLine } from "./read-sample";

const HEADINGS = ["Date", "Action", "Symbol", "Description", "Quantity", "FeesAndCommissions", "DisbursementElection", "Amount", "Type", "Shares", "SalePrice",
  "SubscriptionDate", "SubscriptionFairMarketValue", "PurchaseDate", "PurchasePrice", "PurchaseFairMarketValue", "DispositionType", "GrantId", "VestDate",
  "VestFairMarketValue", "GrossProceeds", "AwardDate", "AwardId"] as const;
type Cells = Readonly<Partial<Record<(typeof HEADINGS)[number], string>>>;
const row = (cells: Cells) => HEADINGS.map((heading) => `"${cells[heading] ?? ""}"`).join(",");

function read(...rows: readonly Cells[]): FileRead {
  return readText("EquityAwardsCenter_Transactions.csv", [HEADINGS.map((heading) => `"${heading}"`).join(","), ...rows.map(row)].join("\n"));
}
const deposit = (day: string, award: string, quantity: string, value: string): readonly Cells[] => [
  { Date: day, Action: "Deposit", Symbol: "ACME", Description: "RS", Quantity: quantity }, { VestDate: day, VestFairMarketValue: value, AwardId: award },
];
const PURCHASE: readonly Cells[] = [
  { Date: "01/15/2026", Action: "Deposit", Symbol: "ACME", Description: "ESPP", Quantity: "12.5" }, { PurchaseDate: "01/15/2026", PurchasePrice: "$85.00", PurchaseFairMarketValue: "$100.00" },
];
const OLDER = deposit("01/25/2026", "C1", "20", "$140.00");
const NEWER = deposit("02/25/2026", "C2", "10", "$145.00");
const SALE: readonly Cells[] = [
  { Date: "03/20/2026", Action: "Sale", Symbol: "ACME", Description: "Share Sale", Quantity: "15", FeesAndCommissions: "$0.35", Amount: "$2,249.65" },
  { Type: "RS", Shares: "5", SalePrice: "$150.00", VestDate: "01/25/2026", VestFairMarketValue: "$140.00", AwardId: "C1" },
  { Type: "RS", Shares: "10", SalePrice: "$150.00", VestDate: "02/25/2026", VestFairMarketValue: "$145.00", AwardId: "C2" },
];

describe("Charles Schwab, equity awards", () => {
  it("a sale sells the shares that the lines below it name, not the oldest", () => {
    const file = read(...SALE, ...NEWER, ...OLDER, ...PURCHASE);
    // 5 × 140 + 10 × 145; the shares of the purchase plan, which are older, stay.
    assert.deepEqual(gainsOf([file], "Quantity", "Basis"), ["5 700", "10 1450"]);
    assert.deepEqual(lotsOf([file], "Quantity", "Basis"), ["12.5 1062.5", "15 2100"]);
    assert.deepEqual([tradeOfLine(file, 2).otherLines, file.control.lines, file.control.tradeLines], [[3, 4], 9, 9]);
  });
  it("a sale of shares that another file deposits says so", () => {
    const file = read(...SALE, ...NEWER);
    assert.match(tradeOfLine(file, 2).note, /ACME 2026-01-25 C1, which this file does not deposit/);
  });
  it("lines that do not add up to the sale name no lots, and say so", () => {
    const file = read({ ...SALE[0], Quantity: "16" }, ...SALE.slice(1), ...NEWER, ...OLDER);
    assert.equal(tradeOfLine(file, 2).cells.Lots, undefined);
    assert.match(tradeOfLine(file, 2).note, /Lots is left blank/);
  });
  it("two deposits of one day and award cannot be told apart, so that neither has a name", () => {
    const file = read(...SALE, ...NEWER, ...OLDER, ...OLDER);
    assert.deepEqual(file.trades.map(({ cells }) => cells.Lot ?? cells.Lots ?? ""), ["", "", "ACME 2026-02-25 C2", ""]);
  });
  it("the JSON of the same rows says the same", () => {
    const record = ([own, ...details]: readonly Cells[]) => ({ DisbursementElection: null, ...own, TransactionDetails: details.map((detail) => ({ Details: detail })) });
    const json = { FromDate: "01/01/2026", ToDate: "03/31/2026", Transactions: [record(SALE), record(NEWER), record(OLDER), record(PURCHASE)] };
    const file = readText("EquityAwardsCenter_Transactions.json", JSON.stringify(json));
    assert.equal(file.format, "Schwab equity awards");
    assert.deepEqual(gainsOf([file], "Quantity", "Basis"), ["5 700", "10 1450"]);
    assert.deepEqual(lotsOf([file], "Quantity", "Basis"), ["12.5 1062.5", "15 2100"]);
    assert.deepEqual([file.undecided, file.control.lines], [[], 9]);
  });
  it("files put under each other: headings that stand again may be in another order", () => {
    const others = HEADINGS.map((heading) => (heading === "Quantity" ? "Amount" : heading === "Amount" ? "Quantity" : heading));
    const text = (headings: readonly (keyof Cells)[], rows: readonly Cells[]) =>
      [headings, ...rows.map((cells) => headings.map((heading) => cells[heading] ?? ""))].map((cells) => cells.map((cell) => `"${cell}"`).join(","));
    const file = readText("EquityAwardsCenter_Transactions.csv", [
      ...text(HEADINGS, OLDER), ...text(others, [{ Date: "04/20/2026", Action: "Sale", Symbol: "ACME", Quantity: "5", Amount: "$600.00" }]),
    ].join("\n"));
    assert.deepEqual(file.trades.map(({ cells }) => shown(cells, ["Action", "Quantity", "Price", "Amount"])), ["Vest 20 140", "Sell 5  600"]);
    // The headings of line 4 are no row, and 600.00 is an amount.
    assert.deepEqual([file.control.lines, file.control.amountCents, file.undecided], [3, 60000, []]);
  });
  it("a lapse and taxes withheld are counted with their details, an unknown action is asked about", () => {
    const file = read({ Date: "01/27/2026", Action: "Lapse", Symbol: "ACME", Quantity: "40" }, { VestDate: "01/25/2026" }, { Date: "01/28/2026", Action: "Gift", Symbol: "ACME", Quantity: "1" });
    assert.deepEqual(counts(file), { Lapse: 2 });
    assert.match(undecidedOfLine(file, 4).sentence, /"Gift" is not an action known/);
  });
});
