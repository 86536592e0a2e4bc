import assert from "node:assert/strict";
import { editsFor } from "../../src/sheet/placing/setting-edits";
import { readSettings } from "../../src/sheet/read-settings";
import type { BookRead } from "../../src/taskpane/read-book";
import { accountField, formState, groupField, planLine, settingsShown, type SettingsShown } from "../../src/taskpane/settings/settings-form";
import { percentFrom } from "../../src/taskpane/settings/single-setting";
import { settingsReadable } from "../../src/taskpane/settings/unread-rows";

const SHEET = [
  ["# Taxlot settings", "", "", ""],
  ["Method", "HIFO", "", ""],
  ["View", "Taxpayer", "", ""],
  ["Account", "Roth", "Roth IRA", "Self"],
  ["Identical", "ABC", "XYZ", ""],
  ["Short rate", 0.24, "", ""],
  ["# Long rate", "15%", "", ""],
  ["Min loss", 200, "", ""],
];
const ACCOUNTS: BookRead["accounts"] = [
  { name: "Roth", type: "Roth IRA", owner: "Self", named: true },
  { name: "Schwab", type: "Taxable", owner: "Self", named: false },
];

function shown(cells: readonly (readonly unknown[])[] = SHEET): SettingsShown {
  return settingsShown(settingsReadable(cells), ACCOUNTS);
}

describe("The form over the settings sheet", () => {
  it("nothing typed, or the same again, changes nothing", () => {
    assert.deepEqual(formState(shown(), {}), { changes: [], problems: {} });
    const same = { Method: "HIFO", "Short rate": "24%", "Min loss": "200.00", [accountField("type", "Schwab")]: "Taxable", [groupField("Identical", 0)]: "abc,xyz" };
    assert.deepEqual(formState(shown(), same), { changes: [], problems: {} });
  });

  it("what is written reads back from the sheet as it was typed", () => {
    const typed = {
      Method: "LIFO",
      "Short rate": "32",
      "Long rate": "15",
      "Min loss": "",
      "Filing status": "MFJ",
      [accountField("owner", "Roth")]: "Spouse",
      [accountField("type", "Schwab")]: "IRA",
      [groupField("Identical", 0)]: "ABC, XYZ, QQQ",
      [groupField("Replacement", 0)]: "xyz, abc",
    };
    const { changes, problems } = formState(shown(), typed);
    assert.deepEqual(problems, {});
    assert.equal(changes.length, 9);
    const edits = editsFor(SHEET, changes);
    assert.ok(edits.ok);
    const cells: unknown[][] = SHEET.map((row) => [...row]);
    for (const { row, cells: written } of edits.value) cells[row] = [...written];
    const read = readSettings(cells);
    assert.ok(read.ok, read.ok ? "" : read.problem.sentence);
    const { choices, tax } = read.value;
    assert.deepEqual(choices.methods, [{ method: "LIFO" }]);
    assert.deepEqual([tax.shortRate, tax.longRate, tax.minLoss, tax.filingStatus], [0.32, 0.15, null, "MFJ"]);
    assert.deepEqual(choices.accounts.get("ROTH"), { name: "Roth", type: "Roth IRA", owner: "Spouse" });
    assert.deepEqual(choices.accounts.get("SCHWAB"), { name: "Schwab", type: "IRA", owner: "Self" });
    assert.deepEqual(choices.identical, [["ABC", "XYZ", "QQQ"]]);
    assert.deepEqual(tax.replacements.get("XYZ"), ["ABC"]);
  });

  it("a standing order of one account is not the Method of all sales", () => {
    const cells = [["Method", "LIFO", "Roth", ""]];
    assert.deepEqual(formState(shown(cells), { Method: "FIFO" }).changes, []);
    assert.deepEqual(formState(shown(cells), { Method: "LIFO" }).changes, [{ name: "Method", values: ["LIFO"] }]);
  });

  it("an emptied group is commented out, a group of one is a problem", () => {
    assert.deepEqual(formState(shown(), { [groupField("Identical", 0)]: " " }).changes, [{ name: "Identical", first: "ABC", values: [] }]);
    const { problems } = formState(shown(), { [groupField("Identical", 1)]: "QQQ" });
    assert.match(problems[groupField("Identical", 1)] ?? "", /names only QQQ\. Name at least two/);
  });

  it("two rows that begin alike are left to the sheet", () => {
    const twice = [["Identical", "ABC", "XYZ", ""], ["Identical", "ABC", "DEF", ""], ["Identical", "QQQ", "RRR", ""]];
    assert.deepEqual(shown(twice).groups.Identical.map(({ symbols }) => symbols.join()), ["QQQ,RRR"]);
  });

  it("wrong input is a sentence that names its field, and nothing is written", () => {
    const wrong: readonly (readonly [string, string, RegExp])[] = [
      ["Short rate", "lots", /Short rate is “lots”\. Write 0 to 100, such as 24\./],
      ["Short rate", "240", /Write 0 to 100/],
      ["Short rate", "-5", /Write 0 to 100/],
      ["Long rate", "0.15", /Long rate is “0\.15”, which could be 0\.15% or 15%/],
      ["Tax year", "26", /Tax year is .*write a year such as 2025/],
      ["Min loss", "-200", /Min loss is -200, below zero/],
      ["Min loss", "some", /Min loss/],
    ];
    for (const [name, text, says] of wrong) {
      const state = formState(shown(), { [name]: text, Method: "LIFO" });
      assert.match(state.problems[name] ?? "", says);
      assert.match(planLine(state, "Taxlot Settings", false), says);
    }
  });

  it("the footer counts what it will write", () => {
    const state = formState(shown(), { Method: "LIFO", View: "None", NIIT: "3.8" });
    assert.equal(planLine(state, "Taxlot Settings", false), "Writes 3 settings to sheet ‘Taxlot Settings’.");
    assert.equal(planLine(formState(shown(), { View: "None" }), "Taxlot Settings", true), "Writes 1 setting to new sheet ‘Taxlot Settings’.");
  });

  it("per cent may be typed with its sign or without", () => {
    for (const [text, written] of [["24", "24%"], ["3.8%", "3.8%"], ["0.5%", "0.5%"], ["0", "0%"], [" ", null]] as const) {
      const read = percentFrom(text);
      assert.deepEqual(read.ok && read.value, written);
    }
  });
});

