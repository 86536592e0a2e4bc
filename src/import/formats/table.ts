/** The formats that are known by their headings (broker layouts, section 9); of two that fit a line, the first. */
import type { Format } from "./format";
import { IBKR_ACTIVITY } from "./ibkr-activity";
import { SCHWAB_TRANSACTIONS } from "./schwab-transactions";

export const FORMATS: readonly Format[] = [SCHWAB_TRANSACTIONS, IBKR_ACTIVITY];
