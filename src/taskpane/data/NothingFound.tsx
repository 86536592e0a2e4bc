/** No trades yet, or none that can be read: one sentence, one button. */
import { Button, Link, makeStyles, Text, tokens } from "@fluentui/react-components";
import { SelectedNow } from "./SelectedNow";
import { useEffect, useState, type ReactElement } from "react";
import { addressForReading, type CellBlock } from "../../sheet/placing/addresses";
import { nameOfForm } from "../forms/forms-on-desk";
import type { PaneWorkbook } from "../pane-workbook";
import type { Reading } from "../reading";
import type { ScreenName } from "../screen";
import { joined } from "../sentences";
import type { TradesOnSheet } from "../use-trades";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, alignItems: "flex-start", paddingTop: tokens.spacingVerticalL },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  headings: { color: tokens.colorNeutralForeground2 },
});

interface NothingFoundProps {
  readonly workbook: Pick<PaneWorkbook, "findBrokerForms">;
  readonly reading: Extract<Reading, { state: "nothing" | "failed" }>;
  readonly trades: TradesOnSheet;
  readonly onSelect: (block: CellBlock) => void;
  readonly onGo: (screen: ScreenName) => void;
  /** What is selected on the sheet now. */
  readonly selected: string | null;
}

export function NothingFound({ workbook, reading, trades, onSelect, onGo, selected }: NothingFoundProps): ReactElement {
  const styles = useStyles();
  const isOfSettings = reading.state === "failed" && reading.settings !== undefined;
  const forms = useNamesOfForms(workbook, reading.state === "nothing");
  const block = reading.state === "failed" ? reading.block : null;
  return (
    <div className={styles.box}>
      <Text role="status" data-testid="answer">
        {reading.state === "failed" ? reading.sentence : nothingFound(forms)}
      </Text>
      {block !== null && <Link onClick={() => onSelect(block)}>Show {addressForReading(block)}</Link>}
      {isOfSettings ? (
        <Button appearance="primary" onClick={() => onGo("settings")}>
          Mend the settings
        </Button>
      ) : (
        <>
          <div className={styles.buttons}>
            {reading.state === "nothing" && (
              <Button appearance="primary" data-testid="go-import" onClick={() => onGo("import")}>
                Import broker files
              </Button>
            )}
            <Button appearance={reading.state === "nothing" ? "secondary" : "primary"} onClick={trades.readSelection}>
              Use the selected range
            </Button>
          </div>
          <SelectedNow address={selected} />
        </>
      )}
      {reading.state === "nothing" && (
        <Text size={200} className={styles.headings}>
          Headings it looks for: Date, Action, Symbol, Quantity, Price, Fees, Account. Any order will do, and the
          headings of broker exports are known. Taxlot comes with sample workbooks to try it on.
        </Text>
      )}
    </div>
  );
}

const NO_TRADES = "No sheet of this workbook has trades under headings yet.";

/** Sales as a broker reports them are no trades: they are compared with those. */
export function nothingFound(forms: readonly string[]): string {
  return forms.length === 0 ? NO_TRADES : `${NO_TRADES} The broker's sales on ${joined(forms)} wait to be compared with them: import the transactions too.`;
}

/** Empty while they are looked for, too. */
function useNamesOfForms(workbook: NothingFoundProps["workbook"], isWanted: boolean): readonly string[] {
  const [names, setNames] = useState<readonly string[]>([]);
  useEffect(() => {
    let isHere = isWanted;
    if (isWanted) void workbook.findBrokerForms().then((found) => (isHere && found.ok ? setNames(found.value.map(nameOfForm)) : undefined));
    return () => void (isHere = false);
  }, [workbook, isWanted]);
  return names;
}
