/** What the sale would do: what is washed, which lots go, what remains. */
import { makeStyles, MessageBar, MessageBarBody, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { money } from "../charts/formats";
import { RowLink } from "../parts/RowLink";
import { remainingLine, resultLine, washingText } from "./sell-sentences";
import type { SellView } from "./sell-view";

const useStyles = makeStyles({
  band: { marginTop: tokens.spacingVerticalS },
  line: { margin: `${tokens.spacingVerticalS} 0 0` },
  list: { listStyleType: "none", margin: 0, padding: 0 },
});

const PURCHASES_AT_MOST = 5;

interface SaleResultProps {
  readonly view: SellView;
  readonly onSelectRow: (row: number) => void;
}

export function SaleResult({ view, onSelectRow }: SaleResultProps): ReactElement {
  const styles = useStyles();
  return (
    <>
      <p className={styles.line} data-testid="sell-result">
        {resultLine(view)}
      </p>
      <WashBand view={view} onSelectRow={onSelectRow} />
    </>
  );
}

/** "$200.00 of the loss would be disallowed: 20 shares bought 11/20 (row 3)" */
function WashBand({ view: { chosen, ask, unit }, onSelectRow }: SaleResultProps): ReactElement | null {
  const styles = useStyles();
  const { washedBy, permanentCents, disallowedCents } = chosen;
  if (disallowedCents === 0) return null;
  const lost = permanentCents === 0 ? "" : `, ${money(permanentCents)} of it lost for good`;
  const rest = washedBy.length - PURCHASES_AT_MOST;
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.band} data-testid="wash-band">
      <MessageBarBody>
        {money(disallowedCents)} of the loss would be disallowed{lost}
        {washedBy.length === 0 ? "." : ":"}
        <ul className={styles.list}>
          {washedBy.slice(0, PURCHASES_AT_MOST).map((purchase) => (
            <li key={purchase.row}>
              {washingText(purchase, unit)}
              {purchase.symbol === ask.symbol ? "" : `, ${purchase.symbol}`} (<RowLink row={purchase.row} onSelectRow={onSelectRow} />)
            </li>
          ))}
        </ul>
        {rest > 0 && `and ${rest} more purchases; the Note of each lot names them.`}
      </MessageBarBody>
    </MessageBar>
  );
}

export function Remaining({ view }: { readonly view: SellView }): ReactElement {
  const styles = useStyles();
  return (
    <p className={styles.line} data-testid="sell-remaining">
      {remainingLine(view)}
    </p>
  );
}
