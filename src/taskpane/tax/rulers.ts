/** Where the bands of the year's rates, and the income in them, fall on rulers of dollars. Pure. */
import type { Band, BandsOfYear } from "../../tax/bands";

export type ScenarioName = "A" | "B";

/** The bands of a scenario, under its name. */
export interface NamedBands {
  readonly name: ScenarioName;
  readonly bands: BandsOfYear;
  /** A net loss, or a long-term loss against short-term gain, is met by the next dollar of long-term gain first. */
  readonly lossTakesGain: boolean;
}

export type IncomeKind = "ordinary" | "gains" | "netInvestment";

/** One kind of income: its bands, and a bar a scenario. */
export interface Ruler {
  readonly kind: IncomeKind;
  readonly title: string;
  readonly bands: readonly RulerBand[];
  readonly bars: readonly RulerBar[];
}

export interface RulerBand {
  readonly rate: number;
  readonly fromCents: number;
  /** null: no end. */
  readonly toCents: number | null;
  readonly filled: readonly { readonly name: ScenarioName; readonly cents: number }[];
  /** Whose next dollar lands here. */
  readonly nextOf: readonly ScenarioName[];
}

export interface RulerBar {
  readonly name: ScenarioName;
  /** What it is stacked on ends here. */
  readonly fromCents: number;
  readonly toCents: number;
  /** Of the band the next dollar lands in; null: a deduction or a loss takes it up. */
  readonly nextRate: number | null;
}

const TITLES: Readonly<Record<IncomeKind, string>> = {
  ordinary: "Ordinary income, short-term gain in it",
  gains: "Long-term gain and qualified dividends, on top",
  netInvestment: "Investment income, on top of other MAGI",
};

export function rulersOf(scenarios: readonly NamedBands[]): readonly Ruler[] {
  return (["ordinary", "gains", "netInvestment"] as const).map((kind) => ({
    kind,
    title: TITLES[kind],
    bands: bandsOfKind(scenarios, kind),
    bars: scenarios.map((scenario) => ({
      name: scenario.name,
      ...stretch(scenario.bands, kind),
      nextRate: scenario.bands[kind].find((band) => landsIn(band, scenario, kind))?.rate ?? null,
    })),
  }));
}

/** The tables are the same for all scenarios; only what fills them differs. */
function bandsOfKind(scenarios: readonly NamedBands[], kind: IncomeKind): readonly RulerBand[] {
  const [first] = scenarios;
  if (first === undefined) return [];
  const of = (bands: BandsOfYear, at: number): Band => bands[kind][at]!;
  return first.bands[kind].map(({ rate, fromCents, toCents }, at) => ({
    rate,
    fromCents,
    toCents,
    filled: scenarios.map(({ name, bands }) => ({ name, cents: of(bands, at).filledCents })),
    nextOf: scenarios.filter((scenario) => landsIn(of(scenario.bands, at), scenario, kind)).map(({ name }) => name),
  }));
}

/** The band has the next dollar of its kind, qualified dividends among them; a gain may meet a loss before it gets there. */
function landsIn({ isNext }: Band, { lossTakesGain }: NamedBands, kind: IncomeKind): boolean {
  return isNext && !(kind === "gains" && lossTakesGain);
}

function stretch(bands: BandsOfYear, kind: IncomeKind): Pick<RulerBar, "fromCents" | "toCents"> {
  const { ordinaryCents, preferredCents, investmentCents, magiCents } = bands;
  if (kind === "ordinary") return { fromCents: 0, toCents: ordinaryCents };
  if (kind === "gains") return { fromCents: ordinaryCents, toCents: ordinaryCents + preferredCents };
  const toCents = Math.max(0, magiCents);
  return { fromCents: toCents - investmentCents, toCents };
}

/** Beyond this many times the last top, bars run over the edge: the bands would be too thin to see. */
const TIMES_LAST_TOP = 2;
const PAST_LAST_TOP = 1.25;

/** Where the rulers end, in cents: after the band above the one the income ends in, so that what comes next is seen. */
export function endOfRulers(rulers: readonly Ruler[]): number {
  const incomeCents = Math.max(0, ...rulers.flatMap(({ bars }) => bars.map(({ toCents }) => toCents)));
  const tops = rulers.filter(({ kind }) => kind === "ordinary").flatMap(({ bands }) => bands.flatMap(({ toCents }) => (toCents === null ? [] : [toCents])));
  const lastTop = tops.at(-1) ?? 1_00;
  const [, after] = tops.filter((top) => top > incomeCents);
  return after ?? Math.max(lastTop * PAST_LAST_TOP, Math.min(incomeCents * PAST_LAST_TOP, lastTop * TIMES_LAST_TOP));
}
