import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { one, pools, wrong } from "./one-row";

const SPIN_OFF = { Action: "Spin-off", Symbol: "PAR", Quantity: 41.5, "New symbol": "KID", Value: 90, "New value": 40 };

describe("R-CA-2: a stock dividend of the same class", () => {
  it("states the shares received, for every account", () =>
    assert.deepEqual(one({ Action: "Stock dividend", Symbol: "XYZ", Quantity: 10 }), {
      line: "2024-03-01 Split XYZ * 0 0",
      details: { sharesAdded: 10, stockDividend: true },
    }));
  it("or a ratio, with the cash for a fraction (case S-PUB-08)", () =>
    assert.deepEqual(one({ Action: "Stock dividend", Symbol: "XYZ", Ratio: "1.05:1", "Cash in lieu": 10, Account: "B" }), {
      line: "2024-03-01 Split XYZ B 0 0",
      details: { ratio: "21:20", cashInLieuCents: 1000, stockDividend: true },
    }));
  it("needs one of the two", () =>
    assert.equal(
      wrong({ Action: "Stock dividend", Symbol: "XYZ" }),
      "Quantity | is a stock dividend without Quantity | Write the shares received, or a Ratio such as 21 for 20.",
    ));
  it("takes no shares away", () =>
    assert.equal(
      wrong({ Action: "Stock dividend", Symbol: "XYZ", Quantity: -10 }),
      "Quantity | Quantity of a stock dividend is -10 | Write the shares received as a positive number.",
    ));
  it("states not both", () =>
    assert.equal(
      wrong({ Action: "Stock dividend", Symbol: "XYZ", Quantity: 10, Ratio: "11 for 10" }),
      "Quantity | states both a Ratio and a Quantity; Quantity is the shares that the stock dividend adds | Clear one of the two.",
    ));
});

describe("R-CA-3: a stock dividend of another class", () => {
  it("states the new shares and both values (case S-PUB-04)", () =>
    assert.deepEqual(one({ Action: "Stock dividend other class", Symbol: "COM", Quantity: 1, "New symbol": "PFD", Value: 150, "New value": 50 }), {
      line: "2024-03-01 OtherClass COM * 1 0",
      details: { newSymbol: "PFD", value: 150, newValue: 50 },
    }));
  it("names what is missing", () =>
    assert.match(wrong({ Action: "Stock dividend other class", Symbol: "COM", Quantity: 1 }), /^New symbol \| is a stock dividend of another class without New symbol \| /));
});

