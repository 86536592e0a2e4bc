import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import vm from "node:vm";
import { DIRECTIVES } from "../../build/content-security-policy";
import { OFFICE_SCRIPT } from "../../build/addresses";
import { buildDevelopment, builtText, DIST, ensureBuilt, filesOf, ROOT } from "./built";
import type { Metadata } from "./signatures";

const SCRIPTS = ["functions.js", "taskpane.js", "worker.js", "solver.js", "workbooks.js"];
/** Loaded by worker.js, only when a proof is asked for. */
const SOLVER = ["solver.js", "highs.wasm"];
const ICONS = [16, 20, 24, 32, 40, 48, 64, 80, 96, 128].map((size) => `assets/icon-${size}.png`);

/** Addresses that stand in the scripts as names or in notices; nothing is loaded from them. */
const NAMES_NOT_REQUESTS = [
  /^https?:\/\/www\.w3\.org\/(1998\/Math\/MathML|1999\/xhtml|1999\/xlink|2000\/svg|XML\/1998\/namespace)$/,
  // Names of the parts of an .xlsx file.
  /^http:\/\/schemas\.openxmlformats\.org\/(officeDocument|package|spreadsheetml)\/2006\/[a-z/-]+$/,
  /^http:\/\/purl\.org\/dc\/(elements\/1\.1|terms)\/$/,
  /^https?:\/\/www\.w3\.org\/2001\/XMLSchema-instance$/,
  /^https:\/\/github\.com\/MikeMcl\/decimal\.js$/,
  /^https:\/\/reactjs\.org\/docs\/error-decoder\.html\?invariant=$/,
  /^https:\/\/github\.com\/mholt\/PapaParse$/,
  /^http:\/\/web\.mit\.edu\/lpsolve\/doc\/CPLEX-format\.htm$/,
  // Namespaces of workbook files, in the script that reads them.
  /^https?:\/\/((schemas|sheetjs)\.openxmlformats|purl\.oclc|purl|openoffice|docs\.oasis-open)\.org\//,
  /^http:\/\/schemas\.microsoft\.com\/office\//,
  /^http:\/\/www\.w3\.org\/(1999\/02\/22-rdf-syntax-ns|2001\/XMLSchema|2001\/XMLSchema-instance|2001\/xml-events|2002\/xforms|2003\/g\/data-view|TR\/css3-text\/)#?$/,
  /^http:\/\/macVmlSchemaUri$/,
];

type Associated = Readonly<Record<string, (...cells: unknown[]) => unknown>>;

/** Runs functions.js where nothing exists but the language itself and the two things Excel promises. */
function loadAlone(): { readonly functions: Associated; readonly globals: string[] } {
  const functions: Record<string, (...cells: unknown[]) => unknown> = {};
  const context = vm.createContext({
    CustomFunctions: {
      associate: (id: string, body: (...cells: unknown[]) => unknown) => {
        assert.ok(!(id in functions), `${id} is associated once`);
        functions[id] = body;
      },
      Error: class {},
    },
  });
  vm.runInContext(builtText("functions.js"), context);
  return { functions, globals: Object.keys(context) };
}

