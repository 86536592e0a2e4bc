import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const golden = JSON.parse(readFileSync(resolve(__dirname, "golden-cases.json"), "utf8")) as {
  cases: { id: string; expect: { realized: { gain: string }[] } }[];
  nettingCases: { id: string }[];
  taxCases: { id: string; expect: { tax: string } }[];
};
const seed = golden.cases.find(({ id }) => id === "S-SEED-01");

describe("npm run cases -- FILE", function () {
  this.timeout(90000);
  let folder = "";
  before(() => (folder = mkdtempSync(join(tmpdir(), "taxlot-cases-"))));
  after(() => rmSync(folder, { recursive: true }));

  function run(...args: string[]) {
    const script = resolve(__dirname, "run.ts");
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", script, ...args], {
      cwd: resolve(__dirname, "../.."),
      encoding: "utf8",
      env: { ...process.env, INIT_CWD: folder },
    });
    return { status, stderr, lines: stdout.trimEnd().split("\n") };
  }
  function runOn(text: string) {
    writeFileSync(join(folder, "file.json"), text);
    return run("file.json");
  }

  it("prints the count and ends with 0 when all pass", () => {
    const { status, lines } = runOn(JSON.stringify({ cases: [seed] }));
    assert.deepEqual(lines, ["1 passed, 0 failed"]);
    assert.equal(status, 0);
  });

  it("prints a line with the difference and ends with 1 when a case fails", () => {
    const wrong = structuredClone(seed);
    assert.ok(wrong?.expect.realized[0]);
    wrong.expect.realized[0].gain = "992.51";
    const { status, lines } = runOn(JSON.stringify({ cases: [wrong, seed] }));
    assert.equal(lines.length, 2);
    assert.match(lines[0] ?? "", /^S-SEED-01 failed: realized: expected .*gain 992\.51.*realized: got .*gain 992\.50/);
    assert.equal(lines[1], "1 passed, 1 failed");
    assert.equal(status, 1);
  });

  it("runs netting and tax cases, and shows the cent in which one fails", () => {
    const [netting, tax] = [golden.nettingCases[0], structuredClone(golden.taxCases[0])];
    assert.ok(netting && tax);
    tax.expect.tax = "15653.01";
    const { status, lines } = runOn(JSON.stringify({ nettingCases: [netting], taxCases: [tax] }));
    assert.deepEqual(lines, [`${tax.id} failed: tax: expected 15653.01, got 15653`, "1 passed, 1 failed"]);
    assert.equal(status, 1);
  });

  it("lists what is not in this version and never counts it as passed", () => {
    const { status, lines } = runOn(JSON.stringify({ cases: [], giftTaxCases: [{ id: "F-1" }, { id: "F-2" }] }));
    assert.deepEqual(lines, ["2 not in this version:", "  giftTaxCases: F-1, F-2", "0 passed, 0 failed"]);
    assert.equal(status, 0);
  });

  it("says so and ends with 2 when the file is missing, no JSON, or no case file", () => {
    const missing = run("no-such-file.json");
    assert.deepEqual([missing.status, missing.stderr.trim()], [2, "no-such-file.json could not be used: there is no such file."]);
    const text = runOn("Date,Action");
    assert.equal(text.status, 2);
    assert.match(text.stderr, /^file\.json could not be used: it is not JSON/);
    const bare = runOn('{"taxCases": [{"id": "T-1", "input": {"year": 2024}, "expect": {}}]}');
    assert.deepEqual([bare.status, bare.stderr.trim()], [2, "file.json could not be used: case T-1 has no input.filingStatus."]);
    const other = runOn('{"name": "x"}');
    assert.deepEqual([other.status, other.stderr.trim()], [2, "file.json could not be used: it has no list named cases or holdingTermCases."]);
    assert.deepEqual([run().status, run().stderr.trim()], [2, "No case file was named. Run npm run cases -- FILE."]);
  });
});
