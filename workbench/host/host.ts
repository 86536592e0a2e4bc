/** The host in one piece: the add-in's panes, the class tables and the custom-function waves. */
import { AddInPane } from "./add-in-pane";
import type { InvocationResult } from "./function-results";
import { unsupportedIn, type FunctionsMetadata } from "./functions-metadata";
import { MemberRecord } from "./member-record";
import { Refusals } from "./refusals";
import { Waves } from "./waves";
import type { Grid, SheetCell } from "../grid/grid";

export interface HostOptions {
  readonly grid: Grid;
  /** Where the add-in's page is shown. */
  readonly pane: HTMLElement;
  /** Where it is shown a second time, when that is asked for. */
  readonly secondPane: HTMLElement;
  readonly namespace: string;
  readonly metadata: FunctionsMetadata;
  documentName(): string;
  /** The add-in wanted a member that the workbench lacks. */
  onMissing(member: string): void;
  /** The add-in made a workbook of its own. */
  onWorkbookCreated(bytes: Uint8Array): void;
}

const FIRST = { conversation: "taxlot-workbench", title: "Taxlot task pane", hasFunctions: true };
const SECOND = { conversation: "taxlot-workbench-2", title: "Second Taxlot task pane", hasFunctions: false };

export class Host {
  readonly members: MemberRecord;
  readonly refusals = new Refusals();
  private readonly waves: Waves;
  private first: AddInPane | null = null;
  private second: AddInPane | null = null;
  private functionsStarted = false;

  constructor(private readonly options: HostOptions) {
    const { grid, metadata } = options;
    this.members = new MemberRecord(options.onMissing);
    for (const kind of unsupportedIn(metadata)) this.members.note(`Custom function ${kind}`, false);
    this.waves = new Waves(metadata, {
      namespace: options.namespace,
      send: (entries) => this.first?.send(entries),
      recalculate: (cells) => grid.recalculate(cells),
      sheetName: (id) => grid.sheets().find((sheet) => sheet.id === id)?.name ?? "",
    });
    grid.registerFunctions(this.waves.gridFunctions());
    grid.onCalculated(() => {
      if (this.functionsStarted) this.waves.flush();
    });
    grid.onEdit((block) => this.panes().forEach((pane) => pane.events.edited(block)));
    grid.onResults((block) => this.panes().forEach((pane) => pane.events.calculated(block)));
    grid.onSheets((change) => this.panes().forEach((pane) => pane.events.sheetsChanged(change)));
    grid.onSelect((block) => {
      for (const pane of this.panes()) {
        pane.events.selected(block);
        pane.selectionChanged();
      }
    });
  }

  /** Every workbook that is opened has the add-in start anew: what the one before it asked for is over. */
  unloadAddIn(): void {
    this.functionsStarted = false;
    this.waves.forgetOpenCalls();
    this.refusals.end();
    for (const pane of this.panes()) pane.unload();
    this.first = null;
    this.second = null;
  }

  /** Loads the add-in's page into the pane. */
  loadAddIn(page: string): void {
    this.first = this.newPane(this.options.pane, FIRST);
    this.first.load(page);
  }

  /** The add-in once more, beside the first; custom functions stay with the first. */
  loadSecond(page: string): void {
    this.closeSecond();
    this.second = this.newPane(this.options.secondPane, SECOND);
    this.second.load(page);
  }

  closeSecond(): void {
    this.second?.unload();
    this.second = null;
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
    return this.functionsStarted && this.panes().every((pane) => pane.isIdle) && this.waves.unanswered().length === 0;
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

  private panes(): readonly AddInPane[] {
    return [this.first, this.second].filter((pane): pane is AddInPane => pane !== null);
  }

  private newPane(container: HTMLElement, identity: typeof FIRST): AddInPane {
    const { grid, documentName, onWorkbookCreated } = this.options;
    return new AddInPane({
      grid,
      container,
      identity,
      refusals: this.refusals,
      documentName,
      used: (member, found) => this.members.note(member, found),
      functionsReady: () => {
        if (identity.hasFunctions) this.startFunctions();
      },
      workbookCreated: onWorkbookCreated,
      functionResults: (results) => this.waves.receive(results as readonly InvocationResult[]),
    });
  }

  /** Formulas opened before this show what the file had; now they are calculated. */
  private startFunctions(): void {
    this.functionsStarted = true;
    this.options.grid.recalculate();
  }
}
