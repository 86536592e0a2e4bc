/** What the picture of the bands says: its summary, its marks, its table. */
import { money, wholeDollars } from "../charts/formats";
import type { PictureTableShown } from "../charts/Picture";
import type { NamedBands, Ruler, RulerBand, RulerBar, ScenarioName } from "./rulers";

/** `22 %`, `3.8 %` */
export function rateText(rate: number): string {
  return `${Number((rate * 100).toFixed(4))} %`;
}

const TAKEN_UP = "taken up by losses or deductions";

/** "Next dollar at 22 %"; where they differ "Next dollar: A at 22 %, B at 24 %". */
export function nextText({ bars }: Pick<Ruler, "bars">): string {
  const [first] = bars;
  if (first === undefined) return "";
  if (bars.every(({ nextRate }) => nextRate === first.nextRate)) return `Next dollar ${at(first.nextRate)}`;
  return `Next dollar: ${bars.map(({ name, nextRate }) => `${name} ${at(nextRate)}`).join(", ")}`;
}

function at(rate: number | null): string {
  return rate === null ? TAKEN_UP : `at ${rateText(rate)}`;
}

/** "22 %, from $50,400 to $105,700: A fills $29,600.00; the next dollar lands here" */
export function bandLabel({ bars }: Pick<Ruler, "bars">, band: RulerBand): string {
  const alone = bars.length === 1;
  const filled = band.filled.map(({ name, cents }) => (alone ? `${money(cents)} of it filled` : `${name} fills ${money(cents)}`)).join(", ");
  return `${rateText(band.rate)}, ${reach(band)}: ${filled}${nextHere(band.nextOf, alone)}`;
}

function reach({ fromCents, toCents }: RulerBand): string {
  return toCents === null ? `from ${dollars(fromCents)} on` : `from ${dollars(fromCents)} to ${dollars(toCents)}`;
}

function nextHere(names: readonly ScenarioName[], alone: boolean): string {
  if (names.length === 0) return "";
  return alone ? "; the next dollar lands here" : `; the next dollar of ${names.join(" and ")} lands here`;
}

/** "A: $29,600.00 of ordinary income, up to $80,000" */
export function barLabel({ title, bars }: Pick<Ruler, "title" | "bars">, { name, fromCents, toCents, nextRate }: RulerBar): string {
  const who = bars.length === 1 ? "" : `${name}: `;
  const stacked = fromCents > 0 ? `, from ${money(fromCents)} to ${money(toCents)}` : "";
  return `${who}${title}: ${money(toCents - fromCents)}${stacked}; next dollar ${at(nextRate)}`;
}

function dollars(cents: number): string {
  return cents === 0 ? "$0" : wholeDollars(cents);
}

const KINDS = { ordinary: "Ordinary", gains: "Long-term gains", netInvestment: "Net investment" } as const;

export function bandsTable(rulers: readonly Ruler[]): PictureTableShown {
  const names = rulers[0]?.bars.map(({ name }) => name) ?? [];
  const filled = names.length === 1 ? ["Filled"] : names.map((name) => `Filled ${name}`);
  return {
    columns: ["Income", "Rate", "From", "To", ...filled, "Next dollar"],
    rows: rulers.flatMap(({ kind, bands }) =>
      bands.map((band) => [
        KINDS[kind],
        rateText(band.rate),
        dollars(band.fromCents),
        band.toCents === null ? "no end" : dollars(band.toCents),
        ...band.filled.map(({ cents }) => money(cents)),
        names.length === 1 && band.nextOf.length > 0 ? "here" : band.nextOf.join(" and "),
      ]),
    ),
    figures: [1, 2, 3, ...filled.map((_, index) => 4 + index)],
  };
}

/** One sentence a fact that the bars alone do not tell. */
export function bandsSummary(scenarios: readonly NamedBands[]): string {
  return scenarios.map(({ name, bands }) => `${scenarios.length > 1 ? `${name}: ` : ""}${incomeSentence(bands)}`).join(" ");
}

function incomeSentence({ taxableIncomeCents, preferredCents, gainsAsOrdinary, magiCents }: NamedBands["bands"]): string {
  const income =
    taxableIncomeCents < 0
      ? `Deductions exceed income by ${wholeDollars(-taxableIncomeCents)}; that much more income is free of tax.`
      : `Taxable income ${dollars(taxableIncomeCents)}${preferredCents === 0 ? "" : `, ${wholeDollars(preferredCents)} of it at long-term rates`}; MAGI ${dollars(magiCents)}.`;
  return gainsAsOrdinary ? `${income} The ordinary rates tax all of it no higher, so gains lie in their bands.` : income;
}
