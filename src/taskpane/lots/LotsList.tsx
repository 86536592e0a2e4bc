/** The lots by symbol: a line a symbol, opened to a line a lot. Of very many only the first are drawn; the rest is counted. */
import { Button, makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { memo, useState, type ReactElement } from "react";
import { Amount } from "../parts/Amount";
import { RowLink } from "../parts/RowLink";
import { count } from "../sentences";
import { costLine, groupLine, holdingLine, lotCalled, termLine } from "./lots-sentences";
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
  symbol: { fontWeight: tokens.fontWeightSemibold },
  lots: { listStyleType: "none", margin: `0 0 ${tokens.spacingVerticalXS}`, padding: 0 },
  lot: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXXS} 0 ${tokens.spacingVerticalXS} 20px`,
  },
  quiet: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2, fontVariantNumeric: "tabular-nums" },
  right: { textAlign: "right", whiteSpace: "nowrap" },
  wide: { gridColumn: "1 / -1" },
  more: { marginTop: tokens.spacingVerticalS },
});

/** So few symbols or lots are shown opened. */
const OPEN_WHEN_AT_MOST = 30;
export const GROUPS_AT_FIRST = 100;
export const LOTS_AT_FIRST = 100;

interface LotsListProps {
  readonly groups: readonly SymbolGroup[];
  readonly onSelectRow: (row: number) => void;
}

export function LotsList({ groups, onSelectRow }: LotsListProps): ReactElement {
  const styles = useStyles();
  const [shown, setShown] = useState(GROUPS_AT_FIRST);
  const lots = groups.reduce((sum, group) => sum + group.lots.length, 0);
  const rest = groups.length - shown;
  return (
    <>
      <ul className={styles.list} aria-label="Lots by symbol">
        {groups.slice(0, shown).map((group) => (
          <Group key={group.symbol} group={group} openAtFirst={lots <= OPEN_WHEN_AT_MOST} onSelectRow={onSelectRow} />
        ))}
      </ul>
      {rest > 0 && (
        <Button size="small" className={styles.more} onClick={() => setShown(shown + GROUPS_AT_FIRST)}>
          Show {count(Math.min(rest, GROUPS_AT_FIRST), "more symbol")} of {rest}
        </Button>
      )}
    </>
  );
}

interface GroupProps {
  readonly group: SymbolGroup;
  readonly openAtFirst: boolean;
  readonly onSelectRow: (row: number) => void;
}

const Group = memo(function Group({ group, openAtFirst, onSelectRow }: GroupProps): ReactElement {
  const styles = useStyles();
  const [turned, setTurned] = useState(false);
  const [shown, setShown] = useState(LOTS_AT_FIRST);
  const open = turned !== openAtFirst;
  const rest = group.lots.length - shown;
  return (
    <li className={styles.group} data-testid={`group-${group.symbol}`}>
      <button type="button" className={styles.head} aria-expanded={open} onClick={() => setTurned(!turned)}>
        <span aria-hidden>{open ? "▾" : "▸"}</span>
        <span>
          <span className={styles.symbol}>{group.symbol}</span> <span className={styles.quiet}>{groupLine(group)}</span>
        </span>
        <Amount cents={group.gainCents} strong />
      </button>
      {open && (
        <ul className={styles.lots} aria-label={`Lots of ${group.symbol}`}>
          {group.lots.slice(0, shown).map((lot) => (
            <Lot key={lot.key} lot={lot} onSelectRow={onSelectRow} />
          ))}
          {rest > 0 && (
            <li>
              <Button size="small" appearance="subtle" onClick={() => setShown(shown + LOTS_AT_FIRST)}>
                Show {count(Math.min(rest, LOTS_AT_FIRST), "more lot")} of {rest}
              </Button>
            </li>
          )}
        </ul>
      )}
    </li>
  );
});

const Lot = memo(function Lot({ lot, onSelectRow }: { readonly lot: LotShown; readonly onSelectRow: (row: number) => void }): ReactElement {
  const styles = useStyles();
  return (
    <li className={styles.lot} data-testid={`lot-${lot.key}`}>
      <span>
        <RowLink row={lot.row} onSelectRow={onSelectRow}>
          {lotCalled(lot.lot)}
        </RowLink>{" "}
        <span className={styles.quiet}>{termLine(lot)}</span>
      </span>
      <Amount cents={lot.gainCents} />
      <span className={styles.quiet}>{holdingLine(lot)}</span>
      <span className={mergeClasses(styles.quiet, styles.right)}>{costLine(lot)}</span>
      {lot.note !== "" && (
        <Text size={200} className={mergeClasses(styles.quiet, styles.wide)}>
          {lot.note}
        </Text>
      )}
    </li>
  );
});
