/** The Harvest screen once there is an answer. */
import { makeStyles, MessageBar, MessageBarBody, Text, tokens } from "@fluentui/react-components";
import { useDeferredValue, useMemo, type ReactElement, type ReactNode } from "react";
import { worthSentences } from "../../report/harvest-words";
import type { Answered } from "../engine/contract";
import { useAnswer } from "../engine/use-answer";
import { today } from "../frame/as-of";
import { AnswerLine } from "../parts/AnswerLine";
import { LiveOrValues } from "../parts/LiveOrValues";
import { rowsThatNeedYou } from "../parts/rows-that-need-you";
import { TextLink } from "../parts/TextLink";
import { WithoutTax } from "../parts/WithoutTax";
import { useLatest } from "../parts/use-latest";
import type { ScreenProps } from "../screen";
import type { CandidateActs } from "./Candidate";
import { CandidateList } from "./CandidateList";
import { candidatesShown, chosenFirst } from "./candidates-shown";
import { filterOf, harvestCaveats, harvestLine, hiddenTicksLine, lossesShown, refusedSentences, shrunkLine, totalLine, vanishedLine } from "./harvest-sentences";
import type { HarvestView, WorthAsk } from "./harvest-view";
import { Limits, Target, YearLine } from "./HarvestControls";
import type { Choosing } from "./HarvestScreen";
import { LossPicture } from "./LossPicture";
import { PlanActions } from "./PlanActions";
import { PlanSection } from "./PlanSection";
import { ticksNow } from "./ticks";
import type { HarvestChoices } from "./use-harvest-choices";
import { laterLine } from "./worth-sentences";
import { usePlanAction } from "./use-plan-action";

const useStyles = makeStyles({
  note: { marginTop: tokens.spacingVerticalS },
  total: {
    position: "sticky",
    bottom: `calc(-1 * ${tokens.spacingVerticalL})`,
    zIndex: 2,
    margin: `${tokens.spacingVerticalM} calc(-1 * ${tokens.spacingHorizontalM}) 0`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontWeight: tokens.fontWeightSemibold,
  },
});

const HARVEST_PANE = { chosenBy: "Harvest pane", letter: "H" };

interface HarvestBodyProps extends ScreenProps {
  readonly view: HarvestView;
  readonly choices: HarvestChoices;
  /** null: nothing is ticked. */
  readonly plan: Answered<"plan"> | null;
  readonly choosing: Choosing;
}

export function HarvestBody(props: HarvestBodyProps): ReactElement {
  const { view, choices, plan: answered, choosing, workbook, onSelect } = props;
  const { ticks, targetCents, setTargetCents, setFilter, live, setLive } = choices;
  const styles = useStyles();
  const filter = choices.filter ?? filterOf(view);
  const wanted = useDeferredValue(filter);
  const { lots, asOf } = view.answer;
  const shown = useMemo(() => chosenFirst(candidatesShown(lots, wanted), choosing.first), [lots, wanted, choosing.first]);
  const { vanished, shrunk } = useMemo(() => ticksNow(ticks, lots), [ticks, lots]);
  const plan = answered?.state === "answered" ? answered.answer.plan : null;
  const acts = useActs(props);
  const isRenewing = answered?.state === "answered" && answered.renewing;
  usePlanAction(props, isRenewing ? null : plan, isRenewing);
  const hidden = useMemo(() => lots.filter(({ key }) => ticks.has(key)).length - shown.filter(({ key }) => ticks.has(key)).length, [lots, shown, ticks]);
  const hiddenLine = hiddenTicksLine(hidden);
  return (
    <>
      <Top view={view} shown={shown} onGo={props.onGo} onSelectRow={acts.onSelectRow} />
      {vanished.length > 0 && (
        <MessageBar className={styles.note} intent="warning" layout="multiline">
          <MessageBarBody>
            {vanishedLine(vanished)}{" "}
            <TextLink onPress={() => vanished.forEach(({ key }) => choices.onUntick(key))}>Forget {vanished.length === 1 ? "it" : "them"}</TextLink>
          </MessageBarBody>
        </MessageBar>
      )}
      {shrunk.map((tick) => (
        <Text key={tick.key} block size={200} className={styles.note} role="status">
          {shrunkLine(tick)}
        </Text>
      ))}
      {lots.length > 0 && (
        <>
          <YearLine view={view} onTarget={setTargetCents} />
          <Target targetCents={targetCents} onTarget={setTargetCents} onChoose={choosing.start} choosing={choosing.busy} harvestedCents={plan?.harvestedCents ?? null} said={choosing.said} />
          <Limits filter={filter} onFilter={setFilter} />
        </>
      )}
      <CandidateList lots={shown} ticks={ticks} plan={plan} partners={choices.partners} asOf={asOf} acts={acts} />
      {hiddenLine !== null && (
        <Text block size={200} className={styles.note}>
          {hiddenLine}
        </Text>
      )}
      {shown.length > 0 && <LossPicture lots={shown} ticks={ticks} asOf={asOf} onTick={acts.onTick} />}
      {plan !== null && plan.sales.length > 0 && (
        <>
          <PlanSection plan={plan} tax={answered?.state === "answered" ? answered.answer.tax : null} view={view} onUntick={choices.onUntick} onSelectRow={acts.onSelectRow} />
          <PlanActions plan={plan} chooser={HARVEST_PANE} workbook={workbook} onSelect={onSelect} />
          <LiveOrValues live={live} onLive={setLive} />
        </>
      )}
      {answered !== null && (
        <div className={styles.total} role="status" data-testid="plan-total">
          {totalOf(answered)}
        </div>
      )}
    </>
  );
}

