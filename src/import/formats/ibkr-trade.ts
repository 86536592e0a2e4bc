/**
 * One trade of an Interactive Brokers statement as a row of the Trades table: the action from the sign and the codes of the
 * row, what it cost with its commission, and which securities are booked at all (broker layouts, 4.1 to 4.3).
 */
import { numberFromText } from "../../values/number-text";
import { readFigure, sumOf } from "../figures";
import type { Figure } from "../figures";
import type { ImportedCells } from "../import-types";
import type { FileInProgress } from "../file-in-progress";
import { oneNote } from "../one-note";
import { optionOfSymbol } from "../option-symbols";
import { otherCurrency } from "../other-currency";
import type { TableRow } from "../table-rows";
import { tradeOfRow } from "./trade-of-row";

/** As the statement writes it, one cell each; blank where it has no such column. */
export interface IbkrTradeText {
  readonly category: string;
  readonly currency: string;
  readonly account: string;
  readonly symbol: string;
  readonly when: string;
  readonly quantity: string;
  readonly price: string;
  /** Before commission; money received is positive. */
  readonly proceeds: string;
  /** Commission and taxes: money paid is negative. */
  readonly charges: readonly string[];
  /** Of the charges, where a column says it; blank: that of the trade. */
  readonly chargedIn?: string;
  /** Codes parted by semicolons. */
  readonly codes: string;
  /** `O`, `C` or both where they have a column of their own. */
  readonly opensOrCloses: string;
  readonly multiplier: string;
  readonly order: string;
}

export interface IbkrTrade {
  readonly day: string;
  readonly account: string;
  readonly symbol: string;
  readonly quantity: number;
  /** As the file has it: a rebate leaves it out of the cells. */
  readonly price: string;
  /** It closes one position and opens the opposite one. */
  readonly turns: boolean;
  /** What a share or contract cost with its commission, to tell purchases of one day apart. */
  readonly unitCost: number | null;
  readonly cells: ImportedCells;
  readonly note: string;
  /** The stock of an exercise or assignment, which the row of the option buys or sells. */
  readonly isExerciseLeg: boolean;
  readonly isCancel: boolean;
}

export type IbkrTradeReading =
  | { readonly trade: IbkrTrade }
  | { readonly counted: string }
  | { readonly undecided: string; readonly draft: ImportedCells | null };

type Type = "Stock" | "Fund" | "Digital" | "option";
const TYPES: readonly (readonly [RegExp, Type])[] = [
  [/^(stocks?|stk|etfs?|warrants?|war)\b/i, "Stock"],
  [/^(mutual funds?|funds?)$/i, "Fund"],
  [/^crypto/i, "Digital"],
  [/^(equity and index options|stock options|equity options|options?|opt)$/i, "option"],
];
const FOREX = /^(forex|cash|fx)/i;

export function ibkrTrade(text: IbkrTradeText): IbkrTradeReading {
  if (FOREX.test(text.category)) return { counted: "Currency exchange" };
  const type = TYPES.find(([pattern]) => pattern.test(text.category))?.[1];
  const symbol = ibkrSymbol(text.symbol);
  const quantity = readFigure(text.quantity);
  const signed = typeof quantity === "string" ? Number(quantity) : 0;
  const codes = new Set(text.codes.split(/[;,\s]+/));
  const opens = codes.has("O") || /O/i.test(text.opensOrCloses);
  const closes = codes.has("C") || /C/i.test(text.opensOrCloses);
  const end = type === "option" ? endOfOption(codes) : null;
  const action = end ?? actionOf(signed, opens, closes, codes.has("R"));
  const multiplier = type === "option" ? multiplierOf(text) : null;
  const inDollars = text.currency === "" || text.currency.toUpperCase() === "USD";
  const more: ImportedCells = {
    ...(text.order === "" ? {} : { Order: text.order }),
    ...(multiplier !== null ? { Multiplier: String(multiplier) } : type === "Fund" || type === "Digital" ? { Type: type } : {}),
  };
  const reading = tradeOfRow({
    action, date: text.when, symbol, quantity: text.quantity, account: text.account, more, salesAre: "negative", amountIsCash: true,
    ...(inDollars ? moneyText(text) : { price: "", amount: "", fees: [] }),
  });
  if (!inDollars) {
    const draft = reading.is === "trade" ? reading.cells : reading.draft;
    return { undecided: `The trade is in ${text.currency}, and only dollars are counted. Fill in Amount in dollars at the exchange rate of the day.`, draft };
  }
  const chargedIn = otherCurrency(text.chargedIn ?? "");
  if (chargedIn !== null && text.charges.some((charge) => Number(readFigure(charge)) !== 0)) {
    const { Price: _price, Fees: _fees, Amount: _amount, ...draft } = reading.is === "trade" ? reading.cells : reading.draft;
    return { undecided: `The commission is in ${chargedIn}, and only dollars are counted. Fill in Amount with the commission in dollars at the exchange rate of the day.`, draft };
  }
  if (reading.is === "undecided") return { undecided: reading.sentence, draft: reading.draft };
  const refusal = refusalOf(text, type, symbol);
  if (refusal !== null) return { undecided: refusal, draft: reading.cells };
  const sideless = !opens && !closes && end === null && action !== "Reinvest" ? SIDELESS : "";
  const corrected = codes.has("Co") ? CORRECTED : "";
  return {
    trade: {
      day: reading.cells.Date ?? "",
      account: text.account, symbol, quantity: signed, price: text.price,
      turns: opens && closes && end === null,
      unitCost: unitCostOf(reading.cells),
      cells: reading.cells,
      note: oneNote(reading.note, sideless, corrected),
      isExerciseLeg: type !== "option" && (codes.has("A") || codes.has("Ex")),
      isCancel: codes.has("Ca"),
    },
  };
}

