/**
 * Which lots reach a goal at the least tax of the year, over all symbols and taxable accounts, within limits.
 * data-testid: answer, plan-purpose, plan-amount, plan-exactly, plan-limits, keep-symbol, keep-account, most-of-symbol,
 * least-trade, prove, plan-sales, plan-sale-KEY, plan-totals, plain-bars.
 */
import { useMemo, useRef, useState, type ReactElement } from "react";
import type { Answered } from "../engine/contract";
import { useAnswer } from "../engine/use-answer";
import { useDeferredAsk } from "../engine/use-under-way";
import { AnswerLine } from "../parts/AnswerLine";
import { Pending } from "../parts/Pending";
import { Renewing } from "../parts/Renewing";
import { useKeyboardStays } from "../parts/use-keyboard-stays";
import type { ScreenProps } from "../screen";
import type { HoldingsAsk, HoldingsView } from "../sell/sell-view";
import { FIELDS_AT_FIRST, isSameAsk, NO_PLAN_LIMITS, planAsked, withKept, type PlanFields } from "./plan-fields";
import { PURPOSES } from "./plan-sentences";
import { PlanBody } from "./PlanBody";
import { PlanForm } from "./PlanForm";
import { PlanLimitsPart } from "./PlanLimitsPart";
import { PlanTop } from "./PlanTop";
import type { SalesPlanAnswer, SalesPlanAsk } from "./sales-plan-view";

const ASK: HoldingsAsk = {};

export function PlanScreen(props: ScreenProps): ReactElement {
  const answered = useAnswer("holdings", ASK);
  if (answered.state !== "answered") return <Pending answered={answered} />;
  if (answered.answer.holdings.length === 0) return <AnswerLine caveats={[]}>You hold nothing in a taxable account that could be sold.</AnswerLine>;
  return <Plan {...props} holdings={answered.answer} />;
}

function Plan(props: ScreenProps & { readonly holdings: HoldingsView }): ReactElement {
  const [fields, setFields] = useState<PlanFields>(FIELDS_AT_FIRST);
  const typed = useMemo(() => planAsked(fields), [fields]);
  const ask = useDeferredAsk(typed);
  const quick = useAnswer("salesPlan", ask);
  const { proof, prove } = useProof(ask);
  const known = answerShown(quick, proof);
  // An answer to another purpose answers nothing that is asked now.
  const answer = known !== null && askOf(known).purpose.kind === fields.purpose ? known : null;
  const isOld = answer !== null && !isSameAsk(askOf(answer), typed);
  const isRenewing = isOld || (quick?.state === "answered" && quick.renewing);
  const screen = useRef<HTMLDivElement>(null);
  const watched = useKeyboardStays(screen);
  return (
    <div ref={screen} {...watched}>
      <PlanTop {...props} answer={answer} isOld={isRenewing} first={typed === null ? PURPOSES.find(({ purpose }) => purpose === fields.purpose)!.first : ""} onNoLimits={() => setFields({ ...fields, limits: NO_PLAN_LIMITS })} />
      <PlanForm fields={fields} onFields={setFields} />
      <PlanLimitsPart limits={fields.limits} holdings={props.holdings} onLimits={(limits) => setFields({ ...fields, limits })} />
      {quick !== null && quick.state !== "answered" && <Pending answered={quick} />}
      <Renewing answered={quick} />
      {proof !== null && proof.state !== "answered" && <Pending answered={proof} />}
      <PlanBody
        {...props}
        view={answer?.kind === "planned" ? answer.view : null}
        isRenewing={isRenewing}
        onProve={proof === null ? prove : null}
        onKeep={(lot) => setFields((now) => withKept(now, lot))}
      />
    </div>
  );
}

interface Proof {
  readonly proof: Answered<"salesPlan"> | null;
  readonly prove: () => void;
}

/** The exact search is asked for one plan; another ask withdraws it. */
function useProof(ask: SalesPlanAsk | null): Proof {
  const [of, setOf] = useState<SalesPlanAsk | null>(null);
  const asked = useMemo(() => (ask === null || of !== ask ? null : { ...ask, prove: true }), [of, ask]);
  return { proof: useAnswer("salesPlan", asked), prove: () => setOf(ask) };
}

function askOf(answer: SalesPlanAnswer): SalesPlanAsk {
  return answer.kind === "planned" ? answer.view.ask : answer.ask;
}

/** What was proven, once it is; until then what was found at once. */
function answerShown(quick: Answered<"salesPlan"> | null, proof: Answered<"salesPlan"> | null): SalesPlanAnswer | null {
  if (quick?.state !== "answered") return null;
  return proof?.state === "answered" && proof.answer.kind === "planned" ? proof.answer : quick.answer;
}
