/** The width a column needs for its texts, as Excel's "AutoFit" would choose it. */

const FONT = "11pt Arial";
const PADDING_PX = 14;
const NARROWEST_PX = 44;
const WIDEST_PX = 420;

export function fittedWidthPx(texts: readonly string[]): number {
  const context = document.createElement("canvas").getContext("2d");
  if (!context) return NARROWEST_PX;
  context.font = FONT;
  const widest = texts.reduce((width, text) => Math.max(width, context.measureText(text).width), 0);
  return Math.min(WIDEST_PX, Math.max(NARROWEST_PX, Math.ceil(widest) + PADDING_PX));
}