describe("what the build ships", () => {
  before("build the add-in", function () {
    this.timeout(180000);
    ensureBuilt();
  });

  it("is these files and no others", () => {
    const help = fs.readdirSync(path.join(ROOT, "docs/functions")).map((file) => `assets/help/${file.replace(/\.md$/, ".html")}`);
    assert.deepEqual(
      filesOf(DIST).filter((file) => !file.startsWith("dev/")),
      ["manifest.xml", "taskpane.html", "functions.json", "highs.wasm", ...SCRIPTS, ...ICONS, ...help, "assets/help/index.html"].sort(),
    );
  });

  it("functions.js loads alone in a bare engine and associates exactly the functions of functions.json", () => {
    const { functions, globals } = loadAlone();
    const { functions: described } = JSON.parse(builtText("functions.json")) as Metadata;
    assert.deepEqual(Object.keys(functions).sort(), described.map(({ id }) => id).sort());
    assert.deepEqual(globals, ["CustomFunctions"], "it leaves nothing behind");
  });

  it("and answers there: bought 2023-03-01, short on 2024-03-01, long on 2024-03-02", () => {
    const { HOLDINGTERM } = loadAlone().functions;
    // Excel's serials: 2023-03-01 is 44986; 366 days later is 2024-03-01, the day after that 2024-03-02.
    const terms = HOLDINGTERM?.([[44986], [44986]], [[44986 + 366], [44986 + 367]], null);
    assert.equal(JSON.stringify(terms), '[["Short"],["Long"]]');
  });

  it("holds nothing of office.js, which only Microsoft may hand out", () => {
    const officeJs = fs.readFileSync(path.join(ROOT, "node_modules/@microsoft/office-js/dist/excel-web-16.00.js"), "utf8");
    for (const mark of ["OSFPerformance", "ContextActivationManager", "_KeepReference"]) {
      assert.ok(officeJs.includes(mark), `${mark} marks office.js`);
      for (const script of SCRIPTS) assert.ok(!builtText(script).includes(mark), `${script} holds ${mark}`);
    }
  });

  it("never makes code from text", () => {
    for (const script of SCRIPTS) assert.doesNotMatch(builtText(script), /\beval\s*\(|\bnew Function\b|[^.\w]Function\s*\(\s*["'`]/, script);
  });

  it("names no address but those of namespaces and notices, and calls no network", () => {
    for (const script of SCRIPTS) {
      const addresses = builtText(script).match(/https?:\/\/[^\s"'`\\)<>]+/g) ?? [];
      assert.deepEqual(addresses.filter((address) => !NAMES_NOT_REQUESTS.some((name) => name.test(address))), [], script);
      if (script === "solver.js") continue;
      // papaparse brings a downloader, which nobody asks for (no file of src sets `download`); the page's policy would refuse it.
      const own = script === "worker.js" ? builtText(script).replace("new XMLHttpRequest", "") : builtText(script);
      assert.doesNotMatch(own, /\bXMLHttpRequest\b|\bsendBeacon\b|\bnew WebSocket\b|\bEventSource\b|[^.\w]fetch\s*\(/, script);
    }
  });

  it("asks papaparse for no download", () => {
    for (const file of filesOf(path.join(ROOT, "src"))) assert.doesNotMatch(fs.readFileSync(path.join(ROOT, "src", file), "utf8"), /\bdownload:\s*true/, file);
  });

  it("solver.js may fetch, for it reads highs.wasm from beside worker.js; it can send nothing", () => {
    const text = builtText("solver.js");
    assert.match(text, /"highs\.wasm"/);
    for (const [, what = ""] of text.matchAll(/[^.\w]fetch\s*\(([^)]*)\)/g)) assert.match(what, /^\w+,\s*\{\s*credentials:\s*"same-origin"\s*\}$/);
    for (const [, method] of text.matchAll(/\.open\("(\w+)"/g)) assert.match(method ?? "", /^(GET|HEAD)$/);
    assert.doesNotMatch(text, /\bsendBeacon\b|\bnew WebSocket\b|\bEventSource\b/);
    assert.doesNotMatch(text, /\.send\((?!null\))/);
  });

  it("no other script holds the solver, and nothing but worker.js asks for it", () => {
    for (const script of ["functions.js", "taskpane.js", "worker.js"]) assert.doesNotMatch(builtText(script), /Highs_|WebAssembly/, script);
    assert.match(builtText("worker.js"), /"solver"|solver\.js|importScripts/);
    for (const script of ["functions.js", "taskpane.js"]) assert.doesNotMatch(builtText(script), /importScripts/, script);
    assert.ok(!SOLVER.some((file) => builtText("taskpane.html").includes(file)));
  });

  it("worker.js starts alone in a bare engine and says that it is ready; it needs no page", () => {
    const said: unknown[] = [];
    const scope: Record<string, unknown> = { postMessage: (message: unknown) => said.push(message) };
    vm.runInContext(builtText("worker.js"), vm.createContext(scope));
    assert.equal(JSON.stringify(said), '[{"kind":"ready"}]');
    assert.equal(typeof scope.onmessage, "function");
  });

  it("workbooks.js keeps its notice, and only worker.js asks for it", () => {
    assert.match(builtText("workbooks.js"), /^\/\*! .*SheetJS, Apache-2\.0 \*\//);
    assert.match(builtText("worker.js"), /"workbooks"|workbooks\.js/);
    for (const script of ["functions.js", "taskpane.js"]) assert.doesNotMatch(builtText(script), /"workbooks"|workbooks\.js/, script);
  });

  it("functions.js knows no clock", () => {
    assert.doesNotMatch(builtText("functions.js"), /\bDate\.now\b|\bnew Date\b|\bperformance\.now\b/);
  });

  it("carries no source map and no path of the machine it was built on", () => {
    for (const script of SCRIPTS) {
      assert.doesNotMatch(builtText(script), /sourceMappingURL/, script);
      assert.ok(!builtText(script).includes(ROOT), script);
    }
  });

  it("is small enough to start at once: functions 640 kB (a third of it on the wire), pane 1.3 MB, its worker 760 kB", () => {
    const size = (file: string) => fs.statSync(path.join(DIST, file)).size;
    // The tax of the year and the search for its least are in it: every cell of SELLPLAN is worked out without the pane.
    assert.ok(size("functions.js") <= 640_000, `functions.js is ${size("functions.js")} bytes`);
    // The importers, the comparison with the broker's form and the sheets of the accountant's copy are in it.
    assert.ok(size("worker.js") <= 760_000, `worker.js is ${size("worker.js")} bytes`);
    assert.ok(size("taskpane.js") <= 1_300_000, `taskpane.js is ${size("taskpane.js")} bytes`);
  });
});

describe("the shipped page", () => {
  const page = () => builtText("taskpane.html");

  before("build the add-in", function () {
    this.timeout(180000);
    ensureBuilt();
  });

  it("loads office.js from Microsoft, then the functions, then the pane, and nothing inline", () => {
    const scripts = [...page().matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)];
    assert.deepEqual(scripts.map(([, attributes]) => /src="([^"]*)"/.exec(attributes ?? "")?.[1]), [OFFICE_SCRIPT, "functions.js", "taskpane.js"]);
    assert.deepEqual(scripts.map(([, , body]) => body), ["", "", ""]);
    assert.doesNotMatch(page(), /\son\w+=/, "no inline handler");
  });

  it("says in its Content-Security-Policy, before any script, that it reaches its own host only", () => {
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(page());
    assert.ok(policy, "the policy is in the page");
    assert.ok(policy.index < page().indexOf("<script"), "before the first script");
    const said = Object.fromEntries((policy[1] ?? "").split("; ").map((directive) => [directive.split(" ")[0], directive.split(" ").slice(1)]));
    assert.deepEqual(said, DIRECTIVES);
    assert.deepEqual(said["connect-src"], ["'self'"]);
    assert.deepEqual(said["default-src"], ["'self'"]);
    assert.deepEqual(said["worker-src"], ["'self'"]);
    assert.deepEqual(said["frame-src"], ["'none'"], "office.js opens a telemetry frame otherwise");
    assert.deepEqual(said["script-src"], ["'self'", new URL(OFFICE_SCRIPT).origin]);
    assert.doesNotMatch(policy[1] ?? "", /unsafe-eval|\*|http:/);
  });
});

describe("the development build", () => {
  it("is the same add-in under its own name, at the development server, without eval", function () {
    this.timeout(180000);
    const folder = buildDevelopment();
    const text = (file: string) => fs.readFileSync(path.join(folder, file), "utf8");
    assert.match(text("manifest.xml"), /TAXLOTDEV/);
    const { functions } = JSON.parse(text("functions.json")) as Metadata;
    assert.deepEqual(functions.filter(({ helpUrl }) => !helpUrl?.startsWith("https://localhost:3000/assets/help/")), []);
    for (const script of SCRIPTS) assert.doesNotMatch(text(script), /[^.\w]eval\s*\(/, script);
  });
});
