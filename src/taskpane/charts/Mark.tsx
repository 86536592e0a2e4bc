/** A mark of a picture that takes the focus. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { KeyboardEvent, ReactElement, ReactNode } from "react";

export interface MarkProps {
  /** "XYZ lot L1: −$250.00, 40 days to long-term" */
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly onAct?: () => void;
  /** Of the frame that shows the focus, its middle on (x, y). 18 × 18 where none is given. */
  readonly size?: { readonly width: number; readonly height: number };
  /** A mark that can be ticked says whether it is. */
  readonly pressed?: boolean;
  readonly children: ReactNode;
}

const useStyles = makeStyles({
  mark: {
    outlineStyle: "none",
    ":focus-visible > [data-frame]": { stroke: tokens.colorStrokeFocus2 },
    "@media (forced-colors: active)": { ":focus-visible > [data-frame]": { stroke: "Highlight" } },
  },
  acts: { cursor: "pointer" },
  frame: { fill: "transparent", stroke: "transparent", strokeWidth: "2px" },
});

const SIZE = { width: 18, height: 18 };

/** Its children are drawn around (0, 0). */
export function Mark({ label, x, y, onAct, size = SIZE, pressed, children }: MarkProps): ReactElement {
  const styles = useStyles();
  const acting = (event: KeyboardEvent): void => {
    if (onAct === undefined || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    onAct();
  };
  return (
    <g
      data-mark=""
      className={mergeClasses(styles.mark, onAct !== undefined && styles.acts)}
      transform={`translate(${x},${y})`}
      role={onAct === undefined ? "img" : "button"}
      aria-label={label}
      aria-pressed={pressed}
      tabIndex={-1}
      onClick={onAct}
      onKeyDown={acting}
    >
      <rect data-frame="" className={styles.frame} x={-size.width / 2} y={-size.height / 2} width={size.width} height={size.height} rx={3} />
      {children}
    </g>
  );
}
