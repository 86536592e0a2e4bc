/** Answers by function and exact arguments, so that a recalculation asks only what it has not asked before. */

/** Keys hold whole ranges as text. Above this many characters, answers of earlier rounds are forgotten. */
const KEY_CHARACTERS_KEPT = 60_000_000;

interface Kept<T> {
  readonly answer: T;
  round: number;
}

export class AnswerCache<T> {
  private readonly kept = new Map<string, Kept<T>>();
  private characters = 0;
  private round = 0;

  get(key: string): T | undefined {
    const entry = this.kept.get(key);
    if (entry === undefined) return undefined;
    entry.round = this.round;
    return entry.answer;
  }

  set(key: string, answer: T): void {
    if (!this.kept.has(key)) this.characters += key.length;
    this.kept.set(key, { answer, round: this.round });
  }

  /**
   * A calculation has come to rest. What it used stays however large it is: to forget that would be to
   * ask for it again, and forget it again, without end.
   */
  newRound(): void {
    if (this.characters > KEY_CHARACTERS_KEPT) {
      for (const [key, entry] of this.kept) {
        if (entry.round === this.round) continue;
        this.kept.delete(key);
        this.characters -= key.length;
      }
    }
    this.round++;
  }
}
