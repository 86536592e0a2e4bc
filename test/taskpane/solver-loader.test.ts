import assert from "node:assert/strict";
import type { Program, Solve, Solved } from "../../src/harvest/least-tax/exact/integer-program";
import { solverLoader } from "../../src/taskpane/engine/solver";

const PROGRAM: Program = { columns: [], rows: [], within: 0, seconds: 1 };
const SOLVED: Solved = { end: "least", values: null, bound: 0, prices: new Float64Array(0) };
const solve: Solve = () => Promise.resolve(SOLVED);

describe("Loading the solver", () => {
  it("happens once for all proofs", async () => {
    let loads = 0;
    const load = solverLoader(() => ((loads += 1), Promise.resolve(solve)));
    for (const solver of [...(await Promise.all([load(), load()])), await load()]) {
      assert.ok(solver.ok);
      assert.equal(await solver.value(PROGRAM), SOLVED);
    }
    assert.equal(loads, 1);
  });

  it("that fails is a sentence, and the next proof tries again", async () => {
    let loads = 0;
    const load = solverLoader(() => ((loads += 1) === 1 ? Promise.reject(new Error("404")) : Promise.resolve(solve)));
    const failed = await load();
    assert.equal(failed.ok ? "" : failed.problem.sentence, "The solver could not be loaded.");
    assert.equal((await load()).ok, true);
  });

  it("happens anew after it broke off in the middle, for its memory is of no more use", async () => {
    let loads = 0;
    const load = solverLoader(() => Promise.resolve((loads += 1) === 1 ? () => Promise.reject(new Error("Aborted()")) : solve));
    const broken = await load();
    assert.ok(broken.ok);
    await assert.rejects(broken.value(PROGRAM), /Aborted/);
    const anew = await load();
    assert.ok(anew.ok);
    assert.equal(await anew.value(PROGRAM), SOLVED);
    assert.equal(loads, 2);
  });
});
