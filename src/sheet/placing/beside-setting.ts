/** The cells beside a name in the settings range, for rows that the reader of settings leaves alone. Pure. */
import { plainWord } from "../setting-values";

/** The first value of each row of this name, in their order. */
export function besideSetting(settings: readonly (readonly unknown[])[], name: string): readonly unknown[] {
  return settings.filter(([cell]) => plainWord(String(cell ?? "")) === plainWord(name)).map(([, value]) => value);
}
