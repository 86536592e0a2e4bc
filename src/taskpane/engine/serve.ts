/** The worker's side of the line: hands every message to an engine and sends back what it says. */
import type { Outcome } from "../../values/outcome";
import { Stopped, type Engine, type Question, type Questions, type ReadRequest, type Waiting } from "./contract";
import type { FromWorker, Line, ToWorker } from "./messages";

export function serve(line: Line, engine: Engine): void {
  const running = new Map<number, AbortController>();
  const rowsOf = new Map<number, (readonly unknown[])[]>();
  const say = (message: FromWorker): void => line.postMessage(message);

  const work = async (id: number, job: (waiting: Waiting) => Promise<Outcome<unknown>>): Promise<void> => {
    const controller = new AbortController();
    running.set(id, controller);
    try {
      const outcome = await job({ signal: controller.signal, working: (doing, share) => say({ kind: "working", id, doing, share }) });
      say(controller.signal.aborted ? { kind: "stopped", id } : { kind: "answered", id, outcome });
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
      case "ask":
        return void work(data.id, (waiting) => engine.ask(data.question, data.ask as Questions[Question]["ask"], waiting));
      case "withdraw":
        rowsOf.delete(data.id);
        return running.get(data.id)?.abort();
    }
  };
  say({ kind: "ready" });
}
