/** What each kind of trade needs from its row. */
import { TradeKind } from "../lots/trades";
import type { TradeDetails } from "../lots/trades";
import type { ActionMeaning } from "./actions";
import { errorIn, quoteCell } from "./cells";
import type { TradesField } from "./column-words";
import type { DateReading } from "./date-cells";
import { lotsDisagree, readLotsCell } from "./lot-choices";
import { readNumberCell } from "./number-cells";
import { cellProblem, rowProblem } from "./row-faults";
import type { RowProblem } from "./row-faults";
import { contradictingType } from "./one-type";
import { readTypeCell } from "./security-types";
import type { SecurityType } from "./security-types";
import { readRatioCell } from "./split-ratio";
import { centsOf, costCents, saleCents } from "./trade-amount";
import { feesIn, numberIn, sharesIn } from "./trade-figures";
import { lotIdProblem, placeInDay } from "./trade-marks";
import { nameIn } from "./trade-names";
import type { PlacedTrade, TradesInProgress } from "./trades-in-progress";
import { unbookedProblem } from "./unbooked-actions";
import { cellAt } from "./trades-layout";

type Cells = readonly unknown[];
type Booked = ActionMeaning & { does: "books" };

/** Adds the row's trade to the columns, or says what is wrong with it. */
export function readTrade(
  work: TradesInProgress,
  cells: Cells,
  row: number,
  meaning: Booked,
  date: DateReading,
  symbol: number,
  account: number,
): RowProblem | null {
  const error = errorCellProblem(work, cells);
  if (error !== null) return error;
  const type = typeIn(work, cells, symbol);
  if (typeof type === "object") return type;
  const contradiction = contradictingType(work, cells, row, symbol, type);
  if (contradiction !== null) return contradiction;
  const place = placeInDay(work, cells, date);
  if (place !== null && "says" in place) return place;
  const trade: PlacedTrade = { row, day: date.day, kind: meaning.kind, symbol, account, place };
  const problem = readKind(work, cells, meaning, trade);
  if (problem === null && type === "digital") work.digital.add(symbol);
  return problem;
}

function readKind(work: TradesInProgress, cells: Cells, meaning: Booked, trade: PlacedTrade): RowProblem | null {
  switch (meaning.kind) {
    case TradeKind.Buy:
    case TradeKind.Reinvest:
    case TradeKind.Vest:
      return readPurchase(work, cells, trade);
    case TradeKind.Sell:
      return readSale(work, cells, trade);
    case TradeKind.GiftGiven:
      return readSharesOut(work, cells, trade, null);
    case TradeKind.Transfer:
      return readTransfer(work, cells, trade);
    case TradeKind.Split:
      return readSplit(work, cells, meaning, trade);
    case TradeKind.SymbolChange:
      return readSymbolChange(work, cells, trade);
  }
}

/** Columns read for some action; an error in one of them is never passed over, whatever the row's own action needs. */
const READ_FIELDS: readonly TradesField[] = ["Quantity", "Price", "Amount", "Lot", "Lots", "Ratio", "Cash in lieu",
  "New symbol", "To account", "Type", "Order", "Time"];

function errorCellProblem({ layout }: TradesInProgress, cells: Cells): RowProblem | null {
  for (const field of READ_FIELDS) {
    const column = layout.at[field];
    const error = column === undefined ? null : errorIn(cells[column]);
    if (error !== null) return cellProblem(field, { says: `holds the error ${error}` });
  }
  for (const { column } of layout.fees) {
    const error = errorIn(cells[column]);
    if (error !== null) return cellProblem("Fees", { says: `holds the error ${error}` });
  }
  return null;
}

function typeIn(work: TradesInProgress, cells: Cells, symbol: number): SecurityType | RowProblem {
  const name = work.symbols.names[symbol] ?? "";
  if (work.optionSymbols[symbol]) {
    const { whatToDo } = unbookedProblem("option", name, name);
    return rowProblem("Symbol", `options are not booked by this version, so ${name} is withheld`, whatToDo);
  }
  const { at, digital } = work.layout;
  const whenBlank = digital ? "digital" : "stock";
  if (at.Type === undefined) return whenBlank;
  const cell = cells[at.Type];
  let type = work.types.get(cell);
  if (type === undefined) {
    type = readTypeCell(cell, whenBlank);
    work.types.set(cell, type);
  }
  if (typeof type === "object") return cellProblem("Type", type);
  return type === "option" ? { ...unbookedProblem("option", nameIn(cell) ?? "", name), column: "Type" } : type;
}

/** What the row costs or brings, by its fees, price and amount; the first of them that cannot be read is the problem. */
function centsIn(
  work: TradesInProgress,
  cells: Cells,
  shares: number,
  centsFrom: typeof costCents | typeof saleCents,
): ReturnType<typeof costCents> | ReturnType<typeof saleCents> {
  const { at } = work.layout;
  const fees = feesIn(work, cells);
  if (typeof fees === "object") return fees;
  const price = numberIn("Price", cellAt(cells, at.Price));
  if (price !== null && typeof price === "object") return price;
  const amount = numberIn("Amount", cellAt(cells, at.Amount));
  if (amount !== null && typeof amount === "object") return amount;
  return centsFrom({ shares, price, fees, amount });
}

