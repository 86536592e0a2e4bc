/** Tells when the workbook has come to rest, and what it waits for when it does not. */
import type { Grid } from "../grid/grid";
import type { Host } from "../host/host";

export interface WorkbenchState {
  /** The add-in has started its custom functions. */
  readonly ready: boolean;
  readonly settled: boolean;
  readonly unanswered: readonly string[];
  readonly missingMembers: readonly string[];
  readonly usedMembers: readonly string[];
  readonly calls: number;
  readonly waves: number;
}

const LOOK_EVERY_MS = 50;
/** Rest counts only when it lasts: an answered wave is calculated a moment later. */
const REST_MS = 250;

export class SettledWatch {
  private restSince: number | null = null;
  private wasSettled: boolean | null = null;

  constructor(
    private readonly grid: Grid,
    private readonly host: Host,
    private readonly onChange: (state: WorkbenchState) => void,
  ) {
    window.setInterval(() => void this.look(), LOOK_EVERY_MS);
  }

  state(): WorkbenchState {
    return {
      ready: this.host.functionsReady,
      settled: this.restSince !== null && performance.now() - this.restSince >= REST_MS,
      unanswered: this.host.unansweredFunctions(),
      missingMembers: this.host.members.missing(),
      usedMembers: this.host.members.used(),
      ...this.host.callCounts(),
    };
  }

  async settled(timeoutMs: number): Promise<void> {
    const end = performance.now() + timeoutMs;
    this.restSince = null;
    while (performance.now() < end) {
      if (this.state().settled) return;
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
    throw new Error(this.whatIsMissing());
  }

  private look(): void {
    const resting = this.host.isSettled() && this.grid.isCalculated();
    if (!resting) this.restSince = null;
    else this.restSince ??= performance.now();
    const state = this.state();
    if (state.settled === this.wasSettled) return;
    this.wasSettled = state.settled;
    if (state.settled) this.host.rest();
    this.onChange(state);
  }

  private whatIsMissing(): string {
    const { ready, unanswered } = this.state();
    if (!ready) return "The add-in did not start its custom functions.";
    if (unanswered.length > 0) return `No answer from ${unanswered.join(", ")}.`;
    return "The workbook did not finish calculating.";
  }
}
