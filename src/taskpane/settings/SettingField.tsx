/** One setting of one value. */
import { Field, Input, makeStyles, mergeClasses, Select, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { SingleSetting } from "./single-setting";

const useStyles = makeStyles({
  input: { minWidth: 0, width: "100%" },
  figure: { textAlign: "right", fontVariantNumeric: "tabular-nums" },
  unit: { color: tokens.colorNeutralForeground2 },
  // A field with help: words to the left, the value to the right, so that values stand below each other.
  beside: { gridTemplateColumns: "minmax(0, 1fr) minmax(0, 128px)", columnGap: tokens.spacingHorizontalM, alignItems: "start" },
  label: { gridColumnStart: "1", paddingBottom: "0" },
  help: { gridColumnStart: "1", marginTop: "0" },
  value: { gridColumnStart: "2", gridRowStart: "1", gridRowEnd: "span 2" },
  problem: { gridColumnStart: "1", gridColumnEnd: "-1" },
});

interface SettingFieldProps {
  readonly setting: SingleSetting;
  readonly value: string;
  /** Nothing is written while there is one. */
  readonly problem: string | null;
  /** Said beside the field, and written all the same. */
  readonly warning?: string | null;
  readonly onType: (text: string) => void;
}

export function SettingField({ setting, value, problem, warning = null, onType }: SettingFieldProps): ReactElement {
  const styles = useStyles();
  const { label, help, words, mayBeBlank, unit } = setting;
  const isBeside = help !== undefined;
  const says = problem ?? warning;
  const valueClass = isBeside ? styles.value : undefined;
  const testId = `setting-${setting.name.toLowerCase().replace(/ /g, "-")}`;
  return (
    <Field
      className={isBeside ? styles.beside : undefined}
      label={{ children: label, size: "small", className: isBeside ? styles.label : undefined }}
      hint={isBeside && says === null ? { children: help, className: styles.help } : undefined}
      size="small"
      validationState={problem !== null ? "error" : warning !== null ? "warning" : "none"}
      validationMessage={says === null ? undefined : { children: says, className: isBeside ? styles.problem : undefined }}
    >
      {words === undefined ? (
        <Input
          size="small"
          className={mergeClasses(styles.input, valueClass)}
          input={{ className: styles.figure }}
          inputMode="decimal"
          value={value}
          contentBefore={unit === "$" ? <span className={styles.unit}>$</span> : undefined}
          contentAfter={unit === "%" ? <span className={styles.unit}>%</span> : undefined}
          data-testid={testId}
          onChange={(_, { value: text }) => onType(text)}
        />
      ) : (
        <Select size="small" className={mergeClasses(styles.input, valueClass)} value={value} data-testid={testId} onChange={(_, { value: word }) => onType(word)}>
          {mayBeBlank === true && <option value="">not stated</option>}
          {(words.includes(value) || value === "" ? words : [...words, value]).map((word) => (
            <option key={word} value={word}>
              {word}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
