/**
 * The engine on the page, in slices, where no worker can be had. It comes in the script that the worker would have run,
 * so that a page with a worker does not carry it.
 */
import type { Engine } from "./contract";
import type { Line } from "./messages";
import { engineOverLine } from "./over-line";

/** Where the script leaves its line for the page. */
export const LINE_ON_PAGE = "taxlotEngineOnPage";

export async function engineOnPage(): Promise<Engine> {
  await new Promise<void>((resolve, reject) => {
    const script = document.createElement("script");
    script.src = ENGINE_SCRIPT;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error("A part of Taxlot could not be loaded. Close the pane and open it again."));
    document.head.append(script);
  });
  const line = (globalThis as unknown as Record<string, Line>)[LINE_ON_PAGE];
  if (line === undefined) throw new Error("The engine did not start. Close the pane and open it again.");
  return engineOverLine(line, () => undefined);
}

/** The build puts it beside the page. */
export const ENGINE_SCRIPT = "worker.js";
