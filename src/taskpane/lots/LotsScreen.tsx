/**
 * Every lot held: by symbol, its gain and term at a glance.
 * data-testid: answer, lots-symbol, lots-sort, lots-result, lots-term, lots-account, lots-picture, group-XYZ, lot-KEY.
 */
import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { useDeferredValue, useEffect, useMemo, useState, type ReactElement, type ReactNode } from "react";
import { openLotsDraft } from "../../sheet/drafts/open-lots-sheet";
import { useAnswer } from "../engine/use-answer";
import { AnswerLine } from "../parts/AnswerLine";
import { draftOrigin, draftStyle } from "../parts/draft-references";
import { LiveOrValues } from "../parts/LiveOrValues";
import { Pending } from "../parts/Pending";
import { rowsThatNeedYou } from "../parts/rows-that-need-you";
import { TextLink } from "../parts/TextLink";
import { useLatest } from "../parts/use-latest";
import type { ScreenAction, ScreenProps } from "../screen";
import { count } from "../sentences";
import { lotsCaveats, lotsLine, withheldLine, writesLine } from "./lots-sentences";
import type { LotsAsk, LotsView } from "./lots-view";
import { LotsControls } from "./LotsControls";
import { LotsList } from "./LotsList";
import { LotsPicture } from "./LotsPicture";
import { ALL_LOTS, filteredLots, groupedLots, isAllLots, type LotsSort } from "./sort-lots";

const ASK: LotsAsk = {};

export function LotsScreen(props: ScreenProps): ReactElement {
  const answered = useAnswer("lots", ASK);
  return answered.state === "answered" ? <LotsBody {...props} view={answered.answer} /> : <Pending answered={answered} />;
}

const useStyles = makeStyles({ none: { display: "block", marginTop: tokens.spacingVerticalM, color: tokens.colorNeutralForeground2 } });

/** Fewer lots than this need no filter. */
const FILTER_FROM = 2;

export function LotsBody(props: ScreenProps & { readonly view: LotsView }): ReactElement {
  const { view, onSelectRow } = props;
  const styles = useStyles();
  const select = useLatest(onSelectRow);
  const [filter, setFilter] = useState(ALL_LOTS);
  const [sort, setSort] = useState<LotsSort>("symbol");
  const [live, setLive] = useState(true);
  // Typing stays quick while ten thousand lots are filtered behind it.
  const wanted = useDeferredValue(filter);
  const shown = useMemo(() => filteredLots(view.lots, wanted), [view, wanted]);
  const groups = useMemo(() => groupedLots(shown, sort), [shown, sort]);
  const accounts = useMemo(() => [...new Set(view.lots.map(({ account }) => account))].sort(), [view]);
  useLotsAction(props, live);
  return (
    <>
      <AnswerLine caveats={caveatsOf(props)}>{lotsLine(view)}</AnswerLine>
      {view.lots.length >= FILTER_FROM && <LotsControls accounts={accounts} filter={filter} onFilter={setFilter} sort={sort} onSort={setSort} />}
      {!isAllLots(wanted) && (
        <Text size={200} className={styles.none} role="status">
          {shown.length === 0 ? "No lot is like this." : `${count(shown.length, "lot")} of ${view.lots.length} shown.`}
        </Text>
      )}
      {shown.length > 0 && !view.noPrices && <LotsPicture lots={shown} onSelectRow={select} />}
      <LotsList groups={groups} unknown={view.noPrices ? "" : "no price"} onSelectRow={select} />
      {view.lots.length > 0 && <LiveOrValues live={live} onLive={setLive} />}
    </>
  );
}

function caveatsOf(props: ScreenProps & { readonly view: LotsView }): readonly ReactNode[] {
  const { view, onGo } = props;
  const withheld = withheldLine(view);
  return [
    ...lotsCaveats(view),
    ...rowsThatNeedYou(view.priceFaults, props),
    ...(withheld === null
      ? []
      : [
          <span key="withheld">
            {withheld} <TextLink onPress={() => onGo("data")}>the rows that need you</TextLink> are right.
          </span>,
        ]),
    ...(view.noPrices && view.lots.length > 0 ? [<NoPrices key="prices" onGo={onGo} />] : []),
  ];
}

function NoPrices({ onGo }: Pick<ScreenProps, "onGo">): ReactElement {
  return (
    <>
      There are no prices yet, so no gain is known.{" "}
      <TextLink onPress={() => onGo("data")}>Add prices</TextLink>
    </>
  );
}

function useLotsAction(props: ScreenProps & { readonly view: LotsView }, live: boolean): void {
  const { view, namespace, book, prices, setAction } = props;
  const action = useMemo((): ScreenAction => {
    const read = { namespace, book, prices };
    const draft = openLotsDraft({ asOf: view.asOf, style: draftStyle(read, live), origin: draftOrigin(read, view.settingsSaid), lots: view.lots });
    return {
      label: "Write open lots",
      plan: view.lots.length === 0 ? "There is no lot to write." : writesLine(view.lots.length, live, draft.sheetName),
      disabled: view.lots.length === 0,
      drafts: [draft],
    };
  }, [view, namespace, book, prices, live]);
  useEffect(() => {
    setAction(action);
    return () => setAction(null);
  }, [action, setAction]);
}
