/** Builds what is to be served, when it is missing or older than what it is made from. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ADD_IN, CACHE, PAGE_BUNDLE, PROJECT } from "../paths";
import { CommandProblem } from "./options";

interface Product {
  readonly name: string;
  readonly config: string;
  /** Relative to the project: files and folders it is made from. */
  readonly sources: readonly string[];
  readonly outputs: readonly string[];
  /** Touched after a build: outputs keep their date when a build changes nothing in them. */
  readonly stamp: string;
}

const SHARED = ["package.json", "package-lock.json"];

const PRODUCTS: readonly Product[] = [
  {
    name: "add-in",
    config: "webpack.config.js",
    sources: [...SHARED, "src", "build", "assets", "docs/functions", "manifest.xml", "webpack.config.js", "tsconfig.json"],
    outputs: ["manifest.xml", "taskpane.html", "functions.js", "functions.json"].map((name) => join(ADD_IN, name)),
    stamp: join(CACHE, "add-in.built"),
  },
  {
    name: "workbench",
    config: "workbench/webpack.config.js",
    sources: [
      ...SHARED,
      "workbench/page",
      "workbench/host",
      "workbench/grid",
      "workbench/files",
      "workbench/addresses.ts",
      "workbench/chart-types.ts",
      "workbench/content.ts",
      "workbench/webpack.config.js",
    ],
    outputs: [join(PAGE_BUNDLE, "index.html"), join(PAGE_BUNDLE, "page.js")],
    stamp: join(CACHE, "page.built"),
  },
];

export function buildWhatIsStale(say: (line: string) => void): void {
  for (const product of PRODUCTS) {
    if (isFresh(product)) continue;
    say(`Building the ${product.name}…`);
    build(product);
  }
}

function isFresh(product: Product): boolean {
  if (!product.outputs.every((path) => existsSync(path))) return false;
  const stamped = existsSync(product.stamp) ? statSync(product.stamp).mtimeMs : 0;
  const built = Math.max(stamped, Math.min(...product.outputs.map((path) => statSync(path).mtimeMs)));
  return product.sources.every((source) => newest(join(PROJECT, source)) <= built);
}

/** Latest change of a file, or of anything in a folder. */
function newest(path: string): number {
  if (!existsSync(path)) return 0;
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function build(product: Product): void {
  const startedAt = new Date();
  const webpack = join(PROJECT, "node_modules", "webpack", "bin", "webpack.js");
  const run = spawnSync(process.execPath, [webpack, "--config", join(PROJECT, product.config)], {
    cwd: PROJECT,
    encoding: "utf8",
  });
  if (run.status !== 0) throw new CommandProblem(`The ${product.name} could not be built.\n${run.stdout}${run.stderr}`);
  mkdirSync(dirname(product.stamp), { recursive: true });
  writeFileSync(product.stamp, "");
  // What was changed while the build ran may not be in it.
  utimesSync(product.stamp, startedAt, startedAt);
}
