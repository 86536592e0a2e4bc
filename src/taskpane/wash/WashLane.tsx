/**
 * One security of the timeline: its name, the bands of its windows, sales pointing down, purchases pointing up, and an
 * arrow from every washed loss to what replaced it. An outline without filling marks a loss that is lost for good.
 */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { Mark } from "../charts/Mark";
import { usePictureStyles } from "../charts/picture-styles";
import type { Scale } from "../charts/scales";
import { clustered, joinedBands, type Cluster } from "./clusters";
import { purchasesLabel, salesLabel } from "./wash-sentences";
import type { PurchaseMark, SaleMark, WashArrow, WashTimeline } from "./wash-view";

export const LANE_HEIGHT = 56;
/** Around its middle: sales point down, purchases up. */
export const SALE_PATH = "M-5,-4 L5,-4 L0,4.5 Z";
export const PURCHASE_PATH = "M-5,4 L5,4 L0,-4.5 Z";
/** From the top of the lane. */
const BAND = { top: 18, height: 34 };
const SALES_AT = 26;
const PURCHASES_AT = 44;
const LEAST_APART = 9;

const useStyles = makeStyles({
  /** Of several in one place: how many. */
  number: { fill: tokens.colorNeutralForeground2, fontSize: "9px", "@media (forced-colors: active)": { fill: "CanvasText" } },
  permanentArrow: { strokeDasharray: "3 2" },
});

interface WashLaneProps {
  readonly line: WashTimeline;
  readonly x: Scale;
  readonly width: number;
  readonly onSelectRow: (row: number) => void;
}

export function WashLane({ line, x, width, onSelectRow }: WashLaneProps): ReactElement {
  const styles = usePictureStyles();
  const sales = clustered(line.sales, x, LEAST_APART);
  const purchases = clustered(line.purchases, x, LEAST_APART);
  const lostTo = new Set(line.arrows.filter(({ permanentCents }) => permanentCents > 0).map(({ replacementRow }) => replacementRow));
  return (
    <>
      <text className={styles.strongWords} x={0} y={11} aria-hidden>
        {shortened(line.symbol, width)}
      </text>
      {joinedBands(line.windows).map(({ opens, closes }) => (
        <rect key={opens} className={styles.band} x={x(opens)} width={Math.max(1, x(closes + 1) - x(opens))} y={BAND.top} height={BAND.height} rx={2} aria-hidden />
      ))}
      <Arrows line={line} sales={sales} purchases={purchases} />
      {inOrder(sales, purchases).map((mark) =>
        mark.kind === "sale" ? (
          <SaleShape key={`s${mark.cluster.marks[0]!.row}`} cluster={mark.cluster} symbol={line.symbol} onSelectRow={onSelectRow} />
        ) : (
          <PurchaseShape key={`p${mark.cluster.marks[0]!.row}`} cluster={mark.cluster} lost={mark.cluster.marks.some(({ row }) => lostTo.has(row))} onSelectRow={onSelectRow} />
        ),
      )}
    </>
  );
}

/** A name that is longer than the picture is wide; the marks say it whole. */
function shortened(name: string, width: number): string {
  const most = Math.floor(width / 7);
  return name.length <= most ? name : `${name.slice(0, most - 1)}…`;
}

type Shown =
  | { readonly kind: "sale"; readonly cluster: Cluster<SaleMark> }
  | { readonly kind: "purchase"; readonly cluster: Cluster<PurchaseMark> };

/** From left to right, as the arrow keys go; of one day the sale first. */
function inOrder(sales: readonly Cluster<SaleMark>[], purchases: readonly Cluster<PurchaseMark>[]): readonly Shown[] {
  const shown: Shown[] = [
    ...sales.map((cluster) => ({ kind: "sale" as const, cluster })),
    ...purchases.map((cluster) => ({ kind: "purchase" as const, cluster })),
  ];
  return shown.sort((a, b) => a.cluster.x - b.cluster.x);
}

interface SaleShapeProps {
  readonly cluster: Cluster<SaleMark>;
  readonly symbol: string;
  readonly onSelectRow: (row: number) => void;
}

