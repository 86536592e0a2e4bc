/** What a file is written in (broker layouts, section 0): encodings, delimiters, line ends, quoted line breaks, JSON. */
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { FileRead } from "../../src/import/import-types";
import { readSourceFile } from "../../src/import/read-source-file";
import { sourceLines } from "../../src/import/source-lines";
import { lotsOf, shown } from "./read-sample";

const TEXT = 'Date,Action,Symbol,Description,Quantity,Price,Fees & Comm,Amount\r\n01/05/2026,Buy,XYZ,"Société, a\r\nb",10,$5.00,,-$50.00\r\n01/06/2026,Bank Interest,,,,,,$1.00';

function read(bytes: Uint8Array): FileRead {
  const outcome = readSourceFile({ name: "f.csv", bytes });
  if (!outcome.ok || outcome.value.is !== "read") return assert.fail(outcome.ok ? "unknown" : outcome.problem.sentence);
  return outcome.value;
}
const utf16 = (text: string, isBig: boolean, mark: boolean) => {
  const codes = [...(mark ? "\ufeff" : ""), ...text].map((letter) => letter.charCodeAt(0));
  return Uint8Array.from(codes.flatMap((code) => (isBig ? [code >> 8, code & 255] : [code & 255, code >> 8])));
};

describe("The text of a file", () => {
  const encoded: readonly (readonly [string, Uint8Array])[] = [
    ["UTF-8", new TextEncoder().encode(TEXT)],
    ["UTF-8 with a byte-order mark", new TextEncoder().encode(`\ufeff${TEXT}`)],
    ["UTF-16, small end first", utf16(TEXT, false, true)],
    ["UTF-16, big end first", utf16(TEXT, true, true)],
    ["UTF-16 without a mark", utf16(TEXT, false, false)],
    // é is the byte E9 there.
    ["Windows-1252", Uint8Array.from([...TEXT].map((letter) => letter.charCodeAt(0)))],
  ];
  for (const [name, bytes] of encoded) {
    it(`${name} says the same`, () => {
      const file = read(bytes);
      assert.deepEqual([file.trades.length, file.source[1]?.[3], file.control.lines], [1, "Société, a\nb", 2]);
      // The interest stands on line 4: the quoted cell of line 2 runs over line 3.
      assert.deepEqual([file.counted[0]?.lines, file.source.length, file.source[2]], [[4], 4, []]);
    });
  }
  it("line ends of old Macs, tabs and semicolons are told", () => {
    const rows = TEXT.replace('"Société, a\r\nb"', "S");
    for (const text of [rows.replace(/\r\n/g, "\r"), rows.replace(/,/g, "\t"), rows.replace(/,/g, ";")]) {
      assert.equal(read(new TextEncoder().encode(text)).trades.length, 1);
    }
  });
  it("a cell kept from Excel as text, =\"00123\", is its text: under headings, in figures and in the control total", () => {
    const file = read(new TextEncoder().encode('="Date",="Action",Symbol,Description,Quantity,Price,Fees & Comm,Amount\n="01/05/2026",Buy,="XYZ",D,="10",$5.00,,="-$50.00"\n01/06/2026,Buy,"=""ABC""",D,10,$5.00,,-$50.00'));
    assert.deepEqual(file.trades.map(({ cells }) => shown(cells, ["Date", "Symbol", "Quantity", "Amount"])), ["2026-01-05 XYZ 10 50", "2026-01-06 ABC 10 50"]);
    assert.deepEqual([file.control.amountCents, file.source[1]?.[2]], [-10000, '="XYZ"']);
  });
  it("the same bytes have the same digest, and others another", () => {
    const [one, two] = [read(new TextEncoder().encode(TEXT)), read(new TextEncoder().encode(`${TEXT} `))];
    assert.notEqual(one.control.digest, two.control.digest);
    assert.match(one.control.digest, /^[0-9a-f]{64}$/);
  });
});

