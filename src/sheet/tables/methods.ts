/** METHODS: the relief methods, in which order each takes lots, and whose they are. */
import { describeMethod, LOT_METHODS } from "../../lots/methods/table";
import type { Table } from "./cell";

export const METHODS_HEADINGS = ["Name", "Order", "Ties", "Whose", "Source"] as const;

export function methodsTable(): Table {
  const described = LOT_METHODS.map(({ name }) => describeMethod(name));
  return [[...METHODS_HEADINGS], ...described.map(({ name, order, ties, whose, source }) => [name, order, ties, whose, source])];
}
