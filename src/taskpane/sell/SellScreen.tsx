/**
 * Before a sale: which lots it takes, what each method costs, what would be washed, what remains.
 * data-testid: answer, sell-symbol, sell-account, sell-shares, sell-amount-in, sell-all, sell-price, sell-date, sell-method,
 * sell-result, wash-band, lots-sold, name-lots, lots-to-name, name-KEY, named-sum, waitings, method-bars, take-least, sell-remaining, copy-order,
 * copy-memo, write-sale.
 */
import { makeStyles } from "@fluentui/react-components";
import { useEffect, useMemo, useState, type ReactElement } from "react";
import { isoFromDay } from "../../values/plain-date";
import { useAnswer } from "../engine/use-answer";
import { useDeferredAsk } from "../engine/use-under-way";
import { AnswerLine } from "../parts/AnswerLine";
import { Pending } from "../parts/Pending";
import { WithoutTax } from "../parts/WithoutTax";
import type { ScreenProps } from "../screen";
import { lotsNamed, saleTyped, type NamedLots, type SaleFields } from "./sale-fields";
import { SaleForm } from "./SaleForm";
import { firstStep, sellLine } from "./sell-sentences";
import { SellBody } from "./SellBody";
import type { HoldingsAsk, HoldingsView, SellAsk, SellView } from "./sell-view";

const ASK: HoldingsAsk = {};

export function SellScreen(props: ScreenProps): ReactElement {
  const answered = useAnswer("holdings", ASK);
  if (answered.state !== "answered") return <Pending answered={answered} />;
  return answered.answer.holdings.length === 0 ? <NothingToSell view={answered.answer} /> : <Sale {...props} holdings={answered.answer} />;
}

function NothingToSell({ view: { elsewhere } }: { readonly view: HoldingsView }): ReactElement {
  return <AnswerLine caveats={elsewhere.length === 0 ? [] : [<Elsewhere key="elsewhere" symbols={elsewhere} />]}>You hold nothing in a taxable account that could be sold.</AnswerLine>;
}

const NAMED_AT_MOST = 6;

function Elsewhere({ symbols }: { readonly symbols: readonly string[] }): ReactElement {
  const more = symbols.length - NAMED_AT_MOST;
  const named = `${symbols.slice(0, NAMED_AT_MOST).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
  return (
    <span>
      Not here, held in retirement accounts or sold short: {named}.
    </span>
  );
}

const useStyles = makeStyles({ stale: { opacity: 0.6 } });

function Sale(props: ScreenProps & { readonly holdings: HoldingsView }): ReactElement {
  const { holdings, asOf } = props;
  const styles = useStyles();
  const [fields, setFields] = useState<SaleFields>(() => ({ symbol: "", account: "", amount: "", amountIn: "shares", price: null, on: isoFromDay(asOf), method: "" }));
  const [named, setNamed] = useState<NamedLots>(null);
  // The as-of day leads; a day typed here holds until it changes.
  useEffect(() => setFields((before) => ({ ...before, on: isoFromDay(asOf) })), [asOf]);
  const typed = useMemo(() => saleTyped(fields, holdings), [fields, holdings]);
  const byMethod = useDeferredAsk(typed.ask);
  const method = useAnswer("sell", byMethod);
  const methodView = method?.state === "answered" ? method.answer : null;
  const choice = useMemo(
    () => (named === null || methodView === null ? null : lotsNamed(named, methodView.held, methodView.ask.shares)),
    [named, methodView],
  );
  const isNaming = choice !== null && methodView?.notLotByLot === null;
  const byLots = useMemo((): SellAsk | null => (isNaming && choice.isComplete && byMethod !== null ? { ...byMethod, method: null, lots: choice.lots } : null), [isNaming, choice, byMethod]);
  const lots = useAnswer("sell", useDeferredAsk(byLots));
  const lotsView = lots?.state === "answered" ? lots.answer : null;
  const view: SellView | null = isNaming ? lotsView : methodView;
  const change = (next: SaleFields): void => {
    setFields(next);
    // Lots of another symbol or account are other lots; a method chosen anew is to be seen.
    if (next.symbol !== fields.symbol || next.account !== fields.account || next.method !== fields.method) setNamed(null);
  };
  const waiting = method !== null && method.state !== "answered" ? method : lots !== null && lots.state !== "answered" ? lots : null;
  // It is what the screen has to say, not something that went wrong.
  const refused = waiting?.state === "failed" && waiting.isRefusal === true ? waiting.sentence : null;
  return (
    <>
      <AnswerLine caveats={caveatsOf(view, holdings, props)}>{view !== null ? sellLine(view) : refused !== null ? refused : firstStep(fields, typed)}</AnswerLine>
      <SaleForm fields={fields} typed={typed} view={holdings} onFields={change} />
      {waiting !== null && refused === null && <Pending answered={waiting} />}
      {methodView !== null && (
        <div className={method?.state === "answered" && method.renewing ? styles.stale : undefined}>
          <SellBody
            {...props}
            view={view}
            byMethod={methodView}
            named={isNaming ? { typed: named ?? {}, choice } : null}
            onNamed={setNamed}
            onMethod={(name) => change({ ...fields, method: name })}
          />
        </div>
      )}
    </>
  );
}

function caveatsOf(view: SellView | null, holdings: HoldingsView, { onGo }: Pick<ScreenProps, "onGo">): readonly ReactElement[] {
  const caveats: ReactElement[] = [];
  if (view !== null && view.withoutTax !== null) {
    caveats.push(
      <WithoutTax key="tax" sentence={view.withoutTax} needsSettings={view.taxNeedsSettings} onSettings={() => onGo("settings")} />,
    );
  }
  if (view === null && holdings.elsewhere.length > 0) caveats.push(<Elsewhere key="elsewhere" symbols={holdings.elsewhere} />);
  return caveats;
}
