import assert from "node:assert/strict";
import { freeSheetName, occupy, placeBeside } from "../../../src/sheet/placing/placement";

/** A1:H120, so the first place with a blank column between is J (column 9). */
const trades = { sheet: "Trades", row: 0, column: 0, rows: 120, columns: 8 };

describe("Nothing overwritten: a table beside the trades takes columns that are empty from top to bottom", () => {
  it("leaves one blank column after the trades and stands level with their headings", () => {
    const below = { ...trades, row: 3 };
    assert.deepEqual(placeBeside(below, new Set(), { rows: 64, columns: 16 }), {
      ok: true,
      value: { sheet: "Trades", row: 3, column: 9, rows: 64, columns: 16 },
    });
  });

  it("passes over columns with content, leaving a blank column on both sides", () => {
    // Content in L (11): J and K cannot hold three columns; N (13) is the next with M blank.
    const place = placeBeside(trades, new Set([11]), { rows: 5, columns: 3 });
    assert.equal(place.ok && place.value.column, 13);
  });

  it("does not squeeze in against content on its right", () => {
    // J and K are empty but L is not: two columns would touch L.
    const place = placeBeside(trades, new Set([11]), { rows: 5, columns: 2 });
    assert.equal(place.ok && place.value.column, 13);
    // One column at J leaves K blank.
    const narrow = placeBeside(trades, new Set([11]), { rows: 5, columns: 1 });
    assert.equal(narrow.ok && narrow.value.column, 9);
  });

  it("does not start next to content that touches the trades' blank column", () => {
    const place = placeBeside(trades, new Set([8]), { rows: 5, columns: 2 });
    assert.equal(place.ok && place.value.column, 10);
  });

  it("places a second table after the first", () => {
    const first = placeBeside(trades, new Set(), { rows: 5, columns: 3 });
    assert.ok(first.ok);
    const second = placeBeside(trades, occupy(new Set(), first.value), { rows: 5, columns: 16 });
    assert.equal(second.ok && second.value.column, 13);
  });

  it("refuses when the sheet has no room to the right", () => {
    const everyOther = new Set(Array.from({ length: 8_192 }, (_, index) => index * 2));
    const place = placeBeside(trades, everyOther, { rows: 5, columns: 2 });
    assert.equal(place.ok, false);
  });

  it("refuses more rows than a sheet has", () => {
    assert.equal(placeBeside({ ...trades, row: 10 }, new Set(), { rows: 1_048_570, columns: 1 }).ok, false);
  });
});

describe("Names of new sheets", () => {
  it("counts on from a name that is taken, whatever its case", () => {
    assert.equal(freeSheetName("Open lots", ["Trades"]), "Open lots");
    assert.equal(freeSheetName("Open lots", ["OPEN LOTS", "Open lots 2"]), "Open lots 3");
  });
});
