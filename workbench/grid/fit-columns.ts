/** The width a column needs for its texts, as Excel's "AutoFit" would choose it. */

const FONT = "11pt Arial";
const PADDING_PX = 14;
const NARROWEST_PX = 44;
const WIDEST_PX = 420;

export function fittedWidthPx(texts: readonly string[]): number {
  const widest = texts.reduce((width, text) => Math.max(width, textWidthPx(text)), 0);
  return Math.min(WIDEST_PX, Math.max(NARROWEST_PX, Math.ceil(widest) + PADDING_PX));
}

export function textWidthPx(text: string): number {
  const context = document.createElement("canvas").getContext("2d");
  if (!context) return 0;
  context.font = FONT;
  return context.measureText(text).width;
}
