/** What a symbol stands for, by its name and by what the rows say under Type, Underlying and Multiplier. */
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { reading } from "./reading";
import { pools, tableOf, wrong } from "./trade-rows/one-row";
import type { Row } from "./trade-rows/one-row";

const buy = (more: Row): Row => ({ Date: "2024-03-01", Action: "Buy", Symbol: "X", Quantity: 1, Price: 2, ...more });

/** The sentences of a range, each with its row. */
const said = (...rows: readonly Row[]) => reading(tableOf(...rows)).faults.map(({ problem }) => problem);

describe("Fund, Collectible, Digital and REIT under Type", () => {
  const marks = (...rows: readonly Row[]) => {
    const { trades, faults } = reading(tableOf(...rows));
    assert.deepEqual(faults, []);
    const names = (set: ReadonlySet<number>) => [...set].map((index) => trades.symbols[index]).join(" ");
    return { funds: names(trades.funds), collectibles: names(trades.collectibles), digital: names(trades.digital) };
  };
  it("mark the symbol for all its rows, also those above", () =>
    assert.deepEqual(marks(buy({ Symbol: "vtsax" }), buy({ Symbol: "VTSAX", Type: "Mutual fund" }), buy({ Symbol: "BTC", Type: "Crypto" }), buy({ Symbol: "EAGLE", Type: "Bullion" }), buy({ Symbol: "O", Type: "REIT" })), {
      funds: "vtsax",
      collectibles: "EAGLE",
      digital: "BTC",
    }));
  it("a trust that holds metal is a collectible whatever Type says (R-TAX-4), and no fund", () =>
    assert.deepEqual(marks(buy({ Symbol: "gld" }), buy({ Symbol: "IAU", Type: "ETF" }), buy({ Symbol: "SLV", Type: "Fund" }), buy({ Symbol: "GDX" })), {
      funds: "",
      collectibles: "gld IAU SLV",
      digital: "",
    }));
  it("an ETF is stock unless Type says Fund", () => assert.equal(marks(buy({ Symbol: "VOO", Type: "ETF" }), buy({ Symbol: "IVV", Type: "Fund" })).funds, "IVV"));
  it("how a row was settled says nothing of the security", () =>
    assert.deepEqual(said(buy({ Type: "Cash" }), buy({ Type: "Margin" }), buy({ Type: "Digital" }), buy({ Type: "Shares" })), []));
});

describe("R-CA-10: a new name for a security", () => {
  const rename = (from: string, to: string): Row => ({ Date: "2024-03-05", Action: "Symbol change", Symbol: from, "New symbol": to });
  const funds = (...rows: readonly Row[]) => {
    const { trades, faults } = reading(tableOf(...rows));
    assert.deepEqual(faults, []);
    return [...trades.funds].map((index) => trades.symbols[index]);
  };
  it("keeps what Type said of the old one, through several names and in any order of rows", () => {
    const rows = [buy({ Symbol: "A1", Type: "Fund" }), rename("A1", "B1"), rename("B1", "C1"), buy({ Symbol: "C1" })];
    assert.deepEqual(funds(...rows).sort(), ["A1", "B1", "C1"]);
    assert.deepEqual(funds(...[...rows].reverse()).sort(), ["A1", "B1", "C1"]);
  });
  it("unless its own rows say otherwise", () => assert.deepEqual(funds(buy({ Symbol: "A1", Type: "Fund" }), rename("A1", "B1"), buy({ Symbol: "B1", Type: "Stock" })), ["A1"]));
  it("of an option is an option", () => {
    assert.deepEqual(said(buy({ Symbol: "XYZ 250117C45" }), rename("XYZ 250117C45", "XYZ1 250117C45")), []);
    assert.deepEqual(said(buy({ Symbol: "XYZ 250117C45" }), rename("XYZ 250117C45", "MYCALL")), [
      "Row 3: changes the name of an option and of what is none: XYZ 250117C45 alone is known as an option.",
      "Row 3: cannot be read, so its New symbol MYCALL is withheld too.",
    ]);
  });
});

