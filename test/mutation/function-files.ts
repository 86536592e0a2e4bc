/** The source files of the custom functions, and which of their exports has which id. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative, resolve } from "node:path";

const PROJECT = resolve(__dirname, "../..");
const build = createRequire(__filename)(join(PROJECT, "build", "function-files.js")) as { functionFiles(): string[] };

/** By path from the project. */
export const FUNCTION_FILES: readonly string[] = build.functionFiles().map((file) => relative(PROJECT, file).replace(/\\/g, "/"));

export function functionIds(file: string): readonly { readonly id: string; readonly name: string }[] {
  const source = readFileSync(join(PROJECT, file), "utf8");
  return [...source.matchAll(/@customfunction (\w+)[\s\S]*?export function (\w+)/g)].map((match) => ({ id: match[1]!, name: match[2]! }));
}
