/** The end of an option: Expire, Exercise, Assigned (R-OPT-1 to R-OPT-3). */
import { TradeKind } from "../../lots/trades";
import type { OptionTerms } from "../../lots/trades";
import type { Day } from "../../values/plain-date";
import { dollarsText } from "../number-cells";
import { rowProblem } from "../row-faults";
import type { RowProblem } from "../row-faults";
import { costCents, saleCents } from "../trade-amount";
import { feesIn, numberIn, sharesIn } from "../trade-figures";
import type { PlacedTrade, TradesInProgress } from "../trades-in-progress";
import { lotIdOf, lotsOf, lotsTaken } from "./lot-names";
import { readRightsLapse } from "./rights";
import { isRightsSymbol } from "./rights-symbols";
import { pricedShares } from "./row-money";
import { cellOf, dollarsOf, isProblem, nameOf, sharesOf } from "./row-reading";
import type { Cells } from "./row-reading";

/** Held or written; Quantity blank: all of them. Rights that run out lapse (R-CA-5). */
export function readExpire(work: TradesInProgress, cells: Cells, trade: PlacedTrade): RowProblem | null {
  if (!work.isOption(trade.symbol)) {
    if (isRightsSymbol(work, trade.symbol)) return readRightsLapse(work, cells, { ...trade, kind: TradeKind.RightsLapse });
    const whatToDo =
      "Write the contract as the symbol, such as XYZ 250117C45, or fill in Type and Underlying; for rights write Rights lapse.";
    return rowProblem("Symbol", `expires, but ${work.symbols.names[trade.symbol] ?? ""} is no option`, whatToDo);
  }
  const signed = sharesOf(work, cells);
  if (isProblem(signed)) return signed;
  const shares = signed === null ? null : Math.abs(signed);
  const lots = lotsOf(work, cells, shares);
  return isProblem(lots) ? lots : work.addTrade({ ...trade, day: dayOfExpiry(work, trade) }, shares ?? 0, 0, lots);
}

/** R-OPT-1: an option ends on the day of expiry that its symbol tells, whenever the broker posts it. */
function dayOfExpiry(work: TradesInProgress, { day, symbol }: PlacedTrade): Day {
  const security = work.securities[symbol];
  return security?.is === "option" && security.expiry !== null ? Math.min(day, security.expiry) : day;
}

/** The row itself buys or sells the stock at the strike; Lots names the contracts, Lot the lot of stock bought. */
export function readExercise(work: TradesInProgress, cells: Cells, trade: PlacedTrade): RowProblem | null {
  const terms = work.options.get(trade.symbol);
  if (terms === undefined) {
    const says = `exercises ${work.symbols.names[trade.symbol] ?? ""}, which is no option`;
    const whatToDo =
      "Write the contract as the symbol, such as XYZ 250117C45, or fill in Type and Underlying; for rights write Exercise rights.";
    return rowProblem("Symbol", says, whatToDo);
  }
  const signed = sharesIn(work, cells);
  if (typeof signed === "object") return signed;
  const contracts = Math.abs(signed);
  const buysStock = (terms.type === "call") === (trade.kind === TradeKind.Exercise);
  const cents = strikeCents(work, cells, trade.symbol, contracts, terms, buysStock);
  if (typeof cents === "object") return cents;
  const lots = lotsTaken(work, cells, contracts);
  if (isProblem(lots)) return lots;
  const lot = buysStock ? lotIdOf(work, cells, trade.row, terms.underlying) : strayLot(work, cells);
  if (isProblem(lot)) return lot;
  return work.addTrade(trade, contracts, cents, lots || lot ? { ...lots, ...lot } : null);
}

function strayLot(work: TradesInProgress, cells: Cells): RowProblem | null {
  if (nameOf(work, cells, "Lot") === null) return null;
  return rowProblem("Lot", "names a lot under Lot, but sells stock", "Clear Lot.");
}

function strikeCents(
  work: TradesInProgress,
  cells: Cells,
  symbol: number,
  contracts: number,
  terms: OptionTerms,
  buysStock: boolean,
): number | RowProblem {
  const price = dollarsOf(work, cells, "Price");
  if (isProblem(price)) return price;
  const strike = price ?? terms.strike;
  if (strike === null) {
    return rowProblem("Price", "has no strike", "Write the strike per share under Price.");
  }
  if (terms.strike !== null && strike !== terms.strike) {
    const says = `Price is ${dollarsText(strike)}, but the strike of the symbol is ${dollarsText(terms.strike)}`;
    return rowProblem("Price", says, "Write the strike per share under Price, or leave it blank.");
  }
  const fees = feesIn(work, cells);
  if (isProblem(fees)) return fees;
  const amount = numberIn("Amount", cellOf(work, cells, "Amount"));
  if (isProblem(amount)) return amount;
  const shares = pricedShares(work, symbol, contracts);
  return (buysStock ? costCents : saleCents)({ shares, price: strike, fees, amount });
}
