/** LOTCOMPARE: every method and the lots of least tax for one sale, best first. */
import { LEAST_TAX, leastTaxSentence } from "../../report/least-tax-words";
import type { ComparedMethod, ComparedSale } from "../../report/compare-sale";
import { dollarsFromCents } from "../../report/figures";
import type { Choices, Method } from "../../lots/choices";
import type { Problem } from "../../values/outcome";
import { dollarsOr, notAvailable, type Cell, type Row, type Table } from "./cell";
import { ratesNeeded } from "./rates-needed";

export const LOTCOMPARE_HEADINGS = [
  "Method", "Short gain", "Long gain", "Total gain", "Disallowed", "Tax this year", "More than best", "Lots used", "Which lots",
] as const;

export function lotCompareTable(compared: ComparedSale, choices: Choices): Table {
  const { methods, without, lackRates, impossible } = compared;
  return [
    [...LOTCOMPARE_HEADINGS],
    ...(without === null ? [] : [refusedRow(LEAST_TAX, without)]),
    ...methods.map((method) => methodRow(method, compared)),
    ...impossible.map(({ method, problem }) => refusedRow(method, problem)),
    ...lackRates.map((method) => refusedRow(method, lackingRates(method, choices))),
  ];
}

function methodRow({ method, sale, taxCents, moreThanBestCents }: ComparedMethod, { gapCents, without }: ComparedSale): Row {
  const note = method === null && gapCents !== null ? leastTaxSentence(gapCents) : null;
  return [
    method ?? LEAST_TAX,
    dollarsFromCents(sale.shortCents),
    dollarsFromCents(sale.longCents),
    dollarsFromCents(sale.shortCents + sale.longCents),
    dollarsFromCents(sale.disallowedCents),
    dollarsOr(taxCents, without ?? ""),
    dollarsOr(moreThanBestCents, without ?? ""),
    sale.lotsUsed,
    note === null ? sale.whichLots : `${sale.whichLots} (${note})`,
  ];
}

/** The reason stands in a cell, because Excel does not reliably show the message of an error value. */
function refusedRow(name: string, problem: Problem): Row {
  return LOTCOMPARE_HEADINGS.map((heading): Cell => (heading === "Method" ? name : heading === "Which lots" ? problem.sentence : problem));
}

function lackingRates(method: Method, choices: Choices): Problem {
  return notAvailable(ratesNeeded(method, choices));
}
