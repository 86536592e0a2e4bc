import assert from "node:assert/strict";
import { reconciliationDraft } from "../../../src/sheet/drafts/reconciliation-sheet";
import { layOutDraft } from "../../../src/sheet/placing/draft-layout";
import type { Table } from "../../../src/sheet/tables/cell";
import { RECONCILE_HEADINGS } from "../../../src/sheet/tables/reconcile";

const CELLS: Readonly<Record<string, string | number>> = {
  Symbol: "XYZ", Sold: 45_800, Ours: 120, Theirs: 75, Difference: 45, Cause: "Wash in another account", Code: "W", Adjustment: 45,
  Note: "Row 9 in account Roth IRA replaces 10 of these shares; the broker of Z000007312 does not see it.", Part: "Wash", Account: "Z000007312", "Sale row": 5, "Form row": 3,
};
const ROW = RECONCILE_HEADINGS.map((heading) => CELLS[heading] ?? "");
const LIVE = { kind: "live", references: { namespace: "TAXLOT", trades: "Trades[#All]", prices: null, settings: null } } as const;
const ZERO = { proceedsCents: 0, basisCents: 0, washCents: 0 };

const live = (table: Table | null) =>
  reconciliationDraft({
    year: 2025, style: LIVE, origin: { tradesRead: "‘Trades’!A1:L60", pricesRead: null, settings: null }, formsRead: ["‘Broker 1099’!A1:M30"], form: "'Broker 1099'!$A$1:$M$30",
    table, tableRows: 2, totals: { ours: ZERO, theirs: ZERO },
  });

describe("The live sheet of a reconciliation", () => {
  it("is one formula, laid out for what it fills: cause and account whole, the note wrapped with room for it", () => {
    const layout = layOutDraft(live([[...RECONCILE_HEADINGS], ROW]));
    const [table] = layout.tables;
    const widthOf = (heading: string): number => layout.widths[RECONCILE_HEADINGS.findIndex((one) => one === heading)]!;
    // 5.6 points a character of Calibri 11.
    for (const heading of ["Cause", "Account"]) assert.ok(widthOf(heading) >= String(CELLS[heading]).length * 5.6, heading);
    const room = layout.heights.find(({ row }) => row === table!.row + 1)!.points / 15 * widthOf("Note");
    assert.ok(room >= String(CELLS["Note"]).length * 5.6, `${room}`);
    assert.equal(layout.cells[table!.row]![0], "=TAXLOT.RECONCILE(Trades[#All],'Broker 1099'!$A$1:$M$30,2025)");
  });

  it("of more rows than are told it is the same formula", () => {
    const layout = layOutDraft(live(null));
    assert.match(String(layout.cells[layout.tables[0]!.row]![0]), /^=TAXLOT\.RECONCILE\(/);
  });
});
