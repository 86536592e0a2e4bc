import assert from "node:assert/strict";
import { taxYearDraft, type TaxYearDraft } from "../../../src/sheet/drafts/tax-year-sheet";
import type { DraftBlock, DraftCell, DraftFormula } from "../../../src/sheet/placing/sheet-draft";
import type { DraftStyle } from "../../../src/sheet/drafts/live-or-values";
import { taxYearLines } from "../../../src/report/tax-year-lines";
import { bandsOf } from "../../../src/tax/bands";
import { readSettings } from "../../../src/sheet/read-settings";
import { returnFactsOf } from "../../../src/sheet/return-facts";
import { taxBasisOfYear } from "../../../src/sheet/tax-basis-of-year";
import { done } from "../../../src/values/outcome";
import { dayFromCalendar } from "../../../src/values/plain-date";

const LIVE: DraftStyle = { kind: "live", references: { namespace: "TAXLOT", trades: "Trades[#All]", prices: null, settings: "TaxlotSettings" } };
const SO_FAR = { shortCents: -200_00, longCents: 1000_00 };

function draftOf(style: DraftStyle, settings: unknown[][] = [["Tax year", 2026], ["Filing status", "Single"], ["Taxable income", 60000]]): TaxYearDraft {
  const read = readSettings(settings);
  assert.ok(read.ok);
  const { tax } = read.value;
  const basis = taxBasisOfYear(read.value, 2026);
  const scenario = (shortCents: number, longCents: number) => {
    const results = { shortCents: SO_FAR.shortCents + shortCents, longCents: SO_FAR.longCents + longCents };
    return {
      scenario: { shortCents, longCents },
      lines: taxYearLines({ results: done(results), facts: returnFactsOf(tax, 2026), basis }),
      bands: basis.ok && basis.value.by === "law" ? bandsOf(basis.value.situation, results.shortCents, results.longCents) : null,
    };
  };
  return {
    year: 2026,
    asOf: dayFromCalendar(2026, 6, 30),
    style,
    origin: { tradesRead: "‘Trades’!A1:F5", pricesRead: null, settings: null },
    realised: SO_FAR,
    a: scenario(0, 0),
    b: scenario(-5000_00, 0),
    notes: [],
  };
}

function rowsOf(block: DraftBlock | undefined): readonly (readonly (DraftCell | DraftFormula)[])[] {
  assert.ok(block?.content.kind === "rows");
  return block.content.rows;
}

const value = (cell: DraftCell | DraftFormula | undefined): DraftCell => (typeof cell === "object" && cell !== null ? (cell.value ?? null) : (cell ?? null));

describe("The sheet of the Tax screen", () => {
  // A: −200 + 1,000 = 800 at 15 % = 120. B: −5,200 + 1,000 = −4,200; 3,000 off income taxed at 22 % = −660; 1,200 carried.
  it("a net loss takes the next dollar of gain: no band of long-term gains has that of B, as on the screen", () => {
    const brackets = taxYearDraft(draftOf({ kind: "values" })).blocks.find(({ name }) => name === "TaxBrackets");
    const next = rowsOf(brackets).filter(([kind]) => kind === "Long-term gains").map((row) => row.at(-1));
    assert.deepEqual(next, [null, "A", null]);
  });
  it("as values: what A and B come to, each heading over its figure", () => {
    const { blocks, sheetName } = taxYearDraft(draftOf({ kind: "values" }));
    assert.equal(sheetName, "Tax 2026");
    const [first] = blocks;
    const byHeading = rowsOf(first).map((row) => Object.fromEntries(first!.columns.map(({ heading }, at) => [heading, value(row[at])])));
    const soFar = { "Short so far": -200, "Long so far": 1000 };
    assert.deepEqual(byHeading, [
      { Scenario: "A", ...soFar, "Further short": 0, "Further long": 0, "Net short-term": -200, "Net long-term": 1000, Total: 800, Deduction: 0, "Short carried out": 0, "Long carried out": 0, "Tax added": 120, "More than A": 0 },
      { Scenario: "B", ...soFar, "Further short": -5000, "Further long": 0, "Net short-term": -5200, "Net long-term": 1000, Total: -4200, Deduction: 3000, "Short carried out": 1200, "Long carried out": 0, "Tax added": -660, "More than A": -780 },
    ]);
  });

  it("as values: the lines of A and B, with their difference as a plain formula", () => {
    const lines = rowsOf(taxYearDraft(draftOf({ kind: "values" })).blocks[1]);
    const total = lines.find((row) => row[1] === "Total");
    assert.deepEqual(total, ["Sch D 16", "Total", 800, -4200, { formula: "=D{row}-C{row}", value: -5000 }, null]);
  });

  it("live: results, netting and tax are formulas, what was typed stays a number to type over", () => {
    const row = rowsOf(taxYearDraft(draftOf(LIVE)).blocks[0])[1]!;
    const formulas = row.map((cell) => (typeof cell === "object" && cell !== null ? cell.formula : cell));
    const year = "TAXLOT.TAXYEAR(Trades[#All],2026,TaxlotSettings,DATE(2026,6,30))";
    const netting = "TAXLOT.NETTING(B{row}+D{row},C{row}+E{row},TaxlotSettings)";
    assert.deepEqual(formulas, [
      "B",
      `=INDEX(${year},2,3)`,
      `=INDEX(${year},5,3)`,
      -5000,
      0,
      ...[2, 3, 4, 5, 6, 7].map((line) => `=INDEX(${netting},${line},3)`),
      "=TAXLOT.GAINTAX(B{row}+D{row},C{row}+E{row},,TaxlotSettings)",
      "=L{row}-L{first}",
    ]);
  });

  it("live: the table that may grow is the last", () => {
    const { blocks } = taxYearDraft(draftOf(LIVE));
    assert.deepEqual(blocks.map(({ content }) => content.kind), ["rows", "rows", "spill"]);
  });

  it("without a return no bracket is written, and no figure that depends on it", () => {
    const { blocks } = taxYearDraft(draftOf(LIVE, []));
    assert.deepEqual(blocks.map(({ name }) => name), ["TaxScenarios", "TaxLines"]);
    const b = rowsOf(blocks[0])[1]!;
    assert.deepEqual([value(b[7]), ...b.slice(8)], [-4200, null, null, null, null, null]);
  });
});
