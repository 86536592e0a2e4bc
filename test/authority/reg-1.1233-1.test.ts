import assert from "node:assert/strict";
import type { CaseSettings } from "../cases/case-format";
import { picture, row } from "./picture";

/** Paragraphs (a) and (c), read in their text; the examples of (c)(6) were not found in print, so the numbers are ours. */
const term = (line: string | undefined) => line?.split(", ")[1];

describe("Treas. Reg. 1.1233-1(a): a short sale is complete when shares are delivered", () => {
  it("opening one realizes nothing", () => assert.deepEqual(picture([row("2024-03-01", "SHORT", "80", { price: "25" })]).sold, []));
  it("closed with shares just bought, the term is theirs: short after two years", () =>
    assert.deepEqual(picture([row("2022-03-01", "SHORT", "80", { price: "25" }), row("2024-03-04", "COVER", "80", { price: "20" })]).sold, [
      "80 of 2024-03-04 on 2024-03-04: 2000.00 - 1600.00 = 400.00, short, 0.00 disallowed",
    ]));
});

describe("Treas. Reg. 1.1233-1(c)(2), 26 USC 1233(b)(2): shares begin again when the short is closed", () => {
  const shorted = [row("2024-02-05", "SHORT", "80", { price: "25" })];
  const closed = [row("2024-05-06", "COVER", "80", { price: "22" })];
  it("bought on the day after the short: from 6 May 2024, so 5 May 2025 is short and 6 May long", () => {
    const sold = (date: string) => term(picture([...shorted, row("2024-02-06", "BUY", "80", { price: "24" }), ...closed, row(date, "SELL", "80", { price: "30" })]).sold[1]);
    assert.equal(sold("2025-05-05"), "short");
    assert.equal(sold("2025-05-06"), "long");
  });
  it("bought on the day of closing: still begins that day", () => {
    const sold = term(picture([...shorted, row("2024-05-06", "BUY", "80", { price: "22.50" }), ...closed, row("2025-05-06", "SELL", "80", { price: "30" })]).sold[1]);
    assert.equal(sold, "long");
  });
  it("bought after closing: untouched, so its own anniversary is still short", () => {
    const sold = term(picture([...shorted, ...closed, row("2024-05-07", "BUY", "80", { price: "22" }), row("2025-05-07", "SELL", "80", { price: "30" })]).sold[1]);
    assert.equal(sold, "short");
  });
  it("in the order acquired, and no more than were shorted: 80 of 50 and 60", () => {
    const { left } = picture([row("2023-10-02", "BUY", "50", { price: "20" }), row("2023-11-01", "BUY", "60", { price: "21" }), ...shorted, ...closed]);
    // 30 x 21 = 630 begin again, 30 x 21 = 630 do not.
    assert.deepEqual(left, [
      "50 of 2023-10-02: 1000.00, counts from 2024-05-06",
      "30 of 2023-11-01: 630.00, counts from 2024-05-06",
      "30 of 2023-11-01: 630.00",
    ]);
  });
  it("shares held over a year are not touched", () =>
    assert.deepEqual(picture([row("2022-10-03", "BUY", "80", { price: "20" }), ...shorted, ...closed]).left, ["80 of 2022-10-03: 1600.00"]));
});

describe("26 USC 1233(b), last sentence: buying a put is a short sale, its exercise or expiry the closing", () => {
  const put = { symbol: "STOCK 240920P60", assetType: "option", optionType: "put", underlying: "STOCK", multiplier: "100" } as const;
  const SHORT_SALE: CaseSettings = { putsOnYoungShares: "shortSale" };
  const young = [row("2023-07-03", "BUY", "150", { price: "40" }), row("2024-05-01", "BUY", "1", { price: "2", ...put })];
  it("expired on 20 September 2024: 100 of the 150 shares begin that day, 50 keep 3 July 2023", () =>
    assert.deepEqual(picture([...young, row("2024-09-20", "EXPIRE", "1", put)], SHORT_SALE).left, [
      "100 of 2023-07-03: 4000.00, counts from 2024-09-20",
      "50 of 2023-07-03: 2000.00",
    ]));
  it("exercised after 14 months: the 100 shares delivered are short-term, 6,000 - 200 - 4,000", () =>
    assert.deepEqual(picture([...young, row("2024-09-20", "EXERCISE", "1", { price: "60", ...put })], SHORT_SALE).sold, [
      "100 of 2023-07-03 on 2024-09-20: 5800.00 - 4000.00 = 1800.00, short, 0.00 disallowed",
    ]));
  it("by default said and not computed: long-term", () =>
    assert.deepEqual(picture([...young, row("2024-09-20", "EXERCISE", "1", { price: "60", ...put })]).sold, [
      "100 of 2023-07-03 on 2024-09-20: 5800.00 - 4000.00 = 1800.00, long, 0.00 disallowed",
    ]));
});

describe("26 USC 1233(e)(2)(C): the spouse's shares count as the taxpayer's", () => {
  const spouse = { account: "S", accountOwner: "spouse" } as const;
  it("held by the spouse over a year: the loss on closing is long-term", () =>
    assert.match(
      picture([row("2021-10-04", "BUY", "80", { price: "20", ...spouse }), row("2024-02-05", "SHORT", "80", { price: "25" }), row("2024-05-06", "COVER", "80", { price: "28" })]).sold[0] ?? "",
      /-240\.00, long,/,
    ));
});
