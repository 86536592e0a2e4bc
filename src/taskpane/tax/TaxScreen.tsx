/**
 * The year's tax: Schedule D lines, where the next dollar lands, and one set of further results beside another.
 * data-testid: answer, tax-a-short, tax-a-long, tax-b-short, tax-b-long, tax-difference, bands-picture, tax-no-bands,
 * tax-lines, tax-carried.
 */
import { makeStyles } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import { useAnswer } from "../engine/use-answer";
import { useDeferredAsk } from "../engine/use-under-way";
import { LiveOrValues } from "../parts/LiveOrValues";
import { Pending } from "../parts/Pending";
import type { ScreenProps } from "../screen";
import { ScenarioFields } from "./ScenarioFields";
import { TaxAnswer } from "./TaxAnswer";
import { TaxBody } from "./TaxBody";
import type { TaxAsk } from "./tax-view";
import { useTaxAction } from "./use-tax-action";

const NOTHING_MORE = { shortCents: 0, longCents: 0 };
const AT_FIRST: TaxAsk = { a: NOTHING_MORE, b: NOTHING_MORE };

const useStyles = makeStyles({ stale: { opacity: 0.6 } });

export function TaxScreen(props: ScreenProps): ReactElement {
  const styles = useStyles();
  const [ask, setAsk] = useState(AT_FIRST);
  const answered = useAnswer("tax", useDeferredAsk(ask));
  const [live, setLive] = useState(true);
  useTaxAction(props, answered.state === "answered" && !answered.renewing ? answered.answer : null, live);
  if (answered.state !== "answered") return <Pending answered={answered} />;
  const view = answered.answer;
  return (
    <>
      <TaxAnswer view={view} onGo={props.onGo} onSelectRow={props.onSelectRow} />
      {view.hidden === null && (
        <>
          <ScenarioFields ask={ask} onAsk={setAsk} />
          <div className={answered.renewing ? styles.stale : undefined}>
            <TaxBody {...props} view={view} />
          </div>
          <LiveOrValues live={live} onLive={setLive} />
        </>
      )}
    </>
  );
}
