import assert from "node:assert/strict";
import { afterEach } from "mocha";
import type { TradesPlace } from "../../src/sheet/placing/trades-blocks";
import { ANSWERS } from "../../src/taskpane/engine/answers";
import { startAsking } from "../../src/taskpane/engine/asking";
import { engineAway, type WorkerLine } from "../../src/taskpane/engine/away";
import { Stopped, type Answered, type Engine, type ReadRequest } from "../../src/taskpane/engine/contract";
import { engineHere } from "../../src/taskpane/engine/here";
import { serve } from "../../src/taskpane/engine/serve";
import type { LotsView } from "../../src/taskpane/lots/lots-view";
import { dayFromCalendar } from "../../src/values/plain-date";
import { done } from "../../src/values/outcome";

const HEADINGS = ["Date", "Action", "Symbol", "Quantity", "Price"];

/** Rows over two slices of a message: 700 purchases of seven symbols. */
function manyTrades(): unknown[][] {
  return Array.from({ length: 700 }, (_, at) => ["2024-01-02", "Buy", `S${at % 7}`, 1 + (at % 5), 10]);
}

function request(rows: unknown[][], prices: unknown[][] | null = null): ReadRequest {
  const cells = [HEADINGS, ...rows];
  const place: TradesPlace = { block: { sheet: "Trades", row: 0, column: 0, rows: cells.length, columns: 5 }, headings: 0, tableName: null, selected: false, missing: [] };
  const block = { sheet: "Prices", row: 0, column: 0, rows: prices?.length ?? 0, columns: 2 };
  return {
    place,
    cells,
    settings: null,
    prices: prices === null ? null : { place: { block, tableName: null, selected: false }, cells: prices },
    asOf: dayFromCalendar(2024, 12, 5),
  };
}

const ends: MessagePort[] = [];

/** A worker in this thread: everything that passes is copied, as it is between a page and its worker. */
function workerWith(engine: Engine = engineHere()): WorkerLine {
  const { port1, port2 } = new MessageChannel();
  ends.push(port1, port2);
  serve(port2, engine);
  return Object.assign(port1, { terminate: () => port1.close(), onerror: null }) as unknown as WorkerLine;
}

/** A worker that has started and never answers again. */
function deafWorker(): WorkerLine {
  const line: WorkerLine = { postMessage: () => undefined, onmessage: null, onerror: null, terminate: () => undefined };
  setTimeout(() => line.onmessage?.({ data: { kind: "ready" } } as MessageEvent), 0);
  return line;
}

async function lotsOf(engine: Engine): Promise<LotsView> {
  const lots = await engine.ask("lots", {});
  assert.ok(lots.ok, lots.ok ? "" : lots.problem.sentence);
  return lots.value;
}

describe("The pane's engine", () => {
  afterEach(() => ends.splice(0).forEach((port) => port.close()));

  it("answers the same in a worker as in the page", async () => {
    const prices = [["Symbol", "Price"], ["S1", 9], ["S2", 11.5]];
    const here = engineHere();
    const away = engineAway(() => workerWith(), engineHere);
    const [readHere, readAway] = [await here.read(request(manyTrades(), prices)), await away.read(request(manyTrades(), prices))];
    assert.ok(readHere.ok);
    assert.equal(readHere.value.trades, 700);
    assert.deepEqual(readAway, readHere);
    assert.deepEqual(await lotsOf(away), await lotsOf(here));
  });

  it("reads forms of brokers the same in a worker as in the page, each with its own rows", async () => {
    const form = (sheet: string, rows: number) => {
      const cells = [["Symbol", "Sold", "Proceeds", "Basis"], ...Array.from({ length: rows }, (_, at) => [`S${at % 7}`, "2025-03-03", 100 + at, 90])];
      return { place: { block: { sheet, row: 0, column: 0, rows: cells.length, columns: 4 }, tableName: null, selected: false }, cells };
    };
    const forms = [form("A", 700), form("B", 3)];
    const here = await engineHere().readForms(forms);
    assert.deepEqual(here.ok && here.value.map(({ sales }) => sales), [700, 3]);
    assert.deepEqual(await engineAway(() => workerWith(), engineHere).readForms(forms), here);
  });

  it("counts the symbols that have a price, and counts them again over other prices", async () => {
    const engine = engineAway(() => workerWith(), engineHere);
    const read = await engine.read(request([["2024-01-02", "Buy", "XYZ", 5, 10], ["2024-01-03", "Buy", "ABC", 5, 10]], [["Symbol", "Price"], ["XYZ", 12]]));
    assert.ok(read.ok);
    assert.deepEqual([read.value.prices?.priced, read.value.prices?.without], [1, ["ABC"]]);
    const { prices } = request([], [["Symbol", "Price"], ["XYZ", 12], ["ABC", 7]]);
    const turned = await engine.turn({ prices, asOf: dayFromCalendar(2024, 12, 6) });
    assert.deepEqual(turned.ok && [turned.value?.priced, turned.value?.without], [2, []]);
    const lots = await lotsOf(engine);
    assert.equal(lots.asOf, dayFromCalendar(2024, 12, 6));
    // 5 shares at 7 bought at 10.
    assert.deepEqual(lots.lots.filter(({ symbol }) => symbol === "ABC").map(({ gainCents }) => gainCents), [-1500]);
  });

  it("prices that cannot be read name their row and leave the book standing", async () => {
    const read = await engineHere().read(request([["2024-01-02", "Buy", "XYZ", 5, 10]], [["Symbol", "Price"], ["XYZ", "dear"]]));
    assert.ok(read.ok);
    assert.deepEqual(read.value.prices?.faults.map(({ row, symbol }) => [row, symbol]), [[2, "XYZ"]]);
    assert.equal(read.value.lots, 1);
  });

  it("runs on the page where no worker can be had", async () => {
    let tries = 0;
    const engine = engineAway(() => {
      tries++;
      throw new Error("Workers are not allowed here.");
    }, engineHere);
    const read = await engine.read(request([["2024-01-02", "Buy", "XYZ", 5, 10]]));
    assert.equal(read.ok && read.value.lots, 1);
    assert.equal((await lotsOf(engine)).lots.length, 1);
    assert.equal(tries, 1);
  });

  it("runs on the page when the worker's script does not load", async () => {
    const engine = engineAway(() => {
      const line: WorkerLine = { postMessage: () => undefined, onmessage: null, onerror: null, terminate: () => undefined };
      setTimeout(() => line.onerror?.({} as ErrorEvent), 0);
      return line;
    }, engineHere);
    await engine.read(request([["2024-01-02", "Buy", "XYZ", 5, 10]]));
    assert.equal((await lotsOf(engine)).lots.length, 1);
  });

  it("a question withdrawn ends at once", async () => {
    const engine = engineAway(() => workerWith(slow()), engineHere);
    await engine.read(request(manyTrades()));
    const controller = new AbortController();
    const asked = engine.ask("lots", {}, { signal: controller.signal });
    setTimeout(() => controller.abort(), 5);
    await assert.rejects(asked, Stopped);
  });

  it("a worker that is stuck is ended; the next one reads the trades again and answers what was still waited for", async () => {
    let started = 0;
    const engine = engineAway(() => (++started === 1 ? deafWorker() : workerWith()), engineHere, 20);
    const controller = new AbortController();
    void engine.read(request([["2024-01-02", "Buy", "XYZ", 5, 10]])).catch(() => undefined);
    const stuck = engine.ask("lots", {}, { signal: controller.signal });
    const waiting = lotsOf(engine);
    setTimeout(() => controller.abort(), 5);
    await assert.rejects(stuck, Stopped);
    assert.equal((await waiting).lots.length, 1);
    assert.equal(started, 2);
  });

  it("a question before any trades is a sentence, not a fault", async () => {
    const asked = await engineHere().ask("lots", {});
    assert.equal(asked.ok ? "" : asked.problem.sentence, "No trades have been read yet.");
  });
});

