/** Where the trades, the prices and the settings stand, each with its address and the way to another one. */
import { Button, Label, Link, makeStyles, Select, Text, tokens } from "@fluentui/react-components";
import { useId, type ReactElement, type ReactNode } from "react";
import type { CellBlock } from "../../sheet/placing/addresses";
import type { TradesPlace } from "../../sheet/placing/trades-blocks";
import type { BookRead } from "../read-book";
import { startsWhere } from "../reading";
import { Section } from "../Section";
import { accountsLine, placeName } from "../sentences";
import type { TradesOnSheet } from "../use-trades";
import { PricesState } from "./PricesState";
import { SelectedNow } from "./SelectedNow";

const useStyles = makeStyles({
  rows: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  row: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: tokens.spacingVerticalXXS },
  head: { display: "flex", flexWrap: "wrap", alignSelf: "stretch", justifyContent: "space-between", alignItems: "baseline", gap: tokens.spacingHorizontalS },
  choose: { flexShrink: 0, fontWeight: tokens.fontWeightRegular },
  quiet: { color: tokens.colorNeutralForeground2 },
  choice: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS },
});

export interface RangesProps {
  readonly book: BookRead;
  readonly trades: TradesOnSheet;
  readonly selected: string | null;
  readonly onSelect: (block: CellBlock) => void;
  readonly onSelectedSettings: () => void;
  readonly onMakePriceList: (withLastTrades: boolean) => void;
  readonly busy: boolean;
}

export function Ranges(props: RangesProps): ReactElement {
  const styles = useStyles();
  const { book, trades, selected, onSelect, onSelectedSettings } = props;
  const accounts = accountsLine(book);
  return (
    <Section title="Ranges">
      <div className={styles.rows}>
        <Row name="Trades" place={book.place} onSelect={onSelect} onChoose={trades.readSelection}>
          {book.place.block.row > 0 && (
            <Text size={200} className={styles.quiet}>
              Rows are counted from the first row of the range, sheet row {book.place.block.row + 1}.
            </Text>
          )}
          {trades.places.length > 1 && <PlaceChoice trades={trades} book={book} />}
        </Row>
        <Row name="Prices" place={trades.prices?.place ?? null} onSelect={onSelect} onChoose={trades.readSelectedPrices}>
          <PricesState {...props} />
        </Row>
        <Row name="Settings" place={book.settings === null ? null : { block: book.settings.block, tableName: null }} onSelect={onSelect} onChoose={onSelectedSettings}>
          <Text size={200} className={styles.quiet}>
            {book.settings === null && "None yet; the defaults count: FIFO, wash sales across all your accounts. "}
            {accounts}
          </Text>
        </Row>
        {trades.notice !== null && <Text role="alert">{trades.notice}</Text>}
        <SelectedNow address={selected} />
      </div>
    </Section>
  );
}

interface RowProps {
  readonly name: "Trades" | "Prices" | "Settings";
  readonly place: { readonly block: CellBlock; readonly tableName: string | null } | null;
  readonly onSelect: (block: CellBlock) => void;
  readonly onChoose: () => void;
  readonly children?: ReactNode;
}

function Row({ name, place, onSelect, onChoose, children }: RowProps): ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.row} role="group" aria-label={name}>
      <div className={styles.head}>
        <span>
          <Text weight="semibold">{name}</Text>{" "}
          {place === null ? (
            <Text className={styles.quiet}>none</Text>
          ) : (
            <Link inline onClick={() => onSelect(place.block)} data-testid={`range-${name.toLowerCase()}`}>
              {placeName(place)}
            </Link>
          )}
        </span>
        <Button size="small" appearance="subtle" className={styles.choose} onClick={onChoose} aria-label={`Use the selected range for ${name.toLowerCase()}`}>
          Use the selected range
        </Button>
      </div>
      {children}
    </div>
  );
}

function PlaceChoice({ trades, book }: { readonly trades: TradesOnSheet; readonly book: BookRead }): ReactElement {
  const styles = useStyles();
  const chosen = trades.places.findIndex((place: TradesPlace) => startsWhere(place, book.place));
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
