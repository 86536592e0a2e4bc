/** Below the fields: the difference in words, the bands, the lines, and what is carried into the next year. */
import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { useMemo, type ReactElement } from "react";
import { lossTakesGain } from "../../report/loss-takes-gain";
import { TextLink } from "../parts/TextLink";
import type { ScreenProps } from "../screen";
import { Section } from "../Section";
import { BandsPicture } from "./BandsPicture";
import { carriedLines, comparedLines, remarksOf } from "./compared-lines";
import { ComparedTable } from "./ComparedTable";
import type { NamedBands } from "./rulers";
import { differenceLine, nothingCarried, sameScenario } from "./tax-sentences";
import type { TaxView } from "./tax-view";

const useStyles = makeStyles({
  difference: { margin: `${tokens.spacingVerticalS} 0 0`, fontWeight: tokens.fontWeightSemibold },
  quiet: { display: "block", marginTop: tokens.spacingVerticalXS, color: tokens.colorNeutralForeground2 },
});

export interface TaxBodyProps extends ScreenProps {
  readonly view: TaxView;
}

export function TaxBody({ view, onGo }: TaxBodyProps): ReactElement {
  const styles = useStyles();
  const { year, a, b, byTables, withoutTax } = view;
  const oneColumn = sameScenario(a, b);
  const scenarios = useMemo(() => namedBands(view), [view]);
  const lines = comparedLines(view);
  const difference = differenceLine(view);
  const nothing = nothingCarried(view);
  return (
    <>
      <div role="status">
        {difference !== null && (
          <p className={styles.difference} data-testid="tax-difference">
            {difference}
          </p>
        )}
      </div>
      {scenarios !== null && <BandsPicture scenarios={scenarios} />}
      {withoutTax === null && !byTables && (
        <Text size={200} className={styles.quiet} data-testid="tax-no-bands">
          Your <TextLink onPress={() => onGo("settings")}>Settings</TextLink> state a short and a long rate in place of the tax tables, so there are no brackets to show.
        </Text>
      )}
      <Section title={`Lines of ${year}`}>
        <ComparedTable label={`Lines of ${year}`} lines={lines} oneColumn={oneColumn} testId="tax-lines" />
        {remarksOf(lines, withoutTax).map((remark) => (
          <Text key={remark} size={200} className={styles.quiet}>
            {remark}
          </Text>
        ))}
      </Section>
      <Section title={`Carried into ${year + 1}`}>
        {nothing === null ? (
          <ComparedTable label={`Carried into ${year + 1}`} lines={carriedLines(view)} oneColumn={oneColumn} testId="tax-carried" />
        ) : (
          <Text size={200} data-testid="tax-carried">
            {nothing}
          </Text>
        )}
      </Section>
    </>
  );
}

/** B beside A only where it differs. */
function namedBands(view: TaxView): readonly NamedBands[] | null {
  const { a, b } = view;
  if (a.bands === null || b.bands === null) return null;
  const ofA: NamedBands = { name: "A", bands: a.bands, lossTakesGain: lossTakesGain(a.lines) };
  return sameScenario(a, b) ? [ofA] : [ofA, { name: "B", bands: b.bands, lossTakesGain: lossTakesGain(b.lines) }];
}
