/** One cell, as Univer holds it and as a WorkbookContent does. */
import {
  BooleanNumber,
  BorderStyleTypes,
  CellValueType,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type ICellData,
  type IStyleData,
  type Nullable,
} from "@univerjs/core";
import type { CardContent, CellContent, CellStyle, CellValue, ErrorText } from "../content";
import { isCellError } from "../content";
import type { StyleChange } from "./grid";

const ERRORS: ReadonlySet<string> = new Set<ErrorText>([
  "#NULL!",
  "#DIV/0!",
  "#VALUE!",
  "#REF!",
  "#NAME?",
  "#NUM!",
  "#N/A",
  "#SPILL!",
  "#CALC!",
  "#BUSY!",
]);

const BORDER_COLOR = "#595959";

/** Value parts of a cell. A formula keeps its last value until it is calculated again. */
export function univerValue(cell: CellContent): ICellData {
  const data: ICellData = {};
  if (cell.formula !== undefined) data.f = cell.formula;
  if (cell.card) data.custom = { card: cell.card };
  const value = cell.value;
  if (value === undefined) return data;
  if (isCellError(value)) return { ...data, v: value.error, t: CellValueType.STRING };
  if (typeof value === "boolean") return { ...data, v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  return { ...data, v: value, t: typeof value === "number" ? CellValueType.NUMBER : CellValueType.STRING };
}

/** What Excel calls a rich value: a Stocks cell and its like. */
export function cardIn(data: Nullable<ICellData>): CardContent | undefined {
  return (data?.custom as { readonly card?: CardContent } | null | undefined)?.card;
}

export function contentValue(data: ICellData): CellValue | undefined {
  const value = data.v;
  if (value === null || value === undefined || value === "") return undefined;
  if (data.t === CellValueType.BOOLEAN) return value === true || Number(value) === 1;
  if (typeof value === "boolean") return value;
  if (typeof value === "string") {
    if (ERRORS.has(value)) return { error: value as ErrorText };
    return data.t === CellValueType.NUMBER && Number.isFinite(Number(value)) ? Number(value) : value;
  }
  return value;
}

export function univerStyle(change: StyleChange | undefined, numberFormat: string | undefined): IStyleData {
  const data: IStyleData = {};
  if (numberFormat !== undefined) data.n = { pattern: shownPattern(numberFormat) };
  if (change === undefined) return data;
  const { bold, italic, underline, fontColor, fontSizePt, fill, horizontal, wrap, vertical, indent } = change;
  if (bold !== undefined) data.bl = flag(bold);
  if (italic !== undefined) data.it = flag(italic);
  if (underline !== undefined) data.ul = { s: flag(underline) };
  if (fontColor !== undefined) data.cl = fontColor === null ? null : { rgb: fontColor };
  if (typeof fontSizePt === "number") data.fs = fontSizePt;
  if (fill !== undefined) data.bg = fill === null ? null : { rgb: fill };
  if (horizontal !== undefined) data.ht = horizontal === null ? null : HORIZONTAL[horizontal];
  if (wrap !== undefined) data.tb = wrap ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW;
  const line = { s: BorderStyleTypes.THIN, cl: { rgb: BORDER_COLOR } };
  if (vertical !== undefined) data.vt = vertical === null ? null : VERTICAL[vertical];
  if (indent !== undefined) data.pd = indent === null ? null : { l: indent * INDENT_PX };
  for (const [part, side] of BORDERS) {
    const drawn = change[part];
    if (drawn !== undefined) data.bd = { ...data.bd, [side]: drawn ? line : null };
  }
  return data;
}

const HORIZONTAL = {
  left: HorizontalAlign.LEFT,
  center: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
} as const;

const VERTICAL = { top: VerticalAlign.TOP, middle: VerticalAlign.MIDDLE } as const;
const INDENT_PX = 9;

const BORDERS = [
  ["topBorder", "t"],
  ["bottomBorder", "b"],
  ["leftBorder", "l"],
  ["rightBorder", "r"],
] as const;

export function contentStyle(data: IStyleData): CellStyle | undefined {
  const style: Record<string, unknown> = {};
  if (data.bl === BooleanNumber.TRUE) style.bold = true;
  if (data.it === BooleanNumber.TRUE) style.italic = true;
  if (data.ul?.s === BooleanNumber.TRUE) style.underline = true;
  if (data.cl?.rgb) style.fontColor = hexColor(data.cl.rgb);
  if (typeof data.fs === "number") style.fontSizePt = data.fs;
  if (data.bg?.rgb) style.fill = hexColor(data.bg.rgb);
  const horizontal = (["left", "center", "right"] as const).find((side) => HORIZONTAL[side] === data.ht);
  if (horizontal) style.horizontal = horizontal;
  if (data.tb === WrapStrategy.WRAP) style.wrap = true;
  const vertical = (["top", "middle"] as const).find((place) => VERTICAL[place] === data.vt);
  if (vertical) style.vertical = vertical;
  if (data.pd?.l) style.indent = Math.round(data.pd.l / INDENT_PX);
  for (const [part, side] of BORDERS) if (data.bd?.[side]) style[part] = true;
  return Object.keys(style).length > 0 ? (style as CellStyle) : undefined;
}

/** Univer shows the bare number where a format shows nothing ("0.00;-0.00;" on zero). A space looks like nothing. */
const SHOWS_NOTHING = '" "';

function shownPattern(pattern: string): string {
  return pattern.endsWith(";") ? pattern + SHOWS_NOTHING : pattern;
}

/** General is the absence of a format. */
export function contentNumberFormat(data: IStyleData): string | undefined {
  const shown = data.n?.pattern;
  const pattern = shown?.endsWith(`;${SHOWS_NOTHING}`) ? shown.slice(0, -SHOWS_NOTHING.length) : shown;
  return pattern === undefined || pattern === "" || pattern === "General" ? undefined : pattern;
}

function flag(value: boolean | null): BooleanNumber {
  return value ? BooleanNumber.TRUE : BooleanNumber.FALSE;
}

/** Univer stores colours it made itself as "rgb(1,2,3)". */
function hexColor(color: string): string {
  const parts = /^rgba?\((\d+)\D+(\d+)\D+(\d+)/.exec(color);
  if (!parts) return color.toUpperCase();
  return `#${parts
    .slice(1, 4)
    .map((part) => Number(part).toString(16).padStart(2, "0"))
    .join("")
    .toUpperCase()}`;
}
