import assert from "node:assert/strict";
import { workbookOf } from "../at-the-keyboard";
import { excel, openInProbe, probe } from "./probe";

const LOTS = [["Lot", "Gain", "Days"], ["AAPL 1", -300, 40], ["MSFT 1", 200, 400]];

describe("Tables and charts of the workbench, through office.js", () => {
  beforeEach(() => openInProbe(workbookOf(LOTS)));

  it("a table is made, named, styled, filled, totalled and keeps its identity when renamed", async () => {
    const seen = await excel(async (context) => {
      const table = context.workbook.worksheets.getItem("Trades").tables.add("A1:C3", true);
      table.name = "Plan";
      table.style = "TableStyleLight9";
      table.showBandedRows = false;
      await context.sync();
      table.name = "HarvestPlan";
      table.rows.add(undefined, [["XYZ 1", 50, 10]]);
      table.showTotals = true;
      const body = table.getDataBodyRange().load("address");
      const gains = table.columns.getItem("Gain").getDataBodyRange().load("values");
      const total = table.getTotalRowRange().load("values");
      await context.sync();
      return [body.address, gains.values, total.values];
    });
    // 40 + 400 + 10 = 450 days.
    assert.deepEqual(seen, ["Trades!A2:C4", [[-300], [200], [50]], [["Total", "", 450]]]);
    assert.deepEqual((await probe().content()).sheets[0]!.tables, [
      { name: "HarvestPlan", range: "A1:C4", styleName: "TableStyleLight9", showBandedRows: false, showTotals: true },
    ]);
  });

  it("a chart takes its series from the range as Excel does, and keeps what is set of it", async () => {
    await excel(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Trades");
      const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:B3"), "Auto");
      chart.name = "Gains";
      chart.title.text = "Gain by lot";
      chart.legend.visible = false;
      chart.axes.valueAxis.title.text = "Gain, $";
      chart.setPosition("E2", "F3");
      chart.series.getItemAt(0).format.fill.setSolidColor("#AA0000");
      const days = chart.series.add("Days");
      days.setValues(sheet.getRange("C2:C3"));
      days.setXAxisValues(sheet.getRange("A2:A3"));
      await context.sync();
    });
    const [chart] = (await probe().content()).sheets[0]!.charts ?? [];
    assert.deepEqual(chart?.series, [
      { name: "Gain", values: "Trades!$B$2:$B$3", categories: "Trades!$A$2:$A$3", color: "#AA0000" },
      { name: "Days", values: "Trades!$C$2:$C$3", categories: "Trades!$A$2:$A$3" },
    ]);
    assert.deepEqual([chart?.name, chart?.title, chart?.showLegend, chart?.valueAxisTitle], ["Gains", "Gain by lot", false, "Gain, $"]);
    // Four columns of 73 px and one row of 20 px before it, two and two under it; 4 px are 3 points.
    assert.deepEqual(chart?.place, { left: 219, top: 15, width: 109.5, height: 30 });
    await probe().page.getByRole("list", { name: "Charts of this sheet" }).getByText("Gain by lot").waitFor();
  });

  it("a Stocks cell is an error to `values` and a rich value by its kind", async () => {
    const card = { type: "LinkedEntity", text: "Apple Inc.", properties: { Price: { type: "Double", basicValue: 190 } } };
    const content = workbookOf([["Symbol", 5, true, null]]);
    const [sheet] = content.sheets;
    await openInProbe({ ...content, sheets: [{ ...sheet!, rows: { 0: { ...sheet!.rows[0], 0: { value: "Apple Inc.", card } } } }] });
    const seen = await excel(async (context) => {
      const range = context.workbook.worksheets.getItem("Trades").getRange("A1:D1").load("values,valueTypes");
      await context.sync();
      return { values: range.values[0], types: range.valueTypes[0] };
    });
    assert.deepEqual(seen.values, ["#VALUE!", 5, true, ""]);
    assert.deepEqual(seen.types, ["RichValue", "Double", "Boolean", "Empty"]);
  });
});
