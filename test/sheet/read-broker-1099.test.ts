import assert from "node:assert/strict";
import fc from "fast-check";
import type { ReportedSale } from "../../src/report/form-8949-types";
import { readBroker1099 } from "../../src/sheet/read-broker-1099";
import { dayFromCalendar, isoFromDay } from "../../src/values/plain-date";

type Rows = readonly (readonly unknown[])[];
const HEADINGS = ["Symbol", "Description", "Acquired", "Sold", "Quantity", "Proceeds", "Basis", "Wash disallowed", "Term", "Basis reported", "Form", "Account"];
const SALE = ["XYZ", "100 sh. XYZ", "2023-01-10", "2024-02-01", 100, 4500, 5007.5, 304.5, "Long", "Yes", "1099-B", "A"];

/** SALE with other cells, by column. */
function saleWith(cells: Readonly<Record<number, unknown>>): readonly unknown[] {
  return SALE.map((cell, column) => (column in cells ? cells[column] : cell));
}

function sales(rows: Rows): string[] {
  const read = readBroker1099(rows);
  assert.ok(read.ok, read.ok ? "" : read.problem.sentence);
  assert.deepEqual(read.value.faults, []);
  return read.value.sales.map((one) => [
    one.row, one.symbol || "-", one.account || "-", one.acquired === null ? "-" : isoFromDay(one.acquired), isoFromDay(one.sold), one.quantity,
    one.proceedsCents, one.basisCents, one.washCents, one.term, one.basisReported, one.form,
  ].join(" "));
}

/** The first fault of a row like SALE in which one cell is another. */
function fault(heading: string, cell: unknown): string {
  const read = readBroker1099([HEADINGS, saleWith({ [HEADINGS.indexOf(heading)]: cell })]);
  assert.ok(read.ok);
  assert.equal(read.value.sales.length, 0);
  return read.value.faults[0]!.sentence;
}

const refusal = (rows: Rows): string => {
  const read = readBroker1099(rows);
  assert.ok(!read.ok);
  return read.problem.sentence;
};

