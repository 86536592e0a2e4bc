/** Robinhood's Form 1099-B has securities in words and accounts by number (broker layouts, section 6.2); the trades tell which they are. */
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { FileRead } from "../../src/import/import-types";
import { settleSales } from "../../src/import/settle-sales";
import { readText } from "./read-sample";

const ACTIVITY = '"Activity Date","Process Date","Settle Date","Instrument","Description","Trans Code","Quantity","Price","Amount"';
const sold = (symbol: string, name: string, day = "3/3/2025") => `"${day}","${day}","${day}","${symbol}","${name}\nCUSIP: 037833100","Sell","10","$200.00","$2,000.00"`;
const activity = (...rows: readonly string[]): FileRead => readText("activity.csv", [ACTIVITY, ...rows].join("\n"));

const FORM = "1099-B,ACCOUNT NUMBER,TAX YEAR,DATE ACQUIRED,SALE DATE,DESCRIPTION,SHARES,COST BASIS,SALES PRICE,TERM,ORDINARY,FED TAX WITHHELD,WASH AMT DISALLOWED,ACCRDMKTDISCOUNT,FORM8949CODE";
const reported = (words: string, account = "123456789", day = "20250303") => `1099-B,${account},2025,20240110,${day},${words},10,1000.00,2000.00,LONG,,0.00,0.00,,D`;
const form = (...rows: readonly string[]): FileRead => readText("1099.csv", [FORM, ...rows].join("\n"));

const settled = (one: FileRead, ...others: readonly FileRead[]): FileRead => settleSales([...others, one], [])[others.length] ?? assert.fail("lost");
const told = (file: FileRead) => file.sales.map(({ symbol, account }) => `${symbol || "?"} ${account}`);

describe("The securities of a form that names them in words", () => {
  it("are those of the trades under the same words, whatever kind of paper one of them adds", () => {
    const file = settled(form(reported("APPLE INC. COMMON STOCK"), reported("ALPHABET INC. CLASS C")), activity(sold("AAPL", "Apple"), sold("GOOG", "Alphabet Class C"), sold("GOOGL", "Alphabet Class A")));
    assert.deepEqual(told(file), ["AAPL Robinhood", "GOOG Robinhood"]);
  });
  it("and under words that one of them cuts short, where one symbol alone was sold on the day", () => {
    const trades = activity(sold("AZO", "AutoZone"), sold("F", "Ford Motor", "4/1/2025"));
    assert.deepEqual(told(settled(form(reported("AUTOZONE INC NEVADA")), trades)), ["AZO Robinhood"]);
    assert.deepEqual(told(settled(form(reported("FORD INTERNATIONAL")), trades)), ["? 123456789"]);
  });
  it("stay open where two symbols have the words, and the user is told what to do", () => {
    const file = settled(form(reported("ALPHABET INC")), activity(sold("GOOG", "Alphabet Class C"), sold("GOOGL", "Alphabet Class A")));
    assert.equal(file.sales[0]?.symbol, "");
    assert.match(file.note, /1 sale names its security in words alone, such as “ALPHABET INC”\. Choose the account's activity together with this file, or fill in Symbol on its sheet\.$/);
  });
  it("stay open without the trades", () => assert.deepEqual(told(settled(form(reported("APPLE INC. COMMON STOCK")))), ["? 123456789"]));
  it("a contract needs no words, and has the spelling of the trades", () =>
    assert.deepEqual(told(settled(form(reported("NVDA 06/20/2025 CALL $120.00")))), ["NVDA 250620C120 123456789"]));
});

describe("The account of a form that has its number", () => {
  const row = (account: string, symbol: string) => ({ cells: { Date: "2025-03-03", Action: "Sell", Symbol: symbol, Quantity: "10", Account: account }, source: "" });
  const FORM_OF_APPLE = form(reported("AAPL 06/20/2025 CALL $120.00"));
  it("is the one that made its sales, by the rows on the sheet too", () => {
    const [file] = settleSales([FORM_OF_APPLE], [row("My Robinhood", "AAPL 250620C120"), row("IRA", "XYZ")]);
    assert.deepEqual([file?.accounts, file?.namesAccount], [["My Robinhood"], true]);
    assert.match(file?.note ?? "", /Account 123456789 of the form is My Robinhood, which made its sales\./);
  });
  it("is asked for where two accounts sold the same on the day, or none did", () => {
    for (const rows of [[row("A", "AAPL 250620C120"), row("B", "AAPL 250620C120")], [row("A", "XYZ")]]) {
      const [file] = settleSales([FORM_OF_APPLE], rows);
      assert.deepEqual([file?.accounts, file?.namesAccount], [["123456789"], false]);
    }
  });
  it("is not asked for where the sheet has no account yet, or knows this one", () => {
    assert.equal(settleSales([FORM_OF_APPLE], [])[0]?.namesAccount, true);
    assert.equal(settleSales([FORM_OF_APPLE], [row("123456789", "XYZ")])[0]?.namesAccount, true);
  });
  it("two accounts of one form are told apart by their sales", () => {
    const two = form(reported("AAPL 06/20/2025 CALL $120.00", "111"), reported("XYZ 06/20/2025 CALL $5.00", "222"));
    const [file] = settleSales([two], [row("A", "AAPL 250620C120"), row("B", "XYZ 250620C5")]);
    assert.deepEqual(file?.sales.map(({ account }) => account), ["A", "B"]);
  });
});