function totalOf(answered: Answered<"plan">): string {
  if (answered.state === "answered") return answered.renewing ? `${totalLine(answered.answer.plan)} …` : totalLine(answered.answer.plan);
  return answered.state === "working" ? `${answered.doing} …` : answered.sentence;
}

/** The same functions for as long as the screen lives: rows are drawn anew only when they change. */
function useActs({ choices, onSelectRow, onGo }: HarvestBodyProps): CandidateActs {
  const { onTick, onShares, onAlso, onPartner } = choices;
  const select = useLatest(onSelectRow);
  const go = useLatest(onGo);
  return useMemo(
    () => ({ onTick, onShares, onAlso, onPartner, onSelectRow: select, onSettings: () => go("settings") }),
    [onTick, onShares, onAlso, onPartner, select, go],
  );
}

interface TopProps extends Pick<ScreenProps, "onGo" | "onSelectRow"> {
  readonly view: HarvestView;
  readonly shown: HarvestView["answer"]["lots"];
}

function Top({ view, shown, onGo, onSelectRow }: TopProps): ReactElement {
  const losses = useMemo(() => lossesShown(shown), [shown]);
  const answered = useAnswer("worth", losses);
  // The tax of the losses before stands no longer beside new ones.
  const worth = losses !== null && answered?.state === "answered" && isOf(answered.answer.ask, losses) ? answered.answer.worth : null;
  const later = worth === null ? null : laterLine(worth, view.year);
  const caveats: ReactNode[] = [...harvestCaveats(view, shown), ...rowsThatNeedYou(refusedSentences(view.answer.gaps), { onSelectRow, onGo })];
  if (view.noPrices) {
    caveats.push(
      <TextLink key="prices" onPress={() => onGo("data")}>
        Add prices
      </TextLink>,
    );
  }
  if (worth !== null && worth.nothing !== null) caveats.push(...worthSentences({ ...worth, comesBackCents: 0 }));
  if (later !== null) caveats.push(later);
  if (view.withoutTax !== null && shown.length > 0) {
    caveats.push(<WithoutTax key="tax" sentence={view.withoutTax} needsSettings={view.taxNeedsSettings} onSettings={() => onGo("settings")} />);
  }
  return <AnswerLine caveats={caveats}>{harvestLine(view, shown, today(), worth)}</AnswerLine>;
}

function isOf(ask: WorthAsk, losses: WorthAsk): boolean {
  return ask.shortCents === losses.shortCents && ask.longCents === losses.longCents;
}
