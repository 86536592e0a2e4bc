/**
 * The rows of Form 8949 as a tax exchange file, TXF version 042 of 30 November 2011, which desktop tax programs still read. It has
 * numbers for boxes A to F alone and can carry a wash sale and no other adjustment, so rows it cannot say are refused one by one
 * and named, to be entered by hand.
 */
import type { Day } from "../values/plain-date";
import type { Box8949, Form8949Row } from "./form-8949-types";
import { printedAmount, printedDay } from "./form-8949/printed";
import { oneLine } from "./one-line";

export interface TxfFile {
  /** ASCII; lines end in CR LF. */
  readonly text: string;
  readonly written: readonly Form8949Row[];
  readonly refused: readonly RefusedByTxf[];
  /** What its reader has to fill in. */
  readonly remarks: readonly string[];
}

export interface RefusedByTxf {
  readonly row: Form8949Row;
  /** "100 sh. XYZ (row 5): TXF has no number for box K. Enter it by hand." */
  readonly sentence: string;
}

/** Reference numbers of the specification. */
const NUMBERS: Readonly<Partial<Record<Box8949, number>>> = { A: 321, B: 711, C: 712, D: 323, E: 713, F: 714 };

const VERSION = "V042";
const PROGRAM = "ATaxlot for Excel";
const END_OF_RECORD = "^";

/** @param day on which the file is made */
export function txfFile(rows: readonly Form8949Row[], day: Day): TxfFile {
  const refused = rows.flatMap((row): RefusedByTxf[] => {
    const why = whyNot(row);
    return why === null ? [] : [{ row, sentence: `${row.description} (row ${row.saleRow}): ${why} Enter it by hand.` }];
  });
  const isRefused = new Set(refused.map(({ row }) => row));
  const written = rows.filter((row) => !isRefused.has(row));
  const lines = [VERSION, PROGRAM, `D ${printedDay(day)}`, END_OF_RECORD, ...written.flatMap(recordOf)];
  return { text: lines.map((line) => `${line}\r\n`).join(""), written, refused, remarks: remarksOn(written) };
}

function whyNot({ box, code }: Form8949Row): string | null {
  if (NUMBERS[box] === undefined) return `TXF has no number for box ${box}.`;
  const others = code.replace("W", "");
  return others === "" ? null : `TXF cannot carry code ${others}.`;
}

/** Record format 4, or 5 where a wash sale disallows loss; the cost stands before the proceeds. */
function recordOf(row: Form8949Row): string[] {
  const acquired = typeof row.acquired === "number" ? printedDay(row.acquired) : "";
  const money = [row.costCents, row.proceedsCents, ...(row.code === "W" ? [row.adjustmentCents] : [])];
  return [
    "TD", `N${NUMBERS[row.box]}`, "C1", "L1", `P${plainText(row.description)}`, `D${acquired}`, `D${printedDay(row.sold)}`,
    ...money.map((cents) => `$${printedAmount(cents)}`), END_OF_RECORD,
  ];
}

/** One line of ASCII without the mark that ends a record. */
function plainText(text: string): string {
  return oneLine(text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "")).replace(/[^\x20-\x7e]/g, "?").replace(/\^/g, " ");
}

function remarksOn(rows: readonly Form8949Row[]): string[] {
  const words = rows.filter(({ acquired }) => typeof acquired !== "number");
  if (words.length === 0) return [];
  return [`${words.length} ${words.length === 1 ? "row has" : "rows have"} VARIOUS or INHERITED for the day acquired, which TXF leaves blank. Write the word in your program.`];
}
