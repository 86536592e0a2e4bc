/**
 * Allan Roth, "Tax Traps: Select the Right Cost Basis Method", ETF.com, 14 April 2025, read in its first part: an investor meant to buy 300
 * shares of a total market fund, bought 3,000, sold the 2,700 too many at once under Vanguard's MinTax, the price up slightly, and realised
 * a long-term gain of about $150,000. Printed: 3,000 bought, 2,700 sold, about 150,000. Ours: the day, the price of $280.10, 10 cents a share
 * of gain on the new lot, 2,700 older shares in two lots that gain 150,000 together, and the return.
 */
import assert from "node:assert/strict";
import { records } from "../functions/calling";

const TRADES = [
  ["Date", "Action", "Symbol", "Quantity", "Amount", "Account"],
  ["2018-06-01", "Buy", "VTI", 1200, 236_120, "V"], // 1,200 × 280.10 − 236,120 = 100,000 of gain
  ["2020-06-01", "Buy", "VTI", 1500, 370_150, "V"], // 1,500 × 280.10 − 370,150 = 50,000 of gain
  ["2025-01-15", "Buy", "VTI", 3000, 840_000, "V"], // 280.00 a share: 0.10 of gain
];
/** Single, 2025: 24% bracket from 103,350; net investment income tax from 200,000. */
const RETURN = [["Tax year", 2025], ["Filing status", "Single"], ["Taxable income", 150_000], ["MAGI", 165_000]];

describe("ETF.com, 14 April 2025: 2,700 shares bought by mistake and sold under MinTax", () => {
  const lines = () => records("LOTCOMPARE", TRADES, "VTI", 2700, 280.1, "2025-01-15", RETURN);
  const line = (method: string) => lines().find((one) => one["Method"] === method)!;
  const figures = (method: string) => ["Short gain", "Long gain", "Tax this year", "More than best"].map((heading) => line(method)[heading]);

  // 150,000 lies between the top of the 0% band and 533,400: × 15% = 22,500. MAGI 165,000 + 150,000 is 115,000 over 200,000: × 3.8% = 4,370.
  // The best: 270 at 24% = 64.80, and MAGI stays below 200,000. 22,500 + 4,370 − 64.80 = 26,805.20.
  it("VANGUARD_MINTAX sells both old lots: 150,000 of long-term gain, 26,870.00 of tax, 26,805.20 more than need be", () =>
    assert.deepEqual(figures("VANGUARD_MINTAX"), [0, 150_000, 26_870, 26_805.2]));
  it("the same order at other houses does the same", () => {
    for (const method of ["SCHWAB_TLO", "TAMARAC_TAX", "IBKR_MSL", "TDA_TELH"]) assert.equal(line(method)["Tax this year"], 26_870, method);
  });
  it("VANGUARD_HIFO and LIFO sell what was bought by mistake: 2,700 × 0.10 = 270.00 short-term, at 24% 64.80", () => {
    for (const method of ["VANGUARD_HIFO", "LIFO", "Least tax"]) assert.deepEqual(figures(method), [270, 0, 64.8, 0], method);
  });
});
