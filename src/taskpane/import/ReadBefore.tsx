/** Files of earlier imports, each with its sheet. */
import { Link, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { CellBlock } from "../../sheet/placing/addresses";
import type { ImportedBefore } from "../../sheet/placing/import-write";
import { Section } from "../Section";

const useStyles = makeStyles({ list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS } });

interface ReadBeforeProps {
  readonly before: ImportedBefore | null;
  readonly onSelect: (block: CellBlock) => void;
}

export function ReadBefore({ before, onSelect }: ReadBeforeProps): ReactElement | null {
  const styles = useStyles();
  if (before === null || before.files.length === 0) return null;
  return (
    <Section title="Files in this workbook">
      <ul className={styles.list} aria-label="Files in this workbook">
        {before.files.map(({ sheetName, name }) => (
          <li key={sheetName}>
            <Text>{name} on </Text>
            <Link inline onClick={() => onSelect({ sheet: sheetName, row: 0, column: 0, rows: 1, columns: 1 })}>
              ‘{sheetName}’
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
