/** How the files of the form write days and amounts. */
import { calendarFromDay } from "../../values/plain-date";
import type { Form8949Row } from "../form-8949-types";

/** `03/01/2024`, `VARIOUS`, `INHERITED` */
export function printedDay(day: Form8949Row["acquired"]): string {
  if (typeof day !== "number") return day;
  const { year, month, dayOfMonth } = calendarFromDay(day);
  return `${String(month).padStart(2, "0")}/${String(dayOfMonth).padStart(2, "0")}/${year}`;
}

/** `1234.50`, `-3.00` */
export function printedAmount(cents: number): string {
  const whole = Math.abs(cents);
  const dollars = Math.floor(whole / 100);
  return `${cents < 0 ? "-" : ""}${dollars}.${String(whole - dollars * 100).padStart(2, "0")}`;
}
