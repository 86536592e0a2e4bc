/** The line at the top of the Plan screen: the plan, what stands in the way of one, or what to type first. */
import type { ReactElement, ReactNode } from "react";
import { AnswerLine } from "../parts/AnswerLine";
import { rowsThatNeedYou } from "../parts/rows-that-need-you";
import { TextLink } from "../parts/TextLink";
import type { ScreenName, ScreenProps } from "../screen";
import { planCaveats, planLine } from "./plan-sentences";
import type { SalesPlanAnswer } from "./sales-plan-view";

interface PlanTopProps extends Pick<ScreenProps, "onGo" | "onSelectRow"> {
  /** null: there is none yet. */
  readonly answer: SalesPlanAnswer | null;
  readonly first: string;
}

export function PlanTop({ answer, first, onGo, onSelectRow }: PlanTopProps): ReactElement {
  if (answer === null) return <AnswerLine caveats={[]}>{first === "" ? "Looking for the lots." : first}</AnswerLine>;
  if (answer.kind === "hindered") return <AnswerLine caveats={mendedOn(answer, onGo)}>{answer.sentence}</AnswerLine>;
  const { view } = answer;
  const refused = view.gaps.filter(({ kind }) => kind === "refused").map(({ sentence }) => sentence);
  return <AnswerLine caveats={[...planCaveats(view), ...rowsThatNeedYou(refused, { onSelectRow, onGo })]}>{planLine(view)}</AnswerLine>;
}

const MENDED_ON: Readonly<Record<"prices" | "settings" | "rows", { readonly screen: ScreenName; readonly words: string }>> = {
  prices: { screen: "data", words: "Add prices" },
  settings: { screen: "settings", words: "Open Settings" },
  rows: { screen: "data", words: "Show the rows" },
};

function mendedOn({ where }: Extract<SalesPlanAnswer, { kind: "hindered" }>, onGo: ScreenProps["onGo"]): readonly ReactNode[] {
  if (where === "ask") return [];
  const { screen, words } = MENDED_ON[where];
  return [
    <TextLink key={where} onPress={() => onGo(screen)}>
      {words}
    </TextLink>,
  ];
}
