/** What corporate-action tests compare: sold pieces, and open lots by symbol and row, in dollars and shares. */
import assert from "node:assert/strict";
import { bookOf, openLots, soldPieces, type TradeRow } from "./trades-of";
import type { Choices } from "../../src/lots/choices";

export interface SoldPiece {
  readonly saleRow: number;
  readonly lotRow: number;
  readonly shares: number;
  readonly holdingFrom: string;
  readonly proceeds: number;
  readonly basis: number;
  readonly disallowed: number;
  readonly term: "Long" | "Short";
}

export interface HeldLot {
  readonly lotRow: number;
  readonly symbol: string;
  readonly account: string;
  readonly holdingFrom: string;
  readonly shares: number;
  readonly basis: number;
}

/** Books the rows, of which none may be refused. */
export function booked(rows: readonly TradeRow[], choices: Partial<Choices> = {}): { sold: SoldPiece[]; open: HeldLot[] } {
  const book = bookOf(rows, choices);
  assert.deepEqual(book.refusals, []);
  return { sold: soldPieces(book) as SoldPiece[], open: bySymbol(openLots(book) as HeldLot[]) };
}

export function bySymbol(lots: readonly HeldLot[]): HeldLot[] {
  return [...lots].sort((a, b) => (a.symbol < b.symbol ? -1 : a.symbol > b.symbol ? 1 : 0));
}

export function sold(lotRow: number, saleRow: number, shares: number, from: string, proceeds: number, basis: number, term: "Long" | "Short"): SoldPiece {
  return { saleRow, lotRow, shares, holdingFrom: from, proceeds, basis, disallowed: 0, term };
}

export function lot(lotRow: number, symbol: string, holdingFrom: string, shares: number, basis: number, account = "A"): HeldLot {
  return { lotRow, symbol, account, holdingFrom, shares, basis };
}

/** The first refusal's sentence and column. */
export function refused(rows: readonly TradeRow[], choices: Partial<Choices> = {}): { problem: string; column: string; whatToDo: string } {
  const [refusal] = bookOf(rows, choices).refusals;
  assert.ok(refusal !== undefined, "nothing was refused");
  const { problem, column, whatToDo } = refusal;
  return { problem, column, whatToDo };
}
