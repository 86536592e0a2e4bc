/**
 * Offers as straight lines: what each piece brings per step, and by how much the rounding of cents can put a part of the
 * offer off its line. What is sold whole lies on it.
 */
import { partOf, type Offer, type OfferedPiece } from "../offers";

/** Per step, cents. */
export interface LinearPiece {
  readonly steps: number;
  readonly proceeds: number;
  readonly short: number;
  readonly long: number;
}

/** Cents by which a part can lie off the line, either way. */
export interface Off {
  readonly proceeds: number;
  readonly short: number;
  readonly long: number;
}

export interface LinearOffer {
  /** Front first: a piece is sold after those before it. */
  readonly pieces: readonly LinearPiece[];
  readonly steps: number;
  readonly off: Off;
}

const NOT_OFF: Off = { proceeds: 0, short: 0, long: 0 };

export function linearOffer(offer: Offer): LinearOffer {
  const pieces = offer.pieces.map((piece): LinearPiece => {
    const proceeds = offer.valueCents / offer.steps;
    const gain = gainOf(piece, proceeds * piece.steps) / piece.steps;
    return { steps: piece.steps, proceeds, short: piece.isLong ? 0 : gain, long: piece.isLong ? gain : 0 };
  });
  return { pieces, steps: offer.steps, off: offer.isEven || offer.steps === 1 ? NOT_OFF : offOf(offer) };
}

/** R-GIFT-1: below the basis for a loss a loss, above the giver's basis a gain, between them neither. */
function gainOf({ basisCents, lossBasisCents }: OfferedPiece, proceedsCents: number): number {
  const gain = proceedsCents - basisCents;
  return lossBasisCents === null || gain > 0 ? gain : Math.min(0, proceedsCents - lossBasisCents);
}

/** A cent for the proceeds, and one for each piece that they and the basis are divided among. */
function offOf({ pieces }: Offer): Off {
  const most = 1 + pieces.length;
  const isIn = (term: boolean): number => (pieces.some(({ isLong }) => isLong === term) ? most : 0);
  return { proceeds: most, short: isIn(false), long: isIn(true) };
}

/** A part of an offer of one piece, from some steps to others: through both ends, and how far what lies between is off. */
export function lineBetween(offer: Offer, from: number, to: number): { readonly line: LinearPiece; readonly off: Off } {
  const [low, high] = [partOf(offer, from), partOf(offer, to)];
  const steps = to - from;
  const line: LinearPiece = {
    steps,
    proceeds: (high.proceedsCents - low.proceedsCents) / steps,
    short: (high.shortCents - low.shortCents) / steps,
    long: (high.longCents - low.longCents) / steps,
  };
  if (steps === 1 || offer.isEven) return { line, off: NOT_OFF };
  if (steps > MOST_LOOKED_AT) return { line, off: offOf(offer) };
  const off = { proceeds: 0, short: 0, long: 0 };
  for (let at = 1; at < steps; at += 1) {
    const part = partOf(offer, from + at);
    off.proceeds = Math.max(off.proceeds, Math.abs(part.proceedsCents - low.proceedsCents - at * line.proceeds));
    off.short = Math.max(off.short, Math.abs(part.shortCents - low.shortCents - at * line.short));
    off.long = Math.max(off.long, Math.abs(part.longCents - low.longCents - at * line.long));
  }
  return { line, off };
}

const MOST_LOOKED_AT = 500;
