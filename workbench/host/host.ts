/** The host in one piece: the add-in's frame, the dispatcher, the class tables and the custom-function waves. */
import type { Batch } from "./batch";
import { serviceObject, workbookObject } from "./classes/workbook";
import type { ExcelWorld } from "./classes/world";
import { Dispatcher } from "./dispatcher";
import { EditEvents } from "./edit-events";
import { AddInFrame } from "./frame";
import type { InvocationResult } from "./function-results";
import { unsupportedIn, type FunctionsMetadata } from "./functions-metadata";
import { MemberRecord } from "./member-record";
import { Waves } from "./waves";
import type { Grid, SheetCell } from "../grid/grid";

export interface HostOptions {
  readonly grid: Grid;
  /** Where the add-in's page is shown. */
  readonly pane: HTMLElement;
  readonly namespace: string;
  readonly metadata: FunctionsMetadata;
  documentName(): string;
  /** The add-in wanted a member that the workbench lacks. */
  onMissing(member: string): void;
}

export class Host {
  readonly members: MemberRecord;
  private readonly frame: AddInFrame;
  private readonly waves: Waves;
  private readonly edits: EditEvents;
  private readonly world: ExcelWorld;
  private dispatcher: Dispatcher;
  private functionsStarted = false;
  private batchesRunning = 0;

  constructor(private readonly options: HostOptions) {
    const { grid, metadata } = options;
    this.members = new MemberRecord(options.onMissing);
    for (const kind of unsupportedIn(metadata)) this.members.note(`Custom function ${kind}`, false);
    this.frame = new AddInFrame(options.pane, options.documentName, {
      processBatch: (body) => this.processBatch(body as Batch),
      unknownRequest: (name) => this.members.note(`request ${name}`, false),
    });
    this.waves = new Waves(metadata, {
      namespace: options.namespace,
      send: (entries) => this.frame.sendEvents(entries),
      recalculate: (cells) => grid.recalculate(cells),
      sheetName: (id) => grid.sheets().find((sheet) => sheet.id === id)?.name ?? "",
    });
    this.edits = new EditEvents(grid, (entries) => this.frame.sendEvents(entries));
    const world: ExcelWorld = {
      grid,
      documentName: options.documentName,
      functionsReady: () => this.startFunctions(),
      functionResults: (results) => this.waves.receive(results as readonly InvocationResult[]),
      watchEdits: (sheetId, on) => this.edits.watch(sheetId, on),
    };
    this.world = world;
    this.dispatcher = this.newDispatcher();
    grid.registerFunctions(this.waves.gridFunctions());
    grid.onCalculated(() => {
      if (this.functionsStarted) this.waves.flush();
    });
  }

  /** Every workbook that is opened has the add-in start anew: what the one before it asked for is over. */
  unloadAddIn(): void {
    this.functionsStarted = false;
    this.waves.forgetOpenCalls();
    this.edits.forget();
    this.dispatcher = this.newDispatcher();
    this.frame.unload();
  }

  /** Loads the add-in's page into the pane. */
  loadAddIn(page: string): void {
    this.frame.load(page);
  }

  /** Why the cell shows an error, where its function said so. */
  messageAt(cell: SheetCell): string | null {
    return this.waves.messageAt(cell);
  }

  /** The workbook has come to rest. */
  rest(): void {
    this.waves.rest();
  }

  /** Every function has answered, nothing calculates, the add-in waits for nothing. */
  isSettled(): boolean {
    return this.functionsStarted && this.batchesRunning === 0 && this.waves.unanswered().length === 0;
  }

  get functionsReady(): boolean {
    return this.functionsStarted;
  }

  unansweredFunctions(): readonly string[] {
    return this.waves.unanswered();
  }

  callCounts(): { readonly calls: number; readonly waves: number } {
    return this.waves.counts();
  }

  private newDispatcher(): Dispatcher {
    return new Dispatcher({
      root: workbookObject(this.world),
      newObject: (className) => serviceObject(this.world, className),
      used: (member, found) => this.members.note(member, found),
      calculated: () => this.options.grid.calculated(),
    });
  }

  private async processBatch(batch: Batch) {
    this.batchesRunning++;
    try {
      return await this.dispatcher.process(batch);
    } finally {
      this.batchesRunning--;
    }
  }

  /** Formulas opened before this show what the file had; now they are calculated. */
  private startFunctions(): void {
    this.functionsStarted = true;
    this.options.grid.recalculate();
  }
}
