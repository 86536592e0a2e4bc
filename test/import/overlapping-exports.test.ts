/**
 * Exports of one true history that overlap (broker layouts, section 0.5): whatever windows of it are downloaded, in whatever
 * order and however often they are imported, the sheet has each trade of the days they cover as often as it happened.
 */
import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { combine, keyOfRow } from "../../src/import/combine";
import type { RowOnSheet } from "../../src/import/combine";
import type { FileRead } from "../../src/import/import-types";
import { readText } from "./read-sample";

const DAYS = 12;

interface Fill {
  readonly day: number;
  readonly isSale: boolean;
  readonly symbol: string;
  readonly shares: number;
  readonly dollars: number;
}

/** Few values, so that equal fills on one day are common. */
const HISTORY = fc.array(
  fc.record({
    day: fc.integer({ min: 1, max: DAYS }),
    isSale: fc.boolean(),
    symbol: fc.constantFrom("XYZ", "BRK/B"),
    shares: fc.integer({ min: 1, max: 2 }),
    dollars: fc.constantFrom(5, 6),
  }),
  { maxLength: 40 },
);

interface Export {
  readonly from: number;
  readonly to: number;
  readonly newestFirst: boolean;
}
const EXPORT: fc.Arbitrary<Export> = fc
  .record({ one: fc.integer({ min: 1, max: DAYS }), other: fc.integer({ min: 1, max: DAYS }), newestFirst: fc.boolean() })
  .map(({ one, other, newestFirst }) => ({ from: Math.min(one, other), to: Math.max(one, other), newestFirst }));

const isIn = (fill: Fill, { from, to }: Export) => fill.day >= from && fill.day <= to;
const lineOf = ({ day, isSale, symbol, shares, dollars }: Fill) =>
  `01/${String(day).padStart(2, "0")}/2026,${isSale ? "Sell" : "Buy"},${symbol},,${shares},$${dollars}.00,,${isSale ? "" : "-"}$${shares * dollars}.00`;

function read(history: readonly Fill[], each: Export, at: number): FileRead {
  const fills = history.filter((fill) => isIn(fill, each)).sort((a, b) => a.day - b.day);
  if (each.newestFirst) fills.reverse();
  const text = ["Date,Action,Symbol,Description,Quantity,Price,Fees & Comm,Amount", ...fills.map(lineOf)].join("\n");
  return readText(`export ${at}.csv`, text, "A");
}

class Sheet {
  rows: RowOnSheet[] = [];
  private readonly digests = new Set<string>();

  import(...files: readonly FileRead[]): number {
    const { added, files: told } = combine(this.rows, files, this.digests);
    assert.deepEqual(told.flatMap(({ undecided }) => undecided), [], "nothing is asked");
    this.rows = [...this.rows, ...added.map(({ cells, source }) => ({ cells, source }))];
    for (const { control } of files) this.digests.add(control.digest);
    return added.length;
  }

  get counts(): Record<string, number> {
    return counted(this.rows.map(({ cells }) => keyOfRow(cells)));
  }
}

function counted(keys: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const key of [...keys].sort()) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

/** What happened on the days that some export covers. */
function truth(history: readonly Fill[], exports: readonly Export[]): Record<string, number> {
  const covered = history.filter((fill) => exports.some((each) => isIn(fill, each)));
  return counted(covered.map(({ day, isSale, symbol, shares, dollars }) => keyOfRow({
    Account: "A", Date: `2026-01-${String(day).padStart(2, "0")}`, Action: isSale ? "Sell" : "Buy", Symbol: symbol === "BRK/B" ? "BRK.B" : symbol,
    Quantity: String(shares), Price: String(dollars), Amount: String(shares * dollars),
  })));
}

describe("The law of overlapping exports", () => {
  it("A, then B, then A again: the trades of the days that A or B covers, each as often as it happened", () =>
    fc.assert(fc.property(HISTORY, EXPORT, EXPORT, (history, one, other) => {
      const [a, b] = [read(history, one, 1), read(history, other, 2)];
      const sheet = new Sheet();
      sheet.import(a);
      sheet.import(b);
      assert.equal(sheet.import(a), 0);
      assert.deepEqual(sheet.counts, truth(history, [one, other]));
    }), { numRuns: 300 }));

  it("any exports, in any order, one by one or several at once, some again: the same", () =>
    fc.assert(fc.property(HISTORY, fc.array(EXPORT, { minLength: 1, maxLength: 5 }), fc.array(fc.array(fc.nat(4), { minLength: 1, maxLength: 3 }), { maxLength: 4 }), (history, exports, again) => {
      const files = exports.map((each, at) => read(history, each, at));
      const sheet = new Sheet();
      for (const batch of again) sheet.import(...[...new Set(batch)].flatMap((at) => files[at] ?? []));
      for (const file of files) sheet.import(file);
      assert.deepEqual(sheet.counts, truth(history, exports));
      assert.equal(sheet.import(...files), 0);
    }), { numRuns: 300 }));

  it("a history downloaded in pieces is the history downloaded whole", () =>
    fc.assert(fc.property(HISTORY, fc.uniqueArray(fc.integer({ min: 1, max: DAYS - 1 }), { maxLength: 4 }), fc.boolean(), (history, cuts, backwards) => {
      const ends = [...cuts.sort((x, y) => x - y), DAYS];
      const pieces = ends.map((to, at): Export => ({ from: (ends[at - 1] ?? 0) + 1, to, newestFirst: true }));
      if (backwards) pieces.reverse();
      const [whole, inPieces] = [new Sheet(), new Sheet()];
      whole.import(read(history, { from: 1, to: DAYS, newestFirst: false }, 0));
      pieces.forEach((piece, at) => inPieces.import(read(history, piece, at + 1)));
      assert.deepEqual(inPieces.counts, whole.counts);
    })));

  it("two equal fills of one day stay two, and three in a later export become three", () => {
    const fill: Fill = { day: 3, isSale: false, symbol: "XYZ", shares: 1, dollars: 5 };
    const window: Export = { from: 1, to: 5, newestFirst: false };
    const sheet = new Sheet();
    assert.equal(sheet.import(read([fill, fill], window, 1)), 2);
    assert.equal(sheet.import(read([fill, fill, fill], window, 2)), 1);
  });
});
