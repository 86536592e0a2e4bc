import assert from "node:assert/strict";
import { identificationMemo, type Identification } from "../../src/report/identification-memo";
import { settlementDay } from "../../src/rules/short-sales/year";
import { dayFromCalendar, isoFromDay } from "../../src/values/plain-date";

const day = dayFromCalendar;

const MEMO: Identification = {
  memo: "2026-12-04 10:15", madeDay: day(2026, 12, 4), madeTime: "10:15", saleDay: day(2026, 12, 4), account: "Schwab", chosenBy: "Harvest pane",
  lots: [
    { symbol: "XYZ", shares: 100, lot: "L1", acquired: day(2024, 3, 1), basisCents: 500_000 },
    { symbol: "ABC", shares: 2.5, lot: "row 9", acquired: day(2026, 6, 1), basisCents: 50_000 },
  ],
};

describe("Treas. Reg. 1.1012-1(c), R-ID-2: the memo names the lots by settlement", () => {
  const { text, subject, late } = identificationMemo(MEMO);

  it("tells account, sale, settlement and each lot with its date and cost", () => {
    assert.equal(subject, "Lots to be sold on 2026-12-04 in Schwab");
    for (const line of [
      "Account: Schwab", "Sale date: 2026-12-04", "Written 2026-12-04 10:15",
      "Sell 100 XYZ: lot L1, acquired 2024-03-01, basis $5,000.00",
      "Sell 2.5 ABC: lot row 9, acquired 2026-06-01, basis $500.00",
      "Please confirm this identification in writing.",
    ]) assert.ok(text.split("\n").includes(line), line);
  });

  it("gives the settlement of a Friday as the Monday after", () =>
    assert.match(text, /^Settlement: 2026-12-07, counting weekends, Christmas and New Year's Day as closed/m));

  it("is in time until the settlement day", () => {
    assert.equal(late, null);
    assert.equal(identificationMemo({ ...MEMO, madeDay: day(2026, 12, 7) }).late, null);
  });

  it("warns once settlement is past", () =>
    assert.equal(
      identificationMemo({ ...MEMO, madeDay: day(2026, 12, 8) }).late,
      "The sale of 2026-12-04 settled on 2026-12-07. Lots can be named until settlement; after it the broker's standing order counts, or the earliest lots.",
    ));

  it("gives no advice", () => assert.doesNotMatch(text, /consider|should|recommend/i));
});

describe("17 CFR 240.15c6-1: settlement", () => {
  const cases: readonly (readonly [sold: string, settles: string, why: string])[] = [
    ["2024-05-24", "2024-05-28", "T+2 until 27 May 2024; Memorial Day is not known here, so Friday + 2 business days is Tuesday"],
    ["2024-05-28", "2024-05-29", "T+1 from 28 May 2024"],
    ["2026-12-24", "2026-12-28", "over Christmas, a Friday, and the weekend"],
    ["2026-12-31", "2027-01-04", "over New Year's Day, a Friday, and the weekend"],
  ];
  for (const [sold, settles, why] of cases) {
    it(`a sale of ${sold} settles on ${settles}: ${why}`, () => {
      const [year, month, dayOfMonth] = sold.split("-").map(Number);
      assert.equal(isoFromDay(settlementDay(day(year!, month!, dayOfMonth!))), settles);
    });
  }
});
