/** Orders to be entered at a broker, as a generic list. Quantities stand as they are, whole or not. */
import { done, refuse, type Outcome } from "../values/outcome";
import { isoFromDay, type Day } from "../values/plain-date";
import { csvText } from "./csv-fields";
import { plainNumber } from "./figures";
import { basketFile } from "./ib-basket";

export interface Order {
  readonly account: string;
  readonly symbol: string;
  readonly action: "Sell" | "Buy";
  readonly shares: number;
  /** Dollars per share; the limit of a limit order. */
  readonly price: number | null;
  readonly lots: readonly { readonly lot: string; readonly acquired: Day; readonly shares: number }[];
}

export interface OrderTerms {
  readonly orderType: "Market" | "Limit";
  readonly timeInForce: "Day" | "Good till cancelled";
}

export interface OrderFile {
  readonly fileName: string;
  readonly text: string;
  /** What the file cannot say, and what its reader has to do. */
  readonly remarks: readonly string[];
}

export type OrderFormat = "Generic CSV" | "Interactive Brokers basket";

export const ORDER_HEADINGS = ["Account", "Action", "Symbol", "Quantity", "Order type", "Limit price", "Time in force", "Lots"] as const;

/** @param day the day the orders are meant for, part of the file's name */
export function orderFile(orders: readonly Order[], terms: OrderTerms, format: OrderFormat, day: Day): Outcome<OrderFile> {
  const wrong = orders.map((order) => faultOf(order, terms)).find((sentence) => sentence !== null);
  if (wrong !== undefined) return refuse("bad-input", wrong);
  if (orders.length === 0) return refuse("missing-fact", "There is no order to list. Tick at least one lot.");
  if (format === "Interactive Brokers basket") return basketFile(orders, terms, day);
  const text = csvText([ORDER_HEADINGS, ...orders.map((order) => orderRow(order, terms))]);
  return done({ fileName: `orders-${isoFromDay(day)}.csv`, text, remarks: [] });
}

export function orderRow(order: Order, { orderType, timeInForce }: OrderTerms): readonly (string | number)[] {
  const limit = orderType === "Limit" ? limitPrice(order.price) : "";
  return [order.account, order.action, order.symbol, order.shares, orderType, limit, timeInForce, lotsText(order)];
}

/** Stocks are quoted in cents from a dollar on, below it in hundredths of a cent (17 CFR 242.612). */
export function limitPrice(price: number | null): number | "" {
  if (price === null) return "";
  const digits = price < 1 ? 4 : 2;
  return Number(price.toFixed(digits));
}

/** As the Lots column of the trades takes it: `L1:30; L2:20`. */
function lotsText({ lots }: Order): string {
  return lots.map(({ lot, shares }) => `${lot}:${plainNumber(shares)}`).join("; ");
}

function faultOf(order: Order, { orderType }: OrderTerms): string | null {
  const what = `${order.action} ${plainNumber(order.shares)} ${order.symbol}`;
  if (order.symbol.trim() === "") return "An order has no symbol. Name one.";
  if (!(order.shares > 0) || !Number.isFinite(order.shares)) return `${what}: a quantity above zero is needed.`;
  if (orderType === "Limit" && !(order.price !== null && order.price > 0)) {
    return `${what}: a limit order needs a price above zero. Give ${order.symbol} a price, or list market orders.`;
  }
  return null;
}
