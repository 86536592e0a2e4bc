/** Writes the memo that names the lots, and then its rows on the sheet that keeps every identification (R-ID-2). */
import type { HarvestPlan } from "../../harvest/harvest-types";
import { identificationMemo, identificationRows, identificationsOfPlan, memoDraft } from "../../sheet/drafts";
import type { CellBlock } from "../../sheet/placing/addresses";
import { isoFromDay } from "../../values/plain-date";
import { today } from "../frame/as-of";
import type { PaneWorkbook } from "../pane-workbook";
import { count } from "../sentences";
import { timeOf } from "./order-actions";

export interface Identified {
  readonly intent: "success" | "warning" | "error";
  readonly sentence: string;
  readonly blocks: readonly CellBlock[];
}

const NO_LOT_TO_NAME = "These shares are sold at average basis: their earliest leave first, so there is no lot to name. Nothing was written.";

type Workbook = Pick<PaneWorkbook, "writeSheets" | "logIdentification">;

/** Who chose the lots, for the memo and the log, and the letter that its memos begin with. */
export interface Chooser {
  readonly chosenBy: string;
  readonly letter: string;
}

/** The memo first: what is logged must exist. A log that fails leaves the memo, and says so. */
export async function identify(workbook: Workbook, plan: HarvestPlan, { chosenBy, letter }: Chooser, clock: Date): Promise<Identified> {
  const time = timeOf(clock);
  const day = today(clock);
  const memo = `${letter}-${isoFromDay(day).replace(/-/g, "")}-${time.replace(":", "")}`;
  const identifications = identificationsOfPlan(plan, { day, time, memo, chosenBy });
  if (identifications.length === 0) return { intent: "warning", sentence: NO_LOT_TO_NAME, blocks: [] };
  const sheets = await workbook.writeSheets([memoDraft(identifications)]);
  if (!sheets.ok) return { intent: "error", sentence: `${sheets.problem.sentence} Nothing was logged.`, blocks: [] };
  const blocks = sheets.value.map(({ sheetName }) => ({ sheet: sheetName, row: 0, column: 0, rows: 1, columns: 1 }));
  const rows = identifications.flatMap(identificationRows);
  const logged = await workbook.logIdentification(rows);
  if (!logged.ok) {
    return { intent: "error", sentence: `The memo is written, but it was not logged: ${logged.problem.sentence}`, blocks };
  }
  const late = identifications.map((identification) => identificationMemo(identification).late).find((said) => said !== null);
  const sentence = `Wrote memo ${memo} and logged ${count(rows.length, "lot")}. Send it to your broker before settlement.`;
  return { intent: late === undefined ? "success" : "warning", sentence: late === undefined ? sentence : `${sentence} ${late}`, blocks: [...blocks, logged.value] };
}
