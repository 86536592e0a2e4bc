/** docs/regret.md: the extra tax of each named method against the least on drawn sales. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { distributionOf } from "../../bench/regret/distribution";
import { drawSale, drawSaleInWindow, GENERATOR } from "../../bench/regret/draw-sale";
import { LIMITS } from "../../bench/regret/limits";
import { measureRegret, measureRun, type Regret } from "../../bench/regret/measure";
import { regretPage } from "../../bench/regret/page";
import { publishedCase } from "../../bench/regret/published-case";
import { readArguments, STANDARD } from "../../bench/regret/run";
import { CHECKED_SALES, firstSalesTable, perTenThousand } from "../../bench/regret/tables";
import { LOT_METHODS } from "../../src/lots/methods/table";
import { holdingTerm } from "../../src/rules/holding-term";
import { WINDOW_DAYS } from "../../src/rules/wash-sale/window";
import { taxDifference } from "../../src/tax/tax-basis";
import type { Outcome } from "../../src/values/outcome";

const SEED = 7;
const SALES = 40;

function known<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.problem.sentence);
  return outcome.value;
}

/** The least tax over every division of a sale between short and long shares, the dearest of each first. */
function leastByHand(at: number): number {
  const { trades, sale, basis, realised } = drawSale(SEED, at);
  const price = sale.proceedsCents / sale.shares;
  const shares: { readonly gain: number; readonly isLong: boolean }[] = [];
  for (let lot = 0; lot < trades.count; lot += 1) {
    const isLong = holdingTerm(trades.day[lot]!, sale.day) === "Long";
    const gain = price - trades.amountCents[lot]! / trades.shares[lot]!;
    for (let share = 0; share < trades.shares[lot]!; share += 1) shares.push({ gain, isLong });
  }
  const sums = (isLong: boolean): number[] => {
    const gains = shares.flatMap((share) => (share.isLong === isLong ? [share.gain] : [])).sort((a, b) => a - b);
    return gains.reduce((all, gain) => [...all, all.at(-1)! + gain], [0]);
  };
  const [short, long] = [sums(false), sums(true)];
  let least = Infinity;
  for (let fromShort = 0; fromShort < short.length; fromShort += 1) {
    const longCents = long[sale.shares - fromShort];
    if (longCents === undefined) continue;
    const further = { shortCents: Math.round(short[fromShort]!), longCents: Math.round(longCents) };
    least = Math.min(least, taxDifference(known(basis), known(realised), further));
  }
  return least;
}

describe("docs/regret.md: extra tax of the named methods", () => {
  let regret: Regret;
  before(() => (regret = measureRegret(SEED, SALES)));

  it("no method is below the least, and every sale is proven the least", () => {
    for (const { names, extraCents } of regret.methods) {
      assert.equal(extraCents.length, SALES, names[0]);
      assert.ok(extraCents.every((cents) => cents >= 0), names[0]);
    }
    assert.ok(regret.sales.every(({ gapCents }) => gapCents === 0));
  });

  it("every named order is measured once, specific lots and the average aside", () => {
    const measured = regret.methods.flatMap(({ names }) => names);
    const expected = LOT_METHODS.map(({ name }) => name).filter((name) => name !== "SPEC" && name !== "AVG");
    assert.deepEqual([...measured].sort(), [...expected].sort());
  });

  it("the least is that of every division between short and long shares, within two cents of rounding", function () {
    this.timeout(120_000);
    let compared = 0;
    for (let at = 0; at < SALES; at += 1) {
      if (drawSale(SEED, at).sale.shares > 400) continue;
      const lone = measureRegret(SEED, 1, () => drawSale(SEED, at));
      const { basis, realised, sale, trades } = drawSale(SEED, at);
      // FIFO, computed here from its own definition, less what the page says it costs more.
      let left = sale.shares;
      const fifo = { shortCents: 0, longCents: 0 };
      for (let lot = 0; left > 0; lot += 1) {
        const sold = Math.min(left, trades.shares[lot]!);
        const gain = Math.round(sold * (sale.proceedsCents / sale.shares - trades.amountCents[lot]! / trades.shares[lot]!));
        if (holdingTerm(trades.day[lot]!, sale.day) === "Long") fifo.longCents += gain;
        else fifo.shortCents += gain;
        left -= sold;
      }
      const extra = lone.methods.find(({ names }) => names.includes("FIFO"))!.extraCents[0]!;
      const least = taxDifference(known(basis), known(realised), fifo) - extra;
      assert.ok(Math.abs(least - leastByHand(at)) <= 2, `sale ${at}: ${least}, by hand ${leastByHand(at)}`);
      compared += 1;
    }
    assert.ok(compared >= 8, `${compared} sales compared`);
  });

  it("the same seed writes the same page, another seed another", function () {
    this.timeout(60_000);
    const page = regretPage(measureRun(SEED, 12), false);
    assert.equal(regretPage(measureRun(SEED, 12), false), page);
    assert.notEqual(regretPage(measureRun(SEED + 9, 12), false), page);
    assert.match(page, /npm run regret -- --sales 12 --seed 7/);
  });

  it("a sale does not depend on how many are drawn", () => {
    const few = measureRegret(SEED, 5);
    const byName = (of: Regret, name: string): readonly number[] => of.methods.find(({ names }) => names.includes(name))!.extraCents;
    for (const name of ["FIFO", "VANGUARD_MINTAX", "LOFO"]) assert.deepEqual(byName(few, name), byName(regret, name).slice(0, 5));
  });

  it("quantiles are in order, and the mean is no more than the largest", () => {
    for (const { extraCents } of regret.methods) {
      for (const amounts of [extraCents, perTenThousand(extraCents, regret.sales)]) {
        const { median, ninetieth, ninetyNinth, largest, mean } = distributionOf(amounts);
        assert.ok(median <= ninetieth && ninetieth <= ninetyNinth && ninetyNinth <= largest && mean <= largest);
      }
    }
  });

  it("the methods differ: FIFO costs more than nothing in some sale, and so do the six groups", () => {
    for (const name of ["FIFO", "SCHWAB_TLO"]) {
      assert.ok(regret.methods.find(({ names }) => names.includes(name))!.extraCents.some((cents) => cents > 100), name);
    }
  });
});

