/** The rows that need the user, each a link to its cell. Never a wall: the rest opens on a button. */
import { Button, Link, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import { addressWithinSheet, cellOf, type CellBlock } from "../../sheet/placing/addresses";
import type { BookRead, PricesRead, RowProblem } from "../read-book";
import { Section } from "../Section";
import { count, withheldLine } from "../sentences";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  problem: {
    borderLeft: `3px solid ${tokens.colorPaletteRedBorder2}`,
    paddingLeft: tokens.spacingHorizontalS,
    display: "flex",
    flexDirection: "column",
  },
  withheld: { marginBottom: tokens.spacingVerticalS, color: tokens.colorNeutralForeground2 },
  whatToDo: { color: tokens.colorNeutralForeground2 },
  more: { marginTop: tokens.spacingVerticalS },
});

/** `Row 41`; with the cell as well where rows are not counted from the top of the sheet. */
function rowLabel({ row, cell }: RowProblem): string {
  return cell.row + 1 === row ? `Row ${row}` : `Row ${row} (${addressWithinSheet(cell)})`;
}

/** The sentence names its row; here the link does. */
function withoutRow({ row, sentence }: RowProblem): string {
  return sentence.startsWith(`Row ${row}: `) ? sentence.slice(`Row ${row}: `.length) : sentence;
}

interface RowListed extends RowProblem {
  readonly label?: string;
}

/** They come first: a few rows, each the price of a symbol. */
function priceProblems(prices: PricesRead | null): readonly RowListed[] {
  if (prices === null) return [];
  const { place, faults } = prices;
  return faults.map(({ row, sentence }) => {
    const label = `Prices row ${row}`;
    const cell = { ...cellOf(place.block, row - 1, 0), columns: place.block.columns };
    return { row, label, cell, sentence: sentence.slice(`${label}: `.length), whatToDo: "" };
  });
}

const SHOWN_AT_FIRST = 5;
const SHOWN_AT_MOST = 200;

interface ProblemsSectionProps {
  readonly book: BookRead;
  readonly prices: PricesRead | null;
  readonly onSelect: (block: CellBlock) => void;
}

export function ProblemsSection({ book, prices, onSelect }: ProblemsSectionProps): ReactElement | null {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const problems: readonly RowListed[] = [...priceProblems(prices), ...book.problems];
  if (problems.length === 0) return null;
  const shown = problems.slice(0, all ? SHOWN_AT_MOST : SHOWN_AT_FIRST);
  return (
    <Section title="Rows that need you">
      {book.withheld.length > 0 && (
        <Text block size={200} className={styles.withheld} data-testid="withheld">
          {withheldLine(book.withheld)}
        </Text>
      )}
      <ul className={styles.list} aria-label="Rows that need you">
        {shown.map((problem, index) => (
          <li key={index} className={styles.problem} data-testid="problem">
            <span>
              <Link inline onClick={() => onSelect(problem.cell)} title={`Select ${addressWithinSheet(problem.cell)}`}>
                {problem.label ?? rowLabel(problem)}
              </Link>
              <Text>: {withoutRow(problem)}</Text>
            </span>
            {problem.whatToDo !== "" && (
              <Text size={200} className={styles.whatToDo}>
                {problem.whatToDo}
              </Text>
            )}
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
