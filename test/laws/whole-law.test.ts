import assert from "node:assert/strict";
import Decimal from "decimal.js";
import type { BookedCase } from "../cases/booked-case";
import type { CaseTransaction } from "../cases/case-format";
import { CORPORATE, OPTIONS, RECEIVED, SHORTS, type EventName } from "../oracle/random-events";
import { HOUSEHOLDS } from "../oracle/random-setup";
import type { LedgerAccount, LedgerSetup } from "../oracle/random-ledger";
import { check, moneyOf, sum, widerLedgers } from "./ledgers";

/** Actions that move basis about and bring none from outside, nor take any away unseen. */
const MOVES_BASIS: readonly EventName[] = ["stock dividend", "other class", "spin-off", "rights", "use rights", "use rights", "merger", "return of capital"];

const taxedOnly = (setup: LedgerSetup): LedgerSetup => ({ ...setup, accounts: HOUSEHOLDS[5] as readonly LedgerAccount[] });

describe("Law 1, for every kind of row", () => {
  const everything = widerLedgers([...CORPORATE, ...RECEIVED, ...SHORTS, ...OPTIONS], (setup) => ({ ...setup, symbols: ["X"] }));

  it("gain = proceeds - basis; allowed gain = gain + disallowed; nothing is disallowed above the loss", () =>
    check(everything, (_ledger, { realized }) => {
      for (const row of realized) {
        const gain = new Decimal(row.gain);
        assert.ok(gain.eq(new Decimal(row.proceeds).minus(row.basis)), `gain of ${JSON.stringify(row)}`);
        assert.ok(gain.plus(row.washDisallowed).eq(row.adjustedGain), `allowed gain of ${JSON.stringify(row)}`);
        assert.ok(new Decimal(row.washDisallowed).gte(0), `disallowed of ${JSON.stringify(row)}`);
        assert.ok(new Decimal(row.washDisallowed).lte(Decimal.max(0, gain.neg())), `disallowed of ${JSON.stringify(row)}`);
      }
    }));

  it("no lot held ends with less than no basis (R-BASIS-4)", () =>
    check(everything, (_ledger, { openLots }) => {
      for (const lot of openLots) if (!lot.quantity.startsWith("-")) assert.ok(!lot.basis.startsWith("-"), JSON.stringify(lot));
    }));
});

describe("Law 2, over corporate actions: no cent of basis is made or lost", () => {
  const noGifts = widerLedgers(MOVES_BASIS, (setup) => ({ ...taxedOnly(setup), events: false }));

  it("cost and disallowed losses added = basis of what was sold + basis of what is open + capital returned tax-free", () => {
    let moved = 0;
    check(noGifts, ({ transactions }, booked) => {
      const cost = sum(transactions.filter((one) => ["BUY", "DRIP", "RSU_VEST", "EXERCISE_RIGHTS"].includes(one.action)).map(moneyOf));
      const added = sum(booked.washTrail.map((one) => one.basisAdded));
      const left = sum([...booked.realized.map((row) => row.basis), ...booked.openLots.map((lot) => lot.basis)]);
      assert.equal(cost.plus(added).toFixed(2), left.plus(returnedTaxFree(transactions, booked)).toFixed(2));
      if (transactions.some((one) => one.newSymbol !== undefined)) moved += 1;
    });
    assert.ok(moved > 20, "too few ledgers moved basis to other stock");
  });

  it("a distribution lowers basis and brings gain by no more and no less than what was paid (R-CA-6)", () =>
    check(noGifts, ({ transactions }, booked) => {
      assert.ok(returnedTaxFree(transactions, booked).gte(0), "more gain than was paid");
    }));
});

/** What was paid as return of capital and not taxed as gain. */
function returnedTaxFree(transactions: readonly CaseTransaction[], { realized }: BookedCase): Decimal {
  return sum(
    transactions.flatMap((one, index) => {
      if (one.action !== "RETURN_OF_CAPITAL") return [];
      return [new Decimal(one.amount ?? 0).minus(sum(realized.filter((row) => row.saleRow === index + 2).map((row) => row.proceeds)))];
    }),
  );
}

describe("Law 3, over corporate actions: shares in = shares out + shares held, per security", () => {
  const counted = CORPORATE.filter((name) => name !== "worthless");

  it("counted over spin-offs, rights, mergers, stock dividends and cash for fractions", () =>
    check(widerLedgers([...counted, ...RECEIVED]), ({ transactions }, { openLots, realized }) => {
      const held = new Map<string, Decimal>();
      for (const lot of openLots) held.set(lot.symbol, (held.get(lot.symbol) ?? new Decimal(0)).plus(lot.quantity));
      const expected = countedShares(transactions, realized);
      for (const symbol of new Set([...held.keys(), ...expected.keys()])) {
        const [is, shouldBe] = [held.get(symbol) ?? new Decimal(0), expected.get(symbol) ?? new Decimal(0)];
        assert.ok(is.minus(shouldBe).abs().lte("1e-9"), `${symbol}: ${is.toFixed()} held, ${shouldBe.toFixed()} counted`);
      }
    }));
});

/** What must be held in the end, by moving the quantities of the rows and nothing else. */
function countedShares(transactions: readonly CaseTransaction[], realized: BookedCase["realized"]): Map<string, Decimal> {
  const held = new Map<string, Decimal>();
  const of = (symbol: string) => held.get(symbol) ?? new Decimal(0);
  const move = (symbol: string, shares: Decimal.Value) => held.set(symbol, of(symbol).plus(shares));
  transactions.forEach((one, index) => {
    const { symbol, newSymbol = "", quantity = "0" } = one;
    const ratio = new Decimal(one.newShares ?? 1).div(one.oldShares ?? 1);
    const received = one.newShares === undefined ? new Decimal(quantity) : of(symbol).times(ratio);
    if (["BUY", "DRIP", "RSU_VEST", "GIFT_IN", "INHERIT", "STOCK_DIVIDEND"].includes(one.action)) move(symbol, quantity);
    if (["SELL", "GIFT_OUT", "EXERCISE_RIGHTS", "RIGHTS_LAPSE"].includes(one.action)) move(symbol, new Decimal(quantity).neg());
    if (one.action === "EXERCISE_RIGHTS") move(newSymbol, quantity);
    if (one.action === "SPLIT") held.set(symbol, of(symbol).times(ratio));
    if (["STOCK_DIVIDEND_OTHER", "SPINOFF", "RIGHTS"].includes(one.action)) move(newSymbol, received);
    if (one.action === "MERGER" || one.action === "SYMBOL_CHANGE") {
      if (newSymbol !== "") move(newSymbol, one.action === "MERGER" ? received : of(symbol));
      held.delete(symbol);
    }
    if (one.cashInLieu === undefined) return;
    // The fraction is sold under the symbol of the new shares; boot of the same row stands under the old one.
    const paidFor = one.newSymbol ?? symbol;
    for (const row of realized) if (row.saleRow === index + 2 && row.symbol === paidFor) move(paidFor, new Decimal(row.quantity).neg());
  });
  return held;
}
