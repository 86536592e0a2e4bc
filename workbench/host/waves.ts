/**
 * Custom functions in waves. While formulas calculate, a call without an answer shows #BUSY! and
 * queues; when the calculation ends all queued calls go out as one message; when the last of them is
 * answered, the cells that asked are calculated once more, now from the answers. It ends when a
 * calculation queues nothing. (One message a call would take office.js half a second each.)
 */
import type { EventEntry } from "./frame";
import type { ArgumentMatrix, ArgumentValue, FunctionAnswer, FunctionArgument, GridFunction, SheetCell } from "../grid/grid";
import { PENDING } from "../grid/grid";
import { fullAddress } from "../addresses";
import { isMatrix, liftedArguments, liftedShape, prepareArguments, type WireArgument } from "./function-arguments";
import { functionResult, type FunctionResult, type InvocationResult } from "./function-results";
import type { FunctionMetadata, FunctionsMetadata } from "./functions-metadata";
import { AnswerCache } from "./answer-cache";

const CATEGORY_CUSTOM_FUNCTION = 1;
const TYPE_INVOKE = 1000;
const FLAG_ERRORS_ALLOWED = 4;

interface Call {
  readonly id: number;
  readonly key: string;
  readonly functionId: string;
  readonly cells: SheetCell[];
}

export interface WavesWorld {
  readonly namespace: string;
  send(entries: readonly EventEntry[]): void;
  recalculate(cells: readonly SheetCell[]): void;
  sheetName(sheetId: string): string;
}

export class Waves {
  /** Calls sent and not answered, by invocation id. */
  private readonly open = new Map<number, Call>();
  private readonly callOfKey = new Map<string, Call>();
  private readonly answers = new AnswerCache<FunctionResult>();
  private readonly messages = new Map<string, string>();
  private queue: EventEntry[] = [];
  private answeredCells: SheetCell[] = [];
  private callCount = 0;
  private waveCount = 0;

  constructor(
    private readonly metadata: FunctionsMetadata,
    private readonly world: WavesWorld,
  ) {}

  gridFunctions(): readonly GridFunction[] {
    return this.metadata.functions.map((entry) => ({
      name: `${this.world.namespace}.${entry.name}`.toUpperCase(),
      description: entry.description ?? "",
      parameters: entry.parameters.map((parameter) => ({
        name: parameter.name,
        description: parameter.description ?? "",
        optional: parameter.optional === true,
        matrix: parameter.dimensionality === "matrix",
      })),
      call: (args, cell) => this.answerNow(entry, args, cell),
    }));
  }

  /** The calculation is over: what it queued goes out together. */
  flush(): void {
    if (this.queue.length === 0) return;
    const entries = this.queue;
    this.queue = [];
    this.waveCount++;
    this.world.send(entries);
  }

  receive(results: readonly InvocationResult[]): void {
    for (const result of results) {
      const call = this.open.get(result[0]);
      if (!call) continue;
      this.open.delete(call.id);
      this.callOfKey.delete(call.key);
      this.answers.set(call.key, functionResult(result));
      this.answeredCells.push(...call.cells);
    }
    if (this.open.size > 0 || this.answeredCells.length === 0) return;
    const cells = this.answeredCells;
    this.answeredCells = [];
    this.world.recalculate(cells);
  }

  /** The add-in starts anew: what it was asked before will not be answered. */
  forgetOpenCalls(): void {
    this.open.clear();
    this.callOfKey.clear();
    this.queue = [];
    this.answeredCells = [];
  }

  /** Nothing waits: answers that no formula has used since the last rest may go. */
  rest(): void {
    this.answers.newRound();
  }

  /** Why a cell shows an error, where its function said so. */
  messageAt(cell: SheetCell): string | null {
    return this.messages.get(cellKey(cell)) ?? null;
  }

  /** Names of the functions that have been called and have not answered. */
  unanswered(): readonly string[] {
    return [...new Set([...this.callOfKey.values()].map((call) => `${this.world.namespace}.${call.functionId}`))];
  }

  counts(): { readonly calls: number; readonly waves: number } {
    return { calls: this.callCount, waves: this.waveCount };
  }

  private answerNow(entry: FunctionMetadata, given: readonly FunctionArgument[], cell: SheetCell): FunctionAnswer {
    const shape = liftedShape(entry, given);
    if (shape === null) return this.answerOne(entry, given, cell);
    let pending = false;
    const rows = Array.from({ length: shape.rows }, (_, row) =>
      Array.from({ length: shape.columns }, (_, column): ArgumentValue => {
        const answer = this.answerOne(entry, liftedArguments(entry, given, row, column), cell);
        if (answer === PENDING) pending = true;
        return answer === PENDING ? null : firstValue(answer);
      }),
    );
    return pending ? PENDING : rows;
  }

  private answerOne(entry: FunctionMetadata, given: readonly FunctionArgument[], cell: SheetCell): FunctionAnswer {
    const prepared = prepareArguments(entry, given, this.metadata.allowErrorForDataTypeAny === true);
    if (prepared.kind === "answer") return prepared.error.error === "#BUSY!" ? PENDING : prepared.error;
    if (mentionsBusy(prepared.args)) return PENDING;
    const text = JSON.stringify(prepared.args);
    const key = `${entry.id} ${text}`;
    const known = this.answers.get(key);
    if (known) {
      this.keepMessage(cell, known.message);
      return known.answer;
    }
    const asked = this.callOfKey.get(key);
    if (asked) asked.cells.push(cell);
    else this.ask(entry, prepared.args, key, cell);
    return PENDING;
  }

  private ask(entry: FunctionMetadata, args: readonly WireArgument[], key: string, cell: SheetCell): void {
    const call: Call = { id: ++this.callCount, key, functionId: entry.id, cells: [cell] };
    this.open.set(call.id, call);
    this.callOfKey.set(key, call);
    const flags = this.metadata.allowErrorForDataTypeAny ? FLAG_ERRORS_ALLOWED : 0;
    const message = JSON.stringify([call.id, entry.id, args, this.addressOf(cell), flags]);
    this.queue.push([CATEGORY_CUSTOM_FUNCTION, TYPE_INVOKE, "", message, `call ${call.id}`, false]);
  }

  private keepMessage(cell: SheetCell, message: string | null): void {
    if (message === null) this.messages.delete(cellKey(cell));
    else this.messages.set(cellKey(cell), message);
  }

  private addressOf(cell: SheetCell): string {
    const block = { row: Math.max(0, cell.row), column: Math.max(0, cell.column), rows: 1, columns: 1 };
    return fullAddress(this.world.sheetName(cell.sheetId), block);
  }
}

function cellKey({ sheetId, row, column }: SheetCell): string {
  return `${sheetId} ${row} ${column}`;
}

function firstValue(answer: ArgumentMatrix | ArgumentValue): ArgumentValue {
  return isMatrix(answer) ? (answer[0]?.[0] ?? null) : answer;
}

/** A range over cells that still wait: there is nothing to ask yet. */
function mentionsBusy(args: readonly WireArgument[]): boolean {
  const isBusy = (value: unknown): boolean =>
    value === "#BUSY!" || (typeof value === "object" && value !== null && "code" in value && value.code === "#BUSY!");
  return args.some((argument) => (Array.isArray(argument) ? argument.some((row) => row.some(isBusy)) : isBusy(argument)));
}
