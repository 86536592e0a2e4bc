/** A workbench open in a browser without a window: what the headless run and the tests have in common. */
import type { Browser, BrowserContext, Frame, Page } from "playwright-core";
import type { WorkbookContent } from "../content";
import { localhostCertificate } from "../server/certificate";
import { startServer, type ServedFolders, type WorkbenchServer } from "../server/server";
import { launchBrowser } from "./browser";

export const WINDOW = { width: 1440, height: 900 };
const STARTS_WITHIN_MS = 180_000;
/** For every step of the page, a slow and busy machine allowed for. */
const STEP_WITHIN_MS = 120_000;

export class WorkbenchSession {
  /** Addresses asked for that are not this server's. */
  readonly strayRequests: string[] = [];
  /** What the pages wrote as errors since the workbook was opened. */
  readonly pageErrors: string[] = [];

  private constructor(
    readonly server: WorkbenchServer,
    readonly browser: Browser,
    readonly context: BrowserContext,
    readonly page: Page,
  ) {
    context.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(server.url) && !/^(data|blob|about):/.test(url)) this.strayRequests.push(url);
    });
    page.on("pageerror", (error) => this.pageErrors.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") this.pageErrors.push(message.text());
    });
  }

  static async start(folders?: ServedFolders): Promise<WorkbenchSession> {
    const certificate = await localhostCertificate();
    const server = await startServer(certificate, 0, folders);
    try {
      const browser = await launchBrowser(certificate.publicKeyHash);
      const context = await browser.newContext({ viewport: WINDOW, acceptDownloads: true });
      context.setDefaultTimeout(STEP_WITHIN_MS);
      return new WorkbenchSession(server, browser, context, await context.newPage());
    } catch (error) {
      await server.close();
      throw error;
    }
  }

  /** Opens another workbook in the page as it stands, as "Open…" does. */
  async openInstead(content: WorkbookContent): Promise<void> {
    this.pageErrors.length = 0;
    await this.page.evaluate((next) => window.workbench?.open(next), content);
  }

  /** Opens a workbook in a fresh page and waits for the add-in to have started. */
  async open(content: WorkbookContent): Promise<void> {
    this.server.open(content);
    this.pageErrors.length = 0;
    await this.page.goto(this.server.url);
    await this.page.waitForFunction(() => window.workbench !== undefined || window.workbenchFailure !== undefined, null, {
      timeout: STARTS_WITHIN_MS,
    });
    const failure = await this.page.evaluate(() => window.workbenchFailure);
    if (failure !== undefined) throw new Error(failure);
  }

  /** Waits until every formula is calculated and every custom function has answered. */
  async settled(timeoutMs: number): Promise<void> {
    await this.page.evaluate(async (timeout) => {
      if (!window.workbench) throw new Error("The workbench is not open.");
      await window.workbench.settled(timeout);
    }, timeoutMs);
  }

  content(): Promise<WorkbookContent> {
    return this.page.evaluate(() => {
      if (!window.workbench) throw new Error("The workbench is not open.");
      return window.workbench.content();
    });
  }

  /** The add-in's own page. */
  pane(): Frame {
    const frame = this.page.frames().find((candidate) => candidate.url().includes("/addin/taskpane.html"));
    if (!frame) throw new Error("The add-in's pane is not open.");
    return frame;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.close();
  }
}
