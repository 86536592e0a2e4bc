/** R-AVG-1, R-AVG-2: the totals a pool keeps are what its pieces add up to, whatever happened to them. */
import assert from "node:assert/strict";
import { NO_PIECE, Pieces, type Piece } from "../../src/lots/pieces";
import { Pool } from "../../src/lots/pool";
import { CountedPieces, PoolTotals } from "../../src/lots/pool-totals";

const LAST_OF_FIRST_CLASS = 100;

describe("R-AVG-1, R-AVG-2: totals of an averaged pool", () => {
  let pieces: Pieces;
  let pool: Pool;
  let sequence: number;

  const classOf = (piece: Piece): 0 | 1 => (pieces.acquired[piece]! > LAST_OF_FIRST_CLASS ? 1 : 0);

  function buy(day: number, units: number, basisCents: number): Piece {
    const piece = pieces.add(sequence, sequence, day, units, basisCents);
    sequence += 1;
    pool.insert(piece);
    return piece;
  }

  function totals(): number[] {
    pool.totals ??= new PoolTotals(pieces, new CountedPieces(), classOf, pool.first);
    return pool.totals.ofClass.flatMap(({ basisCents, units }) => [basisCents, units]);
  }

  beforeEach(() => {
    pieces = new Pieces(4);
    pool = new Pool(pieces, 0, 0);
    sequence = 0;
    buy(50, 10, 1000);
    buy(150, 30, 6000);
  });

  it("start with the pieces that are there, each in its class", () => {
    assert.deepEqual(totals(), [1000, 10, 6000, 30]);
  });

  it("grow with a purchase, in any place of the order", () => {
    totals();
    buy(60, 5, 500);
    buy(160, 20, 3000);
    assert.deepEqual(totals(), [1500, 15, 9000, 50]);
  });

  it("stay when a piece is cut, and fall when a part leaves", () => {
    totals();
    const front = pool.cut(pool.last, 10);
    assert.deepEqual(totals(), [1000, 10, 6000, 30]);
    pool.remove(front);
    assert.deepEqual(totals(), [1000, 10, 4000, 20]);
  });

  it("follow a basis that a wash sale raised", () => {
    totals();
    pieces.addBasis(pool.first, 77);
    pool.costChanged(pool.first);
    assert.deepEqual(totals(), [1077, 10, 6000, 30]);
  });

  it("follow a split, and shares given out by number", () => {
    totals();
    pool.split(2, 1);
    assert.deepEqual(totals(), [1000, 20, 6000, 60]);
    pool.resize(pool.first, 5, 1.25);
    assert.deepEqual(totals(), [1000, 25, 6000, 60]);
  });

  it("forget pieces that go, and count them anew in the pool they come to", () => {
    totals();
    const gone = pool.first;
    pool.remove(gone);
    pieces.basisCents[gone] = 900;
    pool.insert(gone);
    assert.deepEqual(totals(), [900, 10, 6000, 30]);
  });

  it("have room for more pieces than they began with", () => {
    totals();
    for (let i = 0; i < 3000; i++) buy(200 + i, 1, 3);
    assert.deepEqual(totals(), [1000, 10, 6000 + 3 * 3000, 30 + 3000]);
    assert.notEqual(pool.last, NO_PIECE);
  });
});
