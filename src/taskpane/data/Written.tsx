/** What this pane wrote, each with a link and a way back of its own. */
import { Button, Link, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { addressForReading, type CellBlock } from "../../sheet/placing/addresses";
import { blocksOfImport, topOf, type Writes } from "../frame/use-writes";
import { nameOf, nameOfImport } from "../remove-tables";
import { BlockLinks } from "../parts/BlockLinks";
import { Section } from "../Section";
import { capitalized, writtenLine } from "../sentences";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  one: { display: "flex", justifyContent: "space-between", alignItems: "baseline", gap: tokens.spacingHorizontalS },
  remove: { flexShrink: 0 },
});

interface WrittenProps {
  readonly writes: Pick<Writes, "tables" | "sheets" | "imports" | "busy" | "remove">;
  readonly onSelect: (block: CellBlock) => void;
}

export function Written({ writes, onSelect }: WrittenProps): ReactElement | null {
  const styles = useStyles();
  const { tables, sheets, imports, busy, remove } = writes;
  if (tables.length + sheets.length + imports.length === 0) return null;
  return (
    <Section title="Written">
      <ul className={styles.list} aria-label="Written">
        {tables.map((table) => (
          <li key={addressForReading(table.block)} className={styles.one} data-testid={`written-${table.table}`} data-address={addressForReading(table.block)}>
            <span>
              <Text>{writtenLine(table)} </Text>
              <Link inline onClick={() => onSelect(table.block)}>
                {addressForReading(table.block)}
              </Link>
            </span>
            <Button className={styles.remove} size="small" appearance="subtle" disabledFocusable={busy} aria-label={`Remove ${nameOf(table)}`} onClick={() => remove([table], [])}>
              Remove
            </Button>
          </li>
        ))}
        {sheets.map((sheet) => (
          <li key={sheet.sheetName} className={styles.one} data-testid="written-sheet">
            <Link inline onClick={() => onSelect(topOf(sheet))}>
              Sheet ‘{sheet.sheetName}’
            </Link>
            <Button className={styles.remove} size="small" appearance="subtle" disabledFocusable={busy} aria-label={`Remove sheet ‘${sheet.sheetName}’`} onClick={() => remove([], [sheet])}>
              Remove
            </Button>
          </li>
        ))}
        {imports.map((written, at) => (
          <li key={`import ${at}`} className={styles.one} data-testid="written-import">
            <span>
              <Text>{capitalized(nameOfImport(written))}</Text>
              <BlockLinks blocks={blocksOfImport(written)} onSelect={onSelect} />
            </span>
            <Button className={styles.remove} size="small" appearance="subtle" disabledFocusable={busy} aria-label={`Remove ${nameOfImport(written)}`} onClick={() => remove([], [], [written])}>
              Remove
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
