/** The lots by symbol: a line a symbol, opened to a line a lot. Of very many only the first are drawn; the rest is counted. */
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronDown16Regular, ChevronRight16Regular } from "@fluentui/react-icons";
import { memo, useState, type ReactElement } from "react";
import { Amount } from "../parts/Amount";
import { RowLink } from "../parts/RowLink";
import { count } from "../sentences";
import { costLine, groupLine, holdingLine, lotCalled, termLine, waitingOfLotLine } from "./lots-sentences";
import type { LotShown } from "./lots-view";
import type { SymbolGroup } from "./sort-lots";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: `${tokens.spacingVerticalM} 0 0`, padding: 0 },
  group: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  head: {
    display: "grid",
    gridTemplateColumns: "16px minmax(0, 1fr) auto",
    columnGap: tokens.spacingHorizontalXS,
    alignItems: "baseline",
    width: "100%",
    padding: `${tokens.spacingVerticalXS} 0`,
    border: "none",
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    textAlign: "left",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  chevron: { alignSelf: "center", height: "16px" },
  symbol: { fontWeight: tokens.fontWeightSemibold },
  lots: { listStyleType: "none", margin: `0 0 ${tokens.spacingVerticalXS}`, padding: 0 },
  lot: { padding: `${tokens.spacingVerticalXXS} 0 ${tokens.spacingVerticalXS} 20px` },
  // Each line breaks by itself where the pane is narrow; its figure stays at the right.
  line: { display: "flex", flexWrap: "wrap", justifyContent: "space-between", alignItems: "baseline", columnGap: tokens.spacingHorizontalS },
  quiet: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2, fontVariantNumeric: "tabular-nums" },
  right: { marginLeft: "auto", whiteSpace: "nowrap" },
  more: { marginTop: tokens.spacingVerticalS },
});

/** So few symbols or lots are shown opened. */
const OPEN_WHEN_AT_MOST = 30;
export const GROUPS_AT_FIRST = 100;
export const LOTS_AT_FIRST = 100;

interface LotsListProps {
  readonly groups: readonly SymbolGroup[];
  /** In place of a gain that is not known: "no price", or nothing where none is. */
  readonly unknown: string;
  readonly onSelectRow: (row: number) => void;
}

export function LotsList({ groups, unknown, onSelectRow }: LotsListProps): ReactElement {
  const styles = useStyles();
  const [shown, setShown] = useState(GROUPS_AT_FIRST);
  const lots = groups.reduce((sum, group) => sum + group.lots.length, 0);
  const rest = groups.length - shown;
  return (
    <>
      <ul className={styles.list} aria-label="Lots by symbol">
        {groups.slice(0, shown).map((group) => (
          <Group key={group.symbol} group={group} openAtFirst={lots <= OPEN_WHEN_AT_MOST} unknown={unknown} onSelectRow={onSelectRow} />
        ))}
      </ul>
      {rest > 0 && (
        <Button size="small" className={styles.more} onClick={() => setShown(shown + GROUPS_AT_FIRST)}>
          Show {count(Math.min(rest, GROUPS_AT_FIRST), "more symbol")}
          {rest > GROUPS_AT_FIRST ? ` of ${rest}` : ""}
        </Button>
      )}
    </>
  );
}

interface GroupProps {
  readonly group: SymbolGroup;
  readonly openAtFirst: boolean;
  readonly unknown: string;
  readonly onSelectRow: (row: number) => void;
}

const Group = memo(function Group({ group, openAtFirst, unknown, onSelectRow }: GroupProps): ReactElement {
  const styles = useStyles();
  const [turned, setTurned] = useState(false);
  const [shown, setShown] = useState(LOTS_AT_FIRST);
  const open = turned !== openAtFirst;
  const rest = group.lots.length - shown;
  return (
    <li className={styles.group} data-testid={`group-${group.symbol}`}>
      <button type="button" className={styles.head} aria-expanded={open} onClick={() => setTurned(!turned)}>
        <span className={styles.chevron}>{open ? <ChevronDown16Regular /> : <ChevronRight16Regular />}</span>
        <span>
          <span className={styles.symbol}>{group.symbol}</span> <span className={styles.quiet}>{groupLine(group)}</span>
        </span>
        <Amount cents={group.gainCents} unknown={unknown} strong />
      </button>
      {open && (
        <ul className={styles.lots} aria-label={`Lots of ${group.symbol}`}>
          {group.lots.slice(0, shown).map((lot) => (
            <Lot key={lot.key} lot={lot} unknown={unknown} onSelectRow={onSelectRow} />
          ))}
          {rest > 0 && (
            <li>
              <Button size="small" appearance="subtle" onClick={() => setShown(shown + LOTS_AT_FIRST)}>
                Show {count(Math.min(rest, LOTS_AT_FIRST), "more lot")}
                {rest > LOTS_AT_FIRST ? ` of ${rest}` : ""}
              </Button>
            </li>
          )}
        </ul>
      )}
    </li>
  );
});

interface LotProps {
  readonly lot: LotShown;
  readonly unknown: string;
  readonly onSelectRow: (row: number) => void;
}

const Lot = memo(function Lot({ lot, unknown, onSelectRow }: LotProps): ReactElement {
  const styles = useStyles();
  return (
    <li className={styles.lot} data-testid={`lot-${lot.key}`}>
      <div className={styles.line}>
        <span>
          <RowLink row={lot.row} onSelectRow={onSelectRow}>
            {lotCalled(lot.lot)}
          </RowLink>{" "}
          <span className={styles.quiet}>{termLine(lot)}</span>
        </span>
        <span className={styles.right}>
          <Amount cents={lot.gainCents} unknown={unknown} />
        </span>
      </div>
      <div className={mergeClasses(styles.line, styles.quiet)}>
        <span>{holdingLine(lot)}</span>
        <span className={styles.right}>{costLine(lot)}</span>
      </div>
      {lot.waiting !== null && <div className={styles.quiet}>{waitingOfLotLine(lot.waiting)}</div>}
      {lot.note !== "" && <div className={styles.quiet}>{lot.note}</div>}
    </li>
  );
});
