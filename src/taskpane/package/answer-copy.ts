/** The accountant's copy, from the trades, forms and sheets as they were read. Pure; a long one is written away from the page like the rest. */
import { bookTrades } from "../../lots/book";
import type { Book } from "../../lots/book-types";
import { formsTogether } from "../../report/forms-together";
import { RULES_VERSION } from "../../report/rules-version";
import { scheduleDSummary } from "../../report/schedule-d-summary";
import { FEDERAL_LAW } from "../../rules/federal-law";
import { accountantCopy } from "../../sheet/copy/accountant-copy";
import type { CopyFacts, SourceCells } from "../../sheet/copy/copy-types";
import { settingsSummary } from "../../sheet/drafts/live-or-values";
import { addressForReading } from "../../sheet/placing/addresses";
import { clientIn } from "../../sheet/placing/client-row";
import { returnFactsOf } from "../../sheet/return-facts";
import { done, refuse } from "../../values/outcome";
import { dayFromCalendar, type Day } from "../../values/plain-date";
import { writeCopy } from "../../workbook/copy-file/write-copy";
import type { Answering, Desk, DeskSource } from "../engine/contract";
import { faultsOfForms, uncountedOnForms } from "../reconcile/rows-of-forms";
import type { FormFault } from "../reconcile/reconcile-view";
import { checklistOf } from "./answer-package";
import { checkCells } from "./check-cells";
import { ENGINE_VERSION } from "./engine-version";
import { packageFacts, type PackageFacts } from "./package-facts";
import type { CopyAsk } from "./package-view";

export const answerCopy: Answering<"accountantCopy"> = async (desk, ask, step) => {
  const { source } = desk;
  if (source === null) return refuse("missing-fact", "The trades are not read. Press “Read again”.");
  const facts = await packageFacts(desk, ask.year, step);
  step.working("Booking the years apart", null);
  const bookAtYearEnd = bookThrough(desk, dayFromCalendar(ask.year, 12, 31));
  await step.breathe();
  const bookYearBefore = bookThrough(desk, dayFromCalendar(ask.year - 1, 12, 31));
  await step.breathe();
  step.working("Laying out the sheets", null);
  const copy = accountantCopy({ ...copyFacts(facts, ask, source), bookAtYearEnd, bookYearBefore });
  if (!copy.ok) return copy;
  const { fileName, sheets } = copy.value;
  const said = { fileName, sheets: sheets.length, ...checkCells(copy.value) };
  if (ask.as === "sheets") return done({ ...said, bytes: null, copy: copy.value });
  await step.breathe();
  step.working("Writing the file", null);
  return done({ ...said, bytes: await writeCopy(copy.value), copy: null });
};

function bookThrough({ book, choices }: Desk, throughDay: Day): Book {
  return throughDay >= book.lastDay ? book : bookTrades(book.trades, choices, FEDERAL_LAW, { throughDay });
}

function copyFacts(facts: PackageFacts, ask: CopyAsk, source: DeskSource): Omit<CopyFacts, "bookAtYearEnd" | "bookYearBefore"> {
  const { desk, year, form, reconciliation } = facts;
  const { book, settings, choices, asOf, facts: harvest, forms } = desk;
  const settingsCells = source.settings?.cells ?? null;
  const wholeDollars = settings.tax.roundToDollars;
  const ofReturn = returnFactsOf(settings.tax, year);
  return {
    year,
    asOf,
    engineVersion: ENGINE_VERSION,
    rulesVersion: RULES_VERSION,
    client: clientIn(settingsCells ?? []),
    book,
    trades: tradesCells(source),
    otherSources: otherSources(desk, ask),
    settingsInWords: settingsCells === null ? null : settingsSummary(choices, harvest.year),
    settingsRows: settingsCells,
    form8949: form.rows,
    wholeDollars,
    // Of sales withheld its sheet speaks itself; of those that only the broker knows, or a carryover unknown, it could not.
    scheduleD: ofReturn.ok && form.notInTrades.length === 0 ? scheduleDSummary(form.rows, ofReturn.value, wholeDollars) : null,
    reconciliation: reconciliation === null ? null : { ...reconciliation, reported: formsTogether(forms), faults: sentencesOf(faultsOfForms(forms)), uncounted: sentencesOf(uncountedOnForms(forms)) },
    identifications: ask.workbook.identifications,
    checks: checklistOf(facts, ask.workbook),
  };
}

function sentencesOf(faults: readonly FormFault[]): readonly string[] {
  return faults.map(({ sentence }) => sentence);
}

function tradesCells({ place, cells }: DeskSource): SourceCells {
  return { name: place.tableName ?? place.block.sheet, place: addressForReading(place.block), cells, control: null };
}

/** The lines of the files, then the brokers' forms. */
function otherSources({ forms }: Desk, ask: CopyAsk): readonly SourceCells[] {
  return [
    ...ask.workbook.sources.map(({ fileName, lines, amountCents, digest }, at): SourceCells => ({
      name: fileName,
      place: `file ${fileName}`,
      cells: (ask.lines[at] ?? []).map(withoutTrailingBlanks),
      control: { lines, amountCents, digest },
    })),
    ...forms.map(({ place }, at): SourceCells => ({ name: place.tableName ?? place.block.sheet, place: addressForReading(place.block), cells: ask.forms[at] ?? [], control: null })),
  ];
}

/** Cells to the right of a line that the file does not have. */
function withoutTrailingBlanks(row: readonly unknown[]): readonly unknown[] {
  let width = row.length;
  while (width > 0 && (row[width - 1] === "" || row[width - 1] === null)) width--;
  return row.slice(0, width);
}
