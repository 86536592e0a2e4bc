/** Small random ledgers to plan sales on, of which losses are now and then washed. */
import type { CaseTransaction } from "../cases/case-format";
import type { Draw } from "../oracle/seeded";

export const PRICES = { AAA: 100, BBB: 60 };
export const AS_OF = "2024-12-10";

/** Old lots, lots of the last 30 days, and now and then shares in an IRA that take a loss for good. */
export function drawLedger(draw: Draw): CaseTransaction[] {
  const rows: CaseTransaction[] = [];
  const symbols = ["AAA", "BBB"] as const;
  const lots = 3 + draw(2);
  for (let at = 0; at < lots; at += 1) {
    const symbol = symbols[at < 2 ? at : draw(2)]!;
    const price = PRICES[symbol];
    const isRecent = draw(3) === 0;
    const date = isRecent ? `2024-11-${15 + draw(15)}` : `202${2 + draw(2)}-0${1 + draw(9)}-1${draw(9)}`;
    const basis = isRecent ? price * (0.8 + draw(40) / 100) : price * (0.3 + draw(140) / 100);
    rows.push({ date, action: "BUY", symbol, quantity: String(2 + draw(2)), price: basis.toFixed(2), lotId: `L${at}`, account: "Schwab" });
  }
  if (draw(4) === 0) rows.push({ date: "2024-11-20", action: "BUY", symbol: "AAA", quantity: String(1 + draw(2)), price: "99", account: "IRA", accountType: "ira" });
  return rows.sort((a, b) => a.date.localeCompare(b.date));
}
