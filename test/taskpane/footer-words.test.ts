import assert from "node:assert/strict";
import type { SheetDraft, WrittenSheet } from "../../src/sheet/placing/sheet-draft";
import { withFreeNames } from "../../src/taskpane/frame/free-names";
import { staysOnPurpose } from "../../src/taskpane/frame/stays-on-purpose";
import { removeWrittenSheets } from "../../src/taskpane/remove-tables";
import type { ScreenAction } from "../../src/taskpane/screen";
import { refuse } from "../../src/values/outcome";

const draft = (title: string): SheetDraft => ({ sheetName: "Harvest 2025-12-05", title, blocks: [] }) as unknown as SheetDraft;
const action = (of: SheetDraft): ScreenAction => ({ label: "Write plan", plan: "Writes 3 sales to new sheet ‘Harvest 2025-12-05’.", disabled: false, drafts: [of] });
const written = (of: SheetDraft, sheetName = of.sheetName): WrittenSheet => ({ sheetName, draft: of, names: [], contents: [] }) as unknown as WrittenSheet;

describe("The footer above the one primary button", () => {
  it("names the sheet that will be made, not the one whose name is taken", () => {
    const { plan } = withFreeNames(action(draft("a")), ["Harvest 2025-12-05 (2)"], []);
    assert.equal(plan, "Writes 3 sales to new sheet ‘Harvest 2025-12-05 (2)’.");
  });

  it("says where the same plan stands already, and nothing of another plan", () => {
    const free = ["Harvest 2025-12-05 (3)"];
    const before = [written(draft("a")), written(draft("b"), "Harvest 2025-12-05 (2)")];
    assert.equal(
      withFreeNames(action(draft("a")), free, before).plan,
      "Writes 3 sales to new sheet ‘Harvest 2025-12-05 (3)’. The same stands on sheet ‘Harvest 2025-12-05’ already.",
    );
    assert.equal(withFreeNames(action(draft("c")), free, before).plan, "Writes 3 sales to new sheet ‘Harvest 2025-12-05 (3)’.");
  });

  it("keeps its words while the names are not known, or no sheet is written", () => {
    assert.equal(withFreeNames(action(draft("a")), [], []).plan, action(draft("a")).plan);
    const none: ScreenAction = { label: "Write settings", plan: "Writes 1 setting to sheet ‘Taxlot Settings’.", disabled: false };
    assert.equal(withFreeNames(none, [], [written(draft("a"))]).plan, none.plan);
  });
});

describe("“Remove what I wrote”", () => {
  it("says once why a changed sheet stays", async () => {
    const why = "‘Harvest’!S11 has been changed since it was written, so sheet ‘Harvest’ stays.";
    const { sentence } = await removeWrittenSheets(async () => refuse("bad-input", why), [written(draft("a"), "Harvest")]);
    assert.equal(sentence, `Nothing was removed. ${why}`);
  });

  it("names the sheet where the refusal does not", async () => {
    const { sentence } = await removeWrittenSheets(async () => refuse("bad-input", "Excel is busy. Try again in a moment."), [written(draft("a"), "Harvest")]);
    assert.equal(sentence, "Nothing was removed. Sheet ‘Harvest’ stays: Excel is busy. Try again in a moment.");
  });

  it("says what it leaves on purpose, and only what was written", () => {
    assert.deepEqual(staysOnPurpose(new Set(["Trades"])), []);
    assert.deepEqual(staysOnPurpose(new Set(["Taxlot SpecID", "Taxlot Prices"])), [
      "Sheet ‘Taxlot Prices’ stays: its prices are yours.",
      "Sheet ‘Taxlot SpecID’ stays: it is your record of the lots you named.",
    ]);
  });
});
