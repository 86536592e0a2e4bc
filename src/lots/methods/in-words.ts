/** An ordering in words, made from the ordering itself so that the two cannot come to differ. */
import { weighsTax, type LotGroup, type Measure, type Ordering, type Result } from "./ordering";

const ALONE: Readonly<Record<Measure, string>> = {
  earliest: "Earliest acquired first",
  latest: "Latest acquired first",
  oldestPeriod: "Oldest holding period first",
  dearest: "Highest adjusted basis per share first",
  cheapest: "Lowest adjusted basis per share first",
  leastTax: "Lowest (net price - adjusted basis per share) x rate of the lot's own term first; needs Short rate and Long rate",
  mostTax: "Highest (net price - adjusted basis per share) x rate of the lot's own term first; needs Short rate and Long rate",
};

/** "Short-term losses, greatest first; then long-term losses, greatest first; …; gain and loss are measured per share" */
export function orderInWords(ordering: Ordering): string {
  const { groups, unknownCost } = ordering;
  const order = groups.length === 1 ? ALONE[groups[0]!.first] : groups.map(groupInWords).join("; then ");
  const notes = [...notesOnResults(ordering)];
  if (unknownCost !== "asZero") notes.push(`lots of unknown cost ${unknownCost === "first" ? "before" : "after"} all others`);
  return capitalized([order, ...notes].join("; "));
}

/** Shares that bring neither gain nor loss wait with the gains or with the losses where they have no group of their own. */
function notesOnResults({ groups }: Ordering): readonly string[] {
  if (!groups.some(({ results }) => results !== undefined)) return [];
  const measured = "gain and loss are measured per share";
  const shared = groups.find(({ results }) => results !== undefined && results.length > 1 && results.includes("none"));
  if (shared === undefined) return [measured];
  return [measured, `neither gain nor loss counts as a ${shared.results!.includes("gain") ? "gain" : "loss"} of 0`];
}

export function tiesInWords({ groups }: Ordering): string {
  const [only] = groups;
  if (groups.length === 1 && weighsTax(only!.first)) {
    const first = only!.first === "leastTax" ? "highest" : "lowest";
    return `Of shares without tax, ${first} adjusted basis per share first; then earlier acquired first, then the order of the rows`;
  }
  const byDate = groups.every(({ first }) => first === "earliest" || first === "latest");
  return byDate ? "The order of the rows, then the front of the lot" : "Earlier acquired first, then the order of the rows";
}

function groupInWords(group: LotGroup): string {
  const { acquiredOnDayOfSale, term, results, first } = group;
  if (acquiredOnDayOfSale) return `lots acquired on the day of the sale, ${uncapitalized(ALONE[first])}`;
  const termWord = term === undefined ? "" : `${term}-term `;
  if (results === undefined) return `${term === undefined ? "" : `${termWord}lots, `}${uncapitalized(ALONE[first])}`;
  if (weighsTax(first)) throw new Error("orderInWords: no words for tax inside a group of results");
  return resultsInWords(termWord, results, first);
}

function resultsInWords(termWord: string, results: readonly Result[], first: Measure): string {
  const isLoss = results.includes("loss");
  if (!isLoss && !results.includes("gain")) return `${termWord}with neither gain nor loss`;
  const greatestFirst = isLoss === (first === "dearest");
  return `${termWord}${isLoss ? "losses" : "gains"}, ${greatestFirst ? "greatest" : "smallest"} first`;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function uncapitalized(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
