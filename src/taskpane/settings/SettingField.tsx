/** One setting of one value. */
import { Field, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { SingleSetting } from "./single-settings";

const useStyles = makeStyles({
  input: { minWidth: 0, width: "100%" },
  figure: { textAlign: "right", fontVariantNumeric: "tabular-nums" },
  unit: { color: tokens.colorNeutralForeground2 },
});

interface SettingFieldProps {
  readonly setting: SingleSetting;
  readonly value: string;
  readonly problem: string | null;
  readonly onType: (text: string) => void;
}

export function SettingField({ setting, value, problem, onType }: SettingFieldProps): ReactElement {
  const styles = useStyles();
  const { label, words, mayBeBlank, unit } = setting;
  const testId = `setting-${setting.name.toLowerCase().replace(/ /g, "-")}`;
  return (
    <Field label={{ children: label, size: "small" }} size="small" validationState={problem === null ? "none" : "error"} validationMessage={problem ?? undefined}>
      {words === undefined ? (
        <Input
          size="small"
          className={styles.input}
          input={{ className: styles.figure }}
          inputMode="decimal"
          value={value}
          contentBefore={unit === "$" ? <span className={styles.unit}>$</span> : undefined}
          contentAfter={unit === "%" ? <span className={styles.unit}>%</span> : undefined}
          data-testid={testId}
          onChange={(_, { value: text }) => onType(text)}
        />
      ) : (
        <Select size="small" value={value} data-testid={testId} onChange={(_, { value: word }) => onType(word)}>
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
