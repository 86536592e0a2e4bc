/** The files whose faults must be noticed: rules and lots, tax, the harvest and its plans, and the one division. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "./modules";
import { mutantsOf, type Mutant } from "./mutants";

const BROKEN = ["src/values/take.ts", "src/rules", "src/lots", "src/tax", "src/harvest"];

/** All mutants of the files and folders named, or of all there are to break. */
export function mutantsIn(named: readonly string[]): readonly Mutant[] {
  const paths = named.length === 0 ? BROKEN : named.map((path) => path.replace(/^\.\//, "").replace(/\/$/, ""));
  return paths.flatMap(sourcesIn).flatMap((path) => mutantsOf(path, readFileSync(join(PROJECT, path), "utf8")));
}

function sourcesIn(path: string): readonly string[] {
  const full = join(PROJECT, path);
  if (!existsSync(full)) throw new Error(`There is no ${path}.`);
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full).sort().flatMap((name) => sourcesIn(`${path}/${name}`)).filter((one) => one.endsWith(".ts"));
}
