/** Reads the arguments of a sale that is in no row of the trades. */
import type { WhatIfSale } from "../lots/book-types";
import { accountChoice, isRetirement } from "../rules/accounts";
import {
  dateArgument, optionalMethodArgument, optionalTextArgument, priceArgument, proceedsCents, sharesArgument,
  textArgument,
} from "../sheet/arguments";
import { fifteenDigits } from "../values/decimals";
import { done, refuse, type Outcome } from "../values/outcome";
import { given } from "./cell-error";
import { cellOf, type TradesLedger } from "./ledger";

export interface SaleArguments {
  readonly symbol: unknown;
  readonly quantity: unknown;
  readonly price: unknown;
  readonly date: unknown;
  readonly method: unknown;
  readonly account: unknown;
}

/** The sale the arguments describe; the first bad argument ends the function. */
export function hypotheticalSale(ledger: TradesLedger, asked: SaleArguments): WhatIfSale {
  const { trades } = ledger.reading;
  const { choices } = ledger.settings;
  const symbol = given(indexOfName(trades.symbols, given(textArgument(cellOf(asked.symbol), "symbol")), "symbol"));
  const shares = given(sharesArgument(cellOf(asked.quantity), "quantity"));
  const price = given(priceArgument(cellOf(asked.price), "price"));
  const day = given(dateArgument(cellOf(asked.date), "date"));
  const method = given(optionalMethodArgument(cellOf(asked.method), "method"));
  const accountName = given(optionalTextArgument(cellOf(asked.account), "account"));
  const account = accountName === null ? null : given(indexOfName(trades.accounts, accountName, "account"));
  if (account !== null && isRetirement(choices, trades.accounts[account]!)) {
    const { name, type } = accountChoice(choices, trades.accounts[account]!);
    given(refuse("bad-input", `account: ${name} is a retirement account (${type}); a sale in it is no taxable gain or loss. Name a taxable account.`));
  }
  // An option is priced per share of the stock that a contract covers.
  const multiplier = trades.options.get(symbol)?.multiplier ?? 1;
  return { symbol, account, shares, proceedsCents: given(proceedsCents(fifteenDigits(shares * multiplier), price)), day, method };
}

function indexOfName(names: readonly string[], name: string, argument: string): Outcome<number> {
  const wanted = name.toUpperCase();
  const at = names.findIndex((known) => known.toUpperCase() === wanted);
  if (at >= 0) return done(at);
  return refuse("bad-input", `${argument}: no row of the trades has ${name}. Check the ${argument}, or the range of the trades.`);
}
