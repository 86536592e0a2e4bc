import assert from "node:assert/strict";
import Decimal from "decimal.js";
import type { LedgerCase } from "../cases/case-format";
import { dayOf, isoOf } from "../oracle/calendar";
import { bookShareByShare } from "../oracle/oracle";
import { check, isTaxable, ledgers, moneyOf, sum } from "./ledgers";

/** Gifts carry basis out of the ledger, so a gift becomes a sale here. */
const withoutGifts = ledgers(undefined, (intent) => (intent.what === 93 || intent.what === 94 ? { ...intent, what: 60 } : intent));

describe("Law 1: a realized row adds up", () => {
  it("gain = proceeds - basis; allowed gain = gain + disallowed; the disallowed part is never more than the loss", () =>
    check(ledgers(), (_ledger, { realized }) => {
      for (const row of realized) {
        const gain = new Decimal(row.gain);
        assert.ok(gain.eq(new Decimal(row.proceeds).minus(row.basis)), `gain of ${JSON.stringify(row)}`);
        assert.ok(gain.plus(row.washDisallowed).eq(row.adjustedGain), `allowed gain of ${JSON.stringify(row)}`);
        assert.ok(new Decimal(row.washDisallowed).gte(0), `disallowed of ${JSON.stringify(row)}`);
        assert.ok(new Decimal(row.washDisallowed).lte(Decimal.max(0, gain.neg())), `disallowed of ${JSON.stringify(row)}`);
      }
    }));

  it("the wash trail says the same as the realized rows, sale by sale", () =>
    check(ledgers(), (_ledger, { realized, washTrail }) => {
      const perSale = (rows: readonly { saleRow: number }[], amount: (row: never) => string) => {
        const totals = new Map<number, string>();
        for (const row of rows) {
          const total = sum([totals.get(row.saleRow) ?? "0", amount(row as never)]);
          if (!total.isZero()) totals.set(row.saleRow, total.toFixed(2));
        }
        return [...totals].sort(([a], [b]) => a - b);
      };
      assert.deepEqual(
        perSale(washTrail, (row: { disallowed: string }) => row.disallowed),
        perSale(realized, (row: { washDisallowed: string }) => row.washDisallowed),
      );
      for (const one of washTrail) assert.ok(sum([one.basisAdded, one.permanent]).eq(one.disallowed), JSON.stringify(one));
    }));
});

describe("Law 2: no cent is made or lost", () => {
  it("allowed gains = sale proceeds - purchase cost + basis of open taxable lots + permanently disallowed", () => {
    check(withoutGifts, ({ transactions }, { realized, openLots, permanentlyDisallowed }) => {
      const taxable = transactions.filter((one) => isTaxable(transactions, one.account ?? "A"));
      const soldFor = sum(taxable.filter((one) => one.action === "SELL" || one.cashInLieu !== undefined).map(moneyOf));
      const cost = sum(taxable.filter((one) => ["BUY", "DRIP", "RSU_VEST"].includes(one.action)).map(moneyOf));
      const open = sum(openLots.filter((lot) => isTaxable(transactions, lot.account)).map((lot) => lot.basis));
      // Cash in lieu only happens in ledgers of one account, which is taxable.
      assert.equal(
        sum(realized.map((row) => row.adjustedGain)).toFixed(2),
        soldFor.minus(cost).plus(open).plus(permanentlyDisallowed).toFixed(2),
      );
    });
  });

  it("the proceeds of a sale are its pieces' proceeds", () =>
    check(ledgers(), ({ transactions }, { realized }) => {
      const soldRows = new Set(realized.map((row) => row.saleRow));
      for (const row of soldRows) {
        const pieces = realized.filter((one) => one.saleRow === row).map((one) => one.proceeds);
        assert.equal(sum(pieces).toFixed(2), moneyOf(transactions[row - 2] as never).toFixed(2));
      }
    }));
});

describe("Law 6: a deferred loss comes out in the end", () => {
  it("with everything sold 40 days later, only the permanent part is missing from the allowed gains", () => {
    check(
      withoutGifts.map((ledger) => sellEverything(ledger)),
      ({ transactions }, { realized, openLots, permanentlyDisallowed }) => {
        assert.deepEqual(openLots, []);
        const taxable = transactions.filter((one) => isTaxable(transactions, one.account ?? "A"));
        const soldFor = sum(taxable.filter((one) => one.action === "SELL" || one.cashInLieu !== undefined).map(moneyOf));
        const cost = sum(taxable.filter((one) => ["BUY", "DRIP", "RSU_VEST"].includes(one.action)).map(moneyOf));
        assert.equal(sum(realized.map((row) => row.adjustedGain)).toFixed(2), soldFor.minus(cost).plus(permanentlyDisallowed).toFixed(2));
      },
    );
  });
});

function sellEverything(ledger: LedgerCase): LedgerCase {
  const { openLots } = bookShareByShare(ledger);
  const last = ledger.transactions.at(-1)?.date ?? "2024-01-01";
  const held = new Map<string, { symbol: string; account: string; quantity: Decimal }>();
  for (const { symbol, account, quantity } of openLots) {
    const one = held.get(`${account}/${symbol}`) ?? { symbol, account, quantity: new Decimal(0) };
    held.set(`${account}/${symbol}`, { ...one, quantity: one.quantity.plus(quantity) });
  }
  const sales = [...held.values()].map(({ symbol, account, quantity }) => ({
    date: isoOf(dayOf(last) + 40),
    action: "SELL",
    symbol,
    account,
    quantity: quantity.toFixed(),
    price: "21.37",
  }));
  return { ...ledger, transactions: [...ledger.transactions, ...sales] };
}
