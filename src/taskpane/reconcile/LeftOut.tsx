/** What is not compared, so that nothing is dropped unseen: rows that cannot be read, columns not counted, accounts on no form, other years; and what ties. */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { date, money } from "../charts/formats";
import { RowLink } from "../parts/RowLink";
import { SomeOf } from "../parts/SomeOf";
import { Section } from "../Section";
import { count } from "../sentences";
import { FormRowLink, type FormLinks } from "./FormRowLink";
import { codeSaid, elsewhereSaid } from "./reconcile-sentences";
import type { ReconcileView } from "./reconcile-view";

const useStyles = makeStyles({
  quiet: { display: "block", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
  meaning: { margin: `0 0 ${tokens.spacingVerticalS}` },
  folded: { marginTop: tokens.spacingVerticalL },
  summary: { cursor: "pointer", fontWeight: tokens.fontWeightSemibold, marginBottom: tokens.spacingVerticalS },
  line: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalM },
  cents: { marginLeft: "auto", whiteSpace: "nowrap" },
});

interface LeftOutProps extends FormLinks {
  readonly view: ReconcileView;
  readonly onSelectRow: (row: number) => void;
}

export function LeftOut({ view, onSelectRow, ...form }: LeftOutProps): ReactElement {
  return (
    <>
      <Faults title="Rows of the form that cannot be read" faults={view.faults} {...form} />
      <Faults title="On the form, and not counted" faults={view.uncounted} {...form} />
      <Elsewhere view={view} onSelectRow={onSelectRow} />
      <OtherYears view={view} {...form} />
      <Tied view={view} onSelectRow={onSelectRow} {...form} />
    </>
  );
}

interface FaultsProps extends FormLinks {
  readonly title: string;
  readonly faults: ReconcileView["faults"];
}

function Faults({ title, faults, ...form }: FaultsProps): ReactElement | null {
  if (faults.count === 0) return null;
  return (
    <Section title={`${title} (${faults.count.toLocaleString("en-US")})`}>
      <SomeOf
        all={faults.first}
        label={title}
        draw={({ sentence, on }, index) => (
          <li key={index} data-testid="form-fault">
            {sentence}
            {on !== null && (
              <>
                {" "}
                <FormRowLink on={on} {...form} />
              </>
            )}
          </li>
        )}
      />
    </Section>
  );
}

function Elsewhere({ view: { accountsElsewhere }, onSelectRow }: Pick<LeftOutProps, "view" | "onSelectRow">): ReactElement | null {
  const styles = useStyles();
  if (accountsElsewhere.length === 0) return null;
  return (
    <Section title="Accounts on no form">
      <p className={`${styles.quiet} ${styles.meaning}`}>Their sales are not compared. Take their form too, or bring it in with Import.</p>
      <SomeOf
        all={accountsElsewhere}
        label="Accounts on no form"
        draw={(one) => (
          <li key={one.account} data-testid="account-elsewhere">
            {elsewhereSaid(one)}, from <RowLink row={one.saleRows[0] ?? 1} onSelectRow={onSelectRow} />
            {codeSaid(one) !== null && <span className={styles.quiet}>{codeSaid(one)}</span>}
          </li>
        )}
      />
    </Section>
  );
}

function OtherYears({ view: { otherYears, year }, ...form }: Omit<LeftOutProps, "onSelectRow">): ReactElement | null {
  const styles = useStyles();
  if (otherYears.count === 0) return null;
  return (
    <Section title={`Rows of other years than ${year} (${otherYears.count.toLocaleString("en-US")})`}>
      <p className={`${styles.quiet} ${styles.meaning}`}>They are left out. Choose their year to compare them.</p>
      <SomeOf
        all={otherYears.first}
        label={`Rows of other years than ${year}`}
        draw={({ name, sold, proceedsCents, on }, index) => (
          <li key={index} data-testid="other-year">
            {name} sold {date(sold)}, {money(proceedsCents)} of proceeds
            {on !== null && (
              <>
                {" "}
                <FormRowLink on={on} {...form} />
              </>
            )}
          </li>
        )}
      />
    </Section>
  );
}

function Tied({ view: { tied }, onSelectRow, ...form }: LeftOutProps): ReactElement | null {
  const styles = useStyles();
  if (tied.count === 0) return null;
  return (
    <details className={styles.folded} data-testid="tied">
      <summary className={styles.summary}>{count(tied.count, "sale ties", "sales tie")}</summary>
      <SomeOf
        all={tied.first}
        label="Sales that tie"
        draw={({ symbol, sold, saleRow, proceedsCents, on }, index) => (
          <li key={index} className={styles.line}>
            <span>
              {symbol} sold {date(sold)}, <RowLink row={saleRow} onSelectRow={onSelectRow} />
              {on !== null && (
                <>
                  , <FormRowLink on={on} {...form} />
                </>
              )}
            </span>
            <span className={styles.cents}>{money(proceedsCents)}</span>
          </li>
        )}
      />
      {tied.count > tied.first.length && <span className={styles.quiet}>The first {tied.first.length} are shown.</span>}
    </details>
  );
}
