/** One ruler: its title with the rate of the next dollar, the bands, and below them a bar a scenario, ending in the marker. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useHatch } from "../charts/hatch";
import { Mark } from "../charts/Mark";
import { usePictureStyles } from "../charts/picture-styles";
import type { Scale } from "../charts/scales";
import { bandLabel, barLabel, nextText, rateText } from "./band-sentences";
import type { Ruler, RulerBand, RulerBar } from "./rulers";

/** Two lines of words and the head of the marker. */
const TITLE_HEIGHT = 36;
const MARKER_HEIGHT = 6;
const STRIP_HEIGHT = 18;
const BAR_HEIGHT = 8;
const BAR_STEP = 13;
export const RULER_GAP = 10;

export function rulerHeight(bars: number): number {
  return TITLE_HEIGHT + STRIP_HEIGHT + 4 + bars * BAR_STEP;
}

const useStyles = makeStyles({
  rate: {
    stroke: tokens.colorNeutralBackground1Hover,
    strokeWidth: "4px",
    paintOrder: "stroke",
    pointerEvents: "none",
    "@media (forced-colors: active)": { stroke: "Canvas" },
  },
});

interface RulerDrawnProps {
  readonly ruler: Ruler;
  /** Dollars to pixels. */
  readonly x: Scale;
  readonly y: number;
}

export function RulerDrawn({ ruler, x, y }: RulerDrawnProps): ReactElement {
  const styles = usePictureStyles();
  const [, end = 0] = x.domain();
  const top = y + TITLE_HEIGHT;
  const barsFrom = top + STRIP_HEIGHT + 4;
  const bands = ruler.bands.filter(({ fromCents, toCents }) => fromCents / 100 < end && toCents !== fromCents);
  return (
    <>
      <text className={styles.strongWords} x={x(0)} y={y + 10} aria-hidden>
        {ruler.title}
      </text>
      <text className={styles.words} x={x(0)} y={y + 23} aria-hidden>
        {nextText(ruler)}
      </text>
      {bands.map((band) => (
        <BandDrawn key={band.fromCents} ruler={ruler} band={band} x={x} y={top} />
      ))}
      {ruler.bars.map((bar, index) => (
        <BarDrawn key={bar.name} ruler={ruler} bar={bar} x={x} y={barsFrom + index * BAR_STEP} stripTop={top} />
      ))}
      {bands.map((band) => (
        <Rate key={band.fromCents} band={band} x={x} y={top} />
      ))}
    </>
  );
}

interface BandDrawnProps {
  readonly band: RulerBand;
  readonly x: Scale;
  readonly y: number;
}

function BandDrawn({ ruler, band, x, y }: BandDrawnProps & { readonly ruler: Ruler }): ReactElement {
  const styles = usePictureStyles();
  const { from, width } = reachOf(band, x);
  return (
    <Mark label={bandLabel(ruler, band)} x={from + width / 2} y={y + STRIP_HEIGHT / 2} size={{ width, height: STRIP_HEIGHT }}>
      <rect className={styles.band} x={-width / 2} y={-STRIP_HEIGHT / 2} width={width} height={STRIP_HEIGHT} />
    </Mark>
  );
}

/** Narrower than this a band shows no rate; its mark and the table tell it. */
const RATE_WIDTH = 26;

/** Over the line of a marker, which would cross it out. */
function Rate({ band, x, y }: BandDrawnProps): ReactElement | null {
  const styles = usePictureStyles();
  const own = useStyles();
  const { from, width } = reachOf(band, x);
  if (width < RATE_WIDTH) return null;
  return (
    <text className={mergeClasses(band.nextOf.length > 0 ? styles.strongWords : styles.words, own.rate)} x={from + width / 2} y={y + STRIP_HEIGHT / 2} dy="0.35em" textAnchor="middle" aria-hidden>
      {rateText(band.rate)}
    </text>
  );
}

/** In pixels, as far as the ruler reaches. */
function reachOf({ fromCents, toCents }: RulerBand, x: Scale): { readonly from: number; readonly width: number } {
  const [, end = 0] = x.domain();
  const from = x(fromCents / 100);
  return { from, width: Math.max(1, x(Math.min(end, (toCents ?? Infinity) / 100)) - from) };
}

interface BarDrawnProps {
  readonly ruler: Ruler;
  readonly bar: RulerBar;
  readonly x: Scale;
  readonly y: number;
  readonly stripTop: number;
}

function BarDrawn({ ruler, bar, x, y, stripTop }: BarDrawnProps): ReactElement {
  const styles = usePictureStyles();
  const hatch = useHatch("neutral");
  const [, end = 0] = x.domain();
  const [from, to] = [bar.fromCents, bar.toCents].map((cents) => x(Math.min(end, cents / 100))) as [number, number];
  const isCut = bar.toCents / 100 > end;
  const left = x(0);
  const width = Math.max(1, to - left);
  const middle = (left + left + width) / 2;
  return (
    <>
      {ruler.bars.length > 1 && (
        <text className={styles.strongWords} x={0} y={y + BAR_HEIGHT / 2} dy="0.35em" aria-hidden>
          {bar.name}
        </text>
      )}
      <Mark label={barLabel(ruler, bar)} x={middle} y={y + BAR_HEIGHT / 2} size={{ width: width + 4, height: BAR_HEIGHT + 4 }}>
        <g transform={`translate(${-middle},${-BAR_HEIGHT / 2})`}>
          {from - left > 0.5 && <rect className={styles.band} x={left} width={from - left} height={BAR_HEIGHT} />}
          {to - from > 0 && (
            <rect className={bar.name === "A" ? styles.chosen : styles.neutral} style={bar.name === "A" ? undefined : { fill: hatch }} x={from} width={Math.max(1, to - from)} height={BAR_HEIGHT} />
          )}
          {isCut && <path className={styles.arrow} d={`M${to + 3} 0l4 ${BAR_HEIGHT / 2}l-4 ${BAR_HEIGHT / 2}`} />}
        </g>
      </Mark>
      {bar.nextRate !== null && !isCut && (
        <g aria-hidden>
          <line className={styles.arrow} x1={to} x2={to} y1={stripTop} y2={y + BAR_HEIGHT} />
          <path className={styles.strongWords} d={`M${to - 4} ${stripTop - MARKER_HEIGHT}h8l-4 ${MARKER_HEIGHT}z`} />
        </g>
      )}
    </>
  );
}
