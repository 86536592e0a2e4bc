import assert from "node:assert/strict";
import { layOutDraft } from "../../../src/sheet/placing/draft-layout";
import { columnLetters } from "../../../src/sheet/placing/addresses";
import type { AccountantCopy, CopySheet } from "../../../src/sheet/copy/copy-types";
import { writeCopy } from "../../../src/workbook/copy-file/write-copy";
import { areasOf } from "../../../src/workbook/copy-file/cell-looks";
import { SETTINGS_RANGE, TRADES_RANGE } from "../../../workbench/files/sample/ledger-sheets";
import { copyFacts, copyOf, withForms } from "../../sheet/copy/copy-facts";
import { reportedSales, UNFRIENDLY_SETTINGS, UNFRIENDLY_TRADES } from "../../sheet/copy/copy-cases";
import { calculatedSheets, libreOffice } from "./libreoffice";

const program = libreOffice();
type Shown = ReadonlyMap<string, readonly (readonly string[])[]>;

describe("LibreOffice opens the accountant's copy and calculates it anew", function () {
  this.timeout(400_000);
  before(function () {
    if (program !== null) return;
    console.log("      skipped: no LibreOffice (apt-get install libreoffice-calc-nogui)");
    this.skip();
  });

  const cases: readonly (readonly [name: string, copy: () => AccountantCopy])[] = [
    ["the sample of 2025", () => copyOf(copyFacts(TRADES_RANGE, SETTINGS_RANGE, 2025))],
    ["symbols, accounts and notes that look like formulas, with a broker's form, in whole dollars", () =>
      copyOf(withForms(copyFacts(UNFRIENDLY_TRADES, UNFRIENDLY_SETTINGS, 2024, {
        wholeDollars: true,
        otherSources: [{ name: "=HYPERLINK(\"http://x\").csv", place: "file x.csv", cells: UNFRIENDLY_TRADES.map((row) => row.map((cell) => String(cell ?? ""))), control: null }],
      }), UNFRIENDLY_SETTINGS, reportedSales, ["=Row 4 of the broker's form: Proceeds is \"x\"."]))],
  ];
  for (const [name, copy] of cases) {
    it(`${name}: every figure is ours, and every difference is 0`, async () => {
      const made = copy();
      const shown = calculatedSheets(program!, await writeCopy(made));
      assert.deepEqual([...shown.keys()].sort(), made.sheets.map(({ draft }) => draft.sheetName).sort(), "every sheet is there");
      let figures = 0;
      for (const sheet of made.sheets) figures += assertSame(sheet, shown);
      assert.ok(figures > 150, `${figures} figures were compared`);
      const zeros = made.sheets.flatMap((sheet) => differencesShown(sheet, shown));
      assert.ok(zeros.length > 25, `${zeros.length} differences were looked at`);
      assert.deepEqual(zeros.filter(({ value }) => Number(value) !== 0), []);
    });
  }
});

function rowsShown(sheet: CopySheet, shown: Shown): readonly (readonly string[])[] {
  return shown.get(sheet.draft.sheetName) ?? [];
}

/** Every cell as laid out: texts and numbers as they stand, formulas as what they are expected to give. Answers how many numbers. */
function assertSame(sheet: CopySheet, shown: Shown): number {
  const layout = layOutDraft(sheet.draft);
  const rows = rowsShown(sheet, shown);
  const expected = new Map(layout.expected.map(({ row, column, value }) => [`${row} ${column}`, value]));
  let numbers = 0;
  layout.cells.forEach((cells, row) =>
    cells.forEach((cell, column) => {
      const place = `${sheet.draft.sheetName} ${columnLetters(column)}${row + 1}`;
      const isFormula = typeof cell === "string" && cell.startsWith("=");
      const value = isFormula ? expected.get(`${row} ${column}`) : cell;
      const found = rows[row]?.[column] ?? "";
      if (typeof value === "number") {
        numbers++;
        const serial = /^(\d{4})-(\d\d)-(\d\d)$|^(\d\d?)\/(\d\d?)\/(\d{4})$/.test(found);
        if (!serial) assert.ok(Math.abs(Number(found) - value) < 1e-6 && found !== "", `${place} shows ${found}, not ${value}`);
      } else if (typeof value === "string") assert.equal(found, isFormula ? value : value.replace(/^'/, ""), place);
      else if (value === null || value === undefined) assert.equal(found, isFormula ? found : "", place);
    }),
  );
  return numbers;
}

function differencesShown(sheet: CopySheet, shown: Shown): { readonly place: string; readonly value: string }[] {
  const rows = rowsShown(sheet, shown);
  return areasOf(sheet.differences).flatMap((area) =>
    Array.from({ length: area.rows }, (_, at) => ({ place: `${sheet.draft.sheetName} row ${area.row + at + 1}`, value: rows[area.row + at]?.[area.column] ?? "missing" })),
  );
}
