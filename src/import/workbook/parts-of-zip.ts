/** The XML parts of a workbook, unpacked within bounds and held to their checksums, so that a damaged file is never read in part. */
import { unzipSync, zipSync } from "fflate";
import { done, refuse } from "../../values/outcome";
import type { Outcome } from "../../values/outcome";

/** About five million cells; beyond it the memory of a browser's thread gives out. */
const UNPACKED_BYTES_AT_MOST = 300_000_000;
const ENTRIES_AT_MOST = 2_000;

/** The same workbook without compression, pictures and macros. @param name as a sentence calls the file */
export function plainWorkbook(bytes: Uint8Array, name: string): Outcome<Uint8Array> {
  const damaged = refuse("bad-input", `${name} is damaged and cannot be opened. Download it again.`);
  const entries = entriesOfZip(bytes);
  if (entries === null) return damaged;
  const strange = strangerAmong(entries);
  if (strange !== null) return refuse("bad-input", `${name} ${strange}`);
  const unpacked = entries.reduce((sum, { unpackedBytes, isXml }) => sum + (isXml ? unpackedBytes : 0), 0);
  if (unpacked > UNPACKED_BYTES_AT_MOST || entries.length > ENTRIES_AT_MOST) {
    return refuse("bad-input", `${name} unpacks to ${Math.ceil(unpacked / 1_000_000).toLocaleString("en-US")} MB, more than can be read at once. Download a shorter period, or save the sheet as CSV.`);
  }
  try {
    const parts = unzipSync(bytes, { filter: (part) => isXmlPart(part.name) });
    const isWhole = entries.every(({ path, isXml, unpackedBytes, checksum }) => {
      const part = parts[path];
      return !isXml || (part !== undefined && part.length === unpackedBytes && crc32(part) === checksum);
    });
    return isWhole ? done(zipSync(parts, { level: 0 })) : damaged;
  } catch {
    return damaged;
  }
}

const isXmlPart = (path: string): boolean => /\.(xml|rels)$/i.test(path);

interface ZipEntry {
  readonly path: string;
  readonly isXml: boolean;
  readonly unpackedBytes: number;
  /** CRC-32. */
  readonly checksum: number;
}

function strangerAmong(entries: readonly ZipEntry[]): string | null {
  const has = (path: RegExp) => entries.some((entry) => path.test(entry.path));
  if (has(/^xl\/workbook\.bin$/i)) return "is a binary workbook (.xlsb). Save it as .xlsx or CSV in Excel, and choose that.";
  if (has(/^xl\/worksheets\/.*\.xml$/i)) return null;
  if (has(/^content\.xml$/i)) return "is a workbook of another program. Save it there as .xlsx or CSV, and choose that.";
  return "is a zip archive without a workbook in it. Take the files out of it, and choose them.";
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
/** The longest comment after the directory. */
const COMMENT_BYTES = 65_535;

/** The directory at the end of the archive (ZIP application note, 4.3.12 and 4.3.16); null: there is none that can be read. */
function entriesOfZip(bytes: Uint8Array): readonly ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - END_BYTES;
  const first = Math.max(0, end - COMMENT_BYTES);
  while (end >= first && view.getUint32(end, true) !== END_OF_DIRECTORY) end--;
  if (end < first) return null;
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + ENTRY_BYTES > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) return null;
    const nameBytes = view.getUint16(at + 28, true);
    const path = new TextDecoder().decode(bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes));
    entries.push({ path, isXml: isXmlPart(path), unpackedBytes: view.getUint32(at + 24, true), checksum: view.getUint32(at + 16, true) });
    at += ENTRY_BYTES + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

const CRC_TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (let at = 0; at < bytes.length; at++) crc = CRC_TABLE[(crc ^ bytes[at]!) & 255]! ^ (crc >>> 8);
  return (crc ^ -1) >>> 0;
}
