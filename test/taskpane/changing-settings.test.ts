import assert from "node:assert/strict";
import { RULES_VERSION } from "../../src/report/rules-version";
import { readSettings } from "../../src/sheet/read-settings";
import type { Settings } from "../../src/sheet/reading-types";
import type { SettingChange } from "../../src/sheet/placing/setting-changes";
import { changeSettings, useSelectedSettings } from "../../src/workbook/change-settings";
import { findSettings } from "../../src/workbook/settings-sheet";
import { FakeWorkbook, installFake } from "./fake-excel";

describe("Design section 5: settings are kept on a visible sheet and changed row by row", () => {
  let book: FakeWorkbook;
  let restore: () => void;
  beforeEach(() => {
    book = new FakeWorkbook();
    book.sheet("Trades");
    restore = installFake(book);
  });
  afterEach(() => restore());

  const settings = async (): Promise<Settings> => {
    const found = await findSettings();
    assert.ok(found.ok && found.value);
    const read = readSettings(found.value.cells);
    assert.ok(read.ok, read.ok ? "" : read.problem.sentence);
    return read.value;
  };
  const change = async (...changes: readonly SettingChange[]): Promise<string | null> => {
    const outcome = await changeSettings(changes);
    return outcome.ok ? null : outcome.problem.sentence;
  };

  it("makes the sheet when there is none, and uses its commented rows", async () => {
    assert.equal(await change({ name: "Short rate", values: ["35%"] }, { name: "View", values: ["Broker"] }), null);
    const { tax, choices } = await settings();
    assert.deepEqual([tax.shortRate, choices.view], [0.35, "broker"]);
    assert.ok(![...book.sheet("Taxlot Settings").cells.values()].includes("# Short rate"));
  });

  it("writes nothing over what another hand has written since the settings were read", async () => {
    const declare: SettingChange = { name: "Account", first: "Other", values: ["Other", "Taxable", "Self"], was: null };
    await change({ name: "Account", first: "Other", values: ["Other", "IRA", "Spouse"] });
    const says = await change({ name: "Account", first: "Third", values: ["Third", "Taxable", "Self"], was: null }, declare);
    assert.equal(says, "Someone has changed Account Other in the settings since they were read. Look at it, then try again. Nothing was written.");
    const { choices } = await settings();
    assert.deepEqual([...choices.accounts.values()].map(({ name, type, owner }) => [name, type, owner]), [["Other", "IRA", "Spouse"]]);

    await change({ name: "Client", values: ["Pat Doe"], was: null });
    assert.equal(await change({ name: "Client", values: ["Kim Roe"], was: "Pat Doe" }), null);
    assert.match((await change({ name: "Client", values: ["Lee Poe"], was: "Pat Doe" })) ?? "", /^Someone has changed Client/);
    assert.match((await change({ name: "Client", values: [], was: null })) ?? "", /^Someone has changed Client/);
    assert.ok([...book.sheet("Taxlot Settings").cells.values()].includes("Kim Roe"));
  });

  it("gives a settings sheet of ours the rules version it lacks, once, and never raises one that is there", async () => {
    const versions = (): readonly unknown[] => {
      const { cells } = book.sheet("Taxlot Settings");
      return [...cells].filter(([, content]) => content === "Rules version").map(([key]) => cells.get(`${key.split(",")[0]},1`));
    };
    await change({ name: "View", values: ["Broker"] });
    assert.deepEqual(versions(), [RULES_VERSION]);
    const [key = ""] = [...book.sheet("Taxlot Settings").cells].find(([, content]) => content === "Rules version") ?? [];
    const row = Number(key.split(",")[0]);
    book.sheet("Taxlot Settings").set(row, 1, "2001-01");
    await change({ name: "View", values: ["None"] });
    assert.deepEqual(versions(), ["2001-01"]);
    book.sheet("Taxlot Settings").set(row, 0, "");
    book.sheet("Taxlot Settings").set(row, 1, "");
    await change({ name: "View", values: ["Broker"] });
    assert.deepEqual(versions(), [RULES_VERSION]);
    await change({ name: "Rules version", values: [RULES_VERSION] });
    assert.deepEqual(versions(), [RULES_VERSION]);
  });

  it("writes a rate as a number shown in per cent, with the places it was given", async () => {
    await change({ name: "Short rate", values: ["35%"] }, { name: "NIIT", values: ["3.8%"] });
    const { cells, formats } = book.sheet("Taxlot Settings");
    const shown = ["Short rate", "NIIT"].map((name) => {
      const row = [...cells].find(([, content]) => content === name)?.[0].split(",")[0] ?? "";
      return [cells.get(`${row},1`), formats.get(`${row},1`)];
    });
    assert.deepEqual(shown, [[0.35, "0%"], [0.038, "0.0%"]]);
  });

  it("grows the named range for a row that does not fit, keeping what the user wrote", async () => {
    book.sheet("Mine").put(0, 0, [["Method", "HIFO"], ["# note", "kept"]]);
    book.names.set("TaxlotSettings", { sheet: "Mine", row: 0, column: 0, rows: 2, columns: 2 });
    assert.equal(await change({ name: "Tax year", values: [2026] }), null);
    assert.equal((await settings()).tax.taxYear, 2026);
    assert.deepEqual(book.names.get("TaxlotSettings"), { sheet: "Mine", row: 0, column: 0, rows: 3, columns: 2 });
    assert.equal(book.sheet("Mine").cells.get("1,1"), "kept");
    assert.equal(book.sheets.length, 2);
  });

  it("does the same without ExcelApi 1.7", async () => {
    book.apiSets.delete("1.7");
    book.sheet("Mine").put(0, 0, [["Method", "HIFO"]]);
    book.names.set("TaxlotSettings", { sheet: "Mine", row: 0, column: 0, rows: 1, columns: 2 });
    assert.equal(await change({ name: "Tax year", values: [2026] }), null);
    assert.equal(book.names.get("TaxlotSettings")?.rows, 2);
  });

  it("refuses to grow over someone's cells", async () => {
    book.sheet("Mine").put(0, 0, [["Method", "HIFO"], ["", "mine"]]);
    book.names.set("TaxlotSettings", { sheet: "Mine", row: 0, column: 0, rows: 1, columns: 2 });
    assert.equal(
      await change({ name: "Tax year", values: [2026] }),
      "The settings range ‘Mine’!A1:B1 is full, and ‘Mine’!A2:B2 below it is not empty. Insert a row inside the settings, then try again.",
    );
    assert.equal(book.sheet("Mine").cells.size, 3);
  });

  it("keeps a value that starts like a formula a text", async () => {
    await change({ name: "Identical", first: "=A1", values: ["=A1", "-B"] });
    const { cells, texts } = book.sheet("Taxlot Settings");
    const key = [...cells].find(([, content]) => content === "=A1")?.[0] ?? "";
    assert.ok(texts.has(key));
    assert.deepEqual((await settings()).choices.identical, [["=A1", "-B"]]);
  });

  it("says that the sheet is protected", async () => {
    await change({ name: "View", values: ["Broker"] });
    book.sheet("Taxlot Settings").protected = true;
    assert.equal(await change({ name: "View", values: ["None"] }), "Sheet ‘Taxlot Settings’ is protected. Unprotect it, then try again. Nothing was written.");
    assert.equal((await settings()).choices.view, "broker");
  });

  it("takes settings that the user has selected, and moves the name there", async () => {
    await change({ name: "View", values: ["Broker"] });
    book.sheet("Mine").put(3, 3, [["View", "None"], ["# note", ""]]);
    book.selected = { sheet: "Mine", row: 0, column: 3, rows: 1_048_576, columns: 2 };
    assert.deepEqual(await useSelectedSettings(), { ok: true, value: undefined });
    assert.equal((await settings()).choices.view, "none");
    assert.equal(await change({ name: "View", values: ["Taxpayer"] }), null);
    assert.equal(book.sheet("Mine").cells.get("3,4"), "Taxpayer");
  });

  it("refuses a selection that is no settings, naming the row, and keeps the name where it was", async () => {
    await change({ name: "View", values: ["Broker"] });
    book.sheet("Mine").put(0, 0, [["Rent", 900]]);
    book.selected = { sheet: "Mine", row: 0, column: 0, rows: 5, columns: 2 };
    const refused = await useSelectedSettings();
    assert.match(refused.ok ? "" : refused.problem.sentence, /^‘Mine’!A1:B1 cannot be used as settings\. Settings row 1: "Rent" is no setting\./);
    assert.equal(book.names.get("TaxlotSettings")?.sheet, "Taxlot Settings");
  });
});
