/**
 * What of the money of a row of the broker's form falls to each piece of ours that it covers. A form has one figure for lots and
 * sales of different prices, so it is divided as our own money is, and not by shares: where both sides agree in all, they agree
 * in every part, and a difference stays one (R-8949-5, R-RND-2).
 */
import { take } from "../../values/take";
import type { ReportedSale } from "../form-8949-types";
import type { Book } from "../../lots/book-types";
import { isRounding } from "./columns";
import type { Cut, ReportedPortion } from "./portions";

type Figures = Omit<ReportedPortion, "row">;

/** One for each cut, in their order. */
export function dividedFigures(book: Book, cuts: readonly Cut[]): Figures[] {
  const basis = (cut: Cut): number => cut.money.basisCents;
  const loss = (cut: Cut): number => Math.max(0, cut.money.basisCents - cut.money.proceedsCents);
  const proceeds = divided(cuts, ({ proceedsCents }) => proceedsCents, [(cut) => cut.money.proceedsCents]);
  // The broker's basis lacks what washes that it cannot see have added (R-WS-10).
  const bases = divided(cuts, ({ basisCents }) => basisCents ?? 0, [basis, (cut) => basis(cut) - addedByWashes(book, cut)]);
  const washes = divided(cuts, ({ washCents }) => washCents, [(cut) => cut.money.disallowedCents - cut.money.byFundRuleCents, loss]);
  return cuts.map(({ row }, at) => ({
    proceedsCents: proceeds[at]!, basisCents: row.basisCents === null ? null : bases[at]!, washCents: washes[at]!,
  }));
}

type Weigh = (cut: Cut) => number;

/** Row by row; where that ties with ours only for all rows of one kind together, the rows together. */
function divided(cuts: readonly Cut[], amountOf: (row: ReportedSale) => number, weighings: readonly Weigh[]): number[] {
  const ours = weighings[0]!;
  const ofRow = new Map<ReportedSale, Cut[]>();
  for (const cut of cuts) {
    const own = ofRow.get(cut.row);
    if (own === undefined) ofRow.set(cut.row, [cut]);
    else own.push(cut);
  }
  const rows = [...ofRow.keys()];
  const total = rows.reduce((sum, row) => sum + amountOf(row), 0);
  const isEachTied = rows.every((row) => ties(amountOf(row), ofRow.get(row)!, ours));
  if (!isEachTied && isOneKind(rows) && ties(total, cuts, ours)) return spread(total, cuts, ours);
  const parts = new Map<Cut, number>();
  for (const [row, own] of ofRow) {
    const amount = amountOf(row);
    const weigh = weighings.find((one) => ties(amount, own, one)) ?? weighings.find((one) => weight(own, one) > 0) ?? ours;
    spread(amount, own, weigh).forEach((cents, at) => parts.set(own[at]!, cents));
  }
  return cuts.map((cut) => parts.get(cut)!);
}

function addedByWashes({ realized }: Book, { piece, units }: Cut): number {
  return units === 0 ? 0 : take(realized.washAddedCents[piece]!, units, realized.units[piece]!);
}

function weight(cuts: readonly Cut[], weigh: Weigh): number {
  return cuts.reduce((sum, cut) => sum + weigh(cut), 0);
}

function ties(cents: number, cuts: readonly Cut[], weigh: Weigh): boolean {
  return isRounding(cents - weight(cuts, weigh), cuts.length);
}

/** Rows that lead to the same box and term, so that nothing hangs on which of them a cent stands in. */
function isOneKind(rows: readonly ReportedSale[]): boolean {
  const [first] = rows;
  return rows.every((row) =>
    row.form === first!.form && row.basisReported === first!.basisReported && row.term === first!.term && (row.basisCents === null) === (first!.basisCents === null));
}

/** By weight; by shares where nothing, or something below zero, would weigh. */
function spread(cents: number, cuts: readonly Cut[], weigh: Weigh): number[] {
  const byMoney = cuts.map(weigh);
  const isWeighed = byMoney.every((one) => one >= 0) && byMoney.some((one) => one > 0);
  const weights = isWeighed ? byMoney : cuts.map(({ units }) => units || 1);
  let [centsLeft, weightLeft] = [cents, weights.reduce((sum, one) => sum + one, 0)];
  return weights.map((one) => {
    const part = weightLeft === 0 ? 0 : take(centsLeft, one, weightLeft);
    centsLeft -= part;
    weightLeft -= one;
    return part;
  });
}
