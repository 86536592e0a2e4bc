/** The stock of each option under its name of the day: an open option follows its stock through a symbol change (R-CA-10). */
import type { OptionTerms } from "./trades";

export class Underlyings {
  private readonly renamed = new Map<number, number>();

  constructor(private readonly options: ReadonlyMap<number, OptionTerms>) {}

  clear(): void {
    if (this.renamed.size > 0) this.renamed.clear();
  }

  /** Symbol of the option's stock today; undefined for what is no option. */
  of(symbol: number): number | undefined {
    const underlying = this.options.get(symbol)?.underlying;
    return underlying === undefined ? undefined : (this.renamed.get(symbol) ?? underlying);
  }

  rename(symbol: number, newSymbol: number): void {
    for (const option of this.options.keys()) if (this.of(option) === symbol) this.renamed.set(option, newSymbol);
  }
}
