/** The one line that answers the screen's question, and what it leaves out. */
import type { ReactElement } from "react";
import { AnswerLine } from "../parts/AnswerLine";
import { rowsThatNeedYou } from "../parts/rows-that-need-you";
import { TextLink } from "../parts/TextLink";
import type { ScreenProps } from "../screen";
import { answerLine } from "./tax-sentences";
import type { TaxView } from "./tax-view";

interface TaxAnswerProps extends Pick<ScreenProps, "onGo" | "onSelectRow"> {
  readonly view: TaxView;
}

export function TaxAnswer({ view, onGo, onSelectRow }: TaxAnswerProps): ReactElement {
  const { withoutTax, hidden } = view;
  const caveats = [
    ...(hidden === null ? [] : rowsThatNeedYou([ofTheRow(hidden)], { onGo, onSelectRow })),
    ...(withoutTax === null
      ? []
      : [
          <span key="tax">
            {withoutTax} <TextLink onPress={() => onGo("settings")}>Settings</TextLink>
          </span>,
        ]),
  ];
  return <AnswerLine caveats={caveats}>{answerLine(view)}</AnswerLine>;
}

/** That the year needs all its sales is said by the line above. */
function ofTheRow(sentence: string): string {
  const at = sentence.search(/Row \d+:/);
  return at < 0 ? sentence : sentence.slice(at);
}
