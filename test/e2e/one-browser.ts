/** One browser for all end-to-end tests: started before the first, closed after the last. */
import { buildWhatIsStale } from "../../workbench/run/build";
import { WorkbenchSession } from "../../workbench/run/session";

let session: WorkbenchSession | null = null;

export const mochaHooks = {
  async beforeAll(this: Mocha.Context): Promise<void> {
    this.timeout(900_000);
    buildWhatIsStale(() => undefined);
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
