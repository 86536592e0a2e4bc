import assert from "node:assert/strict";
import { renderToStaticMarkup } from "react-dom/server";
import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { editsFor } from "../../src/sheet/placing/setting-edits";
import { readSettings } from "../../src/sheet/read-settings";
import { MONEY_SETTINGS, RATE_SETTINGS, TAX_WORD_SETTINGS } from "../../src/sheet/setting-names";
import type { TaxFacts } from "../../src/sheet/reading-types";
import { formState, settingsShown, type SettingsShown, type TypedFields } from "../../src/taskpane/settings/settings-form";
import { SINGLE_SETTINGS } from "../../src/taskpane/settings/single-settings";
import { taxAsTyped } from "../../src/taskpane/settings/tax-as-typed";
import { TaxPart } from "../../src/taskpane/settings/TaxPart";
import { settingsReadable } from "../../src/taskpane/settings/unread-rows";

type Sheet = readonly (readonly unknown[])[];
const RETURN: Sheet = [["Tax year", 2024, "", ""], ["Filing status", "Single", "", ""], ["Taxable income", 90_000, "", ""]];

const shown = (sheet: Sheet): SettingsShown => settingsShown(settingsReadable(sheet), []);

/** The tax facts once what was typed stands on the sheet. */
function factsAfter(sheet: Sheet, typed: TypedFields): TaxFacts {
  const { changes, problems } = formState(shown(sheet), typed);
  assert.deepEqual(problems, {});
  const edits = editsFor(sheet, changes);
  assert.ok(edits.ok);
  const cells: unknown[][] = sheet.map((row) => [...row]);
  for (const { row, cells: written } of edits.value) cells[row] = [...written];
  const read = readSettings(cells);
  assert.ok(read.ok, read.ok ? "" : read.problem.sentence);
  return read.value.tax;
}

describe("The form of the settings asks for the whole return", () => {
  it("has every setting of the tax that is one amount, one rate or one word", () => {
    const inForm = new Set(SINGLE_SETTINGS.map(({ name }) => name));
    for (const { name } of [...MONEY_SETTINGS, ...RATE_SETTINGS, ...TAX_WORD_SETTINGS]) assert.ok(inForm.has(name), name);
  });

  it("what is typed stands on the sheet as it was meant", () => {
    const tax = factsAfter(RETURN, {
      "Tax year": "2025", "Filing status": "HOH", "Taxable income": "(1,500.50)", "Qualified dividends": "$1,200", "MAGI": "20000",
      "Investment income": "-300", "Carryover short": "-4000", "Carryover long": "2500", "Senior deduction": "6000",
      "Senior deduction in carryover": "Printed worksheet", "Ordinary tax": "Tax table", "State rate": "5",
    });
    assert.deepEqual(
      [tax.taxYear, tax.filingStatus, tax.taxableIncome, tax.qualifiedDividends, tax.magi, tax.investmentIncome],
      [2025, "HOH", -1500.5, 1200, 20_000, -300],
    );
    assert.deepEqual(
      [tax.carryoverShort, tax.carryoverLong, tax.seniorDeduction, tax.seniorInCarryover, tax.ordinaryTax, tax.stateRate],
      [4000, 2500, 6000, "worksheet", "table", 0.05],
    );
  });

  it("an emptied field takes its row out of use", () => assert.equal(factsAfter(RETURN, { "Taxable income": " " }).taxableIncome, null));

  it("a carryover typed with the other sign is the same loss, so nothing is written", () =>
    assert.deepEqual(formState(shown([["Carryover short", 500, "", ""]]), { "Carryover short": "-500" }), { changes: [], problems: {} }));

  it("wrong input is said beside its field and keeps everything from being written", () => {
    const problem = (name: string, text: string): string => formState(shown(RETURN), { [name]: text }).problems[name] ?? "";
    assert.equal(problem("Qualified dividends", "-1"), "Qualified dividends is -1, below zero. Write 0 or more.");
    assert.equal(problem("Senior deduction", "-1"), "Senior deduction is -1, below zero. Write 0 or more.");
    for (const name of ["Taxable income", "MAGI", "Carryover short", "Investment income"]) {
      assert.match(problem(name, "lots"), new RegExp(`^${name} is "lots", which is not a number\\.$`));
      assert.match(problem(name, "1,5"), /not a number/);
      assert.match(problem(name, "#REF!"), /#REF!/);
    }
  });
});

describe("The form of the settings says what does not go together beside the field, and writes it all the same", () => {
  const warnings = (typed: TypedFields, sheet: Sheet = RETURN) => taxAsTyped(shown(sheet), typed).warnings;

  it("nothing where all is well", () => {
    assert.deepEqual(warnings({}), {});
    assert.equal(taxAsTyped(shown(RETURN), {}).sentence, "The tax is worked out by the tables of 2024 for Single.");
  });
  it("a MAGI below the taxable income", () => {
    assert.match(warnings({ "MAGI": "50" })["MAGI"]!, /^MAGI, \$50\.00, is below Taxable income, \$90,000\.00/);
    assert.equal(formState(shown(RETURN), { "MAGI": "50" }).changes.length, 1);
  });
  it("R-TAX-6: a year that the tables do not hold, unless rates replace them", () => {
    assert.match(warnings({ "Tax year": "2031" })["Tax year"]!, /the amounts of 2031 are not in them yet/);
    assert.deepEqual(warnings({ "Tax year": "2031", "Short rate": "24", "Long rate": "15" }), {});
  });
  it("one rate without the other, beside the one that is absent", () => {
    assert.deepEqual(Object.keys(warnings({ "Short rate": "24" })), ["Long rate"]);
    assert.deepEqual(Object.keys(warnings({ "Long rate": "15" })), ["Short rate"]);
    assert.equal(taxAsTyped(shown(RETURN), { "Short rate": "24", "Long rate": "15" }).sentence, "The tax is worked out at your own rates.");
  });
  it("NIIT beside the tables, and a senior deduction in a year without it", () => {
    assert.deepEqual(Object.keys(warnings({ "NIIT": "3.8" })), ["NIIT"]);
    assert.match(warnings({ "Senior deduction": "6000" })["Senior deduction"]!, /deduction of 2025 to 2028, and Tax year is 2024/);
  });
  it("an amount too large to be exact", () => assert.match(warnings({ "Carryover long": "1e14" })["Carryover long"]!, /more than \$10 trillion/));
  it("a return of which a part is blank", () =>
    assert.equal(
      taxAsTyped(shown([]), { "Tax year": "2024" }).sentence,
      "The tax of the year needs Filing status and Taxable income, which are blank. Add Filing status and Taxable income, or Short rate and Long rate.",
    ));
  it("a field that cannot be read stays out of it", () => assert.deepEqual(warnings({ "MAGI": "much", "Tax year": "26" }), {}));
});

describe("Rates of one's own are folded away", () => {
  const markup = (ratesInUse: boolean): string =>
    renderToStaticMarkup(
      <FluentProvider theme={webLightTheme}>
        <TaxPart sentence="The tax." ratesInUse={ratesInUse} field={({ name }) => <i key={name}>{name}</i>} />
      </FluentProvider>,
    );
  it("until the settings give one", () => {
    assert.match(markup(false), /aria-expanded="false".*Rates of my own instead of the tables/);
    assert.doesNotMatch(markup(false), /Short rate/);
    assert.match(markup(true), /aria-expanded="true".*Short rate/);
  });
});
