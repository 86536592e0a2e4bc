/** The axes of a picture: few figures, thin lines. */
import type { ReactElement } from "react";
import { usePictureStyles } from "./picture-styles";
import { ticksWithRoom, type Scale } from "./scales";

interface AxisProps {
  readonly scale: Scale;
  readonly ticks: readonly number[];
  readonly format: (figure: number) => string;
}

interface BottomAxisProps extends AxisProps {
  /** Where its line lies, in pixels from the top. */
  readonly y: number;
  /** What it counts, at its end: "days held". */
  readonly label?: string;
}

/** Nothing of it is read out: the marks and the table say the same. */
export function BottomAxis({ scale, ticks, format, y, label }: BottomAxisProps): ReactElement {
  const styles = usePictureStyles();
  const [left = 0, right = 0] = scale.range();
  return (
    <g aria-hidden>
      <line className={styles.axis} x1={left} x2={right} y1={y} y2={y} />
      {ticksWithRoom(ticks, scale, format).map((tick) => (
        <g key={tick} transform={`translate(${scale(tick)},${y})`}>
          <line className={styles.axis} y2={4} />
          <text className={styles.words} y={15} textAnchor={anchorAt(scale(tick), left, right)}>
            {format(tick)}
          </text>
        </g>
      ))}
      {label !== undefined && (
        <text className={styles.words} x={right} y={y + 29} textAnchor="end">
          {label}
        </text>
      )}
    </g>
  );
}

/** Words at the ends stay within the picture. */
function anchorAt(x: number, left: number, right: number): "start" | "middle" | "end" {
  if (x - left < 12) return "start";
  return right - x < 12 ? "end" : "middle";
}

/** Lines across the plot at the figures of the left side; the one at 0 is the strongest. */
export function LeftAxis({ scale, ticks, format, left, right }: AxisProps & { readonly left: number; readonly right: number }): ReactElement {
  const styles = usePictureStyles();
  return (
    <g aria-hidden>
      {ticks.map((tick) => (
        <g key={tick} transform={`translate(0,${scale(tick)})`}>
          <line className={tick === 0 ? styles.axis : styles.grid} x1={left} x2={right} />
          <text className={styles.words} x={left - 6} dy="0.32em" textAnchor="end">
            {format(tick)}
          </text>
        </g>
      ))}
    </g>
  );
}

interface ThresholdProps {
  readonly words: string;
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  /** Where the words stand. */
  readonly at: readonly [number, number];
  readonly anchor?: "start" | "middle" | "end";
}

/** A dashed line with its meaning beside it: where long-term begins, $3,000, today. */
export function Threshold({ words, from, to, at, anchor = "start" }: ThresholdProps): ReactElement {
  const styles = usePictureStyles();
  return (
    <g aria-hidden>
      <line className={styles.threshold} x1={from[0]} y1={from[1]} x2={to[0]} y2={to[1]} />
      <text className={styles.words} x={at[0]} y={at[1]} textAnchor={anchor}>
        {words}
      </text>
    </g>
  );
}
