/**
 * The manifests of a build, made from the one manifest.xml of the source tree.
 *
 * The development add-in differs from the published one in id, name and namespace, so that both can be loaded in
 * one Excel: two add-ins that claim the same namespace fight over it (office-js#6606, #2878).
 */
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { OfficeAddinManifest } = require("office-addin-manifest");
const { buildAddress, PUBLISHED_ADDRESS } = require("./addresses");

const SOURCE_MANIFEST = path.resolve(__dirname, "../manifest.xml");
const DEVELOPMENT_ID = "085eb498-892c-49fc-a8e3-e7d273289ec8";
const DEVELOPMENT_NAME = "Taxlot (dev)";
const DEVELOPMENT_NAMESPACE = "TAXLOTDEV";

/** manifest.xml with every address of ours replaced. */
function manifestAt(address) {
  const origin = (url) => url.replace(/^(https:\/\/[^/]+).*$/, "$1");
  return fs
    .readFileSync(SOURCE_MANIFEST, "utf8")
    .replaceAll(PUBLISHED_ADDRESS, address)
    .replaceAll(origin(PUBLISHED_ADDRESS), origin(address));
}

/** Writes the manifest of a build into `folder` and returns what office-addin-manifest reads in it. */
async function writeManifest(folder, { development }) {
  const file = path.join(folder, "manifest.xml");
  fs.mkdirSync(folder, { recursive: true });
  if (!development) {
    fs.writeFileSync(file, manifestAt(buildAddress(false)));
    return OfficeAddinManifest.readManifestFile(file);
  }
  const labelled = manifestAt(buildAddress(true))
    .replace('DefaultValue="TAXLOT"', `DefaultValue="${DEVELOPMENT_NAMESPACE}"`)
    .replace("=TAXLOT.", `=${DEVELOPMENT_NAMESPACE}.`)
    .replace('id="Group.Label" DefaultValue="Taxlot"', `id="Group.Label" DefaultValue="${DEVELOPMENT_NAME}"`);
  fs.writeFileSync(file, labelled);
  return OfficeAddinManifest.modifyManifestFile(file, DEVELOPMENT_ID, DEVELOPMENT_NAME);
}

module.exports = { writeManifest, SOURCE_MANIFEST, DEVELOPMENT_ID, DEVELOPMENT_NAME, DEVELOPMENT_NAMESPACE };
