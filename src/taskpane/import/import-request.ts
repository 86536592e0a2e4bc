/** From what was read to what is to be written, with the rows that the user completed. Pure. */
import type { AddedTrade, Combined } from "../../import/combine";
import { sourceOf } from "../../import/combine";
import type { FileRead, ImportedCells, ImportedTrade } from "../../import/import-types";
import { whichIsEarlier } from "../../import/order-of-trades";
import { broker1099Draft } from "../../sheet/drafts/broker-1099-sheet";
import type { ImportedBefore, ImportRequest } from "../../sheet/placing/import-write";
import type { SheetDraft } from "../../sheet/placing/sheet-draft";
import type { ImportView } from "./import-view";

/** Lines to look at that are to be written all the same, with their cells as the user has them; by `FILENAME:LINE`. */
export type AcceptedRows = ReadonlyMap<string, ImportedCells>;

export interface ImportToWrite {
  readonly request: ImportRequest;
  /** Sheets of sales for RECONCILE. */
  readonly drafts: readonly SheetDraft[];
}

/** Files without a sheet yet, and the rows of theirs that the sheet lacks. */
export function importToWrite({ files, combined }: ImportView, before: ImportedBefore, accepted: AcceptedRows, madeBy: string): ImportToWrite {
  const known = new Set(before.files.map(({ digest }) => digest));
  const read = files.flatMap((answer): FileRead[] => (answer.is === "read" && answer.question === null ? [withAccepted(answer.file, accepted)] : []));
  const fresh = read.filter(({ control }) => !known.has(control.digest));
  const added = [...combined.added, ...acceptedTrades(combined, accepted)].sort(whichIsEarlier);
  return {
    request: { before, added, files: fresh, madeBy },
    drafts: fresh.filter(({ sales }) => sales.length > 0).map((file) => broker1099Draft(file, madeBy)),
  };
}

/** Accepted rows of lines that are still to be decided, as `combine` tells. */
export function acceptedTrades({ files }: Combined, accepted: AcceptedRows): readonly AddedTrade[] {
  return files.flatMap(({ name, undecided }) =>
    undecided.flatMap(({ line }): AddedTrade[] => {
      const source = sourceOf({ name }, line);
      const cells = accepted.get(source);
      return cells === undefined ? [] : [{ line, cells: withoutBlanks(cells), note: COMPLETED, source }];
    }),
  );
}

const COMPLETED = "Completed by hand when it was imported.";

/** The file says of an accepted line that it became a trade; its control total goes on to add up. */
function withAccepted(file: FileRead, accepted: AcceptedRows): FileRead {
  const taken = file.undecided.filter(({ line }) => accepted.has(sourceOf(file, line)));
  if (taken.length === 0) return file;
  const lines = new Set(taken.map(({ line }) => line));
  const trades = taken.map(({ line }): ImportedTrade => ({ line, cells: withoutBlanks(accepted.get(sourceOf(file, line)) ?? {}), note: COMPLETED }));
  const { control } = file;
  return {
    ...file,
    trades: [...file.trades, ...trades].sort(whichIsEarlier),
    undecided: file.undecided.filter(({ line }) => !lines.has(line)),
    control: { ...control, tradeLines: control.tradeLines + taken.length, undecidedLines: control.undecidedLines - taken.length },
  };
}

function withoutBlanks(cells: ImportedCells): ImportedCells {
  return Object.fromEntries(Object.entries(cells).flatMap(([heading, text]) => (text === undefined || text.trim() === "" ? [] : [[heading, text.trim()]])));
}
