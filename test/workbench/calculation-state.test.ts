import assert from "node:assert/strict";
import { CalculationState } from "../../workbench/grid/calculation-state";

/** What Univer says about a calculation from its beginning to its outcome. */
function runs(state: CalculationState): void {
  state.began();
  state.completed();
  assert.equal(state.outcome(false), true);
}

describe("A grid is calculated when nothing is due, waits or runs", () => {
  let state: CalculationState;
  beforeEach(() => (state = new CalculationState()));

  it("a change counts until the calculation for it has ended, however long its start takes", () => {
    assert.equal(state.isCalculated(), true);
    state.changed();
    assert.equal(state.isCalculated(), false);
    state.started();
    assert.equal(state.isCalculated(), false);
    runs(state);
    assert.equal(state.isCalculated(), true);
    assert.equal(state.missedCells(), false);
  });

  it("a change made while a calculation runs is still due when that one has ended", () => {
    state.started();
    state.began();
    state.changed();
    state.completed();
    state.outcome(false);
    assert.equal(state.isCalculated(), false);
  });

  it("one that stops to start again has not ended with the word that it stopped, nor with its own end", () => {
    state.started();
    state.began();
    state.changed();
    assert.equal(state.outcome(true), false);
    state.started();
    state.completed();
    assert.equal(state.outcome(false), true);
    assert.equal(state.isCalculated(), false);
    runs(state);
    assert.equal(state.isCalculated(), true);
    assert.equal(state.missedCells(), false);
  });

  it("two started into one another may both have missed cells, which is told once and after both", () => {
    state.started();
    state.began();
    state.changed();
    state.started();
    state.completed();
    assert.equal(state.outcome(false), true);
    assert.equal(state.isCalculated(), false);
    assert.equal(state.missedCells(), false);
    runs(state);
    assert.equal(state.isCalculated(), true);
    assert.equal(state.missedCells(), true);
    assert.equal(state.missedCells(), false);
  });

  it("one that broke off without an end does not count when the next one has ended", () => {
    state.started();
    state.began();
    state.started();
    runs(state);
    assert.equal(state.isCalculated(), true);
  });
});
