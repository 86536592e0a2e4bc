import assert from "node:assert/strict";
import { formulasOf, NUMBER_FORMATS, TABLES_TO_WRITE, tableToWrite } from "../../../src/sheet/placing/result-tables";

describe("Design section 6: the formulas the pane writes", () => {
  it("pass the trades alone where there are no settings", () => {
    assert.deepEqual(formulasOf(tableToWrite("OPENLOTS"), "TAXLOT", "Trades[#All]", null), ["=TAXLOT.OPENLOTS(Trades[#All])"]);
    assert.deepEqual(formulasOf(tableToWrite("REALIZED"), "TAXLOTDEV", "Trades!$A$1:$H$9", null), [
      "=TAXLOTDEV.REALIZED(Trades!$A$1:$H$9)",
    ]);
  });

  it("pass the settings last, after the arguments left out: (trades, asof, prices, settings), (trades, year, settings)", () => {
    assert.deepEqual(formulasOf(tableToWrite("OPENLOTS"), "TAXLOT", "T", "TaxlotSettings"), ["=TAXLOT.OPENLOTS(T,,,TaxlotSettings)"]);
    assert.deepEqual(formulasOf(tableToWrite("REALIZED"), "TAXLOT", "T", "TaxlotSettings"), ["=TAXLOT.REALIZED(T,,TaxlotSettings)"]);
  });

  it("WASHSALE stands in three parts beside the rows: (trades, part, settings)", () => {
    assert.deepEqual(formulasOf(tableToWrite("WASHSALE"), "TAXLOT", "T", null), [
      "=TAXLOT.WASHSALE(T)",
      '=TAXLOT.WASHSALE(T,"Status")',
      '=TAXLOT.WASHSALE(T,"Note")',
    ]);
    assert.equal(formulasOf(tableToWrite("WASHSALE"), "TAXLOT", "T", "S")[0], "=TAXLOT.WASHSALE(T,,S)");
  });

  it("the parts fill exactly the columns of the table", () => {
    for (const { table, parts, columns } of TABLES_TO_WRITE) {
      assert.equal(parts.reduce((sum, part) => sum + part.columns, 0), columns.length, table);
    }
  });

  it("dates and money have formats; text stays General", () => {
    const formats = new Map(tableToWrite("REALIZED").columns.map(({ heading, format }) => [heading, NUMBER_FORMATS[format]]));
    assert.equal(formats.get("Sold"), "m/d/yyyy");
    assert.equal(formats.get("Gain"), "#,##0.00;-#,##0.00");
    assert.equal(formats.get("Note"), "General");
    assert.equal(formats.get("Sale row"), "0");
  });
});
