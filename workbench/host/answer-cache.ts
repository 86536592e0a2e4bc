/** Answers by function and exact arguments, so that a recalculation asks only what it has not asked before. */

/** Keys hold whole ranges as text; this bounds what they may occupy. */
const KEY_CHARACTERS_KEPT = 60_000_000;

export class AnswerCache<T> {
  private readonly answers = new Map<string, T>();
  private characters = 0;

  get(key: string): T | undefined {
    const answer = this.answers.get(key);
    if (answer === undefined) return undefined;
    // Used last, forgotten last.
    this.answers.delete(key);
    this.answers.set(key, answer);
    return answer;
  }

  set(key: string, answer: T): void {
    if (!this.answers.has(key)) this.characters += key.length;
    this.answers.set(key, answer);
    for (const oldest of this.answers.keys()) {
      if (this.characters <= KEY_CHARACTERS_KEPT || oldest === key) return;
      this.answers.delete(oldest);
      this.characters -= oldest.length;
    }
  }
}
