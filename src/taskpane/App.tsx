/**
 * The pane: tabs, header, the screen, footer. Names that tests and the headless run may rely on (role, accessible name):
 *   tab      "Data", "Settings", "Lots", "Harvest", "Wash", "Sell" (data-testid tab-data …; at 320 px the last ones are
 *            menu items behind the button "… more screens", data-testid more-screens, menu-sell …)
 *   heading  the name of the screen
 *   button   "Read again"; "Remove what I wrote"; the screen's one primary button (data-testid write)
 *   link     the address of the trades, such as "‘Trades’!A1:H120" (data-testid trades-range)
 *   textbox  "As of" (data-testid as-of)
 * On the Data screen: lists "Recognized columns", "Rows that need you"; checkboxes "Open lots", "Realized sales",
 * "Wash sales" (data-testid table-OPENLOTS …); radios "Beside the trades", "On new sheets"; groups "Trades", "Prices",
 * "Settings", each with a button "Use the selected range for trades" …; combobox "2 ranges with trades; wash sales
 * between them are not seen" (only with several places).
 * data-testid: pane-state (its data-state is working, nothing, failed or read; its data-screen the screen), answer,
 * write-plan, said, stale, news, written-OPENLOTS and so on (its data-address is the block), problem.
 */
import { FluentProvider, makeStaticStyles, webDarkTheme, type Theme } from "@fluentui/react-components";
import { useEffect, useMemo, type ReactElement } from "react";
import type { Engine } from "./engine/contract";
import { engineAway } from "./engine/away";
import { engineOnPage } from "./engine/on-page";
import { startWorker } from "./engine/start-worker";
import { Page } from "./frame/Page";
import { StartAgain } from "./frame/StartAgain";
import type { PaneWorkbook } from "./pane-workbook";

/** The frame that Excel gives the page is the page. */
const usePageFrame = makeStaticStyles({ body: { margin: 0 } });

export interface AppProps {
  readonly workbook: PaneWorkbook;
  readonly namespace: string;
  readonly theme: Theme;
  /** In place of the one in a worker. */
  readonly engine?: Engine;
}

export function App({ workbook, namespace, theme, engine: given }: AppProps): ReactElement {
  usePageFrame();
  const engine = useMemo(() => given ?? engineAway(startWorker, engineOnPage), [given]);
  useEffect(() => () => engine.close(), [engine]);
  return (
    // The browser's own parts (the calendar of a date, the list of a choice) follow the theme too.
    <FluentProvider theme={theme} style={{ colorScheme: theme === webDarkTheme ? "dark" : "light" }}>
      <StartAgain of="pane">
        <Page workbook={workbook} namespace={namespace} engine={engine} />
      </StartAgain>
    </FluentProvider>
  );
}
