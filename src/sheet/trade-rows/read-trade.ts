/** Reads a row whose date, symbol and account are known, by the reader of its kind. */
import { TradeKind } from "../../lots/trades";
import type { BookedKind } from "../../import/action-words";
import { errorIn } from "../cells";
import type { TradesField } from "../../import/column-words";
import type { DateReading } from "../../values/date-text";
import { contradictionOf } from "../one-type";
import { readOpenLotTrade } from "../read-open-lots";
import { cellProblem, rowProblem } from "../row-faults";
import type { RowProblem } from "../row-faults";
import { placeInDay } from "../trade-marks";
import type { PlacedTrade, TradesInProgress } from "../trades-in-progress";
import { afterExpiry } from "./after-expiry";
import { readDistribution } from "./distribution";
import { readGiftReceived, readInherit } from "./gift-received";
import { readMerger } from "./merger";
import { readExercise, readExpire } from "./option";
import { readPurchase } from "./purchase";
import { readFundDividend, readReturnOfCapital, readWorthless } from "./return-of-capital";
import { readExerciseRights, readRights, readRightsLapse } from "./rights";
import type { Booked, Cells, KindReader } from "./row-reading";
import { readGiftGiven, readSale, readTransfer } from "./sale";
import { readBuyToCover, readSellShort } from "./short";
import { readSplit, readSymbolChange } from "./split";

const READERS: Readonly<Record<BookedKind, KindReader>> = {
  [TradeKind.Buy]: readPurchase,
  [TradeKind.Reinvest]: readPurchase,
  [TradeKind.Vest]: readPurchase,
  [TradeKind.Sell]: readSale,
  [TradeKind.Transfer]: readTransfer,
  [TradeKind.Split]: readSplit,
  [TradeKind.GiftGiven]: readGiftGiven,
  [TradeKind.SymbolChange]: readSymbolChange,
  [TradeKind.OtherClass]: readDistribution,
  [TradeKind.SpinOff]: readDistribution,
  [TradeKind.Rights]: readRights,
  [TradeKind.ExerciseRights]: readExerciseRights,
  [TradeKind.RightsLapse]: readRightsLapse,
  [TradeKind.Merger]: readMerger,
  [TradeKind.ReturnOfCapital]: readReturnOfCapital,
  [TradeKind.Worthless]: readWorthless,
  [TradeKind.GiftReceived]: readGiftReceived,
  [TradeKind.Inherit]: readInherit,
  [TradeKind.SellShort]: readSellShort,
  [TradeKind.BuyToCover]: readBuyToCover,
  [TradeKind.Expire]: readExpire,
  [TradeKind.Exercise]: readExercise,
  [TradeKind.Assigned]: readExercise,
  [TradeKind.FundDividend]: readFundDividend,
  [TradeKind.OpenLot]: readOpenLotTrade,
};

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
  const problem = errorCellProblem(work, cells) ?? contradictionOf(work, cells, symbol) ?? securityProblem(work, cells, symbol, meaning);
  if (problem !== null) return problem;
  const place = placeInDay(work, cells, date);
  if (place !== null && "says" in place) return place;
  const trade: PlacedTrade = { row, day: date.day, kind: meaning.kind, symbol, account, place };
  const late = afterExpiry(work, trade);
  if (late !== null) return late;
  return READERS[meaning.kind](work, cells, trade, meaning);
}

/** Columns of purchases, sales and splits; an error in one of them is never passed over, whatever the row's own action needs. */
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

/** An option whose terms are not known, or a word that speaks of an option on a symbol that is none. */
function securityProblem(work: TradesInProgress, cells: Cells, symbol: number, meaning: Booked): RowProblem | null {
  const security = work.securities[symbol];
  if (security?.is === "unreadable") return security.problem;
  if (!meaning.ofOption || security?.is === "option") return null;
  const name = work.symbols.names[symbol] ?? "";
  // Some brokers open and close stock with the same words; there the Type says so.
  if (work.stated.get(name.toUpperCase())?.type?.value === "stock") return null;
  const action = String(cells[work.layout.at.Action ?? -1] ?? "").trim();
  return rowProblem(
    "Symbol",
    `"${action}" is a trade of an option, but ${name} names none`,
    "Write the contract as the symbol, such as XYZ 250117C45, or give it a symbol of its own with Type and Underlying.",
  );
}
