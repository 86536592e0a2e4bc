/** The year, and which forms do not count: rows of the visible settings. A choice shows at once, and is taken back where it could not be written. */
import { useCallback, useEffect, useMemo, useState } from "react";
import type { BrokerPlace } from "../../sheet/placing/broker-place";
import { FORM_LEFT_OUT, formsLeftOutIn, FORMS_YEAR, formsYearIn } from "../../sheet/placing/forms-rows";
import type { SettingChange } from "../../sheet/placing/setting-changes";
import { nameOfForm } from "./forms-on-desk";
import { keyOfPlace } from "./forms-rules";

/** Writes the change and says the sentence; answers whether it was written. */
export type SaveChoice = (change: SettingChange, said: string) => Promise<boolean>;

export interface FormChoices {
  readonly left: ReadonlySet<string>;
  /** null: not chosen. */
  readonly year: number | null;
  readonly take: (place: BrokerPlace, yes: boolean) => void;
  readonly setYear: (year: number) => void;
}

/** Chosen and perhaps not yet in the settings that were read. */
interface Ahead {
  readonly year: number | null;
  readonly isLeft: ReadonlyMap<string, boolean>;
}

const NOTHING_AHEAD: Ahead = { year: null, isLeft: new Map() };

export function useFormChoices(settings: readonly (readonly unknown[])[], save: SaveChoice): FormChoices {
  const [ahead, setAhead] = useState(NOTHING_AHEAD);
  // Settings that were read again without a change here are the same ones: whoever counts with them need not look again.
  const saidOfForms = JSON.stringify([formsYearIn(settings), [...formsLeftOutIn(settings)]]);
  const written = useMemo(() => {
    const [year, left] = JSON.parse(saidOfForms) as [number | null, string[]];
    return { year, left: new Set(left) };
  }, [saidOfForms]);
  useEffect(() => setAhead((before) => stillAhead(before, written)), [written]);

  const left = useMemo(() => withAhead(written.left, ahead.isLeft), [written, ahead]);
  const year = ahead.year ?? written.year;

  const take = useCallback((place: BrokerPlace, yes: boolean) => {
    const key = keyOfPlace(place);
    if (left.has(key) !== yes) return;
    setAhead((before) => ({ ...before, isLeft: new Map(before.isLeft).set(key, !yes) }));
    const said = yes ? `The settings no longer leave out ${nameOfForm(place)}.` : `The settings now leave out ${nameOfForm(place)}.`;
    void save({ name: FORM_LEFT_OUT, first: key, values: yes ? [] : [key] }, said).then((isSaved) => {
      if (!isSaved) setAhead((before) => ({ ...before, isLeft: without(before.isLeft, key) }));
    });
  }, [left, save]);

  const setYear = useCallback((next: number) => {
    setAhead((before) => ({ ...before, year: next }));
    void save({ name: FORMS_YEAR, values: [next] }, `The settings now name ${next} as the year of the forms.`).then((isSaved) => {
      if (!isSaved) setAhead((before) => ({ ...before, year: null }));
    });
  }, [save]);

  return { left, year, take, setYear };
}

function withAhead(written: ReadonlySet<string>, isLeft: ReadonlyMap<string, boolean>): ReadonlySet<string> {
  const left = new Set(written);
  for (const [key, is] of isLeft) {
    if (is) left.add(key);
    else left.delete(key);
  }
  return left;
}

function stillAhead(ahead: Ahead, { year, left }: { readonly year: number | null; readonly left: ReadonlySet<string> }): Ahead {
  const isLeft = new Map([...ahead.isLeft].filter(([key, is]) => left.has(key) !== is));
  return { year: ahead.year === year ? null : ahead.year, isLeft };
}

function without(map: ReadonlyMap<string, boolean>, key: string): ReadonlyMap<string, boolean> {
  return new Map([...map].filter(([other]) => other !== key));
}
