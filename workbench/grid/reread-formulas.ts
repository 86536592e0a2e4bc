/**
 * Univer keeps, in every formula it has read, where the tables and names in it stood. When one of them
 * has moved, the formulas that mention it must be read anew.
 */
import { ICommandService, type Injector } from "@univerjs/core";
import { IFunctionService, SetTriggerFormulaCalculationStartMutation } from "@univerjs/preset-sheets-core";
import type { FWorkbook } from "./univer-setup";

export function rereadFormulas(injector: Injector, workbook: FWorkbook, mentioning: readonly string[]): void {
  const unitId = workbook.getId();
  const sheetIds = workbook.getSheets().map((sheet) => sheet.getSheetId());
  injector.get(IFunctionService).deleteFormulaAstCacheKey(...mentioning);
  injector.get(ICommandService).syncExecuteCommand(
    SetTriggerFormulaCalculationStartMutation.id,
    {
      commands: [],
      forceCalculation: true,
      clearDependencyTreeCache: { [unitId]: Object.fromEntries(sheetIds.map((id) => [id, "1"])) },
    },
    { onlyLocal: true },
  );
}
