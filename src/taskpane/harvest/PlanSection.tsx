/** The ticked lots sold together: in which order, what that does to the year, and from when they may be bought back. */
import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons";
import { useMemo, type ReactElement } from "react";
import type { HarvestLot, HarvestPlan, PlannedSale } from "../../harvest/harvest-types";
import { plannedSentences } from "../../report/harvest-words";
import { date, quantity } from "../charts/formats";
import { lotCalled } from "../lots/lots-sentences";
import { Amount } from "../parts/Amount";
import { RowLink } from "../parts/RowLink";
import { Section } from "../Section";
import { count, joined } from "../sentences";
import { EffectPicture } from "./EffectPicture";
import { differenceLine, limitLine } from "./harvest-sentences";
import type { HarvestView, YearTax } from "./harvest-view";
import { laterLine } from "./worth-sentences";
import { yearEffect } from "./year-effect";
import { YearTable } from "./YearTable";

const useStyles = makeStyles({
  sales: { listStyleType: "none", margin: 0, padding: 0 },
  sale: { display: "grid", gridTemplateColumns: "20px minmax(0, 1fr) auto 24px", columnGap: tokens.spacingHorizontalXS, alignItems: "baseline", padding: `${tokens.spacingVerticalXXS} 0` },
  quiet: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2, fontVariantNumeric: "tabular-nums" },
  below: { gridColumn: "2 / 4" },
  out: { minWidth: "24px", width: "24px", padding: 0 },
  line: { display: "block", marginTop: tokens.spacingVerticalXS },
});

/** Sales told one by one; a plan of more is read on its sheet. */
const SALES_AT_MOST = 25;

interface PlanSectionProps {
  readonly plan: HarvestPlan;
  readonly tax: YearTax | null;
  readonly view: HarvestView;
  readonly onUntick: (key: string) => void;
  readonly onSelectRow: (row: number) => void;
}

export function PlanSection({ plan, tax, view, onUntick, onSelectRow }: PlanSectionProps): ReactElement {
  const styles = useStyles();
  const effect = useMemo(() => yearEffect(view, plan), [view, plan]);
  const lots = useMemo(() => new Map(view.answer.lots.map((lot) => [lot.key, lot])), [view]);
  const rest = plan.sales.length - SALES_AT_MOST;
  const difference = differenceLine(plan, view.answer.lots);
  const limit = limitLine(effect, view.year);
  const worth = plan.worth ?? null;
  const later = worth === null ? null : laterLine(worth, view.year);
  return (
    <Section title="Your plan, in the order to place it">
      <ol className={styles.sales}>
        {plan.sales.slice(0, SALES_AT_MOST).map((sale, index) => (
          <Sale key={sale.key} sale={sale} place={index + 1} lot={lots.get(sale.key)} onUntick={onUntick} onSelectRow={onSelectRow} />
        ))}
      </ol>
      {rest > 0 && <Text size={200}>And {count(rest, "more sale")}; the plan sheet lists them all.</Text>}
      {difference !== null && (
        <Text size={200} className={styles.line} data-testid="plan-difference">
          {difference}
        </Text>
      )}
      <YearTable effect={effect} year={view.year} tax={tax} />
      {later !== null && (
        <Text size={200} className={styles.line} data-testid="plan-worth">
          {later}
        </Text>
      )}
      {limit !== null && (
        <Text size={200} className={styles.line}>
          {limit}
        </Text>
      )}
      {buyBackLines(plan).map((line) => (
        <Text key={line} size={200} className={styles.line}>
          {line}
        </Text>
      ))}
      <EffectPicture effect={effect} sales={plan.sales} limitCents={view.limitCents} onSelectRow={onSelectRow} />
    </Section>
  );
}

/** "Buy XYZ and ABC back from 1/6/2027 on, in none of your accounts, your spouse’s or your IRAs before." */
export function buyBackLines({ buyBack }: HarvestPlan): readonly string[] {
  const byDay = new Map<number, string[]>();
  for (const { symbol, from } of buyBack) byDay.set(from, [...(byDay.get(from) ?? []), symbol]);
  return [...byDay].map(([from, symbols]) => `Not to be bought before ${date(from)}, in any of your accounts, your spouse’s or your IRAs: ${joined(symbols)}.`);
}

/** What comes back is told of the whole plan; of a sale only that it is worth nothing. */
function toldOnce(sale: PlannedSale): PlannedSale {
  const { worth } = sale;
  return worth === null || worth === undefined || worth.nothing === null ? { ...sale, worth: null } : { ...sale, worth: { ...worth, comesBackCents: 0 } };
}

interface SaleProps {
  readonly sale: PlannedSale;
  readonly place: number;
  readonly lot: HarvestLot | undefined;
  readonly onUntick: (key: string) => void;
  readonly onSelectRow: (row: number) => void;
}

function Sale({ sale, place, lot, onUntick, onSelectRow }: SaleProps): ReactElement {
  const styles = useStyles();
  const name = `${sale.symbol} ${lotCalled(sale.lot)}`;
  return (
    <li className={styles.sale} data-testid={`sale-${sale.key}`}>
      <span className={styles.quiet}>{place}</span>
      <span>
        {quantity(sale.shares)} {sale.symbol}{" "}
        <RowLink row={sale.row} onSelectRow={onSelectRow}>
          {lotCalled(sale.lot)}
        </RowLink>
      </span>
      <Amount cents={sale.gainCents} />
      <Button className={styles.out} size="small" appearance="transparent" icon={<Dismiss16Regular />} aria-label={`Take ${name} out of the plan`} onClick={() => onUntick(sale.key)} />
      {plannedSentences(toldOnce(sale), lot, date).map((said) => (
        <span key={said} className={`${styles.quiet} ${styles.below}`}>
          {said}
        </span>
      ))}
    </li>
  );
}
