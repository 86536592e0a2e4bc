import assert from "node:assert/strict";
import { booked, lot, refused, sold } from "./corporate-picture";
import { PIECE_BOOT, PIECE_INHERITED, PIECE_RETIREMENT } from "../../src/lots/book-types";
import { bookOf, choicesOf, type TradeRow } from "./trades-of";

const bought = (date: string, shares: number, amount: number, account = "A", symbol = "OLD"): TradeRow => ({
  date, kind: "Buy", symbol, shares, amount, account,
});
const merged = (more: object, over: Partial<TradeRow> = {}): TradeRow => ({
  date: "2023-05-15", kind: "Merger", symbol: "OLD", account: "*", newSymbol: "NEW", more, ...over,
});
const twoForThree = { ratio: { newShares: 2, oldShares: 3 } };
const oneForOne = { ratio: { newShares: 1, oldShares: 1 } };

describe("R-CA-7: reorganization for stock alone", () => {
  it("shares by the ratio, basis and dates as they were, no row", () => {
    const { sold: pieces, open } = booked([bought("2020-03-02", 30, 1000), bought("2023-01-03", 3, 99, "B"), merged(twoForThree)]);
    assert.deepEqual(pieces, []);
    assert.deepEqual(open, [lot(2, "NEW", "2020-03-02", 20, 1000), lot(3, "NEW", "2023-01-03", 2, 99, "B")]);
  });
  it("a total is spread over the lots by shares", () => {
    const { open } = booked([bought("2020-03-02", 30, 1000), bought("2023-01-03", 10, 500), merged({}, { shares: 24 })]);
    assert.deepEqual(open, [lot(2, "NEW", "2020-03-02", 18, 1000), lot(3, "NEW", "2023-01-03", 6, 500)]);
  });
  it("lots take their places among those held before, by the day they were acquired", () => {
    const { sold: pieces } = booked([
      bought("2021-01-04", 10, 100, "A", "NEW"),
      bought("2020-03-02", 10, 200),
      bought("2022-03-02", 10, 300),
      merged(oneForOne),
      { date: "2023-06-01", kind: "Sell", symbol: "NEW", shares: 25, amount: 2500 },
    ]);
    assert.deepEqual(pieces.map((piece) => piece.lotRow), [3, 2, 4]);
  });
  it("a fraction paid in cash comes from the earliest lot, with its part of the basis", () => {
    const { sold: pieces, open } = booked([bought("2020-03-02", 10, 1000), bought("2023-01-03", 10, 2000), merged({ ...twoForThree, cashInLieuCents: 4000 })]);
    // 20 × 2/3 = 13 1/3; a third of a share is 1/20 of the first 6 2/3: basis 50.00
    assert.deepEqual(pieces, [sold(2, 4, 0.333333333333333, "2020-03-02", 40, 50, "Long")]);
    assert.deepEqual(open.map((one) => [one.lotRow, one.basis]), [
      [2, 950],
      [3, 2000],
    ]);
  });
  it("two mergers with ratios of four decimals keep whole units", () => {
    const ratio = (newShares: number): object => ({ ratio: { newShares, oldShares: 10000 } });
    const { open } = booked([
      bought("2020-03-02", 123.456, 1000),
      merged(ratio(4321)),
      { date: "2023-09-01", kind: "Merger", symbol: "NEW", account: "*", newSymbol: "NEXT", more: ratio(13287) },
    ]);
    // 123.456 × 0.4321 × 1.3287 = 70.8799…
    assert.deepEqual(open, [lot(2, "NEXT", "2020-03-02", Number((123.456 * 0.4321 * 1.3287).toPrecision(15)), 1000)]);
  });
  it("R-WS-2: no acquisition, and an open loss of the old stock does not wait for the new", () => {
    const identical = [["OLD", "NEW"]];
    const { sold: pieces } = booked(
      [
        bought("2020-03-02", 20, 2000),
        bought("2023-05-10", 10, 700),
        merged(oneForOne),
        { date: "2023-05-20", kind: "Sell", symbol: "NEW", shares: 20, amount: 1200 },
      ],
      { identical },
    );
    // the ten bought on 10 May came in a reorganization: they replace nothing any more
    assert.deepEqual(pieces, [sold(2, 5, 20, "2020-03-02", 1200, 2000, "Long")]);
    const loss = booked([
      bought("2020-03-02", 20, 2000),
      { date: "2023-05-10", kind: "Sell", symbol: "OLD", shares: 10, amount: 700 },
      merged(oneForOne),
      bought("2023-05-20", 10, 700, "A", "NEW"),
    ]);
    assert.equal(loss.sold[0]!.disallowed, 0);
  });
});

