import assert from "node:assert/strict";
import { join } from "node:path";
import type { CellContent, WorkbookContent } from "../../workbench/content";
import { OFFICE_JS, PAGE_BUNDLE } from "../../workbench/paths";
import { WorkbenchSession } from "../../workbench/run/session";

/**
 * What a function is handed and what its answer becomes, through the real office.js. The probe add-in beside this
 * file tells what it got. The expectations are Microsoft's documentation of custom functions:
 * custom-functions-parameter-options (omitted is null), custom-functions-errors (error codes, errors in arrays),
 * custom-functions-dynamic-arrays (spill), and of Excel's blank cells on current builds (null).
 */
describe("Values between cells and custom functions", () => {
  let session: WorkbenchSession;

  before(async () => {
    session = await WorkbenchSession.start({ addIn: join(__dirname, "probe-add-in"), page: PAGE_BUNDLE, officeJs: OFFICE_JS });
  });
  after(() => session.close());

  const SHEET: Record<string, CellContent> = {
    A1: { value: 45000, numberFormat: "yyyy-mm-dd" },
    B1: { value: "2024-03-01" },
    C1: { value: true },
    // D1 is blank.
    E1: { value: { error: "#DIV/0!" } },
    F1: { value: 0.1 },
  };

  async function calculated(formulas: Record<string, string>, inFreshPage = false): Promise<Record<string, unknown>> {
    const rows: Record<number, Record<number, CellContent>> = {};
    const put = (address: string, cell: CellContent) => {
      const column = address.charCodeAt(0) - 65;
      (rows[Number(address.slice(1)) - 1] ??= {})[column] = cell;
    };
    for (const [address, cell] of Object.entries(SHEET)) put(address, cell);
    for (const [address, formula] of Object.entries(formulas)) put(address, { formula });
    const sheet = { name: "Probe", rows, columnWidthsPx: {}, tables: [] };
    const content: WorkbookContent = { name: "Probe.xlsx", sheets: [sheet], activeSheet: 0, names: [] };
    if (inFreshPage || !session.page.url().startsWith(session.server.url)) await session.open(content);
    else await session.openInstead(content);
    await session.settled(120_000);
    const values: Record<string, unknown> = {};
    for (const [row, cells] of Object.entries((await session.content()).sheets[0]!.rows)) {
      for (const [column, cell] of Object.entries(cells)) {
        const value = cell.value;
        values[`${String.fromCharCode(65 + Number(column))}${Number(row) + 1}`] =
          typeof value === "object" ? value.error : value;
      }
    }
    return values;
  }

  it("a range arrives row by row: dates as serials, texts as they are, blanks as null, errors as error objects", async () => {
    const shown = await calculated({ A3: "=PROBE.KINDS(A1:F1)" });
    assert.deepEqual(
      ["A3", "B3", "C3", "D3", "E3", "F3"].map((address) => shown[address]),
      ["number 45000", "string 2024-03-01", "boolean true", "null", "error #DIV/0!", "number 0.1"],
    );
  });

  it("is there when the page says it has settled, also in a page just opened, whose grid is drawn after the add-in has started", async () => {
    for (let page = 0; page < 4; page++) assert.equal((await calculated({ A3: "=PROBE.SHAPE(A1:F1)" }, true)).A3, "1 x 6");
  });

  it("one cell given for a range is a table of one; whole arrays and results of functions are tables too", async () => {
    const shown = await calculated({
      A3: "=PROBE.SHAPE(A1)",
      A4: "=PROBE.SHAPE(5)",
      A5: "=PROBE.SHAPE({1,2,3;4,5,6})",
      A6: "=PROBE.SHAPE(PROBE.ANSWERS())",
    });
    assert.deepEqual([shown.A3, shown.A4, shown.A5, shown.A6], ["1 x 1", "1 x 1", "2 x 3", "2 x 3"]);
  });

  it("an omitted argument is null, and so is a blank cell given for a value", async () => {
    const shown = await calculated({ A3: "=PROBE.KIND(A1)", A4: "=PROBE.KIND(D1,C1)", A5: '=PROBE.KIND("",B1)' });
    assert.deepEqual(
      [shown.A3, shown.A4, shown.A5],
      ["number 45000, null", "null, boolean true", "string , string 2024-03-01"],
    );
  });

  it("a typed parameter is converted before the call, and what cannot be is #VALUE!", async () => {
    const shown = await calculated({
      A3: '=PROBE.TYPED("12.5",7)',
      A4: "=PROBE.TYPED(D1)",
      A5: '=PROBE.TYPED("twelve")',
      A6: "=PROBE.TYPED(E1)",
    });
    assert.equal(shown.A3, "number 12.5, string 7");
    assert.equal(shown.A4, "number 0, null");
    assert.equal(shown.A5, "#VALUE!");
    assert.equal(shown.A6, "#DIV/0!");
  });

  it("a range given for one value calls the function once a cell and spills the answers", async () => {
    const shown = await calculated({ A3: "=PROBE.KIND(A1:C1)" });
    assert.deepEqual(
      [shown.A3, shown.B3, shown.C3],
      ["number 45000, null", "string 2024-03-01, null", "boolean true, null"],
    );
  });

  it("an array spills; an error object in it is an error, an empty text is blank", async () => {
    const shown = await calculated({ A3: "=PROBE.ANSWERS()", A6: "=ISERROR(B4)", A7: "=A4&\"|\"", A8: "=SUM(B3,B3)" });
    assert.deepEqual([shown.A3, shown.B3, shown.C3], ["text", 1.5, true]);
    assert.deepEqual([shown.A4, shown.B4], [undefined, "#N/A"]);
    assert.deepEqual([shown.A6, shown.A7, shown.A8], [true, "|", 3]);
  });

  it("a refusal shows as the error it names, with its sentence; a bug shows as #VALUE!", async () => {
    const shown = await calculated({
      A3: '=PROBE.REFUSES("notAvailable")',
      A4: '=PROBE.REFUSES("invalidNumber")',
      A5: '=PROBE.REFUSES("invalidValue")',
      A6: "=PROBE.BREAKS()",
    });
    assert.deepEqual([shown.A3, shown.A4, shown.A5, shown.A6], ["#N/A", "#NUM!", "#VALUE!", "#VALUE!"]);
    const why = await session.page.evaluate(() => {
      const { grid, host } = window.workbench!;
      return host.messageAt({ sheetId: grid.activeSheetId(), row: 2, column: 0 });
    });
    assert.equal(why, "because");
  });

  it("a spill that would cover a filled cell is #SPILL! and covers nothing", async () => {
    const shown = await calculated({ A3: "=PROBE.ANSWERS()", B4: "=1+1" });
    assert.equal(shown.A3, "#SPILL!");
    assert.equal(shown.B4, 2);
    assert.equal(shown.C3, undefined);
  });

  it("all calls of one calculation go out in one message, and equal calls are made once", async () => {
    const counts = () => session.page.evaluate(() => window.workbench!.state());
    const before = await counts();
    const shown = await calculated({ A3: "=PROBE.CALLS(1)", A4: "=PROBE.CALLS(1)", A5: "=PROBE.CALLS(2)", A6: "=PROBE.CALLS(1)" });
    assert.equal(shown.A3, shown.A4);
    assert.equal(shown.A3, shown.A6);
    assert.notEqual(shown.A3, shown.A5);
    const { calls, waves } = await counts();
    assert.deepEqual({ calls: calls - before.calls, waves: waves - before.waves }, { calls: 2, waves: 1 });
  });
});
