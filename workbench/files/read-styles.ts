/** Looks of cells in an .xlsx file: number formats, fonts, fills and borders, by index of the cell's style. */
import type { CellStyle } from "../content";
import { builtInFormat } from "./number-formats";
import { elements, firstElement, type XmlElement } from "./xml";

export interface CellLook {
  /** Absent: General. */
  readonly numberFormat?: string;
  /** Absent: nothing but the workbook's normal font. */
  readonly style?: CellStyle;
}

/** `stylesXml` and `themeXml` are the parts, or "" when the file has none. */
export function readLooks(stylesXml: string, themeXml: string): CellLook[] {
  const theme = themeColors(themeXml);
  const formats = new Map<number, string>();
  for (const { attributes } of elements(stylesXml, "numFmt")) {
    formats.set(Number(attributes["numFmtId"]), attributes["formatCode"] ?? "General");
  }
  const within = (list: string, item: string): XmlElement[] => [...elements(firstElement(stylesXml, list)?.inner ?? "", item)];
  const fontElements = within("fonts", "font");
  const normalSize = fontSize(fontElements[0]?.inner ?? "");
  const fonts = fontElements.map(({ inner }) => readFont(inner, normalSize, theme));
  const fills = within("fills", "fill").map(({ inner }) => readFill(inner, theme));
  const borders = within("borders", "border").map(({ inner }) => readBorder(inner));

  return within("cellXfs", "xf").map(({ attributes, inner }) => {
    const formatId = Number(attributes["numFmtId"] ?? 0);
    const numberFormat = formats.get(formatId) ?? builtInFormat(formatId);
    const style: CellStyle = {
      ...fonts[Number(attributes["fontId"] ?? 0)],
      ...fills[Number(attributes["fillId"] ?? 0)],
      ...borders[Number(attributes["borderId"] ?? 0)],
      ...readAlignment(inner),
    };
    return {
      ...(numberFormat !== undefined && numberFormat !== "General" ? { numberFormat } : {}),
      ...(Object.keys(style).length > 0 ? { style } : {}),
    };
  });
}

function fontSize(font: string): number | undefined {
  const size = firstElement(font, "sz")?.attributes["val"];
  return size === undefined ? undefined : Number(size);
}

function readFont(font: string, normalSize: number | undefined, theme: readonly string[]): CellStyle {
  const size = fontSize(font);
  const color = colorOf(firstElement(font, "color"), theme);
  return {
    ...(isOn(font, "b") ? { bold: true } : {}),
    ...(isOn(font, "i") ? { italic: true } : {}),
    ...(isOn(font, "u") ? { underline: true } : {}),
    ...(color !== undefined && color !== "#000000" ? { fontColor: color } : {}),
    ...(size !== undefined && size !== normalSize ? { fontSizePt: size } : {}),
  };
}

/** <b/> and <b val="1"/> switch on; <b val="0"/> and <u val="none"/> do not. */
function isOn(font: string, name: string): boolean {
  const found = firstElement(font, name);
  return found !== undefined && !["0", "false", "none"].includes(found.attributes["val"] ?? "1");
}

function readFill(fill: string, theme: readonly string[]): CellStyle {
  const pattern = firstElement(fill, "patternFill");
  if (pattern?.attributes["patternType"] !== "solid") return {};
  const color = colorOf(firstElement(pattern.inner, "fgColor"), theme);
  return color === undefined ? {} : { fill: color };
}

function readBorder(border: string): CellStyle {
  const drawn = (side: string): boolean => (firstElement(border, side)?.attributes["style"] ?? "none") !== "none";
  return {
    ...(drawn("top") ? { topBorder: true } : {}),
    ...(drawn("bottom") ? { bottomBorder: true } : {}),
    ...(drawn("left") ? { leftBorder: true } : {}),
    ...(drawn("right") ? { rightBorder: true } : {}),
  };
}

function readAlignment(xf: string): CellStyle {
  const alignment = firstElement(xf, "alignment")?.attributes;
  const horizontal = alignment?.["horizontal"];
  const known = horizontal === "left" || horizontal === "center" || horizontal === "right";
  const wrap = ["1", "true"].includes(alignment?.["wrapText"] ?? "");
  const vertical = alignment?.["vertical"];
  const indent = Number(alignment?.["indent"] ?? 0);
  return {
    ...(known ? { horizontal } : {}),
    // At the top is where wrapped text stands anyway.
    ...(vertical === "top" && !wrap ? { vertical: "top" } : {}),
    ...(vertical === "center" ? { vertical: "middle" } : {}),
    ...(indent > 0 ? { indent } : {}),
    ...(wrap ? { wrap: true } : {}),
  };
}

/** Themes list dark before light, but colours count light first. */
const THEME_ORDER = ["lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6"];

function themeColors(themeXml: string): string[] {
  const scheme = firstElement(themeXml, "clrScheme")?.inner ?? "";
  return THEME_ORDER.map((name) => {
    const inner = firstElement(scheme, name)?.inner ?? "";
    const value = firstElement(inner, "srgbClr")?.attributes["val"] ?? firstElement(inner, "sysClr")?.attributes["lastClr"];
    return value === undefined ? "" : `#${value.toUpperCase()}`;
  });
}

function colorOf(element: XmlElement | undefined, theme: readonly string[]): string | undefined {
  const rgb = element?.attributes["rgb"];
  const plain = rgb === undefined ? theme[Number(element?.attributes["theme"] ?? NaN)] : `#${rgb.slice(-6).toUpperCase()}`;
  if (plain === undefined || !/^#[0-9A-F]{6}$/.test(plain)) return undefined;
  const tint = Number(element?.attributes["tint"] ?? 0);
  return tint === 0 || Number.isNaN(tint) ? plain : tinted(plain, tint);
}

/** Towards white above 0, towards black below. */
function tinted(color: string, tint: number): string {
  const parts = [1, 3, 5].map((at) => {
    const part = parseInt(color.slice(at, at + 2), 16);
    const moved = tint > 0 ? part + (255 - part) * tint : part * (1 + tint);
    return Math.round(moved).toString(16).padStart(2, "0").toUpperCase();
  });
  return `#${parts.join("")}`;
}
