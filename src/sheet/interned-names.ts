/** Symbols or accounts: each gets a number, as first written; compared without case and trimmed. */

export class InternedNames {
  readonly names: string[] = [];
  private readonly byUpperCase = new Map<string, number>();
  /** By the cell's own text, so that a name met before costs one look-up and no reading of the cell. */
  private readonly byCellText = new Map<string, number>();

  /** Index of the name that a cell with just this text had before; undefined when it is to be read. */
  seen(cell: unknown): number | undefined {
    return typeof cell === "string" ? this.byCellText.get(cell) : undefined;
  }

  /**
   * @param name trimmed, not blank
   * @param cell the cell it was read from, when that cell alone decides the name
   */
  indexOf(name: string, cell?: unknown): number {
    const key = name.toUpperCase();
    let index = this.byUpperCase.get(key);
    if (index === undefined) {
      index = this.names.length;
      this.names.push(name);
      this.byUpperCase.set(key, index);
    }
    if (typeof cell === "string") this.byCellText.set(cell, index);
    return index;
  }
}
