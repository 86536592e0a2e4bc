/** The main job without a window: opens or imports, calculates, has the pane write if nothing is written, saves the lot. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { isCellError, type WorkbookContent } from "../content";
import { writeWorkbookFile } from "../files";
import { SAMPLE_AS_OF } from "../files/sample/sample-trades";
import { harvestInPane, type ScreenReports } from "./harvest-job";
import { accountsToDeclare, declareAccounts } from "./account-job";
import { importInPane } from "./import-job";
import type { FileOnDisk } from "./open-file";
import { CommandProblem, type Options } from "./options";
import { packageInPane, type PackageReport } from "./package-job";
import { hasOurFormulas, otherRanges, paneState, readPane, writeTables, type PaneReport } from "./pane-job";
import { sheetReport, withoutAnswer, type RunReport } from "./report";
import { takeScreenshots } from "./screenshots";
import { WorkbenchSession } from "./session";

const SETTLES_WITHIN_MS = 300_000;

/** @param toImport files of brokers that the pane brings into the workbook; none: it is worked on as it is */
export async function runHeadless(
  options: Options, opened: WorkbookContent, toImport: readonly FileOnDisk[], say: (line: string) => void,
): Promise<void> {
  const folder = resolve(process.env.INIT_CWD ?? process.cwd(), options.outFolder);
  mkdirSync(folder, { recursive: true });
  const session = await WorkbenchSession.start();
  try {
    const startedAt = performance.now();
    say(toImport.length === 0 ? `Opening ${opened.name}…` : `Importing ${toImport.length} files…`);
    await session.open(opened);
    let screens: ScreenReports;
    let importing: PaneReport | null = null;
    let packaged: PackageReport | null = null;
    try {
      if (toImport.length > 0) importing = await importFiles(session, options, toImport, folder, say);
      await work(session, opened, say);
      screens = await harvestInPane(session, options.asOf ?? (options.files.length === 0 ? SAMPLE_AS_OF : null), folder, say);
      if (toImport.length > 0) packaged = await packageInPane(session, options.year, folder, say);
      await settle(session);
    } catch (problem) {
      await keepWhatThereIs(session, folder, secondsSince(startedAt), importing, say);
      throw problem;
    }
    const secondsToSettle = secondsSince(startedAt);
    const content = await session.content();
    await write(session, content, folder, secondsToSettle, { screens, importing, packaged });
    const files = ["workbook.xlsx", ...(packaged?.files ?? []), "cells.json"].join(", ");
    say(`Calculated in ${secondsToSettle.toFixed(1)} s. Wrote ${files} and the screenshots to ${folder}.`);
    await check(session, content);
  } finally {
    await session.close();
  }
}

async function importFiles(
  session: WorkbenchSession, options: Options, files: readonly FileOnDisk[], folder: string, say: (line: string) => void,
): Promise<PaneReport> {
  // On a slow machine the pane opens a while after the workbook.
  await settle(session);
  await paneState(session.pane());
  const shown = await importInPane(session, files, folder, say);
  await declareAccounts(session.pane(), accountsToDeclare(await session.content(), files, options.accounts), say);
  return shown;
}

async function work(session: WorkbenchSession, opened: WorkbookContent, say: (line: string) => void): Promise<void> {
  await settle(session);
  if (hasOurFormulas(opened)) {
    await paneState(session.pane());
    return;
  }
  say("No formula of ours in it: the pane writes open lots, realized sales and wash sales.");
  await writeTables(session.pane());
  const others = await otherRanges(session.pane());
  if (others.length > 0) say(`Other ranges with trades were left alone: ${others.join("; ")}.`);
  await settle(session);
}

/** The run has failed: the workbook as it stands and its pictures show why. That these fail too adds nothing. */
async function keepWhatThereIs(session: WorkbenchSession, folder: string, seconds: number, importing: PaneReport | null, say: (line: string) => void): Promise<void> {
  try {
    await write(session, await session.content(), folder, seconds, { screens: {}, importing, packaged: null });
    say(`It did not work out. The workbook as it stands, cells.json and the screenshots are in ${folder}.`);
  } catch {
    say("It did not work out, and what was open could not be saved.");
  }
}

function secondsSince(startedAt: number): number {
  return (performance.now() - startedAt) / 1000;
}

async function settle(session: WorkbenchSession): Promise<void> {
  await session.settled(SETTLES_WITHIN_MS).catch((error: unknown) => {
    throw new CommandProblem(error instanceof Error ? error.message.replace(/^.*?Error: /, "") : String(error));
  });
}

async function write(
  session: WorkbenchSession,
  content: WorkbookContent,
  folder: string,
  secondsToSettle: number,
  shown: { readonly screens: ScreenReports; readonly importing: PaneReport | null; readonly packaged: PackageReport | null },
): Promise<void> {
  writeFileSync(join(folder, "workbook.xlsx"), writeWorkbookFile(content));
  const state = await session.page.evaluate(() => window.workbench?.state());
  const messages = await messagesIn(session, content);
  const report: RunReport = {
    workbook: content.name,
    sheets: content.sheets.map((sheet, index) => sheetReport(sheet, (row, column) => messages[`${index} ${row} ${column}`] ?? null)),
    pane: { ...(await readPane(session.pane())), ...shown },
    workbench: {
      calls: state?.calls ?? 0,
      waves: state?.waves ?? 0,
      usedMembers: state?.usedMembers ?? [],
      missingMembers: state?.missingMembers ?? [],
      secondsToSettle: Math.round(secondsToSettle * 10) / 10,
    },
  };
  writeFileSync(join(folder, "cells.json"), `${JSON.stringify(report, null, 1)}\n`);
  await takeScreenshots(session, content, folder);
}

/** What functions said about the errors of the workbook, by "sheet row column". */
function messagesIn(session: WorkbenchSession, content: WorkbookContent): Promise<Readonly<Record<string, string>>> {
  const errors = content.sheets.flatMap((sheet, index) =>
    Object.entries(sheet.rows).flatMap(([row, cells]) =>
      Object.entries(cells)
        .filter(([, cell]) => isCellError(cell.value))
        .map(([column]) => ({ index, row: Number(row), column: Number(column) })),
    ),
  );
  return session.page.evaluate((asked) => {
    const found: Record<string, string> = {};
    for (const { index, row, column } of asked) {
      const sheetId = window.workbench?.grid.sheets()[index]?.id ?? "";
      const message = window.workbench?.host.messageAt({ sheetId, row, column });
      if (message) found[`${index} ${row} ${column}`] = message;
    }
    return found;
  }, errors);
}

/** What is written is kept for looking at; the run has failed all the same. */
async function check(session: WorkbenchSession, content: WorkbookContent): Promise<void> {
  const missing = (await session.page.evaluate(() => window.workbench?.state().missingMembers)) ?? [];
  if (missing.length > 0) throw new CommandProblem(`The add-in asked for what the workbench lacks: ${missing.join(", ")}.`);
  const unanswered = withoutAnswer(content);
  if (unanswered.length > 0) throw new CommandProblem(`Formulas without an answer:\n${unanswered.join("\n")}`);
  if (session.strayRequests.length > 0) {
    throw new CommandProblem(`Requests left this machine:\n${session.strayRequests.join("\n")}`);
  }
}
