/**
 * The pieces of a lot in whole steps. Fractions sold before, and replaced by some of its shares, may have cut it within a
 * share: the step that takes of two pieces is then a piece of its own, divided as a sale divides them (R-RND-2), and long-term
 * only where all of it is.
 */
import { take } from "../values/take";
import type { OfferedPiece } from "./least-tax/offers";

/** @param pieces with their units for steps, front first @param steps of all of them together */
export function wholeSteps(pieces: readonly OfferedPiece[], steps: number): OfferedPiece[] {
  const units = pieces.reduce((sum, piece) => sum + piece.steps, 0);
  // In parts of a unit, so that a step is a whole number of them: of a third of a share in steps of its last decimal too.
  const common = greatestCommonDivisor(units, steps);
  const [partsPerUnit, partsPerStep] = [steps / common, units / common];
  const endOf = (step: number): number => step * partsPerStep;
  const whole: OfferedPiece[] = [];
  let [stepsDone, partsDone] = [0, 0];
  let begun: OfferedPiece | null = null;
  for (const piece of pieces) {
    let rest: OfferedPiece = { ...piece, steps: piece.steps * partsPerUnit };
    const cut = (count: number): OfferedPiece => {
      const front = frontOf(rest, count);
      rest = behind(rest, front);
      partsDone += count;
      return front;
    };
    if (begun !== null) {
      begun = together(begun, cut(Math.min(rest.steps, endOf(stepsDone + 1) - partsDone)));
      if (partsDone < endOf(stepsDone + 1)) continue;
      whole.push({ ...begun, steps: 1 });
      stepsDone += 1;
      begun = null;
    }
    const last = Math.max(stepsDone, Math.floor((partsDone + rest.steps) / partsPerStep));
    if (last > stepsDone) whole.push({ ...cut(endOf(last) - partsDone), steps: last - stepsDone });
    stepsDone = last;
    if (rest.steps > 0) begun = cut(rest.steps);
  }
  return whole;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

function frontOf(piece: OfferedPiece, units: number): OfferedPiece {
  const share = (cents: number): number => take(cents, units, piece.steps);
  return { ...piece, steps: units, basisCents: share(piece.basisCents), lossBasisCents: piece.lossBasisCents === null ? null : share(piece.lossBasisCents) };
}

function behind(piece: OfferedPiece, front: OfferedPiece): OfferedPiece {
  return {
    ...piece,
    steps: piece.steps - front.steps,
    basisCents: piece.basisCents - front.basisCents,
    lossBasisCents: piece.lossBasisCents === null ? null : piece.lossBasisCents - (front.lossBasisCents ?? 0),
  };
}

function together(one: OfferedPiece, other: OfferedPiece): OfferedPiece {
  const hasLossBasis = one.lossBasisCents !== null || other.lossBasisCents !== null;
  return {
    steps: one.steps + other.steps,
    isLong: one.isLong && other.isLong,
    basisCents: one.basisCents + other.basisCents,
    lossBasisCents: hasLossBasis ? (one.lossBasisCents ?? one.basisCents) + (other.lossBasisCents ?? other.basisCents) : null,
  };
}