describe("An option by Type or symbol", () => {
  it("has type, underlying, multiplier and strike", () => {
    const { trades } = reading(tableOf(buy({ Symbol: "XYZ 250117C45" }), buy({ Symbol: "p1", Type: "Put", Underlying: "xyz", Multiplier: 10 }), buy({ Symbol: "XYZ" })));
    assert.deepEqual(trades.symbols, ["XYZ 250117C45", "XYZ", "p1"]);
    assert.deepEqual([...trades.options], [
      [0, { type: "call", multiplier: 100, strike: 45, underlying: 1 }],
      [2, { type: "put", multiplier: 10, strike: null, underlying: 1 }],
    ]);
    // 1 × 100 × $2, 1 × 10 × $2, 1 × $2
    assert.deepEqual([...trades.amountCents], [20000, 2000, 200]);
  });
  it("stated Underlying counts before the letters of the symbol, which an adjusted contract changes", () => {
    const { trades, faults } = reading(tableOf(buy({ Symbol: "BRKB1 250117C45", Underlying: "BRK.B" })));
    assert.deepEqual([faults, trades.symbols], [[], ["BRKB1 250117C45", "BRK.B"]]);
  });
  it("that says only Option is read by its symbol or by a row that says more", () =>
    assert.deepEqual(said(buy({ Symbol: "XYZ 250117C45", Type: "OPTN" }), buy({ Symbol: "q", Type: "Option", Underlying: "XYZ" }), buy({ Symbol: "Q", Type: "Put" })), []));

  const WRONG: readonly (readonly [string, Row, string])[] = [
    ["without Underlying", { Type: "Call" }, "Underlying | X is an option without Underlying | Fill in the symbol of the stock under Underlying, or write the contract as XYZ 250117C45."],
    ["that is neither call nor put", { Type: "Option", Underlying: "XYZ" }, "Type | X is an option that is neither Call nor Put | Write Call or Put under Type."],
    ["under the symbol of its stock", { Type: "Call", Underlying: "x" }, "Symbol | X is both the option and its Underlying | Give the option a symbol of its own, such as XYZ 250117C45."],
    ["on an option", { Type: "Call", Underlying: "XYZ 250117C45" }, "Underlying | Underlying of X is itself an option | Write the symbol of the stock."],
    ["with a fraction for a multiplier", { Type: "Call", Underlying: "XYZ", Multiplier: 0.5 }, "Multiplier | Multiplier of X is 0.5 | Write the shares one contract covers, usually 100, or leave it blank."],
    ["with a multiplier below zero", { Type: "Call", Underlying: "XYZ", Multiplier: -100 }, "Multiplier | Multiplier of X is -100 | Write the shares one contract covers, usually 100, or leave it blank."],
    ["with text for a multiplier", { Type: "Call", Underlying: "XYZ", Multiplier: "many" }, 'Multiplier | Multiplier is "many", which is not a number | Correct Multiplier.'],
    ["with an error for an underlying", { Symbol: "XYZ 250117C45", Underlying: "#N/A" }, "Underlying | Underlying holds the error #N/A | Repair the formula in that cell, or type the value."],
    ["whose Type the symbol contradicts", { Symbol: "XYZ 250117C45", Type: "Put" }, "Type | Type of XYZ 250117C45 is Put, but the symbol names a call | Give every row of a symbol one Type, or leave Type blank."],
    ["whose Type is stock", { Symbol: "XYZ 250117C45", Type: "Stock" }, "Type | Type of XYZ 250117C45 is Stock, but the symbol names a call | Give every row of a symbol one Type, or leave Type blank."],
    ["whose Underlying the symbol contradicts", { Symbol: "XYZ 250117C45", Underlying: "ABC" }, "Underlying | Underlying of XYZ 250117C45 is ABC, but the symbol names XYZ | Give every row of a contract one Underlying, or leave it blank."],
    ["known by its multiplier alone", { Multiplier: 100 }, "Multiplier | Multiplier is 100, but neither Type nor the symbol says that X is an option | Write Call or Put under Type, or clear Multiplier."],
    ["known by its underlying alone", { Underlying: "XYZ" }, "Underlying | Underlying is XYZ, but neither Type nor the symbol says that X is an option | Write Call or Put under Type, or clear Underlying."],
    ["of a Type nobody knows", { Type: "Bond" }, 'Type | Type is "Bond", which is none of Stock, Fund, Digital, Collectible, Call and Put | Correct Type.'],
  ];
  for (const [what, row, sentence] of WRONG) it(`is refused ${what}`, () => assert.equal(wrong(buy(row)), sentence));
  it("is refused on what another row calls an option, also where each is the other's", () => {
    assert.deepEqual(said(buy({ Symbol: "XYZ 250117C45" }), buy({ Symbol: "XYZ", Type: "Call", Underlying: "ABC" })), ["Row 2: Underlying of XYZ 250117C45 is itself an option."]);
    assert.deepEqual(said(buy({ Symbol: "A1", Type: "Call", Underlying: "B1" }), buy({ Symbol: "B1", Type: "Put", Underlying: "A1" })), [
      "Row 2: Underlying of A1 is itself an option.",
      "Row 3: Underlying of B1 is itself an option.",
    ]);
  });
  it("a stock that repeats its own symbol, or counts 1 for a multiplier, is no option", () =>
    assert.deepEqual(said(buy({ Underlying: "x", Multiplier: 1 }), buy({ Multiplier: 0 })), []));
});

