/** Every method by what it costs: a bar each, least first. Pressing a bar chooses its method. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useCallback, useMemo, useState, type ReactElement } from "react";
import { scaleWithZero } from "../charts/scales";
import { Mark } from "../charts/Mark";
import { money, signedMoney } from "../charts/formats";
import { Picture, type PictureTableShown } from "../charts/Picture";
import { usePictureStyles } from "../charts/picture-styles";
import { barLabel, comparisonLine, sameText } from "./sell-sentences";
import type { MethodCompared, SellView } from "./sell-view";

const BAR_HEIGHT = 36;
const AT_FIRST = 8;
/** For the figure at the end of a bar. */
const FIGURE_WIDTH = 78;

const useStyles = makeStyles({ more: { marginTop: tokens.spacingVerticalXS } });

interface MethodBarsProps {
  readonly view: SellView;
  readonly onMethod: (method: string) => void;
}

export function MethodBars({ view, onMethod }: MethodBarsProps): ReactElement {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const bars = useMemo(() => barsShown(view, all ? Infinity : AT_FIRST), [view, all]);
  const table = useMemo(() => methodsTable(view), [view]);
  const draw = useCallback((width: number) => <Bars bars={bars} view={view} width={width} onMethod={onMethod} />, [bars, view, onMethod]);
  const rest = view.compared.length - AT_FIRST;
  return (
    <>
      <Picture title={view.byTax ? "Tax by method" : "Gain by method"} summary={comparisonLine(view)} table={table} height={bars.length * BAR_HEIGHT + 4} testId="method-bars">
        {draw}
      </Picture>
      {rest > 0 && (
        <Button size="small" className={styles.more} onClick={() => setAll(!all)}>
          {all ? "Show the best methods" : `Show ${rest} more`}
        </Button>
      )}
    </>
  );
}

/** The best ones, and what is chosen wherever it stands. */
export function barsShown({ compared, chosen }: Pick<SellView, "compared" | "chosen">, most: number): readonly MethodCompared[] {
  const best = compared.slice(0, most);
  if (chosen.method === null) return [chosen, ...best];
  const own = compared.find((one) => isChosen(one, chosen));
  return own === undefined || best.includes(own) ? best : [...best, own];
}

export function isChosen(one: MethodCompared, chosen: Pick<MethodCompared, "method">): boolean {
  return chosen.method === one.method || (chosen.method !== null && one.sameAs.includes(chosen.method));
}

function figureOf({ taxCents, allowedCents }: MethodCompared): number {
  return taxCents ?? allowedCents;
}

interface BarsProps extends MethodBarsProps {
  readonly bars: readonly MethodCompared[];
  readonly width: number;
}

function Bars({ bars, view, width, onMethod }: BarsProps): ReactElement {
  const x = scaleWithZero(bars.map(figureOf), [0, width - FIGURE_WIDTH]);
  const zero = x(0);
  return (
    <>
      {bars.map((bar, index) => (
        <Bar key={bar.method ?? ""} bar={bar} chosen={isChosen(bar, view.chosen)} width={width} y={index * BAR_HEIGHT} from={zero} to={x(figureOf(bar))} onMethod={onMethod} />
      ))}
    </>
  );
}

interface BarProps {
  readonly bar: MethodCompared;
  readonly chosen: boolean;
  readonly width: number;
  readonly y: number;
  readonly from: number;
  readonly to: number;
  readonly onMethod: (method: string) => void;
}

function Bar({ bar, chosen, width, y, from, to, onMethod }: BarProps): ReactElement {
  const styles = usePictureStyles();
  const { method } = bar;
  const left = Math.min(from, to);
  return (
    <Mark
      label={`${barLabel(bar)}${chosen ? ", chosen" : ""}`}
      x={width / 2}
      y={y + BAR_HEIGHT / 2}
      size={{ width: width - 2, height: BAR_HEIGHT - 2 }}
      {...(method === null ? {} : { onAct: () => onMethod(method), pressed: chosen })}
    >
      <g transform={`translate(${-width / 2},${-BAR_HEIGHT / 2})`}>
        <text className={chosen ? styles.strongWords : styles.words} x={4} y={13}>
          {barName(bar, chosen, Math.floor(width / LETTER_WIDTH))}
        </text>
        <line className={styles.axis} x1={from} x2={from} y1={16} y2={32} />
        <rect className={chosen ? styles.chosen : styles.neutral} x={left} width={Math.max(1, Math.abs(to - from))} y={18} height={11} rx={1} />
        <text className={chosen ? styles.strongWords : styles.words} x={Math.max(from, to) + 6} y={27}>
          {money(figureOf(bar))}
        </text>
      </g>
    </Mark>
  );
}

/** Of the semibold letters of the chosen one, which are the widest. */
const LETTER_WIDTH = 7;

/** "✓ LIFO (same: LOFO, IBKR_LI and 23 more)"; where that is too long only how many. The mark and the table say them all. */
export function barName(bar: Pick<MethodCompared, "method" | "sameAs">, chosen: boolean, lettersAtMost: number): string {
  const name = `${chosen ? "✓ " : ""}${bar.method ?? "Your lots"}`;
  const same = sameText(bar);
  const full = same === "" ? name : `${name} (${same})`;
  if (full.length <= lettersAtMost || same === "") return full;
  return `${name} and ${bar.sameAs.length} more with the same lots`;
}

function methodsTable({ compared, byTax }: SellView): PictureTableShown {
  const best = compared[0] === undefined ? 0 : figureOf(compared[0]);
  return {
    columns: ["Method", "Same lots by", "Short gain", "Long gain", "Disallowed", byTax ? "Tax" : "Gain that counts", "More than best", "Which lots"],
    rows: compared.map((one) => [
      one.method ?? "",
      one.sameAs.join(", "),
      signedMoney(one.shortGainCents),
      signedMoney(one.longGainCents),
      money(one.disallowedCents),
      money(figureOf(one)),
      money(figureOf(one) - best),
      one.whichLots,
    ]),
    figures: [2, 3, 4, 5, 6],
  };
}
