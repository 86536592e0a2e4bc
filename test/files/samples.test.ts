/**
 * The sample workbook and broker files: figures worked out by hand from the rows, and what the built functions say.
 * Rules: R-BASIS-1, R-RND-2, R-WS-3, R-WS-5, R-WS-9, R-CA-2, R-CA-4, R-CA-7, R-CA-8, R-AVG-2, R-HP-4, R-INH-1, R-SS-1.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { isCellError, type CellValue, type SheetContent, type WorkbookContent } from "../../workbench/content";
import { readWorkbookFile, writeWorkbookFile } from "../../workbench/files";
import { sampleWorkbook } from "../../workbench/files/sample/sample-workbook";
import { ShippedFunctions } from "../../workbench/files/sample/shipped-functions";

const ROOT = resolve(__dirname, "../..");
type Table = Record<string, CellValue>[];

let functions: ShippedFunctions;
before(() => {
  functions = ShippedFunctions.load(resolve(ROOT, "dist"));
});

function open(file: string): WorkbookContent {
  return readWorkbookFile(readFileSync(resolve(ROOT, "assets/samples", file)), file);
}

function sheetOf(content: WorkbookContent, name: string): SheetContent {
  return content.sheets.find((sheet) => sheet.name === name) ?? assert.fail(`no sheet ${name}`);
}

/** The used cells of a sheet as a function receives them. */
function rangeOf(sheet: SheetContent): unknown[][] {
  const rows = Object.keys(sheet.rows).map(Number);
  const width = Math.max(...rows.flatMap((row) => Object.keys(sheet.rows[row]!).map(Number))) + 1;
  return Array.from({ length: Math.max(...rows) + 1 }, (_, row) => Array.from({ length: width }, (_cell, column) => sheet.rows[row]?.[column]?.value ?? ""));
}

function table(name: string, ...args: unknown[]): Table {
  const [headings, ...rows] = functions.call(name, ...args);
  return rows.map((row) => Object.fromEntries(row.map((value, at) => [String(headings![at]), value])));
}

function only(rows: Table, wanted: Readonly<Record<string, CellValue>>): Record<string, CellValue> {
  const found = rows.filter((row) => Object.entries(wanted).every(([heading, value]) => row[heading] === value));
  assert.equal(found.length, 1, `${found.length} rows with ${JSON.stringify(wanted)}`);
  return found[0]!;
}

/** Rows of the trades that CHECKTRADES finds wrong; a sentence without a row says that none is. */
function rowsInNeed(trades: unknown[][]): Table {
  return table("CHECKTRADES", trades).filter((row) => row["Row"] !== "");
}

function assertFigures(row: Readonly<Record<string, CellValue>>, figures: Readonly<Record<string, CellValue>>): void {
  assert.deepEqual(Object.fromEntries(Object.keys(figures).map((heading) => [heading, row[heading]])), figures);
}

