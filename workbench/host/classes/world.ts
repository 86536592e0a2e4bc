/** What the class tables stand on. */
import type { Grid, SheetBlock } from "../../grid/grid";
import type { WatchedKind } from "../workbook-events";
import { hostObject, type HostClass, type HostObject } from "../host-class";

export interface ExcelWorld {
  readonly grid: Grid;
  documentName(): string;
  /** office.js is ready to be called for custom functions. */
  functionsReady(): void;
  functionResults(results: unknown): void;
  /** The add-in made a workbook of its own (Excel.createWorkbook). */
  workbookCreated(bytes: Uint8Array): void;
  /** Starts or stops telling the add-in about events of one kind; null: on every sheet. */
  watch(kind: WatchedKind, sheetId: string | null, on: boolean): void;
}

/** What a range stands for. Two ranges over the same cells are two objects, as in Excel. */
export interface RangeTarget extends SheetBlock {
  readonly world: ExcelWorld;
}

export interface SheetTarget {
  readonly world: ExcelWorld;
  readonly sheetId: string;
}

export interface WorldTarget {
  readonly world: ExcelWorld;
}

export function objectOf<T>(hostClass: HostClass<T>, target: T): HostObject {
  return hostObject(hostClass, target);
}