/** An engine whose lots take their time, breathing. */
function slow(): Engine {
  return engineHere({
    ...ANSWERS,
    lots: async (_, __, step) => {
      for (let turn = 0; turn < 200; turn++) {
        await new Promise((resolve) => setTimeout(resolve, 15));
        await step.breathe();
      }
      return done({ asOf: 0, lots: [], withoutPrice: [] } as unknown as LotsView);
    },
  });
}

type Shown = Answered<"lots"> | null;

/** An engine that answers when told to. */
function byHand(): { readonly engine: Engine; readonly answer: (at: number, asOf: number) => void } {
  const answers: ((asOf: number) => void)[] = [];
  const ask = () => new Promise((resolve) => answers.push((asOf) => resolve(done({ asOf, lots: [], withoutPrice: [] }))));
  return { engine: { ask } as unknown as Engine, answer: (at, asOf) => answers[at]?.(asOf) };
}

describe("A question asked again and again", () => {
  const turns = () => new Promise((resolve) => setTimeout(resolve, 5));

  it("the newest wins, also when an older answer comes later; the old one stays until then", async () => {
    let shown: Shown = null;
    const show = (next: (before: Shown) => Shown): void => void (shown = next(shown));
    const { engine, answer } = byHand();
    const ask = (known: Map<string, unknown>) => startAsking({ engine, question: "lots", ask: {}, known, show, again: () => undefined });
    const first = ask(new Map());
    assert.equal((shown as Shown)?.state, "working");
    answer(0, 1);
    await turns();
    first.stop();
    const second = ask(new Map());
    const { renewal, ...rest } = shown as unknown as Extract<Shown, { state: "answered" }>;
    assert.deepEqual(rest, { state: "answered", answer: { asOf: 1, lots: [], withoutPrice: [] }, renewing: true });
    assert.equal(typeof renewal?.cancel, "function");
    second.stop();
    ask(new Map());
    answer(2, 3);
    await turns();
    answer(1, 2);
    await turns();
    assert.deepEqual(shown, { state: "answered", answer: { asOf: 3, lots: [], withoutPrice: [] }, renewing: false });
  });

  it("an answer known already is shown at once", async () => {
    let shown: Shown = null;
    const { engine, answer } = byHand();
    const known = new Map<string, unknown>();
    const options = { engine, question: "lots" as const, ask: {}, known, show: (next: (before: Shown) => Shown) => void (shown = next(shown)), again: () => undefined };
    startAsking(options);
    answer(0, 7);
    await turns();
    shown = null;
    startAsking(options);
    assert.equal((shown as Shown)?.state, "answered");
  });

  it("Cancel says that it stopped, and an answer that comes after it is not shown", async () => {
    let shown: Shown = null;
    const { engine, answer } = byHand();
    startAsking({ engine, question: "lots", ask: {}, known: new Map(), show: (next) => void (shown = next(shown)), again: () => undefined });
    const working = shown as Shown;
    if (working?.state === "working") working.cancel();
    answer(0, 1);
    await turns();
    assert.equal((shown as Shown)?.state, "stopped");
  });
});
