/** A harvest case through the built HARVEST: each candidate by itself, at its own price. */
import { callTable } from "./built-functions";
import type { ExpectedHarvest, HarvestCase } from "./case-format";
import { serialFromIso, settingsRange, tradesRange } from "./case-ranges";

/** One sentence for each figure that differs. */
export function harvestDifferences(one: HarvestCase): string[] {
  return one.expect.flatMap((expected) => {
    const candidate = one.candidates.find(({ lotId }) => lotId === expected.lotId);
    if (candidate === undefined) return [`${expected.lotId}: is no candidate of the case`];
    const symbol = one.transactions.find(({ lotId }) => lotId === expected.lotId)?.symbol ?? "";
    const prices = [["Symbol", "Price"], [symbol, Number(candidate.price)]];
    const rows = callTable("HARVEST", tradesRange(one.transactions), prices, serialFromIso(one.asOf), null, settingsRange(one));
    const row = rows.find((found) => found["Lot"] === expected.lotId);
    if (row === undefined) return [`${expected.lotId}: HARVEST has no row for it`];
    return Object.entries(figures(expected))
      .filter(([heading, value]) => row[heading] !== value)
      .map(([heading, value]) => `${expected.lotId}, ${heading}: expected ${value}, got ${String(row[heading])}`);
  });
}

function figures(expected: ExpectedHarvest): Record<string, number | string> {
  return {
    Loss: Number(expected.loss),
    "Washed now": Number(expected.washed),
    "Permanently lost": Number(expected.permanentlyLost),
    "Harvestable loss": Number(expected.allowed),
    "Clean sale date": expected.cleanSaleDate === null ? "" : serialFromIso(expected.cleanSaleDate),
    "Clean rebuy date": serialFromIso(expected.cleanRepurchaseDate),
  };
}
