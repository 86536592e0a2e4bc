/** Every way to make the sale by what it costs: a bar each, least first. Pressing a bar chooses its method, or its lots. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useCallback, useMemo, useState, type ReactElement } from "react";
import { scaleWithZero } from "../charts/scales";
import { Mark } from "../charts/Mark";
import { money, signedMoney } from "../charts/formats";
import { Picture, type PictureTableShown } from "../charts/Picture";
import { usePictureStyles } from "../charts/picture-styles";
import { costOf } from "./methods-compared";
import { barLabel, comparisonLine, sameText, wayName } from "./sell-sentences";
import type { LeastTaxLots, MethodCompared, SellView } from "./sell-view";

const BAR_HEIGHT = 36;
const AT_FIRST = 8;
/** For the figures at the end of a bar: what it costs, and how much more than the best. */
const FIGURES_WIDTH = { one: 78, both: 152 } as const;

const useStyles = makeStyles({ actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS, marginTop: tokens.spacingVerticalXS } });

interface MethodBarsProps {
  readonly view: SellView;
  readonly onMethod: (method: string) => void;
  /** Names the lots one by one; null: lots cannot be named here. */
  readonly onLots: ((lots: LeastTaxLots["lots"]) => void) | null;
}

export function MethodBars({ view, onMethod, onLots }: MethodBarsProps): ReactElement {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const bars = useMemo(() => barsShown(view, all ? Infinity : AT_FIRST), [view, all]);
  const table = useMemo(() => methodsTable(view), [view]);
  const draw = useCallback((width: number) => <Bars bars={bars} view={view} width={width} onMethod={onMethod} onLots={onLots} />, [bars, view, onMethod, onLots]);
  const rest = view.compared.length - AT_FIRST;
  return (
    <>
      <Picture title={view.byTax ? `Tax of ${view.year} by method` : "Gain by method"} summary={comparisonLine(view)} table={table} height={bars.length * BAR_HEIGHT + 4} testId="method-bars">
        {draw}
      </Picture>
      <div className={styles.actions}>
        {view.least !== null && onLots !== null && !view.chosen.isLeast && (
          <Button size="small" data-testid="take-least" onClick={() => onLots(view.least!.lots)}>
            Take the lots of least tax
          </Button>
        )}
        {rest > 0 && (
          <Button size="small" onClick={() => setAll(!all)}>
            {all ? "Show the best methods" : `Show ${rest} more`}
          </Button>
        )}
      </div>
    </>
  );
}

/** The best ones, and what is chosen wherever it stands. */
export function barsShown({ compared, chosen }: Pick<SellView, "compared" | "chosen">, most: number): readonly MethodCompared[] {
  const best = compared.slice(0, most);
  const own = compared.find((one) => isChosen(one, chosen));
  if (own === undefined) return [chosen, ...best];
  return best.includes(own) ? best : [...best, own];
}

/** What is chosen sells these lots, by whatever name. */
export function isChosen(one: Pick<MethodCompared, "sameness">, chosen: Pick<MethodCompared, "sameness">): boolean {
  return one.sameness === chosen.sameness;
}

interface BarsProps extends MethodBarsProps {
  readonly bars: readonly MethodCompared[];
  readonly width: number;
}

function Bars({ bars, view, width, onMethod, onLots }: BarsProps): ReactElement {
  const best = Math.min(...view.compared.map(costOf));
  const room = bars.some((bar) => costOf(bar) > best) ? FIGURES_WIDTH.both : FIGURES_WIDTH.one;
  const x = scaleWithZero(bars.map(costOf), [0, width - room]);
  const zero = x(0);
  return (
    <>
      {bars.map((bar, index) => (
        <Bar
          key={bar.sameness}
          bar={bar}
          chosen={isChosen(bar, view.chosen)}
          width={width}
          y={index * BAR_HEIGHT}
          from={zero}
          to={x(costOf(bar))}
          moreCents={costOf(bar) - best}
          onTake={bar.method !== null ? () => onMethod(bar.method!) : bar.isLeast && view.least !== null && onLots !== null ? () => onLots(view.least!.lots) : null}
        />
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
  /** Than the best. */
  readonly moreCents: number;
  /** null: these lots are the user's own already, or cannot be named one by one here. */
  readonly onTake: (() => void) | null;
}

function Bar({ bar, chosen, width, y, from, to, moreCents, onTake }: BarProps): ReactElement {
  const styles = usePictureStyles();
  const left = Math.min(from, to);
  return (
    <Mark
      label={`${barLabel(bar, moreCents)}${chosen ? ", chosen" : ""}`}
      x={width / 2}
      y={y + BAR_HEIGHT / 2}
      size={{ width: width - 2, height: BAR_HEIGHT - 2 }}
      {...(onTake === null ? {} : { onAct: onTake, pressed: chosen })}
    >
      <g transform={`translate(${-width / 2},${-BAR_HEIGHT / 2})`}>
        {chosen && <path className={styles.arrow} d="M4,9 L7,12 L12,5" />}
        <text className={chosen ? styles.strongWords : styles.words} x={chosen ? CHECK_WIDTH : 4} y={13}>
          {barName(bar, Math.floor((width - (chosen ? CHECK_WIDTH : 0)) / LETTER_WIDTH))}
        </text>
        <line className={styles.axis} x1={from} x2={from} y1={16} y2={32} />
        <rect className={chosen ? styles.chosen : styles.neutral} x={left} width={Math.max(1, Math.abs(to - from))} y={18} height={11} rx={1} />
        <text className={chosen ? styles.strongWords : styles.words} x={Math.max(from, to) + 6} y={27}>
          {money(costOf(bar))}
          {moreCents > 0 && <tspan className={styles.words}> ({signedMoney(moreCents)})</tspan>}
        </text>
      </g>
    </Mark>
  );
}

/** Of the semibold letters of the chosen one, which are the widest. */
const LETTER_WIDTH = 7;
/** Of the check mark before the chosen one, drawn since some fonts have none. */
const CHECK_WIDTH = 17;

/** "LIFO (same: LOFO, IBKR_LI and 23 more)"; where that is too long only how many. The mark and the table say them all. */
export function barName(bar: Pick<MethodCompared, "method" | "sameAs" | "isLeast">, lettersAtMost: number): string {
  const name = wayName(bar);
  const same = sameText(bar);
  const full = same === "" ? name : `${name} (${same})`;
  if (full.length <= lettersAtMost || same === "") return full;
  return `${name} and ${bar.sameAs.length} more with the same lots`;
}

function methodsTable({ compared, byTax, impossible, year }: SellView): PictureTableShown {
  const best = compared[0] === undefined ? 0 : costOf(compared[0]);
  return {
    columns: ["Method", "Same lots by", "Short gain", "Long gain", "Disallowed", byTax ? `Tax of ${year}` : "Gain that counts", "More than best", "Which lots"],
    rows: [
      ...compared.map((one) => [
        wayName(one),
        one.sameAs.join(", "),
        signedMoney(one.shortGainCents),
        signedMoney(one.longGainCents),
        money(one.disallowedCents),
        money(costOf(one)),
        money(costOf(one) - best),
        one.whichLots,
      ]),
      ...impossible.map(({ method, sentence }) => [method, "", "", "", "", "", "", sentence]),
    ],
    figures: [2, 3, 4, 5, 6],
  };
}
