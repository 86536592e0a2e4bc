import type { WorkerLine } from "./away";

/** The build puts the worker's script beside the page. Throws where the browser has no workers. */
export function startWorker(): WorkerLine {
  return new Worker("worker.js", { name: "Taxlot engine" });
}
