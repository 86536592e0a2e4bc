/** `npm start`: builds what is stale, serves the workbench, opens it. See run/options.ts for the command line. */
import { buildWhatIsStale } from "./run/build";
import { runHeadless } from "./run/headless";
import { emptyWorkbook, filesOnDisk, openFile, type FileOnDisk } from "./run/open-file";
import { CommandProblem, readOptions, type Options } from "./run/options";
import { hasDisplay, openWindow } from "./run/window";
import type { WorkbookContent } from "./content";
import { localhostCertificate } from "./server/certificate";
import { startServer, type WorkbenchServer } from "./server/server";

const USUAL_PORT = 3443;

async function main(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  const toImport = options.files.length > 1 ? filesOnDisk(options.files) : [];
  const content = toImport.length > 0 ? emptyWorkbook() : openFile(options.files[0] ?? null);
  buildWhatIsStale(say);
  if (options.headless || !hasDisplay()) return runHeadless(options, content, toImport, say);
  return runInWindow(options, content, toImport);
}

async function runInWindow(options: Options, content: WorkbookContent, toImport: readonly FileOnDisk[]): Promise<void> {
  const certificate = await localhostCertificate();
  const server = await startOnPort(options.port, certificate);
  server.open(content, toImport);
  const window = openWindow(server.url, certificate.publicKeyHash);
  if (window === null) {
    say(`No Chrome, Edge or Chromium found. Open ${server.url} in a browser; it will ask about the certificate.`);
    say("Press Ctrl+C to stop.");
    return;
  }
  say(`The workbench is open (${server.url}). Close its window to stop.`);
  await window.closed;
  await server.close();
}

async function startOnPort(
  port: number | null,
  certificate: Awaited<ReturnType<typeof localhostCertificate>>,
): Promise<WorkbenchServer> {
  try {
    return await startServer(certificate, port ?? USUAL_PORT);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    if (port !== null) throw new CommandProblem(`Port ${port} is in use.`);
    return startServer(certificate, 0);
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const message = error instanceof CommandProblem ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
});
