/**
 * What may be sold: lots cut into steps (whole shares, or the last decimal of a lot with a fraction). The shares of a lot
 * leave front first, and its pieces may differ in basis and term.
 */
import { take } from "../../values/take";

/** The first steps of an offer, sold. Cents; gains before anything is disallowed. */
export interface Part {
  readonly proceedsCents: number;
  readonly shortCents: number;
  readonly longCents: number;
}

/** Shares of one term whose gain per share is taken as the same. */
export interface Block {
  /** Index of the offer. */
  readonly offer: number;
  readonly steps: number;
  /** Of what is to be reached: cents of proceeds, or steps. */
  readonly size: number;
  readonly proceedsCents: number;
  readonly gainCents: number;
  readonly isLong: boolean;
}

export interface Offer {
  readonly key: string;
  /** Orders are placed by symbol: constraints on trades are. */
  readonly symbol: string;
  readonly steps: number;
  /** Front first. */
  readonly pieces: readonly OfferedPiece[];
  readonly valueCents: number;
  /** Cents that the first `steps` bring. */
  readonly proceedsOf: (steps: number) => number;
  /** Proceeds and basis of every step are whole cents: no part of it is rounded. */
  readonly isEven: boolean;
}

export interface OfferedPiece {
  readonly steps: number;
  readonly isLong: boolean;
  readonly basisCents: number;
  /** A gift worth less than its giver's basis when given: the basis for a loss (R-GIFT-1). */
  readonly lossBasisCents: number | null;
}

/** The first `steps` of an offer, sold at once. Proceeds and basis are divided as a sale divides them (R-RND-2). */
export function partOf(offer: Offer, steps: number): Part {
  if (steps <= 0) return NOTHING;
  const proceedsCents = proceedsOf(offer, steps);
  let centsLeft = proceedsCents;
  let stepsLeft = steps;
  let shortCents = 0;
  let longCents = 0;
  for (const piece of offer.pieces) {
    if (stepsLeft <= 0) break;
    const sold = Math.min(piece.steps, stepsLeft);
    const cents = take(centsLeft, sold, stepsLeft);
    const gain = gainOf(piece, cents, sold);
    if (piece.isLong) longCents += gain;
    else shortCents += gain;
    centsLeft -= cents;
    stepsLeft -= sold;
  }
  return { proceedsCents, shortCents, longCents };
}

const NOTHING: Part = { proceedsCents: 0, shortCents: 0, longCents: 0 };

/** Cents that the first `steps` of an offer bring. */
export function proceedsOf(offer: Offer, steps: number): number {
  if (steps <= 0) return 0;
  return steps === offer.steps ? offer.valueCents : offer.proceedsOf(steps);
}

/** R-GIFT-1: below the basis for a loss a loss, above the giver's basis a gain, between them neither. */
function gainOf({ basisCents, lossBasisCents, steps }: OfferedPiece, proceedsCents: number, sold: number): number {
  const gain = proceedsCents - take(basisCents, sold, steps);
  if (lossBasisCents === null || gain > 0) return gain;
  return Math.min(0, proceedsCents - take(lossBasisCents, sold, steps));
}

/** What a choice of lots is to reach: so much cash, or so many shares at one price. */
export type Reached = "proceeds" | "steps";

/**
 * Blocks of the offers. Pieces of one term that stand one behind another are joined where the ones behind gain less for
 * their size than those in front: they cannot be had without them, and joined they bound the tax from below.
 */
export function blocksOf(offers: readonly Offer[], reached: Reached): Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < offers.length; at += 1) {
    const first = blocks.length;
    for (const piece of offers[at]!.pieces) {
      let block = blockOf(offers[at]!, at, piece, reached);
      while (blocks.length > first && mustJoin(blocks.at(-1)!, block)) block = joined(blocks.pop()!, block);
      blocks.push(block);
    }
  }
  return blocks;
}

/** Every piece by itself, as if each could be had alone: what the greatest gains and losses are. */
export function singleBlocks(offers: readonly Offer[]): Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < offers.length; at += 1) {
    for (const piece of offers[at]!.pieces) blocks.push(blockOf(offers[at]!, at, piece, "proceeds"));
  }
  return blocks;
}

function blockOf(offer: Offer, at: number, piece: OfferedPiece, reached: Reached): Block {
  const proceedsCents = (offer.valueCents * piece.steps) / offer.steps;
  const size = reached === "proceeds" ? proceedsCents : piece.steps;
  return { offer: at, steps: piece.steps, size, proceedsCents, gainCents: wholeGain(piece, proceedsCents), isLong: piece.isLong };
}

function wholeGain(piece: OfferedPiece, proceedsCents: number): number {
  const gain = proceedsCents - piece.basisCents;
  if (piece.lossBasisCents === null || gain > 0) return gain;
  return Math.min(0, proceedsCents - piece.lossBasisCents);
}

function mustJoin(front: Block, behind: Block): boolean {
  return front.isLong === behind.isLong && behind.gainCents * front.size < front.gainCents * behind.size;
}

function joined(front: Block, behind: Block): Block {
  return {
    ...front,
    steps: front.steps + behind.steps,
    size: front.size + behind.size,
    proceedsCents: front.proceedsCents + behind.proceedsCents,
    gainCents: front.gainCents + behind.gainCents,
  };
}
