/**
 * The least tax where some cents of the results may change their term. A washed loss goes into the basis of its replacement,
 * and the replacement takes over its period: sold in the same plan, its result may be long-term that stood as short-term.
 * The sum of both terms stays. Piecewise linear like the tax itself, with its kinks moved.
 */
import type { QuickTax } from "./quick-tax";

/** @param mostCents that may go from one term to the other, either way */
export function withMoved(tax: QuickTax, mostCents: number): QuickTax {
  const { short, long, total } = tax.kinks;
  // Between its kinks the tax is linear along the way too: its least stands at an end of the way or at a kink.
  const of = (shortCents: number, longCents: number): number => {
    let least = Math.min(tax.of(shortCents + mostCents, longCents - mostCents), tax.of(shortCents - mostCents, longCents + mostCents));
    const at = (moved: number): void => {
      if (Math.abs(moved) < mostCents) least = Math.min(least, tax.of(shortCents + moved, longCents - moved));
    };
    for (const line of short) at(line - shortCents);
    for (const line of long) at(longCents - line);
    return least;
  };
  const shifted = (lines: readonly number[]): number[] => ascending(lines.flatMap((line) => [line - mostCents, line, line + mostCents]));
  return {
    ...tax,
    of,
    kinks: { short: shifted(short), long: shifted(long), total: ascending([...total, ...short.flatMap((one) => long.map((other) => one + other))]) },
  };
}

function ascending(lines: readonly number[]): number[] {
  return [...new Set(lines)].sort((a, b) => a - b);
}
