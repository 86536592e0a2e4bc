/** The formats that are known by their headings (broker layouts, section 9); of two that fit a line, the first. */
import { COINBASE_GAINS } from "./coinbase-gains";
import { COINBASE_HISTORY } from "./coinbase-history";
import { ETRADE_GAINS } from "./etrade-gains";
import { ETRADE_1, ETRADE_2, ETRADE_3 } from "./etrade-transactions";
import type { Format } from "./format";
import { IBKR_ACTIVITY } from "./ibkr-activity";
import { IBKR_FLEX } from "./ibkr-flex";
import { ROBINHOOD_1099 } from "./robinhood-1099";
import { ROBINHOOD_ACTIVITY } from "./robinhood-activity";
import { SCHWAB_TRANSACTIONS } from "./schwab-transactions";
import { SCHWAB_EQUITY_AWARDS } from "./schwab-equity-awards";
import { SCHWAB_LOT_DETAILS, SCHWAB_OPEN_LOTS, SCHWAB_REALIZED_SUMMARY } from "./schwab-lots";
import { FIDELITY_CLOSED_LOTS } from "./fidelity-closed-lots";
import { FIDELITY_HISTORY } from "./fidelity-history";
import { VANGUARD } from "./vanguard";
import { FIDELITY_POSITIONS, SCHWAB_POSITIONS } from "./positions";

export const FORMATS: readonly Format[] = [SCHWAB_TRANSACTIONS, SCHWAB_LOT_DETAILS, SCHWAB_REALIZED_SUMMARY, SCHWAB_OPEN_LOTS, SCHWAB_POSITIONS,
  SCHWAB_EQUITY_AWARDS,
  FIDELITY_HISTORY, FIDELITY_CLOSED_LOTS, FIDELITY_POSITIONS, VANGUARD,
  ETRADE_3, ETRADE_2, ETRADE_1, ETRADE_GAINS, IBKR_ACTIVITY, IBKR_FLEX, ROBINHOOD_ACTIVITY, ROBINHOOD_1099, COINBASE_HISTORY, COINBASE_GAINS];
