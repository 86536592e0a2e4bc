/** What the plan costs beside a plain order, highest cost first: two bars. */
import { useCallback, useMemo, type ReactElement } from "react";
import { money } from "../charts/formats";
import { Mark } from "../charts/Mark";
import { Picture } from "../charts/Picture";
import { usePictureStyles } from "../charts/picture-styles";
import { scaleWithZero } from "../charts/scales";
import { plainLine } from "./plan-sentences";

const BAR_HEIGHT = 36;
/** For the figure at the end of a bar. */
const FIGURE_WIDTH = 84;

interface PlainBarsProps {
  readonly taxCents: number;
  readonly plainTaxCents: number;
}

interface PlainBar {
  readonly name: string;
  readonly cents: number;
  readonly isPlan: boolean;
}

export function PlainBars({ taxCents, plainTaxCents }: PlainBarsProps): ReactElement {
  const bars = useMemo(
    (): readonly PlainBar[] => [
      { name: "This plan", cents: taxCents, isPlan: true },
      { name: "Highest cost first", cents: plainTaxCents, isPlan: false },
    ],
    [taxCents, plainTaxCents],
  );
  const table = useMemo(() => ({ columns: ["Order", "Tax added"], rows: bars.map(({ name, cents }) => [name, money(cents)]) }), [bars]);
  const draw = useCallback((width: number) => <Bars bars={bars} width={width} />, [bars]);
  return (
    <Picture title="Tax beside a plain order" summary={plainLine(taxCents, plainTaxCents)} table={table} height={bars.length * BAR_HEIGHT + 4} testId="plain-bars">
      {draw}
    </Picture>
  );
}

function Bars({ bars, width }: { readonly bars: readonly PlainBar[]; readonly width: number }): ReactElement {
  const styles = usePictureStyles();
  const x = scaleWithZero(bars.map(({ cents }) => cents), [0, Math.max(1, width - FIGURE_WIDTH)]);
  return (
    <>
      {bars.map(({ name, cents, isPlan }, at) => (
        <Mark key={name} label={`${name}: ${money(cents)} of tax added`} x={width / 2} y={at * BAR_HEIGHT + BAR_HEIGHT / 2} size={{ width: width - 2, height: BAR_HEIGHT - 2 }}>
          <g transform={`translate(${-width / 2},${-BAR_HEIGHT / 2})`}>
            <text className={isPlan ? styles.strongWords : styles.words} x={4} y={13}>
              {name}
            </text>
            <line className={styles.axis} x1={x(0)} x2={x(0)} y1={16} y2={32} />
            <rect className={isPlan ? styles.chosen : styles.neutral} x={Math.min(x(0), x(cents))} width={Math.max(1, Math.abs(x(cents) - x(0)))} y={18} height={11} rx={1} />
            <text className={isPlan ? styles.strongWords : styles.words} x={Math.max(x(0), x(cents)) + 6} y={27}>
              {money(cents)}
            </text>
          </g>
        </Mark>
      ))}
    </>
  );
}
