/**
 * Functions over equal ranges share one reading and one book. A range is known again only when every cell
 * is the same: a hash can collide, and a sample misses edits. Results depend on nothing else, so what is
 * kept here never changes an answer, only its speed.
 */
import { bookTrades } from "../lots/book";
import type { Book, Scope } from "../lots/book-types";
import type { Choices } from "../lots/choices";
import type { Trades } from "../lots/trades";
import { FEDERAL_LAW } from "../rules/federal-law";

export type Cells = readonly (readonly unknown[])[];

/** Different ranges a workbook works with at a time: trades, settings, last year's trades … */
const KEPT = 8;
/** Cells kept at most over all ranges of a cache, so that a few huge ranges cannot fill the memory. */
const KEPT_CELLS = 4_000_000;

/** What was computed of the ranges used last, most recent first. */
export class RangeCache<T> {
  private entries: { readonly cells: Cells; readonly count: number; readonly value: T }[] = [];

  constructor(private readonly compute: (cells: Cells) => T) {}

  of(cells: Cells): T {
    const at = this.entries.findIndex((entry) => equalCells(entry.cells, cells));
    const entry = at < 0 ? this.entryOf(cells) : this.entries.splice(at, 1)[0]!;
    this.entries.unshift(entry);
    this.forget();
    return entry.value;
  }

  /** The cells are copied: whoever passed them may write into them later. */
  private entryOf(cells: Cells) {
    const kept = cells.map((row) => row.slice());
    return { cells: kept, count: kept.length * (kept[0]?.length ?? 0), value: this.compute(kept) };
  }

  private forget(): void {
    let total = 0;
    this.entries = this.entries.filter((entry, at) => {
      total += entry.count;
      return at === 0 || (at < KEPT && total <= KEPT_CELLS);
    });
  }
}

/** Dimensions first, then every cell until one differs. An object (data type, error) never counts as equal. */
export function equalCells(kept: Cells, given: Cells): boolean {
  if (kept.length !== given.length) return false;
  for (let row = 0; row < kept.length; row++) {
    const ours = kept[row]!;
    const theirs = given[row]!;
    if (ours.length !== theirs.length) return false;
    for (let column = 0; column < ours.length; column++) {
      const cell = ours[column];
      if (!Object.is(cell, theirs[column]) || (typeof cell === "object" && cell !== null)) return false;
    }
  }
  return true;
}

interface KeptBook {
  readonly trades: Trades;
  readonly choices: Choices;
  readonly scope: string;
  readonly book: Book;
}

/** Apart from each other, so that a column of what-if sales does not drive out the book of all trades. */
let keptBooks: KeptBook[] = [];
let keptWhatIfs: KeptBook[] = [];

/** The book of these trades; known again by the identity of the reading and the settings it came from. */
export function sharedBook(trades: Trades, choices: Choices, scope: Scope): Book {
  const scopeKey = JSON.stringify(scope);
  const shelf = scope.whatIf === undefined ? keptBooks : keptWhatIfs;
  const found = shelf.find((kept) => kept.trades === trades && kept.choices === choices && kept.scope === scopeKey);
  const kept = found ?? { trades, choices, scope: scopeKey, book: bookTrades(trades, choices, FEDERAL_LAW, scope) };
  const shelved = [kept, ...shelf.filter((other) => other !== kept)].slice(0, KEPT);
  if (scope.whatIf === undefined) keptBooks = shelved;
  else keptWhatIfs = shelved;
  return kept.book;
}
