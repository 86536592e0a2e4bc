/** The workbench page: a spreadsheet, the add-in's pane beside it, and the host between them. */
import "./page.css";
import type { WorkbookContent } from "../content";
import { UniverGrid } from "../grid/univer-grid";
import { Host } from "../host/host";
import type { FunctionsMetadata } from "../host/functions-metadata";
import { namespaceIn } from "./manifest";
import { SettledWatch, type WorkbenchState } from "./settled";

/** What the tests and the headless run reach through `window.workbench`. */
export interface WorkbenchControl {
  readonly grid: UniverGrid;
  readonly host: Host;
  open(content: WorkbookContent): Promise<void>;
  content(): WorkbookContent;
  state(): WorkbenchState;
  /** Resolves when every formula is calculated and every custom function has answered. */
  settled(timeoutMs: number): Promise<void>;
}

declare global {
  interface Window {
    workbench?: WorkbenchControl;
    workbenchFailure?: string;
  }
}

async function start(): Promise<void> {
  const [metadata, manifest, opened] = await Promise.all([
    fetchJson<FunctionsMetadata>("/addin/functions.json"),
    fetchText("/addin/manifest.xml"),
    fetchJson<WorkbookContent>("/opened.json"),
  ]);
  const grid = new UniverGrid(element("grid"));
  let openedName = opened.name;
  const showName = () => {
    element("file-name").textContent = openedName;
    document.title = `${openedName} - Taxlot workbench`;
  };
  showName();
  const host = new Host({
    grid,
    pane: element("pane"),
    namespace: namespaceIn(manifest),
    metadata,
    documentName: () => openedName,
  });
  await grid.open(opened);
  const watch = new SettledWatch(grid, host, (state) => {
    element("state").textContent = state.settled ? "" : state.ready ? "Calculating…" : "Starting the add-in…";
  });
  window.workbench = {
    grid,
    host,
    content: () => grid.content(),
    state: () => watch.state(),
    settled: (timeoutMs) => watch.settled(timeoutMs),
    open: async (content) => {
      openedName = content.name;
      showName();
      await grid.open(content);
      grid.recalculate();
    },
  };
  host.loadAddIn("/addin/taskpane.html");
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}.`);
  return found;
}

async function fetchText(path: string): Promise<string> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path} is missing.`);
  return response.text();
}

async function fetchJson<T>(path: string): Promise<T> {
  return JSON.parse(await fetchText(path)) as T;
}

start().catch((error: unknown) => {
  window.workbenchFailure = String(error);
  console.error(error);
  element("state").textContent = `The workbench did not start: ${String(error)}`;
});
