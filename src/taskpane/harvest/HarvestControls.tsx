/** The limits of the list, and the target with how far the ticked lots come. */
import { Button, Field, makeStyles, mergeClasses, ProgressBar, Select, Spinner, Text, tokens } from "@fluentui/react-components";
import { Fragment, type ReactElement } from "react";
import { wholeDollars } from "../charts/formats";
import { NumberField } from "../parts/NumberField";
import { TextLink } from "../parts/TextLink";
import type { CandidatesFilter } from "./candidates-shown";
import { progressLine, soFarLine, yearTargets } from "./harvest-sentences";
import type { HarvestView } from "./harvest-view";
import { yearEffect } from "./year-effect";

const useStyles = makeStyles({
  limits: { display: "grid", gridTemplateColumns: "repeat(3, minmax(0, 1fr))", gap: tokens.spacingHorizontalS, alignItems: "start", marginTop: tokens.spacingVerticalM },
  target: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) minmax(0, 2fr)", gap: tokens.spacingHorizontalS, alignItems: "end", marginTop: tokens.spacingVerticalS },
  progress: { marginTop: tokens.spacingVerticalXS },
  quiet: { color: tokens.colorNeutralForeground2, fontVariantNumeric: "tabular-nums" },
  select: { minWidth: 0 },
  year: { marginTop: tokens.spacingVerticalS },
});

interface LimitsProps {
  readonly filter: CandidatesFilter;
  readonly onFilter: (filter: CandidatesFilter) => void;
}

export function Limits({ filter, onFilter }: LimitsProps): ReactElement {
  const styles = useStyles();
  const { minLossCents, minLossShare, term } = filter;
  return (
    <div className={styles.limits} role="group" aria-label="Limits of the list">
      <NumberField
        label="Loss from"
        before="$"
        step={50}
        value={minLossCents === null ? null : minLossCents / 100}
        onValue={(dollars) => onFilter({ ...filter, minLossCents: dollars === null ? null : Math.round(dollars * 100) })}
        placeholder="any"
        testId="min-loss"
      />
      <NumberField
        label="Below cost by"
        after="%"
        step={1}
        most={100}
        value={minLossShare === null ? null : Number((minLossShare * 100).toPrecision(12))}
        onValue={(percent) => onFilter({ ...filter, minLossShare: percent === null ? null : percent / 100 })}
        placeholder="any"
        testId="min-loss-percent"
      />
      <Field label="Term" size="small">
        <Select size="small" className={styles.select} value={term} data-testid="harvest-term" onChange={(_, { value }) => onFilter({ ...filter, term: value as CandidatesFilter["term"] })}>
          <option value="any">All</option>
          <option value="Short">Short</option>
          <option value="Long">Long</option>
        </Select>
      </Field>
    </div>
  );
}

interface TargetProps {
  readonly targetCents: number | null;
  readonly onTarget: (cents: number | null) => void;
  readonly onChoose: () => void;
  /** Lots are being chosen. */
  readonly choosing: boolean;
  /** null: nothing is ticked, or the plan is not there yet. */
  readonly harvestedCents: number | null;
  /** What stood in the way of the last choice, or how far it came; null: nothing to say. */
  readonly said: string | null;
}

interface YearLineProps {
  readonly view: HarvestView;
  readonly onTarget: (cents: number) => void;
}

/** What the year has come to, and the targets it suggests: pressing one takes it. */
export function YearLine({ view, onTarget }: YearLineProps): ReactElement {
  const styles = useStyles();
  const effect = yearEffect(view, null);
  const { zeroCents, limitCents } = yearTargets(effect, view.limitCents);
  const targets = [
    ...(zeroCents === null ? [] : [{ cents: zeroCents, words: `${wholeDollars(zeroCents)} to zero` }]),
    ...(limitCents === null ? [] : [{ cents: limitCents, words: `${wholeDollars(limitCents)} to the ${wholeDollars(view.limitCents)} line` }]),
  ];
  return (
    <Text block size={200} className={mergeClasses(styles.quiet, styles.year)}>
      {soFarLine(effect, view.year)}
      {targets.length > 0 && " Target: "}
      {targets.map(({ cents, words }, index) => (
        <Fragment key={words}>
          {index > 0 && ", or "}
          <TextLink onPress={() => onTarget(cents)}>{words}</TextLink>
        </Fragment>
      ))}
      {targets.length > 0 && "."}
    </Text>
  );
}

export function Target({ targetCents, onTarget, onChoose, choosing, harvestedCents, said }: TargetProps): ReactElement {
  const styles = useStyles();
  const harvested = Math.max(0, harvestedCents ?? 0);
  const words = targetCents === null ? null : progressLine(harvested, targetCents);
  return (
    <>
      <div className={styles.target}>
        <NumberField
          label="Target loss"
          before="$"
          step={500}
          value={targetCents === null ? null : targetCents / 100}
          onValue={(dollars) => onTarget(dollars === null || dollars === 0 ? null : Math.round(dollars * 100))}
          placeholder="none"
          testId="target"
        />
        <Button size="small" onClick={onChoose} disabledFocusable={targetCents === null || choosing} icon={choosing ? <Spinner size="tiny" /> : null} data-testid="choose-for-target">
          Choose lots for this target
        </Button>
      </div>
      {words !== null && targetCents !== null && (
        <div className={styles.progress}>
          <ProgressBar value={Math.min(1, harvested / targetCents)} thickness="large" aria-label={words} />
          <Text size={200} className={styles.quiet}>
            {words}
          </Text>
        </div>
      )}
      {said !== null && (
        <Text block size={200} className={styles.quiet} role="status" data-testid="target-said">
          {said}
        </Text>
      )}
    </>
  );
}
