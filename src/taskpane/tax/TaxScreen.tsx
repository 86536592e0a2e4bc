/**
 * The year's tax: Schedule D lines, where the next dollar lands, and one set of further results beside another.
 * data-testid: answer.
 */
import type { ReactElement } from "react";
import { useAnswer } from "../engine/use-answer";
import { AnswerLine } from "../parts/AnswerLine";
import { Pending } from "../parts/Pending";
import type { ScreenProps } from "../screen";
import { taxLine } from "./tax-sentences";
import type { TaxAsk } from "./tax-view";

const NOTHING_MORE = { shortCents: 0, longCents: 0 };
const ASK: TaxAsk = { a: NOTHING_MORE, b: NOTHING_MORE };

export function TaxScreen(_: ScreenProps): ReactElement {
  const answered = useAnswer("tax", ASK);
  if (answered.state !== "answered") return <Pending answered={answered} />;
  const view = answered.answer;
  return <AnswerLine caveats={view.withoutTax === null ? [] : [view.withoutTax]}>{taxLine(view)}</AnswerLine>;
}
