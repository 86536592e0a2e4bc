/** Under the answer of a screen: the rows that keep something out of it. A count, the first few with links, the rest on Data. */
import type { ReactElement } from "react";
import type { ScreenProps } from "../screen";
import { count } from "../sentences";
import { RowLink } from "./RowLink";
import { TextLink } from "./TextLink";

const TOLD_AT_MOST = 3;

/** @param sentences of the rows, `Row 41: …` or `Prices row 3: …`; one that is said twice counts once */
export function rowsThatNeedYou(sentences: readonly string[], { onSelectRow, onGo }: Pick<ScreenProps, "onSelectRow" | "onGo">): readonly ReactElement[] {
  const all = [...new Set(sentences)];
  if (all.length === 0) return [];
  const rest = all.length - TOLD_AT_MOST;
  const toData = (words: string): ReactElement => <TextLink onPress={() => onGo("data")}>{words}</TextLink>;
  return [
    ...(all.length > 1 ? [<span key="count">{count(all.length, "row needs", "rows need")} you, and what they name is left out:</span>] : []),
    ...all.slice(0, TOLD_AT_MOST).map((sentence) => <RowSentence key={sentence} sentence={sentence} onSelectRow={onSelectRow} toData={toData} />),
    ...(rest > 0 ? [<span key="rest">{toData(`and ${rest} more`)}</span>] : []),
  ];
}

interface RowSentenceProps extends Pick<ScreenProps, "onSelectRow"> {
  readonly sentence: string;
  readonly toData: (words: string) => ReactElement;
}

function RowSentence({ sentence, onSelectRow, toData }: RowSentenceProps): ReactElement {
  const [name, row] = /^(?:Prices row|Row) (\d+)/.exec(sentence) ?? [];
  if (name === undefined) return <span>{sentence}</span>;
  return (
    <span>
      {name.startsWith("Row") ? (
        <RowLink row={Number(row)} onSelectRow={onSelectRow}>
          {name}
        </RowLink>
      ) : (
        toData(name)
      )}
      {sentence.slice(name.length)}
    </span>
  );
}
