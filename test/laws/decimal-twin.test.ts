import assert from "node:assert/strict";
import { firstDifference } from "../../bench/agreement";
import { decimalTwin } from "../../bench/decimal-twin";
import { bookRange } from "../../bench/engine-entry";
import { PROFILES, PROFILE_NOTES, rangeOf } from "../../bench/profiles";

describe("The engine and the same algorithm in decimal.js agree on every piece", () => {
  for (const profile of PROFILES) {
    for (const method of ["FIFO", "HIFO"] as const) {
      it(`${profile}, ${method}: ${PROFILE_NOTES[profile]}`, () => {
        const range = rangeOf(profile, profile === "adv" ? 300 : 2000);
        const twin = decimalTwin(range, method);
        assert.ok(twin.length > 50);
        assert.equal(firstDifference(bookRange(range, method), twin), null);
      });
    }
  }
});
