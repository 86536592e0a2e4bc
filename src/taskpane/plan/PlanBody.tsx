/** The plan below the fields: its lots, how near the least it is, the plain order beside it, and what can be done with it. */
import { Button, makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import { buyBackLines } from "../harvest/PlanSection";
import { PlanActions } from "../harvest/PlanActions";
import { LiveOrValues } from "../parts/LiveOrValues";
import { useLatest } from "../parts/use-latest";
import type { ScreenProps } from "../screen";
import { Section } from "../Section";
import { PlainBars } from "./PlainBars";
import type { KeptLot } from "./plan-fields";
import { hasSales } from "./plan-sentences";
import { PlanSales } from "./PlanSales";
import type { SalesPlanView } from "./sales-plan-view";
import { useSalesPlanAction } from "./use-sales-plan-action";

const useStyles = makeStyles({
  prove: { marginTop: tokens.spacingVerticalS },
  line: { display: "block", marginTop: tokens.spacingVerticalXS },
  stale: { opacity: 0.6 },
});

const PLAN_PANE = { chosenBy: "Plan pane", letter: "P" };

interface PlanBodyProps extends ScreenProps {
  /** null: there is no plan. */
  readonly view: SalesPlanView | null;
  /** A newer plan is on its way. */
  readonly isRenewing: boolean;
  /** Searches for the proven least; null: that was asked for. */
  readonly onProve: (() => void) | null;
  readonly onKeep: (lot: KeptLot) => void;
}

export function PlanBody(props: PlanBodyProps): ReactElement | null {
  const { view, isRenewing, onProve, workbook, onSelect } = props;
  const styles = useStyles();
  const [live, setLive] = useState(true);
  const onKeep = useLatest(props.onKeep);
  const onSelectRow = useLatest(props.onSelectRow);
  useSalesPlanAction(props, view, isRenewing, live && view?.proof === null);
  if (view === null || !hasSales(view)) return null;
  const { plan, taxCents, plainTaxCents, ask, proof, gapCents } = view;
  const isGift = ask.purpose.kind === "charity";
  return (
    <div className={mergeClasses(isRenewing && styles.stale)}>
      {onProve !== null && proof === null && gapCents !== null && gapCents > 0 && (
        <Button size="small" className={styles.prove} data-testid="prove" onClick={onProve}>
          Prove it
        </Button>
      )}
      <Section title={isGift ? "Lots to give" : "Lots to sell, in the order to place them"}>
        <PlanSales view={view} onKeep={onKeep} onSelectRow={onSelectRow} />
        {!isGift &&
          buyBackLines(plan).map((line) => (
            <Text key={line} size={200} className={styles.line}>
              {line}
            </Text>
          ))}
      </Section>
      {taxCents !== null && plainTaxCents !== null && <PlainBars taxCents={taxCents} plainTaxCents={plainTaxCents} />}
      {!isGift && <PlanActions plan={plan} chooser={PLAN_PANE} workbook={workbook} onSelect={onSelect} />}
      {proof === null ? (
        <LiveOrValues live={live} onLive={setLive} />
      ) : (
        <Text size={200} className={styles.line}>
          The sheet is written as values: a formula does not search this far.
        </Text>
      )}
    </div>
  );
}