describe("the drawn sales of docs/regret.md", () => {
  it("nothing is bought within the wash window, less is sold than is held, and all stands in whole shares", () => {
    for (let at = 0; at < 300; at += 1) {
      const { trades, sale } = drawSale(3, at);
      assert.ok(trades.day.every((day) => sale.day - day > WINDOW_DAYS), `sale ${at}`);
      assert.ok(trades.day.every((day, lot) => lot === 0 || day >= trades.day[lot - 1]!), `sale ${at}`);
      assert.ok(sale.shares >= 1 && sale.shares < trades.shares.reduce((sum, one) => sum + one, 0), `sale ${at}`);
      assert.ok([sale.shares, ...trades.shares].every((shares) => Number.isInteger(shares) && shares >= 1), `sale ${at}`);
    }
  });

  it("each situation of the year is met by about a quarter of them", () => {
    const situations = Array.from({ length: 2000 }, (_, at) => drawSale(1, at).soFar);
    for (const soFar of ["nothing", "gains", "losses", "carryover"]) {
      const met = situations.filter((one) => one === soFar).length;
      // 500 expected, standard deviation 19.4.
      assert.ok(Math.abs(met - 500) < 100, `${soFar}: ${met}`);
    }
  });
});

describe("the drawn sales with purchases in the wash window", () => {
  it("are the same sales, with one to three purchases more, all of them 1 to 30 days before", () => {
    for (let at = 0; at < 200; at += 1) {
      const [plain, more] = [drawSale(5, at), drawSaleInWindow(5, at)];
      assert.deepEqual(more.sale, plain.sale);
      assert.deepEqual([more.basis, more.realised], [plain.basis, plain.realised]);
      const added = more.trades.count - plain.trades.count;
      assert.ok(added >= 1 && added <= 3, `sale ${at}: ${added}`);
      assert.deepEqual([...more.trades.day.slice(0, plain.trades.count)], [...plain.trades.day]);
      for (const day of more.trades.day.slice(-added)) assert.ok(day < plain.sale.day && plain.sale.day - day <= WINDOW_DAYS, `sale ${at}`);
    }
  });

  it("in some a method's loss is disallowed, without them in none", () => {
    const washed = (regret: Regret) => regret.methods.flatMap(({ disallowedCents }) => disallowedCents).filter((cents) => cents > 0).length;
    assert.equal(washed(measureRegret(SEED, 12)), 0);
    assert.ok(washed(measureRegret(SEED, 12, drawSaleInWindow)) > 0);
  });

  it("no method is below the best found", () => {
    for (const { extraCents } of measureRegret(SEED + 1, 10, drawSaleInWindow).methods) assert.ok(extraCents.every((cents) => cents >= 0));
  });
});

