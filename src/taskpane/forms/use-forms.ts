/** Looks for the brokers' forms, reads those taken, and lays them on the engine's desk; followed while a screen shows them. */
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { BrokerCells, BrokerPlace } from "../../sheet/placing/broker-place";
import type { Day } from "../../values/plain-date";
import { Stopped, type Engine } from "../engine/contract";
import type { UnderWay } from "../under-way";
import type { PaneWorkbook } from "../pane-workbook";
import type { FormsChosen } from "./forms-chosen";
import type { FormRead } from "./forms-on-desk";
import { defaultYear, keyOfPlace, placesWith, sameForms, yearsToChoose } from "./forms-rules";
import { useFormChoices, type SaveChoice } from "./use-form-choices";

interface UseFormsProps {
  readonly workbook: PaneWorkbook;
  readonly engine: Engine;
  /** Years with taxable sales in the trades. */
  readonly saleYears: readonly number[];
  readonly asOf: Day;
  /** Rows of the settings: what was chosen before stands there. None: no settings. */
  readonly settings: readonly (readonly unknown[])[];
  readonly save: SaveChoice;
  readonly underWay: UnderWay;
  /** A screen that counts with the forms is in front. */
  readonly isShown: boolean;
}

interface Looked {
  readonly found: readonly BrokerPlace[];
  readonly chosen: readonly BrokerCells[];
  readonly read: readonly FormRead[];
}

const CHANGES_SETTLE_MS = 400;

export function useForms({ workbook, engine, saleYears, asOf, settings, save, underWay, isShown }: UseFormsProps): FormsChosen {
  const [looked, setLooked] = useState<Looked | null>(null);
  const [revision, setRevision] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const [pointed, setPointed] = useState<readonly BrokerPlace[]>([]);
  const { left, year: namedYear, take, setYear } = useFormChoices(settings, save);
  const [tries, setTries] = useState(0);
  const findAgain = useCallback(() => setTries((before) => before + 1), []);
  const shown = useRef<Looked | null>(null);

  useEffect(() => {
    if (!isShown) return;
    const stop = new AbortController();
    const end = underWay.begin();
    void look({ workbook, engine, left, pointed, before: shown.current, signal: stop.signal }).then((next) => {
      if (stop.signal.aborted) return;
      setProblem(typeof next === "string" ? next : null);
      if (typeof next === "string") return setLooked((before) => before ?? NOTHING);
      if (next.isNew) setRevision((before) => before + 1);
      shown.current = next.looked;
      setLooked(next.looked);
    }).finally(end);
    return () => stop.abort();
  }, [workbook, engine, isShown, left, pointed, tries, underWay]);

  useFollowingForms(workbook, isShown, findAgain);

  const takeSelected = useCallback(async () => {
    const place = await workbook.selectedBrokerForm();
    if (!place.ok) return setProblem(place.problem.sentence);
    setPointed((before) => placesWith(before, place.value));
    take(place.value, true);
  }, [workbook, take]);

  return useMemo(() => {
    const year = namedYear ?? defaultYear(looked?.read ?? [], asOf);
    return {
      year,
      setYear,
      years: yearsToChoose(year, saleYears, looked?.read ?? []),
      found: looked?.found ?? null,
      chosen: looked?.chosen ?? [],
      read: looked?.read ?? [],
      revision,
      isTaken: (place) => !left.has(keyOfPlace(place)),
      take,
      takeSelected: () => void takeSelected(),
      findAgain,
      problem,
    };
  }, [looked, namedYear, setYear, asOf, saleYears, revision, left, take, takeSelected, findAgain, problem]);
}

const NOTHING: Looked = { found: [], chosen: [], read: [] };

interface Looking {
  readonly workbook: PaneWorkbook;
  readonly engine: Engine;
  readonly left: ReadonlySet<string>;
  readonly pointed: readonly BrokerPlace[];
  readonly before: Looked | null;
  readonly signal: AbortSignal;
}

/** What was found and read, and whether the engine has other forms now; or why not, in a sentence. */
async function look({ workbook, engine, left, pointed, before, signal }: Looking): Promise<{ readonly looked: Looked; readonly isNew: boolean } | string> {
  const places = await workbook.findBrokerForms();
  if (!places.ok) return places.problem.sentence;
  const found = pointed.reduce(placesWith, places.value);
  const cells = await workbook.readBrokerForms(found.filter((place) => !left.has(keyOfPlace(place))));
  if (!cells.ok) return cells.problem.sentence;
  const chosen = cells.value;
  if (before !== null && sameForms(before.chosen, chosen)) return { looked: { ...before, found }, isNew: false };
  if (signal.aborted) return "";
  try {
    const read = await engine.readForms(chosen, { signal });
    return read.ok ? { looked: { found, chosen, read: read.value }, isNew: true } : read.problem.sentence;
  } catch (error) {
    if (error instanceof Stopped) return "";
    return `The forms could not be read: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** Looks again shortly after cells change: a form may be among them, or a sheet with a new one. */
function useFollowingForms(workbook: PaneWorkbook, isShown: boolean, findAgain: () => void): void {
  const shows = useRef(isShown);
  shows.current = isShown;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    void workbook.watchChanges(() => {
      clearTimeout(timer);
      timer = setTimeout(() => (shows.current ? findAgain() : undefined), CHANGES_SETTLE_MS);
    });
    return () => clearTimeout(timer);
  }, [workbook, findAgain]);
}
