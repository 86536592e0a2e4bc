/** How a sheet prints, in and out of the sheet part of an .xlsx file. */
import { blockAddress, parseAddress } from "../addresses";
import type { PageEdgeContent, PrintContent, PrintZoom } from "../content";
import { escapeXml, firstElement, unescapeXml } from "./xml";

/** For <sheetPr>: without it Excel ignores on how many pages a sheet must fit. */
export function fitsToPages({ zoom }: PrintContent): boolean {
  return zoom === undefined || !("scalePercent" in zoom);
}

/** What stands below the cells, in the order the format asks for. */
export function printXml(print: PrintContent): string {
  const centers = (print.centerHorizontally ? ' horizontalCentered="1"' : "") + (print.centerVertically ? ' verticalCentered="1"' : "");
  const orientation = print.landscape ? "landscape" : "portrait";
  return (
    (centers === "" ? "" : `<printOptions${centers}/>`) +
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    `<pageSetup${zoomXml(print.zoom)} orientation="${orientation}"${fitXml(print.zoom)}/>` +
    `<headerFooter>${edgeXml("oddHeader", print.header)}${edgeXml("oddFooter", print.footer ?? USUAL_FOOTER)}</headerFooter>`
  );
}

const USUAL_FOOTER: PageEdgeContent = { left: "&A", right: "Page &P of &N" };

function zoomXml(zoom: PrintZoom | undefined): string {
  return zoom && "scalePercent" in zoom ? ` scale="${zoom.scalePercent}"` : "";
}

/** 0 pages: as many as it takes. The format's own default is 1. */
function fitXml(zoom: PrintZoom | undefined): string {
  if (zoom && "scalePercent" in zoom) return "";
  const wide = zoom === undefined || zoom.pagesWide === 1 ? "" : ` fitToWidth="${zoom.pagesWide ?? 0}"`;
  const high = zoom?.pagesHigh === 1 ? "" : ` fitToHeight="${zoom?.pagesHigh ?? 0}"`;
  return wide + high;
}

function edgeXml(name: string, edge: PageEdgeContent | undefined): string {
  if (edge === undefined) return "";
  const text = (edge.left ? `&L${edge.left}` : "") + (edge.center ? `&C${edge.center}` : "") + (edge.right ? `&R${edge.right}` : "");
  return text === "" ? "" : `<${name}>${escapeXml(text)}</${name}>`;
}

/** `titles` and `area` are what the sheet's hidden names say: "Trades!$1:$1", "Trades!$A$1:$H$40". */
export function readPrint(before: string, after: string, titles: string, area: string): PrintContent | undefined {
  const setup = firstElement(after, "pageSetup")?.attributes ?? {};
  const options = firstElement(after, "printOptions")?.attributes ?? {};
  const repeated = /\$(\d+):\$(\d+)/.exec(titles);
  const block = parseAddress(area)?.block;
  const edges = firstElement(after, "headerFooter")?.inner ?? "";
  const header = readEdge(firstElement(edges, "oddHeader")?.inner);
  const footer = readEdge(firstElement(edges, "oddFooter")?.inner);
  const zoom = readZoom(before, setup);
  const print: PrintContent = {
    ...(setup["orientation"] === "landscape" ? { landscape: true } : {}),
    ...(repeated ? { repeatRows: `${repeated[1]}:${repeated[2]}` } : {}),
    ...(isOn(options["horizontalCentered"]) ? { centerHorizontally: true } : {}),
    ...(isOn(options["verticalCentered"]) ? { centerVertically: true } : {}),
    ...(block ? { area: blockAddress(block) } : {}),
    ...(zoom ? { zoom } : {}),
    ...(header ? { header } : {}),
    ...(footer && JSON.stringify(footer) !== JSON.stringify(USUAL_FOOTER) ? { footer } : {}),
  };
  return Object.keys(print).length > 0 ? print : undefined;
}

/** One page wide and as many high as it takes is what a sheet without a zoom is written as. */
function readZoom(before: string, setup: Readonly<Record<string, string>>): PrintZoom | undefined {
  if (!isOn(firstElement(before, "pageSetUpPr")?.attributes["fitToPage"])) {
    const scale = Number(setup["scale"] ?? 100);
    return Number.isFinite(scale) && scale !== 100 ? { scalePercent: scale } : undefined;
  }
  const wide = Number(setup["fitToWidth"] ?? 1);
  const high = Number(setup["fitToHeight"] ?? 1);
  if (wide === 1 && high === 0) return undefined;
  return { ...(wide > 0 ? { pagesWide: wide } : {}), ...(high > 0 ? { pagesHigh: high } : {}) };
}

/** "&Lleft&Ccenter&Rright"; what stands before any of these marks is the center. */
function readEdge(xml: string | undefined): PageEdgeContent | undefined {
  if (xml === undefined || xml === "") return undefined;
  const edge: Record<string, string> = {};
  for (const [, side, text = ""] of `&C${unescapeXml(xml)}`.matchAll(/&([LCR])((?:(?!&[LCR])[\s\S])*)/g)) {
    if (text !== "") edge[SIDES[side as keyof typeof SIDES]] = text;
  }
  return Object.keys(edge).length > 0 ? edge : undefined;
}

const SIDES = { L: "left", C: "center", R: "right" } as const;

function isOn(flag: string | undefined): boolean {
  return flag === "1" || flag === "true";
}
