/** Whether the workbook has settings, and a button that makes the sheet for them. */
import { Button, Link, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import { addressForReading, type CellBlock } from "../sheet/placing/addresses";
import type { PaneWorkbook } from "./pane-workbook";
import type { BookRead } from "./read-book";
import { Section } from "./Section";
import { accountsLine, count } from "./sentences";
import type { Writing } from "./use-writing";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, alignItems: "flex-start" },
});

interface SettingsSectionProps {
  readonly workbook: Pick<PaneWorkbook, "createSettingsSheet">;
  readonly book: Pick<BookRead, "settings" | "typedByName">;
  readonly onSelect: (block: CellBlock) => void;
  readonly onCreated: () => void;
  readonly writing: Pick<Writing, "written" | "passSettings" | "busy">;
}

export function SettingsSection({ workbook, book, onSelect, onCreated, writing }: SettingsSectionProps): ReactElement {
  const styles = useStyles();
  const { settings } = book;
  const accounts = accountsLine(book);
  const [problem, setProblem] = useState<string | null>(null);
  const create = async (): Promise<void> => {
    const outcome = await workbook.createSettingsSheet();
    setProblem(outcome.ok ? null : outcome.problem.sentence);
    if (outcome.ok) onCreated();
  };
  return (
    <Section title="Settings">
      <div className={styles.box}>
        {settings === null ? (
          <>
            <Text>Defaults: FIFO, wash sales across all your accounts.</Text>
            {accounts !== null && <Text>{accounts}</Text>}
            <Button size="small" onClick={() => void create()}>
              Create settings sheet
            </Button>
          </>
        ) : (
          <Text>
            From{" "}
            <Link inline onClick={() => onSelect(settings.block)}>
              {addressForReading(settings.block)}
            </Link>
            {accounts !== null && <>. {accounts}</>}
          </Text>
        )}
        {settings !== null && <WrittenBefore writing={writing} />}
        {problem !== null && <Text role="alert">{problem}</Text>}
      </div>
    </Section>
  );
}

/** Tables written before there were settings go on without them until they are told to use them. */
function WrittenBefore({ writing }: Pick<SettingsSectionProps, "writing">): ReactElement | null {
  const without = writing.written.filter(({ source }) => source.settings === null);
  if (without.length === 0) return null;
  const tables = count(without.length, "table");
  return (
    <>
      <Text data-testid="without-settings">
        {tables} written before {without.length === 1 ? "does" : "do"} not use these settings.
      </Text>
      <Button size="small" disabled={writing.busy} onClick={() => writing.passSettings(without)}>
        Use these settings in the {tables} written before
      </Button>
    </>
  );
}
