/** The headings of the trades range (design section 4), their synonyms, and the headings of brokers' exports. */

import { bareHeading, withUnit } from "./plain-heading";

export const TRADES_FIELDS = [
  "Date",
  "Action",
  "Symbol",
  "Quantity",
  "Price",
  "Fees",
  "Account",
  "Amount",
  "Lot",
  "Lots",
  "Acquired",
  "New symbol",
  "Ratio",
  "Cash in lieu",
  "Cash per share",
  "Value",
  "New value",
  "Basis share",
  "To account",
  "Type",
  "Underlying",
  "Multiplier",
  "Order",
  "Time",
] as const;
export type TradesField = (typeof TRADES_FIELDS)[number];

/** Without these a row cannot change a lot. */
export const NEEDED_FIELDS: readonly TradesField[] = ["Date", "Action", "Symbol", "Quantity"];
/** Columns of a range without headings. */
export const FIELDS_WITHOUT_HEADINGS: readonly TradesField[] = TRADES_FIELDS.slice(0, 7);

export interface HeadingMeaning {
  readonly field: TradesField;
  /** Of two headings for one field the lower rank wins and the other is left alone; equal ranks are a problem. */
  readonly rank: number;
  /** Interactive Brokers writes commissions paid as negative amounts. */
  readonly negated?: true;
  /** The number beside an account's name: tells two accounts of one name apart. */
  readonly accountNumber?: true;
  /** Only exports of digital assets use this heading. */
  readonly digital?: true;
}

/** By field, best first; words on one line rank alike. Settlement dates are no synonym: tax counts trade dates (R-LOT-2). */
const WORDS_BY_RANK: Readonly<Partial<Record<TradesField, readonly (readonly string[])[]>>> = {
  Date: [
    ["trade date", "tradedate", "activity/trade date"],
    ["date"],
    ["run date", "activity date", "date of trade", "execution date", "effective date"],
    ["transaction date", "transactiondate", "date/time", "datetime", "date time", "timestamp"],
  ],
  Action: [
    ["action"],
    ["buy/sell", "side", "trans code", "transaction type", "transactiontype", "activity type", "trade type"],
    ["transaction", "activity", "trade action", "type of transaction"],
  ],
  Symbol: [["symbol"], ["ticker", "ticker symbol", "symbol/cusip"], ["instrument", "asset", "security", "stock"]],
  Quantity: [
    ["quantity"],
    ["qty", "qty.", "shares", "quantity transacted", "number of shares", "no. of shares", "# of shares", "share quantity"],
    ["units"],
  ],
  Price: [
    ["price"],
    ["price per share", "share price", "unit price", "trade price", "tradeprice", "t. price", "price/share",
      "execution price", "fill price", "price at transaction", "spot price at transaction",
      "usd spot price at transaction"],
  ],
  Account: [["account"], ["account name", "acct", "acct.", "acct name", "acct. name"], ["account id", "clientaccountid"]],
  Amount: [
    ["amount"],
    ["net amount", "total amount", "net cash", "netcash", "total (inclusive of fees and/or spread)",
      "total (inclusive of fees)", "usd total (inclusive of fees)"],
    ["total"],
  ],
  Lot: [["lot"], ["lot id", "tax lot", "tax lot id", "lot name"]],
  Lots: [["lots"], ["specific lots", "lots sold", "tax lots"]],
  Acquired: [["acquired"], ["date acquired", "acquired date", "acquisition date", "donor acquired"]],
  "New symbol": [["new symbol"], ["new ticker", "to symbol"]],
  Ratio: [["ratio"], ["split ratio"]],
  "Cash in lieu": [["cash in lieu"], ["cash-in-lieu"]],
  "Cash per share": [["cash per share"]],
  Value: [["value"], ["fair market value", "fmv"]],
  "New value": [["new value"]],
  "Basis share": [["basis share"]],
  "To account": [["to account"], ["destination account"]],
  Type: [["type"], ["security type", "securitytype", "asset type", "asset class", "assetclass"]],
  Underlying: [["underlying"], ["underlying symbol", "underlyingsymbol"]],
  Multiplier: [["multiplier"]],
  Order: [["order"], ["order id", "orderid", "order number", "order no.", "ib order id", "iborderid"]],
  Time: [["time"], ["trade time", "time of day", "execution time"]],
};

/** Every one of these is added into the fees of the row. */
const FEE_WORDS = ["fees", "fee", "fees & comm", "fees and comm", "commission", "commissions", "commissions and fees",
  "commission fees", "commissions & fees", "commission & fees", "fees and commissions", "fees & commissions",
  "fees and/or spread", "usd fees", "transaction fee", "regulatory fees", "sec fee"];
const NEGATED_FEE_WORDS = ["comm/fee", "ibcommission", "ib commission"];
const ACCOUNT_NUMBER_WORDS = ["account number", "account no.", "account #", "account no", "acct number", "acct. number", "acct #", "acct. #",
  "acct no", "acct no."];
/** Words of Coinbase's exports, whose every row is a digital asset. */
const DIGITAL_WORDS = ["quantity transacted"];

const MEANINGS: ReadonlyMap<string, HeadingMeaning> = meanings();

function meanings(): Map<string, HeadingMeaning> {
  const byWord = new Map<string, HeadingMeaning>();
  for (const field of TRADES_FIELDS) {
    (WORDS_BY_RANK[field] ?? []).forEach((words, rank) => {
      for (const word of words) byWord.set(word, { field, rank });
    });
  }
  for (const word of FEE_WORDS) byWord.set(word, { field: "Fees", rank: 0 });
  for (const word of NEGATED_FEE_WORDS) byWord.set(word, { field: "Fees", rank: 0, negated: true });
  for (const word of ACCOUNT_NUMBER_WORDS) byWord.set(word, { field: "Account", rank: 9, accountNumber: true });
  for (const word of DIGITAL_WORDS) byWord.set(word, { field: "Quantity", rank: 1, digital: true });
  return byWord;
}

/** A heading as it is compared: lower case, single blanks, without a unit sign at the end unless the sign belongs to the word. */
export function plainHeading(text: string): string {
  const plain = withUnit(text);
  return MEANINGS.has(plain) ? plain : bareHeading(text);
}

export function headingMeaning(text: string): HeadingMeaning | null {
  return MEANINGS.get(plainHeading(text)) ?? null;
}
