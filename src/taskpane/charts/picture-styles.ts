/**
 * What the parts of a picture look like: Fluent's tokens, and the system's colours where the user forces them, since
 * browsers leave SVG to itself then.
 */
import { makeStyles, tokens } from "@fluentui/react-components";

const FORCED = "@media (forced-colors: active)";

export const usePictureStyles = makeStyles({
  loss: { fill: tokens.colorPaletteRedForeground1, stroke: tokens.colorPaletteRedForeground1, strokeWidth: "1.5px", [FORCED]: { fill: "Canvas", stroke: "CanvasText" } },
  gain: { fill: tokens.colorPaletteGreenForeground1, stroke: tokens.colorPaletteGreenForeground1, strokeWidth: "1.5px", [FORCED]: { fill: "CanvasText", stroke: "CanvasText" } },
  neutral: { fill: tokens.colorNeutralForeground3, stroke: tokens.colorNeutralForeground2, strokeWidth: "1.5px", [FORCED]: { fill: "Canvas", stroke: "CanvasText" } },
  /** Lost for good: an outline with nothing in it. */
  outlinedLoss: { fill: tokens.colorNeutralBackground1, stroke: tokens.colorPaletteRedForeground1, strokeWidth: "2px", [FORCED]: { fill: "Canvas", stroke: "CanvasText" } },
  /** Chosen by the user. */
  chosen: { fill: tokens.colorBrandStroke1, stroke: tokens.colorBrandStroke1, strokeWidth: "1.5px", [FORCED]: { fill: "Highlight", stroke: "CanvasText" } },
  /** Behind what it concerns: the 61 days of a window. */
  band: { fill: tokens.colorNeutralBackground1Hover, stroke: tokens.colorNeutralStroke2, strokeWidth: "1px", [FORCED]: { fill: "Canvas", stroke: "GrayText" } },
  /** Of an axis, and from it. */
  axis: { fill: "none", stroke: tokens.colorNeutralStroke1, strokeWidth: "1px", [FORCED]: { stroke: "CanvasText" } },
  grid: { fill: "none", stroke: tokens.colorNeutralStroke3, strokeWidth: "1px", [FORCED]: { stroke: "GrayText", strokeDasharray: "1 3" } },
  /** Where something begins or is reached: today, long-term, $3,000. */
  threshold: { fill: "none", stroke: tokens.colorNeutralForeground1, strokeWidth: "1px", strokeDasharray: "4 3", [FORCED]: { stroke: "CanvasText" } },
  /** From a loss to what replaced it. */
  arrow: { fill: "none", stroke: tokens.colorNeutralForeground2, strokeWidth: "1.5px", [FORCED]: { stroke: "CanvasText" } },
  words: { fill: tokens.colorNeutralForeground2, stroke: "none", [FORCED]: { fill: "CanvasText" } },
  strongWords: { fill: tokens.colorNeutralForeground1, stroke: "none", fontWeight: tokens.fontWeightSemibold, [FORCED]: { fill: "CanvasText" } },
});
