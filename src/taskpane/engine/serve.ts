/** The worker's side of the line: hands every message to an engine and sends back what it says. */
import type { Outcome } from "../../values/outcome";
import { Stopped, type Engine, type Question, type Questions, type ReadRequest, type Waiting } from "./contract";
import { TRAVEL_IN_PARTS, type FromWorker, type Line, type ToWorker } from "./messages";
import { inParts, whole, type Part } from "./parts";

export function serve(line: Line, engine: Engine): void {
  const running = new Map<number, AbortController>();
  const rowsOf = new Map<number, (readonly unknown[])[]>();
  const partsOf = new Map<number, Part[]>();
  const say = (message: FromWorker): void => line.postMessage(message);

  const answer = (id: number, outcome: Outcome<unknown>, travelsInParts: boolean): void => {
    const { rest, parts } = travelsInParts ? inParts(outcome) : { rest: outcome, parts: [] };
    for (const part of parts) say({ kind: "part", id, part });
    say({ kind: "answered", id, outcome: rest as Outcome<unknown> });
  };

  const work = async (id: number, job: (waiting: Waiting) => Promise<Outcome<unknown>>, travelsInParts = false): Promise<void> => {
    const controller = new AbortController();
    running.set(id, controller);
    try {
      const outcome = await job({ signal: controller.signal, working: (doing, share) => say({ kind: "working", id, doing, share }) });
      if (controller.signal.aborted) say({ kind: "stopped", id });
      else answer(id, outcome, travelsInParts);
    } catch (error) {
      if (error instanceof Stopped) say({ kind: "stopped", id });
      else say({ kind: "broken", id, message: error instanceof Error ? error.message : String(error) });
    }
    running.delete(id);
  };

  line.onmessage = ({ data }: MessageEvent<ToWorker>) => {
    switch (data.kind) {
      case "rows":
        rowsOf.set(data.id, [...(rowsOf.get(data.id) ?? []), ...data.rows]);
        return;
      case "read": {
        const request: ReadRequest = { ...data.request, cells: rowsOf.get(data.id) ?? [] };
        rowsOf.delete(data.id);
        return void work(data.id, (waiting) => engine.read(request, waiting));
      }
      case "forms": {
        const rows = rowsOf.get(data.id) ?? [];
        rowsOf.delete(data.id);
        let first = 0;
        const forms = data.places.map((place, at) => ({ place, cells: rows.slice(first, (first += data.rowsOf[at] ?? 0)) }));
        return void work(data.id, (waiting) => engine.readForms(forms, waiting));
      }
      case "turn":
        return void work(data.id, (waiting) => engine.turn(data.request, waiting));
      case "part":
        partsOf.set(data.id, [...(partsOf.get(data.id) ?? []), data.part]);
        return;
      case "ask": {
        const parts = partsOf.get(data.id);
        partsOf.delete(data.id);
        const ask = (parts === undefined ? data.ask : whole({ rest: data.ask, parts })) as Questions[Question]["ask"];
        return void work(data.id, (waiting) => engine.ask(data.question, ask, waiting), TRAVEL_IN_PARTS.has(data.question));
      }
      case "withdraw":
        rowsOf.delete(data.id);
        partsOf.delete(data.id);
        return running.get(data.id)?.abort();
    }
  };
  say({ kind: "ready" });
}
