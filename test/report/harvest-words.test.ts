import assert from "node:assert/strict";
import type { PlannedSale, WashedBy } from "../../src/harvest/harvest-types";
import {
  harvestSentences, plannedSentences, shortOfTargetSentence, waitingSentence, warningSentence, washedSentences,
} from "../../src/report/harvest-words";
import { day } from "../lots/trades-of";
import { harvestLot } from "./harvest-lot";

const by = (more: Partial<WashedBy> = {}): WashedBy => ({
  row: 3, symbol: "XYZ", account: "A", day: day("2024-11-20"), shares: 20, disallowedCents: 20000, permanentCents: 0, pending: false, ...more,
});

describe("R-TLH-2 in words: what a purchase washes", () => {
  it("names the row, its day and the shares it replaces", () =>
    assert.deepEqual(washedSentences(harvestLot({ washedBy: [by()] })), ["Row 3 (bought 2024-11-20) replaces 20 of these: $200.00 is washed."]));

  it("a retirement account loses it for good (R-WS-9), and is said first", () =>
    assert.deepEqual(
      washedSentences(harvestLot({ washedBy: [by(), by({ row: 4, account: "Roth", shares: 10, disallowedCents: 10000, permanentCents: 10000 })] })),
      [
        "Row 4 (bought 2024-11-20) replaces 10 of these: $100.00 is lost for good, replaced in Roth.",
        "Row 3 (bought 2024-11-20) replaces 20 of these: $200.00 is washed.",
      ],
    ));

  it("another security is named, and a purchase after the day is still to come", () =>
    assert.deepEqual(washedSentences(harvestLot({ washedBy: [by({ symbol: "VTI", pending: true, day: day("2024-12-15") })] })), [
      "Row 3 (VTI dated 2024-12-15, still to come) replaces 20 of these: $200.00 is washed.",
    ]));

  it("of many purchases two are told and the rest added up: 3.00 + 2.00 = 5.00", () => {
    const many = [500, 400, 300, 200].map((disallowedCents, at) => by({ row: at + 3, disallowedCents }));
    assert.equal(washedSentences(harvestLot({ washedBy: many }))[2], "2 more purchases wash $5.00.");
  });

  it("the pane may write days as its reader does", () =>
    assert.match(washedSentences(harvestLot({ washedBy: [by()] }), () => "11/20/2024")[0]!, /^Row 3 \(bought 11\/20\/2024\)/));
});

describe("R-TLH-2, R-TLH-3: the Note of a lot, the heaviest matter first", () => {
  it("a clean lot has nothing to say", () => assert.deepEqual(harvestSentences(harvestLot()), []));

  it("washed, what helps, what is safe", () =>
    assert.equal(
      harvestSentences(
        harvestLot({
          washedCents: 20000,
          safeShares: 80,
          washedBy: [by()],
          cleanAfterSelling: [
            { key: "XYZ|A|ROW 3", lot: "row 3", account: "A", shares: 15 },
            { key: "XYZ|B|ROW 4", lot: "L4", account: "B", shares: 5 },
          ],
        }),
      ).join(" "),
      "Row 3 (bought 2024-11-20) replaces 20 of these: $200.00 is washed. Sell 15 of row 3, then 5 of L4 in B first and nothing is washed. 80 of 100 can be sold today with nothing washed.",
    ));

  it("nothing is said of safe shares where there are none", () =>
    assert.doesNotMatch(harvestSentences(harvestLot({ washedCents: 100000, safeShares: 0 })).join(" "), /can be sold today/));

  it("a price of 0 (R-CA-9)", () => assert.match(harvestSentences(harvestLot({ valueCents: 0, lossCents: 500000 })).join(" "), /action Worthless/));
});

describe("R-TLH-6: what waiting to long-term changes", () => {
  it("1,000.00 at 37% is 370.00, at 20% 200.00: 170.00 less", () =>
    assert.equal(
      waitingSentence(harvestLot({ taxSavedCents: 37000, taxSavedLongCents: 20000 })),
      "Turns long-term on 2025-03-02 (82 days); sold then at this price it would save $170.00 less.",
    ));
  it("more, where a wash sale is over by then; the same at equal rates; one day", () => {
    assert.match(waitingSentence(harvestLot({ taxSavedCents: 0, taxSavedLongCents: 20000 }))!, /save \$200\.00 more\.$/);
    assert.match(waitingSentence(harvestLot({ daysToLongTerm: 1, taxSavedCents: 5, taxSavedLongCents: 5 }))!, /\(1 day\).*save the same\.$/);
  });
  it("without rates, and once long-term, nothing", () => {
    assert.equal(waitingSentence(harvestLot()), null);
    assert.equal(waitingSentence(harvestLot({ longTermOn: null, daysToLongTerm: null, taxSavedCents: 5 })), null);
  });
});

describe("R-TLH-3: warnings", () => {
  const last = day("2024-11-29");
  it("each is a sentence with what it is about", () => {
    assert.equal(
      warningSentence({ kind: "reinvests", account: "My IRA", lastDay: last, retirement: true }),
      "Dividends are reinvested in My IRA, last on 2024-11-29: one within 30 days after the sale washes as many shares, their loss lost for good.",
    );
    assert.equal(
      warningSentence({ kind: "buys-regularly", account: "A", expected: day("2024-12-15"), retirement: false }),
      "Bought regularly in A: the purchase expected on 2024-12-15 would wash as many shares.",
    );
    assert.match(warningSentence({ kind: "identical-held", symbol: "VTI", account: "B" }), /^VTI, identical by your settings, is held in B/);
    for (const kind of ["unknown-basis", "averaged", "fund-six-months", "short-open"] as const) {
      assert.match(warningSentence({ kind }), /^[A-Z].*\.$/, kind);
    }
  });
});

describe("A plan with a target, in words", () => {
  const sale = (more: Partial<PlannedSale> = {}): PlannedSale => ({
    key: "XYZ|A|ROW 2", symbol: "XYZ", account: "A", lot: "row 2", row: 2, shares: 40, acquired: day("2024-03-01"), term: "Short", price: 40,
    basisCents: 200000, proceedsCents: 160000, gainCents: -40000, shortGainCents: -40000, longGainCents: 0, washedCents: 0, permanentCents: 0,
    taxSavedCents: null, washedBy: [], replacements: [], ...more,
  });
  it("says that a lot is sold in part", () => assert.deepEqual(plannedSentences(sale(), harvestLot()), ["40 of the 100 in the lot."]));
  it("a whole lot says nothing, and one unknown to the answer neither", () => {
    assert.deepEqual(plannedSentences(sale({ shares: 100 }), harvestLot()), []);
    assert.deepEqual(plannedSentences(sale(), undefined), []);
  });
  it("says by how much a target is missed: 1,500.00 - 1,000.00 = 500.00", () => {
    const plan = {
      asOf: day("2024-12-10"), sales: [], proceedsCents: 0, shortGainCents: -100000, longGainCents: 0, washedCents: 0, permanentCents: 0,
      harvestedCents: 100000, harvestedShortCents: 100000, harvestedLongCents: 0, taxSavedCents: null, buyBack: [], shortOfTargetCents: 50000,
    };
    assert.equal(shortOfTargetSentence(plan), "The target is out of reach: these sales harvest $1,000.00, $500.00 short of it.");
    assert.equal(shortOfTargetSentence({ ...plan, shortOfTargetCents: 0 }), null);
  });
});
