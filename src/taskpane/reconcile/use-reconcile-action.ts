/** The button of the Reconcile screen: a sheet `Reconciliation 2025`, live over one form, as values over several. */
import { useEffect, useMemo } from "react";
import { addressForReading } from "../../sheet/placing/addresses";
import { reconciliationDraft } from "../../sheet/drafts/reconciliation-sheet";
import { draftOrigin, draftStyle, inFormula } from "../parts/draft-references";
import type { ScreenAction, ScreenProps } from "../screen";
import { count } from "../sentences";
import type { ReconcileView } from "./reconcile-view";

interface ActionProps extends Pick<ScreenProps, "namespace" | "book" | "setAction"> {
  readonly view: ReconcileView;
}

export function useReconcileAction({ view, namespace, book, setAction }: ActionProps, wantsLive: boolean): void {
  const action = useMemo((): ScreenAction => {
    const read = { namespace, book, prices: null };
    const [only] = view.forms;
    const isLive = wantsLive && view.forms.length === 1;
    const draft = reconciliationDraft({
      year: view.year,
      style: draftStyle(read, isLive),
      origin: draftOrigin(read, view.settingsSaid),
      formsRead: view.forms.map(({ place }) => addressForReading(place.block)),
      form: isLive && only !== undefined ? inFormula(only.place) : null,
      table: view.table,
      tableRows: view.tableRows,
      totals: view.totals,
    });
    const isTooLong = !isLive && view.table === null;
    const rows = count(view.tableRows - 1, "row");
    const plan = isTooLong
      ? `${rows} are more than are written as values${view.forms.length > 1 ? ". Take one form at a time" : ". Write them live"}.`
      : `Writes ${rows} ${isLive ? "as a live formula" : "as values"} to new sheet ‘${draft.sheetName}’.`;
    return { label: "Write the reconciliation", plan, disabled: isTooLong, ...(isTooLong ? {} : { drafts: [draft] }) };
  }, [view, namespace, book, wantsLive]);
  useEffect(() => {
    setAction(action);
    return () => setAction(null);
  }, [action, setAction]);
}
