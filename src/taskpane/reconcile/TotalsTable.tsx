/** Ours, theirs and the difference, part by part. In a narrow pane the figures stand under their label. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { gainCents } from "../../sheet/drafts/reconciliation-sheet";
import { money, signedMoney } from "../charts/formats";
import type { ReconcileView } from "./reconcile-view";

const WIDE = "@media (min-width: 440px)";

const useStyles = makeStyles({
  table: { display: "block", width: "100%", marginTop: tokens.spacingVerticalS, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, fontVariantNumeric: "tabular-nums" },
  rows: { display: "block" },
  row: {
    display: "grid",
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXXS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    gridTemplateColumns: "repeat(3, minmax(0, 1fr))",
    [WIDE]: { gridTemplateColumns: "minmax(0, 1fr) repeat(3, minmax(0, 1.3fr))" },
  },
  label: { padding: 0, textAlign: "left", fontWeight: tokens.fontWeightRegular, gridColumn: "1 / -1", [WIDE]: { gridColumn: "auto" } },
  blank: { display: "none", [WIDE]: { display: "block" } },
  cents: { padding: 0, textAlign: "right", whiteSpace: "nowrap" },
  head: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  strong: { fontWeight: tokens.fontWeightSemibold },
});

export function TotalsTable({ totals: { ours, theirs }, year }: Pick<ReconcileView, "totals" | "year">): ReactElement {
  const styles = useStyles();
  const lines = [
    { label: "Proceeds", mine: ours.proceedsCents, broker: theirs.proceedsCents },
    { label: "Basis", mine: ours.basisCents, broker: theirs.basisCents },
    { label: "Wash sales", mine: ours.washCents, broker: theirs.washCents },
    { label: "Gain", mine: gainCents(ours), broker: gainCents(theirs) },
  ];
  return (
    <table role="table" className={styles.table} aria-label={`Totals of ${year}`} data-testid="reconcile-totals">
      <thead role="rowgroup" className={styles.rows}>
        <tr role="row" className={styles.row}>
          <td role="cell" className={styles.blank} />
          {["Ours", "Theirs", "Difference"].map((heading) => (
            <th key={heading} role="columnheader" scope="col" className={mergeClasses(styles.cents, styles.head)}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className={styles.rows}>
        {lines.map(({ label, mine, broker }) => (
          <tr key={label} role="row" className={styles.row}>
            <th role="rowheader" scope="row" className={styles.label}>
              {label}
            </th>
            {[money(mine), money(broker), signedMoney(mine - broker)].map((text, at) => (
              <td key={at} role="cell" className={mergeClasses(styles.cents, at === 2 && mine !== broker && styles.strong)}>
                {text}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
