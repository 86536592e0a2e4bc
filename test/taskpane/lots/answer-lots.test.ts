import assert from "node:assert/strict";
import { answerLots } from "../../../src/taskpane/lots/answer-lots";
import type { LotsView } from "../../../src/taskpane/lots/lots-view";
import { openLotsTable } from "../../../src/sheet/tables/open-lots";
import { proceedsCents } from "../../../src/sheet/arguments";
import { Stopped } from "../../../src/taskpane/engine/contract";
import { atOnce, day, laidDesk, type Laid } from "./laid-desk";

async function lotsOf(laid: Laid): Promise<LotsView> {
  const answer = await answerLots(laidDesk(laid), {}, atOnce);
  assert.ok(answer.ok, answer.ok ? "" : answer.problem.sentence);
  return answer.value;
}

const ASOF = day("2026-12-05");

describe("The answer of the Lots screen", () => {
  it("values each lot at its price: 60 left of 100 at $10 are worth $540 at $9, a loss of $60", async () => {
    const { lots } = await lotsOf({
      rows: [
        ["2026-03-02", "Buy", "XYZ", 100, 10, "Schwab", "L1"],
        ["2026-04-01", "Sell", "XYZ", 40, 11, "Schwab", ""],
      ],
      prices: { XYZ: 9 },
      asOf: ASOF,
    });
    assert.equal(lots.length, 1);
    const [lot] = lots;
    assert.deepEqual(
      [lot?.key, lot?.row, lot?.shares, lot?.basisCents, lot?.valueCents, lot?.gainCents],
      ["XYZ|SCHWAB|L1", 2, 60, 60_000, 54_000, -6_000],
    );
  });

  it("tells the days to long-term: bought 2 March 2026, long-term from 3 March 2027, 88 days after 5 December", async () => {
    // December has 26 days left after the 5th, January 31, February 28, then 3 March: 26 + 31 + 28 + 3 = 88.
    const { lots } = await lotsOf({ rows: [["2026-03-02", "Buy", "XYZ", 100, 10, "A", ""]], prices: { XYZ: 9 }, asOf: ASOF });
    assert.deepEqual([lots[0]?.term, lots[0]?.longTermOn, lots[0]?.daysToLongTerm], ["Short", day("2027-03-03"), 88]);
    // March has 29 days left after the 2nd, then 30 + 31 + 30 + 31 + 31 + 30 + 31 + 30 for April to November, and 5: 278.
    assert.equal(lots[0]?.daysHeld, 278);
  });

  describe("R-TLH-6: what waiting until long-term is worth, as TERMCALENDAR has it", () => {
    const RATES = [["Short rate", 0.37], ["Long rate", 0.2]];
    const waitingOf = async (date: string, price: number, settings: unknown[][] | undefined = RATES, account = "A") =>
      (await lotsOf({ rows: [[date, "Buy", "XYZ", 100, 10, account, ""]], prices: { XYZ: price }, asOf: ASOF, ...(settings === undefined ? {} : { settings }) })).lots[0]?.waiting;

    it("a gain: 100 at $30 for $10 are taxed $740 now and $400 later, so the $2,260 kept now are kept from $25.75 on", async () => {
      // 100 × (30 - 10) = 2,000: 37 % is 740, 20 % is 400. Kept now 3,000 - 740 = 2,260; v - 0.2 (v - 1,000) = 2,260 at v = 2,575.
      const waiting = await waitingOf("2025-12-20", 30);
      // Long-term from 12/21/2026: 16 days after 12/5.
      assert.deepEqual([waiting?.days, waiting?.savesCents, waiting?.breakEven?.price], [16, 34_000, 25.75]);
      assert.ok(Math.abs(waiting!.breakEven!.move - (25.75 - 30) / 30) < 1e-12);
    });

    it("a loss saves less then where it meets a long-term gain, and has no break-even", async () => {
      // Realised: 600 short-term and 600 long-term. 100 × (4 - 10) = -600 takes the one now, at 37 % 222, and the other later, at 20 % 120.
      const rows = [
        ["2024-01-02", "Buy", "OLD", 10, 10, "A", ""], ["2026-03-02", "Sell", "OLD", 10, 70, "A", ""],
        ["2026-01-05", "Buy", "NEW", 10, 10, "A", ""], ["2026-03-02", "Sell", "NEW", 10, 70, "A", ""],
        ["2025-12-20", "Buy", "XYZ", 100, 10, "A", ""],
      ];
      const { lots } = await lotsOf({ rows, prices: { XYZ: 4 }, asOf: ASOF, settings: RATES });
      assert.deepEqual(lots[0]?.waiting, { days: 16, savesCents: -10_200, breakEven: null });
    });

    it("a loss alone lowers the tax by as much either way: nothing is said", async () => assert.equal(await waitingOf("2025-12-20", 4), null));

    it("nothing beyond sixty days, without a return or rates, and in a retirement account", async () => {
      assert.equal(await waitingOf("2026-03-02", 30), null);
      assert.equal(await waitingOf("2025-12-20", 30, []), null);
      assert.equal(await waitingOf("2025-12-20", 30, RATES, "My IRA"), null);
      assert.notEqual(await waitingOf("2025-12-20", 30), null);
    });
  });

  it("a lot held more than a year is long and has no day to wait for", async () => {
    const { lots } = await lotsOf({ rows: [["2024-03-01", "Buy", "XYZ", 100, 10, "A", ""]], asOf: ASOF });
    assert.deepEqual([lots[0]?.term, lots[0]?.longTermOn, lots[0]?.daysToLongTerm], ["Long", null, null]);
  });

  it("without prices every lot is there, without value and gain", async () => {
    const view = await lotsOf({ rows: [["2026-03-02", "Buy", "XYZ", 100, 10, "A", ""]], asOf: ASOF });
    assert.deepEqual([view.noPrices, view.withoutPrice, view.lots[0]?.price, view.lots[0]?.gainCents], [true, [], null, null]);
  });

  it("a symbol without a price is named, in any case of its letters found", async () => {
    const view = await lotsOf({
      rows: [["2026-03-02", "Buy", "xyz", 100, 10, "A", ""], ["2026-03-02", "Buy", "ABC", 1, 10, "A", ""]],
      prices: { XYZ: 9 },
      asOf: ASOF,
    });
    assert.deepEqual(view.withoutPrice, ["ABC"]);
    assert.deepEqual(view.lots.map(({ gainCents }) => gainCents), [-10_000, null]);
  });

  it("a price of 0 is a price: all of the cost is lost", async () => {
    const view = await lotsOf({ rows: [["2026-03-02", "Buy", "XYZ", 100, 10, "A", ""]], prices: { XYZ: 0 }, asOf: ASOF });
    assert.equal(view.lots[0]?.gainCents, -100_000);
  });

  it("rows after the as-of day have not happened yet", async () => {
    const rows = [["2026-03-02", "Buy", "XYZ", 100, 10, "A", ""], ["2026-12-20", "Sell", "XYZ", 100, 10, "A", ""], ["2026-12-21", "Buy", "ABC", 1, 1, "A", ""]];
    const view = await lotsOf({ rows, asOf: ASOF });
    assert.deepEqual(view.lots.map(({ symbol, shares }) => [symbol, shares]), [["XYZ", 100]]);
  });

  it("lots of retirement accounts are marked, by the settings and by the account's name", async () => {
    const view = await lotsOf({
      rows: [["2026-03-02", "Buy", "XYZ", 1, 10, "Fidelity IRA", ""], ["2026-03-02", "Buy", "XYZ", 1, 10, "Nest", ""], ["2026-03-02", "Buy", "XYZ", 1, 10, "Schwab", ""]],
      settings: [["Account", "Nest", "401k", "Self"]],
      asOf: ASOF,
    });
    assert.deepEqual(view.lots.map(({ retirement }) => retirement), [true, true, false]);
  });

  it("a washed loss in the basis is told, with its row: 50 of 100 replaced, half of the $200 loss", async () => {
    // Sold 100 at $8 (cost $10): loss $200. 50 bought 10 days later replace 50: $100 moves into their basis, 50 × $8 + $100 = $500.
    const view = await lotsOf({
      rows: [["2026-03-02", "Buy", "XYZ", 100, 10, "A", ""], ["2026-09-01", "Sell", "XYZ", 100, 8, "A", ""], ["2026-09-11", "Buy", "XYZ", 50, 8, "A", ""]],
      prices: { XYZ: 8 },
      asOf: ASOF,
    });
    const [lot] = view.lots;
    assert.deepEqual([lot?.washAddedCents, lot?.basisCents, lot?.gainCents], [10_000, 50_000, -10_000]);
    assert.match(lot?.note ?? "", /Includes \$100\.00 disallowed on row 3\./);
  });

  it("parts of one purchase that have become lots of their own have keys of their own", async () => {
    // 50 of the 100 bought on 11 September replace the loss: the purchase stands in two parts.
    const view = await lotsOf({
      rows: [["2026-03-02", "Buy", "XYZ", 50, 10, "A", ""], ["2026-09-01", "Sell", "XYZ", 50, 8, "A", ""], ["2026-09-11", "Buy", "XYZ", 100, 8, "A", "R"]],
      asOf: ASOF,
    });
    assert.deepEqual(view.lots.map(({ key }) => key).sort(), ["XYZ|A|R", "XYZ|A|R|2"]);
  });

  it("a wrong row withholds its symbol and says so; the others stand", async () => {
    const view = await lotsOf({
      rows: [["2026-03-02", "Buy", "XYZ", 10, 10, "A", ""], ["2026-04-02", "Sell", "XYZ", 20, 10, "A", ""], ["2026-03-02", "Buy", "ABC", 1, 10, "A", ""]],
      asOf: ASOF,
    });
    assert.deepEqual(view.withheld, ["XYZ in A"]);
    assert.deepEqual(view.lots.map(({ symbol }) => symbol), ["ABC"]);
  });

  it("has the figures that OPENLOTS spills, lot by lot", async () => {
    const laid: Laid = {
      rows: [
        ["2025-02-03", "Buy", "XYZ", 33, 10.01, "A", ""],
        ["2026-03-02", "Buy", "XYZ", 10.5, 12.34, "B", "two"],
        ["2026-09-01", "Sell", "XYZ", 7, 8, "A", ""],
        ["2026-09-11", "Reinvest", "XYZ", 0.333, 8, "A", ""],
        ["2026-05-01", "Buy", "ABC", 12, 3.3333, "A", ""],
      ],
      prices: { XYZ: 9.87, ABC: 3 },
      asOf: ASOF,
    };
    const desk = laidDesk(laid);
    const [, ...rows] = openLotsTable(desk.book, ASOF, { bySymbol: desk.prices!, valueCents: proceedsCents }, false);
    const { lots } = await lotsOf(laid);
    const dollars = (cents: number | null): number | null => (cents === null ? null : cents / 100);
    assert.deepEqual(
      lots.map((lot) => [lot.lot, lot.symbol, lot.account, lot.shares, dollars(lot.basisCents), dollars(lot.washAddedCents), lot.price, dollars(lot.valueCents), dollars(lot.gainCents), lot.term, lot.daysToLongTerm ?? 0]),
      rows.map((row) => [row[0], row[1], row[2], row[5], row[6], row[8], row[9], row[10], row[11], row[12], row[14]]),
    );
  });

  it("can be stopped between two slices", async () => {
    const stopped = { working: () => undefined, breathe: () => Promise.reject(new Stopped()) };
    await assert.rejects(answerLots(laidDesk({ rows: [["2026-03-02", "Buy", "XYZ", 1, 10, "A", ""]], asOf: ASOF }), {}, stopped), Stopped);
  });
});
