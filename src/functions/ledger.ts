/** The arguments that every function over trades has in common: the trades and the settings. */
import type { Book, Scope } from "../lots/book-types";
import type { Choices } from "../lots/choices";
import { DEFAULT_SETTINGS, readSettings } from "../sheet/read-settings";
import { readTrades } from "../sheet/read-trades";
import type { Settings, TradesReading } from "../sheet/reading-types";
import type { Outcome } from "../values/outcome";
import { RangeCache, sharedBook, type Cells } from "./book-cache";
import { given } from "./cell-error";

export interface TradesLedger {
  readonly reading: TradesReading;
  readonly settings: Settings;
  /** Without a scope: all trades. */
  book(scope?: Scope): Book;
  /** The same trades as the broker of each account sees them (R-WS-10). */
  brokersBook(): Book;
}

const readings = new RangeCache<Outcome<TradesReading>>(readTrades);
const settingsRead = new RangeCache<Outcome<Settings>>(readSettings);

export function readLedger(trades: unknown, settings: unknown): TradesLedger {
  const chosen = readChoices(settings);
  const reading = given(readingOf(trades));
  return {
    reading,
    settings: chosen,
    book: (scope = {}) => sharedBook(reading.trades, chosen.choices, scope),
    brokersBook: () => sharedBook(reading.trades, inBrokersView(chosen.choices), {}),
  };
}

const brokersChoices = new WeakMap<Choices, Choices>();

/** One object for one, because a book is known again by it. */
function inBrokersView(choices: Choices): Choices {
  if (choices.view === "broker") return choices;
  const made = brokersChoices.get(choices) ?? { ...choices, view: "broker" as const };
  brokersChoices.set(choices, made);
  return made;
}

export function readingOf(trades: unknown): Outcome<TradesReading> {
  return readings.of(rangeOf(trades) ?? []);
}

export function readChoices(settings: unknown): Settings {
  const cells = rangeOf(settings);
  return cells === null ? DEFAULT_SETTINGS : given(settingsRead.of(cells));
}

/** An argument as a range: a single cell is a range of one, a blank or omitted one is none. */
export function rangeOf(argument: unknown): Cells | null {
  const cell = cellOf(argument);
  if (Array.isArray(cell)) return cell.every(Array.isArray) ? cell : [cell];
  // Older builds of Excel send a blank cell as 0.
  return cell === null || cell === undefined || cell === "" || cell === 0 ? null : [[cell]];
}

/** An argument as one cell: a range of one is its cell. */
export function cellOf(argument: unknown): unknown {
  if (!Array.isArray(argument) || argument.length !== 1) return argument;
  const row: unknown = argument[0];
  return Array.isArray(row) && row.length === 1 ? row[0] : argument;
}
