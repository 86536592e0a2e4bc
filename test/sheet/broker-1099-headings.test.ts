import assert from "node:assert/strict";
import fc from "fast-check";
import { meaningsOf } from "../../src/sheet/broker-1099-headings";
import { readBroker1099 } from "../../src/sheet/read-broker-1099";

type Rows = readonly (readonly unknown[])[];

/** Titles of the boxes of Form 1099-B as printed, and how brokers' files write them; box number as key where it has one. */
const BOXES: readonly (readonly [box: string, field: string, ...words: string[]])[] = [
  ["1a", "Description", "Description of property", "Security name"],
  ["1b", "Acquired", "Date acquired", "Opened Date", "Acquisition date"],
  ["1c", "Sold", "Date sold or disposed", "Date of sale or exchange", "Disposition date", "Closed Date", "SALE DATE"],
  ["1d", "Proceeds", "Proceeds", "Proceeds USD", "Proceeds (USD)", "Total Proceeds", "Gross proceeds reported to IRS"],
  ["1e", "Basis", "Cost or other basis", "Cost Basis (CB)", "Cost basis (USD)"],
  ["1f", "Market discount", "Accrued market discount", "ACCRDMKTDISCOUNT"],
  ["1g", "Wash disallowed", "Wash sale loss disallowed", "WASH AMT DISALLOWED", "Disallowed Loss"],
  ["2", "Term", "Short-term gain or loss / Long-term gain or loss", "Short or long", "Long-term or short-term", "Gain/loss type", "Term of gain or loss", "LT/ST", "Term (ST/LT)"],
  ["5", "Noncovered", "Noncovered", "Check if noncovered security", "NON COVERED", "Basis not reported to IRS"],
  ["7", "Loss not allowed", "Check if loss is not allowed based on amount in 1d", "LOSSNOTALLOWED"],
  ["12", "Basis reported", "Check if basis reported to IRS", "Basis reported to the IRS", "Basis reported", "Covered security", "Covered or noncovered"],
];
const fieldOf = (heading: string, ...others: string[]): string | undefined => meaningsOf([heading, ...others])[0]?.field;

describe("headings of the broker's form (R-8949-1 to R-8949-3)", () => {
  it("are known by the words of the form's boxes, with the number before, behind, in brackets or not, and a question mark", () => {
    for (const [box, field, ...words] of BOXES) {
      for (const word of words) {
        const ways = [word, word.toUpperCase(), `${word}?`, `${box}. ${word}`, `${box} ${word}`, `(${box}) ${word}`, `Box ${box} ${word}`, `Box ${box}: ${word}`, `${word} (${box})`, `${word} (box ${box})`, `${word} - Box ${box}`];
        for (const way of ways) assert.equal(fieldOf(way), field, way);
      }
    }
  });

  it("are known by the number of the box alone, a bare one among others", () => {
    for (const [box, field] of BOXES) {
      for (const way of [`Box ${box}`, `box ${box}:`]) assert.equal(fieldOf(way), field, way);
      assert.equal(fieldOf(box, "1d"), field, box);
    }
    assert.equal(meaningsOf([12, "1d"])[0]?.field, "Basis reported");
    assert.equal(fieldOf("12"), undefined, "no other box beside it");
  });

  it("count the boxes of Form 1099-DA as that form does, where the row is of it", () => {
    const boxes = ["1a", "1b", "1c", "1d", "1e", "1f", "1g", "1i", "2", "6", "9"];
    assert.deepEqual(meaningsOf(boxes).map((meaning) => meaning?.field), [
      "Symbol", "Description", "Quantity", "Acquired", "Sold", "Proceeds", "Basis", "Wash disallowed", "Basis reported", "Term", "Noncovered",
    ]);
    assert.equal(fieldOf("1e", "1f Proceeds"), "Sold");
    assert.equal(fieldOf("1e", "1d Proceeds"), "Basis");
  });

  it("are no amounts, days, descriptions or footnotes", () => {
    for (const cell of ["12.50", "$1,234.56", "2024-02-01", "1/10/2024", "5 sh. XYZ", "100 sh. XYZ", "XYZ", `1d ${"proceeds ".repeat(20)}`]) assert.equal(fieldOf(cell, "1d"), undefined, cell);
  });

  it("let the realized lots of a broker's download be read, columns beside the form's and all", () => {
    const headings = "Symbol,Name,Closed Date,Opened Date,Quantity,Proceeds Per Share,Cost Per Share,Proceeds,Cost Basis (CB),Gain/Loss ($),Gain/Loss (%),Long Term Gain/Loss,Short Term Gain/Loss,Term,Unadjusted Cost Basis,Wash Sale?,Disallowed Loss,Transaction Closed Date,Transaction Cost Basis,Total Transaction Gain/Loss ($),LT Transaction Gain/Loss ($)".split(",");
    const row = ["XYZ", "XYZ CORP", "2024-02-01", "2023-01-10", 100, 45, 50, 4500, 5000, -500, "-10%", -500, "", "Long Term", 5000, "Yes", 300, "2024-02-01", 5000, -500, -500];
    assert.deepEqual(saidOf([headings, row]), ["XYZ 450000 500000 30000 Long null"]);
  });
});

/** Sales and faults in a word. */
function saidOf(rows: Rows): string[] {
  const read = readBroker1099(rows);
  assert.ok(read.ok, read.ok ? "" : read.problem.sentence);
  const sales = read.value.sales.map(({ symbol, proceedsCents, basisCents, washCents, term, basisReported }) => `${symbol} ${proceedsCents} ${basisCents} ${washCents} ${term} ${basisReported}`);
  return [...sales, ...read.value.faults.map(({ sentence, isNote }) => `${isNote ? "note" : "fault"}: ${sentence}`)];
}

