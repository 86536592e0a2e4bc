/**
 * Serves dist/dev/ on https://localhost for `npm run start:excel`, with the certificate that office-addin-dev-certs
 * makes and asks the system to trust. `npm start` needs none of this: the workbench has its own server.
 */
"use strict";

const fs = require("node:fs");
const https = require("node:https");
const path = require("node:path");
const { getHttpsServerOptions } = require("office-addin-dev-certs");
const { DEVELOPMENT_ADDRESS, DEVELOPMENT_PORT } = require("./addresses");

const FOLDER = path.resolve(__dirname, "../dist/dev");

const CONTENT_TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".png": "image/png",
  ".wasm": "application/wasm",
  ".xml": "application/xml; charset=utf-8",
};

/** The file a request asks for, or null when it lies outside the folder or is of no kind we serve. */
function servedFile(url, folder = FOLDER) {
  let asked;
  try {
    asked = decodeURIComponent(new URL(url, DEVELOPMENT_ADDRESS).pathname);
  } catch {
    return null;
  }
  const file = path.join(folder, asked === "/" ? "taskpane.html" : asked);
  return file.startsWith(folder + path.sep) && path.extname(file) in CONTENT_TYPES ? file : null;
}

function answer(request, response) {
  const file = servedFile(request.url);
  if (request.method !== "GET" || !file || !fs.existsSync(file)) {
    response.writeHead(404, { "Content-Type": "text/plain" }).end("Not found\n");
    return;
  }
  response.writeHead(200, {
    "Content-Type": CONTENT_TYPES[path.extname(file)],
    // Excel on the web reads functions.json from another origin.
    "Access-Control-Allow-Origin": "*",
    // Excel keeps functions.json for a day unless told not to (office-js#4722).
    "Cache-Control": "no-store",
  });
  fs.createReadStream(file).pipe(response);
}

async function serve() {
  const server = https.createServer(await getHttpsServerOptions(), answer);
  // Only this machine: the page is for the Excel that runs here.
  server.listen(DEVELOPMENT_PORT, "localhost", () => console.log(`Serving ${FOLDER} at ${DEVELOPMENT_ADDRESS}`));
}

if (require.main === module) {
  serve().catch((error) => {
    console.error(error);
    process.exitCode = 1;
  });
}

module.exports = { servedFile };