describe("Two rows that say different things of one security", () => {
  const call = (more: Row) => buy({ Symbol: "C1", Type: "Call", Underlying: "XYZ", Multiplier: 100, ...more });
  it("name both rows: Type", () => {
    assert.deepEqual(said(call({}), call({ Type: "Put" })), ["Row 3: Type of C1 is Put, but row 2 says Call."]);
    assert.deepEqual(said(buy({}), buy({ Type: "Stock" }), buy({ Type: "Call" })), ["Row 4: Type of X is Call, but row 3 says Stock."]);
  });
  it("name both rows: Underlying", () => assert.deepEqual(said(call({}), call({ Underlying: "ABC" })), ["Row 3: Underlying of C1 is ABC, but row 2 says XYZ."]));
  it("name both rows: Multiplier", () => assert.deepEqual(said(call({}), call({ Multiplier: 10 })), ["Row 3: Multiplier of C1 is 10, but row 2 says 100."]));
  it("take the symbol down in every account", () => assert.deepEqual(pools(call({ Account: "B" }), call({ Account: "B", Multiplier: 10 })), ["3 C1 *"]));
  it("but blanks say nothing", () => assert.deepEqual(said(call({}), call({ Type: "", Underlying: "", Multiplier: "" }), call({ Multiplier: 0 })), []));
});

describe("R-OPT-4: section 1256 contracts are refused by name", () => {
  const ADVICE = "Report them on Form 6781, and take their rows out of the range.";
  for (const root of ["SPX", "SPXW", "XSP", "NDX", "RUT", "VIX", "DJX", "OEX", "XEO", "MRUT", "MNX"]) {
    it(`options on ${root}`, () =>
      assert.equal(wrong(buy({ Symbol: `${root} 260116C100` })), `Symbol | options on ${root} are section 1256 contracts (R-OPT-4), which are not computed here | ${ADVICE}`));
  }
  it("by their underlying too, as platforms write indexes", () => {
    for (const underlying of ["$SPX", "^SPX", "spx.x"]) {
      assert.match(wrong(buy({ Type: "Put", Underlying: underlying })), /^Underlying \| options on .* are section 1256 contracts/);
    }
  });
  it("futures and index options by their Type, futures by their symbol", () => {
    assert.equal(wrong(buy({ Symbol: "ESZ6", Type: "Future" })), `Type | futures and index options such as ESZ6 are section 1256 contracts (R-OPT-4), which are not computed here | ${ADVICE}`);
    assert.match(wrong(buy({ Symbol: "MYIDX", Type: "Index option" })), /^Type \| /);
    assert.match(wrong(buy({ Symbol: "/ESZ6" })), /^Symbol \| futures such as \/ESZ6 are section 1256 contracts/);
  });
  it("but options on one stock or on a fund of an index are equity options", () =>
    assert.deepEqual(said(buy({ Symbol: "SPY 260116C600" }), buy({ Symbol: "QQQ 260116P500" }), buy({ Symbol: "IWM 260116P200" })), []));
  it("and the index itself, which has no lots, takes nothing else down", () =>
    assert.deepEqual(pools(buy({ Symbol: "SPX 260116C6000" }), buy({ Symbol: "SPY" })), ["2 SPX 260116C6000 A"]));
});
