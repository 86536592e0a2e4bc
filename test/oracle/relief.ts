/** Which pieces a sale takes, and in what order (rulebook section 3). */
import type { CaseSettings, CaseTransaction } from "../cases/case-format";
import { isLongTerm } from "./calendar";
import { Exact } from "./cents";
import { byAcquisition, Refusal, type Holdings, type Piece } from "./holdings";

export interface SaleFacts {
  readonly day: number;
  readonly units: number;
  readonly proceeds: Exact;
}

/** The pieces of a sale in fill order, cut to size and still held. */
export function choosePieces(
  holdings: Holdings,
  pool: readonly Piece[],
  sale: SaleFacts,
  settings: CaseSettings,
  lots: readonly { readonly lotId: string; readonly units: number | null }[] | null,
  what: string,
): Piece[] {
  if (lots === null) return holdings.pick(inOrder(pool, sale, settings), sale.units, what);
  const picked: Piece[] = [];
  let needed = sale.units;
  for (const { lotId, units } of lots) {
    const ofLot = pool.filter((piece) => piece.purchase.lot === lotId && piece.state === "held" && !picked.includes(piece));
    if (ofLot.length === 0) throw new Refusal(`${what}: no open lot is called ${lotId}.`);
    const all = ofLot.reduce((sum, piece) => sum + piece.shares.length, 0);
    const parts = holdings.pick(ofLot, units ?? Math.min(all, needed), `${what}, lot ${lotId}`);
    needed -= parts.reduce((sum, piece) => sum + piece.shares.length, 0);
    picked.push(...parts);
  }
  if (needed !== 0) throw new Refusal(`${what}: the lots named are not the shares sold.`);
  return picked;
}

function inOrder(pool: readonly Piece[], sale: SaleFacts, settings: CaseSettings): Piece[] {
  const fifo = [...pool].sort(byAcquisition);
  switch (settings.method ?? "FIFO") {
    case "FIFO":
    case "SPEC":
      return fifo;
    case "LIFO":
      return fifo.sort((a, b) => b.purchase.day - a.purchase.day);
    case "HIFO":
      return fifo.sort((a, b) => basisPerShareOrder(b, a));
    case "LOFO":
      return fifo.sort(basisPerShareOrder);
    case "MINTAX":
      return fifo.sort((a, b) => taxPerShareOrder(a, b, sale, settings));
    default:
      throw new Refusal(`Method ${settings.method} is not one of the oracle's.`);
  }
}

/** Cross-multiplied, so that equal averages are a tie to the last digit. */
function basisPerShareOrder(a: Piece, b: Piece): number {
  return a.basis.times(b.shares.length).cmp(b.basis.times(a.shares.length));
}

/** R-ID-5: (net price - basis per share) x rate of the piece's own term, over a common denominator. */
function taxPerShareOrder(a: Piece, b: Piece, sale: SaleFacts, settings: CaseSettings): number {
  const scaledTax = (piece: Piece) => {
    const rate = isLongTerm(piece.effective, sale.day) ? settings.ltRate : settings.stRate;
    if (rate === undefined) throw new Refusal("MINTAX needs stRate and ltRate.");
    return sale.proceeds.times(piece.shares.length).minus(piece.basis.times(sale.units)).times(new Exact(rate));
  };
  return scaledTax(a).times(b.shares.length).cmp(scaledTax(b).times(a.shares.length));
}

export function namedLots(
  one: CaseTransaction,
  units: (quantity: string) => number,
): { lotId: string; units: number | null }[] | null {
  if (one.lots === undefined || one.lots.length === 0) return null;
  return one.lots.map(({ lotId, quantity }) => ({ lotId, units: quantity === undefined ? null : units(quantity) }));
}
