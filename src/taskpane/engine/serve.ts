/** The worker's side of the line: hands every message to an engine and sends back what it says. */
import type { BrokerCells } from "../../sheet/placing/broker-place";
import type { Outcome } from "../../values/outcome";
import { Stopped, type Engine, type Question, type Questions, type ReadRequest, type Waiting } from "./contract";
import { TRAVEL_IN_PARTS, type FromWorker, type Line, type ToWorker } from "./messages";
import { inParts, whole, type Part } from "./parts";

export function serve(line: Line, engine: Engine): void {
  const running = new Map<number, AbortController>();
  const partsOf = new Map<number, Part[]>();
  const wholeOf = (id: number, rest: unknown): unknown => {
    const parts = partsOf.get(id);
    partsOf.delete(id);
    return parts === undefined ? rest : whole({ rest, parts });
  };
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
      case "part": {
        const parts = partsOf.get(data.id);
        if (parts === undefined) partsOf.set(data.id, [data.part]);
        else parts.push(data.part);
        return;
      }
      case "read": {
        const request = wholeOf(data.id, data.request) as ReadRequest;
        return void work(data.id, (waiting) => engine.read(request, waiting));
      }
      case "forms": {
        const forms = wholeOf(data.id, data.forms) as readonly BrokerCells[];
        return void work(data.id, (waiting) => engine.readForms(forms, waiting));
      }
      case "turn":
        return void work(data.id, (waiting) => engine.turn(data.request, waiting));
      case "ask": {
        const ask = wholeOf(data.id, data.ask) as Questions[Question]["ask"];
        return void work(data.id, (waiting) => engine.ask(data.question, ask, waiting), TRAVEL_IN_PARTS.has(data.question));
      }
      case "withdraw":
        partsOf.delete(data.id);
        return running.get(data.id)?.abort();
    }
  };
  say({ kind: "ready" });
}
