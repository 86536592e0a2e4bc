/**
 * A field for one number. It counts once Enter is pressed or the field is left; the arrow keys step it. What is no
 * number, or out of bounds, stays as typed with a sentence, and the figure before goes on to count.
 */
import { Field, Input, makeStyles } from "@fluentui/react-components";
import { useEffect, useState, type KeyboardEvent, type ReactElement } from "react";
import { numberFromText } from "../../values/number-text";
import { plainNumber } from "../../report/figures";

const useStyles = makeStyles({ input: { minWidth: 0, width: "100%" }, text: { textAlign: "right", minWidth: 0, fontVariantNumeric: "tabular-nums" } });

interface NumberFieldProps {
  readonly label: string;
  readonly value: number | null;
  /** null: the field was emptied. */
  readonly onValue: (value: number | null) => void;
  readonly step: number;
  readonly least?: number;
  readonly most?: number;
  readonly before?: string;
  readonly after?: string;
  readonly placeholder?: string;
  readonly testId: string;
}

export function NumberField({ label, value, onValue, step, least = 0, most, before, after, placeholder, testId }: NumberFieldProps): ReactElement {
  const styles = useStyles();
  const [text, setText] = useState(() => shown(value));
  const [wrong, setWrong] = useState<string | null>(null);
  useEffect(() => {
    setText(shown(value));
    setWrong(null);
  }, [value]);
  const take = (typed: string): void => {
    const read = readAmount(typed, least, most);
    setWrong(typeof read === "string" ? read : null);
    if (typeof read === "string") return;
    setText(shown(read));
    if (read !== value) onValue(read);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Enter") return take(text);
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    event.preventDefault();
    const stepped = (value ?? 0) + (event.key === "ArrowUp" ? step : -step);
    take(plainNumber(Number(Math.max(least, Math.min(stepped, most ?? Infinity)).toPrecision(12))));
  };
  return (
    <Field label={label} size="small" {...(wrong === null ? {} : { validationMessage: wrong, validationState: "error" as const })}>
      <Input
        size="small"
        className={styles.input}
        input={{ className: styles.text }}
        inputMode="decimal"
        value={text}
        placeholder={placeholder}
        contentBefore={before}
        contentAfter={after}
        onChange={(_, { value: typed }) => setText(typed)}
        onBlur={() => take(text)}
        onKeyDown={onKeyDown}
        data-testid={testId}
      />
    </Field>
  );
}

function shown(value: number | null): string {
  return value === null ? "" : plainNumber(value);
}

/** The number, null for a blank field, or what is wrong with it. */
export function readAmount(typed: string, least: number, most?: number): number | null | string {
  if (typed.trim() === "") return null;
  const number = numberFromText(typed.trim());
  if (number === null) return "Type a number, such as 250.";
  if (number < least) return `At least ${plainNumber(least)}.`;
  return most !== undefined && number > most ? `At most ${plainNumber(most)}.` : number;
}
