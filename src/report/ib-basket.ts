/**
 * Orders as a basket file of Interactive Brokers' Trader Workstation.
 * Columns: ibkrguides.com/traderworkstation/basket-fields.htm and manually-create-a-basket-file.htm (header row first,
 * no commas within values, no blank beside a comma), and the worked rows of the older guide
 * (interactivebrokers.com.hk/php/webhelp/Making_Trades/baskets/manualBasket.htm).
 * Lots: a basket cannot name them; they are matched in Tax Optimizer until 8:30 pm ET of the trade day
 * (ibkrguides.com/advisorportal/trade/manually-match-specific-lots.htm).
 */
import { done, refuse, type Outcome } from "../values/outcome";
import { isoFromDay, type Day } from "../values/plain-date";
import { csvText } from "./csv-fields";
import { plainNumber } from "./figures";
import { limitPrice, type Order, type OrderFile, type OrderTerms } from "./order-list";

const HEADINGS = ["Action", "Quantity", "Symbol", "SecType", "Exchange", "Currency", "TimeInForce", "OrderType", "LmtPrice", "BasketTag", "Account"] as const;

const TIMES: Readonly<Record<OrderTerms["timeInForce"], string>> = { Day: "DAY", "Good till cancelled": "GTC" };
const TYPES: Readonly<Record<OrderTerms["orderType"], string>> = { Market: "MKT", Limit: "LMT" };

/** `U1234567`, `DU1234567` */
const ACCOUNT_NUMBER = /^[A-Z]{1,3}\d{5,10}$/;
/** A stock, with its class of shares behind a blank, point or slash: `BRK B`. */
const TICKER = /^([A-Z]{1,6})(?:[ ./-]([A-Z]{1,2}))?$/;
/** Nasdaq gives mutual funds five letters, the last an X. */
const MUTUAL_FUND = /^[A-Z]{4}X$/;

export function basketFile(orders: readonly Order[], terms: OrderTerms, day: Day): Outcome<OrderFile> {
  const wrong = orders.map(faultOf).find((sentence) => sentence !== null);
  if (wrong !== undefined) return refuse("bad-input", wrong);
  const accounts = [...new Set(orders.map(({ account }) => account.toUpperCase()))];
  const numbered = accounts.every((account) => ACCOUNT_NUMBER.test(account));
  if (accounts.length > 1 && !numbered) {
    const names = [...new Set(orders.map(({ account }) => account))].join(", ");
    return refuse("bad-input", `These orders are of ${accounts.length} accounts: ${names}. A basket goes to one account. List the orders of one account at a time.`);
  }
  const tag = `Taxlot-${isoFromDay(day)}`;
  const rows = orders.map((order) => [
    order.action.toUpperCase(), order.shares, tickerOf(order.symbol) ?? "", "STK", "SMART", "USD",
    TIMES[terms.timeInForce], TYPES[terms.orderType], terms.orderType === "Limit" ? limitPrice(order.price) : "", tag,
    numbered ? order.account.toUpperCase() : "",
  ]);
  const text = csvText([HEADINGS, ...rows]);
  return done({ fileName: `basket-${isoFromDay(day)}.csv`, text, remarks: remarksOn(orders, numbered) });
}

function tickerOf(symbol: string): string | null {
  const [, root, share] = TICKER.exec(symbol.trim().toUpperCase()) ?? [];
  if (root === undefined) return null;
  return share === undefined ? root : `${root} ${share}`;
}

function faultOf({ symbol }: Order): string | null {
  if (MUTUAL_FUND.test(symbol.trim().toUpperCase())) {
    return `${symbol} has the symbol of a mutual fund. This basket lists stocks and exchange-traded funds; enter ${symbol} by hand.`;
  }
  if (tickerOf(symbol) === null) {
    return `‘${symbol}’ is not the symbol of a stock. This basket lists stocks and exchange-traded funds; enter options and others by hand.`;
  }
  return null;
}

function remarksOn(orders: readonly Order[], numbered: boolean): string[] {
  const remarks: string[] = [];
  if (orders.some(({ lots }) => lots.length > 0)) {
    remarks.push("A basket cannot name lots. Match them in Tax Optimizer until 8:30 pm Eastern on the day of the sale, in the order listed here.");
  }
  if (!numbered) remarks.push(`The Account column is blank: ‘${orders[0]!.account}’ is not an account number of Interactive Brokers. The orders go to the account that is chosen there.`);
  const broken = orders.filter(({ shares }) => !Number.isInteger(shares));
  if (broken.length > 0) {
    const which = broken.map(({ symbol, shares }) => `${plainNumber(shares)} ${symbol}`).join(", ");
    remarks.push(`Fractions of a share (${which}) need an account that trades them.`);
  }
  return remarks;
}
