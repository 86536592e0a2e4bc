/**
 * One row of a transactions file as a row of the Trades table. The action is the format's word; here its date and symbol are
 * read and its figures weighed against the action, and what cannot be read leaves a draft to complete.
 */
import { readFigure } from "../figures";
import type { ImportedCells } from "../import-types";
import { moneyOfTrade } from "../stated-trade";
import type { StatedTrade } from "../stated-trade";
import { readDate } from "../written-date";

export interface RowText extends Omit<StatedTrade, "direction"> {
  /** The design's word. */
  readonly action: string;
  readonly date: string;
  readonly account: string;
  /** Cells of the row beyond these. */
  readonly more?: ImportedCells;
}

export type RowReading =
  | { readonly is: "trade"; readonly cells: ImportedCells; readonly note: string }
  | { readonly is: "undecided"; readonly sentence: string; readonly draft: ImportedCells };

const BUYS: ReadonlySet<string> = new Set(["Buy", "Reinvest", "Vest", "Buy to cover"]);
/** Their money is none, or is told by the contract. */
const WITHOUT_MONEY: ReadonlySet<string> = new Set(["Expire", "Exercise", "Assigned", "Split", "Stock dividend", "Transfer"]);

export function tradeOfRow(row: RowText): RowReading {
  const date = readDate(row.date);
  const quantity = readFigure(row.quantity);
  const shares = typeof quantity === "string" ? quantity.replace(/^-/, "") : "";
  const draft: ImportedCells = {
    Date: date?.iso ?? "", Time: date?.time ?? "", Action: row.action, Symbol: row.symbol, Quantity: shares, Account: row.account, ...row.more,
  };
  const money = WITHOUT_MONEY.has(row.action) ? moneyOfNothing(shares) : moneyOfTrade({ ...row, direction: BUYS.has(row.action) ? "in" : "out" });
  const undecided = (sentence: string): RowReading => ({ is: "undecided", sentence, draft: { ...draft, ...money.cells } });
  if (date === null) return undecided(`The date "${row.date.trim().slice(0, 40)}" cannot be read. Fill in Date.`);
  if (row.symbol === "") return undecided("It names no security. Fill in Symbol.");
  if (money.is === "unclear") return undecided(money.sentence);
  return { is: "trade", cells: { ...draft, ...money.cells }, note: money.note };
}

function moneyOfNothing(shares: string): ReturnType<typeof moneyOfTrade> {
  if (shares !== "" && Number(shares) !== 0) return { is: "clear", cells: { Quantity: shares }, note: "" };
  return { is: "unclear", cells: {}, sentence: "It states no quantity. Fill in Quantity." };
}
