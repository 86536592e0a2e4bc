import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { readCaseFile, type CaseFile } from "../cases/case-format";
import { differences } from "../cases/compare-case";
import { bookShareByShare } from "./oracle";

/** Twelve million units of 0.00000001: not to be taken one by one. The functions are held to it all the same. */
const TOO_FINE = new Set(["O-DA-01"]);

for (const name of ["golden-cases.json", "own-cases.json"]) {
  describe(`The share-by-share oracle on ${name}`, () => {
    const file = readCaseFile(readFileSync(resolve(__dirname, "../cases", name), "utf8")) as CaseFile;
    const inScope = file.cases.filter((ledger) => !TOO_FINE.has(ledger.id));
    for (const ledger of inScope) {
      it(`${ledger.id} comes out as the case says`, () => {
        assert.deepEqual(differences(ledger, bookShareByShare(ledger)), []);
      });
    }
  });
}
