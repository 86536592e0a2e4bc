/** A workbook whose figures came from another version of the rules says so until the user accepts this one. */
import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { RULES_VERSION } from "../../report/rules-version";
import { RULES_VERSION_NAME, warningOfSettings } from "../../sheet/placing/rules-version-row";
import type { SettingsFound } from "../../sheet/placing/settings-rows";
import type { PaneWorkbook } from "../pane-workbook";
import type { Writes } from "./use-writes";

const useStyles = makeStyles({
  box: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalXS,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorStatusWarningForeground3,
    borderBottom: `1px solid ${tokens.colorStatusWarningBorder1}`,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
  },
});

interface OtherRulesProps {
  readonly settings: SettingsFound | null;
  readonly workbook: PaneWorkbook;
  readonly writes: Writes;
  readonly onAccepted: () => void;
}

export function OtherRules({ settings, workbook, writes, onAccepted }: OtherRulesProps): ReactElement | null {
  const styles = useStyles();
  const warning = settings === null ? null : warningOfSettings(settings.cells);
  if (warning === null) return null;
  const accept = (): void =>
    void writes.working(async () => {
      const outcome = await workbook.changeSettings([{ name: RULES_VERSION_NAME, values: [RULES_VERSION] }]);
      if (!outcome.ok) return { intent: "error", sentence: outcome.problem.sentence, blocks: [] };
      onAccepted();
      return { intent: "success", sentence: `The settings now say rules version ${RULES_VERSION}.`, blocks: [] };
    });
  return (
    <div className={styles.box} role="status" data-testid="other-rules">
      <Text size={200}>{warning}</Text>
      <Button size="small" disabled={writes.busy} onClick={accept}>
        Go on with version {RULES_VERSION}
      </Button>
    </div>
  );
}
