/** What every fault is held against: the cases, the tests of the rules, and the oracle on a few hundred ledgers. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { CaseFile, HoldingTermCase, LedgerCase } from "../cases/case-format";
import { FUNCTION_FILES } from "./function-files";
import { Modules, PROJECT, type StandIns } from "./modules";
import { Collector, type CollectedTest } from "./stand-in-mocha";

/** Ledgers of the oracle's agreement tests, over all of them. */
const ORACLE_LEDGERS = 420;
const RANDOM_RUNS = 20;
/** Ledgers on which harvests are tried against every choice. */
const HARVEST_LEDGERS = 25;
/** Portfolios of which every choice of whole shares is tried. */
const PORTFOLIOS = 150;

/** The folders whose tests are run. Those of the sheet, the pane and the files have nothing to say about lots and tax. */
const FOLDERS = ["test/rules", "test/lots", "test/tax", "test/harvest", "test/values", "test/choices", "test/authority", "test/functions", "test/laws", "test/oracle"];
/**
 * They look at the built bundle, at the oracle alone, or at arguments and ranges before there is a book; the decimal
 * twin takes long and knows purchases and sales only, which all others try too.
 */
const LEFT_OUT: ReadonlySet<string> = new Set([
  ...["bundle", "arguments", "by-row", "book-cache", "check-trades", "headings", "help-pages", "what-if"].map((name) => `test/functions/${name}.test.ts`),
  ...["golden", "agreement-itself"].map((name) => `test/oracle/${name}.test.ts`),
  "test/laws/decimal-twin.test.ts",
]);

const CASE_FILES = ["golden-cases.json", "own-cases.json"] as const;

/** Folders or files of tests, parted by commas: what a quick look is held against, without the cases. */
export const ONLY_TESTS = "MUTATE_TESTS";

/** One thing to try: a case or a test. */
export interface Trial {
  /** The same for every loading of the modules. */
  readonly id: string;
  readonly run: () => Promise<void>;
}

export class Suite {
  private readonly collector = new Collector();
  private readonly standIns: StandIns;
  private readonly unchanged: Modules;
  /** Holds no engine, so it is computed once for all. */
  private readonly bookedByOracle = new Map<string, unknown>();

  /** @param read a source as it is to be translated */
  constructor(read: (path: string, source: string) => string = (_path, source) => source) {
    process.env["ORACLE_LEDGERS"] = String(ORACLE_LEDGERS);
    process.env["LAWS_RUNS"] = String(RANDOM_RUNS);
    process.env["HARVEST_LEDGERS"] = String(HARVEST_LEDGERS);
    process.env["HARVEST_TARGETS"] = String(HARVEST_LEDGERS);
    process.env["LEAST_TAX_PORTFOLIOS"] = String(PORTFOLIOS);
    process.env["TAXLOT_FUNCTIONS"] = "source";
    Object.assign(globalThis, this.collector.globals);
    this.standIns = {
      packages: { mocha: this.collector.globals, "fast-check": fastCheckOfFewRuns() },
      files: { "test/cases/built-functions.ts": "test/mutation/source-functions.ts" },
      unsaidImports: { "test/mutation/source-functions.ts": FUNCTION_FILES, "test/functions/load-functions.ts": FUNCTION_FILES },
      read,
      exported: (path, exports) => this.adapted(path, exports),
    };
    this.unchanged = new Modules(this.standIns);
  }

  /** The files with something to try, cases first. */
  sources(): readonly string[] {
    const tests = FOLDERS.flatMap((folder) => readdirSync(join(PROJECT, folder)).map((name) => `${folder}/${name}`));
    const all = tests.filter((path) => path.endsWith(".test.ts") && !LEFT_OUT.has(path));
    const only = process.env[ONLY_TESTS]?.split(",");
    return only === undefined ? [...CASE_FILES, ...all] : all.filter((path) => only.some((start) => path.startsWith(start)));
  }

  /** Modules loaded anew: all of them, or one changed file and what depends on it. */
  modules(change: { readonly path: string; readonly source: string } | null): Modules {
    return new Modules(this.standIns, this.unchanged, change);
  }

  /** What there is to try in a source; nothing where it cannot notice the change. */
  trials(source: string, modules: Modules): readonly Trial[] {
    const isCases = source.endsWith(".json");
    if (!modules.mayDiffer(isCases ? BOOKING : source)) return [];
    const tests = isCases ? casesOf(source, modules) : this.collector.collect(() => modules.load(source));
    return tests.map((test, index) => ({ id: `${source} ${index} ${test.name}`, run: () => test.run() }));
  }

  private adapted(path: string, exports: Record<string, unknown>): Record<string, unknown> {
    if (path === "test/oracle/oracle.ts") {
      const book = exports["bookShareByShare"] as (ledger: LedgerCase) => unknown;
      return { ...exports, bookShareByShare: (ledger: LedgerCase) => this.onceForAll(JSON.stringify(ledger), () => book(ledger)) };
    }
    // To find the smallest ledger that still shows it takes long, and nobody reads it here.
    if (path === "test/oracle/agreement.ts") return { ...exports, describeDisagreement: () => "they disagree" };
    return exports;
  }

  private onceForAll(key: string, book: () => unknown): unknown {
    if (!this.bookedByOracle.has(key)) this.bookedByOracle.set(key, book());
    return this.bookedByOracle.get(key);
  }
}

const BOOKING = "test/cases/book-through-functions.ts";

function casesOf(name: string, modules: Modules): readonly CollectedTest[] {
  const { readCaseFile } = modules.load("test/cases/case-format.ts") as { readCaseFile(text: string): CaseFile };
  const file = readCaseFile(JSON.stringify(modules.load(`test/cases/${name}`)));
  const { bookThroughFunctions, holdingTermThroughFunctions } = modules.load(BOOKING) as unknown as typeof import("../cases/book-through-functions");
  const { differences } = modules.load("test/cases/compare-case.ts") as unknown as typeof import("../cases/compare-case");
  const expectNone = (found: readonly string[]) => {
    if (found.length > 0) throw new Error(found.join("\n"));
  };
  return [
    ...file.cases.map((ledger: LedgerCase) => ({
      name: ledger.id,
      run: async () => expectNone(differences(ledger, bookThroughFunctions(ledger))),
    })),
    ...file.holdingTermCases.map((one: HoldingTermCase) => ({
      name: one.id,
      run: async () => expectNone(holdingTermThroughFunctions(one) === one.term ? [] : [one.id]),
    })),
  ];
}

/** The same random examples every time, and few of them. */
function fastCheckOfFewRuns(): unknown {
  const real = require("fast-check") as typeof import("fast-check");
  const assert = (property: never, parameters?: { readonly numRuns?: number }) =>
    real.assert(property, { ...parameters, seed: 1, numRuns: Math.min(RANDOM_RUNS, parameters?.numRuns ?? RANDOM_RUNS), endOnFailure: true });
  const few = { ...real, assert };
  return { ...few, default: few, __esModule: true };
}
