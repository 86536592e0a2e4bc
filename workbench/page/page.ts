/** The workbench page: a spreadsheet, the add-in's pane beside it, and the host between them. */
import "./page.css";
import type { WorkbookContent } from "../content";
import { readWorkbookFile, writeWorkbookFile } from "../files";
import { UniverGrid } from "../grid/univer-grid";
import { Host } from "../host/host";
import type { Refusals } from "../host/refusals";
import type { FunctionsMetadata } from "../host/functions-metadata";
import { Bar, element } from "./bar";
import { showCharts } from "./chart-cards";
import { dropOnPane, type EncodedFile } from "./drop-on-pane";
import { namespaceIn } from "./manifest";
import { SettledWatch, type WorkbenchState } from "./settled";

/** What the tests and the headless run reach through `window.workbench`. */
export interface WorkbenchControl {
  readonly grid: UniverGrid;
  readonly host: Host;
  open(content: WorkbookContent): Promise<void>;
  /** Takes back the last step: what one request batch of the add-in changed is one. */
  undo(): void;
  redo(): void;
  /** The add-in a second time, below the first, with a conversation of its own. */
  openSecondPane(): void;
  closeSecondPane(): void;
  /** What Excel refuses for reasons of the moment, for tests: typing in a cell, being busy. */
  readonly refusals: Refusals;
  content(): WorkbookContent;
  /** Workbooks that the add-in made with Excel.createWorkbook, oldest first, since the page was loaded. */
  readonly created: readonly Uint8Array[];
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

const PANE_PAGE = "/addin/taskpane.html";

async function start(bar: Bar): Promise<void> {
  const [metadata, manifest, firstContent, toDrop] = await Promise.all([
    fetchJson<FunctionsMetadata>("/addin/functions.json"),
    fetchText("/addin/manifest.xml"),
    fetchJson<WorkbookContent>("/opened.json"),
    fetchJson<readonly EncodedFile[]>("/dropped.json"),
  ]);
  let documentName = firstContent.name;
  const created: Uint8Array[] = [];
  const grid = new UniverGrid(element("grid"));
  const host = new Host({
    grid,
    pane: element("pane"),
    secondPane: element("second-pane"),
    namespace: namespaceIn(manifest),
    metadata,
    documentName: () => documentName,
    onWorkbookCreated: (bytes) => bar.offer(bytes, `Workbook${created.push(bytes)}.xlsx`),
    onMissing: (member) => bar.warn(`The add-in asked for ${member}, which the workbench does not have.`),
  });
  const open = async (content: WorkbookContent) => {
    documentName = content.name;
    bar.showFile(documentName);
    host.unloadAddIn();
    await grid.open(content);
    showCharts(grid.sheetRecord(grid.activeSheetId()).charts);
    host.loadAddIn(PANE_PAGE);
  };
  await open(firstContent);
  const showChartsInFront = () => showCharts(grid.sheetRecord(grid.activeSheetId()).charts);
  grid.onSheetRecord(showChartsInFront);
  grid.onSelect(showChartsInFront);
  const watch = new SettledWatch(grid, host, (state) => bar.showState(wordFor(state)));
  grid.onSelect((block) => bar.showWhy(host.messageAt(block) ?? ""));
  grid.onRefused((sheetId) => {
    const name = grid.sheets().find(({ id }) => id === sheetId)?.name ?? "";
    bar.warn(`The sheet ${name} is protected. Nothing in it can be changed until its protection is taken away.`);
  });
  bar.connect({
    openFile: (bytes, fileName) => open(readWorkbookFile(bytes, fileName)),
    undo: () => grid.undo(),
    file: () => ({ bytes: writeWorkbookFile(grid.content()), name: documentName.replace(/\.[^.]*$/, "") + ".xlsx" }),
  });
  window.workbench = {
    grid,
    host,
    open,
    undo: () => grid.undo(),
    redo: () => grid.redo(),
    openSecondPane: () => host.loadSecond(PANE_PAGE),
    closeSecondPane: () => host.closeSecond(),
    refusals: host.refusals,
    content: () => grid.content(),
    created,
    state: () => watch.state(),
    settled: (timeoutMs) => watch.settled(timeoutMs),
  };
  if (toDrop.length > 0) await dropOnPane(element("pane"), toDrop);
}

function wordFor({ settled, ready }: WorkbenchState): string {
  if (settled) return "";
  return ready ? "Calculating…" : "Starting the add-in…";
}

async function fetchText(path: string): Promise<string> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path} is missing.`);
  return response.text();
}

async function fetchJson<T>(path: string): Promise<T> {
  return JSON.parse(await fetchText(path)) as T;
}

const bar = new Bar();
start(bar).catch((error: unknown) => {
  window.workbenchFailure = String(error);
  console.error(error);
  bar.warn(`The workbench did not start. ${String(error)}`);
});