function readPurchase(work: TradesInProgress, cells: Cells, trade: PlacedTrade): RowProblem | null {
  const { at } = work.layout;
  const shares = sharesIn(work, cells);
  if (typeof shares === "object") return shares;
  if (shares < 0) {
    const whatToDo = "Write a purchase with a positive quantity; for a sale write Sell.";
    return rowProblem("Quantity", `Quantity of a purchase is ${shares}`, whatToDo);
  }
  const cents = centsIn(work, cells, shares, costCents);
  if (typeof cents === "object") return cents;
  if (at.Lots !== undefined && nameIn(cells[at.Lots]) !== null) {
    return rowProblem("Lots", "is a purchase with Lots, which name what a sale sells", "Name the lot it makes under Lot.");
  }
  const lotId = nameIn(cellAt(cells, at.Lot));
  if (lotId === null) return work.addTrade(trade, shares, cents, null);
  return lotIdProblem(work, trade.row, trade.symbol, lotId) ?? work.addTrade(trade, shares, cents, { lotId });
}

function readSale(work: TradesInProgress, cells: Cells, trade: PlacedTrade): RowProblem | null {
  const signed = sharesIn(work, cells);
  if (typeof signed === "object") return signed;
  const shares = Math.abs(signed);
  const cents = centsIn(work, cells, shares, saleCents);
  if (typeof cents === "object") return cents;
  const lots = lotsIn(work, cells, shares);
  return isProblem(lots) ? lots : work.addTrade(trade, shares, cents, lots);
}

/** Shares that leave without a sale, from the lots named or, later, the earliest. */
function readSharesOut(
  work: TradesInProgress,
  cells: Cells,
  trade: PlacedTrade,
  details: TradeDetails | null,
): RowProblem | null {
  const signed = sharesIn(work, cells);
  if (typeof signed === "object") return signed;
  const shares = Math.abs(signed);
  const lots = lotsIn(work, cells, shares);
  if (isProblem(lots)) return lots;
  return work.addTrade(trade, shares, 0, lots || details ? { ...details, ...lots } : null);
}

function lotsIn(work: TradesInProgress, cells: Cells, shares: number): Pick<TradeDetails, "lots"> | null | RowProblem {
  const { at } = work.layout;
  if (at.Lot !== undefined && nameIn(cells[at.Lot]) !== null) {
    return rowProblem("Lot", "names a lot under Lot, which is for purchases", "Name the lots that leave under Lots.");
  }
  const lots = at.Lots === undefined ? null : readLotsCell(cells[at.Lots]);
  if (lots === null) return null;
  if ("says" in lots) return cellProblem("Lots", lots);
  const disagreement = lotsDisagree(lots, shares);
  if (disagreement) return rowProblem("Lots", `Lots ${disagreement.says}`, "Correct Lots or Quantity.");
  return { lots };
}

function isProblem(value: object | null): value is RowProblem {
  return value !== null && "says" in value;
}

const NAME_TO_ACCOUNT =
  "Fill in the account the shares go to; for shares from elsewhere write each lot as Buy with its own date and Amount.";

function readTransfer(work: TradesInProgress, cells: Cells, trade: PlacedTrade): RowProblem | null {
  const name = nameIn(cellAt(cells, work.layout.at["To account"]));
  if (name === null) {
    return rowProblem("To account", "is a transfer without To account", NAME_TO_ACCOUNT);
  }
  const toAccount = work.accounts.indexOf(name);
  if (toAccount === trade.account) {
    return rowProblem("To account", `moves shares from account ${name} to itself`, "Correct Account or To account.");
  }
  return readSharesOut(work, cells, trade, { toAccount });
}

function readSplit(work: TradesInProgress, cells: Cells, meaning: Booked, trade: PlacedTrade): RowProblem | null {
  const { at } = work.layout;
  const ratio = readRatioCell(cellAt(cells, at.Ratio));
  if (ratio !== null && "says" in ratio) return cellProblem("Ratio", ratio);
  const cash = numberIn("Cash in lieu", cellAt(cells, at["Cash in lieu"]));
  if (cash !== null && typeof cash === "object") return cash;
  const cashInLieu = cash === null || cash === 0 ? {} : { cashInLieuCents: centsOf(cash) };
  const added = readNumberCell(cellAt(cells, at.Quantity));
  if (added !== null && typeof added === "object") return cellProblem("Quantity", added);
  if (ratio !== null && added !== null && added !== 0) {
    const says = "states both a Ratio and a Quantity; Quantity is the shares that the split adds";
    return rowProblem("Quantity", says, "Clear one of the two.");
  }
  if (ratio !== null) return work.addTrade(trade, 0, 0, { ratio, ...cashInLieu });
  if (meaning.needsRatio || added === null || added === 0) {
    const whatToDo = "Write the ratio as 2 for 1, new shares for old ones; a reverse split as 1 for 10.";
    return rowProblem("Ratio", "is a split without Ratio", whatToDo);
  }
  return work.addTrade(trade, 0, 0, { sharesAdded: added, ...cashInLieu });
}

function readSymbolChange(work: TradesInProgress, cells: Cells, trade: PlacedTrade): RowProblem | null {
  const name = nameIn(cellAt(cells, work.layout.at["New symbol"]));
  if (name === null) return rowProblem("New symbol", "is a symbol change without New symbol", "Fill in New symbol.");
  const newSymbol = work.symbols.indexOf(name);
  if (newSymbol === work.optionSymbols.length) work.optionSymbols.push(false);
  if (newSymbol === trade.symbol) {
    return rowProblem("New symbol", `changes ${quoteCell(name)} to itself`, "Correct Symbol or New symbol.");
  }
  return work.addTrade(trade, 0, 0, { newSymbol });
}
