import assert from "node:assert/strict";
import { bookOf, choicesOf, openLots, soldPieces, tradesOf, type TradeRow } from "../lots/trades-of";
import { bookTrades } from "../../src/lots/book";
import type { AccountChoice, Choices } from "../../src/lots/choices";
import type { Trades } from "../../src/lots/trades";
import { typeByName } from "../../src/rules/accounts";
import { FEDERAL_LAW } from "../../src/rules/federal-law";

/** 100 bought at 50, sold at 40 on 1 March 2024; what replaces it is up to each case. */
const loss: TradeRow[] = [
  { date: "2023-06-01", kind: "Buy", shares: 100, amount: 5000 },
  { date: "2024-03-01", kind: "Sell", shares: 100, amount: 4000 },
];
const replacement: TradeRow = { date: "2024-03-10", kind: "Buy", shares: 100, amount: 4100, account: "B" };

function accountB(type: AccountChoice["type"], owner: AccountChoice["owner"] = "Self"): Partial<Choices> {
  return { accounts: choicesOf({ accounts: [{ name: "B", type, owner }] }).accounts };
}

function outcome(rows: readonly TradeRow[], choices: Partial<Choices> = {}): { disallowed: number; permanent: number; basis: number[] } {
  const book = bookOf(rows, choices);
  assert.deepEqual(book.refusals, []);
  return {
    disallowed: soldPieces(book).reduce((sum, piece) => sum + (piece as { disallowed: number }).disallowed, 0),
    permanent: book.washes.reduce((sum, wash) => sum + wash.permanentCents, 0) / 100,
    basis: openLots(book).map((lot) => (lot as { basis: number }).basis),
  };
}

describe("R-WS-9: retirement accounts and spouse", () => {
  it("Rev. Rul. 2008-5: replaced in an IRA, the loss is lost for good and the basis stays", () =>
    assert.deepEqual(outcome([...loss, replacement], accountB("IRA")), { disallowed: 1000, permanent: 1000, basis: [4100] }));
  it("a 401(k) counts like an IRA by default", () =>
    assert.deepEqual(outcome([...loss, replacement], accountB("401k")), { disallowed: 1000, permanent: 1000, basis: [4100] }));
  it("and can be left out of the rule; an IRA cannot", () => {
    assert.deepEqual(outcome([...loss, replacement], { ...accountB("401k"), planAccounts: "ignore" }), {
      disallowed: 0,
      permanent: 0,
      basis: [4100],
    });
    assert.equal(outcome([...loss, replacement], { ...accountB("Roth IRA"), planAccounts: "ignore" }).permanent, 1000);
  });
  it("a spouse's purchase washes, and by default the spouse's lot takes the loss", () =>
    assert.deepEqual(outcome([...loss, replacement], accountB("Taxable", "Spouse")), { disallowed: 1000, permanent: 0, basis: [5100] }));
  it("or, by choice, the loss is lost for good", () =>
    assert.deepEqual(outcome([...loss, replacement], { ...accountB("Taxable", "Spouse"), spouseReplacement: "permanent" }), {
      disallowed: 1000,
      permanent: 1000,
      basis: [4100],
    }));
  it("the spouse's own purchase after the spouse's own loss goes into basis whatever the choice", () => {
    const rows = [...loss.map((row) => ({ ...row, account: "B" })), replacement];
    assert.equal(outcome(rows, { ...accountB("Taxable", "Spouse"), spouseReplacement: "permanent" }).permanent, 0);
  });
  it("a loss inside an IRA is no tax loss and washes nothing", () => {
    const rows = [...loss.map((row) => ({ ...row, account: "B" })), { ...replacement, account: "A" }];
    assert.deepEqual(outcome(rows, accountB("IRA")), { disallowed: 0, permanent: 0, basis: [4100] });
  });
});

