/** How many of the symbols held have a price, and how to get a list of them where there is none. */
import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { PRICES_SHEET } from "../../sheet/placing/prices-place";
import type { BookRead, PricesRead } from "../read-book";
import { count, joined } from "../sentences";
import type { RangesProps } from "./Ranges";

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalXXS },
});

const NAMED_AT_MOST = 6;

export function PricesState({ book, trades, busy, onMakePriceList }: RangesProps): ReactElement {
  const styles = useStyles();
  const { prices } = trades;
  return (
    <>
      <Text size={200} className={styles.quiet} data-testid="prices-state">
        {prices === null ? "Values, harvests and plans need prices: two columns, Symbol and Price." : pricedLine(prices.priced, prices.without)}
      </Text>
      {prices === null && book.held.length > 0 && (
        <div className={styles.buttons}>
          <Button size="small" disabledFocusable={busy} onClick={() => onMakePriceList(false)}>
            Make a price list
          </Button>
        </div>
      )}
      {canFillIn(book.held, prices) && (
        <>
          <div className={styles.buttons}>
            <Button size="small" disabledFocusable={busy} onClick={() => onMakePriceList(true)}>
              Fill in last trade prices
            </Button>
          </div>
          <Text size={200} className={styles.quiet}>
            These are the prices of the last trades in your rows, each of its own day, not of today.
          </Text>
        </>
      )}
    </>
  );
}

/** Into our own list only: a range of the user's is theirs to fill. Not while a row of it is wrong: that is theirs to correct. */
function canFillIn(held: BookRead["held"], prices: PricesRead | null): boolean {
  if (prices !== null && (prices.place.block.sheet !== PRICES_SHEET || prices.faults.length > 0)) return false;
  return held.some(({ symbol, lastTrade }) => lastTrade !== null && (prices === null || prices.without.includes(symbol)));
}

/** "12 of 14 symbols held have a price. Without: ABC and XYZ." */
export function pricedLine(priced: number, without: readonly string[]): string {
  const all = priced + without.length;
  if (all === 0) return "No symbol is held, so no price is needed.";
  if (without.length === 0) return all === 1 ? "The symbol held has a price." : `All ${all} symbols held have a price.`;
  const named = without.slice(0, NAMED_AT_MOST);
  const more = without.length - named.length;
  return `${priced} of ${count(all, "symbol")} held ${priced === 1 ? "has" : "have"} a price. Without: ${joined(more > 0 ? [...named, `${more} more`] : named)}.`;
}
