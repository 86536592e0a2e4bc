/**
 * The text of a file: UTF-8 or UTF-16, with or without a byte-order mark, else Windows-1252, in which older downloads come.
 * What is no text at all is refused by the name of its kind.
 */
import { done, refuse } from "../values/outcome";
import type { Outcome } from "../values/outcome";

const BEGINNINGS: readonly { readonly bytes: readonly number[]; readonly says: string }[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46], says: "is a PDF. Download the file as CSV from your broker" },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], says: "is a workbook of the old .xls kind. Open it in Excel and save it as CSV" },
  { bytes: [0x50, 0x4b, 0x03, 0x04], says: "is a zip archive or a workbook that is not read here. Take the files out of it, or save the sheet as CSV" },
  { bytes: [0x1f, 0x8b], says: "is compressed. Take the file out of it first" },
];
/** Bytes looked at to tell UTF-16 without a mark from bytes that are no text. */
const BYTES_SAMPLED = 4096;

/** @param name as a sentence calls the file */
export function textOfBytes(bytes: Uint8Array, name: string): Outcome<string> {
  if (bytes.length === 0) return refuse("bad-input", `${name} is empty. Download it again.`);
  const kind = BEGINNINGS.find((beginning) => beginning.bytes.every((byte, at) => bytes[at] === byte));
  if (kind) return refuse("bad-input", `${name} ${kind.says}.`);
  const encoding = encodingOf(bytes);
  if (encoding === null) return refuse("bad-input", `${name} holds no text that can be read. Download it as CSV.`);
  const text = decoded(bytes, encoding);
  if (text.trim() === "") return refuse("bad-input", `${name} is blank. Download it again.`);
  if (/^\s*<(!doctype|html|table|\?xml)/i.test(text)) {
    return refuse("bad-input", `${name} is a web page or XML. Download it as CSV.`);
  }
  return done(text);
}

/** null: zero bytes where no text has them. */
function encodingOf(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const zeros = [0, 0];
  const sampled = Math.min(bytes.length, BYTES_SAMPLED);
  for (let at = 0; at < sampled; at++) if (bytes[at] === 0) zeros[at % 2]! += 1;
  const [even = 0, odd = 0] = zeros;
  if (even + odd === 0) return "utf-8";
  if (even === 0 && odd > sampled / 4) return "utf-16le";
  if (odd === 0 && even > sampled / 4) return "utf-16be";
  return null;
}

function decoded(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // Not the encoding it looked like: every byte is a letter of Windows-1252.
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