describe("A quotation mark that never closes", () => {
  it("swallows nothing: its line stands alone, the next lines are read", () =>
    assert.deepEqual(
      sourceLines('a,b\n1,"2\n3,4\n5,6').map(({ line, cells, isDamaged }) => [line, cells.length, isDamaged]),
      [[1, 2, false], [2, 2, true], [3, 2, false], [4, 2, false]],
    ));
});

describe("Charles Schwab, transactions as JSON", () => {
  it("has the fields of the CSV file, each record a line below their names", () => {
    const record = { Date: "01/05/2026", Action: "Buy", Symbol: "XYZ", Description: "X", Quantity: "10", Price: "$5.00", "Fees & Comm": "", Amount: "-$50.00" };
    const file = read(new TextEncoder().encode(JSON.stringify({ FromDate: "01/01/2026", ToDate: "01/31/2026", TotalTransactionsAmount: "-$50.00", BrokerageTransactions: [record, record] })));
    assert.deepEqual([file.format, file.trades.map(({ line }) => line), file.control.amountCents], ["Schwab transactions", [2, 3], -10000]);
  });
  it("other JSON is refused", () => {
    const outcome = readSourceFile({ name: "f.json", bytes: new TextEncoder().encode('{"a":1}') });
    assert.equal(!outcome.ok && outcome.problem.sentence, "f.json holds no list of transactions that can be read. Download it as CSV.");
  });
});

describe("Charles Schwab, equity awards", () => {
  const HEADINGS = "Date,Action,Symbol,Description,Quantity,FeesAndCommissions,DisbursementElection,Amount,Type,Shares,SalePrice,SubscriptionDate,SubscriptionFairMarketValue,PurchaseDate,PurchasePrice,PurchaseFairMarketValue,DispositionType,GrantId,VestDate,VestFairMarketValue,GrossProceeds,AwardDate,AwardId";
  const row = (cells: Readonly<Record<string, string>>) => HEADINGS.split(",").map((heading) => `"${cells[heading] ?? ""}"`).join(",");
  const file = read(new TextEncoder().encode([
    HEADINGS,
    row({ Date: "03/05/2025", Action: "Sale", Symbol: "ACME", Quantity: "4", FeesAndCommissions: "$0.02", Amount: "$479.98" }),
    row({ Type: "RS", Shares: "4", SalePrice: "$120.00", VestDate: "02/15/2025", VestFairMarketValue: "$100.00" }),
    row({ Date: "02/18/2025", Action: "Deposit", Symbol: "ACME", Description: "RS", Quantity: "10" }),
    row({ AwardDate: "02/15/2024", AwardId: "1", VestDate: "02/15/2025", VestFairMarketValue: "$100.00" }),
    row({ Date: "02/18/2025", Action: "Lapse", Symbol: "ACME", Quantity: "15" }),
    row({ AwardDate: "02/15/2024", AwardId: "1" }),
    row({ Date: "01/31/2025", Action: "Deposit", Symbol: "ACME", Description: "ESPP", Quantity: "5" }),
    row({ PurchaseDate: "01/30/2025", PurchasePrice: "$85.00", PurchaseFairMarketValue: "$100.00" }),
  ].join("\n")));
  it("a deposit of restricted stock is a vest at its value, one of a purchase plan a purchase at its price, a lapse is counted", () => {
    assert.deepEqual(file.trades.map(({ line, otherLines, cells }) => [line, otherLines, shown(cells, ["Date", "Action", "Symbol", "Quantity", "Price", "Amount"])]), [
      [8, [9], "2025-01-30 Buy ACME 5 85"],
      [4, [5], "2025-02-15 Vest ACME 10 100"],
      [2, [3], "2025-03-05 Sell ACME 4  479.98"],
    ]);
    assert.deepEqual([file.counted, file.control.lines], [[{ label: "Lapse", lines: [6, 7] }], 8]);
    // The sale names the vest of 15 February 2025: 5 at 85 are left, and 6 of 10 at 100.
    assert.deepEqual(lotsOf([file], "Quantity", "Basis"), ["5 425", "6 600"]);
  });
});