describe("The sample workbook", () => {
  const content = open("taxlot-sample.xlsx");
  /** The table a formula spilled at A7 of a sheet, as the file holds it. */
  function spilled(name: string): Table {
    const sheet = sheetOf(content, name);
    const { spill } = sheet.rows[6]?.[0] ?? {};
    const cell = (row: number, column: number): CellValue => sheet.rows[6 + row]?.[column]?.value ?? "";
    return Array.from({ length: spill!.rows - 1 }, (_, row) =>
      Object.fromEntries(Array.from({ length: spill!.columns }, (_cell, column) => [String(cell(0, column)), cell(row + 1, column)])),
    );
  }

  it("is what its script writes with the functions as built", () => {
    const now = readWorkbookFile(writeWorkbookFile(sampleWorkbook(functions)), content.name);
    assert.deepEqual(content, now, "The functions answer otherwise than the file says. Run npm run sample.");
  });
  it("has a function of ours on every sheet that shows results, and no error anywhere", () => {
    for (const name of ["Trades", "Lots", "Realized", "Wash sales", "Harvest", "Term calendar", "Before you buy", "What if", "Sell plan", "Tax year", "Explain", "Events"]) {
      const cells = Object.values(sheetOf(content, name).rows).flatMap((row) => Object.values(row));
      assert.ok(cells.some(({ formula }) => formula?.startsWith("=TAXLOT.")), name);
      assert.deepEqual(cells.filter(({ value }) => isCellError(value)), []);
    }
  });
  it("PYPL: the spouse's 20 shares wash 20 of 50, and carry that loss", () => {
    // 50 × 132.57 = 6,628.50; 50 × 76.09 − 0.09 = 3,804.41; loss 2,824.09; × 20 ÷ 50 = 1,129.636, so 1,129.64.
    assertFigures(only(spilled("Realized"), { Symbol: "PYPL" }), {
      Proceeds: 3804.41, Basis: 6628.5, Gain: -2824.09, Disallowed: 1129.64, "Allowed gain": -1694.45, Term: "Short", Code: "W",
    });
    // 20 × 88.83 = 1,776.60, and 1,129.64 more.
    assertFigures(only(spilled("Lots"), { Symbol: "PYPL" }), { Account: "Sam", Basis: 2906.24, "Wash added": 1129.64 });
  });
  it("DIS: 40 of 60 shares bought back in the Roth IRA are lost for good", () => {
    // 60 × 152.16 = 9,129.60; 60 × 86.37 − 0.12 = 5,182.08; loss 3,947.52; × 40 ÷ 60 = 2,631.68.
    assertFigures(only(spilled("Wash sales"), { Symbol: "DIS" }), { Shares: 40, Disallowed: 2631.68, "Basis added": 0, Permanent: 2631.68 });
    // The lot in the Roth IRA keeps what was paid: 40 × 94.77.
    assertFigures(only(spilled("Lots"), { Symbol: "DIS" }), { Account: "Roth IRA", Basis: 3790.8, "Wash added": 0 });
  });
  it("PFE: the dividend reinvested ten days before the sale washes as many shares", () => {
    // 100 × 40.91 = 4,091.00; 100 × 26.66 − 0.04 = 2,665.96; loss 1,425.04; × 2.1743 ÷ 100 = 30.9846…, so 30.98.
    assertFigures(only(spilled("Wash sales"), { Symbol: "PFE" }), { Shares: 2.1743, Disallowed: 30.98 });
  });
  it("INTC: a chain of three purchases loses nothing and hides nothing", () => {
    // 1: 4,393.96 − 5,076.00 = −682.04, all washed. 2: 3,187.97 − (3,569.00 + 682.04) = −1,063.07; × 80 ÷ 100 = 850.456, so 850.46.
    // 3: 1,718.38 − (2,388.00 + 850.46) = −1,520.08. Allowed in all: −212.61 − 1,520.08 = −1,732.69,
    // which is all that was paid and received: 9,300.31 − 11,033.00.
    const sold = spilled("Realized").filter((row) => row["Symbol"] === "INTC");
    assert.deepEqual(sold.map((row) => row["Allowed gain"]), [0, -212.61, -1520.08]);
    assert.deepEqual(sold.map((row) => row["Disallowed"]), [682.04, 850.46, 0]);
  });
  it("AAPL: the washed loss travels with its shares, and a gift takes its share away", () => {
    // 40 × 136.72 = 5,468.80 + 1,589.72 washed = 7,058.52, or 176.463 a share; 10 of 40 are left: 1,764.63.
    assertFigures(only(spilled("Lots"), { Symbol: "AAPL" }), { Quantity: 10, Basis: 1764.63 });
  });
  it("NVDA: ten new shares for one, and the highest cost first by standing order", () => {
    assertFigures(only(spilled("Lots"), { Symbol: "NVDA", Lot: "row 19" }), { Quantity: 300, Basis: 5796.9, "Basis per share": 19.323 });
    // 20 × 207.04 − 20 × 98.91 = 2,162.60
    assertFigures(only(spilled("Realized"), { Symbol: "NVDA", Account: "Schwab" }), { Proceeds: 4140.8, Basis: 1978.2, Gain: 2162.6 });
  });
  it("MSFT: shares moved between accounts keep their day and cost", () =>
    // 10 × 302.65; sold for 10 × 533.50
    assertFigures(only(spilled("Realized"), { Symbol: "MSFT" }), { Account: "Schwab", Acquired: 44579, Basis: 3026.5, Proceeds: 5335, Term: "Long" }));
  it("FB is held as META after the change of symbol, at its cost of 20 × 237.09", () =>
    assertFigures(only(spilled("Lots"), { Symbol: "META" }), { Quantity: 20, Basis: 4741.8 }));
  // The return of the settings, R-TAX-5: short −1,507.38 and long 7,688.57 so far (Sch D below), so a loss of either term lowers the
  // net long-term gain of 6,181.19: 15 %, and 3.8 % more, since MAGI 246,500 + 6,181.19 is 2,681.19 above the threshold of 250,000.
  it("ADBE: a loss that turns long-term on 12/31 saves 18.8 %, whichever term it has", () =>
    // 10 × 446.00 − 10 × 346.00 = 1,000.00; × 18.8 % = 188.00. Bought 12/30/2024, long-term from 12/31/2025, 26 days after 12/5.
    assertFigures(only(spilled("Harvest"), { Symbol: "ADBE" }), {
      Loss: 1000, "Washed now": 0, "Harvestable loss": 1000, "Tax saved": 188, Term: "Short", "Days to long-term": 26, Replacement: "IGV",
    }));
  it("NKE: 20 of 60 shares bought back in the Roth IRA would be lost for good", () =>
    // 60 × 77.00 − 60 × 66.00 = 660.00; × 20 ÷ 60 = 220.00; 440.00 × 18.8 % = 82.72.
    assertFigures(only(spilled("Harvest"), { Symbol: "NKE" }), { Loss: 660, "Washed now": 220, "Permanently lost": 220, "Harvestable loss": 440, "Tax saved": 82.72 }));
  it("LULU: 5 bought in November wash 5 of 15, until 31 days after that purchase", () =>
    // 15 × 293.00 − 15 × 184.00 = 1,635.00; × 5 ÷ 15 = 545.00; 1,090.00 × 18.8 % = 204.92. 11/17 + 31 = 12/18/2025 = 46009.
    assertFigures(only(spilled("Harvest"), { Symbol: "LULU" }), {
      Loss: 1635, "Washed now": 545, "Permanently lost": 0, "Harvestable loss": 1090, "Tax saved": 204.92, "Clean sale date": 46009,
    }));
  it("UNH: the loss of May waits in the lot of June", () =>
    // 6 × 304.50 + 1,407.95 = 3,234.95; − 6 × 331.00 = 1,248.95; × 18.8 % = 234.8026.
    assertFigures(only(spilled("Harvest"), { Symbol: "UNH" }), { Loss: 1248.95, "Washed now": 0, "Tax saved": 234.8, Replacement: "XLV" }));
  it("PYPL: the spouse's lot, long-term", () =>
    // 2,906.24 − 20 × 62.00 = 1,666.24; × 18.8 % = 313.25312.
    assertFigures(only(spilled("Harvest"), { Symbol: "PYPL" }), { Account: "Sam", Loss: 1666.24, Term: "Long", "Tax saved": 313.25 }));
  it("Compare methods: FIFO sells 200 of row 19 at 19.323; the four dearest lots cost 1,492.80 less", () => {
    // 200 × 182.41 − 200 × 19.323 = 32,617.40 of long gain, × 18.8 % = 6,132.0712.
    assertFigures(only(spilled("Compare methods"), { Method: "FIFO" }), { "Long gain": 32617.4, "Tax this year": 6132.07, "More than best": 1492.8, "Which lots": "row 19: 200" });
    // 6,132.07 − 1,492.80 = 4,639.27, which is 24,676.97 × 18.8 % = 4,639.27036.
    assertFigures(only(spilled("Compare methods"), { Method: "Least tax" }), { "Long gain": 24676.97, "Tax this year": 4639.27, "More than best": 0 });
  });
  it("Tax year: 6,181.19 of net long-term gain adds 15 % and 3.8 % of what is above the threshold", () => {
    // 6,181.19 × 15 % = 927.1785; 2,681.19 × 3.8 % = 101.88522; in all 1,029.06372.
    assertFigures(only(spilled("Tax year"), { Label: "Tax the results add" }), { Amount: 1029.06 });
    assertFigures(only(spilled("Tax year"), { Label: "Net investment income tax" }), { Amount: 101.89 });
  });
  it("Sell plan: its proceeds are the cash asked for, and its tax the sum of its rows", () => {
    const rows = spilled("Sell plan");
    const total = only(rows, { Symbol: "Total" });
    const sum = (heading: string): number => rows.reduce((cents, row) => cents + (row === rows.at(-1) ? 0 : Math.round(Number(row[heading]) * 100)), 0) / 100;
    assert.ok(Number(total["Proceeds"]) >= 25000);
    assert.deepEqual([sum("Proceeds"), sum("Tax")], [total["Proceeds"], total["Tax"]]);
  });
  it("lists no other lot: those in the Roth IRA and losses under $50 are passed over", () =>
    assert.deepEqual(spilled("Harvest").map((row) => row["Symbol"]).sort(), ["ADBE", "LULU", "NKE", "PYPL", "UNH"]));
  it("before you buy: 10 TGT on 11/20 would wash 10 of the 25 sold at a loss on 10/24", () => {
    const sheet = sheetOf(content, "Before you buy");
    // 10 × (117.05 − 94.30); 10/24 + 31 = 11/24/2025 = 45985; LULU 46009 as above.
    assert.deepEqual([7, 8, 15].map((row) => sheet.rows[row]?.[1]?.value), [227.5, 45985, 46009]);
  });
  it("the totals above the tables are those of the tables, by hand", () => {
    const sheet = sheetOf(content, "Wash sales");
    // 1,589.72 + 1,129.64 + 2,631.68 + 30.98 + 682.04 + 850.46 + 1,407.95 = 8,322.47, of which 2,631.68 lost.
    assert.deepEqual([1, 2, 3].map((column) => sheet.rows[4]?.[column]?.value), [8322.47, 5690.79, 2631.68]);
  });
});

