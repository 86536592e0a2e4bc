import assert from "node:assert/strict";
import { PENDING, type FunctionAnswer, type FunctionArgument, type SheetCell } from "../../workbench/grid/grid";
import { AnswerCache } from "../../workbench/host/answer-cache";
import type { EventEntry } from "../../workbench/host/frame";
import { Waves } from "../../workbench/host/waves";

/** A sheet whose formulas call =T.DOUBLE(argument) or =T.TABLE(range), and an add-in that answers when told. */
class Bench {
  readonly messages: EventEntry[][] = [];
  readonly recalculated: SheetCell[][] = [];
  readonly waves = new Waves(
    {
      allowErrorForDataTypeAny: true,
      functions: [
        { id: "DOUBLE", name: "DOUBLE", parameters: [{ name: "value", type: "any" }] },
        { id: "TABLE", name: "TABLE", parameters: [{ name: "cells", type: "any", dimensionality: "matrix" }] },
      ],
    },
    {
      namespace: "T",
      send: (entries) => this.messages.push([...entries]),
      recalculate: (cells) => this.recalculated.push([...cells]),
      sheetName: () => "Sheet1",
    },
  );

  calculate(name: string, row: number, ...args: FunctionArgument[]): FunctionAnswer {
    const called = this.waves.gridFunctions().find((candidate) => candidate.name === `T.${name}`);
    assert.ok(called);
    return called.call(args, { sheetId: "s", row, column: 0 });
  }

  /** What the message asks: id, function, arguments, address. */
  asked(message: number): [number, string, unknown[], string][] {
    return this.messages[message]!.map((entry) => JSON.parse(entry[3]) as [number, string, unknown[], string]);
  }
}

describe("Custom functions in waves", () => {
  it("sends the calls of one calculation in one message when it is over, and shows them as pending", () => {
    const bench = new Bench();
    assert.equal(bench.calculate("DOUBLE", 0, 1), PENDING);
    assert.equal(bench.calculate("DOUBLE", 1, 2), PENDING);
    assert.equal(bench.messages.length, 0);
    bench.waves.flush();
    assert.equal(bench.messages.length, 1);
    assert.deepEqual(
      bench.asked(0).map(([, id, args, address]) => [id, args, address]),
      [
        ["DOUBLE", [1], "Sheet1!A1"],
        ["DOUBLE", [2], "Sheet1!A2"],
      ],
    );
  });

  it("calculates the asking cells again once, when the last call of the wave is answered", () => {
    const bench = new Bench();
    bench.calculate("DOUBLE", 0, 1);
    bench.calculate("DOUBLE", 1, 2);
    bench.waves.flush();
    bench.waves.receive([[1, true, 2]]);
    assert.equal(bench.recalculated.length, 0);
    bench.waves.receive([[2, true, 4]]);
    assert.deepEqual(bench.recalculated.map((cells) => cells.map((cell) => cell.row)), [[0, 1]]);
    assert.equal(bench.calculate("DOUBLE", 0, 1), 2);
    assert.equal(bench.calculate("DOUBLE", 1, 2), 4);
    bench.waves.flush();
    assert.equal(bench.messages.length, 1);
  });

  it("asks an equal call once and lets every asking cell know", () => {
    const bench = new Bench();
    bench.calculate("TABLE", 0, [[1, "x"]]);
    bench.calculate("TABLE", 5, [[1, "x"]]);
    bench.waves.flush();
    assert.equal(bench.asked(0).length, 1);
    bench.waves.receive([[1, true, [["y"]]]]);
    assert.deepEqual(bench.recalculated[0]?.map((cell) => cell.row), [0, 5]);
  });

  it("does not take one argument for another: 1 and \"1\", a blank and \"\", a range and its only cell", () => {
    const bench = new Bench();
    for (const [row, value] of [1, "1", null, "", true, "true"].entries()) bench.calculate("DOUBLE", row, value);
    bench.calculate("TABLE", 9, [[1]]);
    bench.calculate("TABLE", 10, [["1"]]);
    bench.waves.flush();
    assert.equal(bench.asked(0).length, 8);
  });

  it("waits instead of asking while an argument is still being calculated", () => {
    const bench = new Bench();
    assert.equal(bench.calculate("TABLE", 0, [[1, { error: "#BUSY!" }]]), PENDING);
    assert.equal(bench.calculate("DOUBLE", 1, { error: "#BUSY!" }), PENDING);
    bench.waves.flush();
    assert.equal(bench.messages.length, 0);
  });

  it("names the functions that have not answered", () => {
    const bench = new Bench();
    bench.calculate("DOUBLE", 0, 1);
    bench.waves.flush();
    assert.deepEqual(bench.waves.unanswered(), ["T.DOUBLE"]);
    bench.waves.receive([[1, true, 2]]);
    assert.deepEqual(bench.waves.unanswered(), []);
  });

  it("an add-in that starts anew is asked again, and a late answer to an old call is no answer", () => {
    const bench = new Bench();
    bench.calculate("DOUBLE", 0, 1);
    bench.waves.flush();
    bench.waves.forgetOpenCalls();
    bench.waves.receive([[1, true, 999]]);
    assert.equal(bench.calculate("DOUBLE", 0, 1), PENDING);
    bench.waves.flush();
    assert.equal(bench.messages.length, 2);
  });

  it("keeps the sentence of a refusal for the cell, until the cell has another answer", () => {
    const bench = new Bench();
    const cell = { sheetId: "s", row: 0, column: 0 };
    bench.calculate("DOUBLE", 0, "x");
    bench.calculate("DOUBLE", 0, 1);
    bench.waves.flush();
    bench.waves.receive([
      [1, false, "no number", 7],
      [2, true, 2],
    ]);
    assert.deepEqual(bench.calculate("DOUBLE", 0, "x"), { error: "#VALUE!" });
    assert.equal(bench.waves.messageAt(cell), "no number");
    bench.calculate("DOUBLE", 0, 1);
    assert.equal(bench.waves.messageAt(cell), null);
  });
});

describe("Answers kept by function and arguments", () => {
  it("forgets, when it holds too much, only what no formula has used since the last rest", () => {
    const cache = new AnswerCache<number>();
    const large = (name: string) => name + "x".repeat(25_000_000);
    cache.set(large("a"), 1);
    cache.newRound();
    cache.set(large("b"), 2);
    cache.set(large("c"), 3);
    assert.equal(cache.get(large("b")), 2);
    cache.newRound();
    assert.deepEqual([cache.get(large("a")), cache.get(large("b")), cache.get(large("c"))], [undefined, 2, 3]);
  });

  it("never forgets what is in use, however large: it would be asked for without end", () => {
    const cache = new AnswerCache<number>();
    const names = ["a", "b", "c", "d"].map((name) => name + "x".repeat(25_000_000));
    names.forEach((name, index) => cache.set(name, index));
    cache.newRound();
    assert.deepEqual(names.map((name) => cache.get(name)), [0, 1, 2, 3]);
  });
});
