/**
 * R-TAX-2: the printed tax table of Form 1040, which returns under $100,000 must use: the schedule's tax on the middle of
 * a step, in whole dollars. Steps: up to $5, then $10 wide to $25, $25 wide to $3,000, $50 wide from there.
 */
import { Exact } from "./exact";

/** Cents, whole dollars. `schedule` takes and gives cents. */
export function tableTax(schedule: (incomeCents: Exact) => Exact, incomeCents: number): Exact {
  const middle = middleOfStep(incomeCents);
  return middle === null ? new Exact(0) : schedule(new Exact(middle)).dividedBy(100).toDecimalPlaces(0).times(100);
}

/** null under $5: no tax. */
function middleOfStep(incomeCents: number): number | null {
  if (incomeCents < 5_00) return null;
  if (incomeCents < 25_00) return stepOf(incomeCents - 5_00, 10_00) + 5_00;
  return stepOf(incomeCents, incomeCents < 3_000_00 ? 25_00 : 50_00);
}

function stepOf(cents: number, width: number): number {
  return Math.floor(cents / width) * width + width / 2;
}
