import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { RULES_VERSION, RULES_VERSIONS, rulesVersionWarning } from "../../../src/report/rules-version";
import { rulesVersionIn, warningOfSettings } from "../../../src/sheet/placing/rules-version-row";
import { SETTINGS_ROWS } from "../../../src/sheet/placing/settings-rows";
import { DEFAULT_SETTINGS, readSettings } from "../../../src/sheet/read-settings";

describe("Issue 6: a workbook of another rules version says so", () => {
  it("nothing where the version is this one, or none is named", () => {
    assert.equal(warningOfSettings([["Rules version", RULES_VERSION]]), null);
    assert.equal(warningOfSettings([["# Rules version", "2001-01"], ["View", "Broker"]]), null);
    assert.equal(warningOfSettings(SETTINGS_ROWS.map((row) => row.map((cell) => cell.replace(/^'/, "")))), null);
  });

  it("names both versions, and which way they differ", () => {
    assert.match(warningOfSettings([["rules version", "2001-01"]]) ?? "", /by rules version 2001-01; this add-in works by 20\d\d-\d\d, and some figures may differ/);
    assert.match(warningOfSettings([["Rules version", "2999-12"]]) ?? "", /2999-12, which is newer than this add-in \(20\d\d-\d\d\).*Update the add-in/);
    assert.match(rulesVersionWarning("soon") ?? "", /is “soon”, which is no version/);
  });

  it("reads a version that Excel has made a date of", () => {
    // 2026-11-01 is day 46,327.
    assert.equal(rulesVersionIn([["Rules version", 46_327]]), "2026-11");
  });

  it("no figure depends on it: any version reads as no setting", () => {
    for (const version of [RULES_VERSION, "2999-12", "soon", "", 46_327]) {
      assert.deepEqual(readSettings([["Rules version", version]]), { ok: true, value: DEFAULT_SETTINGS });
    }
  });

  it("a version that never was is called a slip", () => {
    assert.match(rulesVersionWarning("2001-01") ?? "", /There was no version 2001-01; look for a slip in the row Rules version of the settings\.$/);
  });

  it("docs/rules-versions.md has every version with what changed, this one last", () => {
    const page = readFileSync(join(__dirname, "../../../docs/rules-versions.md"), "utf8");
    const rows = [...page.matchAll(/^\| (\d{4}-\d\d) \| (.*) \|$/gm)].map(([, version, changed]) => [version, changed]);
    assert.deepEqual(rows, RULES_VERSIONS);
    assert.equal(RULES_VERSIONS.at(-1)?.[0], RULES_VERSION);
  });
});
