/** The answer below the fields, and the action of the footer. */
import { makeStyles, Switch, Text, tokens } from "@fluentui/react-components";
import { useEffect, useMemo, useState, type ReactElement } from "react";
import type { Identification } from "../../report/identification-memo";
import { identificationRows } from "../../sheet/drafts/identification-memo";
import { today } from "../frame/as-of";
import { timeOf } from "../harvest/order-actions";
import type { ScreenAction, ScreenProps } from "../screen";
import { Section } from "../Section";
import { count } from "../sentences";
import { identificationsOfSale, notToIdentify } from "./identify-lots";
import { LotsSold, LotsToName } from "./LotsSold";
import { MethodBars } from "./MethodBars";
import type { LotsNamed, NamedLots } from "./sale-fields";
import { SaleActions } from "./SaleActions";
import { Remaining, SaleResult } from "./SaleResult";
import { savePlan } from "./sell-sentences";
import type { SellAsk, SellView } from "./sell-view";

const useStyles = makeStyles({ why: { display: "block", color: tokens.colorNeutralForeground2, marginTop: tokens.spacingVerticalXS } });

export interface SellBodyProps extends ScreenProps {
  /** Of the lots named where they are named; null until they add up. */
  readonly view: SellView | null;
  readonly byMethod: SellView;
  readonly named: { readonly typed: Readonly<Record<string, string>>; readonly choice: LotsNamed } | null;
  readonly onNamed: (named: NamedLots) => void;
  readonly onMethod: (method: string) => void;
}

export function SellBody(props: SellBodyProps): ReactElement {
  const { view, byMethod, named, onNamed, onMethod, onSelectRow } = props;
  const styles = useStyles();
  const saved = useIdentifying(props);
  const canName = byMethod.notLotByLot === null;
  const onLots = useMemo(() => (canName ? (lots: SellAsk["lots"]) => onNamed(Object.fromEntries(lots.map(({ lot, shares }) => [lot, String(shares)]))) : null), [canName, onNamed]);
  return (
    <>
      {view !== null && <SaleResult view={view} onSelectRow={onSelectRow} />}
      <Section title="Lots">
        {canName ? (
          <Switch label="Name the lots one by one" checked={named !== null} data-testid="name-lots" onChange={(_, { checked }) => onNamed(checked ? asMethodTakes(byMethod) : null)} />
        ) : (
          <Text size={200} className={styles.why} data-testid="not-lot-by-lot">
            {byMethod.notLotByLot}
          </Text>
        )}
        {named !== null && (
          <LotsToName held={byMethod.held} unit={byMethod.unit} shares={byMethod.ask.shares} typed={named.typed} named={named.choice} sold={view?.chosen.lots ?? []} onTyped={onNamed} onSelectRow={onSelectRow} />
        )}
        {view !== null && named === null && <LotsSold view={view} onSelectRow={onSelectRow} />}
        {view !== null && <Remaining view={view} />}
      </Section>
      {view !== null && <MethodBars view={view} onMethod={onMethod} onLots={onLots} />}
      {view !== null && <SaleActions {...props} view={view} saved={saved} />}
    </>
  );
}

/** Naming begins with what the method takes. */
function asMethodTakes({ chosen }: SellView): NamedLots {
  return Object.fromEntries(chosen.lots.map(({ key, shares }) => [key, String(shares)]));
}

/** Puts "Save identification" into the footer; answers what was saved of the sale shown. */
function useIdentifying({ view, workbook, setAction }: SellBodyProps): readonly Identification[] | null {
  const [saved, setSaved] = useState<{ readonly of: SellView; readonly identifications: readonly Identification[] } | null>(null);
  const action = useMemo((): ScreenAction | null => {
    if (view === null) return null;
    const hindrance = notToIdentify(view);
    return {
      label: "Save identification",
      plan: hindrance ?? savePlan(view.chosen.lots.length),
      disabled: hindrance !== null,
      run: async () => {
        const clock = new Date();
        const identifications = identificationsOfSale(view, { day: today(clock), time: timeOf(clock) });
        const rows = identifications.flatMap(identificationRows);
        const logged = await workbook.logIdentification(rows);
        if (!logged.ok) return { intent: "error", sentence: logged.problem.sentence, blocks: [] };
        setSaved({ of: view, identifications });
        return { intent: "success", sentence: `Saved ${count(rows.length, "row")} of identification. Copy the memo text and send it to your broker before settlement.`, blocks: [logged.value] };
      },
    };
  }, [view, workbook]);
  useEffect(() => {
    setAction(action);
    return () => setAction(null);
  }, [action, setAction]);
  return saved !== null && saved.of === view ? saved.identifications : null;
}
