/**
 * `npm run cases -- FILE`: runs a case file through the built custom functions.
 * Exit code 0: all passed; 1: some failed; 2: the file could not be read as cases.
 */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { ensureBuilt } from "../shipping/built";
import { readCaseFile, type CaseFile } from "./case-format";
import { checkCases } from "./check-cases";

function main(path: string | undefined): number {
  if (path === undefined) return refuseFile("No case file was named. Run npm run cases -- FILE.");
  const file = readFile(path);
  if ("wrong" in file) return refuseFile(`${path} could not be used: ${file.wrong}`);
  try {
    ensureBuilt();
  } catch (error) {
    return refuseFile((error as Error).message);
  }
  const report = checkCases(file);
  for (const { id, differences } of report.failed) console.log(`${id} failed: ${differences.join("; ")}`);
  if (report.notInVersion.length > 0) {
    console.log(`${report.notInVersion.length} not in this version:`);
    for (const [why, ids] of byReason(report.notInVersion)) console.log(`  ${why}: ${ids.join(", ")}`);
  }
  console.log(`${report.passed.length} passed, ${report.failed.length} failed`);
  return report.failed.length === 0 ? 0 : 1;
}

function readFile(path: string): CaseFile | { readonly wrong: string } {
  let text: string;
  try {
    // npm starts scripts in the package folder; a relative path is meant from where npm was called.
    text = readFileSync(resolve(process.env["INIT_CWD"] ?? ".", path), "utf8");
  } catch (error) {
    return { wrong: (error as NodeJS.ErrnoException).code === "ENOENT" ? "there is no such file." : `it cannot be read (${(error as Error).message}).` };
  }
  return readCaseFile(text);
}

function byReason(entries: readonly { readonly id: string; readonly why: string }[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { id, why } of entries) groups.set(why, [...(groups.get(why) ?? []), id]);
  return groups;
}

function refuseFile(sentence: string): number {
  console.error(sentence);
  return 2;
}

process.exitCode = main(process.argv[2]);
