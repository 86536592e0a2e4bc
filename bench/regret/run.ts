/**
 * `npm run regret`: writes docs/regret.md, the extra tax of each named method against the least on seeded random sales.
 * With `--sales N` or `--seed S` it prints the page for other sales and writes nothing.
 */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { measureRun } from "./measure";
import { regretPage } from "./page";

export const STANDARD = { sales: 3000, seed: 1 } as const;

/** A sentence for what is wrong. */
export function readArguments(args: readonly string[]): { readonly sales: number; readonly seed: number; readonly isStandard: boolean } | string {
  let { sales, seed }: { sales: number; seed: number } = STANDARD;
  for (let at = 0; at < args.length; at += 2) {
    const [name, text] = [args[at]!, args[at + 1]];
    const number = text === undefined || !/^\d{1,9}$/.test(text) ? null : Number(text);
    if (name === "--sales") {
      if (number === null || number < 1) return "--sales needs a whole number from 1.";
      sales = number;
    } else if (name === "--seed") {
      if (number === null) return "--seed needs a whole number from 0.";
      seed = number;
    } else {
      return `${name} is no option. There are --sales N and --seed S.`;
    }
  }
  return { sales, seed, isStandard: args.length === 0 };
}

function main(): void {
  const asked = readArguments(process.argv.slice(2));
  if (typeof asked === "string") {
    console.error(asked);
    process.exitCode = 1;
    return;
  }
  const page = regretPage(measureRun(asked.seed, asked.sales), asked.isStandard);
  if (asked.isStandard) writeFileSync(resolve(__dirname, "../../docs/regret.md"), page);
  else process.stdout.write(page);
}

if (require.main === module) main();
