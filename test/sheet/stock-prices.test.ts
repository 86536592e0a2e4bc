import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { pricesArgument } from "../../src/sheet/read-prices";
import { stockIn, tickerInText } from "../../src/sheet/stock-cells";

/** As office.js types it: Excel.LinkedEntityCellValue with FormattedNumberCellValue and StringCellValue properties. */
function stock(text: string, properties: Record<string, unknown>): unknown {
  return {
    type: "LinkedEntity",
    basicType: "Error",
    basicValue: "#VALUE!",
    text,
    id: { entityId: "a1mou2", domainId: "1", serviceId: 268435456, culture: "en-US" },
    properties,
  };
}
const dollars = (value: number) => ({ type: "FormattedNumber", basicType: "Double", basicValue: value, numberFormat: '_([$$-en-US]* #,##0.00_)' });
const words = (value: string) => ({ type: "String", basicType: "String", basicValue: value });
const MSFT = stock("MICROSOFT CORP (XNAS:MSFT)", { Price: dollars(410.25), "Ticker symbol": words("MSFT"), Currency: words("USD") });
const pounds = { type: "FormattedNumber", basicType: "Double", basicValue: 5.5, numberFormat: "[$£-en-GB]#,##0.00" };
const VOD = stock("VODAFONE GROUP PLC (XLON:VOD)", { Price: pounds, "Ticker symbol": words("VOD"), Currency: words("GBP") });

const prices = (...rows: unknown[][]) => {
  const read = pricesArgument(rows);
  return read === null ? null : (read.faults[0]?.sentence ?? [...read.bySymbol]);
};

describe("Prices as Excel Stocks cells", () => {
  it("the cell alone names the symbol and brings its price", () => assert.deepEqual(prices([MSFT], [""]), [["MSFT", 410.25]]));

  it("a heading Symbol above such a column", () => assert.deepEqual(prices(["Symbol"], [MSFT]), [["MSFT", 410.25]]));

  it("a price in the next column wins over the cell's own", () => assert.deepEqual(prices(["Symbol", "Price"], [MSFT, 400]), [["MSFT", 400]]));

  it("a blank, or an error there, leaves the cell's own", () => {
    assert.deepEqual(prices([MSFT, null]), [["MSFT", 410.25]]);
    assert.deepEqual(prices([MSFT, { type: "Error", basicType: "Error", basicValue: "#BUSY!" }]), [["MSFT", 410.25]]);
  });

  it("a price that is a data type itself, as =A2.Price gives", () => assert.deepEqual(prices(["msft", dollars(410.25)]), [["MSFT", 410.25]]));

  it("since ExcelApi 1.19 a number with a format is a Double", () => {
    const newer = stock("APPLE INC (XNAS:AAPL)", { Price: { type: "Double", basicType: "Double", basicValue: 190, numberFormat: "$#,##0.00" } });
    assert.deepEqual(prices([newer]), [["AAPL", 190]]);
  });

  it("without a Ticker symbol the text in brackets tells it, also where it is plain text", () => {
    assert.deepEqual(prices([stock("BERKSHIRE HATHAWAY INC. (XNYS:BRK.B)", { Price: dollars(450) })]), [["BRK.B", 450]]);
    assert.deepEqual(prices(["MICROSOFT CORP (XNAS:MSFT)", 410]), [["MSFT", 410]]);
    assert.equal(tickerInText("Some fund (class A)"), null);
  });

  it("the first row is no heading because its second cell is text of a heading only where it is no stock", () =>
    assert.deepEqual(prices([MSFT, "--"], ["ABC", 5]), [["MSFT", 410.25], ["ABC", 5]]));

  it("a quote that has not loaded is a price that is absent, and takes down no other", () =>
    assert.deepEqual(prices([stock("APPLE INC (XNAS:AAPL)", {})], [MSFT]), [["MSFT", 410.25]]));

  it("a card that names no security is refused with its row", () =>
    assert.equal(prices([MSFT], [stock("Seattle", {})]), 'Prices row 2: "Seattle" is a card that names no ticker symbol. Correct it, or clear the row.'));

  it("one stock on two rows at two prices is refused, as any symbol is", () =>
    assert.match(String(prices([MSFT], ["MSFT", 411])), /^Prices row 2: MSFT is priced 411 here and 410\.25 above/));
});

describe("Prices in another currency are never taken for dollars", () => {
  const SENTENCE = "Prices row 1: the price of VOD is in GBP, not in US dollars. Give it in dollars in the column beside it, or clear the row.";

  it("the cell's own price", () => assert.equal(prices([VOD]), SENTENCE));
  it("the same figure beside it, which nobody has converted", () => {
    assert.equal(prices([VOD, 5.5]), SENTENCE);
    assert.equal(prices([VOD, pounds]), SENTENCE);
  });
  it("5.50 pounds at 1.27 are 6.985 dollars, given beside it", () => assert.deepEqual(prices([VOD, 6.985]), [["VOD", 6.985]]));
  it("a price whose format names another currency", () =>
    assert.match(String(prices(["VOD", pounds])), /^Prices row 1: the price of VOD is in £, not in US dollars\./));
  it("a currency the cell does not state, but its price's format does", () =>
    assert.match(String(prices([stock("SAP SE (XETR:SAP)", { Price: { ...pounds, numberFormat: "#,##0.00 €" } })])), /the price of SAP is in €/));
  it("a locale without a sign names no currency", () =>
    assert.deepEqual(prices(["ABC", { type: "FormattedNumber", basicValue: 5, numberFormat: "[$-409]#,##0.00" }]), [["ABC", 5]]));
});

describe("stockIn", () => {
  it("is null for what is no card", () => {
    for (const cell of [null, "MSFT", 5, { type: "Double", basicValue: 5 }, { type: "Error", basicValue: "#N/A" }]) assert.equal(stockIn(cell), null);
  });
});

describe("Prices: a first row whose second cell is text", () => {
  it("by itself it is a symbol with a price that cannot be read", () => {
    const sentence = 'Prices row 1: the price of XYZ is "abc", which is not a number. Correct it, or clear the row.';
    assert.equal(prices(["XYZ", "abc"]), sentence);
    assert.equal(prices(["XYZ", "abc"], ["", ""]), sentence);
  });
  it("above other rows it is headings of other names", () => assert.deepEqual(prices(["Holding", "Closing value"], ["ABC", 5]), [["ABC", 5]]));
  it("by itself, headings that are known are headings all the same", () => {
    assert.deepEqual(prices(["Symbol", "Price"]), []);
    assert.deepEqual(prices(["Symbol", "Closing value"]), []);
  });
});
