/** How office.js asks to be told of events: a method of the object that has them, one to begin and one to end. */
import type { WatchedKind } from "../workbook-events";

interface EventMethods {
  readonly kind: WatchedKind;
  /** As add-in code names it. */
  readonly event: string;
  readonly register: string;
  readonly unregister: string;
}

const named = (kind: WatchedKind, event: string, name: string): EventMethods => ({
  kind,
  event,
  register: `_Register${name}`,
  unregister: `_Unregister${name}`,
});

const OF_SHEETS = [
  named("changed", "onChanged", "DataChangedEvent"),
  named("calculated", "onCalculated", "CalculatedEvent"),
  named("selection", "onSelectionChanged", "SelectionChangedEvent"),
  named("renamed", "onNameChanged", "EventNameChanged"),
];

const OF_COLLECTION = [...OF_SHEETS, named("added", "onAdded", "AddedEvent"), named("deleted", "onDeleted", "DeletedEvent")];

type Watch<T> = (target: T, kind: WatchedKind, on: boolean) => void;

export function sheetEventMethods<T>(watch: Watch<T>): Record<string, (target: T) => void> {
  return methods(OF_SHEETS, watch);
}

export function collectionEventMethods<T>(watch: Watch<T>): Record<string, (target: T) => void> {
  return methods(OF_COLLECTION, watch);
}

/** The event that a method of office.js begins; undefined for a method that begins none. */
export function eventBegunBy(method: string): string | undefined {
  return OF_COLLECTION.find(({ register }) => register === method)?.event;
}

function methods<T>(events: readonly EventMethods[], watch: Watch<T>): Record<string, (target: T) => void> {
  return Object.fromEntries(
    events.flatMap(({ kind, register, unregister }) => [
      [register, (target: T) => watch(target, kind, true)],
      [unregister, (target: T) => watch(target, kind, false)],
    ]),
  );
}
