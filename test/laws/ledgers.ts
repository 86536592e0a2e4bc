/** Random ledgers for the laws, and how they are checked. LAWS_RUNS and LAWS_SEED widen or move a run. */
import Decimal from "decimal.js";
import fc from "fast-check";
import type { BookedCase } from "../cases/booked-case";
import { bookThroughFunctions } from "../cases/book-through-functions";
import type { CaseTransaction, LedgerCase } from "../cases/case-format";
import { ledgerFrom, type Intent, type LedgerSetup } from "../oracle/random-ledger";
import type { EventName } from "../oracle/random-events";
import { drawSetup, drawWiderSettings } from "../oracle/random-setup";
import { seededDraw } from "../oracle/seeded";

export const PARAMETERS = {
  numRuns: Number(process.env["LAWS_RUNS"] ?? 150),
  seed: Number(process.env["LAWS_SEED"] ?? 20240301),
};

const nat = (max: number) => fc.integer({ min: 0, max });
const intent: fc.Arbitrary<Intent> = fc.record({
  what: nat(99),
  gap: fc.oneof({ weight: 3, arbitrary: nat(15) }, { weight: 1, arbitrary: nat(70) }),
  account: nat(11),
  symbol: nat(11),
  size: nat(399),
  price: nat(3999),
  extra: nat(999),
});
const widerIntent: fc.Arbitrary<Intent> = fc.tuple(intent, nat(9999)).map(([one, event]) => ({ ...one, event }));
const setup: fc.Arbitrary<LedgerSetup> = nat(1 << 30).map((seed) => drawSetup(seededDraw(seed)));

/** Possible ledgers of up to 25 rows; `change` narrows the setup to what a law speaks of. */
export function ledgers(
  change: (setup: LedgerSetup) => LedgerSetup = (same) => same,
  changeIntent: (intent: Intent) => Intent = (same) => same,
): fc.Arbitrary<LedgerCase> {
  return fc
    .tuple(setup, fc.array(intent, { minLength: 2, maxLength: 25 }))
    .map(([one, intents]) => ledgerFrom(change(one), intents.map(changeIntent)));
}

/** The same with events of the whole law, each as often as it is named. */
export function widerLedgers(
  wider: readonly EventName[],
  change: (setup: LedgerSetup) => LedgerSetup = (same) => same,
): fc.Arbitrary<LedgerCase> {
  return fc
    .tuple(setup, nat(1 << 30), fc.array(widerIntent, { minLength: 2, maxLength: 25 }))
    .map(([one, seed, intents]) => {
      const settings = { ...one.settings, ...drawWiderSettings(seededDraw(seed)) };
      return ledgerFrom(change({ ...one, settings, wider, widerShare: 40 }), intents);
    });
}

export function check(ledger: fc.Arbitrary<LedgerCase>, law: (ledger: LedgerCase, booked: BookedCase) => void): void {
  fc.assert(
    fc.property(ledger, (one) => law(one, book(one))),
    PARAMETERS,
  );
}

export function book(ledger: Pick<LedgerCase, "settings" | "transactions">): BookedCase {
  const booked = bookThroughFunctions(ledger);
  if (booked.problems.length > 0) throw new Error(`A possible ledger was refused: ${booked.problems.join("; ")}`);
  return booked;
}

export function sum(amounts: Iterable<string | Decimal>): Decimal {
  let total = new Decimal(0);
  for (const amount of amounts) total = total.plus(amount);
  return total;
}

export function isTaxable(transactions: readonly CaseTransaction[], account: string): boolean {
  return !transactions.some((one) => (one.account ?? "A") === account && one.accountType !== undefined && one.accountType !== "taxable");
}

/** Dollars a purchase costs or a sale nets, whole cents; the ledger's own arithmetic, not the engine's. */
export function moneyOf(one: CaseTransaction): Decimal {
  if (one.cashInLieu !== undefined) return new Decimal(one.cashInLieu);
  if (one.amount === "Unknown") return new Decimal(0);
  if (one.amount !== undefined) return new Decimal(one.amount);
  const value = new Decimal(one.quantity ?? 0).times(one.price ?? 0);
  return (one.action === "SELL" ? value.minus(one.fees ?? 0) : value.plus(one.fees ?? 0)).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
}

/** Rows as a set, without the row numbers that moving rows about changes. */
export function withoutRowNumbers(booked: BookedCase): string[] {
  const { realized, openLots, washTrail } = booked;
  const strip = (row: object) => JSON.stringify({ ...row, saleRow: 0, replacementRow: 0 });
  return [...realized, ...openLots, ...washTrail].map(strip).sort();
}
