/**
 * The browser of the end-to-end tests: one from the first to the last where files run one after the other, one a file where
 * several run at once. What they need is built before any of them.
 */
import { buildWhatIsStale } from "../../workbench/run/build";
import { WorkbenchSession } from "../../workbench/run/session";

let session: WorkbenchSession | null = null;

export function mochaGlobalSetup(): void {
  buildWhatIsStale(() => undefined);
}

export const mochaHooks = {
  async beforeAll(this: Mocha.Context): Promise<void> {
    this.timeout(900_000);
    session = await WorkbenchSession.start();
  },
  async afterAll(): Promise<void> {
    await session?.close();
    session = null;
  },
};

export function workbench(): WorkbenchSession {
  if (!session) throw new Error("The browser has not been started.");
  return session;
}
