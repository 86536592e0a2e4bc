/** The lots of the plan in the order to place them, each with what it brings, gains and adds to the tax, and the totals. */
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { memo, useState, type ReactElement } from "react";
import type { PlannedSale } from "../../harvest/harvest-types";
import { washedSentences } from "../../report/harvest-words";
import { date, money, quantity } from "../charts/formats";
import { lotCalled } from "../lots/lots-sentences";
import { Amount } from "../parts/Amount";
import { RowLink } from "../parts/RowLink";
import { count } from "../sentences";
import type { KeptLot } from "./plan-fields";
import type { SalesPlanView } from "./sales-plan-view";

const useStyles = makeStyles({
  table: { width: "100%", borderCollapse: "collapse", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, fontVariantNumeric: "tabular-nums" },
  heading: { textAlign: "right", fontWeight: tokens.fontWeightSemibold, padding: `${tokens.spacingVerticalXXS} 0`, borderBottom: `1px solid ${tokens.colorNeutralStroke1}`, verticalAlign: "bottom" },
  name: { textAlign: "left", fontWeight: tokens.fontWeightRegular, padding: `${tokens.spacingVerticalXS} 0 0`, verticalAlign: "top" },
  line: { display: "flex", justifyContent: "space-between", gap: tokens.spacingHorizontalS, alignItems: "baseline" },
  symbol: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
  keep: { minWidth: "auto", flexShrink: 0, padding: `0 ${tokens.spacingHorizontalXS}`, fontWeight: tokens.fontWeightRegular, fontSize: tokens.fontSizeBase200 },
  shares: { padding: 0, textAlign: "right", whiteSpace: "nowrap", verticalAlign: "top" },
  figure: { padding: `0 0 0 ${tokens.spacingHorizontalS}`, textAlign: "right", whiteSpace: "nowrap", verticalAlign: "top" },
  below: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}`, paddingBottom: tokens.spacingVerticalXS },
  note: { padding: 0, textAlign: "left", color: tokens.colorNeutralForeground2 },
  total: { fontWeight: tokens.fontWeightSemibold, borderTop: `1px solid ${tokens.colorNeutralStroke1}`, paddingTop: tokens.spacingVerticalXS },
  together: { whiteSpace: "nowrap" },
  more: { marginTop: tokens.spacingVerticalXS },
});

const SALES_AT_FIRST = 25;

interface PlanSalesProps {
  readonly view: SalesPlanView;
  readonly onKeep: (lot: KeptLot) => void;
  readonly onSelectRow: (row: number) => void;
}

export const PlanSales = memo(function PlanSales({ view, onKeep, onSelectRow }: PlanSalesProps): ReactElement {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const { plan, taxOfSalesCents, ask } = view;
  const isGift = ask.purpose.kind === "charity";
  const sales = all ? plan.sales : plan.sales.slice(0, SALES_AT_FIRST);
  const rest = plan.sales.length - SALES_AT_FIRST;
  return (
    <>
      <table className={styles.table} aria-label={isGift ? "Lots to give" : "Lots to sell"} data-testid="plan-sales">
        <thead>
          <tr>
            {["Shares", ...headings(isGift)].map((heading) => (
              <th key={heading} scope="col" className={styles.heading}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        {sales.map((sale, at) => (
          <Sale key={sale.key} sale={sale} isGift={isGift} taxCents={taxOfSalesCents?.[at] ?? null} onKeep={onKeep} onSelectRow={onSelectRow} />
        ))}
        <Totals view={view} />
      </table>
      {rest > 0 && (
        <Button size="small" className={styles.more} onClick={() => setAll(!all)}>
          {all ? "Show the first ones" : `Show ${count(rest, "more lot")}`}
        </Button>
      )}
    </>
  );
});

function headings(isGift: boolean): readonly string[] {
  return isGift ? ["Value", "Never taxed", "Tax avoided"] : ["Proceeds", "Gain", "Tax"];
}

interface SaleProps extends Omit<PlanSalesProps, "view"> {
  readonly sale: PlannedSale;
  readonly isGift: boolean;
  readonly taxCents: number | null;
}

function Sale({ sale, isGift, taxCents, onKeep, onSelectRow }: SaleProps): ReactElement {
  const styles = useStyles();
  // R-AVG-3: lots of a pool at average basis are sold, or kept, together.
  const called = sale.atAverage === true ? `${sale.symbol} in ${sale.account}` : `${sale.symbol} ${lotCalled(sale.lot)}`;
  const keep = sale.atAverage === true ? "Keep this pool" : "Keep this lot";
  // A gift is no sale, and nothing of it can be washed.
  const washed = isGift ? [] : washedSentences(sale, date);
  const last = washed.length === 0 ? styles.below : undefined;
  return (
    <tbody data-testid={`plan-sale-${sale.key}`}>
      <tr>
        <th scope="rowgroup" colSpan={4} className={styles.name}>
          <span className={styles.line}>
            <span>
              <span className={styles.symbol}>{sale.symbol}</span>{" "}
              <RowLink row={sale.row} onSelectRow={onSelectRow}>
                {lotCalled(sale.lot)}
              </RowLink>{" "}
              <span className={styles.quiet}>
                {sale.term}, {sale.account}
              </span>
            </span>
            <Button size="small" appearance="subtle" className={styles.keep} aria-label={`${keep}: ${called}`} onClick={() => onKeep({ key: sale.key, called })}>
              {keep}
            </Button>
          </span>
        </th>
      </tr>
      <tr>
        <td className={mergeClasses(styles.shares, last)}>{quantity(sale.shares)}</td>
        <td className={mergeClasses(styles.figure, last)}>{money(sale.proceedsCents)}</td>
        <td className={mergeClasses(styles.figure, last)}>
          <Amount cents={sale.gainCents} />
        </td>
        <td className={mergeClasses(styles.figure, last)}>
          <Amount cents={taxCents} plain unknown="–" />
        </td>
      </tr>
      {washed.length > 0 && (
        <tr>
          <td colSpan={4} className={mergeClasses(styles.note, styles.below)}>
            {washed.join(" ")}
          </td>
        </tr>
      )}
    </tbody>
  );
}

function Totals({ view: { plan, taxCents } }: Pick<PlanSalesProps, "view">): ReactElement {
  const styles = useStyles();
  return (
    <tfoot>
      <tr data-testid="plan-totals">
        <th scope="row" className={mergeClasses(styles.name, styles.together, styles.total)}>
          {count(plan.sales.length, "lot")}
        </th>
        <td className={mergeClasses(styles.figure, styles.total)}>{money(plan.proceedsCents)}</td>
        <td className={mergeClasses(styles.figure, styles.total)}>
          <Amount cents={plan.shortGainCents + plan.longGainCents} strong />
        </td>
        <td className={mergeClasses(styles.figure, styles.total)}>
          <Amount cents={taxCents} plain strong unknown="–" />
        </td>
      </tr>
    </tfoot>
  );
}
