import assert from "node:assert/strict";
import { openAndSettle, shown, shownIn, typeInto, typeRows, workbookOf } from "./at-the-keyboard";
import { workbench } from "./one-browser";

/** Serials, Excel's numbers of days. */
const SERIAL = { "2023-03-01": 44986, "2024-03-02": 45353 } as const;

const HEADINGS = ["Date", "Action", "Symbol", "Quantity", "Price", "Fees"];

describe("Functions typed by keyboard into the grid", () => {
  it("HOLDINGTERM tells the day after a year from the same day of next year (Rev. Rul. 66-7)", async () => {
    await openAndSettle(workbookOf([]));
    await typeRows("A1", [
      ["3/1/2023", "3/1/2024"],
      ["3/1/2023", "3/2/2024"],
    ]);
    await typeInto("C1", "=TAXLOT.HOLDINGTERM(A1:A2,B1:B2)");
    assert.deepEqual(await shown("A2:B2"), [[SERIAL["2023-03-01"], SERIAL["2024-03-02"]]]);
    assert.deepEqual(await shown("C1:C2"), [["Short"], ["Long"]]);
  });

  it("a date that a function answers can be shown and used further by Excel's own functions", async () => {
    await openAndSettle(workbookOf([[SERIAL["2023-03-01"]]]));
    await typeInto("B1", "=TAXLOT.LONGTERMDATE(A1)");
    await typeInto("C1", '=TEXT(B1,"yyyy-mm-dd")');
    assert.equal(await shownIn("B1"), SERIAL["2024-03-02"]);
    assert.equal(await shownIn("C1"), "2024-03-02");
  });

  it("REALIZED over typed trades spills the article's example: basis 5,007.50, gain 992.50", async () => {
    // 200 x $50 + $15 = $10,015, 50.075 a share; 100 sold at $60: 6,000 - 5,007.50 = 992.50.
    await openAndSettle(workbookOf([HEADINGS]));
    await typeRows("A2", [
      ["1/10/2023", "Buy", "XYZ", "200", "50", "15"],
      ["6/1/2023", "Sell", "XYZ", "100", "60", "0"],
    ]);
    await typeInto("H1", "=TAXLOT.REALIZED(A1:F3)");
    const [headings, sale] = await shown("H1:U2");
    const of = (heading: string) => sale![headings!.indexOf(heading)];
    assert.equal(of("Proceeds"), 6000);
    assert.equal(of("Basis"), 5007.5);
    assert.equal(of("Gain"), 992.5);
    assert.equal(of("Term"), "Short");
  });

  it("a table has room far to the right, and on a sheet of its own, however many rows the trades have", async () => {
    const buys = Array.from({ length: 1500 }, () => ["2023-01-10", "Buy", "XYZ", 1, 50, 0]);
    const { sheets, ...trades } = workbookOf([HEADINGS, ...buys]);
    const rows = sheets[0]!.rows;
    const farRight = { ...rows, 0: { ...rows[0], 40: { formula: "=TAXLOT.REALIZED(A1:F2)" } } };
    const lots = { ...sheets[0]!, name: "Lots", rows: { 0: { 0: { formula: "=TAXLOT.OPENLOTS(Trades!A1:F1501)" } } } };
    await openAndSettle({ ...trades, sheets: [lots, { ...sheets[0]!, rows: farRight }] });
    // A heading, then a lot for each purchase.
    assert.equal(await shownIn("A1"), "Lot");
    assert.notEqual(await shownIn("A1501"), "");
    const right = await workbench().page.evaluate(() => {
      const { grid } = window.workbench!;
      return grid.read({ sheetId: grid.sheets()[1]!.id, row: 0, column: 40, rows: 1, columns: 2 })[0]!.map((cell) => cell?.value);
    });
    assert.ok(right.every((value) => typeof value === "string" && !value.startsWith("#")), JSON.stringify(right));
  });

  it("a result can be added up by SUM and INDEX in the same cell", async () => {
    await openAndSettle(
      workbookOf([
        HEADINGS,
        ["2023-01-10", "Buy", "XYZ", 200, 50, 15],
        ["2023-06-01", "Sell", "XYZ", 100, 60, 0],
        ["2023-06-02", "Sell", "XYZ", 100, 60, 0],
      ]),
    );
    await typeInto("H1", '=SUM(TAXLOT.TRADEGAIN(A1:F4,"Gain"))');
    // Both halves: 2 x 992.50.
    assert.equal(await shownIn("H1"), 1985);
  });

  it("an edited cell changes the result that reads it, and nothing has to be pressed", async () => {
    await openAndSettle(
      workbookOf([
        HEADINGS,
        ["2023-01-10", "Buy", "XYZ", 100, 50, 0],
        ["2023-06-01", "Sell", "XYZ", 100, 60, 0],
        [null],
        ['=SUM(TAXLOT.TRADEGAIN(A1:F3,"Gain"))'],
      ]),
    );
    assert.equal(await shownIn("A5"), 1000); // 100 x (60 - 50)
    await typeInto("E3", "64");
    assert.equal(await shownIn("A5"), 1400); // 100 x (64 - 50)
  });

  it("a function typed wrongly is #NAME?, as in Excel", async () => {
    await openAndSettle(workbookOf([[1]]));
    await typeInto("B1", "=TAXLOT.NOSUCH(A1)");
    assert.equal(await shownIn("B1"), "#NAME?");
  });

  it("a sale of more than is held shows the sentence, in the table and beside the selected error", async () => {
    await openAndSettle(
      workbookOf([
        HEADINGS,
        ["2023-01-10", "Buy", "XYZ", 100, 50, 0],
        ["2023-06-01", "Sell", "XYZ", 120, 60, 0],
      ]),
    );
    await typeInto("H1", "=TAXLOT.REALIZED(A1:F3)");
    const texts = (await shown("H1:W3")).flat().map(String);
    assert.ok(texts.some((text) => text.startsWith("Row 3: sells 120 XYZ")), texts.join(" | "));
    assert.ok(texts.includes("#VALUE!"));
    assert.deepEqual(workbench().pageErrors, []);
  });
});
