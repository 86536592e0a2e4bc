/** An amount of money in a list: a real minus, tabular figures, and colour on top of both. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { money } from "../charts/formats";

const useStyles = makeStyles({
  amount: { fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap", textAlign: "right" },
  loss: { color: tokens.colorPaletteRedForeground1 },
  gain: { color: tokens.colorPaletteGreenForeground1 },
  unknown: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  strong: { fontWeight: tokens.fontWeightSemibold },
});

interface AmountProps {
  /** null: not known, shown as a dash with this reason. */
  readonly cents: number | null;
  readonly unknown?: string;
  readonly strong?: boolean;
  /** Plain: neither gain nor loss, such as a cost. */
  readonly plain?: boolean;
}

export function Amount({ cents, unknown = "no price", strong = false, plain = false }: AmountProps): ReactElement {
  const styles = useStyles();
  if (cents === null) return <span className={styles.unknown}>{unknown}</span>;
  const tone = plain || cents === 0 ? undefined : cents < 0 ? styles.loss : styles.gain;
  return <span className={mergeClasses(styles.amount, tone, strong && styles.strong)}>{money(cents)}</span>;
}
