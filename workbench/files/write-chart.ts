/** Charts of a sheet as parts of an .xlsx file: one drawing for the sheet, one chart part for each of them. */
import { parseAddress, type Block } from "../addresses";
import { chartKind, type ChartKind } from "../chart-types";
import type { ChartContent, SeriesContent, SheetContent, WorkbookContent } from "../content";
import { escapeXml } from "./xml";

const XML_START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const DRAWINGML = "http://schemas.openxmlformats.org/drawingml/2006";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const EMU_PER_PX = 9_525;
const PX_PER_POINT = 4 / 3;
/** Of columns and rows of which nothing is said. */
const USUAL_WIDTH_PX = 73;
const USUAL_HEIGHT_PX = 20;
const SIDES: Readonly<Record<string, string>> = { Top: "t", Bottom: "b", Left: "l", Right: "r", Corner: "tr" };

type Sizes = Pick<SheetContent, "columnWidthsPx" | "rowHeightsPx">;

/**
 * The drawing part; its charts have relationships rId1, rId2 … in order. A chart is tied to the cells it stands on:
 * columns and rows are a little wider or narrower in every program, and a place in points would cover others.
 */
export function drawingXml(charts: readonly ChartContent[], { columnWidthsPx, rowHeightsPx = {} }: Sizes): string {
  const corner = (name: string, leftPoints: number, topPoints: number) => {
    const [column, right] = cellAt(leftPoints * PX_PER_POINT, columnWidthsPx, USUAL_WIDTH_PX);
    const [row, down] = cellAt(topPoints * PX_PER_POINT, rowHeightsPx, USUAL_HEIGHT_PX);
    return (
      `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>${right * EMU_PER_PX}</xdr:colOff>` +
      `<xdr:row>${row}</xdr:row><xdr:rowOff>${down * EMU_PER_PX}</xdr:rowOff></xdr:${name}>`
    );
  };
  const anchors = charts.map(({ name, place: { left, top, width, height } }, at) => {
    return (
      `<xdr:twoCellAnchor editAs="oneCell">${corner("from", left, top)}${corner("to", left + width, top + height)}` +
      `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${at + 2}" name="${escapeXml(name)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
      '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
      `<a:graphic><a:graphicData uri="${DRAWINGML}/chart"><c:chart xmlns:c="${DRAWINGML}/chart" r:id="rId${at + 1}"/></a:graphicData></a:graphic>` +
      "</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>"
    );
  });
  return `${XML_START}<xdr:wsDr xmlns:xdr="${DRAWINGML}/spreadsheetDrawing" xmlns:a="${DRAWINGML}/main" xmlns:r="${RELATIONSHIPS}">${anchors.join("")}</xdr:wsDr>`;
}

/** The column or row that a point falls into, and how far into it, in whole pixels. */
function cellAt(px: number, sizesPx: Readonly<Record<number, number>>, usualPx: number): readonly [index: number, offsetPx: number] {
  let rest = Math.round(px);
  for (let index = 0; ; index++) {
    const size = sizesPx[index] ?? usualPx;
    if (rest < size) return [index, rest];
    rest -= size;
  }
}

export function chartXml(chart: ChartContent, content: WorkbookContent): string {
  const kind: ChartKind = chartKind(chart.type) ?? { drawing: "column", grouping: "clustered" };
  const series = chart.series.map((each, at) => seriesXml(each, at, kind, content)).join("");
  const legend = chart.showLegend ? `<c:legend><c:legendPos val="${SIDES[chart.legendSide] ?? "r"}"/><c:overlay val="0"/></c:legend>` : "";
  return (
    `${XML_START}<c:chartSpace xmlns:c="${DRAWINGML}/chart" xmlns:a="${DRAWINGML}/main" xmlns:r="${RELATIONSHIPS}"><c:roundedCorners val="0"/><c:chart>` +
    (chart.showTitle ? titleXml(chart.title, 13) : "") +
    `<c:autoTitleDeleted val="${chart.showTitle ? 0 : 1}"/><c:plotArea><c:layout/>${drawingOf(kind, series)}${axesXml(chart, kind)}</c:plotArea>${legend}` +
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>'
  );
}

function drawingOf(kind: ChartKind, series: string): string {
  const axes = '<c:axId val="1"/><c:axId val="2"/>';
  const grouping = `<c:grouping val="${kind.grouping}"/>`;
  const overlap = kind.grouping === "clustered" ? "" : '<c:overlap val="100"/>';
  switch (kind.drawing) {
    case "column":
    case "bar":
      return `<c:barChart><c:barDir val="${kind.drawing === "bar" ? "bar" : "col"}"/>${grouping}<c:varyColors val="0"/>${series}<c:gapWidth val="80"/>${overlap}${axes}</c:barChart>`;
    case "line":
      return `<c:lineChart>${grouping}<c:varyColors val="0"/>${series}<c:marker val="1"/>${axes}</c:lineChart>`;
    case "area":
      return `<c:areaChart>${grouping}<c:varyColors val="0"/>${series}${axes}</c:areaChart>`;
    case "scatter":
      return `<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>${series}${axes}</c:scatterChart>`;
  }
}

function seriesXml(series: SeriesContent, at: number, kind: ChartKind, content: WorkbookContent): string {
  const isScatter = kind.drawing === "scatter";
  const isDrawnAsLine = kind.drawing === "line" || isScatter;
  const points = isScatter ? ["c:xVal", "c:yVal"] : ["c:cat", "c:val"];
  const color = series.color ?? USUAL_COLORS[at % USUAL_COLORS.length]!;
  const marker = isDrawnAsLine ? markerXml(kind, color) : "";
  return (
    `<c:ser><c:idx val="${at}"/><c:order val="${at}"/><c:tx><c:v>${escapeXml(series.name)}</c:v></c:tx>` +
    colorXml(color, isDrawnAsLine, kind.lined === true) +
    // A loss keeps its colour; otherwise Excel may show bars below zero as white.
    (kind.drawing === "column" || kind.drawing === "bar" ? '<c:invertIfNegative val="0"/>' : "") +
    marker +
    (series.categories ? `<${points[0]}>${referenceXml(series.categories, content)}</${points[0]}>` : "") +
    (series.values ? `<${points[1]}>${referenceXml(series.values, content, true)}</${points[1]}>` : "") +
    (isDrawnAsLine ? '<c:smooth val="0"/>' : "") +
    "</c:ser>"
  );
}

/** Excel's own order of colours, written out: other programs draw a series without one in none. */
const USUAL_COLORS = ["#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47"];

function colorXml(color: string, isDrawnAsLine: boolean, lined: boolean): string {
  const fill = `<a:solidFill><a:srgbClr val="${color.slice(1)}"/></a:solidFill>`;
  if (!isDrawnAsLine) return `<c:spPr>${fill}</c:spPr>`;
  return lined ? `<c:spPr><a:ln w="28575">${fill}</a:ln></c:spPr>` : "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>";
}

function markerXml(kind: ChartKind, color: string): string {
  if (!kind.marked) return '<c:marker><c:symbol val="none"/></c:marker>';
  const fill = `<a:solidFill><a:srgbClr val="${color.slice(1)}"/></a:solidFill>`;
  return `<c:marker><c:symbol val="circle"/><c:size val="6"/><c:spPr>${fill}<a:ln>${fill}</a:ln></c:spPr></c:marker>`;
}

/** The cells a series reads, with what they hold now: programs that do not calculate show the chart too. */
function referenceXml(address: string, content: WorkbookContent, areNumbers = false): string {
  const parsed = parseAddress(address);
  const sheet = content.sheets.find(({ name }) => name.toLowerCase() === parsed?.sheet?.toLowerCase());
  const values = parsed && sheet ? cellsOf(parsed.block).map(([row, column]) => sheet.rows[row]?.[column]?.value) : [];
  const numeric = areNumbers || values.every((value) => typeof value === "number");
  const points = values.flatMap((value, at) => {
    const fits = numeric ? typeof value === "number" : value !== undefined && typeof value !== "object";
    return fits ? [`<c:pt idx="${at}"><c:v>${escapeXml(String(value))}</c:v></c:pt>`] : [];
  });
  const format = numeric ? "<c:formatCode>General</c:formatCode>" : "";
  const cache = `${format}<c:ptCount val="${values.length}"/>${points.join("")}`;
  const [reference, held] = numeric ? ["c:numRef", "c:numCache"] : ["c:strRef", "c:strCache"];
  return `<${reference}><c:f>${escapeXml(address)}</c:f><${held}>${cache}</${held}></${reference}>`;
}

function cellsOf({ row, column, rows, columns }: Block): readonly (readonly [row: number, column: number])[] {
  return Array.from({ length: rows * columns }, (_, at) => [row + Math.floor(at / columns), column + (at % columns)] as const);
}

function axesXml(chart: ChartContent, kind: ChartKind): string {
  const [first, second] = kind.drawing === "bar" ? ["l", "b"] : ["b", "l"];
  const title = (text: string | undefined) => (text === undefined ? "" : titleXml(text));
  const start = (id: number, side: string | undefined) =>
    `<c:axId val="${id}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="${side}"/>`;
  const end = (crosses: number) =>
    `<c:numFmt formatCode="General" sourceLinked="1"/><c:tickLblPos val="low"/><c:crossAx val="${crosses}"/><c:crosses val="autoZero"/>`;
  const axis = kind.drawing === "scatter" ? "c:valAx" : "c:catAx";
  return (
    `<${axis}>${start(1, first)}${title(chart.categoryAxisTitle)}${end(2)}</${axis}>` +
    `<c:valAx>${start(2, second)}<c:majorGridlines/>${title(chart.valueAxisTitle)}${end(1)}</c:valAx>`
  );
}

function titleXml(text: string, sizePt = 9): string {
  const words = `<a:p><a:r><a:rPr lang="en-US" sz="${sizePt * 100}" b="0"/><a:t>${escapeXml(text)}</a:t></a:r></a:p>`;
  return `<c:title><c:tx><c:rich><a:bodyPr/>${words}</c:rich></c:tx><c:overlay val="0"/></c:title>`;
}
