/** One pane of the add-in: its page, its conversation with the host, and what it has asked to be told. */
import type { Batch, BatchResults } from "./batch";
import { WAC_PARTITION, wacWorkbookObject } from "./classes/created-workbook";
import { serviceObject, workbookObject } from "./classes/workbook";
import type { ExcelWorld } from "./classes/world";
import { Dispatcher } from "./dispatcher";
import { AddInFrame, type EventEntry, type FrameIdentity, type RequestFlags } from "./frame";
import type { Refusals } from "./refusals";
import { WorkbookEvents } from "./workbook-events";
import type { Grid } from "../grid/grid";
import type { UndoStep } from "../grid/undo-steps";

export interface PaneOptions {
  readonly grid: Grid;
  /** Where the page is shown. */
  readonly container: HTMLElement;
  readonly identity: FrameIdentity;
  readonly refusals: Refusals;
  documentName(): string;
  used(member: string, found: boolean): void;
  functionsReady(): void;
  functionResults(results: unknown): void;
  workbookCreated(bytes: Uint8Array): void;
}

export class AddInPane {
  readonly events: WorkbookEvents;
  private readonly frame: AddInFrame;
  private readonly dispatcher: Dispatcher;
  /** Answers Excel.createWorkbook. */
  private readonly wacDispatcher: Dispatcher;
  private batchesRunning = 0;

  constructor(private readonly options: PaneOptions) {
    const { grid } = options;
    this.frame = new AddInFrame(options.container, options.identity, options.documentName, {
      processBatch: (body, flags) => this.process(body as Batch, flags),
      unknownRequest: (name) => options.used(`request ${name}`, false),
    });
    this.events = new WorkbookEvents(grid, (entries) => this.frame.sendEvents(entries));
    const world: ExcelWorld = {
      grid,
      documentName: options.documentName,
      functionsReady: options.functionsReady,
      functionResults: options.functionResults,
      workbookCreated: options.workbookCreated,
      watch: (kind, sheetId, on) => this.events.watch(kind, sheetId, on),
    };
    const shared = {
      newObject: (className: string) => serviceObject(world, className),
      used: options.used,
      calculated: () => grid.calculated(),
    };
    this.dispatcher = new Dispatcher({ ...shared, root: workbookObject(world) });
    this.wacDispatcher = new Dispatcher({ ...shared, root: wacWorkbookObject(world) });
  }

  load(page: string): void {
    this.frame.load(page);
  }

  unload(): void {
    this.frame.unload();
  }

  send(entries: readonly EventEntry[]): void {
    this.frame.sendEvents(entries);
  }

  /** For `workbook.onSelectionChanged`, which is older than the events of sheets and goes another way. */
  selectionChanged(): void {
    this.frame.sendDocumentSelectionChanged();
  }

  get isIdle(): boolean {
    return this.batchesRunning === 0;
  }

  /** What one batch changes is one step of undo. */
  private async process(batch: Batch, flags: RequestFlags): Promise<BatchResults> {
    const { grid, refusals } = this.options;
    const step: UndoStep = [];
    this.batchesRunning++;
    try {
      const refused = await refusals.before(flags);
      if (refused) return { Results: [], TraceIds: [], Error: refused };
      const dispatcher = flags.partition === WAC_PARTITION ? this.wacDispatcher : this.dispatcher;
      return await dispatcher.process(batch, (work) => grid.inStep(step, work));
    } finally {
      grid.closeStep(step);
      this.batchesRunning--;
    }
  }
}
