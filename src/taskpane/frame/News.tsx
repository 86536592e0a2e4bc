/** Says what the last refresh changed, until it is dismissed or the next one comes. */
import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons";
import { useEffect, useRef, useState, type ReactElement } from "react";
import { useAnswer } from "../engine/use-answer";
import type { LotsView } from "../lots/lots-view";
import type { BookRead } from "../read-book";
import { startsWhere } from "../reading";
import { newsBetween, type Seen } from "./news";

const useStyles = makeStyles({
  box: {
    display: "flex",
    alignItems: "flex-start",
    justifyContent: "space-between",
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
  },
  lines: { listStyleType: "none", margin: 0, padding: 0 },
});

const NO_ASK = {};

export function News({ book, onDismissed }: { readonly book: BookRead; readonly onDismissed: () => void }): ReactElement {
  const answered = useAnswer("lots", NO_ASK);
  const lots = answered.state === "answered" && !answered.renewing ? answered.answer : null;
  const seen = useRef<{ readonly seen: Seen; readonly answer: LotsView; readonly book: BookRead } | null>(null);
  const [lines, setLines] = useState<readonly string[]>([]);
  useEffect(() => {
    const before = seen.current;
    // The answer of the revision before is still there for a moment when the book is new.
    if (lots === null || before?.answer === lots) return;
    const now: Seen = { asOf: lots.asOf, trades: book.trades, lots: lots.lots, minLossCents: book.minLossCents };
    seen.current = { seen: now, answer: lots, book };
    // Other trades are another story, not a change of this one.
    const isSameRange = before !== null && startsWhere(before.book.place, book.place);
    const news = isSameRange ? newsBetween(before.seen, now) : [];
    if (news.length > 0 || !isSameRange) setLines(news);
  }, [lots, book]);
  const dismiss = (): void => {
    setLines([]);
    onDismissed();
  };
  return <NewsLines lines={lines} onDismiss={dismiss} />;
}

export function NewsLines({ lines, onDismiss }: { readonly lines: readonly string[]; readonly onDismiss: () => void }): ReactElement {
  const styles = useStyles();
  return (
    <div role="status" aria-live="polite" aria-label="What changed">
      {lines.length > 0 && (
        <div className={styles.box} data-testid="news">
          <ul className={styles.lines}>
            {lines.map((line) => (
              <li key={line}>
                <Text size={200}>{line}</Text>
              </li>
            ))}
          </ul>
          <Button size="small" appearance="transparent" icon={<Dismiss16Regular />} aria-label="Dismiss what changed" onClick={onDismiss} />
        </div>
      )}
    </div>
  );
}
