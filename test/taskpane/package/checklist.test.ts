/** The checklist of the Package screen (design section 9): each point is open where, and only where, the workbook leaves it open. */
import assert from "node:assert/strict";
import type { SourceOnSheet } from "../../../src/sheet/placing/copy-sources";
import { check, FORM, LEDGER, NOTHING_MORE, SETTINGS, viewOf } from "./package-desk";

const READY = { rows: LEDGER, settings: SETTINGS, forms: [FORM] };
const SOURCE: SourceOnSheet = { sheetName: "Source a.csv", fileName: "a.csv", digest: "0".repeat(64), isHidden: false, lines: 4, amountCents: null, undecided: [], untied: [], block: null };
const openPoints = async (of: Parameters<typeof viewOf>[0], workbook = NOTHING_MORE, year = 2025): Promise<string[]> =>
  (await viewOf(of, workbook, year)).checks.filter(({ state }) => state === "open").map(({ name }) => name);

describe("The checklist of Package", () => {
  it("has no open point where all is stated, compared and over", async () => {
    const view = await viewOf(READY);
    assert.deepEqual(view.checks.filter(({ state }) => state === "open"), []);
    assert.deepEqual({ sales: view.sales, netCents: view.netCents, client: view.client, incomplete: view.incomplete }, { sales: 2, netCents: 200_00, client: "Pat Doe", incomplete: null });
  });

  it("names a row that is not understood, and gives no net result where it may hide a sale", async () => {
    const view = await viewOf({ ...READY, rows: [...LEDGER, ["2025-07-01", "Sell", "ABC", "many", 10, "Brokerage"]] });
    assert.equal(check(view, "Rows of the trades").state, "open");
    assert.match(check(view, "Rows of the trades").sentence, /^1 row is not understood.*Row 6: /);
    assert.equal(check(view, "Sales of 2025").state, "open");
    assert.equal(view.netCents, null);
    assert.match(view.incomplete ?? "", /Row 6/);
  });

  it("asks for the broker's form where there is a sale, and for none where there is none", async () => {
    assert.deepEqual(await openPoints({ ...READY, forms: [] }), ["Broker's form"]);
    assert.equal(check(await viewOf({ ...READY, forms: [] }, NOTHING_MORE, 2023), "Broker's form").state, "not applicable");
  });

  it("counts what differs from the form by its cause, and leaves open what no code settles", async () => {
    const other = FORM.map((row, at) => (at === 1 ? row.map((cell, column) => (column === 4 ? 1400 : cell)) : row));
    const view = await viewOf({ ...READY, forms: [other] });
    assert.match(check(view, "Broker's form").sentence, /^1 difference to look at: proceeds differ \(1\)\./);
  });

  it("asks for Yes or No where the broker's list does not say whether basis was reported", async () => {
    const at = FORM[0]!.indexOf("Basis reported");
    const list = FORM.map((row, line) => row.map((cell, column) => (line > 0 && column === at ? "" : cell)));
    const open = check(await viewOf({ ...READY, forms: [list] }), "Basis reported");
    assert.equal(open.state, "open");
    assert.match(open.sentence, /^The broker's list does not say of 2 sales whether basis was reported/);
    assert.equal(check(await viewOf(READY), "Basis reported").state, "done");
  });

  it("names a sale that only the form has, and a row of the form that cannot be read", async () => {
    const more = ["QRS", "2024-01-10", "2025-03-03", 10, 90, 50, 0, "Long", "Yes", "1099-B", "Brokerage"];
    const view = await viewOf({ ...READY, forms: [[...FORM, more]] });
    assert.match(check(view, "Sales on the form alone").sentence, /Row 4 of the broker's form, 10 QRS sold 2025-03-03, is not in the trades/);
    assert.match(view.incomplete ?? "", /QRS/);
    const broken = await viewOf({ ...READY, forms: [[...FORM, ["XYZ", "", "soon", 1, 2, 3, 0, "", "", "", ""]]] });
    assert.match(check(broken, "Broker's form").sentence, /Row 4/);
    assert.match(broken.incomplete ?? "", /Row 4/);
  });

  it("tells the year that is not over and the losses a purchase can still wash, to the day", async () => {
    // The 31st day after 2 June 2025 is 3 July; until then a purchase could wash the 300.00.
    const view = await viewOf({ ...READY, asOf: "2025-06-20" });
    assert.equal(check(view, "The year is over").state, "open");
    assert.equal(check(view, "Wash windows").sentence, "1 sale with $300.00 of losses can still be washed by a purchase before 2025-07-03.");
    assert.equal(check(await viewOf({ ...READY, asOf: "2025-07-03" }), "Wash windows").state, "done");
  });

  it("asks for January where a loss of December could be washed in it and the trades end before", async () => {
    const rows = [...LEDGER.slice(0, 3), ["2025-12-15", "Sell", "ABC", 50, 14, "Brokerage"]];
    const open = check(await viewOf({ ...READY, rows, forms: [] }), "Wash windows");
    assert.equal(open.state, "open");
    assert.match(open.sentence, /end on 2025-12-15, and purchases through 2026-01-14/);
    const withJanuary = [...rows, ["2026-01-20", "Buy", "XYZ", 1, 1, "Brokerage"]];
    assert.equal(check(await viewOf({ ...READY, rows: withJanuary, forms: [] }), "Wash windows").state, "done");
  });

  it("names accounts that count as taxable only because nothing says otherwise; a name that tells its type is enough", async () => {
    const ofTwo = [...LEDGER, ["2025-08-01", "Buy", "ABC", 1, 10, "My Roth IRA"], ["2025-08-01", "Buy", "ABC", 1, 10, "Other"]];
    assert.match(check(await viewOf({ ...READY, rows: ofTwo }), "Accounts").sentence, /^Other counts as taxable and your own/);
    assert.equal(check(await viewOf({ ...READY, rows: ofTwo.slice(0, -1) }), "Accounts").state, "done");
  });

  it("offers to declare them in one press, every one of them named, and the rows it writes settle the point", async () => {
    const names = ["Other", "Second", "Third", "Fourth", "Fifth"];
    const rows = [...LEDGER, ...names.map((name) => ["2025-08-01", "Buy", "ABC", 1, 10, name]), ["2025-08-01", "Buy", "ABC", 1, 10, "My Roth IRA"]];
    const view = await viewOf({ ...READY, rows });
    assert.match(check(view, "Accounts").sentence, /^Other, Second, Third, Fourth and Fifth count as taxable/);
    const mend = view.mends.find((one) => one.check === "Accounts")!;
    assert.equal(mend.label, "All are taxable and mine");
    // Neither the account that is declared already nor the one whose name says IRA.
    assert.deepEqual(mend.changes.map(({ name, first, values }) => [name, first, ...values]), names.map((name) => ["Account", name, name, "Taxable", "Self"]));
    const after = await viewOf({ ...READY, rows, settings: [...SETTINGS, ...mend.changes.map(({ name, values }) => [name, ...values])] });
    assert.equal(check(after, "Accounts").state, "done");
    assert.deepEqual(after.mends, []);
  });

  it("offers to say that no loss was carried in, but not where the settings are of another year's return", async () => {
    const without = SETTINGS.filter(([name]) => name !== "Carryover short");
    const [mend] = (await viewOf({ ...READY, settings: without })).mends;
    assert.deepEqual(mend?.changes, [{ name: "Carryover short", values: [0], was: null }, { name: "Carryover long", values: [0], was: null }]);
    const after = await viewOf({ ...READY, settings: [...without, ...mend!.changes.map(({ name, values }) => [name, ...values])] });
    assert.equal(check(after, "Carryovers").sentence, "Carried into 2025: $0.00 short-term, $0.00 long-term.");
    const ofOther = without.map((row) => (row[0] === "Tax year" ? ["Tax year", 2024, "", ""] : row));
    assert.deepEqual((await viewOf({ ...READY, settings: ofOther })).mends, []);
  });

  it("asks for last year's carryovers, 0 where there is none, and refuses the return of another year", async () => {
    const without = SETTINGS.filter(([name]) => name !== "Carryover short");
    assert.match(check(await viewOf({ ...READY, settings: without }), "Carryovers").sentence, /^The settings name no loss carried into 2025/);
    const ofOther = SETTINGS.map((row) => (row[0] === "Tax year" ? ["Tax year", 2024, "", ""] : row));
    assert.match(check(await viewOf({ ...READY, settings: ofOther }), "Carryovers").sentence, /the return of 2024, not of 2025/);
  });

  it("names sales whose shares have no basis", async () => {
    const rows = [...LEDGER, ["2025-08-01", "Open lot", "QRS", 10, "", "Brokerage"], ["2025-09-02", "Sell", "QRS", 10, 5, "Brokerage"]];
    const view = await viewOf({ ...READY, rows, forms: [] });
    const said = [check(view, "Basis"), check(view, "Rows of the trades")].filter(({ state }) => state === "open");
    assert.equal(said.length, 1);
    assert.match(said[0]!.sentence, /row [67]|Row [67]/);
  });

  it("counts lines of files that became no trade, unless a row of the trades says it comes from there", async () => {
    const workbook = { ...NOTHING_MORE, sources: [{ ...SOURCE, undecided: [7, 9] }] };
    assert.equal(check(await viewOf(READY, workbook), "Files imported").sentence, "a.csv: 2 lines from line 7 on were not understood and became no trade.");
    const headings = ["Date", "Action", "Symbol", "Quantity", "Price", "Account", "Source"];
    const rows = LEDGER.map((row, at) => [...row, at === 0 ? "a.csv:7" : "a.csv:2"]);
    assert.equal(check(await viewOf({ ...READY, rows, headings }, workbook), "Files imported").sentence, "a.csv: line 9 was not understood and became no trade.");
  });

  it("says of a source sheet that its control total no longer agrees, and that it is hidden", async () => {
    const workbook = { ...NOTHING_MORE, sources: [{ ...SOURCE, untied: ["Amount"], isHidden: true }] };
    assert.equal(check(await viewOf(READY, workbook), "Files imported").sentence, "The control total of ‘Source a.csv’ no longer agrees: its lines have been changed. Hidden, but read: ‘Source a.csv’.");
  });

  it("asks when lots were named that a sale names, until the log has them", async () => {
    const headings = ["Date", "Action", "Symbol", "Quantity", "Price", "Account", "Lots"];
    const rows = LEDGER.map((row, at) => [...row, at === 3 ? "row 3" : ""]);
    assert.match(check(await viewOf({ ...READY, rows, headings }), "Identification log").sentence, /^Sales in row 5 name their lots, and no log/);
    const identifications = [["Logged on", "Symbol"], [45810, "ABC"]];
    assert.equal(check(await viewOf({ ...READY, rows, headings }, { ...NOTHING_MORE, identifications }), "Identification log").state, "done");
  });

  it("holds the log to each sale: its day, symbol and account, and to settlement (R-ID-2)", async () => {
    const headings = ["Date", "Action", "Symbol", "Quantity", "Price", "Account", "Lots"];
    const rows = LEDGER.map((row, at) => [...row, at === 3 ? "row 3" : ""]);
    const logged = (on: string, sold: string, symbol: string, account: string) => ({ ...NOTHING_MORE, identifications: [["Logged on", "Time", "Sale date", "Account", "Symbol"], [on, "10:00", sold, account, symbol]] });
    const said = async (...row: Parameters<typeof logged>) => check(await viewOf({ ...READY, rows, headings }, logged(...row)), "Identification log");
    assert.equal((await said("2025-06-02", "2025-06-02", "ABC", "Brokerage")).state, "done");
    // Monday 2 June 2025 settles on Tuesday.
    assert.equal((await said("2025-06-03", "2025-06-02", "abc", "")).state, "done");
    assert.equal((await said("2025-06-04", "2025-06-02", "ABC", "Brokerage")).sentence, "The lots of row 5 are in the log, but later than settlement. Have the broker's confirmations at hand.");
    for (const [day, symbol, account] of [["2025-05-30", "ABC", "Brokerage"], ["2025-06-02", "XYZ", "Brokerage"], ["2025-06-02", "ABC", "Other"]] as const) {
      assert.match((await said(day, day, symbol, account)).sentence, /^Sales in row 5 name their lots, and no log/, `${day} ${symbol} ${account}`);
    }
  });

  it("tells frozen formulas and figures of another rules version", async () => {
    assert.match(check(await viewOf(READY, { ...NOTHING_MORE, frozenFormulas: 1 }), "Frozen formulas").sentence, /^1 formula stands as values/);
    const settings = [...SETTINGS, ["Rules version", "2999-12", "", ""]];
    assert.match(check(await viewOf({ ...READY, settings }), "Rules version").sentence, /2999-12/);
  });

  it("has nothing to say of an empty year but that it has no sale", async () => {
    const view = await viewOf({ rows: [["2025-02-03", "Buy", "ABC", 50, 20, "Brokerage"]], settings: SETTINGS });
    assert.deepEqual([view.sales, view.netCents, view.checks.filter(({ state }) => state === "open")], [0, 0, []]);
  });
});
