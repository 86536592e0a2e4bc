import assert from "node:assert/strict";
import type { Solve } from "../../src/harvest/least-tax/exact/integer-program";
import { solverLoader } from "../../src/taskpane/engine/solver";

const solve: Solve = () => assert.fail("nothing is solved here");

describe("Loading the solver", () => {
  it("happens once for all proofs", async () => {
    let loads = 0;
    const load = solverLoader(() => ((loads += 1), Promise.resolve(solve)));
    assert.deepEqual(await Promise.all([load(), load()]), [{ ok: true, value: solve }, { ok: true, value: solve }]);
    await load();
    assert.equal(loads, 1);
  });

  it("that fails is a sentence, and the next proof tries again", async () => {
    let loads = 0;
    const load = solverLoader(() => ((loads += 1) === 1 ? Promise.reject(new Error("404")) : Promise.resolve(solve)));
    const failed = await load();
    assert.equal(failed.ok ? "" : failed.problem.sentence, "The solver could not be loaded.");
    assert.equal((await load()).ok, true);
  });
});
