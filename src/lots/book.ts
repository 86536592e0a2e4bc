/**
 * The book: every trade applied in order, group by group, in one forward pass each.
 * A group that turns out wrong is booked again without the pools the wrong row reaches; all other
 * groups never notice.
 */
import { BookInProgress } from "./book-in-progress";
import type { Book, Scope } from "./book-types";
import type { Choices } from "./choices";
import { orderEvents, type OrderedEvents } from "./event-order";
import { tieSymbols, type SymbolTies } from "./groups";
import type { Law } from "./law";
import type { RowFault, Trades } from "./trades";
import type { Day } from "../values/plain-date";
import { whatIfsOf } from "./what-ifs";

/** Books the trades under the user's choices. `scope` limits the days or adds a what-if sale. */
export function bookTrades(trades: Trades, choices: Choices, law: Law, scope: Scope = {}): Book {
  const { ties, events } = preparedFor(trades, choices);
  const work = new BookInProgress(trades, choices, law, scope, ties, events);
  const only = groupsAskedAbout(trades, scope, ties);
  const faultsOf = faultsByGroup(trades, ties);
  for (let group = 0; group < trades.symbols.length; group++) {
    if (ties.group[group] !== group || (only !== null && !only.has(group))) continue;
    work.book(group, faultsOf.get(group) ?? []);
  }
  return work.finished();
}

/** One group booked through a day, its books kept so that sales can be tried out on them (see tries.ts). */
export function groupInProgress(trades: Trades, choices: Choices, law: Law, group: number, day: Day): BookInProgress {
  const { ties, events } = preparedFor(trades, choices);
  const work = new BookInProgress(trades, choices, law, { tiedTo: group, throughDay: day }, ties, events, true);
  work.book(group, faultsByGroup(trades, ties).get(group) ?? []);
  return work;
}

/** Which symbols are booked together, and which are substantially identical; made once for the same trades and choices. */
export function tiesOf(trades: Trades, choices: Choices): SymbolTies {
  return preparedFor(trades, choices).ties;
}

/** Positions in the trades of the rows of one group, in booking order. */
export function eventsOfGroup(trades: Trades, choices: Choices, group: number): Int32Array {
  const { order, start } = preparedFor(trades, choices).events;
  return order.subarray(start[group]!, start[group + 1]!);
}

/** null: every group. */
function groupsAskedAbout(trades: Trades, scope: Scope, ties: SymbolTies): ReadonlySet<number> | null {
  if (scope.tiedTo !== undefined) return new Set([ties.group[scope.tiedTo]!]);
  if (scope.upTo !== undefined) return new Set([ties.group[trades.symbol[scope.upTo.trade]!]!]);
  const asked = whatIfsOf(scope, trades.count);
  return asked === null ? null : new Set(asked.map(({ symbol }) => ties.group[symbol]!));
}

interface Prepared {
  readonly ties: SymbolTies;
  readonly events: OrderedEvents;
}

/** Order and ties depend on the trades and choices alone, so many what-if sales share them. */
const prepared = new WeakMap<Trades, WeakMap<Choices, Prepared>>();

function preparedFor(trades: Trades, choices: Choices): Prepared {
  let byChoices = prepared.get(trades);
  if (byChoices === undefined) prepared.set(trades, (byChoices = new WeakMap()));
  let found = byChoices.get(choices);
  if (found === undefined) {
    const ties = tieSymbols(trades, choices);
    found = { ties, events: orderEvents(trades, choices, ties.group) };
    byChoices.set(choices, found);
  }
  return found;
}

function faultsByGroup(trades: Trades, ties: SymbolTies): Map<number, RowFault[]> {
  const byGroup = new Map<number, RowFault[]>();
  for (const fault of trades.faults) {
    if (fault.symbol === null) continue;
    const group = ties.group[fault.symbol]!;
    const faults = byGroup.get(group);
    if (faults === undefined) byGroup.set(group, [fault]);
    else faults.push(fault);
  }
  return byGroup;
}
