/** Reads the files chosen and sets them against what the sheet has: no row twice, each line in its place. Pure. */
import { combine, standsOnSheet, withAsked } from "../../import/combine";
import type { ColumnMapping, FileRead } from "../../import/import-types";
import { readMappedFile } from "../../import/read-mapped-file";
import { readSourceFile } from "../../import/read-source-file";
import { settleAccounts, type FileToSettle } from "../../import/settle-accounts";
import { settleSales } from "../../import/settle-sales";
import { settleSpellings } from "../../import/settle-spellings";
import { sha256 } from "../../import/sha-256";
import { openWorkbook } from "../../import/workbook/open-workbook";
import { done } from "../../values/outcome";
import type { AnsweringFreely } from "../engine/contract";
import type { FileAnswer, FileToRead, ImportView } from "./import-view";

export const answerImport: AnsweringFreely<"import"> = async ({ files, rows, known, remembered }, step) => {
  const digests = new Map(known.map(({ name, digest }) => [digest, name]));
  const names = new Names(known.map(({ name }) => name));
  const readBefore = new Map<string, string>();
  const answers: FileAnswer[] = [];
  for (const [at, file] of files.entries()) {
    step.working(`Reading ${file.name}`, at / files.length);
    await step.breathe();
    const digest = sha256(file.bytes);
    const twin = readBefore.get(digest);
    if (twin !== undefined && file.bytes.length > 0) {
      answers.push({ is: "refused", name: file.name, sentence: `${file.name} is the same file as ${twin}, which is read once.` });
      continue;
    }
    readBefore.set(digest, file.name);
    const opened = await openWorkbook({ ...file, name: digests.get(digest) ?? names.free(file.name) });
    await step.breathe();
    answers.push(opened.ok ? readOne(opened.value, remembered) : { is: "refused", name: file.name, sentence: opened.problem.sentence });
  }
  step.working("Comparing with the sheet", null);
  await step.breathe();
  const bought = rows.length > 0 || answers.some((answer) => answer.is === "read" && answer.file.kind === "trades" && answer.file.trades.length > 0);
  const settled = answers.map((answer, at) => withLotsSettled(answer, files[at]?.takesLots ?? !bought));
  const standing = new Set(settled.flatMap((answer) => (answer.is === "read" && digests.has(answer.file.control.digest) && standsOnSheet(answer.file, rows) ? [answer.file.control.digest] : [])));
  const toSettle = settled.flatMap((answer, at): FileToSettle[] =>
    answer.is !== "read" ? [] : [{ file: answer.file, isKnown: standing.has(answer.file.control.digest), isTyped: (files[at]?.account ?? answer.columns?.account ?? null) !== null, settled: files[at]?.settled ?? [] }]);
  const accounts = settleAccounts(toSettle, rows, new Map(known.map(({ name, format }) => [name, format])));
  const read = settleSales(settleSpellings(accounts.map(({ file }) => file), rows), rows);
  const combined = combine(rows, read.filter((_, at) => accounts[at]?.question === null), standing);
  let [at, told] = [0, 0];
  const asked = settled.map((answer): FileAnswer => {
    const file = answer.is === "read" ? read[at] : undefined;
    if (answer.is !== "read" || file === undefined) return answer;
    const question = accounts[at++]?.question ?? null;
    return { ...answer, question, file: question !== null ? file : withAsked(file, combined.files[told++]?.undecided ?? []) };
  });
  return done<ImportView>({ files: asked, combined });
};

function readOne(file: FileToRead, remembered: readonly ColumnMapping[]): FileAnswer {
  const read = readSourceFile(file, file.account);
  if (!read.ok) return { is: "refused", name: file.name, sentence: read.problem.sentence };
  if (read.value.is === "read") return { is: "read", file: read.value, columns: null, layout: null, takesLots: null, question: null };
  const layout = read.value;
  const columns = file.columns ?? remembered.find(({ fingerprint }) => fingerprint === layout.fingerprint) ?? null;
  if (columns === null || columns.columns.length !== layout.headings.length) return { is: "unknown", layout };
  const named = { ...columns, account: file.account ?? columns.account };
  const mapped = readMappedFile(file, named);
  if (!mapped.ok) return { is: "refused", name: file.name, sentence: mapped.problem.sentence };
  return { is: "read", file: mapped.value, columns: named, layout, takesLots: null, question: null };
}

/** Lots held are opening rows; beside the trades that bought them they would count twice. */
function withLotsSettled(answer: FileAnswer, takesLots: boolean): FileAnswer {
  if (answer.is !== "read" || answer.file.kind !== "open lots") return answer;
  return { ...answer, takesLots, file: takesLots ? answer.file : withoutTrades(answer.file) };
}

function withoutTrades(file: FileRead): FileRead {
  const lines = [...new Set(file.trades.flatMap(({ line, otherLines }) => [line, ...(otherLines ?? [])]))].sort((a, b) => a - b);
  if (lines.length === 0) return file;
  const { control } = file;
  return {
    ...file,
    trades: [],
    counted: [...file.counted, { label: "Lot held, left out beside its trades", lines }],
    control: { ...control, tradeLines: control.tradeLines - lines.length, countedLines: control.countedLines + lines.length },
  };
}

/** A row says where it comes from by its file's name, so two files never share one: brokers call theirs all alike. */
class Names {
  private readonly taken: Set<string>;

  constructor(taken: readonly string[]) {
    this.taken = new Set(taken.map((name) => name.toUpperCase()));
  }

  free(name: string): string {
    const [, stem = name, ending = ""] = /^(.*?)(\.[^.]*)?$/.exec(name) ?? [];
    let free = name;
    for (let count = 2; this.taken.has(free.toUpperCase()); count++) free = `${stem} (${count})${ending}`;
    this.taken.add(free.toUpperCase());
    return free;
  }
}
