/** The timeline: a lane a security, the 61 days of every loss behind what was bought and sold in them. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useCallback, useMemo, useState, type ReactElement } from "react";
import { BottomAxis, Threshold } from "../charts/axes";
import { date, dateFrom, money, monthOnAxis } from "../charts/formats";
import { Picture, type PictureTableShown } from "../charts/Picture";
import { usePictureStyles } from "../charts/picture-styles";
import { monthsOnAxis, scaleOfDays } from "../charts/scales";
import { count } from "../sentences";
import { yearOf, type Day } from "../../values/plain-date";
import { LANE_HEIGHT, WashLane } from "./WashLane";
import { WashLegend } from "./WashLegend";
import type { WashTimeline, WashView } from "./wash-view";

const LANES_AT_FIRST = 8;
const TOP = 14;
const BOTTOM = 22;
/** Room for half a mark at either end. */
const SIDE = 8;
/** Room for "Jan 2026" and a gap. */
const MONTH_WIDTH = 62;

const useStyles = makeStyles({
  more: { marginTop: tokens.spacingVerticalXS },
});

interface WashPictureProps {
  readonly view: WashView;
  readonly onSelectRow: (row: number) => void;
}

export function WashPicture({ view, onSelectRow }: WashPictureProps): ReactElement {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const { symbols, asOf } = view;
  const lines = useMemo(() => (all ? symbols : symbols.slice(0, LANES_AT_FIRST)), [symbols, all]);
  const table = useMemo(() => timelineTable(view), [view]);
  const draw = useCallback((width: number) => <Lanes lines={lines} asOf={asOf} width={width} onSelectRow={onSelectRow} />, [lines, asOf, onSelectRow]);
  const rest = symbols.length - LANES_AT_FIRST;
  return (
    <>
      <Picture title="Losses and windows" summary={timelineLine(view)} table={table} height={TOP + lines.length * LANE_HEIGHT + BOTTOM} testId="wash-picture">
        {draw}
      </Picture>
      <WashLegend />
      {rest > 0 && (
        <Button size="small" className={styles.more} onClick={() => setAll(!all)}>
          {all ? `Show the first ${LANES_AT_FIRST} symbols` : `Show ${count(rest, "more symbol")}`}
        </Button>
      )}
    </>
  );
}

export function timelineLine({ symbols, year }: Pick<WashView, "symbols" | "year">): string {
  const washed = symbols.filter(({ arrows }) => arrows.length > 0).length;
  const open = symbols.filter(({ windows }) => windows.some((window) => window.open)).length;
  const losses = `${count(symbols.length, "symbol")} with losses in ${year}`;
  return `${losses}: ${washed} with a wash sale, ${open} with a window still open.`;
}

function timelineTable({ symbols }: WashView): PictureTableShown {
  return {
    columns: ["Symbol", "Sale row", "Sold", "Window", "Loss", "Washed", "Lost for good", "Replaced in"],
    rows: symbols.flatMap((line) => line.windows.map((window) => windowRow(line, window))),
    figures: [1, 4, 5, 6],
  };
}

function windowRow({ symbol, sales, arrows }: WashTimeline, { saleRow, sold, opens, closes, open }: WashTimeline["windows"][number]): readonly string[] {
  const sale = sales.find(({ row }) => row === saleRow);
  const by = arrows.filter((arrow) => arrow.saleRow === saleRow).map(({ replacementRow }) => `row ${replacementRow}`);
  return [
    symbol,
    String(saleRow),
    date(sold),
    `${date(opens)} to ${date(closes)}${open ? ", open" : ""}`,
    money(sale?.lossCents ?? 0),
    money(sale?.disallowedCents ?? 0),
    money(sale?.permanentCents ?? 0),
    by.join(", "),
  ];
}

/** The year that runs is shown to its as-of day, also where every window has closed before; an older one ends with its windows. */
export function throughDay(lines: readonly Pick<WashTimeline, "through">[], asOf: Day): Day {
  const last = Math.max(...lines.map(({ through }) => through));
  return yearOf(asOf) === yearOf(last) ? Math.max(last, asOf) : last;
}

interface LanesProps {
  readonly lines: readonly WashTimeline[];
  readonly asOf: Day;
  readonly width: number;
  readonly onSelectRow: (row: number) => void;
}

function Lanes({ lines, asOf, width, onSelectRow }: LanesProps): ReactElement {
  const styles = usePictureStyles();
  const from = Math.min(...lines.map((line) => line.from));
  const through = throughDay(lines, asOf);
  const x = scaleOfDays(from, through + 1, [SIDE, width - SIDE]);
  const bottom = TOP + lines.length * LANE_HEIGHT;
  const today = asOf >= from && asOf <= through ? x(asOf) : null;
  const months = monthsOnAxis(from, through, Math.floor(width / MONTH_WIDTH));
  return (
    <>
      {lines.map((line, index) => (
        <g key={line.symbol} transform={`translate(0,${TOP + index * LANE_HEIGHT})`} role="group" aria-label={line.symbol}>
          {index > 0 && <line className={styles.grid} x1={0} x2={width} aria-hidden />}
          <WashLane line={line} x={x} width={width} onSelectRow={onSelectRow} />
        </g>
      ))}
      {today !== null && (
        <Threshold
          words={dateFrom(asOf, asOf)}
          from={[today, TOP - 2]}
          to={[today, bottom]}
          at={[today, TOP - 5]}
          anchor={today > width - 30 ? "end" : today < 30 ? "start" : "middle"}
        />
      )}
      <BottomAxis scale={x} ticks={months} format={monthOnAxis} y={bottom} />
    </>
  );
}
