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

/** Golden ledgers whose rules belong to a later version: corporate actions, average basis, options, shorts, gifts received, inheritance. */
const LATER = [
  "S-SEED-13",
  "S-PUB-03A",
  "S-PUB-03B",
  "S-PUB-04",
  "S-PUB-05",
  "S-PUB-06B",
  "S-PUB-07",
  "S-RR-68-23",
  "S-REG-307",
  "S-WS-16",
  "S-SS-01",
  "S-SS-02",
  "S-GIFT-01",
  "S-GIFT-02",
  "S-GIFT-03",
  "S-INH-01",
  "S-CA-01",
  "S-CA-02",
  "S-CA-03",
  "S-CA-04",
];

describe("Golden cases through the built functions", function () {
  this.timeout(60000);

  it("every case of this version's rules passes, and no other is left out", () => {
    const file = fileOf("golden-cases.json");
    const report = checkCases(file);
    assert.deepEqual(report.failed, []);
    const expected = [...file.cases.map(({ id }) => id).filter((id) => !LATER.includes(id)), ...file.holdingTermCases.map(({ id }) => id)];
    assert.deepEqual([...report.passed], expected);
    assert.equal(report.passed.length, 50 + 30);
  });

  it("our own cases all pass", () => {
    const file = fileOf("own-cases.json");
    const report = checkCases(file);
    assert.deepEqual(report.failed, []);
    assert.deepEqual(report.notInVersion, []);
    assert.equal(report.passed.length, file.cases.length + file.holdingTermCases.length);
    assert.ok(file.cases.length >= 40);
  });
});
