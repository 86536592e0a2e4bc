import assert from "node:assert/strict";
import { DEFAULT_CHOICES, type Method } from "../../src/lots/choices";
import { LOT_METHODS } from "../../src/lots/methods/table";
import { bookOf, soldPieces, type TradeRow } from "./trades-of";

const RATES = { shortRate: 0.37, longRate: 0.2 };

/** Rows of the lots a method took in the last sale, and how many shares of each where asked. */
function relieved(rows: readonly TradeRow[], method: Method): { lotRow: number; shares: number }[] {
  const book = bookOf(rows, { ...DEFAULT_CHOICES, ...RATES, methods: [{ method }] });
  assert.deepEqual(book.refusals, []);
  const lastRow = rows.length + 1;
  return (soldPieces(book) as { saleRow: number; lotRow: number; shares: number }[]).filter(({ saleRow }) => saleRow === lastRow);
}

const rowsTaken = (rows: readonly TradeRow[], method: Method): number[] => relieved(rows, method).map(({ lotRow }) => lotRow);

const buy = (date: string, shares: number, pricePerShare: number): TradeRow => ({ date, kind: "Buy", shares, amount: shares * pricePerShare });
const sell = (date: string, shares: number, pricePerShare: number): TradeRow => ({ date, kind: "Sell", shares, amount: shares * pricePerShare });

/**
 * Ten lots of 10 shares, all sold on 3 June 2024 at 50 a share. Gain per share:
 *   long-term   row 2: +30   row 3: +5   row 4: -20   row 5: -5   row 6: 0
 *   short-term  row 7: +20   row 8: +2   row 9: -15   row 10: -1  row 11: 0
 */
const TEN_LOTS: readonly TradeRow[] = [
  buy("2022-01-10", 10, 20),
  buy("2022-03-01", 10, 45),
  buy("2022-05-02", 10, 70),
  buy("2022-07-01", 10, 55),
  buy("2022-09-01", 10, 50),
  buy("2024-01-10", 10, 30),
  buy("2024-02-01", 10, 48),
  buy("2024-02-15", 10, 65),
  buy("2024-03-01", 10, 51),
  buy("2024-03-15", 10, 50),
  sell("2024-06-03", 100, 50),
];

const BY_DATE = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
// Basis per share: row 4 70, row 9 65, row 5 55, row 10 51, rows 6 and 11 50, row 8 48, row 3 45, row 7 30, row 2 20.
const BY_COST = [4, 9, 5, 10, 6, 11, 8, 3, 7, 2];
const BY_COST_UP = [2, 7, 3, 8, 6, 11, 10, 5, 9, 4];
// Losses short then long, neither short then long, gains long then short.
const SIX_GROUPS = [9, 10, 4, 5, 11, 6, 3, 2, 8, 7];
// The same, but row 6 waits with the long-term gains and row 11 with the short-term ones.
const FOUR_GROUPS = [9, 10, 4, 5, 6, 3, 2, 11, 8, 7];
const LONG_DEAREST = [4, 5, 6, 3, 2, 9, 10, 11, 8, 7];
const SHORT_DEAREST = [9, 10, 11, 8, 7, 4, 5, 6, 3, 2];
const LONG_CHEAPEST = [2, 3, 6, 5, 4, 7, 8, 11, 10, 9];
const SHORT_CHEAPEST = [7, 8, 11, 10, 9, 2, 3, 6, 5, 4];
// Gain x rate, short 37 %, long 20 %: row 9 -5.55, row 4 -4.00, row 5 -1.00, row 10 -0.37, rows 6 and 11 0,
// row 8 0.74, row 3 1.00, row 2 6.00, row 7 7.40.
const BY_TAX = [9, 4, 5, 10, 6, 11, 8, 3, 2, 7];
const BY_TAX_DOWN = [7, 2, 3, 8, 6, 11, 10, 5, 4, 9];

