/** Made-up files in the layouts of brokers, and what the pane's engine answers of them. */
import assert from "node:assert/strict";
import type { AddedTrade } from "../../../src/import/combine";
import { engineHere } from "../../../src/taskpane/engine/here";
import type { FileToRead, ImportAsk, ImportView } from "../../../src/taskpane/import/import-view";

const SCHWAB_HEADINGS = '"Date","Action","Symbol","Description","Quantity","Price","Fees & Comm","Amount"';
const row = (...cells: readonly string[]): string => cells.map((cell) => `"${cell}"`).join(",");

/** Two trades, one dividend, and a purchase without a quantity. */
export const SCHWAB = [
  SCHWAB_HEADINGS,
  row("01/20/2026", "Sell", "XYZ", "XYZ CORP", "50", "$21.00", "$0.05", "$1,049.95"),
  row("01/12/2026", "Buy", "ABC", "ABC CORP", "", "$10.00", "", "-$50.00"),
  row("01/09/2026", "Cash Dividend", "XYZ", "XYZ CORP", "", "", "", "$12.00"),
  row("01/05/2026", "Buy", "XYZ", "XYZ CORP", "100", "$40.00", "$4.95", "-$4,004.95"),
].join("\n");
export const SCHWAB_NAME = "Individual_XXX342_Transactions_20260131-120000.csv";

/** The same account a month on: what January states, and one trade more. */
export const SCHWAB_LATER = SCHWAB.replace(SCHWAB_HEADINGS, [SCHWAB_HEADINGS, row("02/03/2026", "Buy", "XYZ", "XYZ CORP", "10", "$30.00", "", "-$300.00")].join("\n"));

/** No known layout. */
export const OWN = ["day,what,paper,units,each", "2026-01-05,Buy,XYZ,3,10", "2026-01-06,Sell,XYZ,1,12"].join("\n");

export function file(name: string, text: string, words: Partial<FileToRead> = {}): FileToRead {
  return { name, bytes: new TextEncoder().encode(text), account: null, columns: null, takesLots: null, settled: [], ...words };
}

export async function answerTo(files: readonly FileToRead[], sheet: Partial<Omit<ImportAsk, "files">> = {}): Promise<ImportView> {
  const answer = await engineHere().ask("import", { files, rows: [], known: [], remembered: [], ...sheet });
  assert.ok(answer.ok, answer.ok ? "" : answer.problem.sentence);
  return structuredClone(answer.value);
}

/** What the sheet has once the answer is written. */
export function written({ files, combined }: ImportView, more: readonly AddedTrade[] = []): Pick<ImportAsk, "rows" | "known"> {
  return {
    rows: [...combined.added, ...more].map(({ cells, source }) => ({ cells, source })),
    known: files.flatMap((answer) => (answer.is === "read" ? [{ name: answer.file.name, digest: answer.file.control.digest, format: answer.file.format }] : [])),
  };
}
