/** One method of the table: its name, its order and where that order is known from. */
import type { Ordering } from "./ordering";

export interface LotMethod {
  /** In capitals, words joined by `_`. */
  readonly name: string;
  readonly ordering: Ordering;
  /** What the words made from the ordering cannot tell, as a sentence or part of one. */
  readonly remark?: string;
  /** Replaces the words made from the ordering. */
  readonly order?: string;
  readonly ties?: string;
  readonly whose: string;
  /** The authority, or where the house says so and how far that was verified. */
  readonly source: string;
}

/** All but FIFO and lots named are standing orders, not tax methods of their own. Treas. Reg. 1.1012-1(c)(8). */
export const STANDING_ORDER = "Treas. Reg. 1.1012-1(c)(8), as a standing order (R-ID-3)";

/** The vendor's own page, read. */
export function vendorPage(page: string): string {
  return `${page}, vendor's own page, verified`;
}

/** A standing order whose order of lots is known from `order`. */
export function standingOrder(order: string): string {
  return `${STANDING_ORDER}; order: ${order}`;
}
