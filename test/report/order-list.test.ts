import assert from "node:assert/strict";
import { csvField, csvText } from "../../src/report/csv-fields";
import { orderFile, type Order, type OrderTerms } from "../../src/report/order-list";
import { dayFromCalendar } from "../../src/values/plain-date";

const DAY = dayFromCalendar(2026, 12, 4);
const ACQUIRED = dayFromCalendar(2024, 3, 1);
const LIMIT: OrderTerms = { orderType: "Limit", timeInForce: "Day" };
const MARKET: OrderTerms = { orderType: "Market", timeInForce: "Good till cancelled" };

function sale(more: Partial<Order> = {}): Order {
  return { account: "Schwab", symbol: "XYZ", action: "Sell", shares: 100, price: 38.5, lots: [{ lot: "L1", acquired: ACQUIRED, shares: 100 }], ...more };
}

function textOf(orders: readonly Order[], terms: OrderTerms, format: Parameters<typeof orderFile>[2] = "Generic CSV"): string {
  const outcome = orderFile(orders, terms, format, DAY);
  if (!outcome.ok) throw new Error(outcome.problem.sentence);
  return outcome.value.text;
}

function sentenceOf(orders: readonly Order[], terms: OrderTerms, format: Parameters<typeof orderFile>[2] = "Generic CSV"): string {
  const outcome = orderFile(orders, terms, format, DAY);
  assert.ok(!outcome.ok, "refused");
  return outcome.problem.sentence;
}

describe("RFC 4180: fields of a file", () => {
  it("quotes commas, semicolons and quotes, and doubles quotes", () => {
    assert.equal(csvField("a,b"), '"a,b"');
    assert.equal(csvField('12" wide'), '"12"" wide"');
    assert.equal(csvField("a;=1"), '"a;=1"');
  });
  it("never breaks a line: line ends, tabs and other control signs are blanks", () => {
    for (const end of ["\n", "\r\n", "\r", "\t", "\v", "\u0085", "\u2028", "\u0000"]) assert.equal(csvField(`two${end}lines`), "two lines");
  });
  it("leaves plain text and numbers bare, and writes no exponent", () => {
    assert.equal(csvField("XYZ"), "XYZ");
    assert.equal(csvField(-3.5), "-3.5");
    assert.equal(csvField(0.0000001), "0.0000001");
  });
  it("ends every line in CR LF", () => assert.equal(csvText([["a", 1], ["b", 2]]), "a,1\r\nb,2\r\n"));
  for (const start of ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\uff1d1"]) {
    it(`never lets text that starts like ${JSON.stringify(start)} be a formula`, () =>
      assert.match(csvField(start), /^"?'/));
  }
});

describe("The generic order list", () => {
  it("has one order a row, its limit and its lots", () =>
    assert.equal(
      textOf([sale()], LIMIT),
      "Account,Action,Symbol,Quantity,Order type,Limit price,Time in force,Lots\r\nSchwab,Sell,XYZ,100,Limit,38.5,Day,L1:100\r\n",
    ));
  it("leaves the limit of a market order blank", () =>
    assert.match(textOf([sale()], MARKET), /\r\nSchwab,Sell,XYZ,100,Market,,Good till cancelled,L1:100\r\n$/));
  it("keeps fractions, and the order of the plan", () =>
    assert.match(textOf([sale({ shares: 2.5, symbol: "ZZZ" }), sale({ symbol: "AAA" })], MARKET), /ZZZ,2\.5,[^]*AAA,100,/));
  it("writes an account that starts like a formula as text", () =>
    assert.match(textOf([sale({ account: "=HYPERLINK(A1)" })], MARKET), /\r\n'=HYPERLINK\(A1\),Sell/));
  it("writes a limit in whole cents from a dollar on, in hundredths of a cent below", () => {
    assert.match(textOf([sale({ price: 270.3712 })], LIMIT), /,Limit,270\.37,/);
    assert.match(textOf([sale({ price: 0.12344 })], LIMIT), /,Limit,0\.1234,/);
  });
  it("refuses a limit order without a price", () =>
    assert.equal(sentenceOf([sale({ price: null })], LIMIT), "Sell 100 XYZ: a limit order needs a price above zero. Give XYZ a price, or list market orders."));
  it("refuses no shares, fewer than none, and what is no number", () => {
    for (const shares of [0, -1, NaN, Infinity]) assert.match(sentenceOf([sale({ shares })], MARKET), /a quantity above zero is needed\.$/);
  });
  it("refuses an empty list", () => assert.equal(sentenceOf([], MARKET), "There is no order to list. Tick at least one lot."));
});

describe("The basket of Interactive Brokers (its guide: Basket Fields, Manually Create a Basket File)", () => {
  const IB = "Interactive Brokers basket" as const;
  const own = (more: Partial<Order> = {}) => sale({ account: "U1234567", ...more });

  it("has the header row of the guide and a row an order", () =>
    assert.equal(
      textOf([own()], LIMIT, IB),
      "Action,Quantity,Symbol,SecType,Exchange,Currency,TimeInForce,OrderType,LmtPrice,BasketTag,Account\r\n" +
        "SELL,100,XYZ,STK,SMART,USD,DAY,LMT,38.5,Taxlot-2026-12-04,U1234567\r\n",
    ));
  it("writes market orders good till cancelled as MKT and GTC", () => assert.match(textOf([own()], MARKET, IB), /,GTC,MKT,,Taxlot/));
  it("writes a class of shares behind a blank", () => {
    for (const symbol of ["BRK.B", "BRK/B", "brk b", "BRK-B"]) assert.match(textOf([own({ symbol })], MARKET, IB), /,BRK B,STK,/);
  });
  it("has no comma in a value and no blank beside one", () => {
    const lines = textOf([own(), own({ symbol: "BRK.B" })], LIMIT, IB).trimEnd().split("\r\n");
    for (const line of lines) {
      assert.equal(line.split(",").length, 11);
      assert.doesNotMatch(line, /" ?,| ,|, /);
    }
  });
  it("says that it cannot name lots, and where they are matched", () => {
    const outcome = orderFile([own()], MARKET, IB, DAY);
    assert.ok(outcome.ok && outcome.value.remarks.some((remark) => /cannot name lots\. Match them in Tax Optimizer/.test(remark)));
  });
  it("leaves out an account that is no account number, and says so", () => {
    const outcome = orderFile([sale()], MARKET, IB, DAY);
    assert.ok(outcome.ok && outcome.value.text.endsWith(",Taxlot-2026-12-04,\r\n"));
    assert.ok(outcome.ok && outcome.value.remarks.some((remark) => remark.startsWith("The Account column is blank: ‘Schwab’")));
  });
  it("refuses two accounts that it cannot tell apart", () =>
    assert.equal(
      sentenceOf([sale(), sale({ account: "Fidelity" })], MARKET, IB),
      "These orders are of 2 accounts: Schwab, Fidelity. A basket goes to one account. List the orders of one account at a time.",
    ));
  it("says which orders hold fractions", () => {
    const outcome = orderFile([own({ shares: 2.5 })], MARKET, IB, DAY);
    assert.ok(outcome.ok && outcome.value.remarks.includes("Fractions of a share (2.5 XYZ) need an account that trades them."));
  });
  it("refuses options and mutual funds by name", () => {
    assert.match(sentenceOf([own({ symbol: "XYZ 250117C45" })], MARKET, IB), /^‘XYZ 250117C45’ is not the symbol of a stock\./);
    assert.match(sentenceOf([own({ symbol: "VFIAX" })], MARKET, IB), /^VFIAX has the symbol of a mutual fund\./);
  });
});
