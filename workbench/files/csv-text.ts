/** The text of a file of separated values: its encoding, and the character that separates. */
import { UnreadableFile } from "../content";
import { splitFields } from "./csv-fields";

/** Marks at the start, then UTF-8, then the Western Windows code that older programs write. */
export function textFromBytes(bytes: Uint8Array, fileName: string): string {
  const text = decoded(bytes).replace(/\u001a+$/, "");
  if (/[\u0000-\u0008\u000e-\u001f]/.test(text.slice(0, 65_536))) {
    throw new UnreadableFile(
      `"${fileName}" is neither a workbook nor a text file. Open a workbook (.xlsx) or a trades file (.csv).`,
    );
  }
  return text.replace(/\r\n?/g, "\n");
}

function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

export interface SeparatedText {
  readonly text: string;
  readonly separator: string;
}

const SEPARATORS = [",", "\t", ";", "|"];
const LINES_LOOKED_AT = 200;

/** Excel's own first line "sep=;" decides and is no row; otherwise the separator that makes most rows alike. */
export function findSeparator(text: string): SeparatedText {
  const told = /^"?sep=(.)"?\n/i.exec(text);
  if (told) return { text: text.slice(told[0].length), separator: told[1]! };
  let best = ",";
  let bestScore = 0;
  for (const separator of SEPARATORS) {
    const score = likeness(text, separator);
    if (score > bestScore) {
      best = separator;
      bestScore = score;
    }
  }
  return { text, separator: best };
}

/** How many rows share one number of fields, squared so that one long sentence outweighs no table, times the fields beyond the first. */
function likeness(text: string, separator: string): number {
  const { rows } = splitFields(text, separator, LINES_LOOKED_AT);
  const widths = new Map<number, number>();
  for (const row of rows) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
  let best = 0;
  for (const [width, count] of widths) best = Math.max(best, (width - 1) * count * count);
  return best;
}
