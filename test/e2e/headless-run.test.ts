import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readWorkbookFile } from "../../workbench/files";
import { PROJECT } from "../../workbench/paths";
import type { RunReport } from "../../workbench/run/report";

function start(...args: string[]): { readonly status: number | null; readonly said: string } {
  const tsx = join(PROJECT, "node_modules", "tsx", "dist", "cli.mjs");
  const run = spawnSync(process.execPath, [tsx, "workbench/start.ts", ...args], { cwd: PROJECT, encoding: "utf8" });
  return { status: run.status, said: run.stdout + run.stderr };
}

describe("npm start -- --headless", function () {
  this.timeout(600_000);
  let folder = "";

  before(() => (folder = mkdtempSync(join(tmpdir(), "taxlot-e2e-"))));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("makes a finished workbook, pictures and a list of every cell from a plain broker export", () => {
    const out = join(folder, "out");
    const run = start("--headless", "--out", out, join("assets", "samples", "generic-trades.csv"));
    assert.equal(run.status, 0, run.said);
    const files = readdirSync(out);
    for (const name of ["workbook.xlsx", "cells.json", "window.png", "pane.png"]) assert.ok(files.includes(name), name);
    assert.ok(files.some((name) => /^sheet-1-.*\.png$/.test(name)), files.join(" "));
    const report = JSON.parse(readFileSync(join(out, "cells.json"), "utf8")) as RunReport;
    const formulas = report.sheets.flatMap((sheet) => sheet.cells.map((cell) => cell.formula ?? ""));
    for (const name of ["OPENLOTS", "REALIZED", "WASHSALE"]) {
      assert.ok(formulas.some((formula) => formula.startsWith(`=TAXLOT.${name}(`)), name);
    }
    assert.deepEqual(report.workbench.missingMembers, []);
    assert.match(report.pane.screens.lots?.figures.answer?.join(" ") ?? "", /You hold \d+ lots/);
    const workbook = readWorkbookFile(readFileSync(join(out, "workbook.xlsx")), "workbook.xlsx");
    const cells = Object.values(workbook.sheets[0]!.rows).flatMap((row) => Object.values(row));
    assert.ok(cells.some((cell) => cell.formula?.startsWith("=TAXLOT.REALIZED(") && cell.spill !== undefined));
  });

  it("ends with 1 and a sentence when the file is not there", () => {
    const run = start("--headless", "--out", join(folder, "none"), "no-such-file.csv");
    assert.equal(run.status, 1);
    assert.match(run.said, /There is no file .*no-such-file\.csv/);
    assert.ok(!existsSync(join(folder, "none", "workbook.xlsx")));
  });

  it("ends with 1 and a sentence when the file cannot be read", () => {
    const path = join(folder, "broken.xlsx");
    writeFileSync(path, "PK\u0003\u0004 this is not a workbook");
    const run = start("--headless", "--out", join(folder, "none"), path);
    assert.equal(run.status, 1);
    assert.match(run.said, /broken\.xlsx/);
    assert.doesNotMatch(run.said, /\bat .*\.ts:\d+/);
  });

  it("ends with 1 and what the pane says when there are no trades to write beside", () => {
    const path = join(folder, "shopping.csv");
    writeFileSync(path, "Item,Shop\nMilk,Corner\nBread,Market\n");
    const run = start("--headless", "--out", join(folder, "none"), path);
    assert.equal(run.status, 1);
    assert.match(run.said, /The pane found no trades/);
  });

  it("names an option it does not know", () => {
    const run = start("--headles");
    assert.equal(run.status, 1);
    assert.match(run.said, /Unknown option --headles/);
  });
});
