/** Hatching marks what a wash sale has changed: it can be seen without telling colours apart. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { createContext, useContext, type ReactElement } from "react";

/** Two pictures of one page must not share the id of a pattern. */
export const HatchIdContext = createContext("hatch");

export type Tone = "loss" | "gain" | "neutral";

const useStyles = makeStyles({
  ground: { fill: tokens.colorNeutralBackground1, "@media (forced-colors: active)": { fill: "Canvas" } },
  loss: { stroke: tokens.colorPaletteRedForeground1 },
  gain: { stroke: tokens.colorPaletteGreenForeground1 },
  neutral: { stroke: tokens.colorNeutralForeground2 },
  line: { strokeWidth: "2px", "@media (forced-colors: active)": { stroke: "CanvasText" } },
});

/** Once in a picture that hatches, before its marks. */
export function HatchPatterns(): ReactElement {
  const styles = useStyles();
  const id = useContext(HatchIdContext);
  return (
    <defs>
      {(["loss", "gain", "neutral"] as const).map((tone) => (
        <pattern key={tone} id={`${id}-${tone}`} width={4} height={4} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width={4} height={4} className={styles.ground} />
          <line x1={0} y1={0} x2={0} y2={4} className={mergeClasses(styles[tone], styles.line)} />
        </pattern>
      ))}
    </defs>
  );
}

/** The fill that hatches, for an element of this picture. */
export function useHatch(tone: Tone): string {
  return `url(#${useContext(HatchIdContext)}-${tone})`;
}
