/**
 * The counter-example that Vanguard prints on its page about MinTax: a lot with a long-term gain of $100,000 leaves before one
 * with a short-term gain of $10. The page names no price and no income; both are ours.
 */
import { DEFAULT_CHOICES } from "../../src/lots/choices";
import { lawInForce } from "../../src/tax/law-in-force";
import { done } from "../../src/values/outcome";
import { dayFromCalendar } from "../../src/values/plain-date";
import { purchasesOf, TAX_YEAR, type DrawnSale } from "./draw-sale";

/** 100 shares of either lot at $1,100.00; single, $60,000 of taxable income, the standard deduction of $16,100. */
export function publishedCase(): DrawnSale {
  const law = lawInForce(TAX_YEAR, "Single");
  if (!law.ok) throw new Error(law.problem.sentence);
  return {
    trades: purchasesOf([dayFromCalendar(TAX_YEAR - 6, 3, 2), dayFromCalendar(TAX_YEAR, 3, 2)], [100, 100], [10_000_00, 109_990_00]),
    choices: { ...DEFAULT_CHOICES, shortRate: 0.22, longRate: 0.15 },
    sale: { symbol: 0, account: 0, shares: 100, proceedsCents: 110_000_00, day: dayFromCalendar(TAX_YEAR, 6, 1), method: null },
    basis: done({
      by: "law",
      situation: {
        law: law.value,
        taxableIncomeCents: 60_000_00,
        magiCents: 76_100_00,
        qualifiedDividendsCents: 0,
        investmentIncomeCents: 0,
        carryShortCents: 0,
        carryLongCents: 0,
        seniorDeductionCents: 0,
        stateRate: 0,
        ordinaryBy: "schedule",
      },
    }),
    realised: done({ shortCents: 0, longCents: 0 }),
    soFar: "nothing",
    band: "between",
  };
}
