/**
 * Which lots reach a goal at the least tax of the year, over all symbols and taxable accounts.
 * data-testid: answer, plan-purpose, plan-amount.
 */
import { useState, type ReactElement } from "react";
import { useAnswer } from "../engine/use-answer";
import { AnswerLine } from "../parts/AnswerLine";
import { NumberField } from "../parts/NumberField";
import { Pending } from "../parts/Pending";
import type { ScreenProps } from "../screen";
import { planLine } from "./plan-sentences";

export function PlanScreen(_props: ScreenProps): ReactElement {
  const [cents, setCents] = useState<number | null>(null);
  const answered = useAnswer(
    "salesPlan",
    cents === null
      ? null
      : { purpose: { kind: "cash", cents }, exactness: "at least", keepLots: [], keepSymbols: [], keepAccounts: [], mostOfSymbolCents: null, leastTradeCents: null, prove: false },
  );
  const answer = answered?.state === "answered" ? answered.answer : null;
  return (
    <>
      <AnswerLine caveats={[]}>{answer === null ? "Type how much to raise." : answer.kind === "planned" ? planLine(answer.view) : answer.sentence}</AnswerLine>
      <NumberField label="Cash to raise" before="$" step={1000} value={cents === null ? null : cents / 100} onValue={(dollars) => setCents(dollars === null ? null : Math.round(dollars * 100))} testId="plan-amount" />
      {answered !== null && answered.state !== "answered" && <Pending answered={answered} />}
    </>
  );
}
