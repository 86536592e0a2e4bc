import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { readCaseFile, type CaseFile } from "../cases/case-format";
import { differences } from "../cases/compare-case";
import { bookShareByShare } from "./oracle";

for (const name of ["golden-cases.json", "own-cases.json"]) {
  describe(`The oracle on ${name}`, () => {
    const file = readCaseFile(readFileSync(resolve(__dirname, "../cases", name), "utf8")) as CaseFile;
    for (const ledger of file.cases) {
      it(`${ledger.id} comes out as the case says`, () => {
        assert.deepEqual(differences(ledger, bookShareByShare(ledger)), []);
      });
    }
  });
}
