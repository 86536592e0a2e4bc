import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { one, wrong } from "./one-row";

const GIFT = { Action: "Gift received", Symbol: "XYZ", Quantity: 100, Amount: 10000, Acquired: "2020-01-15", Value: 80 };

describe("R-GIFT-1: a gift received", () => {
  it("states the giver's basis and date, and the value (case S-GIFT-01)", () =>
    assert.deepEqual(one(GIFT), { line: "2024-03-01 GiftReceived XYZ A 100 1000000", details: { acquired: "2020-01-15", value: 80 } }));
  it("may state gift tax paid, under Fees, and a lot id", () =>
    assert.deepEqual(one({ ...GIFT, Fees: 250.5, Lot: "G1" }).details, { acquired: "2020-01-15", value: 80, giftTaxCents: 25050, lotId: "G1" }));
  it("may have cost the giver nothing", () => assert.equal(one({ ...GIFT, Amount: 0 }).line, "2024-03-01 GiftReceived XYZ A 100 0"));
  it("may have a basis nobody knows", () =>
    assert.deepEqual(one({ ...GIFT, Amount: "unknown" }), { line: "2024-03-01 GiftReceived XYZ A 100 0", details: { basisUnknown: true, acquired: "2020-01-15", value: 80 } }));

  const WRONG: readonly (readonly [string, object, string])[] = [
    ["the giver's basis", { Amount: "" }, "Amount | is a gift received without Amount | Fill in the giver's basis of all the shares."],
    ["the giver's date", { Acquired: "" }, "Acquired | is a gift received without Acquired | Fill in the day the giver's holding period began."],
    ["the value", { Value: "" }, "Value | is a gift received without Value | Fill in the value of a share on the day of the gift, which decides a loss."],
    ["a value above 0", { Value: 0 }, "Value | is a gift received without Value | Fill in the value of a share on the day of the gift, which decides a loss."],
    ["the shares", { Quantity: "" }, "Quantity | has no quantity | Fill in the number of shares."],
    ["shares above 0", { Quantity: -100 }, "Quantity | Quantity of a gift received is -100 | Write the shares received as a positive number; for shares given away write Gift given."],
    ["a basis above 0", { Amount: -10000 }, "Amount | Amount of a gift received is -10,000.00, below zero | Write the giver's basis of all the shares."],
    ["a date that is one", { Acquired: "long ago" }, 'Acquired | Acquired is "long ago", which is not a date | Correct Acquired.'],
    ["a date without an error", { Acquired: "#N/A" }, "Acquired | Acquired holds the error #N/A | Repair the formula in that cell, or type the value."],
    ["a date before the gift", { Acquired: "2024-03-02" }, "Acquired | Acquired is 2024-03-02, after the gift received on 2024-03-01 | Correct Date or Acquired."],
    ["no lots", { Lots: "L1" }, "Lots | is a gift received with Lots, which name what a sale sells | Name the lot it makes under Lot."],
    ["a value beyond all money", { Value: 1e18 }, "Value | Value is 1000000000000000000, too large to be exact | Check Value."],
  ];
  for (const [what, cells, said] of WRONG) it(`needs ${what}`, () => assert.equal(wrong({ ...GIFT, ...cells }), said));
});

describe("R-GIFT-3: shares from a spouse or in a divorce", () => {
  it("need no value: the giver's basis counts for gain and loss", () =>
    assert.deepEqual(one({ ...GIFT, Action: "Received from spouse", Value: "" }).details, { acquired: "2020-01-15", fromSpouse: true }));
  it("need the giver's basis all the same", () =>
    assert.equal(wrong({ ...GIFT, Action: "Divorce transfer", Amount: "" }), "Amount | is a transfer from a spouse without Amount | Fill in the giver's basis of all the shares."));
});

describe("R-INH-1: an inheritance", () => {
  const INHERIT = { Action: "Inherit", Symbol: "XYZ", Quantity: 100 };
  it("states the value of a share at death (case S-INH-01)", () =>
    assert.deepEqual(one({ ...INHERIT, Value: 55 }), { line: "2024-03-01 Inherit XYZ A 100 550000", details: {} }));
  it("or of all shares", () => assert.deepEqual(one({ ...INHERIT, Amount: 5500, Lot: "I1" }), { line: "2024-03-01 Inherit XYZ A 100 550000", details: { lotId: "I1" } }));
  it("or says that it is unknown", () =>
    assert.deepEqual(one({ ...INHERIT, Value: "Unknown" }), { line: "2024-03-01 Inherit XYZ A 100 0", details: { basisUnknown: true } }));
  it("is refused without either, also where a Price stands, which may be what the decedent paid", () =>
    assert.equal(
      wrong({ ...INHERIT, Price: 55 }),
      "Value | is an inheritance without Value | Fill in the value of a share on the day of death under Value, or of all shares under Amount.",
    ));
  it("is refused where the two disagree", () =>
    assert.equal(
      wrong({ ...INHERIT, Value: 55, Amount: 6000 }),
      "Amount | Amount is 6,000.00, but 100 × 55.00 is 5,500.00 | Correct Quantity, Value or Amount; Amount is the value of all the shares.",
    ));
});

describe("R-ID-6: a purchase whose cost is unknown", () => {
  const BUY = { Action: "Buy", Symbol: "XYZ", Quantity: 100 };
  it("says Unknown under Amount or Price", () => {
    for (const row of [{ ...BUY, Amount: "Unknown" }, { ...BUY, Price: "UNKNOWN", Fees: 5 }, { ...BUY, Amount: "unknown", Price: "unknown" }, { ...BUY, Amount: "Unknown", Price: 0 }]) {
      assert.deepEqual(one(row), { line: "2024-03-01 Buy XYZ A 100 0", details: { basisUnknown: true } });
    }
    assert.deepEqual(one({ ...BUY, Action: "Vest", Amount: "Unknown", Lot: "V" }).details, { lotId: "V", basisUnknown: true });
  });
  it("is refused where the other figure states it", () =>
    assert.equal(wrong({ ...BUY, Price: "Unknown", Amount: 500 }), "Price | Price is Unknown, but Amount is 500 | Clear one of the two."));
  it("is no sale", () => assert.match(wrong({ ...BUY, Action: "Sell", Amount: "Unknown" }), /^Amount \| Amount is "Unknown", which is not a number/));
});

describe("A purchase with another date under Acquired", () => {
  it("is asked about: one of the two dates would be lost", () => {
    assert.equal(
      wrong({ Action: "Buy", Symbol: "XYZ", Quantity: 1, Price: 1, Acquired: "2020-01-15" }),
      "Acquired | is a purchase of 2024-03-01 with Acquired 2020-01-15 | Write the day of the purchase under Date and clear Acquired; for shares received as a gift write Gift received.",
    );
    assert.equal(one({ Action: "Buy", Symbol: "XYZ", Quantity: 1, Price: 1, Acquired: "3/1/2024" }).line, "2024-03-01 Buy XYZ A 1 100");
  });
  it("while values that only other actions read are left alone, even as errors", () =>
    assert.equal(one({ Action: "Buy", Symbol: "XYZ", Quantity: 1, Price: 1, Value: "#N/A", "New value": "#N/A", "Basis share": "x", "Cash per share": "#N/A" }).line, "2024-03-01 Buy XYZ A 1 100"));
});