describe("R-CA-4: a spin-off", () => {
  it("states the new shares, both values and the cash for a fraction (case S-CA-02)", () =>
    assert.deepEqual(one({ ...SPIN_OFF, "Cash in lieu": 20 }), {
      line: "2024-03-01 SpinOff PAR * 41.5 0",
      details: { newSymbol: "KID", value: 90, newValue: 40, cashInLieuCents: 2000 },
    }));
  it("or the issuer's share of the basis, as 18.2% or 0.182", () => {
    for (const cell of ["18.2%", 0.182, "0.182", " 18.2 % "]) {
      assert.deepEqual(one({ ...SPIN_OFF, Value: "", "New value": "", "Basis share": cell }).details, { newSymbol: "KID", basisShare: 0.182 });
    }
  });
  it("or a ratio, new shares for shares held", () =>
    assert.deepEqual(one({ ...SPIN_OFF, Quantity: "", Ratio: "1 for 2" }), {
      line: "2024-03-01 SpinOff PAR * 0 0",
      details: { newSymbol: "KID", ratio: "1:2", value: 90, newValue: 40 },
    }));
  it("keeps to the account it names", () => assert.equal(one({ ...SPIN_OFF, Account: "IRA" }).line, "2024-03-01 SpinOff PAR IRA 41.5 0"));
  it("that is taxable needs only the value of the new shares", () =>
    assert.deepEqual(one({ Action: "Taxable spin-off", Symbol: "PAR", Quantity: 10, "New symbol": "KID", "New value": 40 }), {
      line: "2024-03-01 SpinOff PAR * 10 0",
      details: { newSymbol: "KID", newValue: 40, taxable: true },
    }));

  const BASIS = "Fill in Value (the old stock per share after it) and New value (the new one), or Basis share, such as 18.2%, from the issuer's Form 8937.";
  const SHARE = "Write the part of the basis that goes to the new stock, such as 18.2% or 0.182.";
  const WRONG: readonly (readonly [string, object, string])[] = [
    ["without New symbol, as brokers list it", { "New symbol": "" }, "New symbol | is a spin-off without New symbol | Write the old stock under Symbol and the new one under New symbol."],
    ["whose New symbol is its Symbol", { "New symbol": "par" }, "New symbol | is a spin-off whose New symbol is par itself | Correct Symbol or New symbol."],
    ["without values", { Value: "", "New value": "" }, `Value | is a spin-off with neither Basis share nor values | ${BASIS}`],
    ["with one value", { "New value": "" }, `New value | is a spin-off with neither Basis share nor New value | ${BASIS}`],
    ["with a value of 0, which old builds send for a blank", { Value: 0 }, `Value | is a spin-off with neither Basis share nor Value | ${BASIS}`],
    ["with a value below zero", { Value: -90 }, "Value | Value is -90.00, below zero | Write Value as a positive number, or leave it blank."],
    ["with text for a value", { "New value": "forty" }, 'New value | New value is "forty", which is not a number | Correct New value.'],
    ["with an error for a value", { Value: "#N/A" }, "Value | Value holds the error #N/A | Repair the formula in that cell, or type the value."],
    ["with a value beyond all money", { Value: 1e20 }, "Value | Value is 100000000000000000000, too large to be exact | Check Value."],
    ["with a basis share in per cent without its sign", { "Basis share": 18.2 }, `Basis share | Basis share is 18.2, which is not a share of the basis between 0% and 100% | ${SHARE}`],
    ["with all of the basis", { "Basis share": 1 }, `Basis share | Basis share is 1, which is not a share of the basis between 0% and 100% | ${SHARE}`],
    ["with a negative basis share", { "Basis share": "-5%" }, `Basis share | Basis share is "-5%", which is not a share of the basis between 0% and 100% | ${SHARE}`],
    ["with text for a basis share", { "Basis share": "half" }, `Basis share | Basis share is "half", which is not a share of the basis between 0% and 100% | ${SHARE}`],
    ["with an error for a basis share", { "Basis share": { code: "#REF!" } }, "Basis share | Basis share holds the error #REF! | Repair the formula in that cell, or type the value."],
    ["without shares", { Quantity: "" }, "Quantity | is a spin-off with neither Quantity nor Ratio | Write all new shares received under Quantity, or the new shares for each old one under Ratio, as 1 for 2."],
    ["with shares below zero", { Quantity: -4 }, "Quantity | Quantity of a spin-off is -4 | Write the new shares received as a positive number."],
    ["with too many shares", { Quantity: 1e20 }, "Quantity | Quantity is 100000000000000000000, too large to be exact | Check Quantity."],
    ["with a ratio of 0", { Quantity: "", Ratio: "0:1" }, 'Ratio | Ratio is "0:1", which is not new shares for old shares | Write it as text: 2 for 1, or 1 for 2 for a reverse split; to write 2:1, format the cell as text first.'],
    ["with cash in lieu below zero", { "Cash in lieu": -1 }, "Cash in lieu | Cash in lieu is -1.00, below zero | Write Cash in lieu as a positive number, or leave it blank."],
    ["into an index option", { "New symbol": "SPXW 260116C6000" }, "New symbol | options on SPXW are section 1256 contracts (R-OPT-4), which are not computed here | Report them on Form 6781, and take their rows out of the range."],
  ];
  for (const [what, cells, said] of WRONG) it(`is refused ${what}`, () => assert.equal(wrong({ ...SPIN_OFF, ...cells }), said));
  it("that is taxable is refused without the value of the new shares", () =>
    assert.equal(
      wrong({ Action: "Taxable spin-off", Symbol: "PAR", Quantity: 10, "New symbol": "KID", Value: 90 }),
      "New value | is a taxable spin-off without New value | Fill in the value of a new share on the day, which is its basis.",
    ));
  it("that cannot be read withholds the new stock too, whose shares it would have made", () =>
    assert.deepEqual(pools({ Date: "soon", ...SPIN_OFF, Account: "B" }, { Date: "2024-03-01", ...SPIN_OFF, Value: "" }), ["2 PAR B", "2 KID B", "3 PAR *", "3 KID *"]));
});
