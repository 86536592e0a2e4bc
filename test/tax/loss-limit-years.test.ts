import assert from "node:assert/strict";
import { lossLimitInForce } from "../../src/tax/law-in-force";

describe("IRC 1211(b)(1): the limit of $3,000, separately $1,500, in force since 1978", () => {
  it("holds from its first year on, and whatever the year where none is stated", () => {
    for (const year of [1978, 1979, 2026, 2031, null]) {
      assert.deepEqual(lossLimitInForce(year, "Single"), { ok: true, value: 3000_00 });
      assert.deepEqual(lossLimitInForce(year, "MFS"), { ok: true, value: 1500_00 });
    }
  });
  it("is not known before", () => {
    const before = lossLimitInForce(1977, "Single");
    assert.ok(!before.ok);
    assert.match(before.problem.sentence, /from 1978 on/);
  });
});