describe("R-CA-7: stock and cash", () => {
  const boot = { ...oneForOne, cashPerShare: 10, newValue: 50 };
  it("recognized is the gain, where it is less than the cash", () => {
    const { sold: pieces, open } = booked([bought("2022-09-01", 10, 540), merged(boot)]);
    // realized 500 + 100 − 540 = 60: basis of the row 100 − 60, of the stock 540 − 100 + 60
    assert.deepEqual(pieces, [sold(2, 3, 10, "2022-09-01", 100, 40, "Short")]);
    assert.deepEqual(open, [lot(2, "NEW", "2022-09-01", 10, 500)]);
  });
  it("cash per share is rounded once for an account and divided over its lots", () => {
    const { sold: pieces } = booked([bought("2020-03-02", 1, 1), bought("2020-04-01", 2, 2), merged({ ...boot, cashPerShare: 0.335 })]);
    // 3 × 0.335 = 1.005, to the cent 1.01; a third of it 0.34 (0.33667), the rest 0.67
    assert.deepEqual(pieces.map((piece) => piece.proceeds), [0.34, 0.67]);
  });
  it("a total goes over the accounts, then over the lots", () => {
    const { sold: pieces } = booked([bought("2020-03-02", 1, 1), bought("2020-03-02", 2, 2, "B"), bought("2020-04-01", 3, 3), merged({ ...oneForOne, newValue: 50 }, { amount: 1 })]);
    // A holds 4 of 6: 0.67, over 1 and 3 shares 0.17 and 0.50; B 0.33
    assert.deepEqual(pieces.map((piece) => [piece.lotRow, piece.proceeds]), [
      [2, 0.17],
      [4, 0.5],
      [3, 0.33],
    ]);
  });
  it("with a fraction paid in cash as well: boot first, then the fraction with its part of the new basis", () => {
    const { sold: pieces, open } = booked([
      bought("2020-03-02", 5, 100),
      merged({ ratio: { newShares: 1, oldShares: 2 }, cashPerShare: 4, newValue: 50, cashInLieuCents: 2600 }),
    ]);
    // new stock 2.5 × 50 = 125, cash 20, realized 45: 20 recognized, basis 100. Half a share has a fifth of it
    assert.deepEqual(pieces, [sold(2, 3, 5, "2020-03-02", 20, 0, "Long"), sold(2, 3, 0.5, "2020-03-02", 26, 20, "Long")]);
    assert.deepEqual(open, [lot(2, "NEW", "2020-03-02", 2, 80)]);
  });
  it("the rows carry their marks: boot, inherited, retirement", () => {
    const { accounts } = choicesOf({ accounts: [{ name: "IRA", type: "IRA", owner: "Self" }] });
    const inherited: TradeRow = { date: "2023-03-01", kind: "Inherit", symbol: "OLD", shares: 10, amount: 100 };
    const book = bookOf([inherited, bought("2023-03-01", 10, 100, "IRA"), merged(boot)], { accounts });
    assert.deepEqual(
      [...book.realized.flags].map((flags, i) => [flags, book.realized.longTerm[i]]),
      [
        [PIECE_BOOT | PIECE_INHERITED, 1],
        [PIECE_BOOT | PIECE_RETIREMENT, 0],
      ],
    );
  });
  it("a gift with two bases keeps both, each less the cash not taxed", () => {
    const gift: TradeRow = { date: "2023-03-01", kind: "GiftReceived", symbol: "OLD", shares: 10, amount: 900, more: { acquired: 18000, value: 70 } };
    const book = bookOf([gift, merged(boot)]);
    // realized 500 + 100 − 900 is a loss: nothing recognized; 900 − 100 and 700 − 100
    const [one] = book.openLots;
    assert.deepEqual([one!.basisCents, one!.lossBasis?.cents], [80000, 60000]);
  });
});

