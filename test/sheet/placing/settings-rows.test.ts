import assert from "node:assert/strict";
import { SETTINGS_ROWS } from "../../../src/sheet/placing/settings-rows";
import { DEFAULT_SETTINGS, readSettings } from "../../../src/sheet/read-settings";
import { SETTING_NAMES } from "../../../src/sheet/setting-names";

/** The named range: all columns but the last, which explains. */
const asRead = SETTINGS_ROWS.map((row) => row.slice(0, -1));

describe("Design section 5: the settings sheet as it is first written", () => {
  it("changes nothing: every setting is at its default", () => {
    // Method FIFO for everything is what no order at all means.
    const choices = { ...DEFAULT_SETTINGS.choices, methods: [{ method: "FIFO" }] };
    assert.deepEqual(readSettings(asRead), { ok: true, value: { ...DEFAULT_SETTINGS, choices } });
  });

  it("offers every setting there is", () => {
    const offered = new Set(SETTINGS_ROWS.map(([name]) => name.replace(/^# /, "")));
    assert.deepEqual(SETTING_NAMES.filter((name) => !offered.has(name)), []);
  });

  it("every example can be read once its # is removed", () => {
    for (const [name, ...rest] of SETTINGS_ROWS) {
      const known = SETTING_NAMES.find((setting) => name === `# ${setting}`);
      if (known === undefined) continue;
      const read = readSettings([[known, ...rest.slice(0, -1)]]);
      assert.ok(read.ok, read.ok ? "" : read.problem.sentence);
    }
  });
});
