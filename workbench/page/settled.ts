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

const ROUND_MS = 40;
/**
 * Rest counts only when it lasts: what a person typed is worked off in steps, some of them with a frame.
 * It lasts a number of rounds and not a time, because on a slow machine a time passes and nothing is worked off.
 */
const ROUNDS_OF_REST = 6;

export class SettledWatch {
  private roundsAtRest = 0;
  private wasSettled: boolean | null = null;

  constructor(
    private readonly grid: Grid,
    private readonly host: Host,
    private readonly onChange: (state: WorkbenchState) => void,
  ) {
    this.nextRound();
  }

  state(): WorkbenchState {
    return {
      ready: this.host.functionsReady,
      settled: this.roundsAtRest >= ROUNDS_OF_REST && this.isAtRest(),
      unanswered: this.host.unansweredFunctions(),
      missingMembers: this.host.members.missing(),
      usedMembers: this.host.members.used(),
      ...this.host.callCounts(),
    };
  }

  async settled(timeoutMs: number): Promise<void> {
    const end = performance.now() + timeoutMs;
    this.roundsAtRest = 0;
    while (performance.now() < end) {
      if (this.state().settled) return;
      await new Promise((resolve) => setTimeout(resolve, ROUND_MS));
    }
    throw new Error(this.whatIsMissing());
  }

  /** The add-in is loaded and its functions are registered, no call is unanswered, no calculation runs or is due. */
  private isAtRest(): boolean {
    return this.host.isSettled() && this.grid.isCalculated();
  }

  /** A page that nobody sees has no frames. */
  private nextRound(): void {
    const look = () => this.look();
    window.setTimeout(() => (document.hidden ? look() : window.requestAnimationFrame(look)), ROUND_MS);
  }

  private look(): void {
    this.roundsAtRest = this.isAtRest() ? this.roundsAtRest + 1 : 0;
    const state = this.state();
    if (state.settled !== this.wasSettled) {
      this.wasSettled = state.settled;
      if (state.settled) this.host.rest();
      this.onChange(state);
    }
    this.nextRound();
  }

  private whatIsMissing(): string {
    const { ready, unanswered } = this.state();
    if (!ready) return "The add-in did not start its custom functions.";
    if (unanswered.length > 0) return `No answer from ${unanswered.join(", ")}.`;
    return "The workbook did not finish calculating.";
  }
}
