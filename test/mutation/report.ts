/** The list in docs/mutation.md, between two marks; what stands around them is written by hand. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "./modules";
import type { Mutant } from "./mutants";
import type { Reasons } from "./survivors";

const PAGE = join(PROJECT, "docs", "mutation.md");
const [FROM, TO] = ["<!-- written by npm run mutate: from here -->", "<!-- to here -->"];

export interface Tally {
  readonly mutants: number;
  readonly files: number;
  readonly trials: number;
  readonly survivors: readonly Mutant[];
}

export function writePage(tally: Tally, reasons: Reasons): void {
  const page = readFileSync(PAGE, "utf8");
  const [before, after] = [page.indexOf(FROM), page.indexOf(TO)];
  if (before < 0 || after < 0) throw new Error(`docs/mutation.md lacks the mark ${before < 0 ? FROM : TO}`);
  writeFileSync(PAGE, `${page.slice(0, before + FROM.length)}\n\n${listing(tally, reasons)}\n\n${page.slice(after)}`);
}

function listing({ mutants, files, trials, survivors }: Tally, reasons: Reasons): string {
  const noticed = mutants - survivors.length;
  const share = ((noticed / mutants) * 100).toFixed(1);
  const sums = `${grouped(mutants)} faults in ${files} files, each held against up to ${grouped(trials)} cases and tests: ${grouped(noticed)} noticed (${share} %), ${grouped(survivors.length)} not.`;
  const rows = survivors.map((mutant) => `| \`${mutant.file}:${mutant.line}\` | ${code(mutant.lineText)} | ${mutant.change.replace(/\|/g, "\\|")} | ${reasons.of(mutant) ?? "**not judged yet**"} |`);
  return [sums, "", "| where | line | fault | why it is harmless |", "|---|---|---|---|", ...rows].join("\n");
}

function code(line: string): string {
  const shown = line.length <= 110 ? line : `${line.slice(0, 109)}…`;
  const fence = shown.includes("`") ? "``" : "`";
  return `${fence}${shown.replace(/\|/g, "\\|")}${fence}`;
}

function grouped(count: number): string {
  return count.toLocaleString("en-US");
}
