/**
 * What the wash-sale rule did to the losses of a year, and what it could still do.
 * data-testid: answer, wash-year, wash-figures, wash-picture, open-window, buy-symbol, buy-shares, buy-date, buy-account,
 * buy-answer, wash.
 */
import { Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useEffect, useMemo, useState, type ReactElement } from "react";
import { washTrailDraft } from "../../sheet/drafts/wash-trail-sheet";
import { useAnswer } from "../engine/use-answer";
import { AnswerLine } from "../parts/AnswerLine";
import { draftOrigin, draftStyle } from "../parts/draft-references";
import { LiveOrValues } from "../parts/LiveOrValues";
import { Pending } from "../parts/Pending";
import { rowsThatNeedYou } from "../parts/rows-that-need-you";
import type { ScreenAction, ScreenProps } from "../screen";
import { count } from "../sentences";
import { BeforeYouBuy } from "./BeforeYouBuy";
import { lossesLine, washLine } from "./wash-sentences";
import type { WashView } from "./wash-view";
import { WashFigures } from "./WashFigures";
import { OpenWindows, Washes } from "./WashList";
import { WashPicture } from "./WashPicture";

const useStyles = makeStyles({ year: { flexShrink: 0, width: "max-content", marginTop: tokens.spacingVerticalS, gridTemplateColumns: "auto auto", columnGap: tokens.spacingHorizontalS } });

export function WashScreen(props: ScreenProps): ReactElement {
  const [year, setYear] = useState<number | null>(null);
  const answered = useAnswer("wash", useMemo(() => ({ year }), [year]));
  if (answered.state !== "answered") return <Pending answered={answered} />;
  return <WashBody {...props} view={answered.answer} onYear={setYear} />;
}

interface WashBodyProps extends ScreenProps {
  readonly view: WashView;
  readonly onYear: (year: number) => void;
}

export function WashBody(props: WashBodyProps): ReactElement {
  const { view, book, onSelectRow, onYear } = props;
  const [live, setLive] = useState(true);
  useWashAction(props, live);
  const hasDeferred = view.disallowedCents + view.carriedInCents + view.deferredAtYearEndCents > 0;
  return (
    <>
      <AnswerLine caveats={caveatsOf(props)}>{washLine(view)}</AnswerLine>
      <YearChoice view={view} onYear={onYear} />
      {hasDeferred && <WashFigures view={view} />}
      {view.symbols.length > 0 && <WashPicture view={view} onSelectRow={onSelectRow} />}
      <OpenWindows windows={view.openWindows} asOf={view.asOf} onSelectRow={onSelectRow} />
      <BeforeYouBuy traded={view.traded} accounts={book.accounts.map(({ name }) => name)} asOf={view.asOf} onSelectRow={onSelectRow} />
      <Washes washes={view.washes} year={view.year} onSelectRow={onSelectRow} />
      {view.washes.length > 0 && <LiveOrValues live={live} onLive={setLive} />}
    </>
  );
}

function caveatsOf({ view, ...links }: WashBodyProps): readonly ReactElement[] {
  return [<span key="losses">{lossesLine(view)}</span>, ...rowsThatNeedYou(view.withheld.map(({ sentence }) => sentence), links)];
}

function YearChoice({ view, onYear }: Pick<WashBodyProps, "view" | "onYear">): ReactElement | null {
  const styles = useStyles();
  if (view.years.length < 2) return null;
  return (
    <Field label="Losses of" orientation="horizontal" size="small" className={styles.year}>
      <Select size="small" value={String(view.year)} data-testid="wash-year" onChange={(_, { value }) => onYear(Number(value))}>
        {view.years.map((year) => (
          <option key={year}>{year}</option>
        ))}
      </Select>
    </Field>
  );
}

function useWashAction(props: WashBodyProps, live: boolean): void {
  const { view, namespace, book, prices, setAction } = props;
  const action = useMemo((): ScreenAction => {
    const read = { namespace, book, prices };
    const draft = washTrailDraft({ year: view.year, style: draftStyle(read, live), origin: draftOrigin(read, view.settingsSaid), table: view.trail });
    const rows = view.washes.length;
    return {
      label: "Write the wash trail",
      plan: rows === 0 ? `No loss of ${view.year} was washed, so there is no trail to write.` : `Writes ${count(rows, "wash sale")} ${live ? "as a live formula" : "as values"} to new sheet ‘${draft.sheetName}’.`,
      disabled: rows === 0,
      drafts: [draft],
    };
  }, [view, namespace, book, prices, live]);
  useEffect(() => {
    setAction(action);
    return () => setAction(null);
  }, [action, setAction]);
}