describe("Rows of the settings that cannot be read", () => {
  const BROKEN = [
    ["# Taxlot settings", "", "", ""],
    ["Method", "FIFOO", "", ""],
    ["Method", "HIFO", "Brokerage", "XYZ"],
    ["Shoe size", 44, "", ""],
    ["Min loss", -5, "", ""],
    ["View", "Broker", "", ""],
    ["Account", "Roth", "Castle", ""],
    ["Tax year", 2025, "", ""],
    ["Tax year", 2026, "", ""],
  ];

  it("are all found, and the others are shown", () => {
    const { unread, settings } = settingsReadable(BROKEN);
    assert.deepEqual(unread.map(({ row, setting, text }) => [row, setting, text]), [
      [1, "Method", "FIFOO"],
      [3, null, "44"],
      [4, "Min loss", "-5"],
      [6, null, "Roth"],
      [8, null, "2026"],
    ]);
    for (const { row, sentence } of unread) assert.match(sentence, new RegExp(`^Settings row ${row + 1}: .+\\.$`));
    assert.deepEqual([settings.choices.view, settings.tax.taxYear, settings.choices.methods.length], ["broker", 2025, 1]);
  });

  it("are written anew by what is typed, also where that is the default, and left alone by what is not", () => {
    const broken = shown(BROKEN);
    assert.deepEqual(formState(broken, {}).changes, []);
    assert.deepEqual(formState(broken, { View: "None" }).changes, [{ name: "View", values: ["None"] }]);
    const { changes } = formState(broken, { Method: "FIFO", "Min loss": "" });
    assert.deepEqual(changes, [{ name: "Method", values: ["FIFO"] }, { name: "Min loss", values: [] }]);
    const edits = editsFor(BROKEN, changes);
    assert.deepEqual(edits.ok && edits.value.map(({ row, cells }) => [row, cells[0], cells[1]]), [[1, "Method", "FIFO"], [4, "# Min loss", -5]]);
  });

  it("are none where all can be read, or there is no sheet", () => {
    assert.deepEqual([settingsReadable(SHEET).unread, settingsReadable(null).unread], [[], []]);
  });
});
