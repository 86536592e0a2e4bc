/** The tables of the page, in Markdown. */
import { distributionOf, type Distribution } from "./distribution";
import type { Method } from "../../src/lots/choices";
import type { MeasuredMethod, MeasuredSale, Regret } from "./measure";

/** Ties: a cent may be a matter of rounding. */
const TIE_CENTS = 1;

/** What a reader would call real money; named in the heading. */
const MUCH_CENTS = 100_00;

export function isLeast(extraCents: number): boolean {
  return extraCents <= TIE_CENTS;
}

/** Dollars of extra tax for each $10,000 of proceeds. */
export function perTenThousand(extraCents: readonly number[], sales: readonly MeasuredSale[]): number[] {
  return extraCents.map((cents, at) => (cents / sales[at]!.proceedsCents) * 10_000);
}

/** The least mean extra tax first. */
export function ranked({ methods, sales }: Regret): MeasuredMethod[] {
  const mean = (method: MeasuredMethod): number => distributionOf(perTenThousand(method.extraCents, sales)).mean;
  return [...methods].sort((a, b) => mean(a) - mean(b));
}

export function nameOf({ names }: MeasuredMethod): string {
  const [first, second, ...others] = names;
  return [first, second].filter((name) => name !== undefined).join(", ") + (others.length > 0 ? ` +${others.length}` : "");
}

export function distributionTable(regret: Regret, unit: "dollars" | "per $10,000"): string {
  const rows = ranked(regret).map((method) => {
    const amounts = unit === "dollars" ? method.extraCents.map((cents) => cents / 100) : perTenThousand(method.extraCents, regret.sales);
    const shares = [isLeast, ...(unit === "dollars" ? [isMuch] : [])].map((holds) => percent(method.extraCents.filter(holds).length, method.extraCents.length));
    return `| ${[nameOf(method), ...shares].join(" | ")} | ${numbers(distributionOf(amounts))} |`;
  });
  return table(["Method", "Least possible in", ...(unit === "dollars" ? ["More than $100 in"] : []), "Median", "Mean", "90 of 100 at most", "99 of 100 at most", "Largest"], rows);
}

function isMuch(extraCents: number): boolean {
  return extraCents > MUCH_CENTS;
}

/** The mean of every run, to show what another seed changes. */
export function seedTable(main: Regret, otherSeeds: readonly Regret[]): string {
  const runs = [main, ...otherSeeds];
  const mean = ({ methods, sales }: Regret, name: Method): string => {
    const method = methods.find(({ names }) => names.includes(name))!;
    return dollars(distributionOf(perTenThousand(method.extraCents, sales)).mean);
  };
  const rows = ranked(main).map((method) => `| ${[nameOf(method), ...runs.map((run) => mean(run, method.names[0]!))].join(" | ")} |`);
  const counts = `| Sales | ${runs.map(({ sales }) => whole(sales.length)).join(" | ")} |`;
  return table(["Method", ...runs.map(({ seed }) => `Seed ${seed}`)], [...rows, counts]);
}

/** The same sales without and with purchases in the wash window. */
export function windowTable(main: Regret, inWindow: Regret): string {
  const count = inWindow.sales.length;
  const rows = ranked(inWindow).map((method) => {
    const plain = main.methods.find(({ names }) => names.includes(method.names[0]!))!.extraCents.slice(0, count);
    const without = distributionOf(perTenThousand(plain, main.sales.slice(0, count)));
    const { mean, meanWithin, ninetieth } = distributionOf(perTenThousand(method.extraCents, inWindow.sales));
    const cells = [percent(method.extraCents.filter(isLeast).length, count), dollars(without.mean), `${dollars(mean)} ± ${dollars(meanWithin)}`, dollars(ninetieth)];
    const washed = percent(method.disallowedCents.filter((cents) => cents > 0).length, count);
    return `| ${[nameOf(method), ...cells, washed].join(" | ")} |`;
  });
  return table(["Method", "Least found in", "Mean without them", "Mean with them", "90 of 100 at most", "A loss washed in"], rows);
}

/** Methods whose single sales the page shows, for whoever wants to check one. */
const CHECKED: readonly Method[] = ["FIFO", "HIFO", "SCHWAB_TLO", "IBKR_MLL", "MINTAX"];
export const CHECKED_SALES = 12;

