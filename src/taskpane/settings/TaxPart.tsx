/** The tax in the form: the return, what is carried in, finer points, and rates in place of the tables. */
import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { Section } from "../Section";
import { OwnRates } from "./OwnRates";
import type { SingleSetting } from "./single-setting";
import { FINER_POINTS, LOSSES_CARRIED_IN, OWN_RATES, RETURN_FACTS } from "./tax-settings";

const useStyles = makeStyles({
  rows: { display: "grid", gap: tokens.spacingVerticalS },
  part: { margin: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalS}`, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
  basis: { display: "block", marginBottom: tokens.spacingVerticalS, color: tokens.colorNeutralForeground2 },
});

interface TaxPartProps {
  /** How the tax is worked out, or what it needs. */
  readonly sentence: string;
  readonly ratesInUse: boolean;
  readonly field: (setting: SingleSetting) => ReactElement;
}

export function TaxPart({ sentence, ratesInUse, field }: TaxPartProps): ReactElement {
  const styles = useStyles();
  return (
    <Section title="Your return, for the tax">
      <Text size={200} className={styles.basis} data-testid="tax-basis">
        {sentence}
      </Text>
      <div className={styles.rows}>{RETURN_FACTS.map(field)}</div>
      <h3 className={styles.part}>Losses carried into the year</h3>
      <div className={styles.rows}>{LOSSES_CARRIED_IN.map(field)}</div>
      <h3 className={styles.part}>Finer points</h3>
      <div className={styles.rows}>{FINER_POINTS.map(field)}</div>
      <OwnRates inUse={ratesInUse}>
        <div className={styles.rows}>{OWN_RATES.map(field)}</div>
      </OwnRates>
    </Section>
  );
}
