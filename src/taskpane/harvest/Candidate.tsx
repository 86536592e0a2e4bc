/** A lot that could be sold at a loss: one tick, what its loss is, what of it counts, and why. */
import { Badge, Button, Checkbox, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronDown16Regular, ChevronRight16Regular } from "@fluentui/react-icons";
import { memo, useState, type ReactElement } from "react";
import type { HarvestLot } from "../../harvest/harvest-types";
import type { Day } from "../../values/plain-date";
import { money, quantity } from "../charts/formats";
import { lotCalled } from "../lots/lots-sentences";
import { Amount } from "../parts/Amount";
import { NumberField } from "../parts/NumberField";
import { RowLink } from "../parts/RowLink";
import { CandidateWhy } from "./CandidateWhy";
import { candidateLine, candidateTerm, countsLines, statusOf, type Status } from "./harvest-sentences";
import type { Tick } from "./ticks";

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
  readonly partner: string;
  readonly asOf: Day;
  readonly acts: CandidateActs;
  readonly openAtFirst?: boolean;
}

const useStyles = makeStyles({
  row: {
    display: "grid",
    gridTemplateColumns: "32px minmax(0, 1fr) auto 24px",
    columnGap: tokens.spacingHorizontalXXS,
    alignItems: "start",
    padding: `${tokens.spacingVerticalXS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  ticked: { backgroundColor: tokens.colorSubtleBackgroundSelected },
  symbol: { fontWeight: tokens.fontWeightSemibold },
  middle: { minWidth: 0, paddingTop: "5px" },
  right: { textAlign: "right", paddingTop: "5px", display: "flex", flexDirection: "column" },
  quiet: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2, fontVariantNumeric: "tabular-nums" },
  status: { display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: tokens.spacingHorizontalXS },
  below: { gridColumn: "2 / -1", minWidth: 0 },
  shares: { display: "grid", gridTemplateColumns: "minmax(0, 110px) minmax(0, 1fr)", columnGap: tokens.spacingHorizontalS, alignItems: "end", paddingBottom: tokens.spacingVerticalXS },
  chevron: { minWidth: "24px", width: "24px", padding: 0, marginTop: "2px" },
});

const COLOURS: Readonly<Record<Status["tone"], "success" | "warning" | "danger">> = { clean: "success", washed: "warning", lost: "danger" };

export const Candidate = memo(function Candidate({ lot, tick, partner, asOf, acts, openAtFirst = false }: CandidateProps): ReactElement {
  const styles = useStyles();
  const [open, setOpen] = useState(openAtFirst);
  const status = statusOf(lot, asOf);
  const name = `${lot.symbol} ${lotCalled(lot.lot)}`;
  return (
    <li className={mergeClasses(styles.row, tick !== undefined && styles.ticked)} data-testid={`candidate-${lot.key}`}>
      <Checkbox
        checked={tick !== undefined}
        onChange={(_, { checked }) => acts.onTick(lot, checked === true)}
        aria-label={`${name}, loss ${money(lot.lossCents)}, ${status.words}`}
        data-testid={`tick-${lot.key}`}
      />
      <div className={styles.middle}>
        <div>
          <span className={styles.symbol}>{lot.symbol}</span>{" "}
          <RowLink row={lot.row} onSelectRow={acts.onSelectRow}>
            {lotCalled(lot.lot)}
          </RowLink>
        </div>
        <div className={styles.quiet}>{candidateLine(lot)}</div>
        <div className={mergeClasses(styles.quiet, styles.status)}>
          <Badge appearance="tint" size="medium" color={COLOURS[status.tone]} shape="rounded">
            {status.words}
          </Badge>
          <span>{candidateTerm(lot)}</span>
        </div>
      </div>
      <div className={styles.right}>
        <Amount cents={-lot.lossCents} strong />
        {countsLines(lot).map((line) => (
          <span key={line} className={styles.quiet}>
            {line}
          </span>
        ))}
      </div>
      <Button
        className={styles.chevron}
        size="small"
        appearance="transparent"
        aria-expanded={open}
        aria-label={`Why, ${name}`}
        icon={open ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
        onClick={() => setOpen(!open)}
      />
      {tick !== undefined && (
        <div className={mergeClasses(styles.below, styles.shares)}>
          <NumberField
            label={`Sell of ${quantity(lot.shares)}`}
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
