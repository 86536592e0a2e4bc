/** Custom functions about holding periods: one answer for each cell of the ranges given. */
import { firstLongTermDay, holdingTerm as termOf, type PeriodStart } from "../rules/holding-term";
import { dateArgument, wordArgument } from "../sheet/arguments";
import { readCell } from "../sheet/cells";
import { notAvailable, type Cell } from "../sheet/tables/cell";
import { serialFromDay } from "../values/plain-date";
import { errorValue, given } from "./cell-error";
import { elementwise } from "./elementwise";

const PERIOD_STARTS: readonly PeriodStart[] = ["Purchase", "Inherited", "Rights exercise", "Short-sale restart"];

/**
 * Short or Long: the term of shares acquired on one day and sold on another. Works cell by cell over ranges.
 * @customfunction HOLDINGTERM
 * @param acquired Day acquired, or the day the holding period counts from: a date such as 3/1/2023, or a range of dates.
 * @param sold Day sold: a date such as 3/2/2024, or a range of dates.
 * @param [kind] How the period began: Purchase (default), Inherited, Rights exercise or Short-sale restart.
 * @returns Short or Long.
 */
export function holdingTerm(acquired: any[][], sold: any[][], kind?: any[][]): any[][] {
  return elementwise([acquired, sold, kind], (acquiredCell, soldCell, kindCell): Cell => {
    if (isBlank(acquiredCell) && isBlank(soldCell)) return "";
    if (isBlank(acquiredCell)) return notAvailable("acquired is blank. Give the day the shares were acquired.");
    if (isBlank(soldCell)) return notAvailable("sold is blank. Give the day the shares were sold.");
    const from = given(dateArgument(acquiredCell, "acquired"));
    const to = given(dateArgument(soldCell, "sold"));
    const start = given(wordArgument(kindCell, "kind", PERIOD_STARTS, "Purchase"));
    if (to < from) {
      throw errorValue({ kind: "impossible-number", sentence: "sold is before acquired. Check the two dates." });
    }
    return termOf(from, to, start);
  });
}

/**
 * First day on which selling shares acquired on a given day is long-term. Works cell by cell over a range.
 * @customfunction LONGTERMDATE
 * @param acquired Day acquired, or the day the holding period counts from: a date such as 3/1/2023, or a range of dates.
 * @param [kind] How the period began: Purchase (default), Inherited, Rights exercise or Short-sale restart.
 * @returns A date as a serial number; format the cell as a date.
 */
export function longTermDate(acquired: any[][], kind?: any[][]): any[][] {
  return elementwise([acquired, kind], (acquiredCell, kindCell): Cell => {
    if (isBlank(acquiredCell)) return "";
    const start = given(wordArgument(kindCell, "kind", PERIOD_STARTS, "Purchase"));
    return serialFromDay(firstLongTermDay(given(dateArgument(acquiredCell, "acquired")), start));
  });
}

/** Excel sends a blank cell as null, "" or, in older builds, 0; none of them can be a date. */
function isBlank(argument: unknown): boolean {
  const cell = readCell(argument);
  return cell.kind === "blank" || (cell.kind === "number" && cell.value === 0);
}
