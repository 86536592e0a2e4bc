/**
 * Whether a grid is calculating or about to, from what its engine says and never from a clock. As Univer 0.25.1 has it:
 * - A change that touches formulas is always answered, after a pause, by the start of a calculation, or by a stop of
 *   the one that runs and then a start.
 * - Calculations run one after another. Each says when it begins to look for what depends on the change and when it
 *   is complete; its outcome follows right after. One that is stopped says so first, then the same.
 */
export class CalculationState {
  /** Something has changed; the calculation for it has not started. */
  private due = false;
  /** Calculations started that wait for the one before them. */
  private queued = 0;
  private running = false;
  /** The running calculation is complete; its outcome follows. */
  private complete = false;
  /** The running calculation has stopped, to start again with more to do. */
  private stopped = false;
  private overlapped = false;

  isCalculated(): boolean {
    return !this.due && this.queued === 0 && !this.running;
  }

  changed(): void {
    this.due = true;
  }

  started(): void {
    if ((this.queued > 0 || this.running) && !this.stopped) this.overlapped = true;
    this.stopped = false;
    this.due = false;
    this.queued++;
  }

  began(): void {
    this.queued = Math.max(0, this.queued - 1);
    this.running = true;
  }

  completed(): void {
    this.complete = true;
  }

  /** True when a calculation has ended with this outcome: those that stop tell an outcome before they are complete. */
  outcome(isStop: boolean): boolean {
    if (!this.complete) {
      this.stopped = isStop;
      return false;
    }
    this.complete = false;
    this.running = false;
    return true;
  }

  /**
   * True once, when a calculation was started into another and both have ended: Univer keeps what is to be calculated
   * in one place for both, so either may have missed cells, and everything is to be calculated once more.
   */
  missedCells(): boolean {
    if (!this.overlapped || this.queued > 0 || this.running) return false;
    this.overlapped = false;
    return true;
  }
}
