/**
 * Broken files: every sample cut, garbled and mixed up by a seed, so that a run can be repeated. Whatever is wrong, the
 * answer is a sentence or lines left undecided, never an exception, and no line of the file is lost (broker layouts, 0.7).
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import type { FileRead, UnknownLayout } from "../../src/import/import-types";
import { readSourceFile } from "../../src/import/read-source-file";
import { readTrades } from "../../src/sheet/read-trades";
import type { Outcome } from "../../src/values/outcome";
import { seededDraw } from "../oracle/seeded";
import type { Draw } from "../oracle/seeded";
import { sheetRows } from "./read-sample";

const FOLDER = join(__dirname, "samples");
const SAMPLES = readdirSync(FOLDER).filter((name) => name.endsWith(".csv")).map((name) => ({ name, text: readFileSync(join(FOLDER, name), "utf8") }));

interface Breaker {
  readonly what: string;
  readonly of: (text: string, draw: Draw) => string | Uint8Array;
  /** What was broken must be named: the file refused, its layout not known, or lines undecided that were not. */
  readonly isNamed?: true;
}

const bytesOf = (text: string) => new TextEncoder().encode(text);
const linesOf = (text: string) => text.split("\n");
const DATE = /(?<!\d)(\d{1,2}\/\d{1,2}\/\d{2,4}|20\d\d-\d\d-\d\d|20[12]\d[01]\d[0-3]\d)(?!\d)/;
/** Below the headings: the first line with a date in it, on which rows begin. */
const firstRow = (lines: readonly string[]) => Math.max(1, lines.findIndex((line, at) => at > 0 && DATE.test(line) && line.split(",").length > 5));

function everyRow(change: (line: string, draw: Draw) => string): Breaker["of"] {
  return (text, draw) => {
    const lines = linesOf(text);
    const from = firstRow(lines);
    return lines.map((line, at) => (at < from ? line : change(line, draw))).join("\n");
  };
}

function oneRow(change: (line: string, draw: Draw) => string): Breaker["of"] {
  return (text, draw) => {
    const lines = linesOf(text);
    const from = firstRow(lines);
    const at = from + draw(Math.max(1, lines.length - 1 - from));
    return lines.map((line, each) => (each === at ? change(line, draw) : line)).join("\n");
  };
}

const BREAKERS: readonly Breaker[] = [
  { what: "cut off in the middle", of: (text, draw) => text.slice(0, Math.floor(text.length / 3) + draw(Math.floor(text.length / 2))) },
  { what: "with dates and amounts in each other's columns", of: everyRow((line) => {
    const cells = line.split(",");
    const date = cells.find((cell) => DATE.test(cell));
    const amount = cells.filter((cell) => /\d/.test(cell) && !DATE.test(cell)).pop();
    if (date === undefined || amount === undefined) return line;
    return cells.map((cell) => (DATE.test(cell) ? amount : cell === amount ? date : cell)).join(",");
  }), isNamed: true },
  { what: "with a quotation mark left open", of: oneRow((line) => line.replace(/,/, ',"')) },
  { what: "with noise among its bytes", of: (text, draw) => {
    const bytes = bytesOf(text);
    for (let times = 0; times < 40; times++) bytes[draw(bytes.length)] = 1 + draw(255);
    return bytes;
  } },
  { what: "with zero bytes among its bytes", of: (text, draw) => {
    const bytes = bytesOf(text);
    for (let times = 0; times < 5; times++) bytes[draw(bytes.length)] = 0;
    return bytes;
  }, isNamed: true },
  { what: "of noise alone", of: (_, draw) => Uint8Array.from({ length: 3000 }, () => draw(256)), isNamed: true },
  { what: "in UTF-16 without a mark", of: (text) => Uint8Array.from(text.split("").flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8])) },
  { what: "in an old encoding with letters of its own", of: (text, draw) => Uint8Array.from([...bytesOf(text)].map((byte) => (draw(200) === 0 && byte > 64 ? 0xe9 : byte))) },
  { what: "with its headings twice", of: (text) => {
    const lines = linesOf(text);
    const at = firstRow(lines);
    return [...lines.slice(0, at + 1), lines[at - 1]!, ...lines.slice(at + 1)].join("\n");
  } },
  { what: "that is empty", of: () => "", isNamed: true },
  { what: "of headings alone", of: (text) => linesOf(text).slice(0, firstRow(linesOf(text))).join("\n") },
  { what: "without its headings", of: (text) => linesOf(text).slice(firstRow(linesOf(text))).join("\n") },
  { what: "with one huge cell", of: oneRow((line) => line.replace(/^[^,]*/, `"${"x".repeat(300_000)}"`)) },
  { what: "with a million commas", of: (text) => `${text}\n${",".repeat(1_000_000)}` },
  { what: "with rows of a thousand cells", of: everyRow((line) => line + ",1".repeat(1000)), isNamed: true },
  { what: "with dates of another country", of: everyRow((line) => line.replace(new RegExp(DATE, "g"), "31.12.2025")), isNamed: true },
  { what: "with days that do not exist", of: everyRow((line) => line.replace(/(?<!\d)\d{1,2}\/\d{1,2}\/(\d{2,4})(?!\d)/g, "02/30/$1").replace(/(20\d\d)-\d\d-\d\d/g, "$1-02-30").replace(/(?<!\d)(20[12]\d)[01]\d[0-3]\d(?!\d)/g, "$10230")), isNamed: true },
  { what: "with NaN for its figures", of: everyRow((line) => line.replace(/(?<=,"?)-?\(?\$?[\d.]+\.\d+\)?(?="?(,|$))/g, "NaN")), isNamed: true },
  { what: "with infinite figures", of: everyRow((line) => line.replace(/(?<=,"?)-?\(?\$?[\d.]+\.\d+\)?(?="?(,|$))/g, "1e999")), isNamed: true },
  { what: "with figures of the other comma", of: everyRow((line) => line.replace(/(?<=,)-?\d+\.\d+(?=,)/g, (figure) => `"${figure.replace(".", ",")}"`)) },
  { what: "with its rows shuffled", of: (text, draw) => {
    const lines = linesOf(text);
    const from = firstRow(lines);
    const rows = lines.slice(from);
    for (let at = rows.length - 1; at > 0; at--) {
      const other = draw(at + 1);
      [rows[at], rows[other]] = [rows[other]!, rows[at]!];
    }
    return [...lines.slice(0, from), ...rows].join("\n");
  } },
  { what: "with a cell taken out of a row", of: oneRow((line, draw) => {
    const cells = line.split(",");
    cells.splice(draw(cells.length), 1);
    return cells.join(",");
  }) },
  { what: "with lines that end in the old way of the Mac", of: (text) => text.replace(/\n/g, "\r") },
  { what: "with a web page for a file", of: () => "<!DOCTYPE html><html><body>Please sign in again.</body></html>", isNamed: true },
  { what: "glued to another broker's file", of: (text, draw) => `${text}\n${SAMPLES[draw(SAMPLES.length)]!.text}` },
];

