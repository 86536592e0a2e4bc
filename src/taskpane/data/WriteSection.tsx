/** Which tables to write and where. */
import { Checkbox, makeStyles, Radio, RadioGroup, Text, tokens } from "@fluentui/react-components";
import { useId, type ReactElement } from "react";
import { TABLES_TO_WRITE } from "../../sheet/placing/result-tables";
import type { Placing } from "../../sheet/placing/writing";
import type { BookRead } from "../read-book";
import { Section } from "../Section";
import type { Writing } from "../use-writing";

const useStyles = makeStyles({
  choice: { display: "flex", flexDirection: "column" },
  answers: { color: tokens.colorNeutralForeground2, marginLeft: "36px", marginTop: "-6px", marginBottom: tokens.spacingVerticalXS },
  note: { color: tokens.colorNeutralForeground2 },
});

interface WriteSectionProps {
  readonly writing: Writing;
  readonly book: BookRead;
}

export function WriteSection({ writing, book }: WriteSectionProps): ReactElement {
  const styles = useStyles();
  const where = useId();
  return (
      <Section title="Write to the workbook">
        {TABLES_TO_WRITE.map(({ table, sheetName, answers }) => (
          <div key={table} className={styles.choice}>
            <Checkbox
              label={sheetName}
              checked={writing.ticked.has(table)}
              onChange={(_, { checked }) => writing.tick(table, checked === true)}
              data-testid={`table-${table}`}
            />
            <Text size={200} className={styles.answers}>
              {answers}
            </Text>
          </div>
        ))}
        <Text id={where} size={200} className={styles.note}>
          Where
        </Text>
        <RadioGroup
          aria-labelledby={where}
          value={writing.placing}
          onChange={(_, { value }) => writing.setPlacing(value as Placing)}
        >
          <Radio value="beside" label="Beside the trades" />
          <Radio value="newSheets" label="On new sheets" />
        </RadioGroup>
        {writing.placing === "newSheets" && writing.ticked.has("WASHSALE") && (
          <Text size={200} className={styles.note}>
            Wash sales stand beside the trades, row by row.
          </Text>
        )}
        {book.place.tableName === null && (
          <Text block size={200} className={styles.note}>
            The formulas follow rows inserted within the trades. To have rows below counted too, make the trades an
            Excel Table (Ctrl+T) first.
          </Text>
        )}
      </Section>
  );
}
