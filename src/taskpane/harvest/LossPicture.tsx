/**
 * The candidates by days to long-term and loss: what waiting would change stands at the left. Lots that are long-term
 * already have a band of their own. Pressing a mark ticks the lot.
 */
import { useCallback, useMemo, type ReactElement } from "react";
import type { HarvestLot } from "../../harvest/harvest-types";
import { BottomAxis, LeftAxis } from "../charts/axes";
import { money, shortDollars } from "../charts/formats";
import { HatchPatterns } from "../charts/hatch";
import { LotShape } from "../charts/LotShape";
import { Mark } from "../charts/Mark";
import { Picture } from "../charts/Picture";
import { usePictureStyles } from "../charts/picture-styles";
import { scaleOfDays, scaleWithZero } from "../charts/scales";
import { count } from "../sentences";
import { candidateMark, candidatesSummary, statusOf } from "./harvest-sentences";
import type { Ticks } from "./ticks";

const HEIGHT = 196;
const MARGINS = { top: 10, right: 10, bottom: 34, left: 50 };
const MARKS_AT_MOST = 300;
/** For lots that are long-term, or part of them. */
const BAND = 34;
const DAYS_AT_MOST = 366;

interface LossPictureProps {
  readonly lots: readonly HarvestLot[];
  readonly ticks: Ticks;
  readonly asOf: number;
  readonly onTick: (lot: HarvestLot, ticked: boolean) => void;
}

export function LossPicture({ lots, ticks, asOf, onTick }: LossPictureProps): ReactElement {
  const drawn = useMemo(() => lossesToDraw(lots), [lots]);
  const draw = useCallback((width: number) => <Scatter width={width} lots={drawn} ticks={ticks} onTick={onTick} />, [drawn, ticks, onTick]);
  const table = useMemo(
    () => ({
      columns: ["Lot", "Loss", "Washed", "Lost for good", "Days to long-term", "Status"],
      rows: lots.map((lot) => [
        `${lot.symbol} ${lot.lot}`,
        money(lot.lossCents),
        money(lot.washedCents),
        money(lot.permanentCents),
        lot.daysToLongTerm === null ? lot.term : String(lot.daysToLongTerm),
        statusOf(lot, asOf).words,
      ]),
      figures: [1, 2, 3, 4],
    }),
    [lots, asOf],
  );
  const left = lots.length - drawn.length;
  const more = left > 0 ? ` The ${count(left, "lot")} with the smallest losses ${left === 1 ? "is" : "are"} in the table only.` : "";
  return (
    <Picture title="Loss by days to long-term" summary={`${candidatesSummary(lots)}${more}`} table={table} height={HEIGHT} testId="loss-picture">
      {draw}
    </Picture>
  );
}

/** The largest, from left to right, as the arrow keys go. */
function lossesToDraw(lots: readonly HarvestLot[]): readonly HarvestLot[] {
  const kept = lots.length <= MARKS_AT_MOST ? lots : [...lots].sort((a, b) => b.lossCents - a.lossCents).slice(0, MARKS_AT_MOST);
  return [...kept].sort((a, b) => (a.daysToLongTerm ?? -1) - (b.daysToLongTerm ?? -1));
}

type ScatterProps = Omit<LossPictureProps, "asOf"> & { readonly width: number };

function Scatter({ width, lots, ticks, onTick }: ScatterProps): ReactElement {
  const styles = usePictureStyles();
  const bottom = HEIGHT - MARGINS.bottom;
  const right = width - MARGINS.right;
  const start = MARGINS.left + BAND;
  const x = scaleOfDays(0, Math.max(31, ...lots.map(({ daysToLongTerm }) => Math.min(DAYS_AT_MOST, daysToLongTerm ?? 0))), [start + 8, right]);
  const y = scaleWithZero(lots.map(({ lossCents }) => -lossCents / 100), [bottom, MARGINS.top]);
  return (
    <>
      <HatchPatterns />
      <rect className={styles.band} x={MARGINS.left} y={MARGINS.top} width={BAND} height={bottom - MARGINS.top} />
      <text className={styles.words} x={MARGINS.left + BAND / 2} y={bottom + 15} textAnchor="middle" aria-hidden>
        long
      </text>
      <LeftAxis scale={y} ticks={y.ticks(4)} format={shortDollars} left={MARGINS.left} right={right} />
      <BottomAxis scale={x} ticks={x.ticks(4)} format={String} y={bottom} label="days to long-term" />
      {lots.map((lot) => {
        const ticked = ticks.has(lot.key);
        const at = lot.daysToLongTerm === null ? MARGINS.left + BAND / 2 : x(Math.min(DAYS_AT_MOST, lot.daysToLongTerm));
        return (
          <Mark key={lot.key} label={candidateMark(lot, ticked)} x={at} y={y(-lot.lossCents / 100)} pressed={ticked} onAct={() => onTick(lot, !ticked)}>
            <LotShape term={lot.term} tone="loss" washed={lot.washedCents > 0} outlined={lot.permanentCents > 0} chosen={ticked} />
          </Mark>
        );
      })}
    </>
  );
}