describe("R-WS-10: the two views", () => {
  const sameAccount = { ...replacement, account: "A" };
  it("the broker sees its own account", () => assert.equal(outcome([...loss, sameAccount], { view: "broker" }).disallowed, 1000));
  it("but no other", () => assert.equal(outcome([...loss, replacement], { view: "broker" }).disallowed, 0));
  it("nor shares bought elsewhere and moved in", () => {
    const rows: TradeRow[] = [
      loss[0]!,
      { ...replacement, date: "2024-02-20" },
      { date: "2024-02-25", kind: "Transfer", shares: 100, account: "B", toAccount: "A" },
      { ...loss[1]!, more: { lots: [{ lot: "row 2" }] } },
    ];
    assert.equal(outcome(rows, { view: "broker" }).disallowed, 0);
    assert.equal(outcome(rows).disallowed, 1000);
  });
  it("nor lots acquired before brokers tracked basis", () => {
    const rows = [{ ...loss[0]!, date: "2010-06-01" }, loss[1]!, sameAccount];
    assert.equal(outcome(rows, { view: "broker" }).disallowed, 0);
    assert.equal(outcome(rows).disallowed, 1000);
  });
  it("nor fund shares of 2011, which brokers track from 2012 (Treas. Reg. 1.6045-1(a)(15)(i)(B))", () => {
    const boughtOn = (date: string) => tradesOf([{ ...loss[0]!, date }, loss[1]!, sameAccount]);
    const disallowed = (trades: Trades): number => {
      const { realized } = bookTrades(trades, choicesOf({ view: "broker" }), FEDERAL_LAW, {});
      return realized.disallowedCents[0]! / 100;
    };
    assert.equal(disallowed({ ...boughtOn("2011-12-31"), funds: new Set([0]) }), 0);
    assert.equal(disallowed({ ...boughtOn("2012-01-01"), funds: new Set([0]) }), 1000);
    assert.equal(disallowed(boughtOn("2011-12-31")), 1000);
  });
  it("view none switches the rule off", () => assert.equal(outcome([...loss, sameAccount], { view: "none" }).disallowed, 0));
});

describe("R-WS-14: identical securities are the user's to declare", () => {
  const other = { ...replacement, symbol: "TWIN" };
  it("another symbol replaces nothing", () => assert.equal(outcome([...loss, other]).disallowed, 0));
  it("a declared one does, in the taxpayer view only", () => {
    const identical = [["xyz", "Twin"]];
    assert.equal(outcome([...loss, other], { identical }).disallowed, 1000);
    assert.equal(outcome([...loss, { ...other, account: "A" }], { identical, view: "broker" }).disallowed, 0);
  });
  it("a symbol change keeps what was declared", () => {
    const rows: TradeRow[] = [
      ...loss,
      { date: "2024-03-04", kind: "Buy", symbol: "TWIN", shares: 1, amount: 40, account: "C" },
      { date: "2024-03-05", kind: "SymbolChange", account: "*", symbol: "TWIN", newSymbol: "TWN2" },
      { ...replacement, symbol: "TWN2" },
    ];
    // One TWIN replaces one share at once, the hundred TWN2 the other 99.
    assert.equal(outcome(rows, { identical: [["XYZ", "TWIN"]] }).disallowed, 1000);
  });
});

describe("R-WS-4: shares that replace nothing", () => {
  it("Rev. Rul. 56-602: the rest of the same purchase", () => {
    const rows: TradeRow[] = [
      { date: "2024-02-20", kind: "Buy", shares: 200, amount: 10000 },
      { date: "2024-03-01", kind: "Sell", shares: 100, amount: 4000 },
    ];
    assert.equal(outcome(rows).disallowed, 0);
  });
  it("shares of the window that are sold before the loss", () => {
    const rows: TradeRow[] = [
      loss[0]!,
      { ...replacement, date: "2024-02-20" },
      { date: "2024-02-25", kind: "Sell", shares: 100, amount: 4500, account: "B" },
      loss[1]!,
    ];
    assert.equal(outcome(rows).disallowed, 0);
  });
  it("a lot older than the sold one replaces by the words of the statute, not by the other reading", () => {
    const rows: TradeRow[] = [
      { date: "2024-02-10", kind: "Buy", shares: 100, amount: 4900 },
      { date: "2024-02-20", kind: "Buy", shares: 100, amount: 5000 },
      { date: "2024-03-01", kind: "Sell", shares: 100, amount: 4000, more: { lots: [{ lot: "row 3" }] } },
    ];
    assert.deepEqual(outcome(rows), { disallowed: 1000, permanent: 0, basis: [5900] });
    assert.equal(outcome(rows, { candidateRule: "acquiredAfterSoldLot" }).disallowed, 0);
  });
});

describe("R-WS-6: three ways to add the sold shares' period", () => {
  // Sold lot held 1 June 2023 to 1 March 2024 = 274 days; replacement bought on 10 February, before the sale.
  const rows: TradeRow[] = [
    loss[0]!,
    { ...replacement, date: "2024-02-10" },
    loss[1]!,
  ];
  const from = (washHoldingPeriod: Choices["washHoldingPeriod"]): string =>
    (openLots(bookOf(rows, { washHoldingPeriod }))[0] as { holdingFrom: string }).holdingFrom;
  it("tackDays counts 274 days back from 10 February 2024", () => assert.equal(from("tackDays"), "2023-05-12"));
  it("substituteDate takes the sold lot's date", () => assert.equal(from("substituteDate"), "2023-06-01"));
  it("tackNoOverlap never counts a day twice", () => assert.equal(from("tackNoOverlap"), "2023-06-01"));
});

