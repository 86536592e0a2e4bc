/** Further results of A and of B, two fields each: what is not in the trades. */
import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { centsOf } from "../../sheet/trade-amount";
import { NumberField } from "../parts/NumberField";
import { Section } from "../Section";
import type { Scenario, TaxAsk } from "./tax-view";

const useStyles = makeStyles({
  said: { display: "block", color: tokens.colorNeutralForeground2, marginBottom: tokens.spacingVerticalXS },
  fields: { display: "grid", gridTemplateColumns: "repeat(2, minmax(0, 1fr))", gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`, alignItems: "start" },
});

/** A billion dollars: more is a slip of the finger. */
const MOST_DOLLARS = 1e9;
const STEP_DOLLARS = 500;

interface ScenarioFieldsProps {
  readonly ask: TaxAsk;
  readonly onAsk: (ask: TaxAsk) => void;
}

export function ScenarioFields({ ask, onAsk }: ScenarioFieldsProps): ReactElement {
  const styles = useStyles();
  const field = (name: "a" | "b", term: keyof Scenario, label: string): ReactElement => (
    <NumberField
      label={label}
      before="$"
      placeholder="0"
      step={STEP_DOLLARS}
      least={-MOST_DOLLARS}
      most={MOST_DOLLARS}
      value={ask[name][term] === 0 ? null : ask[name][term] / 100}
      onValue={(dollars) => onAsk({ ...ask, [name]: { ...ask[name], [term]: centsOf(dollars ?? 0) } })}
      testId={`tax-${name}-${term === "shortCents" ? "short" : "long"}`}
    />
  );
  return (
    <Section title="Further sales, A against B">
      <Text size={200} className={styles.said}>
        Results that are not in your trades yet; a loss with a minus.
      </Text>
      <div className={styles.fields} role="group" aria-label="Further results">
        {field("a", "shortCents", "A, short-term")}
        {field("a", "longCents", "A, long-term")}
        {field("b", "shortCents", "B, short-term")}
        {field("b", "longCents", "B, long-term")}
      </div>
    </Section>
  );
}
