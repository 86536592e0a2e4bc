/** "Before you buy": what a purchase would wash, and from when on it would wash nothing. */
import { Field, Input, makeStyles, mergeClasses, Select, tokens } from "@fluentui/react-components";
import { useEffect, useMemo, useState, type ReactElement } from "react";
import { isoFromDay, type Day } from "../../values/plain-date";
import { date, money } from "../charts/formats";
import { useAnswer } from "../engine/use-answer";
import { useDeferredAsk } from "../engine/use-under-way";
import { dayFromInput } from "../frame/as-of";
import { Pending } from "../parts/Pending";
import { RowLink } from "../parts/RowLink";
import { typedAmount } from "../parts/typed-number";
import { Section } from "../Section";
import { beforeYouBuyLine, clearDayLine } from "./wash-sentences";
import type { BeforeYouBuyAsk, BeforeYouBuyView } from "./wash-view";

const useStyles = makeStyles({
  fields: { display: "grid", gridTemplateColumns: "repeat(2, minmax(0, 1fr))", gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`, alignItems: "start" },
  field: { minWidth: 0, width: "100%" },
  answer: { marginTop: tokens.spacingVerticalS },
  line: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  list: { listStyleType: "none", margin: `${tokens.spacingVerticalXS} 0 0`, padding: 0 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface BeforeYouBuyProps {
  readonly traded: readonly string[];
  readonly accounts: readonly string[];
  readonly asOf: Day;
  readonly onSelectRow: (row: number) => void;
}

export function BeforeYouBuy({ traded, accounts, asOf, onSelectRow }: BeforeYouBuyProps): ReactElement | null {
  const styles = useStyles();
  const [chosen, setSymbol] = useState("");
  const [shares, setShares] = useState("");
  const [account, setAccount] = useState("");
  const [on, setOn] = useState(isoFromDay(asOf));
  // The as-of day leads; a day typed here holds until it changes.
  useEffect(() => setOn(isoFromDay(asOf)), [asOf]);
  // A symbol or account that the trades no longer have is no choice.
  const symbol = traded.includes(chosen) ? chosen : (traded[0] ?? "");
  const amount = typedAmount(shares, "shares");
  const buys = amount.kind === "number" ? amount.value : null;
  const day = dayFromInput(on);
  const ask = useMemo((): BeforeYouBuyAsk | null => {
    if (buys === null || day === null || symbol === "") return null;
    return { symbol, shares: buys, day, account: accounts.includes(account) ? account : null };
  }, [symbol, buys, day, account, accounts]);
  if (traded.length === 0) return null;
  return (
    <Section title="Before you buy">
      <div className={styles.fields}>
        <Field label="Symbol" size="small">
          <Select size="small" className={styles.field} value={symbol} data-testid="buy-symbol" onChange={(_, { value }) => setSymbol(value)}>
            {traded.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </Select>
        </Field>
        <Field label="Shares" size="small" {...(amount.kind === "wrong" ? { validationMessage: amount.sentence } : {})}>
          <Input size="small" className={styles.field} inputMode="decimal" value={shares} data-testid="buy-shares" onChange={(_, { value }) => setShares(value)} />
        </Field>
        <Field label="On" size="small" {...(day === null ? { validationMessage: "Choose a day." } : {})}>
          <Input type="date" size="small" className={styles.field} value={on} data-testid="buy-date" onChange={(_, { value }) => setOn(value)} />
        </Field>
        <Field label="In" size="small">
          <Select size="small" className={styles.field} value={account} data-testid="buy-account" onChange={(_, { value }) => setAccount(value)}>
            <option value="">A taxable account</option>
            {accounts.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </Select>
        </Field>
      </div>
      <Answer ask={ask} onSelectRow={onSelectRow} />
    </Section>
  );
}

function Answer({ ask, onSelectRow }: { readonly ask: BeforeYouBuyAsk | null; readonly onSelectRow: (row: number) => void }): ReactElement {
  const styles = useStyles();
  const answered = useAnswer("beforeYouBuy", useDeferredAsk(ask));
  if (answered === null) return <p className={mergeClasses(styles.quiet, styles.answer)}>Type how many shares, to see which past losses the purchase would wash.</p>;
  if (answered.state !== "answered") return <Pending answered={answered} />;
  return <BuyAnswer view={answered.answer} onSelectRow={onSelectRow} />;
}

export function BuyAnswer({ view, onSelectRow }: { readonly view: BeforeYouBuyView; readonly onSelectRow: (row: number) => void }): ReactElement {
  const styles = useStyles();
  const clear = clearDayLine(view);
  return (
    <div className={styles.answer} role="status" data-testid="buy-answer">
      <p className={styles.line}>{beforeYouBuyLine(view)}</p>
      {view.losses.length > 0 && (
        <ul className={styles.list} aria-label="Losses it would wash">
          {view.losses.map(({ saleRow, sold, disallowedCents }) => (
            <li key={saleRow}>
              {money(disallowedCents)} of the loss sold on {date(sold)}, <RowLink row={saleRow} onSelectRow={onSelectRow} />
            </li>
          ))}
        </ul>
      )}
      {clear !== null && <p className={styles.quiet}>{clear}</p>}
    </div>
  );
}