describe("the broker's form as a range", () => {
  it("is read under the headings of the design", () => {
    assert.deepEqual(sales([HEADINGS, SALE]), ["2 XYZ A 2023-01-10 2024-02-01 100 450000 500750 30450 Long true 1099-B"]);
  });

  it("may have its headings in any order and in brokers' words, below titles, with footers and totals", () => {
    assert.deepEqual(
      sales([
        ["2024 Form 1099-B of Example Brokerage"],
        [],
        ["1d - Proceeds", "1e. Cost or other basis", "Box 1c: Date sold or disposed", "1b - Date acquired", "1a - Description of property", "Qty", "1g - Wash sale loss disallowed", "Gain type", "Covered", "8949 box"],
        ["$4,500.00", "($0.00)", "02/01/24", "Various", "XYZ CORP", "-100", "--", "Short-term", "N", "B"],
        ["1d - Proceeds", "1e. Cost or other basis", "Box 1c: Date sold or disposed"],
        ["4500", "", "", "", "Total"],
        ["These figures are furnished to the IRS."],
      ]),
      ["4 - - - 2024-02-01 100 450000 0 0 Short false 1099-B"],
    );
  });

  it("needs no more than what was sold, when, and for how much", () => {
    assert.deepEqual(sales([["Symbol", "Sold", "Proceeds"], ["XYZ", 45323, 1.005]]), ["2 XYZ - - 2024-02-01  101  0   "]);
  });

  it("takes a letter of Form 8949 for term, basis reported and form (R-8949-1)", () => {
    const said = (box: string): string => sales([["Symbol", "Sold", "Proceeds", "Box"], ["XYZ", "2024-02-01", 1, box]])[0]!.split(" ").slice(-3).join(" ");
    assert.deepEqual(["A", "b", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L"].map(said), [
      "Short true 1099-B", "Short false 1099-B", "Short false none", "Long true 1099-B", "Long false 1099-B", "Long false none",
      "Short true 1099-DA", "Short false 1099-DA", "Short false none", "Long true 1099-DA", "Long false 1099-DA", "Long false none",
    ]);
    assert.equal(said("Y"), " false 1099-DA");
  });

  it("takes checkbox X for a term, and a basis, that the broker does not report (R-8949-1)", () => {
    assert.match(sales([HEADINGS, saleWith({ 8: "X", 9: "" })])[0]!, / false 1099-B$/);
  });

  it("has no basis where the broker writes that there is none", () => {
    for (const word of ["", "--", "N/A", "Not provided", "Missing", "Unknown"]) assert.match(sales([HEADINGS, saleWith({ 6: word })])[0]!, / 450000 {2}30450 /, word);
  });

  for (const [heading, cell, says] of [
    ["Sold", "", "it has no Sold"],
    ["Sold", "last May", 'Sold is "last May", which is not a date'],
    ["Sold", "31/12/2024", 'Sold is "31/12/2024", which is not a date'],
    ["Acquired", "soon", 'Acquired is "soon", which is not a date'],
    ["Quantity", "many", 'Quantity is "many", which is not a number'],
    ["Proceeds", "", "it has no Proceeds (write 0 where the sale brought nothing)"],
    ["Proceeds", "#N/A", "Proceeds holds the error #N/A"],
    ["Proceeds", 1e20, "Proceeds is 100000000000000000000, too large to be exact"],
    ["Basis", -1, "Basis is -1, below zero"],
    ["Wash disallowed", "W", 'Wash disallowed is "W", which is not a number'],
    ["Term", "Medium", 'Term is "Medium"; write Short or Long'],
    ["Basis reported", "maybe", 'Basis reported is "maybe"; write Yes or No'],
    ["Form", "W-2", 'Form is "W-2"; write 1099-B, 1099-DA or None'],
    ["Account", "#REF!", "Account holds the error #REF!"],
  ] as const) {
    it(`names the row where ${heading} is ${cell === "" ? "blank" : cell}`, () => {
      assert.equal(fault(heading, cell), `Row 2 of the broker's form: ${says}. Correct it, or clear the row.`);
    });
  }

  describe("as brokers print it", () => {
    const HEAD = ["Symbol", "Acquired", "Sold", "Quantity", "Proceeds", "Basis", "Wash disallowed", "Term"];
    const SALE = ["XYZ", "2023-01-10", "2024-02-01", 100, 4500, 5000, 0, "Long"];
    const changed = (column: number, cell: unknown): unknown[] => SALE.map((own, at) => (at === column ? cell : own));
    const read = (...rows: unknown[][]): { sales: readonly ReportedSale[]; faults: number } => {
      const form = readBroker1099([HEAD, ...rows]);
      assert.ok(form.ok);
      return { sales: form.value.sales, faults: form.value.faults.length };
    };

    it("reads a second form by the headings of its own, and names headings it cannot use", () => {
      const second = [["Ticker", "Date sold", "Qty", "Sales price", "Cost"], ["ABC", "2024-03-04", 5, 100, 90]];
      const { sales: [, abc], faults } = read(SALE, ...second);
      assert.deepEqual([abc!.symbol, abc!.quantity, abc!.proceedsCents, abc!.basisCents, abc!.term, faults], ["ABC", 5, 100_00, 90_00, null, 0]);
      const nameless = readBroker1099([HEAD, SALE, ["Date sold", "Sales price"]]);
      assert.ok(nameless.ok);
      assert.match(nameless.value.faults[0]!.sentence, /^Row 3 of the broker's form: it looks like the headings of another form\. /);
    });

    it("reads a second form by its own headings, though its Sold and Proceeds stand in the columns of the first", () => {
      const swapped = ["Symbol", "Acquired", "Sold", "Quantity", "Proceeds", "Wash disallowed", "Basis", "Term"];
      const { sales: [, xyz], faults } = read(SALE, swapped, ["XYZ", "2023-01-10", "2024-02-01", 10, 120, 0, 100, "Long"]);
      assert.deepEqual([xyz!.proceedsCents, xyz!.basisCents, xyz!.washCents, faults], [120_00, 100_00, 0, 0]);
      const shorter = ["Symbol", "Acquired", "Sold", "Quantity", "Proceeds", "Basis", "Term"];
      const { sales: [, other], faults: none } = read(SALE, shorter, ["XYZ", "2023-01-10", "2024-02-01", 10, 120, 100, "Long"]);
      assert.deepEqual([other!.basisCents, other!.washCents, other!.term, none], [100_00, 0, "Long", 0]);
      const noted = ["Symbol", "Acquired", "Sold", "Quantity", "Proceeds", "Notes"];
      assert.deepEqual(read(SALE, noted, ["XYZ", "2023-01-10", "2024-02-01", 10, 120, "partial"]).faults, 0);
    });

    it("passes over totals wherever the word stands, and amounts alone that add up the rows above", () => {
      const totals = [["Short-term totals", "", "", "", 4500, 5000], ["XYZ Total:", "", "", 100, 4500, 5000], ["", "", "Total", "", 4500, 5000], ["", "", "", "", 4500, 5000]];
      for (const total of totals) assert.deepEqual(read(SALE, total), read(SALE), String(total));
      assert.deepEqual(read(SALE, ["", "", "", "", 4500, 5000], SALE, ["", "", "", "", 4500, 5000], ["", "", "", "", 9000, 10000]).faults, 0, "parts and the whole");
      assert.equal(read(SALE, ["", "", "", "", 4400, 5000]).faults, 1, "adds up nothing");
    });

    it("reads EXPIRED as nothing paid or received, a wash with its code, and N/A as no wash", () => {
      assert.equal(read(changed(4, "Expired")).sales[0]!.proceedsCents, 0);
      assert.equal(read(changed(5, "EXPIRED")).sales[0]!.basisCents, 0);
      assert.deepEqual(["$300.00 W", "N/A", "..."].map((wash) => read(changed(6, wash)).sales[0]!.washCents), [300_00, 0, 0]);
    });

    it("hears ordinary income beside a term (R-8949-4)", () => {
      assert.deepEqual(["Ordinary", "Long-term, ordinary"].map((term) => read(changed(7, term)).sales[0]!).map(({ term, isOrdinary }) => `${term} ${isOrdinary}`), ["null true", "Long true"]);
      assert.equal("isOrdinary" in read(SALE).sales[0]!, false);
    });

    it("knows the headings of Form 1099-DA by their boxes", () => {
      const form = readBroker1099([["1a Code for digital asset", "1c Number of units", "1d Date acquired", "1e Date sold or disposed of", "1f Proceeds", "1g Cost or other basis"], ["BTC", 0.5, "2025-01-02", "2025-02-03", 100, 90]]);
      assert.ok(form.ok);
      assert.deepEqual(form.value.sales.map(({ symbol, quantity, proceedsCents, basisCents }) => [symbol, quantity, proceedsCents, basisCents]), [["BTC", 0.5, 100_00, 90_00]]);
    });
  });

  it("names the row that names no security", () => {
    const read = readBroker1099([HEADINGS, saleWith({ 0: "", 1: "" })]);
    assert.ok(read.ok);
    assert.equal(read.value.faults[0]!.sentence, "Row 2 of the broker's form: it names no security. Correct it, or clear the row.");
  });

  it("takes no healthy row down with a wrong one", () => {
    const read = readBroker1099([HEADINGS, saleWith({ 5: "x" }), SALE]);
    assert.ok(read.ok);
    assert.deepEqual([read.value.sales.map(({ row }) => row), read.value.faults.map(({ row }) => row)], [[3], [2]]);
  });

  it("says what headings it lacks, or which two say the same", () => {
    assert.equal(refusal([["some", "text"]]), "The broker's range has no headings. Give it a row with Symbol, Sold, Proceeds and Basis above the sales.");
    assert.equal(refusal([["Symbol", "Proceeds"]]), "The broker's range has no column Sold. Add its heading above the days of sale.");
    assert.equal(refusal([["Symbol", "Sold"]]), "The broker's range has no column Proceeds. Add its heading above the proceeds.");
    assert.equal(refusal([["Sold", "Proceeds"]]), "The broker's range has no column Symbol and no Description, so nobody can tell what was sold. Add one of them.");
    assert.equal(refusal([["Symbol", "Sold", "Sold", "Proceeds"]]), "Columns 2 and 3 of the broker's range could both be Sold. Rename one of them.");
  });

  it("answers anything at all with sales and sentences, never with an exception", () => {
    const cell = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null), fc.constantFrom("#N/A", "2024-02-01", "$1", "Total", ...HEADINGS));
    fc.assert(fc.property(fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 8 }), (rows) => {
      const read = readBroker1099([HEADINGS, ...rows]);
      assert.ok(read.ok);
      for (const { row, sentence } of read.value.faults) assert.ok(sentence.startsWith(`Row ${row} of the broker's form: `));
      for (const sale of read.value.sales) {
        assert.ok(Number.isInteger(sale.proceedsCents) && sale.sold >= dayFromCalendar(1900, 1, 1));
      }
    }));
  });
});
