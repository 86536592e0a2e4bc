/** Which heading was taken for which column, and which were left alone. */
import { Badge, makeStyles, Text, tokens } from "@fluentui/react-components";
import { CheckmarkCircle12Regular, SubtractCircle12Regular } from "@fluentui/react-icons";
import type { ReactElement } from "react";
import type { RecognizedColumn } from "../../sheet/reading-types";
import type { BookRead } from "../read-book";
import { Section } from "../Section";
import { skippedLine } from "../sentences";

const useStyles = makeStyles({
  list: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS, listStyleType: "none", margin: 0, padding: 0 },
  skipped: { display: "block", marginTop: tokens.spacingVerticalS, color: tokens.colorNeutralForeground2 },
});

export function ColumnsSection({ book }: { readonly book: BookRead }): ReactElement {
  const styles = useStyles();
  const skipped = skippedLine(book.skipped);
  return (
    <Section title="Recognized columns">
      <ul className={styles.list} aria-label="Recognized columns">
        {book.columns
          .filter((column) => column.field !== null || column.heading !== "")
          .map((column) => (
            <li key={column.column}>
              <Badge
                appearance="tint"
                color={column.field === null ? "warning" : "success"}
                icon={column.field === null ? <SubtractCircle12Regular /> : <CheckmarkCircle12Regular />}
              >
                {chip(column)}
              </Badge>
            </li>
          ))}
      </ul>
      {skipped !== null && (
        <Text size={200} className={styles.skipped}>
          {skipped}
        </Text>
      )}
    </Section>
  );
}

function chip({ heading, field }: RecognizedColumn): string {
  if (field === null) return `${heading}: left alone`;
  return heading === "" || heading.trim().toUpperCase() === field.toUpperCase() ? field : `${heading}: ${field}`;
}