describe("Vanguard's counter-example to MinTax, a $100,000 long-term gain before a $10 short-term gain", () => {
  it("costs 15% of 100,000 less 22% of 10: 15,000.00 - 2.20 = 14,997.80 more; HIFO takes the other lot", () => {
    const { methods } = measureRegret(0, 1, publishedCase);
    const extra = (name: string): number | undefined => methods.find(({ names }) => names.includes(name))?.extraCents[0];
    assert.equal(extra("VANGUARD_MINTAX"), 14_997_80);
    assert.equal(extra("VANGUARD_HIFO"), 0);
  });
});

describe("the numbers of a distribution", () => {
  it("1 to 10: median 5, mean 5.5, nine of ten at most 9; standard error sqrt(82.5 / 9 / 10)", () => {
    const { meanWithin, ...rest } = distributionOf([10, 2, 3, 9, 5, 6, 7, 8, 4, 1]);
    assert.deepEqual(rest, { median: 5, mean: 5.5, ninetieth: 9, ninetyNinth: 10, largest: 10 });
    assert.ok(Math.abs(meanWithin - 1.96 * Math.sqrt(82.5 / 9 / 10)) < 1e-12);
  });

  it("$50 on $20,000 of proceeds is $25 per $10,000", () => {
    const sale = { soFar: "nothing", band: "between", proceedsCents: 20_000_00, gapCents: 0, isAhead: true } as const;
    assert.deepEqual(perTenThousand([50_00], [sale]), [25]);
  });
});

describe("npm run regret", () => {
  it("takes sales and a seed, and says what is wrong", () => {
    assert.deepEqual(readArguments([]), { ...STANDARD, isStandard: true });
    assert.deepEqual(readArguments(["--seed", "9", "--sales", "12"]), { sales: 12, seed: 9, isStandard: false });
    assert.equal(readArguments(["--sales", "0"]), "--sales needs a whole number from 1.");
    assert.equal(readArguments(["--sales"]), "--sales needs a whole number from 1.");
    assert.equal(readArguments(["--seed", "-1"]), "--seed needs a whole number from 0.");
    assert.equal(readArguments(["--lots", "3"]), "--lots is no option. There are --sales N and --seed S.");
  });

  it("wrote the page that is in docs: of the standard run, with a row for every order", () => {
    const page = readFileSync(resolve(__dirname, "../../docs/regret.md"), "utf8");
    assert.ok(page.includes("Written by `npm run regret` (seed 1)"));
    assert.ok(page.includes(`For ${STANDARD.sales.toLocaleString("en-US")} random sales`));
    for (const words of [...GENERATOR, ...LIMITS]) assert.ok(page.includes(words), `written before this changed: ${words}`);
    for (const { name } of LOT_METHODS) if (name !== "SPEC" && name !== "AVG") assert.ok(page.includes(`\`${name}\``), name);
  });

  it("and the README tells its means as they are", () => {
    const [page, readme] = ["docs/regret.md", "README.md"].map((path) => readFileSync(resolve(__dirname, "../..", path), "utf8")) as [string, string];
    const told = /HIFO (\$[\d.]+) per \$10,000 of proceeds on average, the tax optimizers' six groups (\$[\d.]+), FIFO (\$[\d.]+),/.exec(readme);
    assert.ok(told !== null, "the sentence of the README has changed");
    const mean = (name: string): string => new RegExp(`^\\| (?:[A-Z_, ]*\\b)?${name}\\b[^|]*\\|[^|]*\\|[^|]*\\| (\\$[\\d.,]+) ±`, "m").exec(page)![1]!;
    assert.deepEqual(told.slice(1), [mean("HIFO"), mean("SCHWAB_TLO"), mean("FIFO")]);
    assert.ok(readme.includes("(docs/regret.md)") && readme.includes(`on ${STANDARD.sales.toLocaleString("en-US")} random sales`));
  });

  it("and its first sales, measured anew, stand there to the cent; if they do not, run npm run regret and commit the page", () => {
    const page = readFileSync(resolve(__dirname, "../../docs/regret.md"), "utf8");
    const table = firstSalesTable(measureRegret(STANDARD.seed, CHECKED_SALES));
    assert.equal(page.slice(page.indexOf("| Sale | Year so far"), page.indexOf("\n\nThe source is")), table);
  });
});
