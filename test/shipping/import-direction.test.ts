import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { breaches } from "./layers";

const ROOT = path.resolve(__dirname, "../..");

function sourceFiles(folder: string): string[] {
  return fs.readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sourceFiles(file);
    return /\.tsx?$/.test(entry.name) ? [file] : [];
  });
}

/** One line of a file, judged; the sentence without its place. */
const judged = (file: string, text: string) => breaches(file, text).map((breach) => breach.replace(/^\S+: /, ""));

describe("imports run downhill only", () => {
  it("no file of src reaches what its layer may not", () => {
    const files = sourceFiles("src");
    assert.ok(files.length > 10, "the walk found the sources");
    assert.deepEqual(files.flatMap((file) => breaches(file, fs.readFileSync(path.join(ROOT, file), "utf8"))), []);
  });

  it("an uphill import is a breach, however it is written", () => {
    const uphill = ["lots may not import from rules: imports run downhill only"];
    for (const line of [
      'import { holdingTerm } from "../rules/holding-term";',
      'import type { Term } from "../rules/holding-term";',
      'export * from "../rules/holding-term";',
      'const later = import("../rules/holding-term");',
      'const old = require("../rules/holding-term");',
      'type Term = import("../rules/holding-term").Term;',
    ]) {
      assert.deepEqual(judged("src/lots/book.ts", line), uphill, line);
    }
  });

  it("a downhill import and one inside the layer are none", () => {
    assert.deepEqual(judged("src/rules/wash/match.ts", 'import "../../lots/book"; import "../holding-term"; import "../../values/outcome";'), []);
  });

  it("src may not import the workbench or a test", () => {
    assert.deepEqual(judged("src/sheet/a.ts", 'import "../../workbench/paths";'), [
      'src may not import "../../workbench/paths", which lies outside src',
    ]);
  });

  it("a view of the pane may not import the workbook; the pane's entry may", () => {
    const line = 'import { readSheets } from "../workbook/read-sheets";';
    assert.deepEqual(judged("src/taskpane/index.tsx", line), []);
    assert.deepEqual(judged("src/taskpane/app.tsx", line), ["taskpane may not import from workbook: imports run downhill only"]);
  });

  it("packages stay in the layer they are for", () => {
    assert.deepEqual(judged("src/sheet/a.ts", 'import Decimal from "decimal.js";'), []);
    assert.deepEqual(judged("src/sheet/a.ts", 'import { useState } from "react";'), ['sheet may not import the package "react"']);
    assert.deepEqual(judged("src/functions/a.ts", 'import fs from "node:fs";'), ['functions may not import the package "node:fs"']);
  });
});

describe("Excel, the clock, the page and the network stay where they belong", () => {
  it("only functions, workbook, taskpane and commands know Excel", () => {
    assert.deepEqual(judged("src/sheet/a.ts", "export const e = new CustomFunctions.Error(code);"), ["sheet may not know CustomFunctions"]);
    assert.deepEqual(judged("src/workbook/a.ts", "await Excel.run(async () => {});"), []);
    assert.deepEqual(judged("src/sheet/a.ts", "// Excel and Office in words\nconst t = { Excel: 1 };"), []);
  });

  it("only the pane reads the clock", () => {
    for (const line of ["const t = Date.now();", "const t = new Date();", "const t = new Date(2024, 0, 1);", "const t = performance.now();"]) {
      assert.match(judged("src/functions/a.ts", line).join(), /only the pane reads the clock/, line);
    }
    assert.deepEqual(judged("src/taskpane/a.ts", "const t = new Date();"), []);
  });

  it("no chance in an answer, no page below the pane, no network anywhere", () => {
    assert.match(judged("src/lots/a.ts", "const x = Math.random();").join(), /Math\.random/);
    assert.match(judged("src/workbook/a.ts", "localStorage.clear();").join(), /only the pane has a page/);
    assert.match(judged("src/taskpane/a.ts", 'fetch("x");').join(), /sends nothing/);
    assert.match(judged("src/taskpane/a.ts", 'navigator.sendBeacon("x");').join(), /sends nothing/);
  });
});
