/** The checklist: what is open first, each with the way to mend it; below it, folded, what is done. data-testid: check, check-mend, check-done. */
import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { CheckmarkCircle16Regular, Warning16Regular } from "@fluentui/react-icons";
import { useState, type ReactElement } from "react";
import type { PackageCheck } from "../../sheet/copy/copy-types";
import { nameOfScreen } from "../frame/screens";
import type { ScreenName } from "../screen";
import { Section } from "../Section";
import { count } from "../sentences";
import type { PackageMend } from "./package-view";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  point: { display: "grid", gridTemplateColumns: "16px minmax(0, 1fr)", columnGap: tokens.spacingHorizontalS, alignItems: "start" },
  icon: { height: "20px", display: "flex", alignItems: "center" },
  open: { color: tokens.colorStatusWarningForeground3 },
  done: { color: tokens.colorStatusSuccessForeground3 },
  state: { fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  name: { fontWeight: tokens.fontWeightSemibold },
  sentence: { display: "block" },
  mends: { marginTop: tokens.spacingVerticalXS, display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  more: { marginTop: tokens.spacingVerticalM },
});

interface ChecklistPartProps {
  readonly checks: readonly PackageCheck[];
  /** What one press settles. */
  readonly mends: readonly PackageMend[];
  readonly busy: boolean;
  readonly onMend: (mend: PackageMend) => void;
  readonly onGo: (screen: ScreenName) => void;
}

export function ChecklistPart({ checks, mends, busy, onMend, onGo }: ChecklistPartProps): ReactElement {
  const styles = useStyles();
  const [isUnfolded, setUnfolded] = useState(false);
  const open = checks.filter(({ state }) => state === "open");
  const rest = [...checks.filter(({ state }) => state === "done"), ...checks.filter(({ state }) => state === "not applicable")];
  const done = checks.filter(({ state }) => state === "done").length;
  return (
    <Section title="Checklist">
      {open.length > 0 && (
        <ul className={styles.list} aria-label="Open points">
          {open.map((check) => (
            <Point key={check.name} check={check} mend={mends.find((mend) => mend.check === check.name) ?? null} busy={busy} onMend={onMend} onGo={onGo} />
          ))}
        </ul>
      )}
      {rest.length > 0 && (
        <Button className={open.length > 0 ? styles.more : undefined} size="small" appearance="subtle" aria-expanded={isUnfolded} data-testid="check-done" onClick={() => setUnfolded(!isUnfolded)}>
          {isUnfolded ? "Hide what is done" : `Show ${count(done, "point that is done", "points that are done")}`}
        </Button>
      )}
      {isUnfolded && (
        <ul className={styles.list} aria-label="Points that are done">
          {rest.map((check) => (
            <Point key={check.name} check={check} mend={null} busy={busy} onMend={onMend} onGo={onGo} />
          ))}
        </ul>
      )}
    </Section>
  );
}

const STATES: Readonly<Record<PackageCheck["state"], string>> = { open: "Open", done: "Done", "not applicable": "Not needed" };

interface PointProps extends Pick<ChecklistPartProps, "busy" | "onMend" | "onGo"> {
  readonly check: PackageCheck;
  readonly mend: PackageMend | null;
}

function Point({ check: { name, state, sentence, screen }, mend, busy, onMend, onGo }: PointProps): ReactElement {
  const styles = useStyles();
  const isOpen = state === "open";
  return (
    <li className={styles.point} data-testid="check" data-state={state} data-check={name}>
      <span className={styles.icon} aria-hidden="true">
        {isOpen ? <Warning16Regular className={styles.open} /> : state === "done" ? <CheckmarkCircle16Regular className={styles.done} /> : null}
      </span>
      <div>
        <Text className={styles.name}>{name}</Text> <span className={styles.state}>· {STATES[state]}</span>
        <Text size={200} className={styles.sentence}>
          {sentence}
        </Text>
        {isOpen && (mend !== null || screen !== null) && (
          <div className={styles.mends}>
            {mend !== null && (
              <Button size="small" disabledFocusable={busy} data-testid="check-mend" aria-label={`${mend.label}: ${name}`} onClick={() => onMend(mend)}>
                {mend.label}
              </Button>
            )}
            {screen !== null && (
              <Button size="small" data-testid="check-go" aria-label={`Go to ${nameOfScreen(screen)}: ${name}`} onClick={() => onGo(screen)}>
                Go to {nameOfScreen(screen)}
              </Button>
            )}
          </div>
        )}
      </div>
    </li>
  );
}
