import assert from "node:assert/strict";
import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { answerBeforeYouBuy } from "../../src/taskpane/wash/answer-before-you-buy";
import { answerWash } from "../../src/taskpane/wash/answer-wash";
import { BuyAnswer } from "../../src/taskpane/wash/BeforeYouBuy";
import { clustered, joinedBands } from "../../src/taskpane/wash/clusters";
import { deferralFigures, washLine } from "../../src/taskpane/wash/wash-sentences";
import type { BeforeYouBuyView, WashView } from "../../src/taskpane/wash/wash-view";
import { WashFigures } from "../../src/taskpane/wash/WashFigures";
import { OpenWindows, Washes } from "../../src/taskpane/wash/WashList";
import { WashLegend } from "../../src/taskpane/wash/WashLegend";
import { throughDay, WashPicture } from "../../src/taskpane/wash/WashPicture";
import { isoFromDay } from "../../src/values/plain-date";
import { answerOf, day, deskOf, type Rows } from "./desk-of";

const nothing = (): void => undefined;

function markup(view: ReactElement): string {
  return renderToStaticMarkup(<FluentProvider theme={webLightTheme}>{view}</FluentProvider>);
}

/** The words a person sees, without the markup. */
function words(view: ReactElement): string {
  return markup(view).replace(/<style[\s\S]*?<\/style>/g, "").replace(/<[^>]+>/g, " ").replace(/&#x27;/g, "'").replace(/\s+/g, " ").trim();
}

/** As in wash-answer.test.ts: 800 washed, 200 of it for good; ABC's 100 open until 2 January. */
const DECEMBER: Rows = [
  ["2023-01-03", "Buy", "XYZ", 100, 50, "A"],
  ["2024-11-04", "Sell", "XYZ", 100, 40, "A"],
  ["2024-11-11", "Buy", "XYZ", 60, 41, "A"],
  ["2024-11-18", "Buy", "XYZ", 20, 42, "Roth"],
  ["2023-01-03", "Buy", "ABC", 10, 30, "A"],
  ["2024-12-02", "Sell", "ABC", 10, 20, "A"],
];
const SETTINGS: Rows = [["Account", "Roth", "Roth IRA"]];
const desk = (rows: Rows = DECEMBER) => deskOf({ rows, asOf: "2024-12-05", settings: SETTINGS });
const view = (rows?: Rows): Promise<WashView> => answerOf(answerWash, desk(rows), { year: null });

describe("Wash: the line at the top", () => {
  const line = (disallowed: number, permanent: number, released = 0, year = 2024): string =>
    washLine({ year, asOf: day("2024-12-05"), disallowedCents: disallowed, permanentCents: permanent, releasedCents: released });

  it("what is deferred and what is lost for good", () => assert.equal(line(103_200, 12_000), "$912 of this year's losses are deferred; $120 are lost for good."));
  it("one of the two alone", () => {
    assert.equal(line(91_200, 0), "$912 of this year's losses are deferred; none is lost for good.");
    assert.equal(line(12_000, 12_000), "$120 of this year's losses are lost for good.");
  });
  it("once sales have released some of it, it was deferred", () => assert.match(line(91_200, 0, 100), /losses were deferred/));
  it("another year by its number", () => assert.match(line(91_200, 0, 0, 2023), /^\$912 of 2023's losses/));
  it("nothing washed is a result", () => assert.equal(line(0, 0), "No loss of 2024 was washed."));
});

describe("Wash: the figures from what was deferred to what still is", () => {
  it("add up to their last line", async () => {
    const figures = deferralFigures(await view());
    const end = figures.at(-1);
    assert.equal(end?.cents, figures.slice(0, -1).reduce((sum, { cents }) => sum + cents, 0));
    assert.equal(end?.cents, 60_000);
  });

  it("losses carry a real minus, and the year not over is said", async () => {
    const seen = words(<WashFigures view={await view()} />);
    assert.match(seen, /Lost for good −\$200\.00/);
    assert.match(seen, /the year not being over \$600\.00/);
    assert.match(seen, /\$600\.00 in the basis of 1 open lot\./);
  });

  it("shares given away take their deferred loss along, in a line of its own", async () => {
    const seen = words(<WashFigures view={await view([...DECEMBER, ["2024-12-03", "Gift given", "XYZ", 60, "", "A"]])} />);
    assert.match(seen, /Left with shares given away, or counted in another year −\$600\.00/);
  });
});

describe("Wash: the lists", () => {
  it("each wash says what became of the loss, with links to both rows and the rule", async () => {
    const { washes } = await view();
    const seen = words(<Washes washes={washes} year={2024} onSelectRow={nothing} />);
    assert.match(seen, /XYZ : 60 shares of row 3 , sold at a loss on 11\/4\/2024, replaced by row 4 on 11\/11\/2024 in A\. \$600\.00 is added to the basis/);
    assert.match(seen, /\$200\.00 is lost for good, because Roth gives it no basis\. IRC 1091\(a\) \(R-WS-1\); Rev\. Rul\. 2008-5/);
  });

  it("many washes are never a wall", async () => {
    const [wash] = (await view()).washes;
    const seen = words(<Washes washes={Array.from({ length: 240 }, () => wash!)} year={2024} onSelectRow={nothing} />);
    assert.equal(seen.match(/sold at a loss/g)?.length, 10);
    assert.match(seen, /Show 100 more of 240/);
  });

  it("an open window says until when a purchase washes it", async () => {
    const { openWindows, asOf } = await view();
    const seen = words(<OpenWindows windows={openWindows} asOf={asOf} onSelectRow={nothing} />);
    assert.match(seen, /ABC : sold 12\/2 at a loss of \$100\.00; buying before 1\/2\/2025 would wash it\. 10 shares in A, row 7/);
    assert.match(words(<OpenWindows windows={[]} asOf={asOf} onSelectRow={nothing} />), /No loss can be washed by a purchase from 12\/5\/2024 on/);
  });
});

describe("Wash: the timeline", () => {
  it("every mark has a name, sales and purchases and what is lost for good", async () => {
    const seen = markup(<WashPicture view={await view()} onSelectRow={nothing} />);
    assert.match(seen, /aria-label="Sold 100 XYZ on 11\/4\/2024: loss \$1,000\.00, \$800\.00 washed, \$200\.00 lost for good, row 3"/);
    assert.match(seen, /aria-label="[^"]*where a loss is lost for good"/);
    assert.match(words(<WashPicture view={await view()} onSelectRow={nothing} />), /2 symbols with losses in 2024: 1 with a wash sale, 1 with a window still open/);
  });

  it("of 200 symbols the first are drawn and the rest is a button", async () => {
    const rows = Array.from({ length: 200 }, (_, at) => [["2024-01-03", "Buy", `S${at}`, 1, 50, "A"], ["2024-11-04", "Sell", `S${at}`, 1, 40, "A"]]).flat();
    const seen = markup(<WashPicture view={await view(rows)} onSelectRow={nothing} />);
    assert.equal(seen.match(/role="group" aria-label="S\d+"/g)?.length, 8);
    assert.match(seen, /Show 192 more symbols/);
  });

  it("marks nearer than can be told apart become one, in order", () => {
    const at = (days: readonly number[]) => clustered(days.map((one) => ({ day: one })), (one) => one, 9).map(({ marks, x }) => [marks.length, x]);
    assert.deepEqual(at([0, 4, 8, 9, 30]), [[3, 4], [1, 9], [1, 30]]);
    assert.deepEqual(at([]), []);
    assert.deepEqual(at([5, 5, 5]), [[3, 5]]);
  });

  it("windows that overlap or touch are one band", () =>
    assert.deepEqual(joinedBands([{ opens: 0, closes: 60 }, { opens: 30, closes: 90 }, { opens: 91, closes: 95 }, { opens: 97, closes: 99 }]), [
      { opens: 0, closes: 95 },
      { opens: 97, closes: 99 },
    ]));
});

describe("R-TLH-3: before you buy", () => {
  const buy = (shares: number, on: string, account: string | null = null): Promise<BeforeYouBuyView> =>
    answerOf(answerBeforeYouBuy, desk(), { symbol: "ABC", shares, day: day(on), account });

  it("4 shares on 5 December wash 4 × 10 = 40 of ABC's 100; from 2 January on nothing", async () => {
    const answer = await buy(4, "2024-12-05");
    assert.deepEqual([answer.disallowedCents, answer.permanentCents], [4_000, 0]);
    assert.deepEqual(answer.losses, [{ saleRow: 7, sold: day("2024-12-02"), disallowedCents: 4_000 }]);
    assert.equal(isoFromDay(answer.clearDay), "2025-01-02");
  });

  it("in the Roth the same is lost for good, and the words say so", async () => {
    const answer = await buy(4, "2024-12-05", "Roth");
    assert.equal(answer.permanentCents, 4_000);
    const seen = words(<BuyAnswer view={answer} onSelectRow={nothing} />);
    assert.match(seen, /^Buying 4 ABC in Roth on 12\/5\/2024 would disallow \$40\.00 of past losses, \$40\.00 of it for good\./);
    assert.match(seen, /row 7 From 1\/2\/2025 on, a purchase of any size washes none of them\./);
  });

  it("on the 31st day it washes nothing", async () => {
    const answer = await buy(4, "2025-01-02");
    assert.equal(answer.disallowedCents, 0);
    assert.equal(words(<BuyAnswer view={answer} onSelectRow={nothing} />), "Buying 4 ABC on 1/2/2025 washes no loss.");
  });
});

describe("Wash: how far the picture reaches", () => {
  it("to the as-of day in the year that runs, to the last window of an older one", () => {
    const lines = [{ through: day("2025-04-02") }, { through: day("2025-03-01") }];
    assert.equal(throughDay(lines, day("2025-12-05")), day("2025-12-05"));
    assert.equal(throughDay(lines, day("2025-02-01")), day("2025-04-02"));
    assert.equal(throughDay(lines, day("2026-12-05")), day("2025-04-02"));
  });
});

describe("The legend of the timeline", () => {
  it("draws each mark as the picture does, since letters like it are blank in some fonts", () => {
    const seen = markup(<WashLegend />);
    assert.equal(words(<WashLegend />), "sale at a loss other sale purchase lost for good 61 days in which a purchase washes the loss");
    assert.equal(seen.match(/<svg[^>]*aria-hidden="true"/g)?.length, 5);
    assert.doesNotMatch(seen, /[\u25a0-\u25ff]/);
  });
});
