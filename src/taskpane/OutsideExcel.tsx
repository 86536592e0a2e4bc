/** The page as it shows in a plain browser: how to get it into Excel. */
import { FluentProvider, makeStyles, tokens, webLightTheme } from "@fluentui/react-components";
import type { ReactElement } from "react";

const useStyles = makeStyles({
  page: { maxWidth: "640px", margin: "0 auto", padding: tokens.spacingHorizontalXXL },
});

export function OutsideExcel(): ReactElement {
  return (
    <FluentProvider theme={webLightTheme}>
      <OutsidePage />
    </FluentProvider>
  );
}

function OutsidePage(): ReactElement {
  const styles = useStyles();
  return (
    <main className={styles.page} data-testid="outside-excel">
      <h1>Taxlot runs inside Excel</h1>
      <p>This page is the task pane of an Excel add-in. In a browser of its own it has no workbook to read.</p>
      <h2>Load it in Excel</h2>
      <ul>
        <li>
          <strong>Excel on the web:</strong> Home, Add-ins, More Add-ins, Upload My Add-in, then choose manifest.xml.
        </li>
        <li>
          <strong>Windows or Mac, from the source folder:</strong> <code>npm run start:excel</code>
        </li>
      </ul>
      <h2>No Excel?</h2>
      <p>
        In the source folder, <code>npm start</code> opens the workbench: a spreadsheet in the browser in which this add-in
        runs.
      </p>
    </main>
  );
}
