/**
 * The text of a file: UTF-8 or UTF-16, with or without a byte-order mark, else Windows-1252, in which older downloads come.
 * What is no text at all is refused by the name of its kind.
 */
import { done, refuse } from "../values/outcome";
import type { Outcome } from "../values/outcome";

/** The old .xls kind, and what is locked. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
const PACKED = [0x50, 0x4b, 0x03, 0x04];

const BEGINNINGS: readonly { readonly bytes: readonly number[]; readonly says: string }[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46], says: "is a PDF. Download the file as CSV from your broker" },
  { bytes: COMPOUND, says: "is a workbook of the old .xls kind. Open it in Excel and save it as CSV" },
  { bytes: PACKED, says: "is a zip archive or a workbook, and was not opened. Choose it again, or save the sheet as CSV" },
  { bytes: [0x1f, 0x8b], says: "is compressed. Take the file out of it first" },
];
/** Bytes looked at to tell UTF-16 without a mark from bytes that are no text. */
const BYTES_SAMPLED = 4096;

/** A workbook (.xlsx), or another zip archive. */
export function isPacked(bytes: Uint8Array): boolean {
  return beginsWith(bytes, PACKED);
}

/** @param name as a sentence calls the file */
export function textOfBytes(bytes: Uint8Array, name: string): Outcome<string> {
  if (bytes.length === 0) return refuse("bad-input", `${name} is empty. Download it again.`);
  if (isLocked(bytes)) return refuse("bad-input", `${name} is protected by a password. Save a copy without one in Excel, and choose that.`);
  const kind = BEGINNINGS.find((beginning) => beginsWith(bytes, beginning.bytes));
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

function beginsWith(bytes: Uint8Array, beginning: readonly number[]): boolean {
  return beginning.every((byte, at) => bytes[at] === byte);
}

/** A workbook with a password is a compound file, as .xls is, that holds this stream (MS-OFFCRYPTO 1.3.3). */
const LOCKED_STREAM = Array.from("EncryptedPackage", (letter) => letter.charCodeAt(0));

function isLocked(bytes: Uint8Array): boolean {
  if (!beginsWith(bytes, COMPOUND)) return false;
  const isAt = (from: number): boolean => LOCKED_STREAM.every((code, at) => bytes[from + at * 2] === code && bytes[from + at * 2 + 1] === 0);
  for (let from = 0; from < bytes.length; from++) if (bytes[from] === LOCKED_STREAM[0] && isAt(from)) return true;
  return false;
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

/** What a character cut in half is shown as: no figure or date is read with it. */
const HALF = "\ufffd";

function decoded(bytes: Uint8Array, encoding: string): string {
  // Of UTF-16 nothing else can be meant: half a character at the end, or a damaged one, leaves its mark.
  if (encoding !== "utf-8") return new TextDecoder(encoding).decode(bytes);
  try {
    const decoder = new TextDecoder(encoding, { fatal: true });
    const text = decoder.decode(bytes, { stream: true });
    return isWhole(decoder) ? text : text + HALF;
  } catch {
    // Not UTF-8: every byte is a letter of Windows-1252.
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** Whether no bytes of a character are left over. */
function isWhole(decoder: TextDecoder): boolean {
  try {
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}
