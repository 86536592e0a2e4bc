import type { WorkerLine } from "./away";
import { ENGINE_SCRIPT } from "./on-page";

/** Throws where the browser has no workers. */
export function startWorker(): WorkerLine {
  return new Worker(ENGINE_SCRIPT, { name: "Taxlot engine" });
}