const EXPECTED: Readonly<Record<string, readonly number[]>> = {
  FIFO: BY_DATE,
  LIFO: [...BY_DATE].reverse(),
  HIFO: BY_COST,
  LOFO: BY_COST_UP,
  SPEC: BY_DATE,
  AVG: BY_DATE,
  MINTAX: BY_TAX,
  SCHWAB_TLO: SIX_GROUPS,
  SCHWAB_FIFO: BY_DATE,
  SCHWAB_LIFO: [...BY_DATE].reverse(),
  SCHWAB_HIGH_COST: BY_COST,
  SCHWAB_LOW_COST: BY_COST_UP,
  VANGUARD_MINTAX: SIX_GROUPS,
  VANGUARD_HIFO: BY_COST,
  VANGUARD_FIFO: BY_DATE,
  FIDELITY_FIFO: BY_DATE,
  FIDELITY_INFI: BY_DATE,
  FIDELITY_LIFO: [...BY_DATE].reverse(),
  FIDELITY_HICO: BY_COST,
  FIDELITY_HICL: LONG_DEAREST,
  FIDELITY_HICS: SHORT_DEAREST,
  FIDELITY_LOCO: BY_COST_UP,
  FIDELITY_LOCL: LONG_CHEAPEST,
  FIDELITY_LOCS: SHORT_CHEAPEST,
  FIDELITY_TAX_SENSITIVE: SIX_GROUPS,
  IBKR_FIFO: BY_DATE,
  IBKR_LI: [...BY_DATE].reverse(),
  IBKR_HC: BY_COST,
  // Long gains, short gains, then the smallest losses, short before long; 0 is the smallest loss.
  IBKR_MLG: [2, 3, 7, 8, 11, 10, 9, 6, 5, 4],
  // Long losses, short losses, then the smallest gains, short before long; 0 is the smallest gain.
  IBKR_MLL: [4, 5, 9, 10, 11, 8, 7, 6, 3, 2],
  IBKR_MSG: [7, 8, 2, 3, 6, 5, 4, 11, 10, 9],
  IBKR_MSL: FOUR_GROUPS,
  ETRADE_FIFO: BY_DATE,
  ETRADE_LIFO: [...BY_DATE].reverse(),
  ETRADE_HIFO: BY_COST,
  ETRADE_LOFO: BY_COST_UP,
  ETRADE_MT: SIX_GROUPS,
  TDA_TELH: FOUR_GROUPS,
  TAMARAC_FIFO: BY_DATE,
  TAMARAC_HIGH_COST: BY_COST,
  TAMARAC_TAX: SIX_GROUPS,
  FOLIO_FIFO: BY_DATE,
  FOLIO_LIFO: [...BY_DATE].reverse(),
  FOLIO_LGHL: BY_COST,
  FOLIO_HGLL: BY_COST_UP,
  FOLIO_LLTG: LONG_DEAREST,
  FOLIO_LSTG: SHORT_DEAREST,
  FOLIO_HLTG: LONG_CHEAPEST,
  FOLIO_HSTG: SHORT_CHEAPEST,
  FOLIO_WLFS: BY_TAX,
  FOLIO_WGFS: BY_TAX_DOWN,
};

describe("Named methods: ten lots sold at 50, in the order each method takes them", () => {
  it("every method of the table has its expected order here", () =>
    assert.deepEqual(Object.keys(EXPECTED), LOT_METHODS.map(({ name }) => name)));
  for (const [method, rows] of Object.entries(EXPECTED)) {
    it(`${method}: ${rows.join(", ")}`, () => assert.deepEqual(rowsTaken(TEN_LOTS, method), rows));
  }
});

describe("Vanguard's own example against MinTax", () => {
  // Sold at 1,100: long-term lot bought at 100, 100 x 1,000 = $100,000 gain; short-term lot for $109,990, $10 gain.
  const rows: TradeRow[] = [
    buy("2015-01-05", 100, 100),
    { date: "2024-05-01", kind: "Buy", shares: 100, amount: 109990 },
    { date: "2024-06-03", kind: "Sell", shares: 100, amount: 110000 },
  ];
  it("MinTax sells the lot with the $100,000 long-term gain first", () => assert.deepEqual(rowsTaken(rows, "VANGUARD_MINTAX"), [2]));
  it("HIFO, to which Vanguard points, the lot with the $10 short-term gain", () => assert.deepEqual(rowsTaken(rows, "VANGUARD_HIFO"), [3]));
  it("MINTAX, which weighs rates, too: 0.10 x 37% = 0.037 a share against 1,000 x 20% = 200", () =>
    assert.deepEqual(rowsTaken(rows, "MINTAX"), [3]));
  it("every house of the same family does as MinTax", () => {
    for (const method of ["SCHWAB_TLO", "TAMARAC_TAX", "ETRADE_MT", "FIDELITY_TAX_SENSITIVE", "IBKR_MSL", "TDA_TELH"]) {
      assert.deepEqual(rowsTaken(rows, method), [2], method);
    }
  });
});