describe("The events of the sample workbook", () => {
  const content = open("taxlot-sample.xlsx");
  const events = (): unknown[][] => rangeOf(sheetOf(content, "Events")).slice(0, 16).map((row) => row.slice(0, 13));
  const settings = (): unknown[][] => rangeOf(sheetOf(content, "Taxlot Settings")).slice(3).map((row) => row.slice(0, 4));
  const sold = (wanted: Readonly<Record<string, CellValue>>) => only(table("REALIZED", events(), "", settings()), wanted);
  const held = (symbol: string) => table("OPENLOTS", events(), "", "", settings()).filter((row) => row["Symbol"] === symbol);

  it("have no row that needs a decision", () => {
    assert.equal(events()[15]![1], "Sell");
    assert.deepEqual(table("CHECKTRADES", events(), settings()).filter((row) => row["Row"] !== ""), []);
  });
  it("IBM: Kyndryl takes its part of the basis by value, and 0.6 of a share are paid", () => {
    // 33 × 129.10 = 4,260.30. Values 33 × 120.85 = 3,988.05 and 6.6 × 26.38 = 174.108; 4,260.30 × 174.108 ÷ 4,162.158 = 178.2137…
    // 178.21 × 0.6 ÷ 6.6 = 16.2009…, which leaves 162.01 on six shares and 4,082.09 on IBM.
    assertFigures(sold({ Symbol: "KD", Quantity: 0.6 }), { Proceeds: 15.83, Basis: 16.2, Gain: -0.37, Term: "Long" });
    assertFigures(sold({ Symbol: "KD", Quantity: 6 }), { Proceeds: 77.4, Basis: 162.01, Gain: -84.61, Term: "Long" });
    assert.deepEqual(held("IBM").map((row) => [row["Quantity"], row["Basis"]]), [[33, 4082.09]]);
  });
  it("IPHI: gain up to the cash of 40 × 66, and the basis stays what it was", () => {
    // 92.92 × 45.20 + 2,640.00 − 2,496.00 = 4,343.98 of gain, more than the cash. Basis 2,496.00 − 2,640.00 + 2,640.00.
    assertFigures(sold({ Symbol: "IPHI" }), { Proceeds: 2640, Gain: 2640, Term: "Long" });
    // 2,496.00 × 0.92 ÷ 92.92 = 24.7128…
    assertFigures(sold({ Symbol: "MRVL" }), { Quantity: 0.92, Proceeds: 41.58, Basis: 24.71, Gain: 16.87 });
    assert.deepEqual(held("MRVL").map((row) => [row["Quantity"], row["Basis"]]), [[92, 2471.29]]);
  });
  it("ATVI: 50 shares for $95 in cash are a sale", () =>
    // 50 × 95.00; 50 × 76.55
    assertFigures(sold({ Symbol: "ATVI" }), { Proceeds: 4750, Basis: 3827.5, Gain: 922.5, Term: "Long" }));
  it("VFIAX: twelve shares at the average of 35.112", () => {
    // 25 × 393.12 + 0.112 × 358.76 + 10 × 439.40 = 9,828.00 + 40.18 + 4,394.00 = 14,262.18; × 12 ÷ 35.112 = 4,874.2925…
    assertFigures(sold({ Symbol: "VFIAX" }), { Proceeds: 5875.2, Basis: 4874.29, Gain: 1000.91, Term: "Long" });
  });
  it("JNJ: inherited in May and sold in June, long-term from the value at death", () =>
    // 30 × 164.80; 30 × 162.10
    assertFigures(sold({ Symbol: "JNJ" }), { Proceeds: 4944, Basis: 4863, Gain: 81, Term: "Long" }));
  it("SNAP: sold short at 10.92 and covered at 8.41, acquired and sold on the covering day", () => {
    const covered = sold({ Symbol: "SNAP" });
    assertFigures(covered, { Proceeds: 1092, Basis: 841, Gain: 251, Term: "Short" });
    assert.equal(covered["Acquired"], covered["Sold"]);
  });
  it("each stands beside its explanation, which begins with its row", () => {
    const { rows } = sheetOf(content, "Events");
    const explained = Object.entries(rows).filter(([, cells]) => cells[3]?.formula?.startsWith("=TAXLOT.EXPLAIN(Events[#All],"));
    const labels = explained.map(([, cells]) => cells[0]?.value);
    assert.deepEqual(labels, ["Spin-off", "Merger, stock and cash", "Merger for cash", "Fund on average cost", "Inherited lot", "Covered short"]);
    for (const [row] of explained) {
      const asked = rows[Number(row) + 1]!;
      assert.match(String(asked[3]?.value), new RegExp(`^Row ${String(asked[1]?.value)} `));
    }
  });
});

