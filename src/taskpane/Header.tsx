/** Name, the range that is read (click selects it), and the way to another one. */
import { Button, Label, Link, makeStyles, MessageBar, MessageBarBody, Select, Text, tokens } from "@fluentui/react-components";
import { useId, type ReactElement } from "react";
import { addressForReading, type CellBlock } from "../sheet/placing/addresses";
import type { TradesPlace } from "../sheet/placing/trades-blocks";
import type { BookRead } from "./read-book";
import { startsWhere } from "./reading";
import type { TradesOnSheet } from "./use-trades";

const useStyles = makeStyles({
  header: {
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
  },
  line: { display: "flex", justifyContent: "space-between", alignItems: "center", gap: tokens.spacingHorizontalS },
  name: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  range: { fontSize: "inherit", lineHeight: "inherit" },
  selection: { flexShrink: 0, fontWeight: tokens.fontWeightRegular },
  choice: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface HeaderProps {
  readonly trades: TradesOnSheet;
  readonly book: BookRead | null;
  readonly onSelect: (block: CellBlock) => void;
}

export function Header({ trades, book, onSelect }: HeaderProps): ReactElement {
  const styles = useStyles();
  return (
    <header className={styles.header}>
      <div className={styles.line}>
        <h1 className={styles.name}>Taxlot</h1>
        <Button size="small" appearance="subtle" onClick={trades.findAgain}>
          Read again
        </Button>
      </div>
      {book !== null && (
        <div className={styles.line}>
          <Text size={200} className={styles.quiet}>
            Reads{" "}
            <Link inline className={styles.range} data-testid="trades-range" onClick={() => onSelect(book.place.block)}>
              {placeName(book.place)}
            </Link>
          </Text>
          <Button size="small" appearance="subtle" className={styles.selection} onClick={trades.readSelection}>
            Use the selected range
          </Button>
        </div>
      )}
      {book !== null && book.place.block.row > 0 && (
        <Text size={200} className={styles.quiet}>
          Rows are counted from the first row of the range, sheet row {book.place.block.row + 1}.
        </Text>
      )}
      {trades.places.length > 1 && <PlaceChoice trades={trades} book={book} />}
      {trades.stale && (
        <MessageBar intent="info">
          <MessageBarBody>The trades changed since this was read.</MessageBarBody>
        </MessageBar>
      )}
    </header>
  );
}

function PlaceChoice({ trades, book }: { readonly trades: TradesOnSheet; readonly book: BookRead | null }): ReactElement {
  const styles = useStyles();
  const chosen = trades.places.findIndex((place) => book !== null && startsWhere(place, book.place));
  const id = useId();
  return (
    <div className={styles.choice}>
      <Label htmlFor={id} size="small">
        {trades.places.length} ranges with trades; wash sales between them are not seen
      </Label>
      <Select
        id={id}
        size="small"
        value={String(chosen)}
        onChange={(_, { value }) => {
          const place = trades.places[Number(value)];
          if (place !== undefined) trades.read(place);
        }}
      >
        {chosen < 0 && <option value="-1">Choose the trades</option>}
        {trades.places.map((place, index) => (
          <option key={index} value={index}>
            {placeName(place)}
          </option>
        ))}
      </Select>
    </div>
  );
}

function placeName({ block, tableName }: TradesPlace): string {
  return tableName === null ? addressForReading(block) : `table ${tableName}, ${addressForReading(block)}`;
}