describe("Interactive Brokers, Highest Cost: the largest possible loss; with none, the smallest possible gain", () => {
  const held = [buy("2022-01-10", 10, 20), buy("2022-03-01", 10, 45), buy("2024-01-10", 10, 30)];
  it("at 40, row 3 loses 5 a share and the others gain 20 and 10", () =>
    assert.deepEqual(rowsTaken([...held, sell("2024-06-03", 30, 40)], "IBKR_HC"), [3, 4, 2]));
  it("at 60 all gain: 15, 30 and 40", () => assert.deepEqual(rowsTaken([...held, sell("2024-06-03", 30, 60)], "IBKR_HC"), [3, 4, 2]));
});

describe("Gain and loss are measured per share, exactly", () => {
  it("a loss of 5 a share on 10 shares goes before a loss of 4 a share on 100, though it is the smaller loss of a lot", () =>
    assert.deepEqual(rowsTaken([buy("2024-01-10", 100, 54), buy("2024-01-11", 10, 55), sell("2024-06-03", 110, 50)], "SCHWAB_TLO"), [3, 2]));
  it("net price and not price decides: fees turn a gain of 0 into a loss", () => {
    // 10 shares at 50 less a fee of 1.00 are 49.90 a share: the lot bought at 50 loses 0.10, the one at 49.90 nothing.
    const sale: TradeRow = { date: "2024-06-03", kind: "Sell", shares: 20, amount: 998 };
    assert.deepEqual(rowsTaken([buy("2024-01-10", 10, 49.9), buy("2024-01-11", 10, 50), sale], "IBKR_MSL"), [3, 2]);
  });
  it("thirds of a cent: 100.00 over 3 shares is neither gain nor loss against 200.00 over 6, and 100.01 over 3 is a loss", () => {
    const rows: TradeRow[] = [
      { date: "2022-01-10", kind: "Buy", shares: 6, amount: 200 },
      { date: "2024-01-10", kind: "Buy", shares: 3, amount: 100 },
      { date: "2022-01-11", kind: "Buy", shares: 3, amount: 100.01 },
      { date: "2022-01-12", kind: "Buy", shares: 3, amount: 99.99 },
      { date: "2024-06-03", kind: "Sell", shares: 15, amount: 500 },
    ];
    // loss: row 4; neither, short before long: row 3, row 2; gain: row 5
    assert.deepEqual(rowsTaken(rows, "SCHWAB_TLO"), [4, 3, 2, 5]);
  });
  it("equal tax per share is a tie: a long-term gain of 37 x 20% and a short-term gain of 20 x 37% are both 7.40", () => {
    const rows = [buy("2022-01-10", 3, 13), buy("2024-01-10", 7, 30), sell("2024-06-03", 10, 50)];
    assert.deepEqual(rowsTaken(rows, "FOLIO_WLFS"), [2, 3]);
    assert.deepEqual(rowsTaken(rows, "FOLIO_WGFS"), [2, 3]);
  });
  it("also where binary fractions would break the tie: 18.5 ÷ 7 x 20% = 10 ÷ 7 x 37%", () => {
    const rows: TradeRow[] = [
      { date: "2022-01-10", kind: "Buy", shares: 7, amount: 23.5 },
      { date: "2024-01-10", kind: "Buy", shares: 7, amount: 32 },
      { date: "2024-06-03", kind: "Sell", shares: 3, amount: 18 },
    ];
    assert.deepEqual(rowsTaken(rows, "FOLIO_WLFS"), [2]);
  });
  it("and where the rates are sums of rates: 30 x 20% and 20 x (10% + 20%) are both 6", () => {
    const rows = [buy("2022-01-10", 3, 20), buy("2024-01-10", 7, 30), sell("2024-06-03", 3, 50)];
    const book = bookOf(rows, { ...DEFAULT_CHOICES, shortRate: 0.1 + 0.2, longRate: 0.2, methods: [{ method: "MINTAX" }] });
    assert.deepEqual(soldPieces(book).map((piece) => (piece as { lotRow: number }).lotRow), [2]);
  });
});

