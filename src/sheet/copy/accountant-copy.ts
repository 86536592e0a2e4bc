/**
 * The accountant's copy (design section 9): every sheet in order, from what the client provided to the forms, with the
 * checks that re-add it all on the cover.
 */
import { refusedPools } from "../../report/refused-pools";
import { dayFromCalendar, isoFromDay } from "../../values/plain-date";
import { rowsInWholeDollars } from "../../report/form-8949/whole-dollars";
import type { Form8949Row } from "../../report/form-8949-types";
import { done, refuse, type Outcome } from "../../values/outcome";
import { gainChecks } from "./checks-across";
import { CARRIED_LOTS, carriedLotsSheet } from "./carried-lots-sheet";
import type { AccountantCopy, CopyFacts } from "./copy-types";
import { coverSheet } from "./cover-sheet";
import { FORM_8949, form8949Sheet } from "./form-8949-sheet";
import { identificationsSheet, settingsSheet } from "./kept-sheets";
import { leftOutSentences, notCompleteNotes } from "./left-out";
import { legendSheet } from "./legend-sheet";
import { MADE_BY } from "../placing/copy-sheet";
import type { PlacedSheet } from "./placed-sheet";
import { RECONCILIATION, reconciliationSheet } from "./reconciliation-sheet";
import { rollForwardSheet } from "./roll-forward-sheet";
import { salesSheet } from "./sales-sheet";
import { SCHEDULE_D, scheduleDSheet } from "./schedule-d-sheet";
import { sourceSheet } from "./source-sheet";
import { washSheet } from "./wash-sheet";
import { inThousands } from "../../values/money-text";

/** What a spreadsheet program still opens and prints without pain, over all sheets. */
export const MOST_ROWS = 300_000;

/** A sheet has 16,384; the copy adds two of its own. */
const MOST_COLUMNS = 16_000;

/** bad-input: too many rows or columns for a file that others can open; the sentence says what to do. */
export function accountantCopy(facts: CopyFacts): Outcome<AccountantCopy> {
  const rows = facts.trades.cells.length + facts.book.realized.count + facts.otherSources.reduce((sum, { cells }) => sum + cells.length, 0);
  if (rows > MOST_ROWS) return refuse("bad-input", tooLong(rows, facts.year));
  const wide = [facts.trades, ...facts.otherSources].find(({ cells }) => cells.some((row) => row.length > MOST_COLUMNS));
  if (wide !== undefined) return refuse("bad-input", `The source ${wide.name} has more than ${inThousands(String(MOST_COLUMNS))} columns. Clear the cells far to the right of its table, and make the copy again.`);
  const title = `Accountant's copy ${facts.year}${facts.client === null ? "" : `, ${facts.client}`}`;
  const madeBy = `${MADE_BY}${facts.engineVersion}`;
  const openPoints = openPointsOf(facts);
  const sheets = sheetsOf(facts, `${madeBy}, rules ${facts.rulesVersion}, as of ${isoFromDay(facts.asOf)}. Trades: ${facts.trades.place}.`);
  const cover = coverSheet(facts, sheets, openPoints, title, madeBy);
  return done({
    fileName: fileNameFor(title),
    title,
    madeBy,
    madeOn: facts.asOf,
    sheets: [cover, ...sheets].map(({ sheet }) => sheet),
    openPoints,
  });
}

function sheetsOf(facts: CopyFacts, madeBy: string): PlacedSheet[] {
  const { book, bookAtYearEnd, bookYearBefore, year, client, reconciliation, identifications } = facts;
  const warnings = notCompleteNotes(book);
  const rows = rowsOnForm(facts);
  const legend = legendSheet(client, madeBy);
  const sales = salesSheet(book, year, madeBy);
  const form = rows === null ? null : form8949Sheet(rows, year, madeBy, warnings);
  const scheduleD = facts.scheduleD === null
    ? null
    : scheduleDSheet({ lines: facts.scheduleD, rows, year, madeBy, warnings }, form);
  const wash = washSheet(book, bookAtYearEnd, year, madeBy, sales);
  const lots = carriedLotsSheet(bookAtYearEnd, dayFromCalendar(year, 12, 31), madeBy);
  const rollForward = rollForwardSheet(bookAtYearEnd, bookYearBefore, year, madeBy, lots);
  const formWithChecks = form === null ? null : withChecks(form, gainChecks(facts, form, sales));
  const sheets = [
    legend, scheduleD, formWithChecks, sales, wash, lots, rollForward,
    reconciliation === null ? null : reconciliationSheet(reconciliation, year, madeBy, sales),
    identificationsSheet(identifications, madeBy),
    settingsSheet(facts.settingsRows, facts.settingsInWords, madeBy),
  ].filter((sheet): sheet is PlacedSheet => sheet !== null);
  for (const source of [facts.trades, ...facts.otherSources]) {
    const names = ["Cover", ...sheets.map(({ sheet }) => sheet.draft.sheetName)];
    sheets.push(sourceSheet(source, isoFromDay(facts.asOf), names));
  }
  return sheets;
}

function withChecks(sheet: PlacedSheet, more: PlacedSheet["checks"]): PlacedSheet {
  return { ...sheet, checks: [...sheet.checks, ...more] };
}

/** As the form prints them (R-RND-4). */
function rowsOnForm({ form8949, wholeDollars }: CopyFacts): readonly Form8949Row[] | null {
  if (form8949 === null || !wholeDollars) return form8949;
  return rowsInWholeDollars(form8949);
}

function openPointsOf(facts: CopyFacts): string[] {
  const later = refusedPools(facts.book).pools.length === 0 ? [...leftOutSentences(facts.bookAtYearEnd), ...leftOutSentences(facts.bookYearBefore)] : [];
  return [
    ...leftOutSentences(facts.book),
    ...new Set(later),
    ...unreadSentence(facts.reconciliation),
    ...(facts.form8949 === null ? [`The sheet ‘${FORM_8949}’ is not in this copy.`] : []),
    ...(facts.scheduleD === null ? [`The sheet ‘${SCHEDULE_D}’ is not in this copy.`] : []),
    ...facts.checks.filter(({ state }) => state === "open").map(({ name, sentence }) => `${name}: ${sentence}`),
  ];
}

function unreadSentence(reconciliation: CopyFacts["reconciliation"]): string[] {
  const unread = reconciliation?.faults.length ?? 0;
  if (unread === 0) return [];
  return [`${unread === 1 ? "One row of the brokers' forms" : `${unread} rows of the brokers' forms`} could not be read: see the sheet ‘${RECONCILIATION}’.`];
}

function tooLong(rows: number, year: number): string {
  return (
    `A copy of ${inThousands(String(rows))} rows is more than other programs open with ease; ${inThousands(String(MOST_ROWS))} is the most. ` +
    `Start the trades with the lots open on ${year - 1}-12-31 (the sheet ‘${CARRIED_LOTS}’ of last year, or OPENLOTS), and leave out the rows before.`
  );
}

/** No sign that Windows, macOS or a mail program refuses in a name of a file, and none that turns the way it is read. */
function fileNameFor(title: string): string {
  const plain = title.replace(/[\\/:*?"<>|\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]+/g, " ").replace(/\s+/g, " ").replace(/^[.\s]+|[.\s]+$/g, "");
  return `${Array.from(plain).slice(0, 100).join("").trimEnd()}.xlsx`;
}
