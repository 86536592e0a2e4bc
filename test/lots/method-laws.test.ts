import assert from "node:assert/strict";
import fc from "fast-check";
import { DEFAULT_CHOICES, type Method } from "../../src/lots/choices";
import type { LotGroup, Result } from "../../src/lots/methods/ordering";
import { LOT_METHODS } from "../../src/lots/methods/table";
import { bookOf, openLots, soldPieces, type TradeRow } from "./trades-of";

interface Lot {
  readonly isLong: boolean;
  /** Day of the month: few days, so that lots share them. */
  readonly dayOfMonth: number;
  readonly shares: number;
  readonly cents: number;
}

/** Few sizes and prices, so that ties, equal costs per share and sales without gain or loss come up often. */
const lot: fc.Arbitrary<Lot> = fc
  .record({
    isLong: fc.boolean(),
    dayOfMonth: fc.integer({ min: 1, max: 6 }),
    shares: fc.constantFrom(1, 2, 3, 6, 7),
    thirds: fc.constantFrom(1000, 2000, 2500, 4000),
    odd: fc.constantFrom(0, 0, 0, 1, -1),
  })
  .map(({ isLong, dayOfMonth, shares, thirds, odd }) => ({ isLong, dayOfMonth, shares, cents: Math.round((thirds * shares) / 3) + odd }));

interface Sold {
  readonly lots: readonly Lot[];
  readonly shares: number;
  readonly cents: number;
}

const sold: fc.Arbitrary<Sold> = fc
  .record({
    lots: fc.array(lot, { minLength: 1, maxLength: 9 }),
    part: fc.constantFrom(0.3, 0.7, 1),
    thirds: fc.constantFrom(1000, 2000, 2500),
  })
  .map(({ lots, part, thirds }) => {
    const held = lots.reduce((sum, { shares }) => sum + shares, 0);
    const shares = Math.max(1, Math.floor(held * part));
    return { lots, shares, cents: Math.round((thirds * shares) / 3) };
  });

const dateOf = ({ isLong, dayOfMonth }: Lot): string => `${isLong ? 2022 : 2024}-03-0${dayOfMonth}`;

/** Row 2 is the first lot; the sale is on 3 June 2024, when lots of 2022 are long-term and lots of 2024 short-term. */
function rowsOf({ lots, shares, cents }: Sold): TradeRow[] {
  return [
    ...lots.map((one): TradeRow => ({ date: dateOf(one), kind: "Buy", shares: one.shares, amount: one.cents / 100 })),
    { date: "2024-06-03", kind: "Sell", shares, amount: cents / 100 },
  ];
}

interface SoldPiece {
  readonly lotRow: number;
  readonly shares: number;
  readonly proceeds: number;
  readonly basis: number;
}

function sell(one: Sold, method: Method): { pieces: SoldPiece[]; left: { lotRow: number; shares: number; basis: number }[] } {
  const book = bookOf(rowsOf(one), { ...DEFAULT_CHOICES, view: "none", shortRate: 0.37, longRate: 0.2, methods: [{ method }] });
  assert.deepEqual(book.refusals, []);
  return { pieces: soldPieces(book) as SoldPiece[], left: openLots(book) as { lotRow: number; shares: number; basis: number }[] };
}

const centsOf = (amounts: readonly number[]): number => amounts.reduce((sum, dollars) => sum + Math.round(dollars * 100), 0);

function sharesByLot(pieces: readonly { lotRow: number; shares: number }[]): Map<number, number> {
  const byLot = new Map<number, number>();
  for (const { lotRow, shares } of pieces) byLot.set(lotRow, (byLot.get(lotRow) ?? 0) + shares);
  return byLot;
}

describe("Law of every method: another order of the same shares, and no money made or lost", () => {
  for (const { name } of LOT_METHODS) {
    it(name, () =>
      fc.assert(
        fc.property(sold, (one) => {
          const { pieces, left } = sell(one, name);
          const shares = sharesByLot([...pieces, ...left]);
          assert.deepEqual(
            one.lots.map((_, at) => shares.get(at + 2)),
            one.lots.map((held) => held.shares),
          );
          assert.equal(pieces.reduce((sum, piece) => sum + piece.shares, 0), one.shares);
          assert.equal(centsOf(pieces.map(({ proceeds }) => proceeds)), one.cents);
          assert.equal(
            centsOf([...pieces, ...left].map(({ basis }) => basis)),
            one.lots.reduce((sum, { cents }) => sum + cents, 0),
          );
        }),
        { numRuns: 40 },
      ));
  }
});

/** A lot beside what a person with a sheet of paper would write next to it. Quotients are kept as two whole numbers. */
interface Weighed {
  readonly row: number;
  readonly date: string;
  readonly term: "short" | "long";
  readonly result: Result;
  /** Basis per share: `cost` over `shares`. */
  readonly cost: bigint;
  readonly shares: bigint;
}

function weighed(one: Sold): Weighed[] {
  return one.lots.map((held, at) => {
    const gain = BigInt(one.cents) * BigInt(held.shares) - BigInt(held.cents) * BigInt(one.shares);
    return {
      row: at + 2,
      date: dateOf(held),
      term: held.isLong ? "long" : "short",
      result: gain < 0n ? "loss" : gain > 0n ? "gain" : "none",
      cost: BigInt(held.cents),
      shares: BigInt(held.shares),
    };
  });
}