describe("Ties go to the older lot, then to the row that stands first (R-ID-4)", () => {
  const rows: readonly TradeRow[] = [
    buy("2024-02-01", 10, 60),
    buy("2024-02-01", 5, 60),
    buy("2024-01-10", 10, 60),
    sell("2024-06-03", 25, 50),
  ];
  for (const method of ["HIFO", "LOFO", "SCHWAB_TLO", "FIDELITY_HICS", "IBKR_MSG", "FOLIO_WGFS", "MINTAX"]) {
    it(method, () => assert.deepEqual(rowsTaken(rows, method), [4, 2, 3]));
  }
});

describe("Term is the term on the day of the sale", () => {
  const held = [buy("2023-06-02", 10, 40), buy("2024-01-10", 10, 30)];
  it("a lot of 2 June 2023 is short-term on 2 June 2024: of two short-term gains, 10 and 20, the greater goes first", () =>
    assert.deepEqual(rowsTaken([...held, sell("2024-06-02", 20, 50)], "IBKR_MLG"), [3, 2]));
  it("and long-term on 3 June 2024: the long-term gain goes first", () =>
    assert.deepEqual(rowsTaken([...held, sell("2024-06-03", 20, 50)], "IBKR_MLG"), [2, 3]));
});

describe("Fidelity, Intraday First-In, First-Out", () => {
  const held = [buy("2023-01-03", 10, 20), buy("2024-06-03", 5, 60), buy("2024-06-03", 5, 62)];
  it("takes the lots of the day of the sale first, in order, then the oldest", () =>
    assert.deepEqual(relieved([...held, sell("2024-06-03", 12, 61)], "FIDELITY_INFI").map(({ lotRow, shares }) => [lotRow, shares]), [
      [3, 5],
      [4, 5],
      [2, 2],
    ]));
  it("and is FIFO on any other day", () => assert.deepEqual(rowsTaken([...held, sell("2024-06-04", 12, 61)], "FIDELITY_INFI"), [2, 3]));
});

describe("Fidelity, First-In, First-Out: by the oldest holding period, not by the day of purchase", () => {
  // Row 5 sells row 2 at 40, a loss of 10 a share held 394 days; row 4, bought 12 days before, replaces it and takes
  // these days over: its period counts from 22 December 2022, before row 3 was bought (R-WS-6).
  const rows = [
    buy("2023-01-03", 10, 50),
    buy("2023-06-01", 10, 30),
    buy("2024-01-20", 10, 42),
    sell("2024-02-01", 10, 40),
    sell("2024-06-03", 10, 45),
  ];
  it("FIFO takes the earlier purchase", () => assert.deepEqual(rowsTaken(rows, "FIFO"), [3]));
  it("FIDELITY_FIFO the longer held", () => assert.deepEqual(rowsTaken(rows, "FIDELITY_FIFO"), [4]));
});

describe("Methods that weigh tax need both rates", () => {
  const rows = [buy("2023-01-03", 10, 20), sell("2024-06-03", 5, 30)];
  for (const method of ["MINTAX", "FOLIO_WLFS", "FOLIO_WGFS"]) {
    it(`${method} is refused by its name, with what is missing`, () => {
      const refused = (rates: object) => bookOf(rows, { ...DEFAULT_CHOICES, ...rates, methods: [{ method }] }).refusals[0];
      assert.equal(refused({})!.problem, `Row 3: ${method} needs tax rates, and the settings lack Short rate and Long rate.`);
      assert.equal(refused({ shortRate: 0.3 })!.problem, `Row 3: ${method} needs tax rates, and the settings lack Long rate.`);
      assert.equal(refused({ longRate: 0.2 })!.whatToDo, "Add Short rate to the settings.");
      assert.equal(refused(RATES), undefined);
    });
  }
  it("no other method asks for them", () => {
    for (const { name } of LOT_METHODS) {
      if (["MINTAX", "FOLIO_WLFS", "FOLIO_WGFS"].includes(name)) continue;
      assert.deepEqual(bookOf(rows, { ...DEFAULT_CHOICES, methods: [{ method: name }] }).refusals, [], name);
    }
  });
});
