/** What a file is, told by what is in it: endings lie, and brokers name web pages .xls. */
import { UnreadableFile } from "../content";

/** `other-workbook`: .xls, .xlsb or .ods. */
export type FileKind = "xlsx" | "other-workbook" | "text";

/** As much as the limits of one text in a browser allow, with room to work. */
const LARGEST_FILE_BYTES = 200_000_000;

/** Throws UnreadableFile with a sentence for what is none of these. */
export function fileKind(bytes: Uint8Array, fileName: string): FileKind {
  if (bytes.length === 0) {
    throw new UnreadableFile(`"${fileName}" is empty. Open a file that holds trades, with headings in one row.`);
  }
  if (bytes.length > LARGEST_FILE_BYTES) {
    throw new UnreadableFile(
      `"${fileName}" has ${Math.round(bytes.length / 1_000_000)} MB; ${LARGEST_FILE_BYTES / 1_000_000} MB can be opened here. Split it, for example by account.`,
    );
  }
  if (startsWith(bytes, "PK\u0003\u0004")) return zipKind(bytes);
  if (startsWith(bytes, "\u00d0\u00cf\u0011\u00e0")) return "other-workbook";
  refuseKnownStrangers(bytes, fileName);
  return "text";
}

/** An .xlsx holds xl/workbook.xml. The names of all parts stand uncompressed at the end of the zip. */
function zipKind(bytes: Uint8Array): FileKind {
  const names = latinText(bytes.subarray(Math.max(0, bytes.length - 1_000_000)));
  const isBinary = /xl\/workbook\.bin/i.test(names);
  const isOpenDocument = /content\.xml/i.test(names) && !/xl\//i.test(names);
  return isBinary || isOpenDocument ? "other-workbook" : "xlsx";
}

function refuseKnownStrangers(bytes: Uint8Array, fileName: string): void {
  const start = latinText(bytes.subarray(0, 1024)).replace(/^\u00ef\u00bb\u00bf/, "").trimStart().toLowerCase();
  if (start.startsWith("%pdf")) {
    throw new UnreadableFile(`"${fileName}" is a PDF. Ask the broker's site for the same history as CSV.`);
  }
  if (/^(?:<!doctype html|<html|<table|<\?xml[^>]*>\s*<(?:html|workbook|\?mso))/.test(start)) {
    throw new UnreadableFile(`"${fileName}" is a web page or an old XML sheet with a workbook's name. Open it in Excel, save it as .xlsx, and open that.`);
  }
  if (/^[{[]\s*["{[]/.test(start)) {
    throw new UnreadableFile(`"${fileName}" is JSON. Ask the broker's site for the same history as CSV.`);
  }
}

function startsWith(bytes: Uint8Array, mark: string): boolean {
  return latinText(bytes.subarray(0, mark.length)) === mark;
}

/** One character a byte. */
function latinText(bytes: Uint8Array): string {
  let text = "";
  for (let from = 0; from < bytes.length; from += 8192) {
    text += String.fromCharCode(...bytes.subarray(from, from + 8192));
  }
  return text;
}
