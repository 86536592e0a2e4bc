import assert from "node:assert/strict";
import type { Choices } from "../../src/lots/choices";
import { bookOf, choicesOf, openLots, soldPieces, type TradeRow } from "./trades-of";

function results(rows: readonly TradeRow[], choices: Partial<Choices> = {}) {
  const book = bookOf(rows, choices);
  assert.deepEqual(book.refusals.map(({ problem }) => problem), []);
  return { book, sold: soldPieces(book), open: openLots(book), remarks: book.remarks };
}

function problems(rows: readonly TradeRow[]): string[] {
  return bookOf(rows).refusals.map(({ problem }) => problem);
}

describe("R-SS-1: opening and closing a short", () => {
  it("opening realizes nothing, and the position stays open with its proceeds", () => {
    const { book, sold } = results([{ date: "2024-02-01", kind: "SellShort", shares: 100, amount: 5000 }]);
    assert.deepEqual(sold, []);
    assert.deepEqual(book.openLots, []);
    assert.deepEqual(
      book.openShorts.map(({ units, proceedsCents, washAddedCents }) => [units, proceedsCents, washAddedCents]),
      [[100, 500000, 0]],
    );
  });

  it("partial covers take the earliest short and share its proceeds to the cent", () => {
    // Proceeds 100.00 for 3 shares: one share carries 33.33, then of 66.67 for two one carries 33.34 (R-RND-2).
    const { sold } = results([
      { date: "2024-02-01", kind: "SellShort", shares: 3, amount: 100 },
      { date: "2024-02-02", kind: "SellShort", shares: 1, amount: 40 },
      { date: "2024-03-01", kind: "BuyToCover", shares: 1, amount: 30 },
      { date: "2024-03-02", kind: "BuyToCover", shares: 1, amount: 30 },
      { date: "2024-03-03", kind: "BuyToCover", shares: 2, amount: 60 },
    ]);
    assert.deepEqual(
      sold.map((piece) => [(piece as { lotRow: number }).lotRow, (piece as { proceeds: number }).proceeds, (piece as { basis: number }).basis]),
      [[2, 33.33, 30], [2, 33.34, 30], [2, 33.33, 30], [3, 40, 30]],
    );
  });

  it("Lots names the short by the row that opened it", () => {
    const { sold } = results([
      { date: "2024-02-01", kind: "SellShort", shares: 10, amount: 100 },
      { date: "2024-02-02", kind: "SellShort", shares: 10, amount: 130 },
      { date: "2024-03-01", kind: "BuyToCover", shares: 10, amount: 90, more: { lots: [{ lot: "row 3" }] } },
    ]);
    assert.deepEqual(sold.map((piece) => (piece as { proceeds: number }).proceeds), [130]);
  });

  it("covering more than is short names what is missing", () => {
    assert.deepEqual(problems([
      { date: "2024-02-01", kind: "SellShort", shares: 10, amount: 100 },
      { date: "2024-03-01", kind: "BuyToCover", shares: 12, amount: 90 },
    ]), ["Row 3: covers 12 XYZ, only 10 sold short in A on 2024-03-01."]);
    assert.deepEqual(problems([{ date: "2024-03-01", kind: "BuyToCover", shares: 12, amount: 90 }]),
      ["Row 2: covers 12 XYZ, none sold short in A on 2024-03-01."]);
  });

  it("a split multiplies the short (R-CA-1)", () => {
    const { sold } = results([
      { date: "2024-02-01", kind: "SellShort", shares: 10, amount: 1000 },
      { date: "2024-02-10", kind: "Split", account: "*", more: { ratio: { newShares: 2, oldShares: 1 } } },
      { date: "2024-03-01", kind: "BuyToCover", shares: 20, amount: 800 },
    ]);
    assert.deepEqual(sold.map((piece) => [(piece as { shares: number }).shares, (piece as { basis: number }).basis]), [[20, 800]]);
  });
});

