import assert from "node:assert/strict";
import { errorOf, isoOfSerial, records, spilled, type Shown } from "./calling";
import { WASHED } from "./example-trades";
import { on, rowsOf } from "./rows-of";

type Range = readonly (readonly unknown[])[];
const [buy, sell] = [on("Buy"), on("Sell")];

/** `D|100 sh. XYZ|2023-01-10|2024-02-01|4500|5000|W|300|-200|3`: the ten columns of the design. */
function rows(trades: unknown, year: unknown, box?: unknown, settings?: unknown, form?: unknown): string[] {
  return spilled("FORM8949", trades, year, box, settings, form).slice(1).map((cells) => cells.slice(0, 10).map(shown).join("|"));
}

function shown(cell: Shown, column: number): string {
  return (column === 2 || column === 3) && typeof cell === "number" ? isoOfSerial(cell) : String(cell);
}

const FORM = ["Symbol", "Acquired", "Sold", "Quantity", "Proceeds", "Basis", "Wash disallowed", "Term", "Basis reported", "Form", "Account"];
const form = (...lines: readonly unknown[][]): Range => [FORM, ...lines];
const notes = (...args: unknown[]): Shown[] => records("FORM8949", ...args).map((row) => row["Note"]!);

describe("Design section 6, FORM8949", () => {
  it("has the ten columns of the design first", () =>
    assert.deepEqual(spilled("FORM8949", WASHED, 2024)[0]!.slice(0, 10), ["Box", "Description", "Acquired", "Sold", "Proceeds", "Cost", "Code", "Adjustment", "Gain", "Sale row"]));

  it("has no rows for a year without sales, and those of one box where one is asked", () => {
    assert.deepEqual(rows(WASHED, 2020), []);
    assert.deepEqual([...new Set(rows(WASHED, 2024, "d").map((row) => row[0]))], ["D"]);
    assert.deepEqual(rows(WASHED, 2024, "L"), []);
  });

  const TWO_TERMS = rowsOf(buy("2023-01-03", "XYZ", { Quantity: 10, Price: 10 }), buy("2023-02-03", "XYZ", { Quantity: 20, Price: 10 }),
    buy("2024-01-03", "XYZ", { Quantity: 30, Price: 10 }), sell("2024-06-03", "XYZ", { Quantity: 60, Price: 11 }));

  it("merges lots of one sale and term, shares added up, and splits a sale of both terms (R-8949-5)", () =>
    assert.deepEqual(rows(TWO_TERMS, 2024), ["A|30 sh. XYZ|2024-01-03|2024-06-03|330|300||0|30|5", "D|30 sh. XYZ|VARIOUS|2024-06-03|330|300||0|30|5"]));

  it("moves what the broker has in the wrong term to the right part, with T (R-8949-3)", () =>
    assert.deepEqual(
      rows(TWO_TERMS, 2024, null, null, form(["XYZ", "Various", "2024-06-03", 60, 660, 600, 0, "Short", "Yes", "1099-B", ""])),
      ["A|30 sh. XYZ|2024-01-03|2024-06-03|330|300||0|30|5", "D|30 sh. XYZ|VARIOUS|2024-06-03|330|300|T|0|30|5"],
    ));

  it("says INHERITED (R-INH)", () =>
    assert.deepEqual(rows(rowsOf({ Date: "2024-01-03", Action: "Inherit", Symbol: "XYZ", Quantity: 10, Amount: 100 }, sell("2024-02-01", "XYZ", { Quantity: 10, Price: 11 })), 2024),
      ["D|10 sh. XYZ|INHERITED|2024-02-01|110|100||0|10|3"]));

  it("puts digital assets in C and F before 2025, from then on in H and K, and in I and L where no form has them (R-DA-3)", () => {
    const coin = (year: number): Range => rowsOf(buy("2023-01-03", "BTC", { Quantity: 0.5, Price: 100, Type: "Digital" }), sell(`${year}-06-03`, "BTC", { Quantity: 0.5, Price: 120, Type: "Digital" }));
    assert.deepEqual(rows(coin(2024), 2024), ["F|0.5 BTC|2023-01-03|2024-06-03|60|50||0|10|3"]);
    assert.deepEqual(rows(coin(2025), 2025), ["K|0.5 BTC|2023-01-03|2025-06-03|60|50||0|10|3"]);
    assert.deepEqual(rows(coin(2025), 2025, null, null, form(["BTC", "", "2025-06-03", 0.5, 60, "", 0, "", "", "None", ""])), ["L|0.5 BTC|2023-01-03|2025-06-03|60|50||0|10|3"]);
    assert.deepEqual(rows(coin(2025), 2025, null, null, form(["BTC", "", "2025-06-03", 0.5, 60, 50, 0, "", "Yes", "1099-B", ""])), ["D|0.5 BTC|2023-01-03|2025-06-03|60|50||0|10|3"]);
  });

  it("lists cash in a merger, capital returned beyond basis and worthless stock on no form (R-8949-6)", () => {
    const trades = rowsOf(
      buy("2020-03-02", "OLD", { Quantity: 100, Price: 40 }), buy("2020-03-02", "ROC", { Quantity: 10, Price: 1 }), buy("2020-03-02", "NIL", { Quantity: 10, Price: 1 }),
      { Date: "2023-05-15", Action: "Merger", Symbol: "OLD", "New symbol": "NEW", Ratio: "1 for 1", "Cash per share": 10, "New value": 50 },
      { Date: "2023-06-01", Action: "Return of capital", Symbol: "ROC", Amount: 15 },
      { Date: "2023-07-01", Action: "Worthless", Symbol: "NIL" },
    );
    assert.deepEqual(rows(trades, 2023), [
      "F|Cash in merger, 100 sh. OLD|2020-03-02|2023-05-15|1000|0||0|1000|5",
      "F|Return of capital, 10 sh. ROC|2020-03-02|2023-06-01|5|0||0|5|6",
      "F|10 sh. NIL|2020-03-02|2023-12-31|0|10||0|-10|7",
    ]);
  });

  it("lists a short with the covering day twice, and options that expired (R-SS-1, R-OPT-1, R-OPT-3)", () => {
    const option = { Type: "Call", Underlying: "XYZ", Multiplier: 100, Price: 3, Quantity: 1 };
    const trades = rowsOf(
      on("Sell short")("2024-06-03", "XYZ", { Quantity: 10, Price: 50 }), on("Buy to cover")("2024-06-17", "XYZ", { Quantity: 10, Price: 45 }),
      buy("2024-07-01", "XYZ C60", option), on("Expire")("2024-09-20", "XYZ C60", { Quantity: 1, Type: "Call", Underlying: "XYZ" }),
    );
    assert.deepEqual(rows(trades, 2024), ["A|10 sh. XYZ (short)|2024-06-17|2024-06-17|500|450||0|50|3", "A|1 XYZ C60|2024-07-01|2024-09-20|0|300||0|-300|5"]);
    assert.match(String(notes(trades, 2024)[1]), /column \(d\) says EXPIRED/);
  });

  it("puts what was bought before it was covered, and what has no known cost, in E and B", () => {
    const trades = rowsOf(buy("2010-12-31", "XYZ", { Quantity: 1, Price: 10 }), sell("2024-02-01", "XYZ", { Quantity: 1, Price: 11 }));
    assert.deepEqual(rows(trades, 2024), ["E|1 sh. XYZ|2010-12-31|2024-02-01|11|10||0|1|3"]);
  });

  it("puts a sale that the form of its account lacks on no form, and assumes the box where the account is on none", () => {
    const trades = rowsOf(
      buy("2023-01-03", "XYZ", { Quantity: 30, Price: 10, Account: "A" }), buy("2023-01-03", "XYZ", { Quantity: 10, Price: 10, Account: "B" }),
      sell("2024-02-01", "XYZ", { Quantity: 10, Price: 11, Account: "A" }), sell("2024-03-01", "XYZ", { Quantity: 20, Price: 11, Account: "A" }),
      sell("2024-03-01", "XYZ", { Quantity: 10, Price: 11, Account: "B" }),
    );
    const said = records("FORM8949", trades, 2024, null, null, form(["XYZ", "2023-01-03", "2024-02-01", 10, 110, 100, 0, "Long", "Yes", "1099-B", "A"]));
    assert.deepEqual(said.map((row) => `${row["Box"]} ${row["Account"]} ${row["Schedule D"]} ${row["Note"]}`.trim()), [
      "D A 8a", "D B 8b Box assumed: no broker's form.", "F A 10 Not on the broker's form.",
    ]);
  });

  it("asks for a statement where our wash is smaller than the form's (R-8949-3)", () =>
    assert.match(String(notes(WASHED, 2024, null, null, form(["XYZ", "2023-01-10", "2024-02-01", 100, 4500, 5007.5, 400, "Long", "Yes", "1099-B", ""]))[0]), /attach a statement/));
});

