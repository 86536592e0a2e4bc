/**
 * The source files that declare custom functions: every file of src/functions with an `@customfunction` tag.
 * webpack's entry and the metadata plugin must get the same list in the same order, or a function is described
 * but never associated; so both take this one.
 */
"use strict";

const fs = require("node:fs");
const path = require("node:path");

const FUNCTIONS_FOLDER = path.resolve(__dirname, "../src/functions");

function functionFiles() {
  return fs
    .readdirSync(FUNCTIONS_FOLDER)
    .filter((name) => name.endsWith(".ts"))
    .sort()
    .map((name) => path.join(FUNCTIONS_FOLDER, name))
    .filter((file) => /^\s*\*\s*@customfunction\b/m.test(fs.readFileSync(file, "utf8")));
}

module.exports = { functionFiles };