/** The control total of a statement: proceeds before commissions of all trades in dollars, without currency exchange. */
export function sumProceeds(work: FileInProgress, row: TableRow, category: string, currency: string): void {
  if (!FOREX.test(category) && /^(usd)?$/i.test(currency)) work.amount(row.line, row.text("proceeds"));
}

const SIDELESS = "The file does not say whether this trade opens or closes; it is taken for shares bought or shares sold.";
const CORRECTED = "The broker marks this trade as corrected: take out the row that it replaces, if you have it.";

function refusalOf(text: IbkrTradeText, type: Type | undefined, symbol: string): string | null {
  if (type === undefined) {
    const what = text.category === "" ? "A security of no category" : `A security of the category ${text.category}`;
    return `${what} is not booked as lots of shares. If it belongs here, complete the row.`;
  }
  if (type !== "option" || optionOfSymbol(symbol) !== null) return null;
  return `The contract ${symbol} cannot be read. Write it as XYZ 250117C45, or fill in Type and Underlying.`;
}

/** A share class stands after a blank, `BRK B`, which others write with a point. */
export function ibkrSymbol(symbol: string): string {
  return symbol.trim().replace(/ +/g, " ").replace(/^([A-Z]{1,5}) ([A-Z])$/, "$1.$2");
}

function multiplierOf(text: IbkrTradeText): number {
  const stated = numberFromText(text.multiplier);
  return stated !== null && stated >= 1 ? stated : 100;
}

function endOfOption(codes: ReadonlySet<string>): string | null {
  if (codes.has("Ep")) return "Expire";
  if (codes.has("Ex")) return "Exercise";
  return codes.has("A") ? "Assigned" : null;
}

function actionOf(quantity: number, opens: boolean, closes: boolean, isReinvestment: boolean): string {
  if (quantity > 0) return isReinvestment ? "Reinvest" : closes && !opens ? "Buy to cover" : "Buy";
  return opens && !closes ? "Sell short" : "Sell";
}

/** Proceeds stand before charges in the file; the amount of a row is the cash after them. A rebate is no fee: it is in the amount alone. */
function moneyText({ price, proceeds, charges }: IbkrTradeText): { price: string; amount: string; fees: readonly string[] } {
  const parts = [proceeds, ...charges].map(readFigure);
  const figures = parts.filter((part): part is Figure => typeof part === "string");
  const isReadable = typeof parts[0] === "string" && parts.every((part) => part === null || typeof part === "string");
  const amount = isReadable ? sumOf(figures) : proceeds;
  const isRebate = isReadable && Number(sumOf(figures.slice(1))) > 0;
  return { price: isRebate ? "" : price, amount, fees: isRebate ? [] : charges };
}

function unitCostOf(cells: ImportedCells): number | null {
  if (cells.Amount === undefined || cells.Quantity === undefined) return null;
  return Math.abs(Number(cells.Amount)) / Number(cells.Quantity);
}