describe("A Schwab export, pasted as it is (broker-files 1.1)", () => {
  const trades = (): unknown[][] => rangeOf(open("schwab-transactions.csv").sheets[0]!);
  it("has no row that needs a decision", () => assert.deepEqual(rowsInNeed(trades()), []));
  it("INTC: 60 of 100 shares washed, and the loss comes out in August", () => {
    // 3,187.90 − 4,379.00 = −1,191.10; × 60 ÷ 100 = 714.66. 1,288.76 − (1,791.00 + 714.66) = −1,216.90.
    const sold = table("REALIZED", trades()).filter((row) => row["Symbol"] === "INTC");
    const april = only(sold, { Proceeds: 3187.9 });
    const august = only(sold, { Proceeds: 1288.76 });
    assertFigures(april, { Basis: 4379, Gain: -1191.1, Disallowed: 714.66, "Allowed gain": -476.44 });
    assertFigures(august, { Basis: 2505.66, "Allowed gain": -1216.9, Disallowed: 0 });
  });
  it("NVDA: a split told as 180 shares added to 20 makes 200", () => {
    // 20 × 560.53 = 11,210.60 for 200 shares; 80 of them cost 4,484.24. 8,226.16 − 4,484.24 = 3,741.92.
    assertFigures(only(table("REALIZED", trades()), { Symbol: "NVDA" }), { Quantity: 80, Basis: 4484.24, Gain: 3741.92 });
  });
  it("SCHD: dividends bought 1.1601, 1.6115 and, after three for one, 4.3216 shares", () => {
    // (150 + 1.1601 + 1.6115) × 3 + 4.3216 − 100 = 362.6364
    const lots = table("OPENLOTS", trades()).filter((row) => row["Symbol"] === "SCHD");
    const held = lots.reduce((shares, row) => shares + Number(row["Quantity"]), 0);
    assert.equal(held.toFixed(4), "362.6364");
    // 100 of 450 shares that cost 11,565.00: 2,570.00.
    assertFigures(only(table("REALIZED", trades()), { Symbol: "SCHD" }), { Basis: 2570, Proceeds: 2739.92, Gain: 169.92 });
  });
});

