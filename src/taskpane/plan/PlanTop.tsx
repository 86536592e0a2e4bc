/** The line at the top of the Plan screen: the plan, what stands in the way of one, or what to type first. */
import { makeStyles } from "@fluentui/react-components";
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
  /** It answers what was typed before. */
  readonly isOld: boolean;
  /** Takes all limits away. */
  readonly onNoLimits: () => void;
}

const useStyles = makeStyles({ old: { opacity: 0.6 } });

export function PlanTop({ isOld, ...props }: PlanTopProps): ReactElement {
  const styles = useStyles();
  return (
    <div className={isOld ? styles.old : undefined} aria-busy={isOld}>
      <Said {...props} />
    </div>
  );
}

function Said({ answer, first, onGo, onSelectRow, onNoLimits }: Omit<PlanTopProps, "isOld">): ReactElement {
  if (answer === null) return <AnswerLine caveats={[]}>{first === "" ? "Looking for the lots." : first}</AnswerLine>;
  if (answer.kind === "hindered") return <AnswerLine caveats={mendedOn(answer, { onGo, onNoLimits })}>{answer.sentence}</AnswerLine>;
  const { view } = answer;
  const refused = view.gaps.filter(({ kind }) => kind === "refused").map(({ sentence }) => sentence);
  return <AnswerLine caveats={[...planCaveats(view), ...rowsThatNeedYou(refused, { onSelectRow, onGo })]}>{planLine(view)}</AnswerLine>;
}

const MENDED_ON: Readonly<Record<"prices" | "settings" | "rows", { readonly screen: ScreenName; readonly words: string }>> = {
  prices: { screen: "data", words: "Add prices" },
  settings: { screen: "settings", words: "Open Settings" },
  rows: { screen: "data", words: "Show the rows" },
};

function mendedOn({ where }: Extract<SalesPlanAnswer, { kind: "hindered" }>, { onGo, onNoLimits }: Pick<PlanTopProps, "onGo" | "onNoLimits">): readonly ReactNode[] {
  if (where === "ask") return [];
  const mend = where === "limits" ? { words: "Clear the limits", press: onNoLimits } : { words: MENDED_ON[where].words, press: () => onGo(MENDED_ON[where].screen) };
  return [
    <TextLink key={where} onPress={mend.press}>
      {mend.words}
    </TextLink>,
  ];
}