describe("R-SS-2: stock held while it is sold short (IRC 1233(b), (d))", () => {
  it("shares held a year or less restart on the closing day, up to the shares shorted, earliest first", () => {
    const { open } = results([
      { date: "2024-01-10", kind: "Buy", shares: 60, amount: 600 },
      { date: "2024-01-20", kind: "Buy", shares: 60, amount: 660 },
      { date: "2024-06-03", kind: "SellShort", shares: 100, amount: 1500 },
      { date: "2024-07-01", kind: "BuyToCover", shares: 100, amount: 1400 },
    ]);
    // 60 of row 2 and 40 of row 3 stood against the 100 short; 20 of row 3 keep their date.
    assert.deepEqual(open, [
      { lotRow: 2, symbol: "XYZ", account: "A", holdingFrom: "2024-07-01", shares: 60, basis: 600 },
      { lotRow: 3, symbol: "XYZ", account: "A", holdingFrom: "2024-07-01", shares: 40, basis: 440 },
      { lotRow: 3, symbol: "XYZ", account: "A", holdingFrom: "2024-01-20", shares: 20, basis: 220 },
    ]);
  });

  it("a restarted period begins on the day itself: long-term on the anniversary (R-HP-6)", () => {
    const rows: TradeRow[] = [
      { date: "2024-01-10", kind: "Buy", shares: 10, amount: 100 },
      { date: "2024-06-03", kind: "SellShort", shares: 10, amount: 150 },
      { date: "2024-07-01", kind: "BuyToCover", shares: 10, amount: 140 },
    ];
    const term = (date: string) => results([...rows, { date, kind: "Sell", shares: 10, amount: 200 }]).sold[1];
    assert.equal((term("2025-06-30") as { term: string }).term, "Short");
    assert.equal((term("2025-07-01") as { term: string }).term, "Long");
  });

  it("such shares sold while the short is open are short-term, their period beginning with the sale", () => {
    const { sold } = results([
      { date: "2023-06-05", kind: "Buy", shares: 10, amount: 100 },
      { date: "2024-06-03", kind: "SellShort", shares: 10, amount: 150 },
      { date: "2024-09-02", kind: "Sell", shares: 10, amount: 200 },
    ]);
    // Held since 5 June 2023: on 3 June 2024 not more than a year.
    assert.deepEqual(sold.map((piece) => [(piece as { term: string }).term, (piece as { holdingFrom: string }).holdingFrom]), [["Short", "2024-09-02"]]);
  });

  it("shares bought while the short is open restart too", () => {
    const { open } = results([
      { date: "2024-02-01", kind: "SellShort", shares: 50, amount: 500 },
      { date: "2024-02-15", kind: "Buy", shares: 80, amount: 880 },
      { date: "2024-03-15", kind: "BuyToCover", shares: 50, amount: 400 },
    ]);
    assert.deepEqual(open.map((lot) => [(lot as { shares: number }).shares, (lot as { holdingFrom: string }).holdingFrom]), [
      [50, "2024-03-15"],
      [30, "2024-02-15"],
    ]);
  });

  it("against shares held over a year the loss on closing is long-term, up to those shares (1233(d), (e)(1))", () => {
    // Short 100 for 1,000; 60 shares held since 2022. Cover for 1,200: loss 200, of which 60/100 = 120 long-term.
    const { sold, open } = results([
      { date: "2022-01-10", kind: "Buy", shares: 60, amount: 1200 },
      { date: "2024-06-03", kind: "SellShort", shares: 100, amount: 1000 },
      { date: "2024-07-01", kind: "BuyToCover", shares: 100, amount: 1200 },
    ]);
    assert.deepEqual(
      sold.map((piece) => {
        const { shares, proceeds, basis, term } = piece as { shares: number; proceeds: number; basis: number; term: string };
        return [shares, proceeds, basis, term];
      }),
      [[60, 600, 720, "Long"], [40, 400, 480, "Short"]],
    );
    // Not held a year or less: their period goes on.
    assert.deepEqual(open.map((lot) => (lot as { holdingFrom: string }).holdingFrom), ["2022-01-10"]);
  });

  it("a gain on closing stays short-term", () => {
    const { sold } = results([
      { date: "2022-01-10", kind: "Buy", shares: 100, amount: 2000 },
      { date: "2024-06-03", kind: "SellShort", shares: 100, amount: 1000 },
      { date: "2024-07-01", kind: "BuyToCover", shares: 100, amount: 900 },
    ]);
    assert.deepEqual(sold.map((piece) => (piece as { term: string }).term), ["Short"]);
  });

  it("the spouse's shares count, a retirement account's do not", () => {
    const rows: TradeRow[] = [
      { date: "2024-01-10", kind: "Buy", shares: 10, amount: 100, account: "Other" },
      { date: "2024-06-03", kind: "SellShort", shares: 10, amount: 90 },
      { date: "2024-07-01", kind: "BuyToCover", shares: 10, amount: 80 },
    ];
    const holdingFrom = (type: "Taxable" | "IRA") =>
      results(rows, choicesOf({ accounts: [{ name: "Other", type, owner: "Spouse" }] })).open.map((lot) => (lot as { holdingFrom: string }).holdingFrom);
    assert.deepEqual(holdingFrom("Taxable"), ["2024-07-01"]);
    assert.deepEqual(holdingFrom("IRA"), ["2024-01-10"]);
  });
});