describe("A Fidelity export of all accounts, pasted as it is (broker-files 2.1)", () => {
  const trades = (): unknown[][] => rangeOf(open("fidelity-history.csv").sheets[0]!);
  it("has no row that needs a decision", () => assert.deepEqual(rowsInNeed(trades()), []));
  it("NKE: a loss bought back in the Roth IRA is lost for good once the settings say what the account is", () => {
    // 3,014.71 − 4,032.80 = −1,018.09; × 15 ÷ 40 = 381.78375, so 381.78.
    const account = String(only(table("OPENLOTS", trades()), { Symbol: "NKE" })["Account"]);
    const settings = [["Account", account, "Roth IRA", "Self"]];
    const [washed, ...more] = table("WASHTRAIL", trades(), "", settings).filter((row) => row["Symbol"] === "NKE");
    assert.equal(more.length, 0);
    assertFigures(washed!, { Shares: 15, Disallowed: 381.78, Permanent: 381.78 });
  });
  it("PFE: the dividend of December washes 1.389 of the 120 shares sold in November", () => {
    // 120 × 26.60 = 3,192.00; 2,975.92 − 3,192.00 = −216.08; × 1.389 ÷ 120 = 2.50112…, so 2.50.
    assertFigures(only(table("WASHTRAIL", trades()), { Symbol: "PFE" }), { Shares: 1.389, Disallowed: 2.5 });
  });
  it("AAPL: 10 of 30 shares at 187.15", () =>
    assertFigures(only(table("REALIZED", trades()), { Symbol: "AAPL" }), { Basis: 1871.5, Proceeds: 2343.93, Gain: 472.43 }));
});

