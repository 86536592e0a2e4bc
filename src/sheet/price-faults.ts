/** What a wrong row of the prices does to the symbol it names: a gap that names the row, instead of a price that is missing. */
import type { HarvestGap } from "../harvest/harvest-types";
import type { PriceFault } from "./read-prices";

/** The sentence of the row that keeps a symbol from having a price; null where none does. */
export function faultOfSymbol(faults: readonly PriceFault[], symbol: string): string | null {
  const wanted = symbol.toUpperCase();
  return faults.find((fault) => fault.symbol === wanted)?.sentence ?? null;
}

/** A symbol whose price cannot be used is refused by its row, like one with a wrong trade. */
export function gapsWithFaults(gaps: readonly HarvestGap[], faults: readonly PriceFault[]): readonly HarvestGap[] {
  if (faults.length === 0) return gaps;
  return gaps.map((gap) => {
    const sentence = gap.kind === "no-price" ? faultOfSymbol(faults, gap.symbol) : null;
    return sentence === null ? gap : { ...gap, kind: "refused", sentence };
  });
}
