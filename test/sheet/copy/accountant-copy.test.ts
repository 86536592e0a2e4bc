import assert from "node:assert/strict";
import { accountantCopy, MOST_ROWS } from "../../../src/sheet/copy/accountant-copy";
import type { AccountantCopy, CopySheet } from "../../../src/sheet/copy/copy-types";
import { layOutDraft } from "../../../src/sheet/placing/draft-layout";
import { readTrades } from "../../../src/sheet/read-trades";
import { realizedTable } from "../../../src/sheet/tables/realized";
import type { ReportedSale } from "../../../src/report/form-8949-types";
import { form8949 } from "../../../src/report/form-8949/rows";
import { scheduleDSummary } from "../../../src/report/schedule-d-summary";
import { dayFromCalendar, dayFromSerial, serialFromDay, yearOf } from "../../../src/values/plain-date";
import { settingsRange, tradesRange } from "../../cases/case-ranges";
import { check, ledgers, widerLedgers } from "../../laws/ledgers";
import { CORPORATE, OPTIONS, RECEIVED, SHORTS } from "../../oracle/random-events";
import { copyFacts, copyOf, NO_CARRYOVER, withForms, type Cells } from "./copy-facts";
import { HEADINGS, reportedSales, UNFRIENDLY_TRADES } from "./copy-cases";

const on = (year: number, month: number, day: number): number => serialFromDay(dayFromCalendar(year, month, day));
const row = (date: number, action: string, symbol: string, quantity: number, price: number) => [date, action, symbol, quantity, price, 0, "Broker", "", ""];

function sheetOf(copy: AccountantCopy, name: string): CopySheet {
  return copy.sheets.find(({ draft }) => draft.sheetName === name) ?? assert.fail(`no sheet ${name}`);
}

/** What a column of a sheet's table comes to, by the cells above its total. */
function totalOf({ draft }: CopySheet, heading: string): number {
  let cents = 0;
  for (const { columns, content } of draft.blocks) {
    const column = columns.findIndex((one) => one.heading === heading);
    if (column < 0 || content.kind !== "rows") continue;
    for (const cells of content.rows) if (typeof cells[column] === "number") cents += Math.round(cells[column] * 100);
  }
  return cents / 100;
}

