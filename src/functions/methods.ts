/** The custom function that lists the relief methods. */
import { methodsTable } from "../sheet/tables/methods";
import { spill } from "./cell-error";

/**
 * Lists the methods that pick lots for a sale, such as FIFO or HIFO: their order, ties and source.
 * @customfunction METHODS
 * @returns A table with headings: Name, Order, Ties, Whose, Source.
 */
export function methods(): any[][] {
  return spill(methodsTable);
}