/** Picks by looking for the best lot again and again: no sorting, no shortcuts. */
function pickNaively(one: Sold, isBefore: (a: Weighed, b: Weighed) => boolean): [row: number, shares: number][] {
  const left = weighed(one);
  const picked: [number, number][] = [];
  for (let wanted = one.shares; wanted > 0; ) {
    const best = left.reduce((first, other) => (isBefore(other, first) ? other : first));
    left.splice(left.indexOf(best), 1);
    const shares = Math.min(wanted, Number(best.shares));
    picked.push([best.row, shares]);
    wanted -= shares;
  }
  return picked;
}

const dearer = (a: Weighed, b: Weighed): bigint => a.cost * b.shares - b.cost * a.shares;
const older = (a: Weighed, b: Weighed): boolean => (a.date === b.date ? a.row < b.row : a.date < b.date);

/** Vanguard's page, line by line; and the four lines of Interactive Brokers' Maximize Short-Term Loss. */
const SIX = ["short loss", "long loss", "short none", "long none", "long gain", "short gain"];
const FOUR = ["short loss", "long loss", "long none or gain", "short none or gain"];

function byLines(lines: readonly string[]): (a: Weighed, b: Weighed) => boolean {
  const line = ({ term, result }: Weighed): number => lines.findIndex((words) => words.startsWith(term) && words.includes(result));
  return (a, b) => {
    if (line(a) !== line(b)) return line(a) < line(b);
    const difference = dearer(a, b);
    return difference === 0n ? older(a, b) : difference > 0n;
  };
}

describe("Law: the groups are exhausted one after another, checked against picking by hand", () => {
  const agrees = (method: Method, isBefore: (a: Weighed, b: Weighed) => boolean): void =>
    fc.assert(
      fc.property(sold, (one) => {
        const picked = sell(one, method).pieces.map(({ lotRow, shares }) => [lotRow, shares]);
        assert.deepEqual(picked, pickNaively(one, isBefore));
      }),
      { numRuns: 400 },
    );

  for (const method of ["SCHWAB_TLO", "VANGUARD_MINTAX", "TAMARAC_TAX", "ETRADE_MT"]) {
    it(`${method}: six groups`, () => agrees(method, byLines(SIX)));
  }
  for (const method of ["IBKR_MSL", "TDA_TELH"]) it(`${method}: four groups`, () => agrees(method, byLines(FOUR)));
  it("FIDELITY_HICL: long before short, dearest first", () =>
    agrees("FIDELITY_HICL", (a, b) => {
      if (a.term !== b.term) return a.term === "long";
      return dearer(a, b) === 0n ? older(a, b) : dearer(a, b) > 0n;
    }));
  it("HIFO: dearest first, also when served piece after piece", () =>
    agrees("HIFO", (a, b) => (dearer(a, b) === 0n ? older(a, b) : dearer(a, b) > 0n)));
  it("FOLIO_WLFS: least gain x rate first", () => {
    // Rates 37 % and 20 %. (P/U - c/s) x r compared over the common denominator U.
    const tax = (one: Sold, { cost, shares, term }: Weighed): bigint =>
      (BigInt(one.cents) * shares - cost * BigInt(one.shares)) * (term === "long" ? 20n : 37n);
    fc.assert(
      fc.property(sold, (one) => {
        const difference = (a: Weighed, b: Weighed): bigint => tax(one, a) * b.shares - tax(one, b) * a.shares;
        const isBefore = (a: Weighed, b: Weighed): boolean => (difference(a, b) === 0n ? older(a, b) : difference(a, b) < 0n);
        const picked = sell(one, "FOLIO_WLFS").pieces.map(({ lotRow, shares }) => [lotRow, shares]);
        assert.deepEqual(picked, pickNaively(one, isBefore));
      }),
      { numRuns: 400 },
    );
  });
});

describe("Law: a method served piece after piece agrees with the same method ranked", () => {
  // Fidelity's methods rank the whole pool, because they look for lots of unknown cost; here there are none.
  const pairs: readonly (readonly [Method, Method])[] = [
    ["LIFO", "FIDELITY_LIFO"],
    ["HIFO", "FIDELITY_HICO"],
    ["LOFO", "FIDELITY_LOCO"],
    ["FIFO", "FIDELITY_FIFO"],
  ];
  for (const [plain, fidelity] of pairs) {
    it(`${plain} and ${fidelity}, over two sales`, () =>
      fc.assert(
        fc.property(sold, fc.integer({ min: 1, max: 5 }), (one, again) => {
          const rows: TradeRow[] = [...rowsOf(one), { date: "2024-07-01", kind: "Buy", shares: again, amount: again * 7 }];
          rows.push({ date: "2024-07-02", kind: "Sell", shares: again, amount: again * 9 });
          const by = (method: Method) => soldPieces(bookOf(rows, { ...DEFAULT_CHOICES, view: "none", methods: [{ method }] }));
          assert.deepEqual(by(fidelity), by(plain));
        }),
        { numRuns: 150 },
      ));
  }
});

describe("The table of methods", () => {
  const TERMS = ["short", "long"] as const;
  const RESULTS = ["loss", "none", "gain"] as const;
  const fits = (group: LotGroup, term: string, result: Result): boolean =>
    group.acquiredOnDayOfSale === undefined && (group.term ?? term) === term && (group.results ?? RESULTS).includes(result);

  it("has a group for every lot, whatever its term and result", () => {
    for (const { name, ordering } of LOT_METHODS) {
      for (const term of TERMS) {
        for (const result of RESULTS) assert.ok(ordering.groups.some((group) => fits(group, term, result)), `${name}: ${term} ${result}`);
      }
    }
  });
  it("has no name twice, and all in capitals", () => {
    const names = LOT_METHODS.map(({ name }) => name);
    assert.equal(new Set(names).size, names.length);
    for (const name of names) assert.match(name, /^[A-Z]+(_[A-Z]+)*$/);
  });
});
