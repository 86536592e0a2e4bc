/** The page docs/regret.md: every number on it comes from the run. */
import { GENERATOR, TAX_YEAR } from "./draw-sale";
import { distributionOf } from "./distribution";
import { LIMITS } from "./limits";
import { measureRegret, type MeasuredMethod, type Regret, type RegretRun } from "./measure";
import { publishedCase } from "./published-case";
import { distributionTable, dollars, firstSalesTable, isLeast, nameOf, percent, perTenThousand, putOffTable, ranked, seedTable, situationTable, whole, windowTable } from "./tables";

export function regretPage(run: RegretRun, isStandard: boolean): string {
  const { main: regret, otherSeeds, inWindow } = run;
  const { seed, sales } = regret;
  const proceeds = distributionOf(sales.map(({ proceedsCents }) => proceedsCents / 100));
  const command = isStandard ? "npm run regret" : `npm run regret -- --sales ${sales.length} --seed ${seed}`;
  return `${[
    "# What a broker's method costs",
    `One sale, many lots: which shares leave first decides the tax of the year. For ${whole(sales.length)} random sales, this page shows how much more tax of the same year each named method brings than the lots of least tax. Written by \`${command}\` (seed ${seed}); the same command writes the same page.`,
    ...summary(regret),
    "## Extra tax per $10,000 of proceeds",
    `Tax of the year with the sale by the method, less the tax with the sale by the lots of least tax; each sale counts once, whatever its size. *Least possible in*: the share of sales in which the method is within a cent of the least. *±*: 1.96 standard errors of the mean. *90 of 100 at most*: the least of the amounts that 90% of the sales do not pass. \`+6\`: and six more names, in the [list](#which-methods-share-a-row).`,
    distributionTable(regret, "per $10,000"),
    "A gain is never more than the proceeds, but a loss can be several times them. The largest amounts per $10,000 can so come from small sales after a fall in price: the lots of least tax lose more than they bring, which also lowers other income up to the year's limit, and the method takes others.",
    "## The same in dollars",
    `The sales bring ${dollars(proceeds.median)} at the median and ${dollars(proceeds.mean)} on average.`,
    distributionTable(regret, "dollars"),
    "## By situation",
    "Mean extra tax per $10,000 of proceeds. The first four columns divide all sales by what stands in the year before the sale. The next three divide them again by the return without capital results: taxable income below the top of the 0% band for long-term gains; modified adjusted gross income above the threshold of the net investment income tax; all others. The last two divide them by whether all shares held are together worth more than their basis.",
    situationTable(regret, "mean"),
    "MINTAX and FOLIO_WLFS rank lots by gain times a stated rate. In the 0% band that rate is 0 for every long-term gain, however large. They then take the smallest gain first ([decision 10](decisions/0010-ties-of-shares-without-tax.md)), yet still every long-term gain before any short-term one, and so may pass the top of the band.",
    "Share of sales in which the method is the least possible:",
    situationTable(regret, "share"),
    "## How sure the least is",
    gapWords(regret),
    "## Other seeds",
    `Mean extra tax per $10,000 of proceeds, of other sales drawn in the same way: what the ± above stands for.`,
    seedTable(regret, otherSeeds),
    "## With purchases in the wash window",
    `The first ${whole(inWindow.sales.length)} sales again, each with one to three purchases in the 30 days before it. A loss that such a purchase replaces does not count this year, which no method looks at, and the young shares may be sold as well. Per $10,000 of proceeds. *A loss washed in*: the share of sales in which the method has a loss disallowed, in part or whole.`,
    windowTable(regret, inWindow),
    windowGapWords(inWindow),
    "## What a smaller tax now may put off",
    "Mean gain realised per $10,000 of proceeds, losses subtracted. Where a method costs more this year because it realises more gain, less gain is left for later, and a part of the extra tax is only paid early. The last column counts the sales where that excuse fails: it cost more although it realised less. Where several choices bring the same least tax, the search names one of them, so the first row is one possible figure.",
    putOffTable(regret),
    "## Which methods share a row",
    "They took the same shares of the same lots in every sale of this run. That need not hold for yours: some differ on lots that neither gain nor lose, on lots of unknown cost, on lots bought the same day, or after a wash sale.",
    ranked(regret).map((method) => `- ${nameOf(method)}: ${method.names.map((name) => `\`${name}\``).join(", ")}`).join("\n"),
    "What each does, and where that is published: [METHODS](functions/METHODS.md). Orders that are not published in full are marked there.",
    "## How the sales are drawn",
    GENERATOR.map((line) => `- ${line}`).join("\n"),
    "### The first sales",
    "What each costs above the least, in dollars; a test measures them anew and compares them with this table.",
    firstSalesTable(regret),
    "The source is `bench/regret/draw-sale.ts`. `npm run regret -- --sales 500 --seed 7` prints the page for other sales and writes nothing.",
    "## Published cases",
    ...publishedWords(),
    "## Limits",
    LIMITS.map((line) => `- ${line}`).join("\n"),
  ].join("\n\n")}\n`;
}

