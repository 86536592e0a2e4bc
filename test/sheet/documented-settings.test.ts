/** docs/functions/settings.md names every setting and every word it takes, the default first. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { ACCOUNT_OWNERS, ACCOUNT_TYPES, SETTING_NAMES, TAX_WORD_SETTINGS, WORD_SETTINGS } from "../../src/sheet/setting-names";
import { FIRST_YEAR, LAST_YEAR } from "../../src/tax/law-in-force";

const PAGE = readFileSync(join(__dirname, "../../docs/functions/settings.md"), "utf8");
const ROWS = PAGE.split("\n").filter((line) => line.startsWith("| ")).map((line) => line.split("|").slice(1, -1).map((cell) => cell.trim()));

describe("docs/functions/settings.md", () => {
  it("names every setting", () => {
    const named = new Set(ROWS.flatMap(([names]) => (names ?? "").split(", ")));
    assert.deepEqual(SETTING_NAMES.filter((name) => !named.has(name)), []);
  });
  for (const { name, words } of [...WORD_SETTINGS, ...TAX_WORD_SETTINGS]) {
    it(`${name}: its words in order`, () => {
      const text = ROWS.find(([names]) => names === name)?.[1] ?? "";
      const places = words.map(([word]) => text.indexOf(word));
      assert.ok(places.every((place, at) => place >= 0 && (at === 0 || place > places[at - 1]!)), text);
    });
  }
  it("says which years the tax tables hold (R-TAX-6)", () =>
    assert.match(ROWS.find(([names]) => names === "Tax year")?.[1] ?? "", new RegExp(`\\b${FIRST_YEAR} to ${LAST_YEAR}\\b`)));
  it("names every type and owner of an account", () => {
    const text = ROWS.find(([names]) => names === "Account")?.[1] ?? "";
    for (const word of [...ACCOUNT_TYPES, ...ACCOUNT_OWNERS]) assert.ok(text.includes(word), word);
  });
});
