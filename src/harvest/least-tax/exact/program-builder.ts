/** Puts a program together, column by column and row by row. Money stands in dollars in it, so that its numbers stay small. */
import type { Column, Program, Row } from "./integer-program";

export const CENTS = 100;

export class ProgramBuilder {
  private readonly columns: Column[] = [];
  private readonly rows: Row[] = [];

  column(least: number, most: number, { cost = 0, isWhole = false }: { readonly cost?: number; readonly isWhole?: boolean } = {}): number {
    return this.columns.push({ cost, least, most, isWhole }) - 1;
  }

  /** Yes or no. */
  choice(): number {
    return this.column(0, 1, { isWhole: true });
  }

  /** least ≤ Σ value × column ≤ most. */
  row(least: number, terms: Terms, most: number): number {
    return this.rows.push({ least, most, columns: terms.columns, values: terms.values }) - 1;
  }

  program(within: number, seconds: number): Program {
    return { columns: this.columns, rows: this.rows, within, seconds };
  }
}

/** A sum of columns. */
export class Terms {
  readonly columns: number[] = [];
  readonly values: number[] = [];

  constructor(...terms: readonly (readonly [column: number, value: number])[]) {
    for (const [column, value] of terms) this.add(column, value);
  }

  add(column: number, value: number): this {
    if (value !== 0) {
      this.columns.push(column);
      this.values.push(value);
    }
    return this;
  }

  with(...terms: readonly (readonly [column: number, value: number])[]): Terms {
    const all = new Terms(...terms);
    this.columns.forEach((column, at) => all.add(column, this.values[at]!));
    return all;
  }
}
