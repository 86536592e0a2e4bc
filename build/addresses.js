/**
 * Where the add-in is served from. Every URL of the manifest, the pages and the help links starts with one of
 * these; nothing else in the source tree names the add-in's own host.
 */
"use strict";

/**
 * The address of the published add-in. `.example` is reserved (RFC 2606) and belongs to nobody: whoever
 * publishes a build sets TAXLOT_ADDRESS to the https folder that will serve dist/.
 */
const PUBLISHED_ADDRESS = "https://taxlot.example/";

/** The development server of `npm run start:excel`. */
const DEVELOPMENT_PORT = 3000;
const DEVELOPMENT_ADDRESS = `https://localhost:${DEVELOPMENT_PORT}/`;

/** Microsoft's own copy of office.js; the store accepts no other. */
const OFFICE_CDN = "https://appsforoffice.microsoft.com";
const OFFICE_SCRIPT = `${OFFICE_CDN}/lib/1/hosted/office.js`;

/** The address to build for, with a closing slash. Throws when it is not https: Office loads nothing else. */
function buildAddress(development) {
  if (development) return DEVELOPMENT_ADDRESS;
  const address = process.env.TAXLOT_ADDRESS ?? PUBLISHED_ADDRESS;
  if (!/^https:\/\/[^\s"'<>?#]+$/.test(address)) {
    throw new Error(`TAXLOT_ADDRESS must be an https address without query, such as ${PUBLISHED_ADDRESS}; it is "${address}".`);
  }
  return address.endsWith("/") ? address : `${address}/`;
}

module.exports = {
  PUBLISHED_ADDRESS,
  DEVELOPMENT_ADDRESS,
  DEVELOPMENT_PORT,
  OFFICE_CDN,
  OFFICE_SCRIPT,
  buildAddress,
};
