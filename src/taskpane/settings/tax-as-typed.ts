/** The tax facts as they will be once what was typed is written: what is at odds among them, and what they come to. Pure. */
import { DEFAULT_SETTINGS, readSettings } from "../../sheet/read-settings";
import { taxBasisOf } from "../../sheet/tax-basis-of-settings";
import { factsAtOdds } from "../../sheet/tax-facts-at-odds";
import type { TaxFacts } from "../../sheet/reading-types";
import type { SettingsShown, TypedFields } from "./settings-form";
import { TAX_SETTINGS } from "./tax-settings";

export interface TaxAsTyped {
  /** By setting: what does not go with the others. It may be written all the same; the functions then say it too. */
  readonly warnings: Readonly<Record<string, string>>;
  /** How the tax is worked out, or what it needs, in a sentence. */
  readonly sentence: string;
}

export function taxAsTyped(shown: SettingsShown, typed: TypedFields): TaxAsTyped {
  const tax = factsTyped(shown, typed);
  const atOdds = factsAtOdds(tax);
  const warnings = Object.fromEntries(atOdds.map(({ setting, problem }) => [setting, problem.sentence]));
  return { warnings, sentence: atOdds.length === 0 ? basisSentence(tax) : "The tax waits for what is marked below." };
}

/** The fields of the form as a settings range; one that cannot be read is left out. */
function factsTyped(shown: SettingsShown, typed: TypedFields): TaxFacts {
  const rows = TAX_SETTINGS.flatMap(({ name, shown: shownText, read }) => {
    const value = read((typed[name] ?? shownText(shown.settings)).trim());
    return value.ok && value.value !== null ? [[name, value.value]] : [];
  });
  const settings = readSettings(rows);
  return (settings.ok ? settings.value : DEFAULT_SETTINGS).tax;
}

function basisSentence(tax: TaxFacts): string {
  const basis = taxBasisOf({ tax });
  if (!basis.ok) return basis.problem.sentence.replace("which the settings do not give", "which are blank").replace(" to the settings", "");
  if (basis.value.by === "rates") return "The tax is worked out at your own rates.";
  const { year, status, doubt } = basis.value.situation.law;
  return `The tax is worked out by the tables of ${year} for ${status}.${doubt === null ? "" : ` ${doubt}`}`;
}
