/** Starts the pane: gives the views the functions of `workbook`, inside Excel; outside says how to load it. */
import { createRoot } from "react-dom/client";
import { countsDaysFrom1904 } from "../workbook/date-system";
import { choosePlacesNow } from "../workbook/choose-places";
import { changeSettings, useSelectedSettings } from "../workbook/change-settings";
import { findBrokerForms, readBrokerForms, selectedBrokerForm } from "../workbook/find-broker-forms";
import { findImported } from "../workbook/find-imported";
import { findPrices, readPrices, selectedPrices } from "../workbook/find-prices";
import { findTrades, readTradesCells, selectedPlace } from "../workbook/find-trades";
import { freezeFormulas } from "../workbook/freeze";
import { logIdentification } from "../workbook/log-identification";
import { openCopy, opensCopies, sheetsInHere } from "../workbook/open-copy";
import { passSettings } from "../workbook/pass-settings";
import { createPriceList } from "../workbook/price-list";
import { readForCopy, readSourceLines } from "../workbook/read-for-copy";
import { removeImport } from "../workbook/remove-import";
import { removeSheets } from "../workbook/remove-sheet";
import { removeWritten } from "../workbook/remove-written";
import { repairFormulas } from "../workbook/repair-formulas";
import { selectBlock } from "../workbook/select-cell";
import { createSettingsSheet, findSettings } from "../workbook/settings-sheet";
import { thawFormulas } from "../workbook/thaw";
import { watchCalculations, watchChanges } from "../workbook/watch-changes";
import { watchSelection } from "../workbook/watch-selection";
import { writeImport } from "../workbook/write-import";
import { writeTables } from "../workbook/write-formula";
import { planSheets, writeSheets } from "../workbook/write-sheets";
import { App } from "./App";
import { themeFor } from "./office-theme";
import { OutsideExcel } from "./OutsideExcel";
import type { PaneWorkbook } from "./pane-workbook";

/** The development add-in has its own namespace, as its manifest says; webpack's mode tells the two builds apart. */
const namespace = process.env.NODE_ENV === "development" ? "TAXLOTDEV" : "TAXLOT";

const workbook: PaneWorkbook = {
  findTrades,
  selectedPlace,
  readTradesCells,
  findSettings,
  createSettingsSheet,
  selectBlock,
  planTables: choosePlacesNow,
  writeTables,
  removeWritten,
  passSettings,
  watchChanges,
  watchCalculations,
  countsDaysFrom1904,
  findPrices,
  selectedPrices,
  readPrices,
  findBrokerForms,
  selectedBrokerForm,
  readBrokerForms,
  createPriceList,
  useSelectedSettings,
  changeSettings,
  planSheets,
  writeSheets,
  removeSheets,
  logIdentification,
  watchSelection,
  findImported,
  writeImport,
  removeImport,
  readForCopy,
  readSourceLines,
  openCopy,
  opensCopies,
  sheetsInHere,
  repairFormulas,
  freezeFormulas,
  thawFormulas,
};

/** Inside Excel office.js answers quickly. A plain browser, where it may never answer, is told after this long. */
const SILENCE_MS = 4_000;

function start(): void {
  const element = document.getElementById("pane");
  if (element === null) throw new Error("The page has no element #pane.");
  const root = createRoot(element);
  if (typeof Office === "undefined") return root.render(<OutsideExcel />);
  const silence = setTimeout(() => root.render(<OutsideExcel />), SILENCE_MS);
  void Office.onReady().then(({ host }) => {
    clearTimeout(silence);
    const theme = themeFor(Office.context?.officeTheme);
    root.render(
      host === Office.HostType.Excel ? <App workbook={workbook} namespace={namespace} theme={theme} /> : <OutsideExcel />,
    );
  });
}

start();
