/** No trades yet, or none that can be read: one sentence, one button. */
import { Button, Link, makeStyles, Text, tokens } from "@fluentui/react-components";
import { SelectedNow } from "./SelectedNow";
import type { ReactElement } from "react";
import { addressForReading, type CellBlock } from "../../sheet/placing/addresses";
import type { Reading } from "../reading";
import type { ScreenName } from "../screen";
import type { TradesOnSheet } from "../use-trades";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, alignItems: "flex-start", paddingTop: tokens.spacingVerticalL },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  headings: { color: tokens.colorNeutralForeground2 },
});

interface NothingFoundProps {
  readonly reading: Extract<Reading, { state: "nothing" | "failed" }>;
  readonly trades: TradesOnSheet;
  readonly onSelect: (block: CellBlock) => void;
  readonly onGo: (screen: ScreenName) => void;
  /** What is selected on the sheet now. */
  readonly selected: string | null;
}

export function NothingFound({ reading, trades, onSelect, onGo, selected }: NothingFoundProps): ReactElement {
  const styles = useStyles();
  const isOfSettings = reading.state === "failed" && reading.settings !== undefined;
  const block = reading.state === "failed" ? reading.block : null;
  return (
    <div className={styles.box}>
      <Text role="status" data-testid="answer">
        {reading.state === "failed" ? reading.sentence : "No sheet of this workbook has trades under headings yet."}
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
