/** A lot that could be sold at a loss: one tick, what its loss is, what of it counts, and why. */
import { Badge, Button, Checkbox, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronDown16Regular, ChevronRight16Regular } from "@fluentui/react-icons";
import { memo, useState, type ReactElement } from "react";
import type { HarvestLot, PlannedSale } from "../../harvest/harvest-types";
import type { Day } from "../../values/plain-date";
import { money, quantity } from "../charts/formats";
import { lotCalled } from "../lots/lots-sentences";
import { Amount } from "../parts/Amount";
import { NumberField } from "../parts/NumberField";
import { RowLink } from "../parts/RowLink";
import { CandidateWhy } from "./CandidateWhy";
import { candidateLine, candidateTerm, countsLine, statusInPlan, statusOf, type Status } from "./harvest-sentences";
import type { Tick } from "./ticks";
import { savesLine } from "./worth-sentences";

export interface CandidateActs {
  readonly onTick: (lot: HarvestLot, ticked: boolean) => void;
  readonly onShares: (lot: HarvestLot, shares: number | null) => void;
  readonly onAlso: (lots: readonly Tick[]) => void;
  readonly onPartner: (symbol: string, partner: string) => void;
  readonly onSelectRow: (row: number) => void;
  readonly onSettings: () => void;
}

interface CandidateProps {
  readonly lot: HarvestLot;
  readonly tick: Tick | undefined;
  /** Its sale in the plan of all ticked lots. */
  readonly planned?: PlannedSale | undefined;
  readonly partner: string;
  readonly asOf: Day;
  readonly acts: CandidateActs;
  readonly openAtFirst?: boolean;
}

const useStyles = makeStyles({
  row: {
    display: "grid",
    gridTemplateColumns: "32px minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalXXS,
    alignItems: "start",
    padding: `${tokens.spacingVerticalXS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  // No other ground: links on it would be hard to read in the dark theme.
  ticked: { boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}` },
  symbol: { fontWeight: tokens.fontWeightSemibold },
  middle: { minWidth: 0, paddingTop: "5px" },
  // Each line breaks by itself where the pane is narrow; its figure stays at the right.
  line: { display: "flex", flexWrap: "wrap", justifyContent: "space-between", alignItems: "baseline", columnGap: tokens.spacingHorizontalS },
  right: { marginLeft: "auto", whiteSpace: "nowrap" },
  quiet: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2, fontVariantNumeric: "tabular-nums" },
  status: { paddingTop: tokens.spacingVerticalXXS, justifyContent: "flex-start", columnGap: tokens.spacingHorizontalXS },
  whole: { whiteSpace: "nowrap" },
  below: { gridColumn: "2 / -1", minWidth: 0 },
  shares: { maxWidth: "140px", padding: `${tokens.spacingVerticalXS} 0` },
  left: { display: "flex", flexDirection: "column", alignItems: "center" },
  chevron: { minWidth: "24px", width: "24px", padding: 0 },
});

const COLOURS: Readonly<Record<Status["tone"], "success" | "warning" | "danger">> = { clean: "success", washed: "warning", lost: "danger" };

export const Candidate = memo(function Candidate({ lot, tick, planned, partner, asOf, acts, openAtFirst = false }: CandidateProps): ReactElement {
  const styles = useStyles();
  const [open, setOpen] = useState(openAtFirst);
  const inPlan = tick === undefined ? undefined : planned;
  const status = inPlan === undefined ? statusOf(lot, asOf) : statusInPlan(inPlan);
  const name = `${lot.symbol} ${lotCalled(lot.lot)}`;
  const counts = countsLine(inPlan === undefined ? lot : { washedCents: inPlan.washedCents, harvestableCents: -inPlan.gainCents - inPlan.washedCents });
  const saves = savesLine(inPlan === undefined ? lot.worth : (inPlan.worth ?? null));
  return (
    <li className={mergeClasses(styles.row, tick !== undefined && styles.ticked)} data-testid={`candidate-${lot.key}`}>
      <div className={styles.left}>
        <Checkbox
          checked={tick !== undefined}
          onChange={(_, { checked }) => acts.onTick(lot, checked === true)}
          aria-label={`${name}, loss ${money(lot.lossCents)}, ${status.words}`}
          data-testid={`tick-${lot.key}`}
        />
        <Button
          className={styles.chevron}
          size="small"
          appearance="transparent"
          aria-expanded={open}
          aria-label={`Why, ${name}`}
          icon={open ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
          onClick={() => setOpen(!open)}
        />
      </div>
      <div className={styles.middle}>
        <div className={styles.line}>
          <span>
            <span className={styles.symbol}>{lot.symbol}</span>{" "}
            <RowLink row={lot.row} onSelectRow={acts.onSelectRow}>
              {lotCalled(lot.lot)}
            </RowLink>
          </span>
          <span className={styles.right}>
            <Amount cents={-lot.lossCents} strong />
          </span>
        </div>
        <div className={mergeClasses(styles.line, styles.quiet)}>
          <span>{candidateLine(lot)}</span>
          {counts !== null && <span className={styles.right}>{counts}</span>}
        </div>
        <div className={mergeClasses(styles.line, styles.quiet, styles.status)}>
          <Badge appearance="tint" size="medium" color={COLOURS[status.tone]} shape="rounded">
            {status.words}
          </Badge>
          <span className={styles.whole}>{candidateTerm(lot)}</span>
          {saves !== null && <span className={styles.right}>{saves}</span>}
        </div>
      </div>
      {tick !== undefined && (
        <div className={mergeClasses(styles.below, styles.shares)}>
          <NumberField
            label={`Shares to sell, of ${quantity(lot.shares)}`}
            value={tick.shares ?? lot.shares}
            onValue={(shares) => (shares === 0 ? acts.onTick(lot, false) : acts.onShares(lot, shares))}
            step={1}
            most={lot.shares}
            testId={`shares-${lot.key}`}
          />
        </div>
      )}
      {open && (
        <div className={styles.below}>
          <CandidateWhy lot={lot} partner={partner} acts={acts} />
        </div>
      )}
    </li>
  );
});
