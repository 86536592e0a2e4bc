/** Looks of cells for a workbook file: each different one is written once and named by its number. */
import { HEADING_FILL, INK, INPUT_FILL, ORIGIN_GREY } from "../looks";
import { escapeXml, MAIN, XML_START } from "./xml";

export interface Look {
  readonly numberFormat?: string;
  readonly bold?: boolean;
  readonly points?: number;
  readonly ink?: "grey" | "red" | "link";
  readonly fill?: "heading" | "input";
  /** A line above, or all around. */
  readonly border?: "top" | "box";
  readonly horizontal?: "left" | "right";
  readonly vertical?: "top" | "center";
  readonly wrapped?: boolean;
  readonly indented?: boolean;
  /** May be changed while the sheet is protected. */
  readonly open?: boolean;
  /** Text that a program would take for a formula or number once its cell is edited. */
  readonly quoted?: boolean;
}

const NORMAL_POINTS = 11;
const INKS: Readonly<Record<NonNullable<Look["ink"]>, string>> = { grey: ORIGIN_GREY, red: "#B10E1C", link: "#0F5FA8" };
const FILLS: Readonly<Record<NonNullable<Look["fill"]>, string>> = { heading: HEADING_FILL, input: INPUT_FILL };
const LINE = "#7F7F7F";
/** Excel's own numbers for formats that every program knows. */
const BUILT_IN: Readonly<Record<string, number>> = { General: 0, "0": 1, "m/d/yyyy": 14 };
const FIRST_OWN_FORMAT = 164;

export class Looks {
  private readonly formats: string[] = [];
  private readonly fonts = [fontXml({})];
  /** Excel expects these two first, whatever they are used for. */
  private readonly fills = ['<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>'];
  private readonly borders = [borderXml(undefined)];
  private readonly cells: string[] = [];
  private readonly known = new Map<string, number>();

  constructor() {
    this.numberOf({});
  }

  /** For the `s` of a cell; 0 is the normal one. */
  numberOf(look: Look): number {
    const key = JSON.stringify([
      look.numberFormat, look.bold, look.points, look.ink, look.fill, look.border, look.horizontal, look.vertical, look.wrapped, look.indented, look.open, look.quoted,
    ]);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const number = this.cells.push(this.cellXml(look)) - 1;
    this.known.set(key, number);
    return number;
  }

  private cellXml(look: Look): string {
    const format = this.formatNumber(look.numberFormat ?? "General");
    const font = numberIn(this.fonts, fontXml(look));
    const fill = look.fill === undefined ? 0 : numberIn(this.fills, fillXml(FILLS[look.fill]));
    const border = numberIn(this.borders, borderXml(look.border));
    const alignment = alignmentXml(look);
    const inside = alignment + (look.open === true ? '<protection locked="0"/>' : "");
    const applied = [
      look.quoted === true ? ' quotePrefix="1"' : "",
      format > 0 ? ' applyNumberFormat="1"' : "",
      font > 0 ? ' applyFont="1"' : "",
      fill > 0 ? ' applyFill="1"' : "",
      border > 0 ? ' applyBorder="1"' : "",
      alignment === "" ? "" : ' applyAlignment="1"',
      look.open === true ? ' applyProtection="1"' : "",
    ].join("");
    return `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"${applied}>${inside}</xf>`;
  }

  private formatNumber(code: string): number {
    return BUILT_IN[code] ?? FIRST_OWN_FORMAT + numberIn(this.formats, code);
  }

  /** The styles part; the one conditional look, number 0, is for differences that are not 0. */
  xml(): string {
    const formats = this.formats.map((code, at) => `<numFmt numFmtId="${FIRST_OWN_FORMAT + at}" formatCode="${escapeXml(code)}"/>`);
    return (
      `${XML_START}<styleSheet xmlns="${MAIN}">` +
      (formats.length === 0 ? "" : listXml("numFmts", formats)) +
      listXml("fonts", this.fonts) +
      listXml("fills", this.fills) +
      listXml("borders", this.borders) +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      listXml("cellXfs", this.cells) +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
      `<dxfs count="1"><dxf><font><b/><color rgb="FFFFFFFF"/></font><fill><patternFill patternType="solid"><bgColor rgb="${argb(INKS.red)}"/></patternFill></fill></dxf></dxfs>` +
      '<tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/></styleSheet>'
    );
  }
}

/** Position of the item, added where it is new. */
function numberIn(list: string[], item: string): number {
  const at = list.indexOf(item);
  return at >= 0 ? at : list.push(item) - 1;
}

function listXml(name: string, items: readonly string[]): string {
  return `<${name} count="${items.length}">${items.join("")}</${name}>`;
}

function fontXml({ bold, points, ink }: Look): string {
  const marks = (bold === true ? "<b/>" : "") + (ink === "link" ? "<u/>" : "");
  const color = ink === undefined ? INK : INKS[ink];
  return `<font>${marks}<sz val="${points ?? NORMAL_POINTS}"/><color rgb="${argb(color)}"/><name val="Calibri"/><family val="2"/></font>`;
}

function fillXml(color: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="${argb(color)}"/><bgColor indexed="64"/></patternFill></fill>`;
}

function borderXml(border: Look["border"]): string {
  const side = (name: string, drawn: boolean): string => (drawn ? `<${name} style="thin"><color rgb="${argb(LINE)}"/></${name}>` : `<${name}/>`);
  const box = border === "box";
  return `<border>${side("left", box)}${side("right", box)}${side("top", box || border === "top")}${side("bottom", box)}<diagonal/></border>`;
}

function alignmentXml({ horizontal, vertical, wrapped, indented }: Look): string {
  const parts =
    (horizontal === undefined ? "" : ` horizontal="${horizontal}"`) +
    (vertical === undefined ? "" : ` vertical="${vertical}"`) +
    (wrapped === true ? ' wrapText="1"' : "") +
    (indented === true ? ' indent="1"' : "");
  return parts === "" ? "" : `<alignment${parts}/>`;
}

function argb(color: string): string {
  return `FF${color.slice(1).toUpperCase()}`;
}
