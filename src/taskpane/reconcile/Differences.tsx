/** What differs, cause by cause: both figures, the code it leads to, the rows of both sides, and why. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { Fragment, type ReactElement } from "react";
import { date, signedMoney } from "../charts/formats";
import { RowLink } from "../parts/RowLink";
import { SomeOf } from "../parts/SomeOf";
import { Section } from "../Section";
import { FormRowLink, type FormLinks } from "./FormRowLink";
import { codeSaid, figuresSaid, MEANINGS } from "./reconcile-sentences";
import type { CauseGroup, DifferenceTold } from "./reconcile-view";

const useStyles = makeStyles({
  quiet: { display: "block", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
  meaning: { margin: `0 0 ${tokens.spacingVerticalS}` },
  symbol: { fontWeight: tokens.fontWeightSemibold },
  one: { borderLeft: `3px solid ${tokens.colorNeutralStroke1}`, paddingLeft: tokens.spacingHorizontalS },
  figures: { display: "flex", flexWrap: "wrap", justifyContent: "space-between", columnGap: tokens.spacingHorizontalM },
  cents: { marginLeft: "auto", whiteSpace: "nowrap", fontWeight: tokens.fontWeightSemibold },
});

interface DifferencesProps extends FormLinks {
  readonly groups: readonly CauseGroup[];
  readonly onSelectRow: (row: number) => void;
}

export function Differences({ groups, ...links }: DifferencesProps): ReactElement {
  return (
    <>
      {groups.map((group) => (
        <Cause key={group.cause} group={group} {...links} />
      ))}
    </>
  );
}

function Cause({ group: { cause, differences }, ...links }: Omit<DifferencesProps, "groups"> & { readonly group: CauseGroup }): ReactElement {
  const styles = useStyles();
  const { count, first } = differences;
  return (
    <Section title={`${cause} (${count.toLocaleString("en-US")})`}>
      {cause !== "Ties" && <p className={`${styles.quiet} ${styles.meaning}`}>{MEANINGS[cause]}</p>}
      <SomeOf all={first} label={cause} draw={(one, index) => <One key={index} one={one} {...links} />} />
      {count > first.length && <span className={styles.quiet}>The sheet lists all {count.toLocaleString("en-US")}.</span>}
    </Section>
  );
}

function One({ one, onSelectRow, ...form }: Omit<DifferencesProps, "groups"> & { readonly one: DifferenceTold }): ReactElement {
  const styles = useStyles();
  const { symbol, account, sold, saleRows, on, differenceCents, note } = one;
  const code = codeSaid(one);
  return (
    <li className={styles.one} data-testid="difference">
      <span className={styles.symbol}>{symbol}</span> sold {date(sold)}
      {account === "" ? "" : ` in ${account}`}
      {saleRows.map((row) => (
        <Fragment key={row}>
          , <RowLink row={row} onSelectRow={onSelectRow} />
        </Fragment>
      ))}
      {on !== null && (
        <>
          , <FormRowLink on={on} {...form} />
        </>
      )}
      <span className={styles.figures}>
        <span>{figuresSaid(one)}</span>
        {differenceCents !== null && one.part !== "Row" && <span className={styles.cents}>{signedMoney(differenceCents)}</span>}
      </span>
      {code !== null && <span className={styles.quiet}>{code}</span>}
      {note !== "" && <span className={styles.quiet}>{note}</span>}
    </li>
  );
}