function placed(read: FileRead): Map<number, string> {
  const places = new Map<number, string>();
  for (const { line, otherLines } of read.trades) for (const each of [line, ...(otherLines ?? [])]) places.set(each, "trade");
  for (const { line } of read.sales) places.set(line, "sale");
  for (const { lines } of read.counted) for (const line of lines) places.set(line, "counted");
  for (const { line } of read.undecided) places.set(line, "undecided");
  return places;
}

const key = (cells: readonly string[]) => cells.join("\u0000");

function holdsTogether(read: FileRead): void {
  const { lines, tradeLines, countedLines, undecidedLines } = read.control;
  assert.equal(tradeLines + countedLines + undecidedLines, lines);
  assert.equal(placed(read).size, lines);
  for (const { sentence } of read.undecided) assert.match(sentence, /^\S.{10,}[.)]$/s);
  for (const { cells } of read.trades) {
    assert.match(cells.Date ?? "", /^\d{4}-\d\d-\d\d$/);
    assert.ok(cells.Symbol && cells.Action && cells.Account, JSON.stringify(cells));
    for (const heading of ["Quantity", "Price", "Fees", "Amount", "Cash per share"] as const) {
      if (cells[heading] !== undefined) assert.match(cells[heading], /^-?\d+(\.\d+)?$/, heading);
    }
  }
  if (read.trades.length > 0) assert.ok(readTrades(sheetRows(read)).ok);
}

/** A row that stands in the broken file as it stood in the whole one still has its place. */
function losesNothing(read: FileRead, whole: FileRead): void {
  const rows = new Set([...placed(whole).keys()].map((line) => key(whole.source[line - 1] ?? [])));
  const places = placed(read);
  read.source.forEach((cells, at) => {
    if (cells.length > 0 && rows.has(key(cells)) && !places.has(at + 1) && at + 1 > firstPlace(places)) {
      assert.fail(`line ${at + 1} is lost: ${cells.join(",").slice(0, 200)}`);
    }
  });
}

const firstPlace = (places: ReadonlyMap<number, string>) => Math.min(...places.keys(), Infinity);

function isNamed(outcome: Outcome<FileRead | UnknownLayout>, whole: FileRead): boolean {
  return !outcome.ok || outcome.value.is === "unknown" || outcome.value.undecided.length > whole.undecided.length;
}

describe(`${SAMPLES.length * BREAKERS.length} broken files`, () => {
  SAMPLES.forEach(({ name, text }, ofSample) => {
    const whole = readSourceFile({ name, bytes: bytesOf(text) });
    it(`${name} is read while it is whole`, () => {
      assert.ok(whole.ok && whole.value.is === "read");
      holdsTogether(whole.value);
    });
    BREAKERS.forEach((breaker, ofBreaker) => {
      it(`${name} ${breaker.what}`, () => {
        assert.ok(whole.ok && whole.value.is === "read");
        const broken = breaker.of(text, seededDraw(1000 * ofSample + ofBreaker + 1));
        const outcome = readSourceFile({ name, bytes: typeof broken === "string" ? bytesOf(broken) : broken });
        if (!outcome.ok) return assert.match(outcome.problem.sentence, new RegExp(`^${name}.*\\.$`, "s"));
        // Of positions nothing is entered, so nothing in their cells can be wrong.
        if (breaker.isNamed && whole.value.kind !== "positions") assert.ok(isNamed(outcome, whole.value), "nothing is said of it");
        if (outcome.value.is === "unknown") return assert.equal(outcome.value.name, name);
        holdsTogether(outcome.value);
        losesNothing(outcome.value, whole.value);
      });
    });
  });
});
