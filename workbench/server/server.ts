/**
 * The workbench's web server: https on localhost, files only, nothing else reachable.
 *
 *   /             the workbench page           (bundle made from workbench/page)
 *   /addin/       the built add-in             (dist/, with office.js taken from here instead of the CDN)
 *   /office-js/   Microsoft's office.js        (untouched, from node_modules)
 *   /opened.json  the workbook to open         (a WorkbookContent)
 *   /dropped.json files to drop on the pane    ([{ name, base64 }], empty: none)
 */
import { createServer, type Server } from "node:https";
import { readFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import type { WorkbookContent } from "../content";
import { ADD_IN, OFFICE_JS, PAGE_BUNDLE } from "../paths";
import { withLocalOfficeJs } from "./built-pages";
import type { Certificate } from "./certificate";
import { addInHeaders, sharedHeaders, workbenchHeaders } from "./headers";

export interface ServedFolders {
  readonly addIn: string;
  readonly page: string;
  readonly officeJs: string;
}

export interface FileToDrop {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface Opened {
  readonly content: WorkbookContent;
  readonly toDrop: readonly FileToDrop[];
}

export interface WorkbenchServer {
  readonly port: number;
  readonly url: string;
  /** What /opened.json and /dropped.json answer from now on. @param toDrop files that the page drops on the pane */
  open(content: WorkbookContent, toDrop?: readonly FileToDrop[]): void;
  close(): Promise<void>;
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
};

export async function startServer(
  certificate: Certificate,
  port: number,
  folders: ServedFolders = { addIn: ADD_IN, page: PAGE_BUNDLE, officeJs: OFFICE_JS },
): Promise<WorkbenchServer> {
  let opened: Opened | null = null;
  const server = createServer({ cert: certificate.cert, key: certificate.key }, (request, response) => {
    answer(request, response, folders, () => opened).catch(() => refuse(response, 500));
  });
  await listen(server, port);
  const actualPort = (server.address() as AddressInfo).port;
  return {
    port: actualPort,
    url: `https://localhost:${actualPort}/`,
    open: (content, toDrop = []) => {
      opened = { content, toDrop };
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "localhost", () => {
      server.off("error", reject);
      resolve();
    });
  });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  folders: ServedFolders,
  opened: () => Opened | null,
): Promise<void> {
  if (request.method !== "GET" && request.method !== "HEAD") return refuse(response, 405);
  if (!isOurHost(request.headers.host)) return refuse(response, 421);
  const path = decodeURIComponent(new URL(request.url ?? "/", "https://localhost").pathname);
  if (path === "/opened.json") {
    const content = opened()?.content;
    return content === undefined ? refuse(response, 404) : send(response, JSON.stringify(content), ".json", workbenchHeaders);
  }
  if (path === "/dropped.json") {
    const files = (opened()?.toDrop ?? []).map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString("base64") }));
    return send(response, JSON.stringify(files), ".json", workbenchHeaders);
  }
  if (path.startsWith("/addin/")) return sendAddIn(response, folders.addIn, path.slice("/addin/".length));
  if (path.startsWith("/office-js/")) {
    return sendFile(response, folders.officeJs, path.slice("/office-js/".length), addInHeaders);
  }
  return sendFile(response, folders.page, path === "/" ? "index.html" : path.slice(1), workbenchHeaders);
}

/** A page of another site that points a host name of its own at this machine gets nothing. */
function isOurHost(host: string | undefined): boolean {
  return /^(localhost|127\.0\.0\.1)(:\d+)?$/.test(host ?? "");
}

async function sendAddIn(response: ServerResponse, folder: string, name: string): Promise<void> {
  const bytes = await readInside(folder, name);
  if (bytes === null) return refuse(response, 404);
  const ending = extname(name);
  const body = ending === ".html" ? withLocalOfficeJs(bytes.toString("utf8")) : bytes;
  return send(response, body, ending, addInHeaders);
}

async function sendFile(
  response: ServerResponse,
  folder: string,
  name: string,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const bytes = await readInside(folder, name);
  return bytes === null ? refuse(response, 404) : send(response, bytes, extname(name), headers);
}

async function readInside(folder: string, name: string): Promise<Buffer | null> {
  const path = normalize(join(folder, name));
  if (!path.startsWith(folder + sep)) return null;
  return readFile(path).catch(() => null);
}

function send(
  response: ServerResponse,
  body: string | Buffer,
  ending: string,
  headers: Readonly<Record<string, string>>,
): void {
  response.writeHead(200, {
    ...sharedHeaders,
    ...headers,
    "Content-Type": CONTENT_TYPES[ending] ?? "application/octet-stream",
    "Content-Length": Buffer.byteLength(body),
  });
  response.end(body);
}

function refuse(response: ServerResponse, status: number): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(status, { ...sharedHeaders, "Content-Type": "text/plain; charset=utf-8" });
  response.end(status === 404 ? "Not found" : "Refused");
}
