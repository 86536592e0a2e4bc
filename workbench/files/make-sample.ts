/** Writes assets/samples/taxlot-sample.xlsx, with the values of the built functions in it: npm run sample. */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { writeWorkbookFile } from ".";
import { SAMPLE_FILE, sampleWorkbook } from "./sample/sample-workbook";
import { ShippedFunctions } from "./sample/shipped-functions";

const ROOT = resolve(__dirname, "../..");

const functions = ShippedFunctions.load(resolve(ROOT, "dist"));
const file = resolve(ROOT, "assets/samples", SAMPLE_FILE);
writeFileSync(file, writeWorkbookFile(sampleWorkbook(functions)));
process.stdout.write(`Wrote ${file}\n`);