describe("FORM8949 and SCHEDULED: wrong input (design section 7)", () => {
  const OVERSOLD = rowsOf(...[buy("2023-01-03", "BAD", { Quantity: 1, Price: 10 }), sell("2024-02-01", "BAD", { Quantity: 5, Price: 10 })],
    buy("2023-01-03", "XYZ", { Quantity: 10, Price: 10 }), sell("2024-02-01", "XYZ", { Quantity: 10, Price: 11 }));

  it("shows a refused pool as a row of #VALUE! with its sentence, in every box, and the healthy symbol beside it", () => {
    const [refused, healthy] = records("FORM8949", OVERSOLD, 2024, "D");
    assert.deepEqual(["Proceeds", "Cost", "Adjustment", "Gain", "Sale row"].map((heading) => refused![heading]), Array(5).fill("#VALUE!"));
    assert.match(String(refused!["Note"]), /Row 3: sells 5 BAD/);
    assert.equal(healthy!["Gain"], 10);
    assert.equal(records("FORM8949", OVERSOLD, 2024, "L").length, 1);
  });

  it("gives no line of Schedule D where a pool of the year is refused", () => {
    for (const line of records("SCHEDULED", OVERSOLD, 2024)) assert.equal(line["Gain"], "#VALUE!", String(line["Line"]));
    assert.match(String(records("SCHEDULED", OVERSOLD, 2024)[0]!["Note"]), /BAD/);
  });

  it("shows a sale that only the form has as #N/A, and names its row", () => {
    const more = form(["ABC", "", "2024-05-05", 5, 1, 1, 0, "", "", "", ""]);
    const sentence = "Row 2 of the broker's form, 5 ABC sold 2024-05-05, is not in the trades. Add the sale, or clear the row.";
    const [first] = records("FORM8949", WASHED, 2024, null, null, more);
    assert.deepEqual([first!["Gain"], first!["Note"]], ["#N/A", sentence]);
    const [line] = records("SCHEDULED", WASHED, 2024, null, more);
    assert.deepEqual([line!["Gain"], line!["Note"]], ["#N/A", sentence]);
    assert.ok(records("FORM8949", WASHED, 2023, null, null, more).every((row) => row["Gain"] !== "#N/A"), "of another year");
  });

  it("shows a row of the form that cannot be read as #VALUE!", () => {
    const wrong = form(["XYZ", "", "2024-02-01", 100, "lots", 1, 0, "", "", "", ""]);
    const [first] = records("FORM8949", WASHED, 2024, null, null, wrong);
    assert.deepEqual([first!["Gain"], first!["Note"]], ["#VALUE!", 'Row 2 of the broker\'s form: Proceeds is "lots", which is not a number. Correct it, or clear the row.']);
    assert.equal(records("SCHEDULED", WASHED, 2024, null, wrong)[0]!["Gain"], "#VALUE!");
  });

  describe("with columns under headings of the form's own boxes", () => {
    const one = (price: number) => rowsOf(buy("2024-01-10", "AAA", { Quantity: 20, Price: 60 }), sell("2025-03-03", "AAA", { Quantity: 20, Price: price }));
    const under = (names: Readonly<Record<string, string>>, cells: readonly unknown[]): Range => [FORM.map((name) => names[name] ?? name), cells];

    it("hears that basis was not reported: ours 20 × 60 = 1,200 in (e), 0 in (g), box E (R-8949-1, R-8949-2)", () => {
      for (const heading of ["Basis reported to the IRS", "Check if basis reported to IRS", "12 Basis reported to IRS", "Box 12", "Covered security"]) {
        const given = under({ "Basis reported": heading }, ["AAA", "2024-01-10", "2025-03-03", 20, 1400, 1000, 0, "Long", "No", "1099-B", ""]);
        assert.deepEqual(rows(one(70), 2025, null, null, given), ["E|20 sh. AAA|2024-01-10|2025-03-03|1400|1200|B|0|200|3"], heading);
      }
    });

    it("hears the broker's term, code T (R-8949-3), and a wash that ours is less than", () => {
      const given = under({ Term: "Short or long", "Wash disallowed": "1g", Basis: "1e" }, ["AAA", "2024-01-10", "2025-03-03", 20, 1000, 1200, 77, "Short", "Yes", "1099-B", ""]);
      assert.deepEqual(rows(one(50), 2025, null, null, given), ["D|20 sh. AAA|2024-01-10|2025-03-03|1000|1200|TW|0|-200|3"]);
      assert.match(String(notes(one(50), 2025, null, null, given)[0]), /attach a statement/i);
    });

    it("withholds figures where an unknown column may hold what the form lacks, and only says of another that it is not counted", () => {
      const cells = ["AAA", "2024-01-10", "2025-03-03", 20, 1400, 1200, 0, "Long", "Yes", "1099-B", ""];
      const lacking = under({ "Basis reported": "Zwölf" }, cells);
      assert.equal(String(records("FORM8949", one(70), 2025, null, null, lacking)[0]!["Gain"]), "#VALUE!");
      assert.equal(String(records("SCHEDULED", one(70), 2025, null, lacking)[0]!["Gain"]), "#VALUE!");
      const whole: Range = [[...FORM, "Zebra"], [...cells, "stripes"]];
      const [note, row] = records("FORM8949", one(70), 2025, null, null, whole);
      assert.deepEqual([note!["Gain"], note!["Note"], row!["Box"], row!["Gain"]], ["", `Row 1 of the broker's form: column 12 ("Zebra") is not understood, so nothing in it is counted.`, "D", 200]);
      assert.deepEqual(spilled("SCHEDULED", one(70), 2025, null, whole), spilled("SCHEDULED", one(70), 2025, null, form(cells)));
      const [first] = records("RECONCILE", one(70), whole, 2025);
      assert.deepEqual([first!["Ours"], first!["Note"], first!["Form row"]], ["", note!["Note"], 1]);
    });
  });

  it("refuses a year, a box, a form and trades that are none", () => {
    const of = (...args: unknown[]): string => errorOf("FORM8949", ...args).message;
    assert.equal(of(WASHED, null), "year is missing; give a year such as 2024.");
    assert.equal(of(WASHED, "soon"), 'year is "soon"; write a year such as 2025.');
    assert.equal(of(WASHED, 2024, "M"), 'box is "M"; give a letter from A to L.');
    assert.equal(of(WASHED, 2024, 3), "box is 3; give a letter from A to L.");
    assert.equal(of(WASHED, 2024, null, null, [["some", "words"]]), "The broker's range has no headings. Give it a row with Symbol, Sold, Proceeds and Basis above the sales.");
    assert.equal(errorOf("SCHEDULED", [["x"]], 2024).code, "#VALUE!");
    assert.equal(errorOf("SCHEDULED", WASHED, "").message, "year is missing; give a year such as 2024.");
  });

  it("takes a blank form for none", () => assert.deepEqual(spilled("FORM8949", WASHED, 2024, null, null, [[""]]), spilled("FORM8949", WASHED, 2024)));

  it("leaves the lines of transactions standing where the settings state another year", () => {
    const lines = records("SCHEDULED", WASHED, 2024, [["Tax year", 2023], ["Carryover short", 100]]);
    assert.deepEqual(lines.map((line) => [line["Line"], line["Gain"] === "#N/A"]).filter(([, isError]) => isError).map(([line]) => line), [6, 7, 14, 15, 16]);
    assert.match(String(lines.find((line) => line["Line"] === 7)!["Note"]), /state the return of 2023, not of 2024/);
  });
});