describe("R-WS-11: splits inside the window", () => {
  it("an account that sold everything and has no split row follows the other accounts' row, once", () => {
    const ratio = { newShares: 2, oldShares: 1 };
    const rows: TradeRow[] = [
      { date: "2023-05-01", kind: "Buy", shares: 10, amount: 100, account: "B" },
      { date: "2023-05-01", kind: "Buy", shares: 10, amount: 100, account: "C" },
      ...loss,
      { date: "2024-03-05", kind: "Split", account: "B", more: { ratio } },
      { date: "2024-03-05", kind: "Split", account: "C", more: { ratio } },
      { ...replacement, shares: 100, amount: 2000 },
    ];
    // 100 sold shares are 200 new ones; 100 bought back replace half: 500
    assert.equal(outcome(rows).disallowed, 500);
  });
  it("two splits of one day, each for every account, both count", () => {
    const twice: TradeRow = { date: "2024-03-05", kind: "Split", account: "*", more: { ratio: { newShares: 2, oldShares: 1 } } };
    // 100 sold shares are 400 new ones; 100 bought back replace a quarter: 250
    assert.equal(outcome([...loss, twice, twice, { ...replacement, amount: 1000 }]).disallowed, 250);
  });
  it("two equal reverse splits of one day leave exact ninths", () => {
    const third: TradeRow = { date: "2024-03-05", kind: "Split", account: "*", more: { ratio: { newShares: 1, oldShares: 3 } } };
    assert.deepEqual(
      openLots(bookOf([loss[0]!, third, third])).map((lot) => (lot as { shares: number }).shares),
      [11.1111111111111],
    );
  });
});

describe("R-WS-11, R-CA-10: broker files with one row an account", () => {
  const ratio = { newShares: 2, oldShares: 1 };
  const buy = (account: string): TradeRow => ({ date: "2024-01-02", kind: "Buy", shares: 10, amount: 500, account });
  const split = (account: string, date = "2024-03-04"): TradeRow => ({ date, kind: "Split", account, more: { ratio } });

  it("a loss made after its own account's row is in new shares already", () => {
    // 20 new shares at a cost of 500 sold for 400; 20 bought back: all of the 100
    const rows: TradeRow[] = [
      buy("C"),
      buy("B"),
      split("C"),
      { date: "2024-03-04", kind: "Sell", shares: 20, amount: 400, account: "C" },
      split("B"),
      { date: "2024-03-10", kind: "Buy", shares: 20, amount: 400, account: "B" },
    ];
    assert.equal(outcome(rows).disallowed, 100);
  });
  it("rows of one split posted on two days multiply a loss once", () => {
    const rows: TradeRow[] = [
      buy("A"),
      buy("B"),
      buy("C"),
      { date: "2024-03-01", kind: "Sell", shares: 10, amount: 400, account: "C" },
      split("A"),
      split("B", "2024-03-05"),
      { date: "2024-03-10", kind: "Buy", shares: 20, amount: 400, account: "A" },
    ];
    assert.equal(outcome(rows).disallowed, 100);
  });
  it("a symbol change in one account carries the open loss of an account that is empty", () => {
    const rows: TradeRow[] = [
      { ...buy("A"), symbol: "FB" },
      { ...buy("B"), symbol: "FB" },
      { date: "2024-03-01", kind: "Sell", symbol: "FB", shares: 10, amount: 400, account: "B" },
      { date: "2024-03-05", kind: "SymbolChange", symbol: "FB", account: "A", newSymbol: "META" },
      { date: "2024-03-10", kind: "Buy", symbol: "META", shares: 5, amount: 205 },
    ];
    assert.equal(outcome(rows).disallowed, 50);
  });
});

describe("R-WS-9: accounts that tell their type by name", () => {
  it("a purchase in an account called ROTH IRA loses the loss for good, also undeclared", () => {
    const rows = [...loss, { ...replacement, account: "ROTH IRA" }];
    assert.equal(outcome(rows).permanent, 1000);
  });
  it("the settings win over the name", () => {
    const { accounts } = choicesOf({ accounts: [{ name: "Roth", type: "Taxable", owner: "Self" }] });
    assert.equal(outcome([...loss, { ...replacement, account: "Roth" }], { accounts }).permanent, 0);
  });
  it("names are read as whole words, and Ira is a first name", () => {
    const types = ["Rollover IRA", "Roth", "401(k)", "my 401k", "HSA", "529 plan", "Health Savings Account", "BrokerageLink", "Ira", "Miramar", "Brokerage"].map(typeByName);
    assert.deepEqual(types, ["IRA", "Roth IRA", "401k", "401k", "HSA", "529", "HSA", "Other plan", null, null, null]);
  });
});
