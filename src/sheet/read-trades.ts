/** Reads a trades range: rows into columns, wrong rows into faults (design sections 4 and 7). */
import { done, refuse } from "../values/outcome";
import type { Outcome } from "../values/outcome";
import { readCell } from "./cells";
import { findTradesHeading } from "./headings";
import type { TradesHeading } from "./headings";
import { findOpenLotsBlock, withoutBlock, withSecuritiesOfLots } from "./open-lots-block";
import type { OpenLotsBlock } from "./open-lots-block";
import { readOpenLots } from "./read-open-lots";
import type { TradesReading } from "./reading-types";
import { readRowAboveHeadings } from "./rows-above-headings";
import { statedSecurities } from "./stated-securities";
import { sharedAccountNames } from "./trade-names";
import { readRow } from "./trade-row";
import { TradesInProgress } from "./trades-in-progress";
import { layoutOf } from "./trades-layout";

type Rows = readonly (readonly unknown[])[];

/**
 * The trades of a range. Refused as a whole (bad-input) only when the range is empty or its needed columns cannot be
 * told; a wrong row is a fault in the reading and takes only its own symbol down.
 */
export function readTrades(cells: Rows): Outcome<TradesReading> {
  const lots = findOpenLotsBlock(cells);
  if (lots !== null) return readBelowLots(cells, lots);
  const heading = findTradesHeading(cells);
  if (heading === null) return refuse("bad-input", noHeadingSentence(cells));
  const sentence = unreadableSentence(heading);
  if (sentence !== null) return refuse("bad-input", sentence);

  return readRows(cells, heading, null);
}

/** @param lots the table of lots on top, whose rows are left out of `cells`, and the whole range */
function readRows(
  cells: Rows,
  heading: TradesHeading,
  lots: { readonly block: OpenLotsBlock; readonly range: Rows } | null,
): Outcome<TradesReading> {
  const layout = layoutOf(heading);
  const first = heading.headingRow ?? 0;
  const ofTrades = statedSecurities(cells, first, layout);
  const stated = lots === null ? ofTrades : withSecuritiesOfLots(ofTrades, lots.range, lots.block);
  const work = new TradesInProgress(layout, sharedAccountNames(cells, layout), stated, cells);
  if (lots !== null) readOpenLots(work, lots.range, lots.block);
  for (let index = 0; index < first - 1; index++) readRowAboveHeadings(work, cells[index] ?? [], index + 1);
  for (let index = first; index < cells.length; index++) {
    readRow(work, cells[index] ?? [], index + 1);
  }
  if (work.otherHeadingsRow !== null) return refuse("bad-input", otherHeadingsSentence(work.otherHeadingsRow, heading.headingRow));
  const trades = work.finish();
  return done({
    trades,
    headingRow: lots?.block.headingRow ?? heading.headingRow,
    columns: heading === NO_TRADES && lots !== null ? lots.block.columns : heading.columns,
    skipped: work.skipped,
    faults: trades.faults,
    rowCount: cells.length,
  });
}

/** An OPENLOTS table on top: its rows are lots, and what stands below it are trades under headings of their own. */
function readBelowLots(cells: Rows, lots: OpenLotsBlock): Outcome<TradesReading> {
  const trades = withoutBlock(cells, lots);
  const heading = lots.tradesFrom === null ? null : findTradesHeading(trades);
  const sentence = heading === null ? null : unreadableSentence(heading);
  if (sentence !== null) return refuse("bad-input", sentence);
  return readRows(trades, heading ?? NO_TRADES, { block: lots, range: cells });
}

/** Lots alone: no column holds a field of a trade. */
const NO_TRADES: TradesHeading = {
  headingRow: null,
  columns: [],
  missing: [],
  conflicts: [],
  digital: false,
  negatedFees: [],
  accountNumber: null,
};

function noHeadingSentence(cells: Rows): string {
  const isEmpty = cells.every((row) => row.every((cell) => readCell(cell).kind === "blank"));
  return isEmpty
    ? "The trades range is empty. Pass the range of the trades with its headings."
    : "The trades range has no headings that can be recognized. Its first row needs Date, Action, Symbol and Quantity;" +
        " Price, Fees, Account and Amount may follow.";
}

function otherHeadingsSentence(row: number, headingRow: number | null): string {
  return headingRow === null
    ? `Row ${row} of the trades range is a row of headings. Move it above the first trade.`
    : `Row ${row} of the trades range is a second row of headings, with other columns than row ${headingRow}.` +
        " Pass the two tables separately, or bring their columns into one order.";
}

function unreadableSentence({ missing, conflicts }: TradesHeading): string | null {
  const [first, ...others] = missing;
  if (first !== undefined) {
    const last = others.pop();
    const names =
      last === undefined ? `column headed ${first}` : `columns headed ${[first, ...others].join(", ")} and ${last}`;
    return `The trades range has no ${names}. Add what is missing, or pass the whole table with its headings.`;
  }
  return conflicts[0] ?? null;
}