const allTexts = (copy: AccountantCopy): string[] => copy.sheets.flatMap(({ draft }) => layOutDraft(draft).cells.flat().filter((cell): cell is string => typeof cell === "string").map((cell) => cell.replace(/^'/, "")));

describe("The accountant's copy on random ledgers", function () {
  this.timeout(120_000);
  const drawn = [
    ["purchases and sales", ledgers()],
    ["gifts, splits, mergers, shorts and options among them", widerLedgers([...CORPORATE, ...RECEIVED, ...SHORTS, ...OPTIONS])],
  ] as const;
  for (const [name, ledgersDrawn] of drawn) {
    it(`comes to what REALIZED comes to, and every check agrees: ${name}`, () =>
      check(ledgersDrawn, (ledger) => {
        const trades = tradesRange(ledger.transactions) as Cells;
        const years = new Set(trades.slice(1).map(([date]) => yearOf(dayFromSerial(Number(date)))));
        for (const year of years) {
          const facts = copyFacts(trades, settingsRange(ledger) as Cells, year);
          const copy = copyOf(facts);
          const realized = realizedTable(facts.book, year);
          const sum = (heading: string): number => realized.slice(1).reduce((cents, cells) => cents + Math.round(Number(cells[realized[0]!.indexOf(heading)]) * 100), 0) / 100;
          const sales = sheetOf(copy, "Sales lot by lot");
          for (const heading of ["Proceeds", "Basis", "Gain", "Disallowed", "Allowed gain"]) assert.equal(totalOf(sales, heading), sum(heading), `${year} ${heading}`);
          assert.equal(totalOf(sheetOf(copy, "Form 8949"), "(h) Gain"), sum("Allowed gain"), `${year} column (h)`);
          assertChecksAgree(copy, year);
        }
      }));
  }
});

/** The checks state what the engine has, and what the formulas must give comes from the rows: they were added up apart. */
function assertChecksAgree(copy: AccountantCopy, year: number): void {
  const wash = sheetOf(copy, "Wash sales");
  const sum = (sheet: string, heading: string): number => totalOf(sheetOf(copy, sheet), heading);
  assert.equal(sum("Sales lot by lot", "By wash sale"), totalOf(wash, "Disallowed"), `${year}: the trail is all of the sales`);
  assert.equal(Math.round(totalOf(wash, "Disallowed") * 100), Math.round((totalOf(wash, "Basis added") + totalOf(wash, "Permanent")) * 100), `${year}: nothing of a loss goes astray`);
  const roll = sheetOf(copy, "Basis roll-forward").draft.blocks[0]!;
  assert.ok(roll.content.kind === "rows");
  for (const [symbol, opening, bought, added, sold, other, carried] of roll.content.rows) {
    const explained = [opening, bought, added, other].reduce((cents: number, cell) => cents + Math.round(Number(cell) * 100), 0) - Math.round(Number(sold) * 100);
    assert.equal(explained, Math.round(Number((carried as { value: number }).value) * 100), `${year}: basis of ${String(symbol)}`);
  }
  assert.equal(
    Math.round(roll.content.rows.reduce((cents, cells) => cents + Number((cells[6] as { value: number }).value) * 100, 0)),
    Math.round(sum("Lots carried forward", "Basis") * 100),
  );
}

describe("The accountant's copy says what is open", () => {
  const short = [HEADINGS, row(on(2024, 1, 2), "Buy", "XYZ", 100, 10), row(on(2024, 5, 1), "Sell", "XYZ", 120, 9), row(on(2024, 1, 3), "Buy", "ABC", 5, 10), row(on(2024, 7, 3), "Sell", "ABC", 5, 12)];

  it("days of a broker's form are days on its source sheet, though lines stand above its headings", () => {
    const form = [["Form of a broker"], [], ["Symbol", "Date acquired", "Date sold", "Quantity", "Proceeds", "Basis"], ["XYZ", on(2024, 1, 2), on(2024, 5, 1), 5, 50, 60]];
    const copy = copyOf(copyFacts(short, [], 2024, { otherSources: [{ name: "Form", place: "‘Form’!A1:F4", cells: form, control: null }] }));
    const formats = sheetOf(copy, "Source Form").draft.blocks[0]!.columns.map(({ format }) => format);
    assert.deepEqual(formats.slice(2, 4), ["date", "date"]);
    assert.ok(formats.slice(4).every((format) => format !== "date"));
  });

  it("a refused position stands in red on the cover and above each sheet that is short of it; the others stand", () => {
    const copy = copyOf(copyFacts(short, [], 2024));
    assert.match(copy.openPoints[0]!, /^XYZ in account Broker is left out of every figure\. Row 3: /);
    const [cover] = copy.sheets;
    const layout = layOutDraft(cover!.draft);
    const at = layout.cells.findIndex((cells) => String(cells[0] ?? "").replace(/^'/, "").startsWith("1. XYZ in account"));
    assert.deepEqual(cover!.alarming, [`A${at + 1}:A${at + 1}`]);
    for (const name of ["Form 8949", "Schedule D", "Sales lot by lot", "Wash sales", "Lots carried forward", "Basis roll-forward"]) {
      const sheet = sheetOf(copy, name);
      assert.match(sheet.draft.notes[0]!, /^Not complete: one position is left out/, name);
      assert.deepEqual(sheet.alarming.slice(0, 1), ["A3"], name);
    }
    // 5 × 12 − 5 × 10
    assert.equal(totalOf(sheetOf(copy, "Form 8949"), "(h) Gain"), 10);
  });

  it("forms that are not there yet, and open steps of the checklist, are open points", () => {
    const copy = copyOf(copyFacts(short, [], 2024, { form8949: null, scheduleD: null, checks: [{ name: "Import", state: "open", sentence: "3 lines are undecided.", screen: "import" }] }));
    assert.deepEqual(copy.openPoints.slice(1), ["The sheet ‘Form 8949’ is not in this copy.", "The sheet ‘Schedule D’ is not in this copy.", "Import: 3 lines are undecided."]);
  });

  it("rows of a broker's form that could not be read are an open point, and stand in red above the reconciliation", () => {
    const copy = copyOf(withForms(copyFacts(UNFRIENDLY_TRADES, [], 2024), [], reportedSales, ["Row 9 of the broker's form: Proceeds is \"x\"."]));
    assert.deepEqual(copy.openPoints, ["One row of the brokers' forms could not be read: see the sheet ‘Reconciliation’."]);
    assert.deepEqual(sheetOf(copy, "Reconciliation").alarming, ["A3"]);
    assert.ok(allTexts(copy).includes("Row 9 of the broker's form: Proceeds is \"x\"."));
  });

  it("a year without sales has every sheet, each saying so", () => {
    const copy = copyOf(copyFacts([HEADINGS, row(on(2024, 1, 2), "Buy", "XYZ", 100, 10)], [], 2023));
    assert.deepEqual(copy.openPoints, []);
    const texts = allTexts(copy);
    for (const said of ["Nothing was sold in 2023.", "Form 8949 for 2023 has no row.", "No loss of 2023 is washed.", "No lot is open on this day."]) assert.ok(texts.includes(said), said);
  });

  it("more rows than other programs open are refused with what to do", () => {
    const facts = copyFacts(short, [], 2024);
    const many = accountantCopy({ ...facts, trades: { ...facts.trades, cells: Array.from({ length: 1_000_000 }, () => []) } });
    assert.ok(!many.ok);
    assert.match(many.problem.sentence, /^A copy of 1,000,0\d\d rows is more than other programs open with ease; 300,000 is the most\. Start the trades with the lots open on 2023-12-31/);
    assert.equal(MOST_ROWS, 300_000);
  });

  it("the name of the file has no sign that a system refuses, or that turns the way it is read", () => {
    assert.equal(copyOf(copyFacts(short, [], 2024, { client: 'A/B: "C" <d>' })).fileName, "Accountant's copy 2024, A B C d.xlsx");
    assert.equal(copyOf(copyFacts(short, [], 2024, { client: "A\r\nB\u202Exslx.exe" })).fileName, "Accountant's copy 2024, A B xslx.exe.xlsx");
    // 25 characters of title, 74 letters, and a last character of two code units.
    assert.equal(copyOf(copyFacts(short, [], 2024, { client: `${"A".repeat(74)}😀😀` })).fileName, `Accountant's copy 2024, ${"A".repeat(74)}😀😀.xlsx`);
    assert.equal(copyOf(copyFacts(short, [], 2024, { client: `${"A".repeat(75)}😀😀` })).fileName, `Accountant's copy 2024, ${"A".repeat(75)}😀.xlsx`);
  });
});

describe("The accountant's copy of a loss that an IRA's purchase washes (Rev. Rul. 2008-5)", () => {
  const inRoth = (date: number) => [date, "Buy", "XYZ", 100, 7, 0, "Roth", "", ""];
  const sold = (date: number) => [HEADINGS, row(on(2024, 1, 2), "Buy", "XYZ", 100, 10), row(date, "Sell", "XYZ", 100, 8)];
  const facts = (cells: Cells) => copyFacts(cells, [["Account", "Roth", "Roth IRA", "Self"]], 2024);

  it("is lost for good: 100 × 2.00 in the trail, in no basis, and the IRA's lot is carried at what it cost", () => {
    const copy = copyOf(facts([...sold(on(2024, 6, 3)), inRoth(on(2024, 6, 10))]));
    const trail = sheetOf(copy, "Wash sales");
    assert.deepEqual(["Disallowed", "Basis added", "Permanent"].map((heading) => totalOf(trail, heading)), [200, 0, 200]);
    const lots = sheetOf(copy, "Lots carried forward");
    assert.deepEqual(["Quantity", "Basis", "Wash added"].map((heading) => totalOf(lots, heading)), [100, 700, 0]);
    assert.ok(!allTexts(copy).some((text) => text.startsWith("Open loss")));
  });

  it("of January stands in the trail of the year sold, and as a loss still open on its last day", () => {
    const copy = copyOf(facts([...sold(on(2024, 12, 20)), inRoth(on(2025, 1, 5))]));
    assert.equal(totalOf(sheetOf(copy, "Wash sales"), "Permanent"), 200);
    const lots = sheetOf(copy, "Lots carried forward");
    assert.deepEqual(["Quantity", "Basis"].map((heading) => totalOf(lots, heading)), [0, 0]);
    assert.ok(allTexts(copy).some((text) => /^Open loss: \$200\.00 on 100 shares sold 2024-12-20/.test(text)));
  });
});

describe("The accountant's copy of a year whose sales all go straight to Schedule D", () => {
  it("lists them under 8a with the broker's box, and every line agrees", () => {
    const trades = [HEADINGS, row(on(2023, 1, 10), "Buy", "XYZ", 10, 50), row(on(2024, 2, 1), "Sell", "XYZ", 10, 70)];
    const form: ReportedSale = {
      row: 2, symbol: "XYZ", description: "", cusip: "", account: "Broker", acquired: dayFromCalendar(2023, 1, 10), sold: dayFromCalendar(2024, 2, 1), quantity: 10,
      proceedsCents: 70_000, basisCents: 50_000, washCents: 0, term: "Long", basisReported: true, form: "1099-B",
    };
    const plain = copyFacts(trades, [], 2024);
    const { rows } = form8949(plain.book, 2024, [form]);
    assert.deepEqual(rows.map(({ direct, scheduleDLine }) => [direct, scheduleDLine]), [[true, "8a"]]);
    const copy = copyOf(withForms({ ...plain, form8949: rows, scheduleD: scheduleDSummary(rows, NO_CARRYOVER, false) }, [], [form]));
    const { content } = sheetOf(copy, "Schedule D").draft.blocks[0]!;
    assert.ok(content.kind === "rows");
    // 10 × 70 − 10 × 50
    assert.deepEqual(content.rows.filter(([, , proceeds]) => proceeds !== 0 && proceeds !== null).map((cells) => cells.slice(0, 6)), [["8a", "Long-term straight from the form", 700, 500, 0, 200]]);
    assert.equal(totalOf(sheetOf(copy, "Form 8949"), "(h) Gain"), 200);
    assert.deepEqual(copy.openPoints, []);
  });
});

describe("Lots carried forward, pasted above next year's trades", () => {
  it("are read as the opening, row by row", () => {
    const trades = [HEADINGS, row(on(2024, 1, 2), "Buy", "XYZ", 100, 10), row(on(2024, 12, 20), "Sell", "XYZ", 60, 8)];
    const { content, columns } = sheetOf(copyOf(copyFacts(trades, [], 2024)), "Lots carried forward").draft.blocks[0]!;
    assert.ok(content.kind === "rows");
    // 40 shares left at 10.00, and the loss of 60 × 2.00 that a purchase of January could still wash.
    assert.equal(content.rows.length, 2);
    const reading = readTrades([columns.map(({ heading }) => heading), ...content.rows, HEADINGS, row(on(2025, 1, 5), "Buy", "XYZ", 60, 9)]);
    assert.ok(reading.ok);
    assert.deepEqual(reading.value.faults, []);
    assert.equal(reading.value.trades.count, 3);
  });
});
