/** Runs work that can be sliced, letting the page have its turn between two steps. */
import type { Sliced } from "../../harvest/harvest-types";
import type { Step } from "../engine/contract";

export async function inSlices<T>(work: Sliced<T>, step: Step, doing: string): Promise<T> {
  for (;;) {
    const next = work.next();
    if (next.done === true) return next.value;
    const { done, of } = next.value;
    step.working(doing, of > 0 ? done / of : null);
    await step.breathe();
  }
}
