/**
 * Our sales of a year against the brokers' forms.
 * data-testid: answer, forms-year, form-found, form-selection, forms-problem, reconcile-totals, difference, form-fault,
 * account-elsewhere, other-year, tied.
 */
import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useMemo, useState, type ReactElement } from "react";
import { useAnswer } from "../engine/use-answer";
import type { FormsChosen } from "../forms/forms-chosen";
import { FormsTaken } from "../forms/FormsTaken";
import { AnswerLine } from "../parts/AnswerLine";
import { LiveOrValues } from "../parts/LiveOrValues";
import { Pending } from "../parts/Pending";
import { Renewing } from "../parts/Renewing";
import { rowsThatNeedYou } from "../parts/rows-that-need-you";
import type { ScreenProps } from "../screen";
import { Differences } from "./Differences";
import { LeftOut } from "./LeftOut";
import { answerLine, secondLine } from "./reconcile-sentences";
import type { ReconcileView } from "./reconcile-view";
import { TotalsTable } from "./TotalsTable";
import { useReconcileAction } from "./use-reconcile-action";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, alignItems: "flex-start" },
  looking: { display: "block", marginTop: tokens.spacingVerticalL },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export interface ReconcileScreenProps extends ScreenProps {
  readonly forms: FormsChosen;
}

export function ReconcileScreen(props: ReconcileScreenProps): ReactElement {
  const styles = useStyles();
  const { forms, onSelect } = props;
  const { year, revision, chosen, found } = forms;
  const answered = useAnswer("reconcile", useMemo(() => (chosen.length === 0 ? null : { year, forms: revision }), [chosen.length, year, revision]));
  if (found === null) {
    return (
      <Text role="status" className={styles.looking}>
        {"Looking for brokers' forms …"}
      </Text>
    );
  }
  if (found.length === 0) return <NoForm {...props} />;
  return (
    <>
      {answered === null && <AnswerLine caveats={[]}>No form is taken.</AnswerLine>}
      {answered !== null && answered.state !== "answered" && <Pending answered={answered} />}
      {answered?.state === "answered" ? (
        <ReconcileBody {...props} view={answered.answer} renewing={<Renewing answered={answered} />} />
      ) : (
        <FormsTaken forms={forms} onSelect={onSelect} />
      )}
    </>
  );
}

interface ReconcileBodyProps extends ReconcileScreenProps {
  readonly view: ReconcileView;
  readonly renewing?: ReactElement;
}

export function ReconcileBody(props: ReconcileBodyProps): ReactElement {
  const { view, forms, renewing, onSelect, onSelectRow } = props;
  const [live, setLive] = useState(true);
  useReconcileAction(props, live);
  const second = secondLine(view);
  const caveats = [...(second === null ? [] : [<span key="second">{second}</span>]), ...rowsThatNeedYou(view.withheld, props)];
  return (
    <>
      <AnswerLine caveats={caveats}>{answerLine(view)}</AnswerLine>
      {renewing}
      <TotalsTable totals={view.totals} year={view.year} />
      <Differences groups={view.groups} forms={view.forms} onSelect={onSelect} onSelectRow={onSelectRow} />
      <LeftOut view={view} forms={view.forms} onSelect={onSelect} onSelectRow={onSelectRow} />
      <FormsTaken forms={forms} onSelect={onSelect} />
      {view.forms.length === 1 && <LiveOrValues live={live} onLive={setLive} />}
    </>
  );
}

/** How to get one, and the way there. */
function NoForm({ forms, onGo, onSelect }: ReconcileScreenProps): ReactElement {
  const styles = useStyles();
  return (
    <>
      <AnswerLine caveats={[]}>{"No broker's form is in this workbook yet."}</AnswerLine>
      <div className={styles.box}>
        <Text>Import reads the CSV or Excel file of a Form 1099-B or 1099-DA that your broker offers, and the closed lots of most brokers.</Text>
        <Button appearance="primary" onClick={() => onGo("import")} data-testid="reconcile-import">
          Import a form
        </Button>
        <Text size={200} className={styles.quiet}>
          Or paste its rows onto a sheet, below the headings Symbol (or Description), Acquired, Sold, Quantity, Proceeds, Basis, Wash disallowed, Term, Basis reported, Form, Account. Sold, Proceeds and a name are needed; the headings of brokers are known.
        </Text>
      </div>
      <FormsTaken forms={forms} onSelect={onSelect} />
    </>
  );
}
