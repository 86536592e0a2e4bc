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

/** All that this version answers, in the order in which it is run. */
function ids({ cases, holdingTermCases, harvestCases, nettingCases, taxCases, form8949Cases }: CaseFile): string[] {
  return [...cases, ...holdingTermCases, ...harvestCases, ...nettingCases, ...taxCases, ...form8949Cases].map(({ id }) => id);
}

describe("Golden cases through the built functions", function () {
  this.timeout(60000);

  it("every ledger, holding term, harvest, netting, tax and form passes; none is left to later versions", () => {
    const file = fileOf("golden-cases.json");
    const report = checkCases(file);
    assert.deepEqual(report.failed, []);
    assert.deepEqual([...report.passed], ids(file));
    assert.equal(report.passed.length, 70 + 30 + 4 + 12 + 12 + 8);
    assert.deepEqual(report.notInVersion, []);
  });

  it("our own cases all pass", () => {
    const file = fileOf("own-cases.json");
    const report = checkCases(file);
    assert.deepEqual(report.failed, []);
    assert.deepEqual(report.notInVersion, []);
    assert.deepEqual([...report.passed], ids(file));
    assert.ok(file.cases.length >= 261);
  });
});
