/** A lot in a picture: a circle while short-term, a square once long-term, hatched when a wash sale has changed it. */
import type { ReactElement } from "react";
import { useHatch, type Tone } from "./hatch";
import { usePictureStyles } from "./picture-styles";

interface LotShapeProps {
  readonly term: "Short" | "Long" | "Mixed";
  readonly tone: Tone;
  readonly washed: boolean;
  /** Lost for good: an outline alone. */
  readonly outlined?: boolean;
  readonly chosen?: boolean;
  /** Half its width, in pixels. */
  readonly radius?: number;
}

export function LotShape({ term, tone, washed, outlined = false, chosen = false, radius = 4.5 }: LotShapeProps): ReactElement {
  const styles = usePictureStyles();
  const hatch = useHatch(tone);
  const className = chosen ? styles.chosen : outlined ? styles.outlinedLoss : styles[tone];
  // A style of its own wins over the class, whose stroke stays.
  const style = washed && !chosen && !outlined ? { fill: hatch } : undefined;
  if (term === "Short") return <circle className={className} style={style} r={radius} />;
  if (term === "Long") return <rect className={className} style={style} x={-radius} y={-radius} width={2 * radius} height={2 * radius} />;
  return <path className={className} style={style} d={`M0 ${-radius * 1.2}L${radius * 1.2} 0L0 ${radius * 1.2}L${-radius * 1.2} 0Z`} />;
}
