/**
 * The project's modules, loaded without a build and as often as needed: one file may stand changed, and only what
 * depends on it is loaded anew. Packages come from node_modules, but for those a stand-in is given for.
 */
import { existsSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { Script } from "node:vm";

export const PROJECT = resolve(__dirname, "../..");

interface Translator {
  transformSync(source: string, options: { loader: "ts" | "tsx"; format: "cjs"; target: string; sourcefile: string }): { readonly code: string };
}

/** What tsx translates with. */
const { transformSync } = createRequire(require.resolve("tsx/package.json"))("esbuild") as Translator;

type Exports = Record<string, unknown>;
type Wrapped = (exports: Exports, require: (name: string) => unknown, module: { exports: Exports }, file: string, folder: string) => void;

interface Compiled {
  readonly script: Script;
  /** Absolute paths of the project's own files. */
  readonly imports: readonly string[];
}

export interface StandIns {
  /** By name of the package. */
  readonly packages: Readonly<Record<string, unknown>>;
  /** One file of the project loaded in place of another, by path from the project. */
  readonly files: Readonly<Record<string, string>>;
  /** What a file requires without saying so in its text, by path from the project. */
  readonly unsaidImports: Readonly<Record<string, readonly string[]>>;
  /** A source as it is to be translated. */
  readonly read: (path: string, source: string) => string;
  /** Looks at what a file exports before others get it. */
  readonly exported: (path: string, exports: Exports) => Exports;
}

export class Modules {
  private readonly loaded = new Map<string, { exports: Exports }>();
  private readonly compiled: Map<string, Compiled>;
  /** A change alters no import: what is reached is the same for all. */
  private readonly reached: Map<string, ReadonlySet<string>>;
  private readonly unchanged: Modules | null;
  private readonly changedFile: string | null;
  private readonly needsChanged = new Map<string, boolean>();

  /** @param like modules whose translations are taken over; what is not changed is loaded by them */
  constructor(
    private readonly standIns: StandIns,
    like: Modules | null = null,
    change: { readonly path: string; readonly source: string } | null = null,
  ) {
    this.unchanged = change === null ? null : like;
    this.compiled = like?.compiled ?? new Map<string, Compiled>();
    this.reached = like?.reached ?? new Map<string, ReadonlySet<string>>();
    this.changedFile = change === null ? null : join(PROJECT, change.path);
    if (change !== null) this.changedCode = compile(join(PROJECT, change.path), change.source, this);
  }

  private readonly changedCode: Compiled | null = null;

  /** What a file exports, by path from the project. */
  load(path: string): Exports {
    return this.loadFile(join(PROJECT, path));
  }

  /** Whether the change could be noticed in this file; always, where there is none. */
  mayDiffer(path: string): boolean {
    return this.changedFile === null || this.dependsOnChanged(join(PROJECT, path));
  }

  resolveFrom(folder: string, name: string): string | null {
    if (!name.startsWith(".") && !name.startsWith("/")) return null;
    const path = resolve(folder, name);
    const file = [path, `${path}.ts`, `${path}.tsx`, `${path}.js`, join(path, "index.ts")].find((one) => existsSync(one) && statSync(one).isFile());
    if (file === undefined) throw new Error(`${name} is not found from ${folder}.`);
    const other = this.standIns.files[projectPath(file)];
    return other === undefined ? file : join(PROJECT, other);
  }

  private loadFile(file: string): Exports {
    if (this.unchanged !== null && !this.dependsOnChanged(file)) return this.unchanged.loadFile(file);
    const known = this.loaded.get(file);
    if (known !== undefined) return known.exports;
    const module = { exports: {} as Exports };
    this.loaded.set(file, module);
    if (file.endsWith(".json")) module.exports = JSON.parse(readFileSync(file, "utf8")) as Exports;
    else this.run(file, module);
    module.exports = this.standIns.exported(projectPath(file), module.exports);
    return module.exports;
  }

  private run(file: string, module: { exports: Exports }): void {
    const real = createRequire(file);
    const require = (name: string): unknown => {
      if (name in this.standIns.packages) return this.standIns.packages[name];
      const own = this.resolveFrom(dirname(file), name);
      return own === null || !isOurs(own) ? real(name) : this.loadFile(own);
    };
    const wrapped = this.codeOf(file).script.runInThisContext() as Wrapped;
    wrapped(module.exports, require, module, file, dirname(file));
  }

  private codeOf(file: string): Compiled {
    return file === this.changedFile && this.changedCode !== null ? this.changedCode : this.unchangedCodeOf(file);
  }

  private unchangedCodeOf(file: string): Compiled {
    const known = this.compiled.get(file);
    if (known !== undefined) return known;
    const compiled = compile(file, this.standIns.read(projectPath(file), readFileSync(file, "utf8")), this);
    this.compiled.set(file, compiled);
    return compiled;
  }

  private dependsOnChanged(file: string): boolean {
    if (this.changedFile === null) return false;
    const known = this.needsChanged.get(file);
    if (known !== undefined) return known;
    const depends = this.reachedFrom(file).has(this.changedFile);
    this.needsChanged.set(file, depends);
    return depends;
  }

  private reachedFrom(file: string): ReadonlySet<string> {
    const known = this.reached.get(file);
    if (known !== undefined) return known;
    const found = new Set([file]);
    for (const one of found) for (const next of this.importsOf(one)) found.add(next);
    this.reached.set(file, found);
    return found;
  }

  private importsOf(file: string): readonly string[] {
    if (!/\.tsx?$/.test(file)) return [];
    const unsaid = this.standIns.unsaidImports[projectPath(file)] ?? [];
    return [...this.unchangedCodeOf(file).imports, ...unsaid.map((path) => join(PROJECT, path))];
  }
}

function compile(file: string, source: string, modules: Modules): Compiled {
  const { code } = transformSync(source, { loader: file.endsWith("x") ? "tsx" : "ts", format: "cjs", target: "node20", sourcefile: file });
  const names = [...code.matchAll(/\brequire\("([^"]+)"\)/g)].map((match) => match[1]!);
  const imports = names.flatMap((name) => modules.resolveFrom(dirname(file), name) ?? []).filter(isOurs);
  return { script: new Script(`(function (exports, require, module, __filename, __dirname) {${code}\n})`, { filename: file }), imports };
}

/** Plain scripts are Node's to load. */
function isOurs(file: string): boolean {
  return /\.(tsx?|json)$/.test(file);
}

function projectPath(file: string): string {
  return relative(PROJECT, file).replace(/\\/g, "/");
}
