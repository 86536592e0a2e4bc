import assert from "node:assert/strict";
import fc from "fast-check";
import { marksText, NO_MARKS, readMarks, type LotMarks } from "../../src/sheet/lot-marks";
import { day } from "../lots/trades-of";

const MARKED: LotMarks = {
  ...NO_MARKS,
  periodStart: "Inherited",
  cannotReplace: true,
  lossBasis: { cents: 800_000, from: day("2023-05-01") },
};

describe("Marks in the Note of a lot", () => {
  it("are sentences a person understands", () =>
    assert.equal(
      marksText(MARKED, day("2023-05-01")).join(" "),
      "Inherited. For a loss: basis $8,000.00, period from 2023-05-01. Cannot replace a loss.",
    ));

  it("of an open loss say what was lost on how many shares, and when", () =>
    assert.deepEqual(marksText({ ...NO_MARKS, openLoss: { cents: 50_000, shares: 100, sold: day("2024-12-20"), ofShort: false } }, 0), [
      "Open loss: $500.00 on 100 shares sold 2024-12-20.",
    ]));

  const money = fc.integer({ min: 0, max: 1e11 });
  const days = fc.integer({ min: day("1990-01-01"), max: day("2060-01-01") });
  const marks: fc.Arbitrary<LotMarks> = fc.record({
    periodStart: fc.constantFrom("Purchase" as const, "Inherited" as const, "Rights exercise" as const, "Short-sale restart" as const),
    hasAbsorbedLoss: fc.boolean(),
    cannotReplace: fc.boolean(),
    canStillReplace: fc.boolean(),
    basisUnknown: fc.boolean(),
    moved: fc.boolean(),
    averaged: fc.boolean(),
    lossBasis: fc.option(fc.record({ cents: money, from: days })),
    numberOfDay: fc.option(fc.integer({ min: 1, max: 99 })),
    openLoss: fc.option(fc.record({ cents: money, shares: fc.integer({ min: 1, max: 1e9 }).map((n) => n / 1000), sold: days, ofShort: fc.boolean() })),
    security: fc.option(
      fc.oneof(
        fc.record({ is: fc.constantFrom("digital" as const, "fund" as const, "collectible" as const) }),
        fc.record({ is: fc.constantFrom("call" as const, "put" as const), underlying: fc.constantFrom("XYZ", "BRK.B"), multiplier: fc.constantFrom(1, 10, 100) }),
      ),
    ),
  });

  it("are read back as they were written, among other sentences", () =>
    fc.assert(
      fc.property(marks, days, fc.boolean(), (one, from, spaced) => {
        const note = ["Roth IRA account.", "Includes $304.50 disallowed on row 3.", "Holding period counts from 2023-01-24.", ...marksText(one, from), "Ask Ann."].join(" ");
        const read = readMarks(spaced ? note.replace(/ /g, "  ") : note);
        assert.deepEqual(JSON.parse(JSON.stringify(read)), JSON.parse(JSON.stringify(one)));
      }),
    ));

  for (const [note, says] of [
    ["Open loss: about 500 on 100 shares sold 2024-12-20.", /open loss that cannot be read/],
    ["Open loss: $500.00 on 0 shares sold 2024-12-20.", /open loss that cannot be read/],
    ["Open loss: $500.00 on 100 shares sold 2024-12-32.", /open loss that cannot be read/],
    ["For a loss: basis unknown.", /basis for a loss that cannot be read/],
  ] as const) {
    it(`that cannot be read are named: ${note}`, () => {
      const read = readMarks(note);
      assert.ok("says" in read);
      assert.match(read.says, says);
    });
  }

  it("dates may be written the American way", () =>
    assert.deepEqual(readMarks("open loss: 1,500 on 2.5 shares sold 12/20/2024"), {
      ...NO_MARKS,
      openLoss: { cents: 150_000, shares: 2.5, sold: day("2024-12-20"), ofShort: false },
    }));
});
