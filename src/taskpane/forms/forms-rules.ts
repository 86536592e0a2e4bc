/** Which year the forms are of, which form is which, and whether they say what they said before. Pure. */
import { addressWithinSheet, cellOf } from "../../sheet/placing/addresses";
import type { BrokerCells, BrokerPlace } from "../../sheet/placing/broker-place";
import { calendarFromDay, type Day } from "../../values/plain-date";
import { startsWhere } from "../reading";
import type { FormRead } from "./forms-on-desk";

/** Returns are filed until April: till then the year before is worked on. */
const LAST_MONTH_OF_FILING = 4;

/** The year of most sales on the forms; without forms the one whose return is due, by the as-of day. */
export function defaultYear(read: readonly FormRead[], asOf: Day): number {
  const [most] = [...salesByYear(read)].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  if (most !== undefined) return most[0];
  const { year, month } = calendarFromDay(asOf);
  return month <= LAST_MONTH_OF_FILING ? year - 1 : year;
}

/** Latest first. */
export function yearsToChoose(year: number, saleYears: readonly number[], read: readonly FormRead[]): readonly number[] {
  return [...new Set([year, ...saleYears, ...salesByYear(read).keys()])].sort((a, b) => b - a);
}

function salesByYear(read: readonly FormRead[]): ReadonlyMap<number, number> {
  const sales = new Map<number, number>();
  for (const { years } of read) for (const [year, number] of years) sales.set(year, (sales.get(year) ?? 0) + number);
  return sales;
}

/** As the settings name it: a form stays the same one while rows are added below it. */
export function keyOfPlace({ tableName, block }: BrokerPlace): string {
  return tableName ?? `${block.sheet}!${addressWithinSheet(cellOf(block, 0, 0))}`;
}

/** With a form the user pointed at, in place of one that has cells in common with it. */
export function placesWith(places: readonly BrokerPlace[], pointed: BrokerPlace): readonly BrokerPlace[] {
  const at = places.findIndex((place) => startsWhere(place, pointed) || overlaps(place, pointed));
  return at < 0 ? [...places, pointed] : [...places.slice(0, at), pointed, ...places.slice(at + 1).filter((place) => !overlaps(place, pointed))];
}

function overlaps({ block: a }: BrokerPlace, { block: b }: BrokerPlace): boolean {
  return a.sheet === b.sheet && a.row < b.row + b.rows && b.row < a.row + a.rows && a.column < b.column + b.columns && b.column < a.column + a.columns;
}

/** The same places with the same cells. */
export function sameForms(a: readonly BrokerCells[], b: readonly BrokerCells[]): boolean {
  return a.length === b.length && a.every((form, at) => isSameForm(form, b[at]!));
}

function isSameForm(a: BrokerCells, b: BrokerCells): boolean {
  if (keyOfPlace(a.place) !== keyOfPlace(b.place) || a.cells.length !== b.cells.length || a.place.block.columns !== b.place.block.columns) return false;
  return a.cells.every((row, at) => row.length === b.cells[at]!.length && row.every((cell, column) => cell === b.cells[at]![column]));
}
