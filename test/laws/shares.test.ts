import assert from "node:assert/strict";
import Decimal from "decimal.js";
import type { BookedCase } from "../cases/booked-case";
import type { CaseTransaction } from "../cases/case-format";
import { followed } from "../oracle/foreseen";
import { decimalOf } from "../oracle/fraction";
import { check, isTaxable, ledgers } from "./ledgers";

describe("Law 3: shares in = shares out + shares held, per account and symbol", () => {
  it("counted over buys, sales, gifts, transfers, splits, cash for fractions and new symbols", () =>
    check(ledgers(), ({ transactions }, { openLots, realized }) => {
      const lots = openLots.map((lot) => [`${lot.account}/${lot.symbol}`, lot.quantity] as const);
      assert.deepEqual(totals(lots), totals(countedBalances(transactions, realized)));
    }));

  it("a sale's pieces are its shares", () =>
    check(ledgers(), ({ transactions }, { realized }) => {
      const perSale = totals(realized.map((row) => [String(row.saleRow), row.quantity] as const));
      const sales = transactions.flatMap((one, index) =>
        one.action === "SELL" && isTaxable(transactions, one.account ?? "A") ? [[String(index + 2), one.quantity ?? "0"] as const] : [],
      );
      const cashInLieu = new Set(transactions.flatMap((one, index) => (one.action === "SPLIT" ? [String(index + 2)] : [])));
      assert.deepEqual(Object.entries(perSale).filter(([row]) => !cashInLieu.has(row)), Object.entries(totals(sales)));
    }));
});

describe("Law 4: no share replaces twice, none is replaced twice", () => {
  it("shares matched with a purchase are never more than it bought", () =>
    check(ledgers((setup) => ({ ...setup, events: false })), ({ transactions }, { washTrail }) => {
      for (const [row, matched] of Object.entries(totals(washTrail.map((one) => [String(one.replacementRow), one.shares] as const)))) {
        assert.ok(new Decimal(matched).lte(transactions[Number(row) - 2]?.quantity ?? 0), `purchase in row ${row} matched ${matched}`);
      }
    }));

  it("nor, over splits, more than it bought in the shares of the end", () =>
    check(ledgers((setup) => ({ ...setup, symbols: ["X"] })), ({ transactions }, { washTrail }) => {
      // Shares of a row are counted just before it; a fraction paid in cash, just after its split.
      const inEndShares = (shares: string, row: number) => {
        const one = transactions[row - 2];
        const from = one?.action === "SPLIT" ? row - 1 : row - 2;
        return new Decimal(shares).times(decimalOf(followed(transactions, new Map(), one?.symbol ?? "", from, transactions.length).growth));
      };
      const matched = new Map<number, Decimal>();
      for (const one of washTrail) {
        matched.set(one.replacementRow, (matched.get(one.replacementRow) ?? new Decimal(0)).plus(inEndShares(one.shares, one.saleRow)));
      }
      for (const [row, total] of matched) {
        const bought = inEndShares(transactions[row - 2]?.quantity ?? "0", row);
        assert.ok(total.lte(bought.times("1.000000001")), `purchase in row ${row}: ${total.toFixed()} of ${bought.toFixed()} shares matched`);
      }
    }));

  it("shares of a loss that were replaced are never more than were sold from that lot", () =>
    check(ledgers(), (_ledger, { realized, washTrail }) => {
      const key = (row: { saleRow: number }, lot: string) => `${row.saleRow}/${lot}`;
      const sold = totals(realized.filter((row) => row.gain.startsWith("-")).map((row) => [key(row, row.lot), row.quantity] as const));
      for (const [one, matched] of Object.entries(totals(washTrail.map((row) => [key(row, row.lossLot), row.shares] as const)))) {
        assert.ok(new Decimal(matched).lte(new Decimal(sold[one] ?? 0).times("1.000000001")), `${one}: ${matched} of ${sold[one]}`);
      }
    }));
});

/** Adds up per key, leaving out what comes to nothing, in key order. */
function totals(entries: Iterable<readonly [string, string]>): Record<string, string> {
  const sums = new Map<string, Decimal>();
  for (const [key, quantity] of entries) sums.set(key, (sums.get(key) ?? new Decimal(0)).plus(quantity));
  const kept = [...sums].filter(([, total]) => !total.isZero()).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(kept.map(([key, total]) => [key, total.toSignificantDigits(12).toFixed()]));
}

/** What every account must hold in the end, by moving the quantities of the rows and nothing else. */
function countedBalances(transactions: readonly CaseTransaction[], realized: BookedCase["realized"]): [string, string][] {
  let balances = new Map<string, Decimal>();
  const move = (account: string, symbol: string, shares: Decimal) => {
    const key = `${account}/${symbol}`;
    balances.set(key, (balances.get(key) ?? new Decimal(0)).plus(shares));
  };
  transactions.forEach((one, index) => {
    const account = one.account ?? "A";
    const shares = new Decimal(one.quantity ?? 0);
    if (["BUY", "DRIP", "RSU_VEST"].includes(one.action)) move(account, one.symbol, shares);
    if (["SELL", "GIFT_OUT"].includes(one.action)) move(account, one.symbol, shares.neg());
    if (one.action === "TRANSFER") {
      move(one.fromAccount ?? "A", one.symbol, shares.neg());
      move(one.toAccount ?? "A", one.symbol, shares);
    }
    if (one.action === "SPLIT") {
      const grown = [...balances].map(([key, held]): [string, Decimal] => [
        key,
        key.endsWith(`/${one.symbol}`) ? held.times(one.newShares ?? 1).div(one.oldShares ?? 1) : held,
      ]);
      balances = new Map(grown);
      for (const row of realized) if (row.saleRow === index + 2) move(row.account, row.symbol, new Decimal(row.quantity).neg());
    }
    if (one.action === "SYMBOL_CHANGE") {
      balances = new Map([...balances].map(([key, held]) => [key.replace(new RegExp(`/${one.symbol}$`), `/${one.newSymbol}`), held]));
    }
  });
  return [...balances].map(([key, held]) => [key, held.toFixed()]);
}
