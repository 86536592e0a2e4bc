/** BRACKETS (R-TAX-1 to R-TAX-3): the bands of the year's rates, how far the return fills them, and where the next dollar lands. */
import { dollarsFromCents } from "../../report/figures";
import { bandsOf, type Band } from "../../tax/bands";
import type { TaxBasis } from "../../tax/tax-basis";
import { done, refuse, type Outcome } from "../../values/outcome";
import { dollarsOr, type Row, type Table } from "./cell";

export const BRACKETS_HEADINGS = ["Kind", "Rate", "From", "To", "Filled", "Room", "Next dollar"] as const;

/** missing-fact at stated rates, which have no bands. */
export function bracketsTable(basis: TaxBasis, shortCents: number, longCents: number): Outcome<Table> {
  if (basis.by === "rates") return refuse("missing-fact", NO_BANDS);
  const { ordinary, gains, netInvestment } = bandsOf(basis.situation, shortCents, longCents);
  return done([
    [...BRACKETS_HEADINGS],
    ...ordinary.map((band) => bandRow("Ordinary", band)),
    ...gains.map((band) => bandRow("Long-term gains", band)),
    ...netInvestment.map((band) => bandRow("Net investment", band)),
  ]);
}

const NO_BANDS =
  "The settings give Short rate and Long rate, which replace the tables and have no brackets. Remove the two from the settings, and state the return.";

function bandRow(kind: string, { rate, fromCents, toCents, filledCents, roomCents, isNext }: Band): Row {
  return [kind, rate, dollarsFromCents(fromCents), dollarsOr(toCents), dollarsFromCents(filledCents), dollarsOr(roomCents), isNext ? "Yes" : ""];
}
