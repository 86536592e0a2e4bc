import assert from "node:assert/strict";
import { errorOf, serial, spilled, value } from "./calling";

describe("R-HP-1, Rev. Rul. 66-7: HOLDINGTERM of a lot bought on 1 March 2023", () => {
  const term = (sold: string) => spilled("HOLDINGTERM", [[serial("2023-03-01")]], [[serial(sold)]])[0]?.[0];

  it("is short on 28 February 2024", () => assert.equal(term("2024-02-28"), "Short"));
  it("is short on 1 March 2024", () => assert.equal(term("2024-03-01"), "Short"));
  it("is long on 2 March 2024", () => assert.equal(term("2024-03-02"), "Long"));
});

describe("R-HP-1: LONGTERMDATE", () => {
  const date = (acquired: string, kind: unknown = null) => spilled("LONGTERMDATE", [[serial(acquired)]], [[kind]])[0]?.[0];

  it("of 1 March 2023 is 2 March 2024", () => assert.equal(date("2023-03-01"), serial("2024-03-02")));
  it("of the last day of February 2023 is 1 March 2024", () => assert.equal(date("2023-02-28"), serial("2024-03-01")));
  it("of 28 February 2024 is 1 March 2025", () => assert.equal(date("2024-02-28"), serial("2025-03-01")));
  it("of 29 February 2024 is 1 March 2025", () => assert.equal(date("2024-02-29"), serial("2025-03-01")));
  it("of rights exercised on 1 March 2023 is 1 March 2024 (R-HP-6)", () => assert.equal(date("2023-03-01", "rights EXERCISE"), serial("2024-03-01")));
  it("of inherited shares is the day of death (R-HP-4)", () => assert.equal(date("2024-05-01", "Inherited"), serial("2024-05-01")));
});

describe("HOLDINGTERM over ranges", () => {
  const acquired = [["2023-03-01"], ["2024-02-29"]];

  it("answers cell by cell", () =>
    assert.deepEqual(spilled("HOLDINGTERM", acquired, [["2024-03-02"], ["2025-02-28"]]), [["Long"], ["Short"]]));

  it("repeats a single date along a column, and a column along a row", () => {
    assert.deepEqual(spilled("HOLDINGTERM", acquired, [["2024-03-02"]]), [["Long"], ["Short"]]);
    assert.deepEqual(spilled("HOLDINGTERM", acquired, [["2024-03-01", "2024-03-02"]]), [
      ["Short", "Long"],
      ["Short", "Short"],
    ]);
  });

  it("is #N/A where one range has no cell", () =>
    assert.deepEqual(spilled("HOLDINGTERM", acquired, [["2024-03-02"], ["2025-03-01"], ["2025-03-01"]]), [["Long"], ["Long"], ["#N/A"]]));

  it("takes one kind for each lot", () =>
    assert.deepEqual(spilled("HOLDINGTERM", [["2024-01-02"]], [["2024-02-01"]], [["Inherited"], ["Purchase"], [null]]), [["Long"], ["Short"], ["Short"]]));

  it("is blank where both dates are blank, however Excel sends a blank", () =>
    assert.deepEqual(spilled("HOLDINGTERM", [[null], [""], [0]], [[null], [""], [0]]), [[""], [""], [""]]));

  it("an error takes its own cell only", () =>
    assert.deepEqual(spilled("HOLDINGTERM", [["2023-03-01"], ["soon"], [null], ["2024-03-01"]], [["2024-03-02"]]), [
      ["Long"],
      ["#VALUE!"],
      ["#N/A"],
      ["Short"],
    ]));

  it("a sale before the purchase is #NUM!", () =>
    assert.deepEqual(spilled("HOLDINGTERM", [["2024-03-01"]], [["2024-02-29"]]), [["#NUM!"]]));

  it("called with plain values it answers a plain value", () => assert.equal(value("HOLDINGTERM", "2023-03-01", "3/2/2024"), "Long"));

  it("names a kind it does not know", () => {
    const error = errorOf("HOLDINGTERM", "2023-03-01", "2024-03-02", "Borrowed");
    assert.equal(error.code, "#VALUE!");
    assert.match(error.message, /Borrowed/);
  });
});
