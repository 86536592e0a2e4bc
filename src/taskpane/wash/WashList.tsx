/** Every wash of the year in words, and the windows still open, with links to their rows. Of very many the first are shown. */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { date, money } from "../charts/formats";
import { RowLink } from "../parts/RowLink";
import { SomeOf } from "../parts/SomeOf";
import { Section } from "../Section";
import type { Day } from "../../values/plain-date";
import { fateOf, openWindowText, unitsText } from "./wash-sentences";
import type { OpenWindow, WashTold } from "./wash-view";

const useStyles = makeStyles({
  wash: { borderLeft: `3px solid ${tokens.colorNeutralStroke1}`, paddingLeft: tokens.spacingHorizontalS },
  lost: { borderLeft: `3px double ${tokens.colorPaletteRedBorder2}` },
  quiet: { display: "block", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
  symbol: { fontWeight: tokens.fontWeightSemibold },
});

interface WashesProps {
  readonly washes: readonly WashTold[];
  readonly year: number;
  readonly onSelectRow: (row: number) => void;
}

export function Washes({ washes, year, onSelectRow }: WashesProps): ReactElement | null {
  if (washes.length === 0) return null;
  return (
    <Section title={`Wash sales of ${year}`}>
      <SomeOf all={washes} label={`Wash sales of ${year}`} draw={(wash, index) => <Wash key={index} wash={wash} onSelectRow={onSelectRow} />} />
    </Section>
  );
}

function Wash({ wash, onSelectRow }: { readonly wash: WashTold; readonly onSelectRow: (row: number) => void }): ReactElement {
  const styles = useStyles();
  const { symbol, replacementSymbol, permanentCents } = wash;
  const other = replacementSymbol === symbol ? "" : `, ${replacementSymbol},`;
  return (
    <li className={permanentCents > 0 ? `${styles.wash} ${styles.lost}` : styles.wash} data-testid="wash">
      <span className={styles.symbol}>{symbol}</span>: {unitsText(wash.shares, wash.unit)} of <RowLink row={wash.saleRow} onSelectRow={onSelectRow} />, sold at a loss on {date(wash.sold)},
      replaced by <RowLink row={wash.replacementRow} onSelectRow={onSelectRow} />
      {other} on {date(wash.replacedOn)} in {wash.replacementAccount}. {money(wash.disallowedCents)} {fateOf(wash)}.
      <span className={styles.quiet}>{wash.rules}. Final on {date(wash.finalOn)}.</span>
    </li>
  );
}

interface OpenWindowsProps {
  readonly windows: readonly OpenWindow[];
  readonly asOf: Day;
  readonly onSelectRow: (row: number) => void;
}

export function OpenWindows({ windows, asOf, onSelectRow }: OpenWindowsProps): ReactElement {
  return (
    <Section title="Open windows">
      {windows.length === 0 ? (
        <span>No loss can be washed by a purchase from {date(asOf)} on.</span>
      ) : (
        <SomeOf all={windows} label="Open windows" draw={(window, index) => <Open key={index} window={window} asOf={asOf} onSelectRow={onSelectRow} />} />
      )}
    </Section>
  );
}

function Open({ window, asOf, onSelectRow }: { readonly window: OpenWindow; readonly asOf: Day; readonly onSelectRow: (row: number) => void }): ReactElement {
  const styles = useStyles();
  return (
    <li data-testid="open-window">
      <span className={styles.symbol}>{window.symbol}</span>: {openWindowText(window, asOf)}
      <span className={styles.quiet}>
        {unitsText(window.shares, window.unit)} in {window.account}, <RowLink row={window.saleRow} onSelectRow={onSelectRow} />
      </span>
    </li>
  );
}
