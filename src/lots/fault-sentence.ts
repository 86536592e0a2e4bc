/** A wrong row in one sentence or two: what is wrong, then what to do. */
import type { RowFault } from "./trades";

export function faultSentence(fault: Pick<RowFault, "problem" | "whatToDo">): string {
  const problem = withFullStop(fault.problem);
  return fault.whatToDo === "" ? problem : `${problem} ${fault.whatToDo}`;
}

/** The engine leaves the end of a problem open, so that it can be continued. */
export function withFullStop(sentence: string): string {
  return /[.?]$/.test(sentence) ? sentence : `${sentence}.`;
}
