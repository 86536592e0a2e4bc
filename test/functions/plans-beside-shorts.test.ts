/**
 * Shares held against an open short sale are short-term, however long they are held (R-SS-2, R-HP-6; IRC 1233(b)): in every
 * plan, in TERMCALENDAR and in OPENLOTS as in REALIZED. The 0 % band of 2026, single, ends at 49,450; short-term gain on
 * top of 20,000 is taxed at 12 %.
 */
import assert from "node:assert/strict";
import { errorOf, records, serial, type Shown } from "./calling";

const HEADINGS = ["Date", "Action", "Symbol", "Quantity", "Price", "Account", "Lots"];
const FIRST = ["2024-12-20", "Buy", "AA", 100, 50, "A", ""];
const SECOND = ["2024-12-23", "Buy", "AA", 100, 45, "A", ""];
const sellShort = (shares: number): unknown[] => ["2025-06-01", "Sell short", "AA", shares, 80, "B", ""];
const RETURN = [["Tax year", 2026], ["Filing status", "Single"], ["Taxable income", 20_000]];
const AT_90 = [["AA", 90]];
const AS_OF = "2026-03-10";

/** The earliest 100 shares stand under the short. */
const TWO_LOTS = [HEADINGS, FIRST, SECOND, sellShort(100)];
const ONE_LOT = [HEADINGS, FIRST, sellShort(100)];
/** 50 of the 100 do; the first to leave (R-LOT-5). */
const HALF = [HEADINGS, FIRST, sellShort(50)];

type Record_ = Record<string, Shown>;
const only = (rows: Record_[], ...headings: string[]): Shown[][] => rows.map((row) => headings.map((heading) => row[heading]!));
const withoutTotal = (rows: Record_[]): Record_[] => rows.filter((row) => row["Symbol"] !== "Total");
const total = (rows: Record_[]): Record_ => rows.at(-1)!;

describe("R-SS-2: plans beside an open short", () => {
  it("SELLPLAN of 9,000 takes the lot that nothing stands against: long-term, 100 × 45 = 4,500, tax 0", () => {
    for (const how of ["", "Exactly"]) {
      const plan = records("SELLPLAN", TWO_LOTS, AT_90, AS_OF, 9000, RETURN, how);
      assert.deepEqual(only(withoutTotal(plan), "Lot", "Term", "Gain", "Tax"), [["row 3", "Long", 4500, 0]]);
    }
  });
  it("LOTCOMPARE finds the same: tax 0", () => {
    const least = records("LOTCOMPARE", TWO_LOTS, "AA", 100, 90, AS_OF, RETURN).find((row) => row["Method"] === "Least tax")!;
    assert.equal(least["Tax this year"], 0);
  });
  it("GAINHARVEST sells that lot and no other: 4,500 of gain are used, and cost nothing", () => {
    const plan = records("GAINHARVEST", TWO_LOTS, AT_90, AS_OF, RETURN);
    assert.deepEqual(only(withoutTotal(plan), "Lot", "Term", "Gain", "Tax"), [["row 3", "Long", 4500, 0]]);
    assert.match(String(total(plan)["Note"]), /\$4,500\.00 of it is used/);
  });
  it("GAINHARVEST sells nothing of a lot whose first shares to leave stand under the short", () => {
    for (const rows of [ONE_LOT, HALF]) assert.deepEqual(withoutTotal(records("GAINHARVEST", rows, AT_90, AS_OF, RETURN)), []);
  });
  it("CHARITYPICK gives no share of it (IRC 170(e)(1)(A))", () => {
    assert.match(errorOf("CHARITYPICK", ONE_LOT, AT_90, AS_OF, 5000, RETURN).message, /No share fits: only long-term lots/);
    assert.deepEqual(only(withoutTotal(records("CHARITYPICK", TWO_LOTS, AT_90, AS_OF, 20_000, RETURN)), "Lot", "Quantity"), [["row 3", 100]]);
  });
  it("once the short is closed the period begins that day: nothing is long-term before its anniversary", () => {
    const closed = [...ONE_LOT, ["2026-02-02", "Buy to cover", "AA", 100, 85, "B", ""]];
    const of = (asOf: string, year: number): Record_[] => withoutTotal(records("GAINHARVEST", closed, AT_90, asOf, [["Tax year", year], ...RETURN.slice(1)]));
    assert.deepEqual(of(AS_OF, 2026), []);
    assert.deepEqual(only(records("OPENLOTS", closed, AS_OF), "Term", "Long-term on"), [["Short", serial("2027-02-02")]]);
  });
});

describe("R-SS-2: the days of shares that an open short holds", () => {
  const HOLDS = /they stay short-term until it is closed/;
  for (const asOf of ["2025-12-20", "2025-12-21", "2026-03-10"]) {
    it(`on ${asOf} TERMCALENDAR has them without a day, and says why`, () => {
      const rows = records("TERMCALENDAR", ONE_LOT, asOf, 60, AT_90);
      assert.deepEqual(only(rows, "Lot", "Quantity", "Long-term on", "Days to long-term"), [["row 2", 100, "", ""]]);
      assert.match(String(rows[0]!["Note"]), HOLDS);
    });
    it(`on ${asOf} OPENLOTS has them short-term without a day`, () => {
      const [lot] = records("OPENLOTS", ONE_LOT, asOf);
      assert.deepEqual([lot!["Term"], lot!["Long-term on"], lot!["Days to long-term"]], ["Short", "", ""]);
      assert.match(String(lot!["Note"]), HOLDS);
    });
    it(`a sale on ${asOf} is booked short-term`, () => {
      const [sale] = records("REALIZED", [...ONE_LOT, [asOf, "Sell", "AA", 100, 90, "A", ""]], Number(asOf.slice(0, 4)));
      assert.equal(sale!["Term"], "Short");
    });
  }
  it("OPENLOTS without a day has no Term, and still no long-term day", () => {
    const [lot] = records("OPENLOTS", ONE_LOT);
    assert.deepEqual([lot!["Term"], lot!["Long-term on"], lot!["Days to long-term"]], ["", "", ""]);
  });
});