describe("A plain trades file", () => {
  const trades = (): unknown[][] => rangeOf(open("generic-trades.csv").sheets[0]!);
  it("keeps 3:1 a ratio, and books it", () => {
    assert.equal(trades()[5]![7], "3:1");
    assert.deepEqual(rowsInNeed(trades()), []);
    // 10 × 891.29 + 4.95 = 8,917.85 for 30 shares; 12 cost 3,567.14; 12 × 251.92 − 4.95 = 3,018.09.
    assertFigures(only(table("REALIZED", trades()), { Symbol: "TSLA" }), { Basis: 3567.14, Proceeds: 3018.09, Gain: -549.05 });
  });
  it("washes the loss on AAPL into the shares bought back", () => {
    // 40 × 169.80 + 4.95 = 6,796.95; 40 × 130.06 − 4.95 = 5,197.45; loss 1,599.50.
    // Then 40 × 136.72 + 4.95 + 1,599.50 = 7,073.25, sold for 40 × 196.45 − 4.95 = 7,853.05.
    const rows = table("REALIZED", trades()).filter((row) => row["Symbol"] === "AAPL");
    assert.deepEqual(rows.map((row) => [row["Basis"], row["Disallowed"], row["Allowed gain"]]), [[6796.95, 1599.5, 0], [7073.25, 0, 779.8]]);
  });
});
