/** What the plan is for, how much, and whether more may be sold than that. */
import { Field, makeStyles, Select, Switch, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { NumberField } from "../parts/NumberField";
import { mayExceed, needsAmount, type PlanFields, type PurposeKind } from "./plan-fields";
import { exactlyHint, PURPOSES } from "./plan-sentences";

const useStyles = makeStyles({
  fields: { display: "grid", gridTemplateColumns: "repeat(2, minmax(0, 1fr))", gap: tokens.spacingHorizontalS, alignItems: "start", marginTop: tokens.spacingVerticalM },
  select: { minWidth: 0 },
  exactly: { marginTop: tokens.spacingVerticalXS },
});

interface PlanFormProps {
  readonly fields: PlanFields;
  readonly onFields: (fields: PlanFields) => void;
}

export function PlanForm({ fields, onFields }: PlanFormProps): ReactElement {
  const styles = useStyles();
  const { purpose, cents, exactly } = fields;
  const amount = cents[purpose];
  return (
    <>
      <div className={styles.fields}>
        <Field label="Purpose" size="small">
          <Select size="small" className={styles.select} data-testid="plan-purpose" value={purpose} onChange={(_, { value }) => onFields({ ...fields, purpose: value as PurposeKind })}>
            {PURPOSES.map(({ purpose: kind, name }) => (
              <option key={kind} value={kind}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        {needsAmount(purpose) && (
          <NumberField
            key={purpose}
            label={PURPOSES.find((one) => one.purpose === purpose)!.amount}
            before="$"
            step={1000}
            value={amount === undefined ? null : amount / 100}
            onValue={(dollars) => onFields({ ...fields, cents: { ...cents, [purpose]: dollars === null ? undefined : Math.round(dollars * 100) } })}
            most={LARGEST_DOLLARS}
            placeholder="none"
            testId="plan-amount"
          />
        )}
      </div>
      {mayExceed(purpose) && (
        <Field className={styles.exactly} size="small" hint={exactlyHint(purpose, exactly)}>
          <Switch label="No more than needed" data-testid="plan-exactly" checked={exactly} onChange={(_, { checked }) => onFields({ ...fields, exactly: checked })} />
        </Field>
      )}
    </>
  );
}

/** Beyond it cents are no longer exact. */
const LARGEST_DOLLARS = 9e13;
