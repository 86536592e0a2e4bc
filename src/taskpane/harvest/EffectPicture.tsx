/** From the year so far through each planned sale to the result, with the line to which a net loss counts this year. */
import { useCallback, useMemo, type ReactElement } from "react";
import type { PlannedSale } from "../../harvest/harvest-types";
import { BottomAxis, Threshold } from "../charts/axes";
import { money, shortDollars, signedMoney, wholeDollars } from "../charts/formats";
import { Mark } from "../charts/Mark";
import { Picture } from "../charts/Picture";
import { usePictureStyles } from "../charts/picture-styles";
import { scaleWithZero } from "../charts/scales";
import { effectSummary } from "./harvest-sentences";
import { effectBars, type EffectBar } from "./effect-bars";
import type { YearEffect } from "./year-effect";

const ROW = 22;
const MARGINS = { top: 18, right: 12, bottom: 22, left: 104 };

interface EffectPictureProps {
  readonly effect: YearEffect;
  readonly sales: readonly PlannedSale[];
  readonly limitCents: number;
  readonly onSelectRow: (row: number) => void;
}

export function EffectPicture({ effect, sales, limitCents, onSelectRow }: EffectPictureProps): ReactElement {
  const bars = useMemo(() => effectBars(effect, sales), [effect, sales]);
  const height = MARGINS.top + bars.length * ROW + MARGINS.bottom;
  const draw = useCallback(
    (width: number) => <Bars width={width} height={height} bars={bars} limitCents={limitCents} onSelectRow={onSelectRow} />,
    [height, bars, limitCents, onSelectRow],
  );
  const table = useMemo(
    () => ({
      columns: ["Step", "Change", "Year after it"],
      rows: bars.map((bar) => [bar.name, bar.kind === "change" ? signedMoney(bar.toCents - bar.fromCents) : "", money(bar.toCents)]),
    }),
    [bars],
  );
  return (
    <Picture title="From the year so far to the result" summary={effectSummary(effect, sales.length)} table={table} height={height} testId="effect-picture">
      {draw}
    </Picture>
  );
}

interface BarsProps {
  readonly width: number;
  readonly height: number;
  readonly bars: readonly EffectBar[];
  readonly limitCents: number;
  readonly onSelectRow: (row: number) => void;
}

function Bars({ width, height, bars, limitCents, onSelectRow }: BarsProps): ReactElement {
  const styles = usePictureStyles();
  const bottom = height - MARGINS.bottom;
  const ends = bars.flatMap(({ fromCents, toCents }) => [fromCents / 100, toCents / 100]);
  const x = scaleWithZero([...ends, -limitCents / 100], [MARGINS.left, width - MARGINS.right]);
  const limit = x(-limitCents / 100);
  return (
    <>
      <BottomAxis scale={x} ticks={x.ticks(3)} format={shortDollars} y={bottom} />
      <line className={styles.axis} x1={x(0)} x2={x(0)} y1={MARGINS.top - 4} y2={bottom} />
      <Threshold words={`${wholeDollars(-limitCents)} counts this year`} from={[limit, MARGINS.top - 4]} to={[limit, bottom]} at={[Math.min(limit, width - 110), MARGINS.top - 8]} />
      {bars.map((bar, index) => (
        <Bar key={bar.key} bar={bar} x={x} y={MARGINS.top + index * ROW + ROW / 2} onSelectRow={onSelectRow} />
      ))}
    </>
  );
}

function Bar({ bar, x, y, onSelectRow }: { readonly bar: EffectBar; readonly x: (dollars: number) => number; readonly y: number; readonly onSelectRow: (row: number) => void }): ReactElement {
  const styles = usePictureStyles();
  const from = x(bar.fromCents / 100);
  const to = x(bar.toCents / 100);
  const width = Math.max(1.5, Math.abs(to - from));
  const tone = bar.kind === "total" ? styles.neutral : bar.toCents < bar.fromCents ? styles.loss : styles.gain;
  const words = bar.kind === "total" ? `${bar.name}: ${money(bar.toCents)}` : `${bar.name}: ${signedMoney(bar.toCents - bar.fromCents)}, then ${money(bar.toCents)}`;
  const row = bar.row;
  return (
    <>
      <text className={bar.kind === "total" ? styles.strongWords : styles.words} x={0} y={y} dy="0.32em" aria-hidden>
        {shortened(bar.name)}
      </text>
      <Mark label={words} x={(from + to) / 2} y={y} size={{ width: width + 6, height: ROW - 4 }} {...(row === null ? {} : { onAct: () => onSelectRow(row) })}>
        <rect className={tone} x={-width / 2} y={-6} width={width} height={12} />
      </Mark>
    </>
  );
}

const NAME_LETTERS = 17;

function shortened(name: string): string {
  return name.length > NAME_LETTERS ? `${name.slice(0, NAME_LETTERS - 1)}…` : name;
}

