/** Looks of cells for an .xlsx file: each different one is written once and named by its number. */
import type { CellContent, CellStyle } from "../content";
import { builtInFormatId } from "./number-formats";
import { escapeXml } from "./xml";

const FIRST_CUSTOM_FORMAT = 164;
const NORMAL_FONT = '<sz val="11"/><name val="Calibri"/><family val="2"/>';
const NORMAL_SIZE_PT = 11;
const LINE_COLOR = "FF7F7F7F";

export class Looks {
  private readonly numberFormats = new List(FIRST_CUSTOM_FORMAT);
  private readonly fonts = new List();
  private readonly fills = new List();
  private readonly borders = new List();
  private readonly cells = new List();
  private readonly known = new Map<string, number>();

  constructor() {
    this.fonts.numberOf(`<font>${NORMAL_FONT}</font>`);
    // Excel expects these two first, whatever they are used for.
    this.fills.numberOf('<fill><patternFill patternType="none"/></fill>');
    this.fills.numberOf('<fill><patternFill patternType="gray125"/></fill>');
    this.borders.numberOf(borderXml({}));
    this.numberOf({});
  }

  /**
   * The number of a cell's look, for its `s` attribute; 0 is the normal one. `isQuoted`: text that stays text when
   * the person edits the cell and presses Enter.
   */
  numberOf({ numberFormat, style }: Pick<CellContent, "numberFormat" | "style">, isQuoted = false): number {
    const key = `${isQuoted ? "'" : ""}${numberFormat ?? ""}\n${style === undefined ? "" : JSON.stringify(style)}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const number = this.newNumber(numberFormat, style ?? {}, isQuoted);
    this.known.set(key, number);
    return number;
  }

  private newNumber(numberFormat: string | undefined, style: CellStyle, isQuoted: boolean): number {
    const format = this.formatId(numberFormat);
    const font = this.fonts.numberOf(fontXml(style));
    const fill = style.fill === undefined ? 0 : this.fills.numberOf(fillXml(style.fill));
    const border = this.borders.numberOf(borderXml(style));
    const applies = [
      isQuoted ? ' quotePrefix="1"' : "",
      format > 0 ? ' applyNumberFormat="1"' : "",
      font > 0 ? ' applyFont="1"' : "",
      fill > 0 ? ' applyFill="1"' : "",
      border > 0 ? ' applyBorder="1"' : "",
    ].join("");
    const start = `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"${applies}`;
    const alignment = alignmentXml(style);
    return this.cells.numberOf(alignment === "" ? `${start}/>` : `${start} applyAlignment="1">${alignment}</xf>`);
  }

  private formatId(code: string | undefined): number {
    if (code === undefined || code === "General") return 0;
    return builtInFormatId(code) ?? this.numberFormats.numberOf(code);
  }

  /** The styles part. */
  xml(): string {
    const formats = this.numberFormats.items.map((code, at) => {
      return `<numFmt numFmtId="${FIRST_CUSTOM_FORMAT + at}" formatCode="${escapeXml(code)}"/>`;
    });
    return (
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
      (formats.length > 0 ? listXml("numFmts", formats) : "") +
      listXml("fonts", this.fonts.items) +
      listXml("fills", this.fills.items) +
      listXml("borders", this.borders.items) +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      listXml("cellXfs", this.cells.items) +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
      '<dxfs count="0"/><tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/>' +
      "</styleSheet>"
    );
  }
}

/** Different texts, numbered in the order they came. */
class List {
  readonly items: string[] = [];
  private readonly numbers = new Map<string, number>();

  constructor(private readonly first = 0) {}

  numberOf(item: string): number {
    let number = this.numbers.get(item);
    if (number === undefined) {
      number = this.first + this.items.length;
      this.numbers.set(item, number);
      this.items.push(item);
    }
    return number;
  }
}

function listXml(name: string, items: readonly string[]): string {
  return `<${name} count="${items.length}">${items.join("")}</${name}>`;
}

function fontXml(style: CellStyle): string {
  const marks =
    (style.bold ? "<b/>" : "") + (style.italic ? "<i/>" : "") + (style.underline ? "<u/>" : "");
  const color = style.fontColor === undefined ? "" : `<color rgb="${argb(style.fontColor)}"/>`;
  const size = style.fontSizePt ?? NORMAL_SIZE_PT;
  return `<font>${marks}<sz val="${size}"/>${color}<name val="Calibri"/><family val="2"/></font>`;
}

function fillXml(color: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="${argb(color)}"/><bgColor indexed="64"/></patternFill></fill>`;
}

function borderXml(style: CellStyle): string {
  const side = (name: string, drawn: boolean | undefined): string => {
    return drawn ? `<${name} style="thin"><color rgb="${LINE_COLOR}"/></${name}>` : `<${name}/>`;
  };
  return `<border>${side("left", style.leftBorder)}${side("right", style.rightBorder)}${side("top", style.topBorder)}${side("bottom", style.bottomBorder)}<diagonal/></border>`;
}

function alignmentXml(style: CellStyle): string {
  const horizontal = style.horizontal === undefined ? "" : ` horizontal="${style.horizontal}"`;
  // Beside a wrapped text the other cells of a row are read from its first line.
  const place = style.vertical ?? (style.wrap ? "top" : undefined);
  const vertical = place === undefined ? "" : ` vertical="${place === "middle" ? "center" : place}"`;
  const parts = horizontal + vertical + (style.wrap ? ' wrapText="1"' : "") + (style.indent ? ` indent="${style.indent}"` : "");
  return parts === "" ? "" : `<alignment${parts}/>`;
}

function argb(color: string): string {
  return `FF${color.slice(1).toUpperCase()}`;
}
