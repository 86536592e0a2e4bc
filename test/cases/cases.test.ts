import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { readCaseFile, type CaseFile } from "./case-format";
import { checkCases } from "./check-cases";

function fileOf(name: string): CaseFile {
  const file = readCaseFile(readFileSync(resolve(__dirname, name), "utf8"));
  assert.ok(!("wrong" in file), "wrong" in file ? file.wrong : "");
  return file;
}

const LATER = ["nettingCases", "taxCases", "form8949Cases"];

describe("Golden cases through the built functions", function () {
  this.timeout(60000);

  it("every ledger, holding term and harvest passes; only netting, tax and forms are left to later versions", () => {
    const file = fileOf("golden-cases.json");
    const report = checkCases(file);
    assert.deepEqual(report.failed, []);
    assert.deepEqual([...report.passed], [...file.cases, ...file.holdingTermCases, ...file.harvestCases].map(({ id }) => id));
    assert.equal(report.passed.length, 70 + 30 + 4);
    assert.deepEqual([...new Set(report.notInVersion.map(({ why }) => why))], LATER);
  });

  it("our own cases all pass", () => {
    const file = fileOf("own-cases.json");
    const report = checkCases(file);
    assert.deepEqual(report.failed, []);
    assert.deepEqual(report.notInVersion, []);
    assert.equal(report.passed.length, file.cases.length + file.holdingTermCases.length + file.harvestCases.length);
    assert.ok(file.cases.length >= 261);
  });
});