function summary(regret: Regret): string[] {
  const line = (name: string, words: string): string => {
    const method = rowOf(regret, name);
    const { mean, ninetyNinth } = distributionOf(perTenThousand(method.extraCents, regret.sales));
    const least = percent(method.extraCents.filter(isLeast).length, method.extraCents.length);
    return `- ${words}: the least possible in ${least} of the sales; ${dollars(mean)} more per $10,000 of proceeds on average, at most ${dollars(ninetyNinth)} in 99 sales of a hundred.`;
  };
  const matters = regret.sales.filter((_, at) => regret.methods.some(({ extraCents }) => !isLeast(extraCents[at]!))).length;
  return [
    `In ${percent(matters, regret.sales.length)} of the sales the choice of method changes the tax of the year at all.`,
    [
      line("FIFO", "FIFO, the default of most brokers for stock"),
      line("SCHWAB_TLO", "The six groups of the tax optimizers (Schwab Tax Lot Optimizer, Vanguard MinTax and others)"),
      line("HIFO", "HIFO, highest cost first"),
      line("MINTAX", "MINTAX, Taxlot's own order by stated rates"),
    ].join("\n"),
  ];
}

function rowOf(regret: Regret, name: string): MeasuredMethod {
  const row = regret.methods.find(({ names }) => names.includes(name));
  if (row === undefined) throw new Error(`${name} was not compared`);
  return row;
}

function gapWords({ sales }: Regret): string {
  const gaps = sales.map(({ gapCents }) => gapCents);
  const proven = gaps.filter((gap) => gap === 0).length;
  return `The search for the least states how far at most it is from a proven bound. In ${whole(proven)} of ${whole(sales.length)} sales it is proven the least, the rounding of cents aside; the largest stated gap is ${dollars(Math.max(...gaps) / 100)}. Nothing is washed in these sales, so the sweep over all divisions between short-term and long-term shares is exact ([LOTCOMPARE](functions/LOTCOMPARE.md)).`;
}

/** The bound counts every loss as allowed, so a gap is no proof that something better exists. */
function windowGapWords({ sales }: Regret): string {
  const gaps = sales.map(({ gapCents, proceedsCents }) => (gapCents / proceedsCents) * 10_000);
  const proven = gaps.filter((gap) => gap === 0).length;
  const { median, ninetieth } = distributionOf(gaps);
  return `Here the least is the best found, not always proven: the bound takes every loss as allowed. In ${percent(proven, gaps.length)} of these sales it is proven; the distance to the bound is ${dollars(median)} per $10,000 at the median, at most ${dollars(ninetieth)} in 90 of 100. The true extra tax may be higher than shown by no more than that.`;
}

function publishedWords(): string[] {
  const regret = measureRegret(0, 1, publishedCase);
  const extra = (name: string): string => dollars(rowOf(regret, name).extraCents[0]! / 100);
  return [
    "Vanguard says on [its page about MinTax](https://investor.vanguard.com/investor-resources-education/taxes/cost-basis-minimum-tax) that the method may sell a lot with a long-term gain of $100,000 before one with a short-term gain of $10, and points to HIFO for those who want the least gain. " +
      `With 100 shares of each lot, 100 to sell at $1,100, and a single return of ${TAX_YEAR} with $60,000 of taxable income and $76,100 of adjusted gross income (price and incomes are ours), VANGUARD_MINTAX costs ${extra("VANGUARD_MINTAX")} more than the least, and VANGUARD_HIFO ${extra("VANGUARD_HIFO")}.`,
    "A real case of the same kind: 3,000 shares of a fund bought instead of 300, the 2,700 sold again at once by MinTax, and a long-term gain of about $150,000 realised, because the new lot stood at a tiny short-term gain ([Allan Roth, ETF.com, 14 April 2025](https://www.etf.com/sections/advisor-center/tax-traps-select-right-cost-basis-method)). " +
      "The article does not give the tax. At 15% alone it would be 150,000 × 0.15 = $22,500, at 20% and 3.8% it would be 150,000 × 0.238 = $35,700. `test/authority/mintax-fat-finger.test.ts` sells the 2,700 shares with figures of ours where the article has none: $26,805.20 more than the least for a single return with $150,000 of taxable income. The drawn sales of the main tables have no lot younger than 31 days, so they do not contain such cases.",
  ];
}
