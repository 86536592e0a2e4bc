/** No trades yet, or none that can be read: one sentence, one button. */
import { Button, Link, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { addressForReading, type CellBlock } from "../sheet/placing/addresses";
import type { Reading } from "./reading";
import type { TradesOnSheet } from "./use-trades";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, alignItems: "flex-start", paddingTop: tokens.spacingVerticalL },
  headings: { color: tokens.colorNeutralForeground2 },
});

interface NothingFoundProps {
  readonly reading: Extract<Reading, { state: "nothing" | "failed" }>;
  readonly trades: TradesOnSheet;
  readonly onSelect: (block: CellBlock) => void;
}

export function NothingFound({ reading, trades, onSelect }: NothingFoundProps): ReactElement {
  const styles = useStyles();
  const place = reading.state === "failed" ? reading.place : null;
  return (
    <div className={styles.box}>
      <Text role="status" data-testid="answer">
        {reading.state === "failed" ? reading.sentence : "No sheet of this workbook has trades under headings yet."}
      </Text>
      {place !== null && (
        <Link onClick={() => onSelect(place.block)}>Show {addressForReading(place.block)}</Link>
      )}
      <Button appearance="primary" onClick={trades.readSelection}>
        Use the selected range
      </Button>
      {reading.state === "nothing" && (
        <Text size={200} className={styles.headings}>
          Headings it looks for: Date, Action, Symbol, Quantity, Price, Fees, Account. Any order will do, and the
          headings of broker exports are known.
        </Text>
      )}
    </div>
  );
}
