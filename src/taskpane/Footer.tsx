/** The one primary button, above it what it will write and where. */
import { Button, Link, makeStyles, MessageBar, MessageBarBody, Spinner, Text, tokens } from "@fluentui/react-components";
import { Fragment, type ReactElement } from "react";
import { addressForReading, type CellBlock } from "../sheet/placing/addresses";
import { buttonLabel, plannedLine } from "./sentences";
import type { Writing } from "./use-writing";

const useStyles = makeStyles({
  footer: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}`,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
  },
});

interface FooterProps {
  readonly writing: Writing;
  readonly onSelect: (block: CellBlock) => void;
}

export function Footer({ writing, onSelect }: FooterProps): ReactElement {
  const styles = useStyles();
  const resting = writing.busy || writing.ticked.size === 0;
  return (
    <footer className={styles.footer}>
      <div role="status" aria-live="polite">
        {writing.said !== null && (
          <MessageBar intent={writing.said.intent} layout="multiline" data-testid="said" data-intent={writing.said.intent}>
            <MessageBarBody>
              {writing.said.sentence}
              {writing.said.blocks.map((block) => (
                <Fragment key={addressForReading(block)}>
                  {" "}
                  <Link inline onClick={() => onSelect(block)}>
                    {addressForReading(block)}
                  </Link>
                </Fragment>
              ))}
            </MessageBarBody>
          </MessageBar>
        )}
      </div>
      <Text size={200} data-testid="write-plan">
        {footerText(writing)}
      </Text>
      <Button
        appearance="primary"
        data-testid="write"
        disabled={!resting && writing.plan.length === 0}
        // Keeps the keyboard where it is after a write.
        disabledFocusable={resting}
        onClick={writing.write}
        icon={writing.busy ? <Spinner size="tiny" /> : null}
      >
        {buttonLabel([...writing.ticked].map((table) => ({ table })))}
      </Button>
    </footer>
  );
}

function footerText({ ticked, plan, obstacle, busy }: Writing): string {
  if (busy) return "Writing …";
  if (obstacle !== null) return obstacle;
  if (ticked.size === 0) return "Tick a table above to write it as a live formula.";
  if (plan.length === 0) return "Looking for empty space …";
  return plan.map(plannedLine).join(" ");
}
