/** The rows that need the user, each a link to its cell. Never a wall: the rest opens on a button. */
import { Button, Link, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import { addressWithinSheet, type CellBlock } from "../sheet/placing/addresses";
import type { BookRead } from "./read-book";
import { Section } from "./Section";
import { count } from "./sentences";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  problem: {
    borderLeft: `3px solid ${tokens.colorPaletteRedBorder2}`,
    paddingLeft: tokens.spacingHorizontalS,
    display: "flex",
    flexDirection: "column",
  },
  whatToDo: { color: tokens.colorNeutralForeground2 },
  more: { marginTop: tokens.spacingVerticalS },
});

const SHOWN_AT_FIRST = 5;
const SHOWN_AT_MOST = 200;

interface ProblemsSectionProps {
  readonly book: BookRead;
  readonly onSelect: (block: CellBlock) => void;
}

export function ProblemsSection({ book, onSelect }: ProblemsSectionProps): ReactElement | null {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const { problems } = book;
  if (problems.length === 0) return null;
  const shown = problems.slice(0, all ? SHOWN_AT_MOST : SHOWN_AT_FIRST);
  return (
    <Section title="Rows that need you">
      <ul className={styles.list} aria-label="Rows that need you">
        {shown.map((problem, index) => (
          <li key={index} className={styles.problem} data-testid="problem">
            <span>
              <Link onClick={() => onSelect(problem.cell)} aria-label={`Select ${addressWithinSheet(problem.cell)}`}>
                {addressWithinSheet(problem.cell)}
              </Link>{" "}
              <Text>{problem.sentence}</Text>
            </span>
            <Text size={200} className={styles.whatToDo}>
              {problem.whatToDo}
            </Text>
          </li>
        ))}
      </ul>
      {!all && problems.length > SHOWN_AT_FIRST && (
        <Button className={styles.more} size="small" onClick={() => setAll(true)}>
          Show {count(Math.min(problems.length, SHOWN_AT_MOST) - SHOWN_AT_FIRST, "more problem")}
        </Button>
      )}
      {all && problems.length > SHOWN_AT_MOST && (
        <Text size={200}>
          And {count(problems.length - SHOWN_AT_MOST, "more problem")}. Mend these first; one wrong heading or format
          often explains many.
        </Text>
      )}
    </Section>
  );
}
