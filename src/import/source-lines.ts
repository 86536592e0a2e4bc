/** Text in comma-separated lines: cells under the number of the line they begin on, quoted line breaks and damage included. */
import Papa from "papaparse";

export interface SourceLine {
  /** Of the file; its first line is 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** As it stands in the file. */
  readonly text: string;
  /** A quotation mark never closes, or closes in the middle of a cell: its cells may not be what was meant. */
  readonly isDamaged: boolean;
  /** The file ends in this line without an end of line: it may have been cut off in the middle of its last cell. */
  readonly isUnended?: true;
  /** Cells that most lines of the file have; absent where all have the same by nature, as on a sheet. */
  readonly usualCells?: () => number;
}

/** The comma first: of equally good ones it is meant. */
const DELIMITERS = [",", "\t", ";", "|"];
/** Filled lines looked at for headings, and to tell the delimiter. */
export const LINES_SEARCHED = 25;

/** Lines with content, in the order of the file. */
export function sourceLines(text: string): SourceLine[] {
  const plain = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  const found: SourceLine[] = [];
  const usualCells = usualCellsOf(found);
  const delimiter = delimiterOf(plain);
  let rest = plain;
  let line = 1;
  while (rest !== "") {
    const damagedAt = addRecords(found, rest, { line, delimiter, usualCells });
    if (damagedAt === null) break;
    // The damaged line stands alone; what follows it is read afresh, so that an open quotation mark swallows nothing.
    const end = rest.indexOf("\n", damagedAt.from);
    const damaged = end < 0 ? rest.slice(damagedAt.from) : rest.slice(damagedAt.from, end);
    found.push({ line: damagedAt.line, cells: damaged.split(delimiter), text: damaged, isDamaged: true, usualCells });
    rest = end < 0 ? "" : rest.slice(end + 1);
    line = damagedAt.line + 1;
  }
  const last = found[found.length - 1];
  if (last !== undefined && !plain.endsWith("\n")) found[found.length - 1] = { ...last, isUnended: true };
  return found;
}

/** Told when first asked for. A count that one line alone has is not usual. */
function usualCellsOf(lines: readonly SourceLine[]): () => number {
  let usual: number | null = null;
  return () => {
    if (usual !== null) return usual;
    const linesOf = new Map<number, number>();
    for (const { cells } of lines) if (cells.length > 1) linesOf.set(cells.length, (linesOf.get(cells.length) ?? 0) + 1);
    const [best] = [...linesOf].filter(([, count]) => count > 1).sort(([a, ofA], [b, ofB]) => ofB - ofA || b - a);
    return (usual = best?.[0] ?? 0);
  };
}

/** Adds records until one is damaged; answers where that one begins, or null. */
function addRecords(
  found: SourceLine[], text: string, { line: firstLine, delimiter, usualCells }: { line: number; delimiter: string; usualCells: () => number },
): { from: number; line: number } | null {
  let from = 0;
  let line = firstLine;
  let damagedAt: { from: number; line: number } | null = null;
  Papa.parse<string[]>(text, {
    delimiter,
    newline: "\n",
    step: ({ data, errors, meta }, parser) => {
      const record = text.slice(from, meta.cursor).replace(/\n$/, "");
      if (errors.some(({ type }) => type === "Quotes")) {
        damagedAt = { from, line };
        parser.abort();
        return;
      }
      if (data.some((cell) => cell.trim() !== "")) found.push({ line, cells: data, text: record, isDamaged: false, usualCells });
      for (let at = from; at < meta.cursor; at++) if (text.charCodeAt(at) === 10) line++;
      from = meta.cursor;
    },
  });
  return damagedAt;
}

/** Fewer cells are no row of trades: the comma of a remark, the semicolon of two codes. */
const FEWEST_CELLS = 3;

/** The one that splits most lines near the top into equally many cells; what is quoted is not split. */
function delimiterOf(text: string): string {
  const top: string[] = [];
  let from = 0;
  while (top.length < LINES_SEARCHED && from < text.length) {
    const end = text.indexOf("\n", from);
    const one = text.slice(from, end < 0 ? text.length : end);
    if (one.trim() !== "") top.push(one.replace(QUOTED, ""));
    from = end < 0 ? text.length : end + 1;
  }
  const scores = DELIMITERS.map((delimiter) => ({ delimiter, lines: mostAlike(top.map((one) => one.split(delimiter).length)) }));
  return scores.reduce((best, one) => (one.lines > best.lines ? one : best)).delimiter;
}

const QUOTED = /"[^"]*"/g;

/** Lines of the count that most lines have. */
function mostAlike(counts: readonly number[]): number {
  const linesOf = new Map<number, number>();
  for (const count of counts) if (count >= FEWEST_CELLS) linesOf.set(count, (linesOf.get(count) ?? 0) + 1);
  return Math.max(0, ...linesOf.values());
}
