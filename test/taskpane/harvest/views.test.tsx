import assert from "node:assert/strict";
import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { WorthOfLoss } from "../../../src/harvest/worth-of-loss";
import type { PlannedSale } from "../../../src/harvest/harvest-types";
import { harvestLot } from "../../report/harvest-lot";
import { day } from "../lots/laid-desk";
import { Candidate, type CandidateActs } from "../../../src/taskpane/harvest/Candidate";
import { CandidateList } from "../../../src/taskpane/harvest/CandidateList";
import { LossPicture } from "../../../src/taskpane/harvest/LossPicture";
import { NO_TICKS, tickedWhole, withTick } from "../../../src/taskpane/harvest/ticks";
import { YearTable } from "../../../src/taskpane/harvest/YearTable";
import { yearEffect } from "../../../src/taskpane/harvest/year-effect";
import { LotsList } from "../../../src/taskpane/lots/LotsList";
import { rowsThatNeedYou } from "../../../src/taskpane/parts/rows-that-need-you";
import { ALL_LOTS, filteredLots, groupedLots } from "../../../src/taskpane/lots/sort-lots";
import { radiusOf } from "../../../src/taskpane/lots/LotsPicture";
import { lotsCaveats, lotsLine } from "../../../src/taskpane/lots/lots-sentences";
import type { LotShown, LotsView } from "../../../src/taskpane/lots/lots-view";

