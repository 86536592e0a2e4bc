/** The screen's one primary button, above it what it will write and where; what the last press did; the way back. */
import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, Spinner, Text, tokens } from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons";
import type { ReactElement } from "react";
import type { CellBlock } from "../../sheet/placing/addresses";
import { BlockLinks } from "../parts/BlockLinks";
import type { ScreenAction } from "../screen";
import type { Writes } from "./use-writes";

const useStyles = makeStyles({
  footer: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
  },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  primary: { flexGrow: 1 },
});

interface FrameFooterProps {
  readonly action: ScreenAction | null;
  readonly writes: Writes;
  readonly onAct: (action: ScreenAction) => void;
  readonly onSelect: (block: CellBlock) => void;
  /** The sentence was dismissed, and its button with it. */
  readonly onHushed?: () => void;
}

export function FrameFooter({ action, writes, onAct, onSelect, onHushed }: FrameFooterProps): ReactElement | null {
  const styles = useStyles();
  const { busy, said, tables, sheets, imports } = writes;
  const hasWritten = tables.length + sheets.length + imports.length > 0;
  if (action === null && said === null && !hasWritten) return null;
  return (
    <footer className={styles.footer}>
      <div role="status" aria-live="polite">
        {said !== null && <WhatWasSaid writes={writes} onSelect={onSelect} onHushed={onHushed} />}
      </div>
      {action !== null && (
        <Text size={200} data-testid="write-plan">
          {busy ? "Writing …" : action.plan}
        </Text>
      )}
      <div className={styles.buttons}>
        {action !== null && (
          <Button
            appearance="primary"
            className={styles.primary}
            data-testid="write"
            // Keeps the keyboard where it is after a write.
            disabledFocusable={busy || (action.disabled && action.isWaiting !== true)}
            onClick={() => onAct(action)}
            icon={busy ? <Spinner size="tiny" /> : null}
          >
            {action.label}
          </Button>
        )}
        {hasWritten && (
          <Button appearance="subtle" disabledFocusable={busy} onClick={() => writes.remove(tables, sheets, imports)}>
            Remove what I wrote
          </Button>
        )}
      </div>
    </footer>
  );
}

function WhatWasSaid({ writes, onSelect, onHushed }: Pick<FrameFooterProps, "writes" | "onSelect"> & { readonly onHushed: (() => void) | undefined }): ReactElement | null {
  const { said } = writes;
  if (said === null) return null;
  const hush = (): void => {
    writes.hush();
    onHushed?.();
  };
  return (
    <MessageBar intent={said.intent} layout="multiline" data-testid="said" data-intent={said.intent}>
      <MessageBarBody>
        {said.sentence}
        <BlockLinks blocks={said.blocks} onSelect={onSelect} />
      </MessageBarBody>
      <MessageBarActions
        containerAction={<Button appearance="transparent" size="small" icon={<Dismiss16Regular />} aria-label="Dismiss" onClick={hush} />}
      />
    </MessageBar>
  );
}
