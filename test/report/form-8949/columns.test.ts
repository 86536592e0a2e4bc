import assert from "node:assert/strict";
import golden from "../../cases/golden-cases.json";
import type { Form8949Case } from "../../cases/form-8949-case";
import { boxOf, isBasisReported, partOf, scheduleDLineOf } from "../../../src/report/form-8949/box";
import { formColumns, inOneString, type SaleFigures } from "../../../src/report/form-8949/columns";
import { BOXES_8949 } from "../../../src/report/form-8949-types";

const cents = (dollars: string): number => Math.round(Number(dollars) * 100);

const SALE: SaleFigures = {
  proceedsCents: 100_00, basisCents: 80_00, washCents: 0, otherDisallowedCents: 0, isCollectible: false, hasPremiumReceived: false, isWrittenOption: false, roundingCents: 1, reported: null,
};
const SAME = { proceedsCents: 100_00, basisCents: 80_00, washCents: 0, isOtherTerm: false };

describe("R-8949-1 to R-8949-4: the golden cases, column by column", () => {
  for (const { id, note, input, expect } of golden.form8949Cases as readonly Form8949Case[]) {
    it(`${id}: ${note}`, () => {
      const box = boxOf({ year: input.year, isDigital: input.assetType === "digital", isLong: input.term === "LT", form: input.form, basisReported: input.basisReported });
      const reported = {
        proceedsCents: cents(input.proceeds),
        basisCents: input.brokerBasis === undefined ? null : cents(input.brokerBasis),
        washCents: cents(input.washDisallowed),
        isOtherTerm: (input.brokerTerm ?? input.term) !== input.term,
      };
      const columns = formColumns(
        { ...SALE, proceedsCents: cents(input.proceeds), basisCents: cents(input.correctBasis), washCents: cents(input.washDisallowed), reported },
        box,
      );
      const direct = isBasisReported(box) && columns.code === "";
      assert.deepEqual(
        { box, part: partOf(box), ...columns, line: scheduleDLineOf(box, direct) },
        {
          box: expect.box, part: expect.part, proceedsCents: cents(expect.d), costCents: cents(expect.e), code: expect.f,
          adjustmentCents: cents(expect.g), gainCents: cents(expect.h), line: expect.scheduleDLine,
        },
      );
    });
  }
});

describe("R-8949-1: boxes", () => {
  it("are A to F for stock and before 2025 for digital assets, G to L for these from 2025", () => {
    const boxes = (year: number, isDigital: boolean, form: "1099-B" | "1099-DA"): string =>
      [false, true].flatMap((isLong) => [
        boxOf({ year, isDigital, isLong, form, basisReported: true }),
        boxOf({ year, isDigital, isLong, form, basisReported: false }),
        boxOf({ year, isDigital, isLong, form: "none", basisReported: false }),
      ]).join("");
    assert.equal(boxes(2025, false, "1099-B"), "ABCDEF");
    assert.equal(boxes(2024, true, "1099-B"), "ABCDEF");
    assert.equal(boxes(2025, true, "1099-DA"), "GHIJKL");
    // A digital asset reported on a 1099-B goes to A, B, D or E; on no form, from 2025, never to C or F.
    assert.equal(boxes(2025, true, "1099-B"), "ABIDEL");
  });

  it("lead to lines 1b, 2, 3, 8b, 9 and 10, and straight to 1a and 8a", () => {
    assert.deepEqual(BOXES_8949.map((box) => scheduleDLineOf(box, false)), ["1b", "2", "3", "8b", "9", "10", "1b", "2", "3", "8b", "9", "10"]);
    assert.deepEqual(BOXES_8949.map((box) => scheduleDLineOf(box, true)), ["1a", "1a", "1a", "8a", "8a", "8a", "1a", "1a", "1a", "8a", "8a", "8a"]);
  });
});

describe("R-8949-3: codes and adjustments", () => {
  it("E: a selling expense that the form leaves out is taken off, 100 − 103 = −3", () => {
    const { code, proceedsCents, adjustmentCents, gainCents } = formColumns({ ...SALE, reported: { ...SAME, proceedsCents: 103_00 } }, "A");
    assert.deepEqual([code, proceedsCents, adjustmentCents, gainCents], ["E", 103_00, -3_00, 20_00]);
  });

  it("E: a written option's premium that the form leaves out is added; O: what nothing explains", () => {
    const short = { ...SAME, proceedsCents: 95_00 };
    assert.deepEqual(["E", 5_00, 20_00], pick(formColumns({ ...SALE, hasPremiumReceived: true, reported: short }, "A")));
    assert.deepEqual(["O", 5_00, 20_00], pick(formColumns({ ...SALE, reported: short }, "A")));
  });

  it("L: another disallowed loss is added beside W, and T and C add nothing", () => {
    assert.deepEqual(["LW", 7_00, 27_00], pick(formColumns({ ...SALE, washCents: 5_00, otherDisallowedCents: 2_00 }, "C")));
    assert.deepEqual(["CT", 0, 20_00], pick(formColumns({ ...SALE, isCollectible: true, reported: { ...SAME, isOtherTerm: true } }, "D")));
  });

  it("has every code at once, alphabetical, with the net of all amounts", () => {
    // 98 − 100 of expense, 85 − 80 of basis, 6 + 1 disallowed: −2 + 5 + 7 = 10; h = 100 − 85 + 10 = 98 − 80 + 7.
    const all = { ...SALE, proceedsCents: 98_00, washCents: 6_00, otherDisallowedCents: 1_00, isCollectible: true, reported: { proceedsCents: 100_00, basisCents: 85_00, washCents: 0, isOtherTerm: true } };
    assert.deepEqual(["BCELTW", 10_00, 25_00], pick(formColumns(all, "D")));
  });

  it("asks nothing of a broker's figures where there is no form, or no figure", () => {
    const other = { proceedsCents: 1, basisCents: 2, washCents: 3, isOtherTerm: true };
    assert.deepEqual(["", 0, 20_00], pick(formColumns({ ...SALE, reported: other }, "C")));
    assert.deepEqual(["", 0, 20_00], pick(formColumns({ ...SALE, reported: { ...SAME, basisCents: null } }, "A")));
    assert.deepEqual(["", 0, 20_00], pick(formColumns({ ...SALE, reported: { ...SAME, basisCents: 0 } }, "B")));
    assert.deepEqual(["B", -80_00, 20_00], pick(formColumns({ ...SALE, reported: { ...SAME, basisCents: 0 } }, "A")));
  });

  it("takes a cent for each piece for rounding, and not one more", () => {
    assert.deepEqual(["", 0, 20_00], pick(formColumns({ ...SALE, roundingCents: 2, reported: { ...SAME, proceedsCents: 100_02, basisCents: 79_98 } }, "A")));
    assert.equal(formColumns({ ...SALE, roundingCents: 2, reported: { ...SAME, basisCents: 79_97 } }, "A").code, "B");
  });

  it("orders codes and says each once", () => {
    assert.equal(inOneString(["W", "", "B", "W", "TE"]), "BETW");
  });
});

function pick({ code, adjustmentCents, gainCents }: ReturnType<typeof formColumns>): [string, number, number] {
  return [code, adjustmentCents, gainCents];
}
