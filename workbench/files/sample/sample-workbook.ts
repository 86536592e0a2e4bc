/** The sample workbook as data: trades of four accounts, and our functions at work on them. */
import type { WorkbookContent } from "../../content";
import { eventsSheet } from "./events-sheet";
import { beforeYouBuySheet, harvestSheet, termCalendarSheet } from "./harvest-sheets";
import { pricesSheet, SETTINGS_REFERS_TO, settingsSheet, tradesSheet } from "./ledger-sheets";
import { explainSheet, lotsSheet, realizedSheet, washSheet } from "./result-sheets";
import type { ShippedFunctions } from "./shipped-functions";
import { compareSheet, sellPlanSheet, taxYearSheet } from "./tax-sheets";
import { whatIfSheet } from "./what-if-sheet";

export const SAMPLE_FILE = "taxlot-sample.xlsx";

/** Every formula with the value that the shipped functions give for it. */
export function sampleWorkbook(functions: ShippedFunctions): WorkbookContent {
  return {
    name: SAMPLE_FILE,
    activeSheet: 0,
    names: [{ name: "TaxlotSettings", refersTo: SETTINGS_REFERS_TO }],
    sheets: [
      tradesSheet(functions),
      lotsSheet(functions),
      realizedSheet(functions),
      washSheet(functions),
      harvestSheet(functions),
      termCalendarSheet(functions),
      beforeYouBuySheet(functions),
      whatIfSheet(functions),
      compareSheet(functions),
      sellPlanSheet(functions),
      taxYearSheet(functions),
      explainSheet(functions),
      eventsSheet(functions),
      pricesSheet(),
      settingsSheet(),
    ],
  };
}
