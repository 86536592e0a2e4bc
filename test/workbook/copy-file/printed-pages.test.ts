import assert from "node:assert/strict";
import { layOutDraft } from "../../../src/sheet/placing/draft-layout";
import { printedPages, type PrintedPages } from "../../../src/workbook/copy-file/printed-pages";

/** Rows of each table below its headings. Title, origin and a blank row stand above; each table has a title, headings, and a blank row before it. */
function pagesOf(tables: readonly number[], { columns = 2, isPage = false } = {}): PrintedPages {
  const headings = Array.from({ length: columns }, (_, at) => ({ heading: `Col${at}`, format: "text" as const }));
  const layout = layOutDraft({
    sheetName: "Pages", title: "Pages", madeBy: "", notes: [],
    blocks: tables.map((rows, at) => ({
      title: `Table ${at}`, columns: headings, totals: [], name: null, whenEmpty: "None.",
      content: { kind: "rows" as const, rows: Array.from({ length: rows }, () => headings.map(() => "x".repeat(20))) },
    })),
    charts: [], landscape: true, ...(isPage ? { isPage: true as const } : {}),
  });
  return printedPages(layout, new Map(), isPage);
}

/** 518 points of a page, 5 in 100 kept for other fonts, 15 a row: 32 rows. */
const ROWS_ON_PAGE = 32;

describe("Printed pages of the accountant's copy", () => {
  it("needs no break where all is on one page", () => assert.deepEqual(pagesOf([5, 5]), { breaksBefore: [], wide: 1 }));

  it("starts a page with a short table that would be cut in two", () => {
    // Rows 0 and 1, a blank, title and headings 3 and 4, 15 rows to 19, a blank: the second table starts in row 21 and would end in row 32.
    assert.deepEqual(pagesOf([15, 10]).breaksBefore, [21]);
    assert.deepEqual(pagesOf([15, ROWS_ON_PAGE - 21 - 2]).breaksBefore, [], "one row less fits");
  });

  it("lets a long table run over pages, and starts it further down only where its headings would stand alone", () => {
    assert.deepEqual(pagesOf([5, 40]).breaksBefore, []);
    // The second table starts in row 6 + 23 = 29: title, headings and one row are all that fits.
    assert.deepEqual(pagesOf([23, 40]).breaksBefore, [29]);
  });

  it("takes two rows along where one would stand alone on the last page", () => {
    // Rows 5 to 32 are 28; row 32 would be alone.
    assert.deepEqual(pagesOf([28]).breaksBefore, [30]);
    assert.deepEqual(pagesOf([30]).breaksBefore, [], "three are enough");
  });

  it("keeps every table together on a page that is read from its top, as long as it fits on one", () => {
    assert.deepEqual(pagesOf([20, 25], { isPage: true }).breaksBefore, [26]);
    assert.deepEqual(pagesOf([20, 45], { isPage: true }).breaksBefore, []);
  });

  it("goes over pages side by side before print gets too small", () => {
    // 20 characters are 124 points. A page is 720 points, and print goes down to 0.38: 1,894 points.
    assert.equal(pagesOf([3], { columns: 15 }).wide, 1, "1,860 points");
    assert.equal(pagesOf([3], { columns: 16 }).wide, 2, "1,984 points");
  });
});