describe("SCHEDULED: carryovers and whole dollars (R-NET-1, R-RND-4)", () => {
  it("adds the cents of a direct total before it rounds: 0.30 + 0.30 of proceeds are 1, where two rows would print 0", () => {
    const trades = rowsOf(buy("2023-01-03", "XYZ", { Quantity: 2, Price: 0.1 }), sell("2024-02-01", "XYZ", { Quantity: 1, Price: 0.3 }), sell("2024-02-02", "XYZ", { Quantity: 1, Price: 0.3 }));
    const line = (of: string, broker: unknown): Record<string, Shown> => records("SCHEDULED", trades, 2024, [["Round to dollars", "Yes"]], broker).find((one) => one["Line"] === of)!;
    const broker = form(["XYZ", "2023-01-03", "2024-02-01", 1, 0.3, 0.1, 0, "Long", "Yes", "1099-B", ""], ["XYZ", "2023-01-03", "2024-02-02", 1, 0.3, 0.1, 0, "Long", "Yes", "1099-B", ""]);
    assert.deepEqual([line("8a", broker)["Proceeds"], line("8a", broker)["Cost"], line("8a", broker)["Gain"]], [1, 0, 1]);
    assert.equal(line("8b", null)["Proceeds"], 0);
  });

  it("takes losses carried in off the net, rounded with the rest", () => {
    const lines = records("SCHEDULED", [["Date", "Action", "Symbol", "Quantity", "Price"]], 2024, [["Carryover short", 100.5], ["Carryover long", -7.49], ["Round to dollars", "Yes"]]);
    assert.deepEqual([6, 7, 14, 15, 16].map((line) => lines.find((one) => one["Line"] === line)!["Gain"]), [-101, -101, -7, -7, -108]);
  });
});
