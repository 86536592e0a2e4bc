/** Runs in the Web Worker: the engine, away from the page. Loaded by the page itself, it offers the page a line to it. */
import { engineHere } from "./here";
import type { Line } from "./messages";
import { LINE_ON_PAGE } from "./on-page";
import { serve } from "./serve";

if (typeof document === "undefined") {
  serve(globalThis as unknown as Line, engineHere());
} else {
  const { port1, port2 } = new MessageChannel();
  serve(port2, engineHere());
  Object.assign(globalThis, { [LINE_ON_PAGE]: port1 });
}
