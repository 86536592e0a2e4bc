/** The built add-in, built once a test run when it is missing or older than its sources. */
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

export const ROOT = path.resolve(__dirname, "../..");
export const DIST = path.join(ROOT, "dist");

const SOURCES = ["src", "build", "docs/functions", "assets", "manifest.xml", "webpack.config.js", "package-lock.json"];

/** The build writes this file last, and always; the others only when they change. */
const WRITTEN_LAST = path.join(DIST, "manifest.xml");

let checked = false;

/** Makes sure dist/ holds what the sources say. Throws with webpack's own words when they do not build. */
export function ensureBuilt(): void {
  if (checked) return;
  if (!fs.existsSync(WRITTEN_LAST) || fs.statSync(WRITTEN_LAST).mtimeMs < newest(SOURCES.map((name) => path.join(ROOT, name)))) {
    runWebpack();
  }
  checked = true;
}

/** Builds the development add-in and returns its folder. */
export function buildDevelopment(): string {
  runWebpack("--env", "development");
  return path.join(DIST, "dev");
}

function runWebpack(...options: string[]): void {
  const webpack = path.join(ROOT, "node_modules/webpack/bin/webpack.js");
  try {
    execFileSync(process.execPath, [webpack, ...options], { cwd: ROOT, stdio: "pipe", encoding: "utf8" });
  } catch (error) {
    throw new Error(`The add-in does not build:\n${(error as { stdout?: string }).stdout ?? String(error)}`);
  }
}

function newest(files: readonly string[]): number {
  return files.reduce((latest, file) => {
    const entry = fs.statSync(file);
    const inside = entry.isDirectory() ? newest(fs.readdirSync(file).map((name) => path.join(file, name))) : 0;
    return Math.max(latest, entry.mtimeMs, inside);
  }, 0);
}

/** A text file of the build. */
export function builtText(name: string): string {
  return fs.readFileSync(path.join(DIST, name), "utf8");
}

/** Every file of a folder, as paths with slashes, sorted. */
export function filesOf(folder: string): string[] {
  return fs
    .readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"))
    .sort();
}