describe("R-SS-3: wash sale on a short (IRC 1091(e))", () => {
  const loss: TradeRow[] = [
    { date: "2024-02-01", kind: "SellShort", shares: 100, amount: 5000 },
    { date: "2024-03-01", kind: "BuyToCover", shares: 100, amount: 5500 },
  ];

  it("day 30 is in, day 31 is out (R-WS-1)", () => {
    const disallowed = (date: string) =>
      (results([...loss, { date, kind: "SellShort", shares: 100, amount: 5400 }]).sold[0] as { disallowed: number }).disallowed;
    assert.equal(disallowed("2024-03-31"), 500);
    assert.equal(disallowed("2024-04-01"), 0);
  });

  it("two new shorts share the loss in order, and a larger one keeps a part without it", () => {
    // 500 over 100: the first 40 absorb 200, the next 60 of 100 absorb 300; covering 60 carries 300, the last 40 nothing.
    const { sold } = results([
      ...loss,
      { date: "2024-03-04", kind: "SellShort", shares: 40, amount: 2000 },
      { date: "2024-03-05", kind: "SellShort", shares: 100, amount: 5000 },
      { date: "2024-05-01", kind: "BuyToCover", shares: 140, amount: 5600 },
    ]);
    assert.deepEqual(
      sold.map((piece) => {
        const { shares, proceeds, basis, disallowed } = piece as { shares: number; proceeds: number; basis: number; disallowed: number };
        return [shares, proceeds, basis, disallowed];
      }),
      [[100, 5000, 5500, 500], [40, 2000, 1800, 0], [60, 3000, 2700, 0], [40, 2000, 1600, 0]],
    );
  });

  it("a short opened before the loss and still open absorbs it; the closed short itself does not", () => {
    const { sold, book } = results([
      { date: "2024-02-20", kind: "SellShort", shares: 100, amount: 5000 },
      { date: "2024-02-22", kind: "SellShort", shares: 100, amount: 5100 },
      { date: "2024-03-01", kind: "BuyToCover", shares: 50, amount: 2750 },
    ]);
    // 50 of row 2: proceeds 2,500, cost 2,750, loss 250, met by 50 of row 3 and not by the rest of row 2.
    assert.equal((sold[0] as { disallowed: number }).disallowed, 250);
    assert.deepEqual(book.openShorts.map(({ opening, units, washAddedCents }) => [opening, units, washAddedCents]), [
      [0, 50, 0],
      [1, 50, 25000],
      [1, 50, 0],
    ]);
  });

  it("a plain sale nearby is found and said, and nothing is disallowed", () => {
    const { sold, remarks } = results([
      { date: "2023-01-10", kind: "Buy", shares: 10, amount: 100 },
      ...loss,
      { date: "2024-03-11", kind: "Sell", shares: 10, amount: 520 },
    ]);
    assert.equal((sold[0] as { disallowed: number }).disallowed, 0);
    assert.deepEqual(
      remarks.filter(({ kind }) => kind === "sale-near-short-loss"),
      [{ kind: "sale-near-short-loss", trade: 2, other: 3 }],
    );
  });
});

describe("R-SS-5: constructive sales are found and said", () => {
  it("a short against an appreciated lot, and a purchase against an appreciated short", () => {
    const { remarks } = results([
      { date: "2022-01-10", kind: "Buy", shares: 10, amount: 100 },
      { date: "2024-02-01", kind: "SellShort", shares: 10, amount: 200 },
      { date: "2024-02-05", kind: "Buy", shares: 5, amount: 60 },
    ]);
    assert.deepEqual(remarks, [
      { kind: "constructive-sale", trade: 1, other: 0 },
      { kind: "constructive-sale", trade: 2, other: 1 },
    ]);
  });

  it("none where the position has lost", () => {
    const { remarks } = results([
      { date: "2022-01-10", kind: "Buy", shares: 10, amount: 300 },
      { date: "2024-02-01", kind: "SellShort", shares: 10, amount: 200 },
    ]);
    assert.deepEqual(remarks, []);
  });
});

