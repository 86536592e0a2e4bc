/** Which return and which forms the screens count with stands in rows of the settings, and is no setting of any figure. */
import assert from "node:assert/strict";
import { formsLeftOutIn, formsYearIn } from "../../../src/sheet/placing/forms-rows";
import { editsFor } from "../../../src/sheet/placing/setting-edits";
import { DEFAULT_SETTINGS, readSettings } from "../../../src/sheet/read-settings";

const ROWS = [["Method", "FIFO"], ["forms  year", 2024], ["Form left out", "Broker1099"], ["# Form left out", "Note"], ["FORM LEFT OUT", "Form 1099!A1"], ["Form left out", ""]];

describe("The rows Forms year and Form left out", () => {
  it("are read however they are spaced and spelt; notes and blanks are none", () => {
    assert.equal(formsYearIn(ROWS), 2024);
    assert.deepEqual([...formsLeftOutIn(ROWS)], ["Broker1099", "Form 1099!A1"]);
    assert.equal(formsYearIn([["Forms year", ""], ["View", "Broker"]]), null);
    assert.deepEqual([...formsLeftOutIn([])], []);
  });

  it("change no figure, and a year that is none is named with its row", () => {
    const read = readSettings(ROWS.slice(1));
    assert.ok(read.ok);
    assert.deepEqual(read.value, DEFAULT_SETTINGS);
    const wrong = readSettings([["Forms year", "last"]]);
    assert.match(wrong.ok ? "" : wrong.problem.sentence, /^Settings row 1: Forms year is "last"; write a year such as 2025/);
    assert.equal(formsYearIn([["Forms year", "last"]]), null);
  });

  it("a form is left out by a row of its own, counts again once that is a note, and is left out again in the same row", () => {
    const change = (first: string, isLeft: boolean) => ({ name: "Form left out", first, values: isLeft ? [first] : [] });
    const added = editsFor(ROWS.slice(0, 5), [change("Other", true)]);
    assert.deepEqual(added.ok && added.value, [{ row: 5, cells: ["Form left out", "Other"], isNote: false }]);
    const removed = editsFor(ROWS, [change("Broker1099", false)]);
    assert.deepEqual(removed.ok && removed.value, [{ row: 2, cells: ["# Form left out", "Broker1099"], isNote: true }]);
    const again = editsFor([["# Form left out", "Broker1099"]], [change("Broker1099", true)]);
    assert.deepEqual(again.ok && again.value, [{ row: 0, cells: ["Form left out", "Broker1099"], isNote: false }]);
  });
});