/** The first sales one by one, in dollars above the least: a test measures them anew and finds them here. */
export function firstSalesTable({ methods, sales }: Regret): string {
  const rows = sales.slice(0, CHECKED_SALES).map(({ proceedsCents, soFar, band }, at) => {
    const extra = CHECKED.map((name) => dollars(methods.find(({ names }) => names.includes(name))!.extraCents[at]! / 100));
    return `| ${[at + 1, SO_FAR_WORDS[soFar], BAND_WORDS[band], dollars(proceedsCents / 100), ...extra].join(" | ")} |`;
  });
  return table(["Sale", "Year so far", "Return", "Proceeds", ...CHECKED], rows);
}

const SO_FAR_WORDS = { nothing: "nothing", gains: "gains", losses: "losses", carryover: "loss carried in" } as const;
const BAND_WORDS = { zeroBand: "0% band", between: "between", niit: "NIIT" } as const;

function numbers({ median, mean, meanWithin, ninetieth, ninetyNinth, largest }: Distribution): string {
  return [dollars(median), `${dollars(mean)} ± ${dollars(meanWithin)}`, dollars(ninetieth), dollars(ninetyNinth), dollars(largest)].join(" | ");
}

interface Situation {
  readonly heading: string;
  readonly holds: (sale: MeasuredSale) => boolean;
}

const SITUATIONS: readonly Situation[] = [
  { heading: "Nothing so far", holds: ({ soFar }) => soFar === "nothing" },
  { heading: "Gains so far", holds: ({ soFar }) => soFar === "gains" },
  { heading: "Losses so far", holds: ({ soFar }) => soFar === "losses" },
  { heading: "Loss carried in", holds: ({ soFar }) => soFar === "carryover" },
  { heading: "0% band", holds: ({ band }) => band === "zeroBand" },
  { heading: "Between", holds: ({ band }) => band === "between" },
  { heading: "NIIT", holds: ({ band }) => band === "niit" },
  { heading: "Held at a gain", holds: ({ isAhead }) => isAhead },
  { heading: "Held at a loss", holds: ({ isAhead }) => !isAhead },
];

export function situationTable(regret: Regret, show: "mean" | "share"): string {
  const { sales } = regret;
  const places = SITUATIONS.map(({ holds }) => sales.flatMap((sale, at) => (holds(sale) ? [at] : [])));
  const cell = (amounts: readonly number[], extraCents: readonly number[]): string => {
    if (amounts.length === 0) return "none";
    return show === "mean" ? dollars(distributionOf(amounts).mean) : percent(extraCents.filter(isLeast).length, extraCents.length);
  };
  const rows = ranked(regret).map((method) => {
    const amounts = perTenThousand(method.extraCents, sales);
    const cells = places.map((among) => cell(among.map((at) => amounts[at]!), among.map((at) => method.extraCents[at]!)));
    return `| ${[nameOf(method), ...cells].join(" | ")} |`;
  });
  const counts = `| Sales | ${places.map(({ length }) => whole(length)).join(" | ")} |`;
  return table(["Method", ...SITUATIONS.map(({ heading }) => heading)], [...rows, ...(show === "mean" ? [] : [counts])]);
}

/** How much gain is realised, and so how much is put off. */
export function putOffTable(regret: Regret): string {
  const { sales, leastGainCents } = regret;
  const mean = (gainCents: readonly number[]): string => dollars(distributionOf(perTenThousand(gainCents, sales)).mean);
  const rows = ranked(regret).map((method) => {
    const dearer = method.extraCents.flatMap((extra, at) => (isLeast(extra) ? [] : [at]));
    const less = dearer.filter((at) => method.gainCents[at]! < leastGainCents[at]!).length;
    return `| ${nameOf(method)} | ${mean(method.gainCents)} | ${dearer.length === 0 ? "none" : percent(less, dearer.length)} |`;
  });
  const heads = ["Method", "Mean gain realised", "Realised less gain than the least, of the sales where it cost more"];
  return table(heads, [`| Least tax | ${mean(leastGainCents)} | |`, ...rows]);
}

function table(heads: readonly string[], rows: readonly string[]): string {
  return [`| ${heads.join(" | ")} |`, `| --- |${" ---: |".repeat(heads.length - 1)}`, ...rows].join("\n");
}

export function dollars(amount: number): string {
  const digits = Math.abs(amount).toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return `${amount < 0 && Number(amount.toFixed(2)) !== 0 ? "\u2212" : ""}$${digits}`;
}

export function percent(part: number, all: number): string {
  return `${((part / all) * 100).toFixed(1)}%`;
}

export function whole(count: number): string {
  return count.toLocaleString("en-US");
}
