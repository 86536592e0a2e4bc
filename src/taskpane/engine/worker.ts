/** Runs in the Web Worker: the engine, away from the page. */
import { engineHere } from "./here";
import type { Line } from "./messages";
import { serve } from "./serve";

serve(globalThis as unknown as Line, engineHere());
