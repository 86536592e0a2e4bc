/**
 * One row of Form 8949 against what the broker's form says of it: proceeds, basis, wash and term, each with the code and amount
 * it brings into columns (f) and (g) (R-8949-2, R-8949-3). All codes and amounts of the row's parts together are those of the row.
 */
import type { Book } from "../lots/book-types";
import { moneyText } from "../values/money-text";
import { isoFromDay } from "../values/plain-date";
import { isBasisReported, isOnNoForm, partOf } from "./form-8949/box";
import { costColumn, isRounding, premiumNetted, proceedsColumn, washCode } from "./form-8949/columns";
import type { ComparedSale } from "./form-8949/rows";
import type { Difference } from "./form-8949-types";
import type { BrokersFigures } from "./brokers-view";
import { basisCause, proceedsCause, termCause, washCause, type Cause, type SaleToExplain } from "./reconcile-causes";

/** A part that agrees to the cent, and the adjustment it has all the same. */
export interface TiedPart {
  readonly part: "Proceeds" | "Basis" | "Wash";
  readonly cents: number;
  readonly adjustmentCents: number;
}

export interface ComparedParts {
  readonly differences: readonly Difference[];
  readonly ties: readonly TiedPart[];
}

function premiumNettedCause(feesCents: number): Cause {
  const gain = feesCents === 0 ? ": the gain is the same" : `, and leaves out ${moneyText(feesCents)} of fees`;
  return { cause: "Premium netted", note: `The form takes what closing the option cost off the premium and leaves it out of the basis${gain}.` };
}

/** @param sale found on the broker's form */
export function compareParts(book: Book, sale: ComparedSale, brokers: BrokersFigures | null, summed: SaleToExplain["summed"]): ComparedParts {
  const { row, figures, portions } = sale;
  const reported = figures.reported!;
  const onForm = isOnNoForm(row.box) ? null : reported;
  const explain: SaleToExplain = { book, portions, figures, reported, brokers, summed };
  const base = { symbol: row.symbol, account: row.account, sold: row.sold, saleRows: [row.saleRow], brokerRow: portions[0]!.reported!.row.row };
  const differences: Difference[] = [];
  const ties: TiedPart[] = [];

  const compare = (
    part: TiedPart["part"], ours: number, theirs: number | null, column: Pick<Difference, "code" | "adjustmentCents">, causeOf: () => Cause,
  ): void => {
    if (ours === theirs) {
      ties.push({ part, cents: ours, adjustmentCents: column.adjustmentCents });
      return;
    }
    const isOfCents = theirs !== null && isRounding(ours - theirs, figures.roundingCents);
    const netted = onForm === null || part === "Wash" ? null : premiumNetted(figures, reported);
    const { cause, note } = netted !== null ? premiumNettedCause(netted.feesCents) : isOfCents ? { cause: "Rounding" as const, note: "" } : causeOf();
    const { code, adjustmentCents } = column;
    differences.push({ ...base, part, oursCents: ours, theirsCents: theirs, differenceCents: ours - (theirs ?? 0), cause, code, adjustmentCents, note });
  };

  const proceeds = proceedsColumn(figures, onForm);
  compare("Proceeds", figures.proceedsCents, reported.proceedsCents, proceeds, () => proceedsCause(explain));
  const isZeroForNone = reported.basisCents === 0 && figures.basisCents !== 0 && !isBasisReported(row.box);
  compare("Basis", figures.basisCents, isZeroForNone ? null : reported.basisCents, costColumn(figures, onForm, row.box), () => basisCause(explain));
  const wash = { code: washCode(figures, onForm), adjustmentCents: figures.washCents };
  compare("Wash", figures.washCents, reported.washCents, wash, () => washCause(explain));
  if (reported.isOtherTerm) {
    const ours = partOf(row.box) === "I" ? "short" : "long";
    const from = book.realized.holdingFrom[portions[0]!.piece]!;
    const { cause, note } = termCause(explain, `Yours is ${ours}-term, held since ${isoFromDay(from)}; the form says ${ours === "short" ? "long" : "short"}-term.`);
    const code = onForm === null ? "" : "T";
    differences.push({ ...base, part: "Term", oursCents: null, theirsCents: null, differenceCents: null, cause, code, adjustmentCents: 0, note });
  }
  return { differences, ties };
}
