/**
 * The engine as it is, and the same engine on raw doubles: both bundled alike from the sources, the
 * second with the certified rounding step replaced by Math.round(a * b / c).
 */
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type * as Entry from "./engine-entry";

export type Engine = typeof Entry;

const RAW_DOUBLE = "export function mulDivRound(a, b, c) { return Math.round((a * b) / c); }";

/** The little of esbuild that is used here; it comes with tsx, which runs this file. */
interface Bundler {
  build(options: object): Promise<unknown>;
}
interface PluginBuild {
  onLoad(which: { filter: RegExp }, load: () => { contents: string; loader: string }): void;
}

const rawDouble = {
  name: "raw-double",
  setup: (build: PluginBuild) => build.onLoad({ filter: /mul-div-round\.ts$/ }, () => ({ contents: RAW_DOUBLE, loader: "js" })),
};

/** The engine of another checkout of this project, to be timed against this one. */
export async function loadEngineOf(checkout: string): Promise<Engine> {
  const folder = mkdtempSync(join(tmpdir(), "taxlot-bench-"));
  try {
    return await bundled(folder, "other", [], resolve(checkout, "bench/engine-entry.ts"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export async function loadEngines(): Promise<{ readonly exact: Engine; readonly raw: Engine }> {
  const folder = mkdtempSync(join(tmpdir(), "taxlot-bench-"));
  try {
    return { exact: await bundled(folder, "exact", []), raw: await bundled(folder, "raw", [rawDouble]) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function bundled(
  folder: string,
  name: string,
  plugins: readonly object[],
  entry = resolve(__dirname, "engine-entry.ts"),
): Promise<Engine> {
  const load = createRequire(__filename);
  const bundler = createRequire(load.resolve("tsx"))("esbuild") as Bundler;
  const outfile = join(folder, `${name}.js`);
  const entryPoints = [entry];
  await bundler.build({ entryPoints, outfile, plugins, bundle: true, platform: "node", format: "cjs", target: "es2020" });
  return load(outfile) as Engine;
}
