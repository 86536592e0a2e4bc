/** Symbols or accounts: each gets a number, as first written; compared without case and trimmed. */

export class InternedNames {
  readonly names: string[] = [];
  readonly #byUpperCase = new Map<string, number>();
  /** The text as the cell has it, so that a name seen before costs one look-up. */
  readonly #byText = new Map<string, number>();

  /** @param text not blank */
  indexOf(text: string): number {
    const seen = this.#byText.get(text);
    if (seen !== undefined) return seen;
    const name = text.trim();
    const key = name.toUpperCase();
    let index = this.#byUpperCase.get(key);
    if (index === undefined) {
      index = this.names.length;
      this.names.push(name);
      this.#byUpperCase.set(key, index);
    }
    this.#byText.set(text, index);
    return index;
  }
}
