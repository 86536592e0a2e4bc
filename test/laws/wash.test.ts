import assert from "node:assert/strict";
import Decimal from "decimal.js";
import fc from "fast-check";
import type { BookedCase } from "../cases/booked-case";
import type { CaseSettings, LedgerCase } from "../cases/case-format";
import { dayOf, isoOf } from "../oracle/calendar";
import { HOUSEHOLDS } from "../oracle/random-setup";
import type { LedgerAccount } from "../oracle/random-ledger";
import { book, check, ledgers, PARAMETERS, sum, withoutRowNumbers } from "./ledgers";

const withView = (ledger: LedgerCase, view: CaseSettings["view"]): LedgerCase => ({ ...ledger, settings: { ...ledger.settings, view } });

describe("Law 5: the broker disallows no more than the return", () => {
  // Sales in one account, so that no loss elsewhere claims the replacement first; first in, first out,
  // so that an adjusted basis cannot change which lots are sold.
  const oneSellingAccount = ledgers(
    (setup) => ({ ...setup, accounts: [...HOUSEHOLDS[2] as readonly LedgerAccount[]], events: false, settings: { ...setup.settings, method: "FIFO" } }),
    (intent) => ({ ...intent, account: intent.what >= 50 && intent.what < 88 ? 0 : intent.account, what: intent.what >= 88 ? 10 : intent.what }),
  );

  it("when no chain has changed which sales are losses", () => {
    let compared = 0;
    check(oneSellingAccount, (ledger) => {
      const [broker, taxpayer] = [book(withView(ledger, "broker")), book(withView(ledger, "taxpayer"))];
      const gains = (booked: BookedCase) => booked.realized.map((row) => `${row.saleRow} ${row.lot} ${row.gain}`).sort();
      if (JSON.stringify(gains(broker)) !== JSON.stringify(gains(taxpayer))) return;
      const disallowed = (booked: BookedCase) => sum(booked.realized.map((row) => row.washDisallowed));
      if (disallowed(taxpayer).gt(0)) compared += 1;
      assert.ok(disallowed(broker).lte(disallowed(taxpayer)), `broker ${disallowed(broker)}, taxpayer ${disallowed(taxpayer)}`);
    });
    assert.ok(compared > 10, "too few ledgers with a wash were compared");
  });

  it("(it can disallow more dollars when a loss in another account claims the replacement first)", () => {
    // The return gives the one share bought to the earlier loss of 1; B's broker never sees that loss and gives it to the loss of 100.
    const ledger: LedgerCase = {
      id: "first claim",
      expect: {},
      transactions: [
        { date: "2023-01-03", action: "BUY", symbol: "X", quantity: "1", price: "10", account: "A" },
        { date: "2023-01-03", action: "BUY", symbol: "X", quantity: "1", price: "109", account: "B" },
        { date: "2024-01-10", action: "SELL", symbol: "X", quantity: "1", price: "9", account: "A" },
        { date: "2024-01-11", action: "SELL", symbol: "X", quantity: "1", price: "9", account: "B" },
        { date: "2024-01-20", action: "BUY", symbol: "X", quantity: "1", price: "9", account: "B" },
      ],
    };
    const disallowed = (view: CaseSettings["view"]) => book(withView(ledger, view)).realized.map((row) => row.washDisallowed);
    assert.deepEqual(disallowed("taxpayer"), ["1.00", "0.00"]);
    assert.deepEqual(disallowed("broker"), ["0.00", "100.00"]);
  });

  it("and with the rule off nothing at all", () =>
    check(ledgers((setup) => ({ ...setup, settings: { ...setup.settings, view: "none" } })), (_ledger, { washTrail, realized }) => {
      assert.deepEqual(washTrail, []);
      for (const row of realized) assert.equal(row.washDisallowed, "0.00");
    }));
});

describe("Law 7: what cannot change a result does not", () => {
  it("a purchase appended 31 or more days after the last row changes nothing that was realized", () =>
    fc.assert(
      fc.property(ledgers(), fc.integer({ min: 31, max: 400 }), (ledger, days) => {
        const last = ledger.transactions.at(-1);
        if (last === undefined) return;
        const late = { date: isoOf(dayOf(last.date) + days), action: "BUY", symbol: last.newSymbol ?? last.symbol, quantity: "7", price: "3" };
        const more = book({ ...ledger, transactions: [...ledger.transactions, late] });
        const before = book(ledger);
        assert.deepEqual(more.realized, before.realized);
        assert.deepEqual(more.washTrail, before.washTrail);
        assert.equal(more.openLots.length, before.openLots.length + 1);
      }),
      PARAMETERS,
    ));

  it("all quantities times k and all prices divided by k changes nothing in money", () =>
    fc.assert(
      fc.property(ledgers((setup) => ({ ...setup, events: false })), fc.constantFrom(2, 4, 5, 8, 10, 100), (ledger, k) => {
        const times = (text: string | undefined) => (text === undefined ? undefined : new Decimal(text).times(k).toFixed());
        const scaled = ledger.transactions.map((one) => ({
          ...one,
          quantity: times(one.quantity) as string,
          ...(one.price === undefined ? {} : { price: new Decimal(one.price).div(k).toFixed() }),
          ...(one.lots === undefined
            ? {}
            : { lots: one.lots.map(({ lotId, quantity }) => ({ lotId, ...(quantity === undefined ? {} : { quantity: times(quantity) as string }) })) }),
        }));
        const money = ({ realized, openLots, washTrail }: BookedCase) => ({
          realized: realized.map((row) => ({ ...row, quantity: "" })),
          openLots: openLots.map((lot) => ({ ...lot, quantity: "" })),
          washTrail: washTrail.map((match) => ({ ...match, shares: "" })),
        });
        assert.deepEqual(money(book({ ...ledger, transactions: scaled })), money(book(ledger)));
      }),
      PARAMETERS,
    ));

  it("two securities nobody called identical are booked as if alone", () => {
    const apart = ledgers((setup) => {
      const { identicalGroups: _groups, ...settings } = setup.settings;
      return { ...setup, symbols: ["X", "Y"], settings };
    });
    check(apart, (ledger, both) => {
      const only = (symbol: string): LedgerCase => ({
        ...ledger,
        transactions: ledger.transactions.filter((one) => one.symbol.startsWith(symbol)),
      });
      const rows = [...withoutRowNumbers(book(only("X"))), ...withoutRowNumbers(book(only("Y")))].sort();
      assert.deepEqual(withoutRowNumbers(both), rows);
    });
  });
});
