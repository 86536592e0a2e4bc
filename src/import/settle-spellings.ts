/**
 * A class letter that is glued on tells nothing by itself: MKCV may be MKC.V or another security. Where the marked spelling
 * stands on the sheet or in a file chosen with it, they are one, so that wash sales are seen over both (R-WS-1). What the sheet
 * writes already, it goes on to write.
 */
import type { FileRead } from "./import-types";
import { oneNote } from "./one-note";
import { inOneSpelling, symbolsOf, withSymbols } from "./one-spelling";
import type { RowOnSheet } from "./row-key";

/** Letters of classes and of series of preferred shares; others, such as L, F and H, are as often marks of foreign exchanges. */
const MARKED = /^([A-Z]{1,5})\.(?:([ABCV])|(PR[A-Z]))$/;
/** Symbols without a mark that are another security than the marked one. */
const OTHERS: ReadonlySet<string> = new Set(["GOOGL", "HUBB"]);

/** @param rows of the Trades sheet. A file whose symbols are written otherwise than it writes them has a note. */
export function settleSpellings(files: readonly FileRead[], rows: readonly RowOnSheet[]): FileRead[] {
  const onSheet = new Set(rows.flatMap(({ cells }) => symbolsOf(cells)).map(compared));
  const inFiles = files.flatMap(({ trades, sales }) => [...trades.flatMap(({ cells }) => symbolsOf(cells)), ...sales.map(({ symbol }) => symbol)]);
  const all = new Set([...onSheet, ...inFiles.map(compared)]);
  const spelled = spellingsOf(onSheet, all);
  return spelled.size === 0 ? [...files] : files.map((file) => respelled(file, spelled));
}

function compared(symbol: string): string {
  return symbol.trim().toUpperCase();
}

/** How each symbol is to be written that is not to stay as it is. */
function spellingsOf(onSheet: ReadonlySet<string>, all: ReadonlySet<string>): ReadonlyMap<string, string> {
  const groups = new Map<string, Set<string>>();
  for (const symbol of all) {
    const marked = inOneSpelling(symbol).toUpperCase();
    const glued = gluedOf(marked);
    const group = groups.get(marked) ?? new Set([marked]);
    for (const spelling of [symbol, glued]) if (spelling !== null && all.has(spelling)) group.add(spelling);
    groups.set(marked, group);
  }
  const spelled = new Map<string, string>();
  for (const [marked, group] of groups) {
    const standing = [...group].find((spelling) => onSheet.has(spelling)) ?? marked;
    // A glued spelling is a group of its own as well, which says nothing of the marked one.
    for (const spelling of group) if (spelling !== standing) spelled.set(spelling, standing);
  }
  return spelled;
}

/** null: no mark, or one that may mean something else. */
function gluedOf(marked: string): string | null {
  const [, root, letter, series] = MARKED.exec(marked) ?? [];
  if (root === undefined) return null;
  const glued = `${root}${letter ?? series ?? ""}`;
  return OTHERS.has(glued) ? null : glued;
}

function respelled(file: FileRead, spelled: ReadonlyMap<string, string>): FileRead {
  const changed = new Map<string, string>();
  const of = (symbol: string): string => {
    const standing = spelled.get(symbol.toUpperCase());
    if (standing === undefined) return symbol;
    changed.set(symbol, standing);
    return standing;
  };
  const trades = file.trades.map((trade) => ({ ...trade, cells: withSymbols(trade.cells, of) }));
  const undecided = file.undecided.map((line) => ({ ...line, draft: line.draft === null ? null : withSymbols(line.draft, of) }));
  const sales = file.sales.map((sale) => ({ ...sale, symbol: of(sale.symbol) }));
  if (changed.size === 0) return file;
  const notes = [...changed].map(([symbol, standing]) => `${symbol} is written ${standing}, as it stands elsewhere.`);
  return { ...file, trades, undecided, sales, note: oneNote(file.note, ...notes) };
}
