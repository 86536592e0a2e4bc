/** An ordering in words, made from the ordering itself so that the two cannot come to differ. */
import { weighsTax, type LotGroup, type Measure, type Ordering } from "./ordering";

const ALONE: Readonly<Record<Measure, string>> = {
  earliest: "Earliest acquired first",
  latest: "Latest acquired first",
  oldestPeriod: "Oldest holding period first",
  dearest: "Highest adjusted basis per share first",
  cheapest: "Lowest adjusted basis per share first",
  leastTax: "Lowest (net price - adjusted basis per share) x rate of the lot's own term first; needs Short rate and Long rate",
  mostTax: "Highest (net price - adjusted basis per share) x rate of the lot's own term first; needs Short rate and Long rate",
};

/** "Short-term losses, greatest first; long-term losses, greatest first; …, all per share" */
export function orderInWords(ordering: Ordering): string {
  const { groups, unknownCost } = ordering;
  const parts = groups.length === 1 ? [ALONE[groups[0]!.first]] : groups.map(groupInWords);
  if (groups.some(({ results }) => results !== undefined)) parts.push("gain and loss are measured per share");
  if (unknownCost !== "asZero") parts.push(`lots of unknown cost ${unknownCost === "first" ? "before" : "after"} all others`);
  return capitalized(parts.join("; "));
}

export function tiesInWords({ groups }: Ordering): string {
  const byDate = groups.every(({ first }) => first === "earliest" || first === "latest");
  return byDate ? "The order of the rows, then the front of the lot" : "Earlier acquired first, then the order of the rows";
}

function groupInWords(group: LotGroup): string {
  const { acquiredOnDayOfSale, term, results, first } = group;
  if (acquiredOnDayOfSale) return `lots acquired on the day of the sale, ${ALONE[first].toLowerCase()}`;
  const termWord = term === undefined ? "" : `${term}-term `;
  if (results === undefined) return `${term === undefined ? "" : `${termWord}lots, `}${uncapitalized(ALONE[first])}`;
  if (weighsTax(first)) throw new Error("orderInWords: no words for tax inside a group of results");
  return resultsInWords(termWord, results, first);
}

/** Shares that bring neither gain nor loss are named beside the losses or gains they wait with. */
function resultsInWords(termWord: string, results: readonly string[], first: Measure): string {
  const neither = results.includes("none");
  const isLoss = results.includes("loss");
  if (!isLoss && !results.includes("gain")) return `${termWord}with neither gain nor loss`;
  const greatestFirst = isLoss === (first === "dearest");
  const size = `${greatestFirst ? "greatest" : "smallest"} first`;
  return `${termWord}${isLoss ? "losses" : "gains"}, ${size}${neither ? " (no gain and no loss counting as 0)" : ""}`;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function uncapitalized(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
