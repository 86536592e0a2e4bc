import assert from "node:assert/strict";
import { editsFor, type SettingEdit } from "../../../src/sheet/placing/setting-edits";
import type { SettingChange } from "../../../src/sheet/placing/setting-changes";
import { SETTINGS_ROWS } from "../../../src/sheet/placing/settings-rows";
import { readSettings } from "../../../src/sheet/read-settings";

const CELLS = [
  ["# Taxlot settings", "", "", ""],
  ["Method", "HIFO", "Brokerage", ""],
  ["Method", "FIFO", "", ""],
  ["# Short rate", "24%", "", ""],
  ["my own note", "", "", ""],
  ["Account", "Roth", "Roth IRA", "Self"],
  ["# Account", "Trading", "Taxable", ""],
  ["", "", "", ""],
];

function edits(...changes: SettingChange[]): readonly SettingEdit[] {
  const outcome = editsFor(CELLS, changes);
  assert.ok(outcome.ok);
  return outcome.value;
}

describe("Design section 5: the pane changes a setting and touches no other row", () => {
  it("writes over the row that holds it", () =>
    assert.deepEqual(edits({ name: "Method", values: ["LIFO"] }), [{ row: 2, cells: ["Method", "LIFO", "", ""], isNote: false }]));

  it("uses a row again that is commented out", () =>
    assert.deepEqual(edits({ name: "Short rate", values: ["32%"] }), [{ row: 3, cells: ["Short rate", "32%", "", ""], isNote: false }]));

  it("adds what is not there below the last filled row, one under the other", () =>
    assert.deepEqual(edits({ name: "Tax year", values: [2026] }, { name: "NIIT", values: ["3.8%"] }), [
      { row: 7, cells: ["Tax year", 2026, "", ""], isNote: false },
      { row: 8, cells: ["NIIT", "3.8%", "", ""], isNote: false },
    ]));

  it("tells rows of one name apart by their first value", () =>
    assert.deepEqual(
      edits(
        { name: "Account", first: "roth", values: ["Roth", "Roth IRA", "Spouse"] },
        { name: "Account", first: "Trading", values: ["Trading", "Taxable", "Self"] },
        { name: "Account", first: "IRA", values: ["IRA", "IRA", "Self"] },
      ).map(({ row, cells }) => [row, cells[3]]),
      [[5, "Spouse"], [6, "Self"], [7, "Self"]],
    ));

  it("comments a row out when it is to have no values, and leaves its values to be read", () =>
    assert.deepEqual(edits({ name: "Account", first: "Roth", values: [] }), [
      { row: 5, cells: ["# Account", "Roth", "Roth IRA", "Self"], isNote: true },
    ]));

  it("does nothing to take away what is not there", () => assert.deepEqual(edits({ name: "NIIT", values: [] }), []));

  it("refuses more values than a row has room for", () => {
    const outcome = editsFor(CELLS, [{ name: "Account", values: ["A", "IRA", "Self", "D"] }]);
    assert.match(outcome.ok ? "" : outcome.problem.sentence, /^Account has 4 values, and the settings range has room for 3 in a row\./);
  });

  it("ends a long list of symbols in one cell, and finds the row again by its first symbol", () => {
    const [edit] = edits({ name: "Identical", first: "A", values: ["A", "B", "C", "D", "E"] });
    assert.deepEqual(edit?.cells, ["Identical", "A", "B", "C, D, E"]);
    const settings = readSettings([edit?.cells ?? []]);
    assert.deepEqual(settings.ok && settings.value.choices.identical, [["A", "B", "C", "D", "E"]]);
    const exact = editsFor([["Identical", "A, B", ""], ["Identical", "A", "C"]], [{ name: "Identical", first: "A", values: [] }]);
    assert.deepEqual(exact.ok && exact.value.map(({ row }) => row), [1]);
    const again = editsFor([["Identical", "A, B", "", ""]], [{ name: "Identical", first: "a", values: ["A", "F"] }]);
    assert.deepEqual(again.ok && again.value.map(({ row, cells }) => [row, cells]), [[0, ["Identical", "A", "F", ""]]]);
  });

  it("leaves settings that can be read: every name of the sheet as it is first written", () => {
    const cells = SETTINGS_ROWS.map((row) => row.slice(0, 4));
    const changes: SettingChange[] = [
      { name: "Short rate", values: ["35%"] },
      { name: "Long rate", values: ["15%"] },
      { name: "Replacement", first: "VTI", values: ["VTI", "ITOT"] },
      { name: "View", values: ["Broker"] },
    ];
    const outcome = editsFor(cells, changes);
    assert.ok(outcome.ok);
    const after: (readonly unknown[])[] = [...cells];
    for (const { row, cells: written } of outcome.value) after[row] = written;
    const settings = readSettings(after);
    assert.ok(settings.ok);
    assert.equal(settings.value.tax.shortRate, 0.35);
    assert.equal(settings.value.choices.view, "broker");
    assert.deepEqual([...settings.value.tax.replacements.keys()], ["VTI"]);
  });
});
