import assert from "node:assert/strict";
import { DEFAULT_CHOICES, type Method } from "../../src/lots/choices";
import { bookOf, day, soldPieces, type TradeRow } from "./trades-of";

function rowsTaken(rows: readonly TradeRow[], method: Method): number[] {
  const book = bookOf(rows, { ...DEFAULT_CHOICES, shortRate: 0.37, longRate: 0.2, methods: [{ method }] });
  assert.deepEqual(book.refusals, []);
  return soldPieces(book).map((piece) => (piece as { lotRow: number }).lotRow);
}

/**
 * Sold at 50. Row 2: long-term, 40. Row 3: long-term, unknown. Row 4: short-term, 60. Row 5: short-term, unknown.
 * Row 6: short-term, 45.
 */
const ROWS: readonly TradeRow[] = [
  { date: "2022-01-10", kind: "Buy", shares: 10, amount: 400 },
  { date: "2022-02-10", kind: "Buy", shares: 10, amount: 0, more: { basisUnknown: true } },
  { date: "2024-01-10", kind: "Buy", shares: 10, amount: 600 },
  { date: "2024-02-10", kind: "Buy", shares: 10, amount: 0, more: { basisUnknown: true } },
  { date: "2024-03-10", kind: "Buy", shares: 10, amount: 450 },
  { date: "2024-06-03", kind: "Sell", shares: 50, amount: 2500 },
];

describe("Fidelity: lots of unknown cost go first under FIFO and INFI", () => {
  it("FIDELITY_FIFO: the unknown ones by age, then the others", () => assert.deepEqual(rowsTaken(ROWS, "FIDELITY_FIFO"), [3, 5, 2, 4, 6]));
  it("FIDELITY_INFI: even before the lots of the day", () => {
    const rows = [...ROWS.slice(0, 5), { ...ROWS[5]!, date: "2024-03-10" }];
    assert.deepEqual(rowsTaken(rows, "FIDELITY_INFI"), [3, 5, 6, 2, 4]);
  });
});

describe("Fidelity: under every other method they go last", () => {
  const expected: Readonly<Record<string, readonly number[]>> = {
    FIDELITY_LIFO: [6, 4, 2, 3, 5],
    FIDELITY_HICO: [4, 6, 2, 3, 5],
    FIDELITY_HICL: [2, 4, 6, 3, 5],
    FIDELITY_HICS: [4, 6, 2, 3, 5],
    FIDELITY_LOCO: [2, 6, 4, 3, 5],
    FIDELITY_LOCL: [2, 6, 4, 3, 5],
    FIDELITY_LOCS: [6, 4, 2, 3, 5],
    // Short-term loss row 4, long-term gain row 2, short-term gain row 6.
    FIDELITY_TAX_SENSITIVE: [4, 2, 6, 3, 5],
  };
  for (const [method, rows] of Object.entries(expected)) {
    it(`${method}: ${rows.join(", ")}`, () => assert.deepEqual(rowsTaken(ROWS, method), rows));
  }
});

describe("Vanguard: a lot of unknown cost counts as basis 0", () => {
  it("VANGUARD_MINTAX: a gain of 50 a share, long-term row 3 before the short-term gains, row 5 after them", () =>
    assert.deepEqual(rowsTaken(ROWS, "VANGUARD_MINTAX"), [4, 2, 3, 6, 5]));
  it("VANGUARD_HIFO: the lowest basis of all", () => assert.deepEqual(rowsTaken(ROWS, "VANGUARD_HIFO"), [4, 6, 2, 3, 5]));
  it("VANGUARD_FIFO: every lot here has a date, so by date", () => assert.deepEqual(rowsTaken(ROWS, "VANGUARD_FIFO"), [2, 3, 4, 5, 6]));
});

describe("Where nothing is published the basis of the book counts, 0 (R-ID-6)", () => {
  it("LOFO: first", () => assert.deepEqual(rowsTaken(ROWS, "LOFO"), [3, 5, 2, 6, 4]));
  it("SCHWAB_TLO: as under MinTax", () => assert.deepEqual(rowsTaken(ROWS, "SCHWAB_TLO"), [4, 2, 3, 6, 5]));
  it("MINTAX: 50 x 20% = 10 for row 3, 50 x 37% = 18.50 for row 5", () =>
    // row 4: -10 x 37% = -3.70; row 6: 5 x 37% = 1.85; row 2: 10 x 20% = 2.00
    assert.deepEqual(rowsTaken(ROWS, "MINTAX"), [4, 6, 2, 3, 5]));
});

describe("R-GIFT-1: a gift worth less than its giver's basis is weighed with the basis that counts at the price", () => {
  // Row 3: given on 1 February 2024, worth 40 a share; the giver paid 60 in 2020.
  const rows = (price: number): TradeRow[] => [
    { date: "2022-01-10", kind: "Buy", shares: 10, amount: 450 },
    { date: "2024-02-01", kind: "GiftReceived", shares: 10, amount: 600, more: { acquired: day("2020-01-02"), value: 40 } },
    { date: "2024-03-10", kind: "Buy", shares: 10, amount: 350 },
    { date: "2024-06-03", kind: "Sell", shares: 30, amount: price * 30 },
  ];
  it("at 30 it loses 10 against the value at the gift, short-term from the gift on: before the long-term loss of 15", () =>
    // row 4 loses 5, short-term
    assert.deepEqual(rowsTaken(rows(30), "SCHWAB_TLO"), [3, 4, 2]));
  it("at 40, its value at the gift, it brings neither: after the long-term loss of 5, before the short-term gain of 5", () =>
    assert.deepEqual(rowsTaken(rows(40), "SCHWAB_TLO"), [2, 3, 4]));
  it("at 50 it brings neither: after no loss at all and before the gains, 5 long-term and 15 short-term", () =>
    assert.deepEqual(rowsTaken(rows(50), "SCHWAB_TLO"), [3, 2, 4]));
  it("at 70 it gains 10 against the giver's basis, long-term from 2020 on: before the long-term gain of 25", () =>
    assert.deepEqual(rowsTaken(rows(70), "SCHWAB_TLO"), [3, 2, 4]));
  it("at 50 MINTAX counts no tax for it: row 2 5 x 20% = 1.00, row 4 15 x 37% = 5.55", () =>
    assert.deepEqual(rowsTaken(rows(50), "MINTAX"), [3, 2, 4]));
  it("HIFO ranks it by the giver's basis, 60", () => assert.deepEqual(rowsTaken(rows(50), "HIFO"), [3, 2, 4]));
});
