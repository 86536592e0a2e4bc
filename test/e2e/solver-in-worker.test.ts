/**
 * The solver in the shipped worker, in a real browser: loaded only when a proof is asked for, from beside worker.js, under the
 * page's own Content-Security-Policy, and under policies that a host may send with its files.
 */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import type { Browser } from "playwright-core";
import { CONTENT_SECURITY_POLICY } from "../../build/content-security-policy";
import { dayFromCalendar } from "../../src/values/plain-date";
import { launchBrowser } from "../../workbench/run/browser";
import { seededDraw } from "../oracle/seeded";
import { DIST, ensureBuilt } from "../shipping/built";

const TYPES: Readonly<Record<string, string>> = { ".js": "text/javascript", ".wasm": "application/wasm" };

/** 24 lots of eight symbols, on which the sweep leaves a gap. */
function trades(): { readonly cells: unknown[][]; readonly request: unknown } {
  const draw = seededDraw(3);
  const cells: unknown[][] = [["Date", "Action", "Symbol", "Quantity", "Price"]];
  const prices: unknown[][] = [["Symbol", "Price"]];
  for (let symbol = 0; symbol < 8; symbol += 1) {
    const price = 50 + draw(30_000) / 100;
    prices.push([`S${symbol}`, price]);
    for (let lot = 0; lot < 3; lot += 1) {
      cells.push([draw(2) === 0 ? "2024-06-03" : "2023-01-03", "Buy", `S${symbol}`, 5 + draw(60), Math.round(price * (20 + draw(100))) / 100]);
    }
  }
  const settings = [["Tax year", 2024], ["Filing status", "Single"], ["Taxable income", 95_000], ["MAGI", 110_000]];
  const block = (sheet: string, rows: number, columns: number) => ({ sheet, row: 0, column: 0, rows, columns });
  const request = {
    place: { block: block("Trades", cells.length, 5), headings: 0, tableName: null, selected: false, missing: [] },
    settings: { block: block("Settings", settings.length, 2), cells: settings },
    prices: { place: { block: block("Prices", prices.length, 2), tableName: null, selected: false }, cells: prices },
    asOf: dayFromCalendar(2024, 12, 5),
  };
  return { cells, request };
}

const ASK = { purpose: { kind: "cash", cents: 4_000_000 }, exactness: "exactly", keepLots: [], keepSymbols: [], keepAccounts: [], mostOfSymbolCents: null, leastTradeCents: null };

interface Answer {
  readonly taxCents: number;
  readonly gapCents: number;
  readonly proof: { readonly proven: boolean; readonly sentence: string } | null;
}

describe("The solver in the pane's worker", function () {
  this.timeout(240_000);
  let browser: Browser;
  let server: Server;
  let policy: string | null = null;
  let asked: string[] = [];

  before(async () => {
    ensureBuilt();
    browser = await launchBrowser("none");
    server = createServer((request, response) => {
      asked.push(request.url ?? "");
      if (request.url === "/") {
        response.writeHead(200, { "Content-Type": "text/html" });
        return response.end(`<meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}"><p>Page`);
      }
      const file = join(DIST, request.url ?? "");
      if (!existsSync(file)) return response.writeHead(404).end();
      response.writeHead(200, { "Content-Type": TYPES[extname(file)] ?? "text/plain", ...(policy === null ? {} : { "Content-Security-Policy": policy }) });
      return response.end(readFileSync(file));
    });
    await new Promise<void>((listening) => server.listen(0, "localhost", listening));
  });

  after(async () => {
    await browser.close();
    server.close();
  });

  /** @param hostPolicy sent with every file; null: none */
  async function answer(prove: boolean, hostPolicy: string | null): Promise<Answer> {
    [policy, asked] = [hostPolicy, []];
    const page = await browser.newPage();
    await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
    const said = await page.evaluate(
      ({ cells, request, ask }) =>
        new Promise<unknown>((resolve, reject) => {
          const worker = new Worker("worker.js");
          worker.onerror = ({ message }) => reject(new Error(message));
          worker.onmessage = ({ data }: MessageEvent<{ kind: string; id: number; outcome: unknown }>) => {
            if (data.kind === "ready") {
              worker.postMessage({ kind: "read", id: 1, request: { ...(request as object), cells } });
            } else if (data.kind !== "working" && data.id === 1) worker.postMessage({ kind: "ask", id: 2, question: "salesPlan", ask });
            else if (data.kind !== "working") resolve(data.outcome);
          };
        }),
      { ...trades(), ask: { ...ASK, prove } },
    );
    await page.close();
    const { ok, value } = said as { ok: boolean; value: { kind: string; view: Answer } };
    assert.ok(ok && value.kind === "planned", JSON.stringify(said).slice(0, 300));
    return value.view;
  }

  it("is not loaded for a plan without a proof", async () => {
    const { proof, gapCents } = await answer(false, null);
    assert.equal(proof, null);
    assert.ok(gapCents > 0, "the sweep leaves something to prove");
    assert.deepEqual(asked, ["/", "/worker.js"]);
  });

  it("proves the least tax under the page's policy, which allows neither code from text nor WebAssembly to the page", async () => {
    assert.doesNotMatch(CONTENT_SECURITY_POLICY, /unsafe-eval/);
    const before = await answer(false, null);
    const { proof, gapCents, taxCents } = await answer(true, null);
    assert.equal(proof?.proven, true, proof?.sentence);
    assert.equal(gapCents, 0);
    assert.ok(taxCents <= before.taxCents && taxCents >= before.taxCents - before.gapCents);
    assert.deepEqual(asked, ["/", "/worker.js", "/solver.js", "/highs.wasm"]);
  });

  it("needs of a host that sends a policy no more than 'wasm-unsafe-eval'", async () => {
    assert.equal((await answer(true, "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'")).proof?.proven, true);
  });

  it("says so where it may not run, and leaves the plan as it was found", async () => {
    const before = await answer(false, null);
    const refused = await answer(true, "default-src 'self'; script-src 'self'");
    assert.equal(refused.proof?.proven, false);
    assert.match(refused.proof?.sentence ?? "", /^The solver could not be loaded\. The plan stands as it was found/);
    assert.deepEqual([refused.taxCents, refused.gapCents], [before.taxCents, before.gapCents]);
  });
});
