import type { HostClass } from "../host-class";
import { objectOf, type WorldTarget } from "./world";

/** `workbook.functions`: worksheet functions called by the add-in. */
export const functionsClass: HostClass<WorldTarget> = {
  name: "Functions",
  methods: {
    Date: ({ world }, year, month, day) =>
      objectOf(functionResultClass, {
        value: dateSerial(Number(year), Number(month), Number(day)) - (world.grid.countsFrom1904() ? DAYS_TO_1904 : 0),
      }),
  },
};

export const functionResultClass: HostClass<{ readonly value: unknown }> = {
  name: "FunctionResult",
  properties: { value: ({ value }) => value, error: () => null },
};

/** Days between the first days of Excel's two date systems. */
const DAYS_TO_1904 = 1462;
const MS_PER_DAY = 86_400_000;
/** 30 December 1899: right for every day after Excel's 29 February 1900, which never was. */
const DAY_ZERO = Date.UTC(1899, 11, 30);

function dateSerial(year: number, month: number, day: number): number {
  return Math.round((Date.UTC(year, month - 1, day) - DAY_ZERO) / MS_PER_DAY);
}
