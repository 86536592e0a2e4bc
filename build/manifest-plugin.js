/** Writes the build's manifest.xml beside its pages and fails the build when it cannot be read back. */
"use strict";

const { writeManifest } = require("./manifest");

class ManifestPlugin {
  /** @param {{ development: boolean }} options */
  constructor(options) {
    this.options = options;
  }

  apply(compiler) {
    // After emit: office-addin-manifest reads and writes a file on disk, and `output.clean` has done its work.
    compiler.hooks.afterEmit.tapPromise("ManifestPlugin", (compilation) =>
      writeManifest(compilation.outputOptions.path, this.options),
    );
  }
}

module.exports = { ManifestPlugin };
