/**
 * Lots by days held and gain or loss, with a line where long-term begins. A circle is short-term, a square long-term;
 * hatching says that a washed loss is in the basis. Its area is the size of the gain or loss.
 */
import { useCallback, useMemo, type ReactElement } from "react";
import { BottomAxis, LeftAxis, Threshold } from "../charts/axes";
import { date, money, quantity, shortDollars, signedMoney } from "../charts/formats";
import { HatchPatterns } from "../charts/hatch";
import { LotShape } from "../charts/LotShape";
import { Mark } from "../charts/Mark";
import { Picture, type PictureTableShown } from "../charts/Picture";
import { usePictureStyles } from "../charts/picture-styles";
import { scaleOfDays, scaleWithZero } from "../charts/scales";
import { count } from "../sentences";
import { markLine, scatterLine } from "./lots-sentences";
import type { LotShown } from "./lots-view";

const HEIGHT = 216;
const MARGINS = { top: 18, right: 10, bottom: 34, left: 52 };
/** More marks than this are a cloud, and take long to walk through by the keyboard. */
export const MARKS_AT_MOST = 300;
/** From so many on the marks are smaller. */
const CROWD = 80;
/** Held more than a year: the term turns on day 366, or 367 across a leap day. */
const LONG_TERM_FROM_DAY = 366;
/** Lots of many years would press the first two against the axis. */
const DAYS_AT_MOST = 5 * 365;

interface LotsPictureProps {
  readonly lots: readonly LotShown[];
  readonly onSelectRow: (row: number) => void;
}

export function LotsPicture({ lots, onSelectRow }: LotsPictureProps): ReactElement {
  const drawn = useMemo(() => lotsToDraw(lots), [lots]);
  const table = useMemo(() => lotsTable(lots), [lots]);
  const draw = useCallback((width: number) => <Scatter width={width} lots={drawn} onSelectRow={onSelectRow} />, [drawn, onSelectRow]);
  const left = lots.filter(({ gainCents }) => gainCents !== null).length - drawn.length;
  const more = left > 0 ? ` The ${count(left, "lot")} with the smallest results ${left === 1 ? "is" : "are"} in the table only.` : "";
  return (
    <Picture title="Gain or loss by days held" summary={`${scatterLine(lots)}${more}`} table={table} height={HEIGHT} testId="lots-picture">
      {draw}
    </Picture>
  );
}

/** Those with a price; of very many the largest results; from left to right, as the arrow keys go. */
export function lotsToDraw(lots: readonly LotShown[]): readonly LotShown[] {
  const priced = lots.filter(({ gainCents }) => gainCents !== null);
  const size = (lot: LotShown): number => Math.abs(lot.gainCents ?? 0);
  const kept = priced.length <= MARKS_AT_MOST ? priced : [...priced].sort((a, b) => size(b) - size(a)).slice(0, MARKS_AT_MOST);
  return [...kept].sort((a, b) => a.daysHeld - b.daysHeld);
}

function lotsTable(lots: readonly LotShown[]): PictureTableShown {
  return {
    columns: ["Symbol", "Lot", "Acquired", "Days", "Term", "Shares", "Cost", "Gain", "Washed in cost"],
    rows: lots.map((lot) => [
      lot.symbol,
      lot.lot,
      date(lot.acquired),
      quantity(lot.daysHeld),
      lot.term,
      quantity(lot.shares),
      money(lot.basisCents),
      lot.gainCents === null ? "no price" : signedMoney(lot.gainCents),
      lot.washAddedCents === 0 ? "" : money(lot.washAddedCents),
    ]),
    figures: [3, 5, 6, 7, 8],
  };
}

interface ScatterProps extends LotsPictureProps {
  readonly width: number;
}

function Scatter({ width, lots, onSelectRow }: ScatterProps): ReactElement {
  const styles = usePictureStyles();
  const bottom = HEIGHT - MARGINS.bottom;
  const right = width - MARGINS.right;
  const days = Math.min(DAYS_AT_MOST, Math.max(LONG_TERM_FROM_DAY + 60, ...lots.map(({ daysHeld }) => daysHeld)));
  const x = scaleOfDays(0, days, [MARGINS.left, right]);
  const y = scaleWithZero(lots.map(({ gainCents }) => (gainCents ?? 0) / 100), [bottom, MARGINS.top]);
  const turn = x(LONG_TERM_FROM_DAY);
  const largest = Math.max(1, ...lots.map(({ gainCents }) => Math.abs(gainCents ?? 0)));
  const roomBeside = right - turn > 110;
  return (
    <>
      <HatchPatterns />
      <LeftAxis scale={y} ticks={y.ticks(4)} format={shortDollars} left={MARGINS.left} right={right} />
      <BottomAxis scale={x} ticks={daysOnAxis(days)} format={(tick) => (tick === 0 ? "0" : quantity(tick))} y={bottom} label={days === DAYS_AT_MOST ? "days held (5 years and more at the edge)" : "days held"} />
      <Threshold words="long-term from here" from={[turn, MARGINS.top - 6]} to={[turn, bottom]} at={roomBeside ? [turn + 4, MARGINS.top - 8] : [turn - 4, MARGINS.top - 8]} anchor={roomBeside ? "start" : "end"} />
      {lots.length === 0 && (
        <text className={styles.words} x={(MARGINS.left + right) / 2} y={HEIGHT / 2} textAnchor="middle">
          No lot here has a price.
        </text>
      )}
      {lots.map((lot) => (
        <Mark key={lot.key} label={markLine(lot)} x={x(Math.min(lot.daysHeld, days))} y={y((lot.gainCents ?? 0) / 100)} onAct={() => onSelectRow(lot.row)}>
          <LotShape term={lot.term} tone={(lot.gainCents ?? 0) < 0 ? "loss" : "gain"} washed={lot.washAddedCents > 0} radius={radiusOf(lot, largest, lots.length)} />
        </Mark>
      ))}
    </>
  );
}

/** In pixels: the largest result has the largest area, and the smallest can still be hit. */
export function radiusOf({ gainCents }: Pick<LotShown, "gainCents">, largestCents: number, lots: number): number {
  const [least, most] = lots > CROWD ? [2, 6] : [3, 9];
  return Math.max(least, most * Math.sqrt(Math.abs(gainCents ?? 0) / largestCents));
}

/** Every half year; of many years every second. */
function daysOnAxis(days: number): readonly number[] {
  const step = days > 1500 ? 730 : days > 900 ? 365 : 180;
  return Array.from({ length: Math.floor(days / step) + 1 }, (_, index) => index * step);
}
