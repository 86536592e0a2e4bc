/** Long lists travel before their message, so that no copy of 100,000 rows holds up the page. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { answerImport } from "../../src/taskpane/import/answer-import";
import { engineAway, type WorkerLine } from "../../src/taskpane/engine/away";
import { Stopped } from "../../src/taskpane/engine/contract";
import { engineHere } from "../../src/taskpane/engine/here";
import { inParts, ITEMS_PER_MESSAGE, whole } from "../../src/taskpane/engine/parts";
import { serve } from "../../src/taskpane/engine/serve";
import { stepFor } from "../../src/taskpane/engine/step";

const ROWS = 100_000;
const file = (name: string, rows: number) => {
  const lines = Array.from({ length: rows }, (_, at) => `01/${String(1 + (at % 28)).padStart(2, "0")}/2026,Buy,S${at % 97},,${1 + (at % 9)},$5.00,,-$${(1 + (at % 9)) * 5}.00`);
  return { name, bytes: new TextEncoder().encode(["Date,Action,Symbol,Description,Quantity,Price,Fees & Comm,Amount", ...lines].join("\n")), account: "A", columns: null, takesLots: null, settled: [] };
};

describe("A message in parts", () => {
  const tree = fc.letrec((tie) => ({
    value: fc.oneof({ depthSize: "small" }, fc.integer(), fc.string(), fc.constant(null), tie("list"), tie("object")),
    list: fc.oneof(fc.array(tie("value"), { maxLength: 3 }), fc.integer({ min: 0, max: 3 * ITEMS_PER_MESSAGE }).map((length) => Array.from({ length }, (_, at) => ({ at })))),
    object: fc.dictionary(fc.string(), tie("value"), { maxKeys: 3 }),
  })).value;

  it("is whole again at the other end, and no list in it is longer than a part", () =>
    fc.assert(fc.property(tree, (message) => {
      const parted = inParts(message);
      const copied = structuredClone(parted);
      assert.deepEqual(whole(copied), structuredClone(message));
      for (const { items } of parted.parts) assert.ok(items.length > 0 && items.length <= ITEMS_PER_MESSAGE);
      assert.ok(longestList(parted.rest) <= ITEMS_PER_MESSAGE);
    })));

  it("leaves bytes, maps and sets as they are", () => {
    const message = { bytes: new Uint8Array([1, 2]), map: new Map([[1, [2]]]), set: new Set([1]) };
    assert.deepEqual(whole(inParts(message)), message);
  });
});

function longestList(value: unknown): number {
  if (Array.isArray(value)) return Math.max(value.length, ...value.map(longestList));
  return typeof value === "object" && value !== null ? Math.max(0, ...Object.values(value).map(longestList)) : 0;
}

describe(`An import of ${ROWS.toLocaleString("en-US")} rows over the line`, () => {
  const ends: MessagePort[] = [];
  afterEach(() => ends.splice(0).forEach((port) => port.close()));

  /** @param longest told the longest list of any message */
  function workerWith(longest: (items: number) => void): WorkerLine {
    const { port1, port2 } = new MessageChannel();
    ends.push(port1, port2);
    const post = port2.postMessage.bind(port2);
    port2.postMessage = (message: unknown) => {
      longest(longestList(message));
      post(message);
    };
    serve(port2, engineHere());
    return Object.assign(port1, { terminate: () => port1.close(), onerror: null }) as unknown as WorkerLine;
  }
  const ask = (rows: number) => ({ files: [file("a.csv", rows)], rows: [], known: [], remembered: [] });

  it("answers as the page itself does, in messages that a frame has room for", async () => {
    let longest = 0;
    const engine = engineAway(() => workerWith((items) => (longest = Math.max(longest, items))), engineHere);
    const [away, here] = [await engine.ask("import", ask(2_000)), await engineHere().ask("import", ask(2_000))];
    assert.ok(away.ok);
    assert.deepEqual(away, here);
    assert.equal(away.value.combined.added.length, 2_000);
    assert.ok(longest <= ITEMS_PER_MESSAGE);
  });

  it("takes the rows of the sheet in parts too, and knows them again", async () => {
    const engine = engineAway(() => workerWith(() => undefined), engineHere);
    const first = await engine.ask("import", ask(2_000));
    assert.ok(first.ok);
    const rows = first.value.combined.added.map(({ cells, source }) => ({ cells, source }));
    const second = await engine.ask("import", { ...ask(2_000), rows });
    assert.deepEqual(second.ok && [second.value.combined.added.length, second.value.combined.files[0]?.already], [0, 2_000]);
  });

  it("may be withdrawn while its parts travel", async () => {
    const engine = engineAway(() => workerWith(() => undefined), engineHere);
    const controller = new AbortController();
    const rows = Array.from({ length: 5_000 }, () => ({ cells: {}, source: "" }));
    const asked = engine.ask("import", { files: [], rows, known: [], remembered: [] }, { signal: controller.signal });
    setTimeout(() => controller.abort(), 0);
    await assert.rejects(asked, Stopped);
    assert.ok((await engine.ask("import", ask(3))).ok, "the next question is answered");
  });

  it("how long the copies take at once, and in parts", async function () {
    this.timeout(120_000);
    const answer = await answerImport(ask(ROWS), stepFor({}));
    assert.ok(answer.ok);
    const took = (job: () => void): number => {
      const before = performance.now();
      job();
      return performance.now() - before;
    };
    const atOnce = took(() => structuredClone(answer));
    const parted = inParts(answer);
    const each = parted.parts.map((part) => took(() => structuredClone(part)));
    const rest = took(() => structuredClone(parted.rest));
    const together = took(() => whole(parted));
    const ms = (time: number) => `${time.toFixed(1)} ms`;
    console.log(`      at once ${ms(atOnce)}; in ${each.length} parts of at most ${ms(Math.max(...each))}, the rest ${ms(rest)}, put together ${ms(together)}`);
    assert.equal((whole(parted) as typeof answer).value.combined.added.length, ROWS);
  });
});