describe("columns of the broker's form that are counted nowhere", () => {
  const HEADINGS = ["Symbol", "Sold", "Proceeds", "Basis", "Wash disallowed", "Term", "Basis reported"];
  const SALE = ["XYZ", "2024-02-01", 1400, 1000, 0, "Long", "No"];
  const READ = "XYZ 140000 100000 0 Long false";

  it("are a fault where the form lacks what they may hold, and the fault names both", () => {
    const named = (heading: string, at: number): readonly unknown[] => HEADINGS.map((own, column) => (column === at ? heading : own));
    const start = "fault: Row 1 of the broker's form: column";
    const end = (field: string): string => `is not understood, so nothing in it is counted, and the form has no column ${field}. Name it ${field} if that is what it holds; otherwise clear its heading.`;
    assert.equal(saidOf([named("Zwölf", 6), SALE])[1], `${start} 7 ("Zwölf") ${end("Basis reported")}`);
    assert.equal(saidOf([named("Zwei", 5), SALE])[1], `${start} 6 ("Zwei") ${end("Term")}`);
    assert.equal(saidOf([named("Fünf", 4), SALE])[1], `${start} 5 ("Fünf") ${end("Wash disallowed")}`);
    assert.equal(saidOf([named("Drei", 3), SALE])[1], `${start} 4 ("Drei") ${end("Basis")}`);
  });

  it("are a note where the form lacks nothing that they can hold", () => {
    const note = (what: string): string => `note: Row 1 of the broker's form: ${what} is not understood, so nothing in it is counted.`;
    assert.deepEqual(saidOf([[...HEADINGS, "Zebra"], [...SALE, "x"]]), [READ, note('column 8 ("Zebra")')]);
    assert.deepEqual(saidOf([["Symbol", "Sold", "Proceeds", "Zebra"], ["XYZ", "2024-02-01", 1, "stripes"]])[1], note('column 4 ("Zebra")'));
  });

  it("are not spoken of where they are blank, or the form has no use for them", () => {
    const idle = ["Zebra", "CUSIP", "4 Federal income tax withheld", "Notes", "State", "Source", "Gain or loss", "Fees", ""];
    assert.deepEqual(saidOf([[...HEADINGS, ...idle], [...SALE, "", "037833100", 12, "mine", "NY", "file.csv:3", 400, 1, "lone"]]), [READ]);
  });

  it("count from each row of headings on", () => {
    const second = ["Symbol", "Sold", "Proceeds", "Zebra"];
    const [, , note] = saidOf([HEADINGS, SALE, second, ["ABC", "2024-02-01", "1", "stripes"]]);
    assert.equal(note, `note: Row 3 of the broker's form: column 4 ("Zebra") is not understood, so nothing in it is counted.`);
  });

  it("are said where a box asks for a code of the user's own (R-8949-3)", () => {
    const own = ["1f Accrued market discount", "7 Loss not allowed", "3 Collectibles", "Adjustment code"];
    assert.deepEqual(saidOf([[...HEADINGS, ...own], [...SALE, 0, "No", "", "W"], [...SALE, "", "", "", ""]]), [READ, READ]);
    assert.deepEqual(saidOf([[...HEADINGS, ...own], [...SALE, 12.5, "X", "X", "D"], [...SALE, 3, "", "", ""]]).slice(2), [
      'note: Row 2 of the broker\'s form: "1f Accrued market discount" is 12.5 (and in 1 more row), which is not counted. Code D of Form 8949 and its amount are yours to add.',
      'note: Row 2 of the broker\'s form: "7 Loss not allowed" is "X", which is not counted. Its adjustment on Form 8949 is yours to add.',
      'note: Row 2 of the broker\'s form: "3 Collectibles" is "X", which is not counted. Codes C, Y and Z of Form 8949 for it are yours to add, or state the Type of the symbol in the settings.',
      'note: Row 2 of the broker\'s form: "Adjustment code" is "D", which is not counted. Other codes of Form 8949 than W are yours to add.',
    ]);
  });

  it("take a tick under Noncovered for a basis that was not reported, and its words for what they say (R-8949-1)", () => {
    const said = (cell: unknown): string => saidOf([["Symbol", "Sold", "Proceeds", "Noncovered security"], ["XYZ", "2024-02-01", 1, cell]])[0]!.split(" ").at(-1)!;
    assert.deepEqual(["X", "Yes", true, "Noncovered", "No", false, "Covered", ""].map(said), ["false", "false", "false", "false", "true", "true", "true", "null"]);
  });

  it("take Type for the term where it holds one", () => {
    const said = (cell: string): string[] => saidOf([["Symbol", "Sold", "Proceeds", "Type"], ["XYZ", "2024-02-01", 1, cell]]);
    assert.deepEqual([said("Short"), said("Stock")], [["XYZ 100 null 0 Short null"], ["XYZ 100 null 0 null null"]]);
  });

  it("answer any heading at all, none of them in silence but those that are known", () => {
    fc.assert(fc.property(fc.string({ minLength: 1, maxLength: 20 }), (heading) => {
      const [meaning] = meaningsOf([heading]);
      const said = readBroker1099([[...HEADINGS, heading], [...SALE, "held"]]);
      if (!said.ok || meaning || heading.trim() === "") return;
      if (typeof heading === "string" && said.value.faults.length === 0) assert.match(heading.trim(), /^#|^=""$/, "an error or a blank is no heading");
    }));
  });
});