describe("R-SS-2: how much a short reaches", () => {
  const heldFrom = (rows: readonly TradeRow[], choices: Partial<Choices> = {}) =>
    results(rows, choices).open.map((lot) => [(lot as { symbol: string }).symbol, (lot as { shares: number }).shares, (lot as { holdingFrom: string }).holdingFrom]);

  it("what a partial closing restarted leaves room for later purchases", () => {
    // Short 12, bought 6; covering 2 restarts 2 of them and leaves 10 short of which 4 are reached: 6 of the next 9 are.
    const rows: TradeRow[] = [
      { date: "2024-02-07", kind: "SellShort", shares: 12, amount: 120 },
      { date: "2024-02-12", kind: "Buy", shares: 6, amount: 60 },
      { date: "2024-02-25", kind: "BuyToCover", shares: 2, amount: 20 },
      { date: "2024-02-26", kind: "Buy", shares: 9, amount: 90 },
      { date: "2024-03-20", kind: "BuyToCover", shares: 10, amount: 100 },
    ];
    assert.deepEqual(heldFrom(rows), [
      ["XYZ", 2, "2024-02-25"],
      ["XYZ", 4, "2024-03-20"],
      ["XYZ", 6, "2024-03-20"],
      ["XYZ", 3, "2024-02-26"],
    ]);
  });

  it("identical securities are one stock to it (R-WS-14), earliest acquired first", () => {
    const rows: TradeRow[] = [
      { date: "2024-01-31", kind: "Buy", symbol: "X", shares: 5, amount: 50 },
      { date: "2024-04-04", kind: "SellShort", symbol: "Y", shares: 7, amount: 70 },
      { date: "2024-04-18", kind: "Buy", symbol: "Y", shares: 10, amount: 100 },
      { date: "2024-04-20", kind: "BuyToCover", symbol: "Y", shares: 7, amount: 70 },
    ];
    assert.deepEqual(heldFrom(rows, { identical: [["X", "Y"]] }), [
      ["X", 5, "2024-04-20"],
      ["Y", 2, "2024-04-20"],
      ["Y", 8, "2024-04-18"],
    ]);
    assert.deepEqual(heldFrom(rows), [
      ["X", 5, "2024-01-31"],
      ["Y", 7, "2024-04-20"],
      ["Y", 3, "2024-04-18"],
    ]);
  });

  it("inherited shares are long-term whatever is sold short against them (R-HP-4)", () => {
    const { sold } = results([
      { date: "2024-02-01", kind: "SellShort", shares: 10, amount: 100 },
      { date: "2024-02-10", kind: "Inherit", shares: 10, amount: 90 },
      { date: "2024-03-01", kind: "Sell", shares: 10, amount: 95 },
    ]);
    assert.deepEqual(sold.map((piece) => (piece as { term: string }).term), ["Long"]);
  });

  it("a washed sale of reached shares hands over no days: their period began with that sale", () => {
    const rows: TradeRow[] = [
      { date: "2024-01-31", kind: "Buy", shares: 10, amount: 100 },
      { date: "2024-02-04", kind: "SellShort", shares: 60, amount: 600 },
      { date: "2024-03-04", kind: "Sell", shares: 10, amount: 50 },
      { date: "2024-03-18", kind: "Reinvest", shares: 10, amount: 50 },
    ];
    assert.deepEqual(heldFrom(rows), [["XYZ", 10, "2024-03-18"]]);
  });

  it("by choice a spouse's new short takes the loss for good (R-WS-9)", () => {
    const { book } = results(
      [
        { date: "2024-02-01", kind: "SellShort", shares: 10, amount: 100 },
        { date: "2024-03-01", kind: "BuyToCover", shares: 10, amount: 130 },
        { date: "2024-03-11", kind: "SellShort", shares: 10, amount: 120, account: "S" },
      ],
      choicesOf({ spouseReplacement: "permanent", accounts: [{ name: "S", type: "Taxable", owner: "Spouse" }] }),
    );
    assert.deepEqual(book.washes.map(({ disallowedCents, permanentCents, basisAddedCents }) => [disallowedCents, permanentCents, basisAddedCents]), [[3000, 3000, 0]]);
    assert.equal(book.openShorts[0]!.washAddedCents, 0);
  });
});

describe("R-SS-3: which accounts and names a loss on a short reaches", () => {
  const loss: TradeRow[] = [
    { date: "2024-02-01", kind: "SellShort", shares: 10, amount: 100 },
    { date: "2024-03-01", kind: "BuyToCover", shares: 10, amount: 130 },
  ];

  it("a broker looks at plain sales of the same account only (R-WS-10)", () => {
    const remarks = (account: string) =>
      results(
        [{ date: "2022-01-10", kind: "Buy", shares: 5, amount: 50, account }, ...loss, { date: "2024-03-11", kind: "Sell", shares: 5, amount: 60, account }],
        { view: "broker" },
      ).remarks.map(({ kind }) => kind);
    assert.deepEqual(remarks("A"), ["sale-near-short-loss"]);
    assert.deepEqual(remarks("B"), []);
  });

  it("a renamed security is still the same (R-CA-10), another is not", () => {
    const disallowed = (symbol: string) =>
      (results([
        ...loss,
        { date: "2024-03-05", kind: "SymbolChange", newSymbol: "NEWX", account: "*" },
        { date: "2024-03-11", kind: "SellShort", symbol, shares: 10, amount: 120 },
      ]).sold[0] as { disallowed: number }).disallowed;
    assert.equal(disallowed("NEWX"), 30);
    assert.equal(disallowed("OTHER"), 0);
  });
});
