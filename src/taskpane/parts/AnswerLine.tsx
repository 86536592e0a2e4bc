/** The one line at the top of a screen that answers its question, and below it, quietly, what the line leaves out. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { Children, type ReactElement, type ReactNode } from "react";

const useStyles = makeStyles({
  answer: { margin: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalXS}`, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  caveats: { margin: 0, padding: 0, listStyleType: "none", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
});

/** A line may break between the minus sign and the dollars; an amount must not. */
function unbroken(words: string): ReactNode {
  return words.split(/(−\$[\d,.]*\d)/).map((part, index) =>
    index % 2 === 1 ? (
      <span key={index} style={{ whiteSpace: "nowrap" }}>
        {part}
      </span>
    ) : (
      part
    ),
  );
}

interface AnswerLineProps {
  readonly children: ReactNode;
  readonly caveats: readonly ReactNode[];
}

export function AnswerLine({ children, caveats }: AnswerLineProps): ReactElement {
  const styles = useStyles();
  return (
    <>
      <p className={styles.answer} data-testid="answer" role="status">
        {Children.map(children, (child) => (typeof child === "string" ? unbroken(child) : child))}
      </p>
      {caveats.length > 0 && (
        <ul className={styles.caveats}>
          {caveats.map((caveat, index) => (
            <li key={index}>{caveat}</li>
          ))}
        </ul>
      )}
    </>
  );
}
