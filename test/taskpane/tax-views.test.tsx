import assert from "node:assert/strict";
import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { lossTakesGain } from "../../src/report/loss-takes-gain";
import { answerTax } from "../../src/taskpane/tax/answer-tax";
import { bandsSummary, bandsTable, nextText } from "../../src/taskpane/tax/band-sentences";
import { BandsPicture } from "../../src/taskpane/tax/BandsPicture";
import { comparedLines } from "../../src/taskpane/tax/compared-lines";
import { ComparedTable } from "../../src/taskpane/tax/ComparedTable";
import { endOfRulers, rulersOf, type NamedBands } from "../../src/taskpane/tax/rulers";
import { ScenarioFields } from "../../src/taskpane/tax/ScenarioFields";
import { TaxAnswer } from "../../src/taskpane/tax/TaxAnswer";
import type { Scenario, TaxView } from "../../src/taskpane/tax/tax-view";
import { answerOf, deskOf, type Rows } from "./desk-of";

const nothing = (): void => undefined;
const NOTHING: Scenario = { shortCents: 0, longCents: 0 };

function markup(view: ReactElement): string {
  return renderToStaticMarkup(<FluentProvider theme={webLightTheme}>{view}</FluentProvider>);
}

/** The words a person sees, without the markup. */
function words(view: ReactElement): string {
  return markup(view).replace(/<style[\s\S]*?<\/style>/g, "").replace(/<[^>]+>/g, " ").replace(/&#x27;/g, "'").replace(/\s+/g, " ").trim();
}

/** A long-term gain of 1,000 in 2026. */
const ROWS: Rows = [
  ["2024-01-02", "Buy", "XYZ", 100, 10, "A"],
  ["2026-03-02", "Sell", "XYZ", 50, 30, "A"],
];
const returnOf = (income: number, status = "Single"): Rows => [["Tax year", 2026], ["Filing status", status], ["Taxable income", income]];
const viewOf = (settings: Rows, b: Scenario = NOTHING, rows = ROWS): Promise<TaxView> => answerOf(answerTax, deskOf({ rows, settings, asOf: "2026-06-30" }), { a: NOTHING, b });

async function bandsAt(settings: Rows, b: Scenario | null = null): Promise<readonly NamedBands[]> {
  const view = await viewOf(settings, b ?? NOTHING);
  assert.ok(view.a.bands !== null && view.b.bands !== null);
  const ofA: NamedBands = { name: "A", bands: view.a.bands, lossTakesGain: lossTakesGain(view.a.lines) };
  return b === null ? [ofA] : [ofA, { name: "B", bands: view.b.bands, lossTakesGain: lossTakesGain(view.b.lines) }];
}

describe("Tax screen: rulers of the bands (R-TAX-1 to R-TAX-3)", () => {
  // Single of 2026: 60,000 lies in 22 %, 50,400 to 105,700; the gain of 1,000 on top in 15 %, 49,450 to 545,500; MAGI 61,000.
  it("each kind of income ends in the band its next dollar lands in", async () => {
    const rulers = rulersOf(await bandsAt(returnOf(60000)));
    assert.deepEqual(rulers.map(({ bars }) => bars), [
      [{ name: "A", fromCents: 0, toCents: 60_000_00, nextRate: 0.22 }],
      [{ name: "A", fromCents: 60_000_00, toCents: 61_000_00, nextRate: 0.15 }],
      [{ name: "A", fromCents: 60_000_00, toCents: 61_000_00, nextRate: 0 }],
    ]);
  });

  it("the rulers end after the band above, so that what comes next is seen: 22 % to 105,700, then 24 % to 201,775", async () =>
    assert.equal(endOfRulers(rulersOf(await bandsAt(returnOf(60000)))), 201_775_00));

  // The last band begins at 640,600; twice that is 1,281,200.
  it("an income of 50 million runs over the edge, or no band could be seen", async () => {
    const scenarios = await bandsAt(returnOf(50e6));
    assert.equal(endOfRulers(rulersOf(scenarios)), 1_281_200_00);
    assert.match(markup(<BandsPicture scenarios={scenarios} />), /next dollar at 37 %/);
  });

  // −9,000 + 1,000: the gain itself is within the deductions, and so is what is sold next.
  it("deductions beyond income leave no bar and no marker, and say how much more is free", async () => {
    const scenarios = await bandsAt(returnOf(-9000, "MFJ"));
    assert.deepEqual(rulersOf(scenarios).slice(0, 2).map(({ bars }) => bars[0]!.nextRate), [null, null]);
    assert.equal(bandsSummary(scenarios), "Deductions exceed income by $8,000; that much more income is free of tax.");
  });

  it("the separate return has a threshold of 125,000 for investment income", async () => {
    const [, , invested] = rulersOf(await bandsAt(returnOf(130000, "MFS")));
    assert.equal(invested!.bands[1]!.fromCents, 125_000_00);
    assert.equal(invested!.bars[0]!.nextRate, 0.038);
  });

  it("A and B are told apart by letter and hatch, and by name in every mark", async () => {
    const scenarios = await bandsAt(returnOf(60000), { shortCents: 80_000_00, longCents: 0 });
    const seen = markup(<BandsPicture scenarios={scenarios} />);
    assert.match(seen, /aria-label="A: Ordinary income, short-term gain in it: \$60,000\.00; next dollar at 22 %"/);
    // 60,000 + 80,000 = 140,000: in 24 %, 105,700 to 201,775.
    assert.match(seen, /aria-label="B: Ordinary income, short-term gain in it: \$140,000\.00; next dollar at 24 %"/);
    assert.match(seen, /style="fill:url\(#hatch-[^)]+\)"/);
    assert.equal(nextText(rulersOf(scenarios)[0]!), "Next dollar: A at 22 %, B at 24 %");
    const row = bandsTable(rulersOf(scenarios)).rows[3];
    assert.deepEqual(row, ["Ordinary", "24 %", "$105,700", "$201,775", "$0.00", "$34,300.00", "B"]);
  });

  // B: 1,000 − 3,000 = −2,000. The next $100 of gain lowers the deduction, at 22 %, and lands in no band of gains.
  it("of a year at a loss the next gain meets the loss before it lands in a band", async () => {
    const b = { shortCents: -3000_00, longCents: 0 };
    const scenarios = await bandsAt(returnOf(60000), b);
    assert.equal(nextText(rulersOf(scenarios)[1]!), "Next dollar: A at 15 %, B taken up by losses or deductions");
    assert.equal((await viewOf(returnOf(60000), b)).b.tax?.nextLongCents, 22_00);
  });

  it("a band of no width is not drawn", async () => {
    const [one] = await bandsAt(returnOf(60000));
    const [first, ...rest] = one!.bands.ordinary;
    const empty = { ...first!, toCents: 0, filledCents: 0 };
    const seen = markup(<BandsPicture scenarios={[{ name: "A", bands: { ...one!.bands, ordinary: [empty, ...rest] }, lossTakesGain: false }]} />);
    assert.equal(seen.includes("10 %, from"), false);
    assert.equal(/NaN|Infinity/.test(seen), false);
  });
});

describe("Tax screen: the lines", () => {
  it("one column while A and B are the same, with the form's line beside the label", async () => {
    const view = await viewOf(returnOf(60000));
    const seen = words(<ComparedTable label="Lines" lines={comparedLines(view)} oneColumn testId="tax-lines" />);
    assert.match(seen, /Total Sch D 16 \$1,000\.00/);
    assert.equal(seen.includes("B − A"), false);
  });

  // 1,000 − 5,000 = −4,000.
  it("three columns once they differ; a loss and a fall carry a real minus, a rise a plus", async () => {
    const view = await viewOf(returnOf(60000), { shortCents: 0, longCents: -5000_00 });
    const seen = words(<ComparedTable label="Lines" lines={comparedLines(view)} oneColumn={false} testId="tax-lines" />);
    assert.match(seen, /^A B B − A /);
    assert.match(seen, /Total Sch D 16 \$1,000\.00 −\$4,000\.00 −\$5,000\.00/);
    assert.match(seen, /Deduction this year Sch D 21 \$0\.00 \$3,000\.00 \+\$3,000\.00/);
  });

  // The 0 % band of 2026 ends at 49,450 for Single; 40,000 + 1,000 of it are filled.
  it("what is free of tax is known to the dollar, and shown without cents", async () => {
    const seen = words(<ComparedTable label="Lines" lines={comparedLines(await viewOf(returnOf(40000)))} oneColumn testId="tax-lines" />);
    assert.match(seen, /Long-term gain still free of tax \$8,450(?!\.)/);
  });

  it("is a table to a screen reader though it is laid out as a grid", async () => {
    const seen = markup(<ComparedTable label="Lines of 2026" lines={comparedLines(await viewOf(returnOf(60000)))} oneColumn={false} testId="tax-lines" />);
    for (const role of ["table", "row", "columnheader", "rowheader", "cell"]) assert.ok(seen.includes(`role="${role}"`), role);
  });
});

describe("Tax screen: the answer and the fields", () => {
  it("what the settings lack is told once, with the way to them", async () => {
    const seen = words(<TaxAnswer view={await viewOf([])} onGo={nothing} onSelectRow={nothing} />);
    assert.match(seen, /^2026 so far: a long-term gain of \$1,000\. The tax of the year needs Tax year, Filing status and Taxable income.* Settings$/);
  });

  it("a wrong row is a link to the row", async () => {
    const view = await viewOf(returnOf(60000), NOTHING, [...ROWS, ["2026-05-04", "Sell", "XYZ", 500, 30, "A"]]);
    const [, title] = /title="([^"]+)"/.exec(markup(<TaxAnswer view={view} onGo={nothing} onSelectRow={nothing} />)) ?? [];
    assert.equal(title, "Select row 4");
  });

  it("two fields for each of A and B, named, and empty at first", () => {
    const seen = markup(<ScenarioFields ask={{ a: NOTHING, b: { shortCents: -1200_50, longCents: 0 } }} onAsk={nothing} />);
    for (const label of ["A, short-term", "A, long-term", "B, short-term", "B, long-term"]) assert.ok(seen.includes(`>${label}<`), label);
    assert.match(seen, /value="-1200\.5"/);
  });
});