function SaleShape({ cluster: { marks, x }, symbol, onSelectRow }: SaleShapeProps): ReactElement {
  const styles = usePictureStyles();
  const tone = marks.some(({ permanentCents }) => permanentCents > 0)
    ? styles.outlinedLoss
    : marks.some(({ lossCents }) => lossCents > 0)
      ? styles.loss
      : styles.neutral;
  return (
    <Mark label={salesLabel(symbol, marks)} x={x} y={SALES_AT} onAct={() => onSelectRow(marks[0]!.row)}>
      <path className={tone} d={SALE_PATH} />
      <Several number={marks.length} />
    </Mark>
  );
}

interface PurchaseShapeProps {
  readonly cluster: Cluster<PurchaseMark>;
  readonly lost: boolean;
  readonly onSelectRow: (row: number) => void;
}

function PurchaseShape({ cluster: { marks, x }, lost, onSelectRow }: PurchaseShapeProps): ReactElement {
  const styles = usePictureStyles();
  return (
    <Mark label={`${purchasesLabel(marks)}${lost ? ", where a loss is lost for good" : ""}`} x={x} y={PURCHASES_AT} onAct={() => onSelectRow(marks[0]!.row)}>
      <path className={lost ? styles.outlinedLoss : styles.gain} d={PURCHASE_PATH} />
      <Several number={marks.length} />
    </Mark>
  );
}

function Several({ number }: { readonly number: number }): ReactElement | null {
  const styles = useStyles();
  if (number < 2) return null;
  return (
    <text className={styles.number} x={7} y={3} aria-hidden>
      {number}
    </text>
  );
}

interface ArrowsProps {
  readonly line: WashTimeline;
  readonly sales: readonly Cluster<SaleMark>[];
  readonly purchases: readonly Cluster<PurchaseMark>[];
}

/** One between two marks, however many losses run along it. Solid where the loss is deferred, dashed where it is lost. */
function Arrows({ line, sales, purchases }: ArrowsProps): ReactElement {
  const picture = usePictureStyles();
  const own = useStyles();
  return (
    <g aria-hidden>
      {arrowsBetween(line.arrows, sales, purchases).map(({ from, to, permanent }) => (
        <g key={`${from} ${to}`}>
          <path className={permanent ? `${picture.arrow} ${own.permanentArrow}` : picture.arrow} d={curve(from, to)} />
          <path className={picture.arrow} d={head(to)} />
        </g>
      ))}
    </g>
  );
}

export function arrowsBetween(
  arrows: readonly WashArrow[],
  sales: readonly Cluster<SaleMark>[],
  purchases: readonly Cluster<PurchaseMark>[],
): readonly { readonly from: number; readonly to: number; readonly permanent: boolean }[] {
  const placeOf = <M extends { readonly row: number }>(clusters: readonly Cluster<M>[]): ReadonlyMap<number, number> =>
    new Map(clusters.flatMap(({ marks, x }) => marks.map(({ row }) => [row, x] as const)));
  const saleAt = placeOf(sales);
  const purchaseAt = placeOf(purchases);
  const drawn = new Map<string, { from: number; to: number; permanent: boolean }>();
  for (const { saleRow, replacementRow, permanentCents } of arrows) {
    const from = saleAt.get(saleRow);
    const to = purchaseAt.get(replacementRow);
    if (from === undefined || to === undefined) continue;
    const key = `${from} ${to}`;
    const known = drawn.get(key);
    if (known === undefined) drawn.set(key, { from, to, permanent: permanentCents > 0 });
    else known.permanent &&= permanentCents > 0;
  }
  return [...drawn.values()];
}

const ARROW_FROM = SALES_AT + 5;
const ARROW_TO = PURCHASES_AT - 6;

function curve(from: number, to: number): string {
  const middle = (ARROW_FROM + ARROW_TO) / 2;
  return `M${from},${ARROW_FROM} C${from},${middle + 4} ${to},${middle - 4} ${to},${ARROW_TO}`;
}

function head(to: number): string {
  return `M${to - 3},${ARROW_TO - 4} L${to},${ARROW_TO} L${to + 3},${ARROW_TO - 4}`;
}
