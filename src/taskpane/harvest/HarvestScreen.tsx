/**
 * The December screen: which lots lose, what each loss is worth and what it would wash, and a plan of the ticked ones.
 * data-testid: answer, min-loss, min-loss-percent, harvest-term, target, choose-for-target, candidate-KEY, tick-KEY,
 * shares-KEY, sale-KEY, plan-total, plan-difference, plan-said, loss-picture, effect-picture.
 */
import { useEffect, useMemo, useRef, useState, type ReactElement } from "react";
import { shortOfTargetSentence } from "../../report/harvest-words";
import type { Answered } from "../engine/contract";
import { useAnswer } from "../engine/use-answer";
import { Pending } from "../parts/Pending";
import type { ScreenProps } from "../screen";
import { candidatesShown } from "./candidates-shown";
import { filterOf } from "./harvest-sentences";
import type { HarvestAsk, HarvestView, PlanAsk } from "./harvest-view";
import { HarvestBody } from "./HarvestBody";
import { ticksNow, ticksOfPlan } from "./ticks";
import { useHarvestChoices, type HarvestChoices } from "./use-harvest-choices";

/** All of them: the screen's own limits hide what is small. */
const ASK: HarvestAsk = { minLossCents: null, minLossShare: null };

export function HarvestScreen(props: ScreenProps): ReactElement {
  const answered = useAnswer("harvest", ASK);
  const choices = useHarvestChoices();
  const view = answered.state === "answered" ? answered.answer : null;
  const plan = useAnswer("plan", usePlanAsk(view, choices));
  const choosing = useChoosing(view, choices);
  if (answered.state !== "answered") return <Pending answered={answered} />;
  return <HarvestBody {...props} view={answered.answer} choices={choices} plan={plan} choosing={choosing} />;
}

function usePlanAsk(view: HarvestView | null, { ticks }: HarvestChoices): PlanAsk | null {
  return useMemo(() => {
    const lots = view === null ? [] : ticksNow(ticks, view.answer.lots).chosen;
    return lots.length === 0 ? null : { lots, targetCents: null };
  }, [view, ticks]);
}

export interface Choosing {
  readonly busy: boolean;
  /** What stood in the way, or how far the choice came. */
  readonly said: string | null;
  readonly start: () => void;
  /** Keys of the lots chosen last: they stand at the top of the list. */
  readonly first: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

/** Asks for the lots that reach the target among those shown, and ticks them. */
function useChoosing(view: HarvestView | null, choices: HarvestChoices): Choosing {
  const { filter, targetCents, setTicks } = choices;
  const [ask, setAsk] = useState<PlanAsk | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [first, setFirst] = useState(NONE);
  const answered: Answered<"plan"> | null = useAnswer("plan", ask);
  const taken = useRef<PlanAsk | null>(null);
  useEffect(() => {
    if (ask === null || answered === null || taken.current === ask || view === null) return;
    if (answered.state === "working" || (answered.state === "answered" && answered.renewing)) return;
    taken.current = ask;
    setAsk(null);
    if (answered.state !== "answered") return setSaid(answered.sentence);
    const { plan } = answered.answer;
    setTicks(ticksOfPlan(plan, view.answer.lots));
    setFirst(new Set(plan.sales.map(({ key }) => key)));
    setSaid(shortOfTargetSentence(plan));
  }, [ask, answered, view, setTicks]);
  const start = (): void => {
    if (view === null || targetCents === null) return;
    const shown = candidatesShown(view.answer.lots, filter ?? filterOf(view));
    setSaid(shown.length === 0 ? "There is no lot to choose from." : null);
    if (shown.length > 0) setAsk({ lots: shown.map(({ key }) => ({ key, shares: null })), targetCents });
  };
  return { busy: ask !== null, said, start, first };
}