const markup = (view: ReactElement): string => renderToStaticMarkup(<FluentProvider theme={webLightTheme}>{view}</FluentProvider>);
const words = (view: ReactElement): string =>
  markup(view).replace(/<style[\s\S]*?<\/style>/g, "").replace(/<[^>]+>/g, " ").replace(/&#x27;/g, "'").replace(/\s+/g, " ").trim();

const nothing = (): void => undefined;
const acts: CandidateActs = { onTick: nothing, onShares: nothing, onAlso: nothing, onPartner: nothing, onSelectRow: nothing, onSettings: nothing };
const ASOF = day("2026-12-05");
const washedBy = [{ row: 7, symbol: "XYZ", account: "IRA", day: day("2026-11-30"), shares: 20, disallowedCents: 20_000, permanentCents: 20_000, pending: false }];
const washed = harvestLot({ washedCents: 20_000, permanentCents: 20_000, safeShares: 80, washedBy });

const WORTH: WorthOfLoss = { savedCents: 30_000, comesBackCents: 20_000, keptCents: 10_000, carriedShortCents: 0, carriedLongCents: 0, nothing: null };

describe("A candidate of the Harvest screen", () => {
  it("shows its lot as a link to its row, its loss with a real minus, what counts and its status", () => {
    const seen = words(<Candidate lot={washed} tick={undefined} partner="" asOf={ASOF} acts={acts} />);
    assert.match(seen, /XYZ row 2 −\$1,000\.00 100 in A, 20\.0 % down \$800\.00 counts Lost for good \$200 Long-term in 82 days/);
    assert.match(markup(<Candidate lot={washed} tick={undefined} partner="" asOf={ASOF} acts={acts} />), /title="Select row 2"/);
  });

  it("its tick is named for screen readers and found by its key", () => {
    const seen = markup(<Candidate lot={washed} tick={undefined} partner="" asOf={ASOF} acts={acts} />);
    const [tick = ""] = /<input[^>]*type="checkbox"[^>]*>/.exec(seen) ?? [];
    assert.ok(tick.includes('data-testid="tick-XYZ|A|ROW 2"'));
    assert.ok(tick.includes('aria-label="XYZ row 2, loss $1,000.00, Lost for good $200"'));
  });

  it("ticked, it lets part of it be sold", () => {
    assert.doesNotMatch(words(<Candidate lot={washed} tick={undefined} partner="" asOf={ASOF} acts={acts} />), /Shares to sell/);
    assert.match(words(<Candidate lot={washed} tick={tickedWhole(washed)} partner="" asOf={ASOF} acts={acts} />), /Shares to sell, of 100/);
  });

  it("ticked, its badge and what counts are those of the plan: with the IRA's shares sold first it is clean", () => {
    const planned = { gainCents: -100_000, washedCents: 0, permanentCents: 0, worth: WORTH } as unknown as PlannedSale;
    const seen = words(<Candidate lot={washed} tick={tickedWhole(washed)} planned={planned} partner="" asOf={ASOF} acts={acts} />);
    assert.match(seen, /Clean in your plan/);
    assert.match(seen, /saves \$300\.00 of tax this year/);
    assert.doesNotMatch(seen, /Lost for good|counts/);
    // Unticked again, it stands alone, whatever plan is still shown.
    assert.match(words(<Candidate lot={washed} tick={undefined} planned={planned} partner="" asOf={ASOF} acts={acts} />), /Lost for good \$200/);
  });

  it("a loss worth nothing says so beside its amount, and why when it is opened", () => {
    const lot = harvestLot({ worth: { ...WORTH, savedCents: 0, keptCents: 0, comesBackCents: 0, carriedShortCents: 100_000, nothing: "past-limit" } });
    const seen = words(<Candidate lot={lot} tick={undefined} partner="" asOf={ASOF} acts={acts} openAtFirst />);
    assert.match(seen, /worth nothing to you this year/);
    assert.match(seen, /Worth nothing to you this year: your losses are past the year's limit/);
    assert.match(seen, /Loss carried into later years \$1,000\.00/);
  });

  it("opened, it tells what it saves, what comes back and what is kept", () => {
    const seen = words(<Candidate lot={harvestLot({ worth: WORTH })} tick={undefined} partner="" asOf={ASOF} acts={acts} openAtFirst />);
    assert.match(seen, /Tax saved this year \$300\.00 of it comes back, if bought back \$200\.00 kept for good \$100\.00/);
  });

  it("says why, with a link to the row that washes it, and what can be sold safely", () => {
    const seen = words(<Candidate lot={washed} tick={undefined} partner="" asOf={ASOF} acts={acts} openAtFirst />);
    assert.match(seen, /Row 7 \(bought [^)]*\) replaces 20 of these: \$200\.00 is lost for good, replaced in IRA\./);
    assert.match(seen, /80 of 100 can be sold today with nothing washed\. Sell 80/);
    assert.match(seen, /name partners of XYZ under Replacement in the settings/);
  });

  it("offers the partners of the user's own list, and no others", () => {
    const lot = harvestLot({ replacements: ["ABC", "DEF"] });
    const seen = markup(<Candidate lot={lot} tick={undefined} partner="DEF" asOf={ASOF} acts={acts} openAtFirst />);
    assert.deepEqual([...seen.matchAll(/<option[^>]*value="([^"]*)"/g)].map(([, value]) => value), ["", "ABC", "DEF"]);
  });

  it("of hundreds, ten are drawn and the rest is counted", () => {
    const lots = Array.from({ length: 130 }, (_, index) => harvestLot({ key: `XYZ|A|L${index}` }));
    const seen = markup(<CandidateList lots={lots} ticks={NO_TICKS} plan={null} partners={new Map()} asOf={ASOF} acts={acts} />);
    assert.equal(seen.match(/data-testid="candidate-/g)?.length, 10);
    assert.match(seen, /Show 40 more lots of 120/);
  });
});

describe("Rows that need you, under the answer of a screen", () => {
  const caveats = (...sentences: string[]): ReactElement => <>{rowsThatNeedYou(sentences, { onSelectRow: nothing, onGo: nothing })}</>;

  it("one row is its sentence, its name being the link to it", () => {
    assert.equal(words(caveats("Row 41: sells 120 XYZ, only 100 held.")), "Row 41 : sells 120 XYZ, only 100 held.");
    assert.match(markup(caveats("Row 41: sells 120 XYZ, only 100 held.")), /title="Select row 41"[^>]*>Row 41</);
  });

  it("of many, said once each, the count, the first three and a link to the rest", () => {
    const seen = words(caveats(...[1, 2, 3, 4, 5, 5].map((row) => `Row ${row}: is wrong.`)));
    assert.match(seen, /^5 rows need you, and what they name is left out: Row 1 : is wrong\. Row 2 : is wrong\. Row 3 : is wrong\. and 2 more$/);
  });

  it("a row of the prices is found on Data", () => {
    assert.match(markup(caveats("Prices row 3: the price of XYZ is -1, below zero.")), /role="button"[^>]*>Prices row 3</);
  });
});

describe("The pictures and tables of the Harvest screen", () => {
  it("a mark is a button that tells its lot and whether it is ticked; lost for good is an outline, long-term a square", () => {
    const lots = [washed, harvestLot({ key: "L", term: "Long", daysToLongTerm: null, longTermOn: null })];
    const seen = markup(<LossPicture lots={lots} ticks={withTick(NO_TICKS, tickedWhole(washed))} asOf={ASOF} onTick={nothing} />);
    assert.match(seen, /aria-label="XYZ row 2: loss \$1,000\.00, \$200\.00 of it lost for good, long-term in 82 days, ticked" aria-pressed="true"/);
    assert.equal(seen.match(/data-mark=""/g)?.length, 2);
    assert.match(seen, /1 of 2 lots is clean/);
  });

  it("the year: so far, these sales, result", () => {
    const year = { yearShortCents: 0, yearLongCents: 402_000, carriedShortCents: 0, carriedLongCents: 0, limitCents: 300_000 };
    const seen = words(<YearTable effect={yearEffect(year, { harvestedShortCents: 75_000, harvestedLongCents: 0 })} year={2026} tax={null} />);
    assert.equal(seen, "2026 Short Long Total So far $0 $4,020 $4,020 These sales −$750 $0 −$750 Result −$750 $4,020 $3,270");
  });

  it("below it the tax of the year without and with them, of the return by the tables, else at the user's rates", () => {
    const effect = yearEffect({ yearShortCents: 0, yearLongCents: 0, carriedShortCents: 0, carriedLongCents: 0, limitCents: 300_000 }, null);
    const seen = (byLaw: boolean): string => words(<YearTable effect={effect} year={2026} tax={{ withoutCents: 791_200, withCents: 785_700, byLaw }} />);
    assert.match(seen(true), /Tax of the return without these sales \$7,912 With them \$7,857$/);
    assert.match(seen(false), /Tax at your rates without these sales \$7,912 With them \$7,857$/);
  });
});

const lotShown = (more: Partial<LotShown>): LotShown => ({
  key: "k", symbol: "XYZ", account: "A", lot: "L1", row: 2, shares: 10, acquired: ASOF - 100, holdingFrom: ASOF - 100, daysHeld: 100, term: "Short", longTermOn: ASOF + 266,
  daysToLongTerm: 266, basisCents: 10_000, washAddedCents: 0, price: 9, valueCents: 9_000, gainCents: -1_000, retirement: false, note: "", waiting: null, ...more,
});

describe("The list of the Lots screen", () => {
  it("few lots are shown opened, each with its row, term and gain", () => {
    const seen = words(<LotsList groups={groupedLots([lotShown({})], "symbol")} unknown="no price" onSelectRow={nothing} />);
    assert.match(seen, /XYZ 1 lot, 10 shares −\$10\.00 lot L1 Long-term in 266 days −\$10\.00 10 in A since .* cost \$100\.00/);
  });

  it("a lot that turns soon says what waiting saves and how far the price may fall, never a figure below it", () => {
    const seen = (price: number, move: number): string =>
      words(<LotsList groups={groupedLots([lotShown({ waiting: { days: 40, savesCents: 31_200, breakEven: { price, move } } })], "symbol")} unknown="" onSelectRow={nothing} />);
    assert.match(seen(47.114001, -0.041), /Waiting 40 days saves \$312; the price may fall to \$47\.12 \(−4\.1 %\) before waiting costs more\./);
    assert.match(seen(0.000123, -0.5), /may fall to \$0\.000123 \(−50\.0 %\)/);
  });

  it("of a loss what waiting costs, without a price", () => {
    const seen = words(<LotsList groups={groupedLots([lotShown({ waiting: { days: 1, savesCents: -5_000, breakEven: null } })], "symbol")} unknown="" onSelectRow={nothing} />);
    assert.match(seen, /Waiting 1 day costs \$50\./);
  });

  it("the line on top is the sum of the groups, retirement accounts included and told apart", () => {
    const lots = [lotShown({ key: "a", symbol: "A", gainCents: 50_000 }), lotShown({ key: "b", symbol: "B", gainCents: -20_000, retirement: true })];
    const view = { lots, withheld: [], withoutPrice: [], openShorts: 0 } as unknown as LotsView;
    assert.equal(lotsLine(view), "You hold 2 lots in 2 symbols, $300 unrealised.");
    assert.deepEqual(lotsCaveats(view), ["−$200 of it is in retirement accounts, where a sale is not taxed."]);
    // Without prices there is no sum to leave anything out of.
    assert.deepEqual(lotsCaveats({ ...view, lots: lots.map((lot) => ({ ...lot, gainCents: null })) }), []);
  });

  it("a mark's area is the size of its result: a quarter of the gain has half the radius, and none is too small to hit", () => {
    assert.equal(radiusOf({ gainCents: -10_000 }, 10_000, 5), 9);
    assert.equal(radiusOf({ gainCents: 2_500 }, 10_000, 5), 4.5);
    assert.equal(radiusOf({ gainCents: 0 }, 10_000, 5), 3);
  });

  it("ten thousand lots of many symbols: a hundred lines, closed, and a count of the rest", () => {
    const lots = Array.from({ length: 10_000 }, (_, index) => lotShown({ key: String(index), symbol: `S${index % 150}` }));
    const seen = markup(<LotsList groups={groupedLots(lots, "symbol")} unknown="no price" onSelectRow={nothing} />);
    assert.equal(seen.match(/data-testid="group-/g)?.length, 100);
    assert.doesNotMatch(seen, /data-testid="lot-/);
    assert.match(seen, /Show 50 more symbols</);
  });

  it("a lot without a price is neither a loss nor a gain, and comes last by gain", () => {
    const lots = [lotShown({ key: "n", symbol: "N", gainCents: null }), lotShown({ key: "g", symbol: "G", gainCents: 500 }), lotShown({ key: "l", symbol: "L" })];
    assert.deepEqual(groupedLots(lots, "gain").map(({ symbol }) => symbol), ["L", "G", "N"]);
    assert.deepEqual(filteredLots(lots, { ...ALL_LOTS, result: "loss" }).map(({ symbol }) => symbol), ["L"]);
    assert.deepEqual(filteredLots(lots, { ...ALL_LOTS, result: "gain" }).map(({ symbol }) => symbol), ["G"]);
  });

  it("the soonest to turn long-term come first, those that are long last", () => {
    const lots = [lotShown({ symbol: "A", term: "Long", daysToLongTerm: null }), lotShown({ symbol: "B", daysToLongTerm: 40 }), lotShown({ symbol: "C", daysToLongTerm: 3 })];
    assert.deepEqual(groupedLots(lots, "daysToLongTerm").map(({ symbol }) => symbol), ["C", "B", "A"]);
  });
});
