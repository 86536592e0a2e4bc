import assert from "node:assert/strict";
import { errorOf, records, spilled } from "./calling";
import { WASHED } from "./example-trades";
import { on, rowsOf } from "./rows-of";

type Range = readonly (readonly unknown[])[];
const [buy, sell] = [on("Buy"), on("Sell")];
const FORM = ["Symbol", "Acquired", "Sold", "Quantity", "Proceeds", "Basis", "Wash disallowed", "Term", "Basis reported", "Form", "Account"];
const form = (...lines: readonly unknown[][]): Range => [FORM, ...lines];

/** Both sales of the example: 304.50 is washed, and 2,995.00 less 2,503.75 is the gain of the second. */
const RIGHT = form(
  ["XYZ", "2023-01-10", "2024-02-01", 100, 4500, 5007.5, 304.5, "Long", "Yes", "1099-B", "A"],
  ["XYZ", "2023-01-10", "2024-12-02", 50, 2995, 2503.75, 0, "Long", "Yes", "1099-B", "A"],
);

describe("Design section 6, RECONCILE", () => {
  it("has the nine columns of the design first", () =>
    assert.deepEqual(spilled("RECONCILE", WASHED, RIGHT, 2024)[0]!.slice(0, 9), ["Symbol", "Sold", "Ours", "Theirs", "Difference", "Cause", "Code", "Adjustment", "Note"]));

  it("adds up a form that ties, with the wash that both sides disallow: 4,500 + 2,995 and 5,007.50 + 2,503.75", () =>
    assert.deepEqual(records("RECONCILE", WASHED, RIGHT, 2024).map((row) => [row["Part"], row["Ours"], row["Theirs"], row["Cause"], row["Code"], row["Adjustment"]].join(" ")), [
      "Proceeds 7495 7495 Ties  0", "Basis 7511.25 7511.25 Ties  0", "Wash 304.5 304.5 Ties W 304.5",
    ]));

  it("says which rows are of another year, and leaves them out", () => {
    const [first] = records("RECONCILE", WASHED, form(...RIGHT.slice(1).map((cells) => [...cells]), ["XYZ", "", "2021-02-01", 1, 7, 7, 0, "", "", "", "A"]), 2024);
    assert.deepEqual([first!["Cause"], first!["Theirs"], first!["Difference"]], ["Another year", 7, -7]);
    assert.equal(first!["Note"], "Row 4 of the broker's form was sold in 2021, not in 2024, and is left out. Give the year of the form.");
  });

  it("keeps a short's loss for the year in which its shares are delivered (R-SS-4)", () => {
    // Covered on Tuesday 2024-12-31, delivered on 2025-01-02.
    const trades = rowsOf(on("Sell short")("2024-06-03", "XYZ", { Quantity: 10, Price: 50 }), on("Buy to cover")("2024-12-31", "XYZ", { Quantity: 10, Price: 55 }));
    const form = [FORM, ["XYZ", "2024-12-31", "2024-12-31", 10, 500, 550, 0, "Short", "Yes", "1099-B", ""]];
    const [row] = records("RECONCILE", trades, form, 2024);
    assert.deepEqual([row!["Cause"], row!["Theirs"]], ["Another year", 500]);
    assert.equal(row!["Note"], "Row 2 of the broker's form closes a short at a loss in the last days of 2024: it counts when the shares are delivered, in 2025, and is left out. Keep the row for that year's form.");
    assert.deepEqual(records("RECONCILE", trades, form, 2025).map((one) => one["Cause"]), ["Ties", "Ties", "Ties"]);
  });

  it("says which account is on no row", () => {
    const trades = rowsOf(buy("2023-01-10", "XYZ", { Quantity: 10, Price: 5, Account: "B" }), sell("2024-02-01", "XYZ", { Quantity: 10, Price: 6, Account: "B" }),
      buy("2023-01-10", "ABC", { Quantity: 10, Price: 5, Account: "A" }), sell("2024-02-01", "ABC", { Quantity: 10, Price: 6, Account: "A" }));
    const [first] = records("RECONCILE", trades, form(["ABC", "", "2024-02-01", 10, 60, 50, 0, "Long", "Yes", "", "A"]), 2024);
    assert.deepEqual([first!["Ours"], first!["Cause"], first!["Account"]], [60, "Account not on the form", "B"]);
    assert.equal(first!["Note"], "No row of the broker's form is of B, so its sale is not compared. Add its form below this one.");
  });

  it("shows a row that cannot be read as #VALUE!: text for a number, an error cell", () => {
    const wrong = form(["XYZ", "", "2024-02-01", "many", 4500, 1, 0, "", "", "", ""], ["XYZ", "", "2024-02-01", 1, "#REF!", 1, 0, "", "", "", ""], ...RIGHT.slice(1).map((cells) => [...cells]));
    const [text, error] = records("RECONCILE", WASHED, wrong, 2024);
    assert.deepEqual(["Ours", "Theirs", "Difference", "Adjustment", "Form row"].map((heading) => text![heading]), ["#VALUE!", "#VALUE!", "#VALUE!", "#VALUE!", 2]);
    assert.match(String(text!["Note"]), /^Row 2 of the broker's form: Quantity is "many", which is not a number/);
    assert.match(String(error!["Note"]), /^Row 3 of the broker's form: Proceeds /);
  });

  it("refuses a form that is missing or has no sales, and a year that is none", () => {
    const of = (...args: unknown[]): string => errorOf("RECONCILE", ...args).message;
    assert.equal(of(WASHED, null, 2024), "broker1099 is missing; give your broker's form with its headings, such as Broker1099[#All].");
    assert.equal(of(WASHED, form(), 2024), "The broker's form has no sales below its headings. Give the range with its rows.");
    assert.match(of(WASHED, [["a", "b"], [1, 2]], 2024), /no headings/);
    assert.equal(of(WASHED, RIGHT, null), "year is missing; give a year such as 2024.");
  });
});
