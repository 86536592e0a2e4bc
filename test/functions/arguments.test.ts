import assert from "node:assert/strict";
import { isErrorValue, loadFunctions } from "./load-functions";
import { errorOf, records, serial, spilled, value } from "./calling";
import { HEADINGS, WASHED } from "./example-trades";

/** The ways in which builds of Excel send an argument that was left out, or a blank cell. */
const OMITTED = [undefined, null, "", 0, [[null]], [[""]], [[0]]];

describe("Arguments left out, however Excel sends them", () => {
  const same = (name: string, with_: (omitted: unknown) => unknown[]) => {
    const expected = spilled(name, ...with_(undefined));
    for (const omitted of OMITTED) assert.deepEqual(spilled(name, ...with_(omitted)), expected, `${name} with ${JSON.stringify(omitted)}`);
  };

  it("OPENLOTS: as-of day, prices and settings", () => {
    same("OPENLOTS", (omitted) => [WASHED, omitted]);
    same("OPENLOTS", (omitted) => [WASHED, null, omitted]);
    same("OPENLOTS", (omitted) => [WASHED, null, null, omitted]);
  });
  it("REALIZED and WASHTRAIL: year and settings", () => {
    for (const name of ["REALIZED", "WASHTRAIL"]) {
      same(name, (omitted) => [WASHED, omitted]);
      same(name, (omitted) => [WASHED, null, omitted]);
    }
  });
  it("TRADEGAIN and WASHSALE: part and settings", () => {
    for (const name of ["TRADEGAIN", "WASHSALE"]) {
      same(name, (omitted) => [WASHED, omitted]);
      same(name, (omitted) => [WASHED, null, omitted]);
    }
  });
  it("LOTGAIN: method, part, settings and account", () => {
    for (const omitted of OMITTED) {
      assert.equal(value("LOTGAIN", WASHED, "XYZ", 80, 61, "2024-12-31", omitted, omitted, omitted, omitted), 844, JSON.stringify(omitted));
    }
  });
  it("an invocation object after the last argument changes nothing", () => {
    const invocation = { address: "Sheet1!A1" };
    assert.deepEqual(spilled("CHECKTRADES", WASHED, null, invocation), spilled("CHECKTRADES", WASHED));
  });
});

describe("Arguments that are cells", () => {
  it("a single cell may come as a range of one", () => {
    assert.equal(value("LOTGAIN", WASHED, [["XYZ"]], [[80]], [[61]], [[serial("2024-12-31")]], [["HIFO"]], [["Basis"]]), 4066);
    assert.deepEqual(spilled("EXPLAIN", WASHED, [[1]]), [["Explanation"], ["Row 1 holds the headings."]]);
  });
  it("a data type counts as its plain value", () =>
    assert.equal(value("LOTGAIN", WASHED, "XYZ", { type: "Double", basicValue: 80 }, { type: "FormattedNumber", basicValue: 61 }, "2024-12-31"), 844));
  it("a range where one cell is meant is an error, not a guess", () =>
    assert.equal(errorOf("LOTGAIN", WASHED, "XYZ", [[80], [90]], 61, "2024-12-31").code, "#VALUE!"));
  it("an error cell as an argument is named", () => {
    const error = errorOf("REALIZED", WASHED, { type: "Error", basicValue: "#REF!" });
    assert.equal(error.code, "#VALUE!");
    assert.match(error.message, /#REF!/);
  });
});

describe("Nothing but an error value leaves a function", () => {
  const odd: unknown[] = [
    null, undefined, "", 0, 1, -1, 1e308, NaN, Infinity, true, "text", "=1+1", "2024-02-30", "😀", {}, [], [[]], [[], []], [[null]],
    [["a"], ["b", "c"]], [[{}]], [[Symbol.iterator]], { basicValue: 5 }, { type: "Error", basicValue: "#N/A" }, [[[1]]], () => 1,
  ];

  for (const [name, body] of Object.entries(loadFunctionsLater())) {
    it(`${name} answers odd arguments with a value or an error with a sentence`, () => {
      for (const one of odd) {
        for (const place of [0, 1, 2, 3, 4, 5, 6, 7, 8]) {
          const args: unknown[] = [WASHED, "XYZ", 10, 60, "2024-12-31", null, null, null, null];
          args[place] = one;
          for (const call of [args, [one, ...args.slice(1, place + 1)], [WASHED, one, one, one, one, one, one, one]]) answersCleanly(body, call);
        }
      }
    });
  }

  function answersCleanly(body: () => (...args: unknown[]) => unknown, args: unknown[]): void {
    try {
      const answer = body()(...args);
      for (const cell of Array.isArray(answer) ? answer.flat() : [answer]) {
        if (isErrorValue(cell)) assert.match(cell.message, /\w/);
        else assert.ok(["string", "number", "boolean"].includes(typeof cell), `answered ${String(cell)}`);
        if (typeof cell === "number") assert.ok(Number.isFinite(cell), `answered ${cell}`);
      }
    } catch (thrown) {
      assert.ok(isErrorValue(thrown), `threw ${String(thrown)}`);
      assert.match(thrown.message, /\w/);
      assert.doesNotMatch(thrown.message, /fault of Taxlot/);
    }
  }

  /** Each function behind a call, so that the bundle is loaded inside the tests. */
  function loadFunctionsLater(): Record<string, () => (...args: unknown[]) => unknown> {
    const names = ["HOLDINGTERM", "LONGTERMDATE", "LOTGAIN", "LOTPICK", "OPENLOTS", "REALIZED", "TRADEGAIN", "CHECKTRADES", "EXPLAIN", "WASHSALE", "WASHTRAIL", "METHODS"];
    return Object.fromEntries(names.map((name) => [name, () => loadFunctions()[name]!]));
  }
});

describe("Error cells among the trades", () => {
  it("are named by row and column, and withhold their symbol only", () => {
    const trades = [
      HEADINGS,
      ["2024-01-02", "Buy", "XYZ", 10, { type: "Error", basicValue: "#DIV/0!" }, 0, "A"],
      ["2024-01-02", "Buy", "ABC", 10, 10, 0, "A"],
    ];
    const [row] = records("CHECKTRADES", trades);
    assert.deepEqual([row!["Row"], row!["Column"]], [2, "Price"]);
    assert.match(String(row!["Problem"]), /#DIV\/0!/);
    assert.deepEqual(records("OPENLOTS", trades).map((lot) => [lot["Symbol"], lot["Basis"]]), [["XYZ", "#VALUE!"], ["ABC", 100]]);
  });
});
