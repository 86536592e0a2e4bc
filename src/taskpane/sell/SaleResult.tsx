/** What the sale would do: what is washed, which lots go, what remains. */
import { makeStyles, mergeClasses, MessageBar, MessageBarBody, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { money } from "../charts/formats";
import { RowLink } from "../parts/RowLink";
import { count } from "../sentences";
import { remainingLine, resultLine, waitingLine, washingText } from "./sell-sentences";
import type { SellView } from "./sell-view";

const useStyles = makeStyles({
  band: { marginTop: tokens.spacingVerticalS },
  line: { margin: `${tokens.spacingVerticalS} 0 0` },
  waitings: { marginTop: tokens.spacingVerticalS, display: "grid", gap: tokens.spacingVerticalXS },
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
      <Waitings view={view} />
    </>
  );
}

const WAITINGS_AT_MOST = 3;

/** Wait or sell: a line for each day on which shares of the sale turn long-term. */
function Waitings({ view: { waitings, unit } }: Pick<SaleResultProps, "view">): ReactElement | null {
  const styles = useStyles();
  if (waitings.length === 0) return null;
  const rest = waitings.length - WAITINGS_AT_MOST;
  return (
    <ul className={mergeClasses(styles.list, styles.waitings)} aria-label="Wait or sell" data-testid="waitings">
      {waitings.slice(0, WAITINGS_AT_MOST).map((waiting) => (
        <li key={`${waiting.longTermOn} ${waiting.isLoss}`}>{waitingLine(waiting, unit)}</li>
      ))}
      {rest > 0 && <li>{count(rest, "later day")} more.</li>}
    </ul>
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
