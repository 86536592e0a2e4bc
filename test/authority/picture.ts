/**
 * The picture every authority test draws: what was *sold*, what it was *matched* with, what is *left*,
 * each share block in one line, as the built functions answer. A security other than STOCK is named.
 */
import type { BookedCase } from "../cases/booked-case";
import { bookThroughFunctions } from "../cases/book-through-functions";
import type { CaseSettings, CaseTransaction } from "../cases/case-format";

export interface Picture {
  /** `100 of 1954-12-01 on 1955-01-03: 9000.00 - 10000.00 = -1000.00, short, 1000.00 disallowed` */
  readonly sold: readonly string[];
  /** `100 sold in row 4 by row 3: 1000.00 to its basis, which counts from 1954-11-12` */
  readonly matched: readonly string[];
  /** `100 of 1954-12-15: 10000.00, counts from 1954-11-12` */
  readonly left: readonly string[];
}

type Facts = Omit<CaseTransaction, "date" | "action" | "symbol" | "quantity"> & { readonly symbol?: string };

/** A row of the ledger: `row("1954-12-01", "BUY", "100", { amount: "10000" })`. */
export function row(date: string, action: string, quantity: string, facts: Facts): CaseTransaction {
  return { symbol: "STOCK", ...facts, date, action, quantity };
}

/** A row without a quantity: `event("2021-06-01", "RETURN_OF_CAPITAL", { amount: "30" })`. */
export function event(date: string, action: string, facts: Facts & { readonly quantity?: string } = {}): CaseTransaction {
  return { symbol: "STOCK", ...facts, date, action };
}

export function picture(transactions: readonly CaseTransaction[], settings: CaseSettings = {}): Picture {
  const booked = bookThroughFunctions({ settings, transactions });
  if (booked.problems.length > 0) throw new Error(booked.problems.join("; "));
  return drawn(booked);
}

export function drawn(booked: BookedCase): Picture {
  const at = (account: string) => (account === "A" ? "" : ` in ${account}`);
  const named = (symbol: string) => (symbol === "STOCK" ? "" : `${symbol} `);
  return {
    sold: booked.realized.map(
      (one) =>
        `${named(one.symbol)}${one.quantity} of ${one.acquired}${at(one.account)} on ${one.sold}: ${one.proceeds} - ${one.basis} = ${one.gain}, ` +
        `${one.term === "LT" ? "long" : "short"}, ${one.washDisallowed} disallowed`,
    ),
    matched: booked.washTrail.map(
      (one) =>
        `${one.shares} sold in row ${one.saleRow} by row ${one.replacementRow}: ` +
        (one.permanent === "0.00" ? `${one.basisAdded} to its basis, which counts from ${one.holdingFrom}` : `${one.permanent} lost for good`),
    ),
    left: booked.openLots.map(
      (one) =>
        `${named(one.symbol)}${one.quantity} of ${one.acquired}${at(one.account)}: ${one.basis}` +
        (one.effectiveAcquired === one.acquired ? "" : `, counts from ${one.effectiveAcquired}`),
    ),
  };
}