describe("R-CA-8: taxable merger and tender", () => {
  const acquired = { taxable: true as const, ratio: { newShares: 1, oldShares: 2 }, newValue: 40 };
  it("for cash alone every lot is sold", () => {
    const { newSymbol: _, ...cashOnly } = merged({ taxable: true, cashPerShare: 12.5 });
    const { sold: pieces, open } = booked([bought("2020-03-02", 10, 100), bought("2023-01-03", 10, 200), cashOnly]);
    assert.deepEqual(pieces, [sold(2, 4, 10, "2020-03-02", 125, 100, "Long"), sold(3, 4, 10, "2023-01-03", 125, 200, "Short")]);
    assert.deepEqual(open, []);
  });
  it("one new lot for each account, from that day on", () => {
    const { sold: pieces, open } = booked([bought("2020-03-02", 10, 100), bought("2020-03-02", 4, 100, "B"), bought("2021-03-02", 10, 900), merged(acquired)]);
    assert.deepEqual(pieces, [
      sold(2, 5, 10, "2020-03-02", 200, 100, "Long"),
      sold(4, 5, 10, "2021-03-02", 200, 900, "Long"),
      sold(3, 5, 4, "2020-03-02", 80, 100, "Long"),
    ]);
    assert.deepEqual(open, [lot(5, "NEW", "2023-05-15", 10, 400), lot(5, "NEW", "2023-05-15", 2, 80, "B")]);
  });
  it("a fraction paid in cash is one of the shares received at value", () => {
    const { sold: pieces, open } = booked([bought("2020-03-02", 5, 100), merged({ ...acquired, cashInLieuCents: 2100 })]);
    // 2.5 × 40 = 100; half a share has 20.00 of it
    assert.deepEqual(pieces, [sold(2, 3, 5, "2020-03-02", 100, 100, "Long"), sold(3, 3, 0.5, "2023-05-15", 21, 20, "Short")]);
    assert.deepEqual(open, [lot(3, "NEW", "2023-05-15", 2, 80)]);
  });
  it("its losses go through the wash rule, and its new shares wash those of the new symbol", () => {
    const { sold: pieces, open } = booked([
      bought("2020-03-02", 10, 900),
      bought("2022-03-02", 5, 500, "A", "NEW"),
      { date: "2023-05-10", kind: "Sell", symbol: "NEW", shares: 5, amount: 200 },
      merged(acquired),
      bought("2023-05-20", 4, 100),
    ]);
    // NEW: loss 300, five of the five new shares replace it. OLD: loss 900 − 200 = 700 on ten, four replaced: 280
    assert.deepEqual(pieces.map((piece) => [piece.lotRow, piece.disallowed]), [
      [3, 300],
      [2, 280],
    ]);
    // (R-WS-6) NEW acquired 15 May 2023, less the 434 days from 2 March 2022 to 10 May 2023
    assert.deepEqual(open, [lot(5, "NEW", "2022-03-07", 5, 500), lot(6, "OLD", "2020-03-07", 4, 380)]);
  });
});

describe("A merger row that cannot be booked says why", () => {
  const held = bought("2020-03-02", 100, 1000);
  const nameless = (more: object): TradeRow => {
    const { newSymbol: _, ...row } = merged(more);
    return row;
  };
  const cases: [string, TradeRow[], string, RegExp][] = [
    ["no new symbol", [held, nameless({ cashPerShare: 3 })], "New symbol", /^Row 3: merges OLD, but New symbol is blank\.$/],
    ["no ratio and no quantity", [held, merged({})], "Quantity", /^Row 3: does not say how many shares of NEW came\.$/],
    ["boot without New value", [held, merged({ ...oneForOne, cashPerShare: 3 })], "New value", /^Row 3: pays cash beside stock, but New value, what a share of NEW was worth that day, is blank\.$/],
    ["taxable without New value", [held, merged({ ...oneForOne, taxable: true })], "New value", /^Row 3: pays NEW for OLD, but New value is blank\.$/],
    ["taxable for nothing", [held, nameless({ taxable: true })], "Cash per share", /^Row 3: pays neither cash nor stock for OLD\.$/],
    ["cash in lieu of no shares", [held, nameless({ taxable: true, cashPerShare: 3, cashInLieuCents: 100 })], "Cash in lieu", /brings no new shares for OLD/],
    ["cash in lieu of whole shares", [held, merged({ ...oneForOne, cashInLieuCents: 100 })], "Cash in lieu", /but brings 100, whole shares/],
    ["two totals of cash", [held, merged({ ...oneForOne, cashPerShare: 3, newValue: 9 }, { amount: 400 })], "Amount", /^Row 3: pays 400\.00 in cash, but 3 on each of 100 shares makes 300\.00\.$/],
    ["none held", [held, merged(oneForOne, { account: "B" })], "Account", /^Row 3: merges OLD, but none is held in B on 2023-05-15\.$/],
    ["a short", [{ ...held, kind: "SellShort" }, merged(oneForOne)], "Symbol", /^Row 3: merges OLD, which is sold short in A since row 2\.$/],
  ];
  for (const [what, rows, column, sentence] of cases) {
    it(what, () => {
      const refusal = refused(rows);
      assert.match(refusal.problem, sentence);
      assert.equal(refusal.column, column);
    });
  }
  it("a total that agrees with the cash per share to the cent of each account is taken as it is", () => {
    const { sold: pieces } = booked([bought("2020-03-02", 3, 1), merged({ ...oneForOne, cashPerShare: 0.335, newValue: 9 }, { amount: 1 })]);
    assert.equal(pieces[0]!.proceeds, 1);
  });
});
