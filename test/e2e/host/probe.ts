/**
 * A workbench of its own with the probe add-in in it, to try the host through the real office.js. One for all
 * tests of this folder.
 */
import { join } from "node:path";
import type { Frame } from "playwright-core";
import type { WorkbookContent } from "../../../workbench/content";
import { OFFICE_JS, PAGE_BUNDLE } from "../../../workbench/paths";
import { WorkbenchSession } from "../../../workbench/run/session";

let session: WorkbenchSession | null = null;

after(async () => {
  await session?.close();
  session = null;
});

export function probe(): WorkbenchSession {
  if (!session) throw new Error("The probe has not been opened.");
  return session;
}

/** Opens a workbook; the add-in starts anew. */
export async function openInProbe(content: WorkbookContent): Promise<void> {
  session ??= await WorkbenchSession.start({ addIn: join(__dirname, "..", "probe-add-in"), page: PAGE_BUNDLE, officeJs: OFFICE_JS });
  if (session.page.url().startsWith(session.server.url)) await session.openInstead(content);
  else await session.open(content);
  await session.settled(120_000);
}

export interface Failure {
  readonly code: string;
  readonly message: string;
}

export type Answer<T> = { readonly value: T; readonly failure: null } | { readonly value: null; readonly failure: Failure };

type Batch<T> = (context: Excel.RequestContext) => Promise<T>;

/** Runs a batch in the add-in's page through the real office.js. It crosses over as text: it sees only its own names. */
export async function inExcel<T>(batch: Batch<T>, options: Excel.RunOptions = {}, pane: Frame = probe().pane()): Promise<Answer<T>> {
  return pane.evaluate(
    async ({ source, runOptions }) => {
      // eslint-disable-next-line no-new-func
      const run = new Function("context", `return (${source})(context)`) as Batch<T>;
      try {
        return { value: await Excel.run(runOptions, run), failure: null };
      } catch (error) {
        const { code, message } = error as Failure;
        return { value: null, failure: { code, message } };
      }
    },
    { source: batch.toString(), runOptions: options },
  ) as Promise<Answer<T>>;
}

/** The value, or an error with what the host answered. */
export async function excel<T>(batch: Batch<T>, pane?: Frame): Promise<T> {
  const { value, failure } = await inExcel(batch, {}, pane ?? probe().pane());
  if (failure) throw new Error(`${failure.code}: ${failure.message}`);
  return value as T;
}
