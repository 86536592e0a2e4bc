/** Names of the open workbook. Univer moves what they refer to when rows and columns come and go. */
import { ICommandService, type Injector } from "@univerjs/core";
import { SetDefinedNameMutation, type ISetDefinedNameMutationParam } from "@univerjs/preset-sheets-core";
import { parseAddress } from "../addresses";
import type { NameContent, WorkbookContent } from "../content";
import { rereadFormulas } from "./reread-formulas";
import type { FWorkbook } from "./univer-setup";

export class UniverNames {
  private workbook: FWorkbook | null = null;
  /** The names are the file's own; no formula has been read yet. */
  private opening = false;
  /** As given, by lower-case name: read back in the same words as long as Univer has not changed them. */
  private readonly given = new Map<string, NameContent>();

  constructor(injector: Injector) {
    injector.get(ICommandService).onCommandExecuted((command) => {
      if (command.id !== SetDefinedNameMutation.id || !this.workbook || this.opening) return;
      const { name, unitId } = command.params as ISetDefinedNameMutationParam;
      if (unitId === this.workbook.getId()) rereadFormulas(injector, this.workbook, [name]);
    });
  }

  open(workbook: FWorkbook, content: WorkbookContent): void {
    this.workbook = workbook;
    this.given.clear();
    this.opening = true;
    for (const name of content.names) this.set(name);
    this.opening = false;
  }

  all(): readonly NameContent[] {
    const names = this.workbook?.getDefinedNames() ?? [];
    return names.map((defined) => {
      const reference = defined.getFormulaOrRefString();
      const given = this.given.get(defined.getName().toLowerCase());
      if (given && univerReference(given.refersTo) === reference) return given;
      const refersTo = reference.startsWith("=") ? reference : `=${reference}`;
      const sheetId = defined.getLocalSheetId();
      const sheet = this.workbook?.getSheets().find((candidate) => candidate.getSheetId() === sheetId)?.getSheetName();
      return { name: defined.getName(), refersTo, ...(sheet === undefined ? {} : { sheet }) };
    });
  }

  set(name: NameContent): void {
    if (!this.workbook) return;
    this.remove(name.name);
    this.given.set(name.name.toLowerCase(), name);
    const owner = name.sheet === undefined ? this.workbook : this.workbook.getSheetByName(name.sheet);
    (owner ?? this.workbook).insertDefinedName(name.name, univerReference(name.refersTo));
  }

  remove(name: string): void {
    const existing = this.workbook?.getDefinedNames().find((defined) => sameName(defined.getName(), name));
    existing?.delete();
    this.given.delete(name.toLowerCase());
  }
}

/** Univer writes a reference without "=", a formula with it. */
function univerReference(refersTo: string): string {
  return parseAddress(refersTo) === null ? refersTo : refersTo.replace(/^=/, "");
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
