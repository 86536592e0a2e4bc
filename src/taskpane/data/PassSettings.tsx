/** Tables written before there were settings go on without them until they are told to use them. */
import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { Writes } from "../frame/use-writes";
import type { BookRead } from "../read-book";
import { count } from "../sentences";
import type { Writing } from "../use-writing";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS, alignItems: "flex-start", marginTop: tokens.spacingVerticalM },
});

interface PassSettingsProps {
  readonly book: Pick<BookRead, "settings">;
  readonly writing: Pick<Writing, "passSettings">;
  readonly writes: Pick<Writes, "tables" | "busy">;
}

export function PassSettings({ book, writing, writes }: PassSettingsProps): ReactElement | null {
  const styles = useStyles();
  const without = writes.tables.filter(({ source }) => source.settings === null);
  if (book.settings === null || without.length === 0) return null;
  const tables = count(without.length, "table");
  return (
    <div className={styles.box}>
      <Text data-testid="without-settings">
        {tables} written before {without.length === 1 ? "does" : "do"} not use these settings.
      </Text>
      <Button size="small" disabledFocusable={writes.busy} onClick={() => writing.passSettings(without)}>
        Use these settings in the {tables} written before
      </Button>
    </div>
  );
}
