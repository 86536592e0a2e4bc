/**
 * Finishes functions.json after custom-functions-metadata-plugin has written it:
 * - `allowErrorForDataTypeAny`, which the generator cannot write: without it Excel refuses a call whose range
 *   holds an error cell, and our code could not name that cell;
 * - the help link of each function, which depends on where this build is served from.
 * List it after the metadata plugin.
 */
"use strict";

const { Compilation, sources } = require("webpack");

const NAME = "FinishMetadataPlugin";
const FILE = "functions.json";

class FinishMetadataPlugin {
  /** @param {{ address: string }} options address of the build, with a closing slash */
  constructor({ address }) {
    this.address = address;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      compilation.hooks.processAssets.tap({ name: NAME, stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONS }, () => {
        // Absent when the generator refused a signature; it has then reported that itself.
        const asset = compilation.getAsset(FILE);
        if (asset) compilation.updateAsset(FILE, new sources.RawSource(this.finished(String(asset.source.source()))));
      });
    });
  }

  finished(json) {
    const metadata = JSON.parse(json);
    metadata.allowErrorForDataTypeAny = true;
    for (const described of metadata.functions) {
      described.helpUrl = `${this.address}assets/help/${described.id}.html`;
    }
    return `${JSON.stringify(metadata, null, 2)}\n`;
  }
}

module.exports = { FinishMetadataPlugin };
