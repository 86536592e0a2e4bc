import assert from "node:assert/strict";
import { clientIn } from "../../../src/sheet/placing/client-row";
import { DEFAULT_SETTINGS, readSettings } from "../../../src/sheet/read-settings";

describe("The row Client of the settings", () => {
  it("is the name in it, a number written as a name among them", () => {
    assert.equal(clientIn([["View", "Broker"], ["client", " Pat Doe "]]), "Pat Doe");
    assert.equal(clientIn([["Client", 42]]), "42");
  });
  it("is none where it is blank, a note or missing", () => {
    for (const rows of [[["Client", ""]], [["# Client", "Pat Doe"]], [["View", "Broker"]], []]) assert.equal(clientIn(rows), null);
  });
  it("changes no figure", () => {
    for (const name of ["Pat Doe", "=1+1", ""]) assert.deepEqual(readSettings([["Client", name]]), { ok: true, value: DEFAULT_SETTINGS });
  });
});
