/**
 * Gift received (R-GIFT-1): the giver's basis, and for a loss no more than the value at the gift; the giver's
 * period counts. Gift tax paid raises the basis by the part that fell on the appreciation, never above the
 * value. Between spouses and in a divorce the giver's basis counts for gain and loss alike (R-GIFT-3).
 * IRC 1015(a), (d)(6), (e); 1041(b); 1223(2). A gift is no acquisition for wash sales (R-WS-2).
 */
import type { Ledger } from "../ledger";
import type { RowFault } from "../trades";
import { centsOfShares } from "../../values/priced";
import { take } from "../../values/take";

export function giftReceived(ledger: Ledger, at: number): RowFault | null {
  const { trades, pieces } = ledger;
  const detail = trades.details.get(at)!;
  const day = trades.day[at]!;
  const units = ledger.unitsAt(at);
  const giverBasisCents = trades.amountCents[at]!;
  const valueCents = detail.value === undefined ? null : centsOfShares(units, ledger.unitsPerShare, detail.value);
  const appreciationCents = valueCents === null ? 0 : Math.max(0, valueCents - giverBasisCents);
  const taxCents = detail.giftTaxCents ?? 0;
  const addedCents =
    appreciationCents === 0 || taxCents === 0 ? 0 : Math.min(appreciationCents, take(taxCents, appreciationCents, valueCents!));
  const piece = pieces.add(at, ledger.nextSequence(), day, units, giverBasisCents + addedCents);
  pieces.holdingFrom[piece] = detail.acquired ?? day;
  pieces.markNoAcquisition(piece);
  if (detail.basisUnknown) pieces.markBasisUnknown(piece);
  if (detail.fromSpouse === undefined && valueCents !== null && valueCents < giverBasisCents) {
    Object.assign(pieces.riderOf(piece), { lossBasisCents: valueCents, lossFrom: day });
  }
  ledger.arrive(piece, trades.symbol[at]!, trades.account[at]!);
  return null;
}
