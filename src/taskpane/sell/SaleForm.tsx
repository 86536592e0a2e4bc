/** What is to be sold: six fields, two in a line. What is wrong is said at its field. */
import { Field, Input, Link, makeStyles, Select, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { SaleFields, SaleTyped } from "./sale-fields";
import { heldHint } from "./sell-sentences";
import type { HoldingsView, MethodOffered } from "./sell-view";

const useStyles = makeStyles({
  fields: {
    display: "grid",
    gridTemplateColumns: "repeat(2, minmax(0, 1fr))",
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    alignItems: "start",
    marginTop: tokens.spacingVerticalS,
  },
  field: { minWidth: 0, width: "100%" },
  figure: { textAlign: "right", minWidth: 0, fontVariantNumeric: "tabular-nums" },
  wide: { gridColumn: "1 / -1" },
  all: { fontSize: "inherit", lineHeight: "inherit" },
});

interface SaleFormProps {
  readonly fields: SaleFields;
  readonly typed: SaleTyped;
  readonly view: HoldingsView;
  readonly onFields: (fields: SaleFields) => void;
}

export function SaleForm({ fields, typed, view, onFields }: SaleFormProps): ReactElement {
  const styles = useStyles();
  const { holding, heldShares } = typed;
  const change = (some: Partial<SaleFields>): void => onFields({ ...fields, ...some });
  const units = `${holding?.unit ?? "share"}s`;
  const accounts = holding?.accounts ?? [];
  return (
    <div className={styles.fields} role="group" aria-label="Sale">
      <Field label="Symbol" size="small">
        {/* Another symbol has another price, and other accounts. */}
        <Select size="small" className={styles.field} data-testid="sell-symbol" value={holding?.symbol ?? ""} onChange={(_, { value }) => change({ symbol: value, price: null, account: "" })}>
          {view.holdings.map(({ symbol }) => (
            <option key={symbol}>{symbol}</option>
          ))}
        </Select>
      </Field>
      <Field label="Account" size="small">
        <Select size="small" className={styles.field} data-testid="sell-account" value={accountShown(fields, typed)} onChange={(_, { value }) => change({ account: value })}>
          {accounts.length > 1 && <option value="">All taxable accounts</option>}
          {accounts.map(({ account }) => (
            <option key={account}>{account}</option>
          ))}
        </Select>
      </Field>
      <Field label={fields.amountIn === "shares" ? capital(units) : "Dollars"} size="small" hint={<AmountHint typed={typed} onAll={() => change({ amount: String(heldShares), amountIn: "shares" })} />} {...said(typed.amountSays)}>
        <Input size="small" className={styles.field} input={{ className: styles.figure }} inputMode="decimal" data-testid="sell-shares" value={fields.amount} onChange={(_, { value }) => change({ amount: value })} />
      </Field>
      <Field label="Counted in" size="small">
        <Select size="small" className={styles.field} data-testid="sell-amount-in" value={fields.amountIn} onChange={(_, { value }) => change({ amountIn: value as SaleFields["amountIn"] })}>
          <option value="shares">{units}</option>
          <option value="dollars">dollars</option>
        </Select>
      </Field>
      <Field label={holding?.unit === "contract" ? "Price per share of the stock" : "Price per share"} size="small" {...said(typed.priceSays)}>
        <Input
          size="small"
          className={styles.field}
          input={{ className: styles.figure }}
          inputMode="decimal"
          contentBefore="$"
          data-testid="sell-price"
          value={fields.price ?? (holding?.price === null || holding === null ? "" : String(holding.price))}
          onChange={(_, { value }) => change({ price: value })}
        />
      </Field>
      <Field label="On" size="small" {...said(typed.daySays)}>
        <Input type="date" size="small" className={styles.field} data-testid="sell-date" value={fields.on} onChange={(_, { value }) => change({ on: value })} />
      </Field>
      <Field label="Method" size="small" className={styles.wide}>
        <Select size="small" className={styles.field} data-testid="sell-method" value={fields.method} onChange={(_, { value }) => change({ method: value })}>
          <option value="">{standingText(typed)}</option>
          {byHouse(view.methods, holding?.mayAverage ?? false).map(({ house, methods }) => (
            <optgroup key={house} label={house}>
              {methods.map((method) => (
                <option key={method.name} value={method.name}>
                  {methodText(method)}
                </option>
              ))}
            </optgroup>
          ))}
        </Select>
      </Field>
    </div>
  );
}

/** "102 shares held. All" */
function AmountHint({ typed: { amountHint, holding, heldShares }, onAll }: { readonly typed: SaleTyped; readonly onAll: () => void }): ReactElement | null {
  const styles = useStyles();
  if (holding === null) return null;
  return (
    <>
      {amountHint ?? heldHint(heldShares, holding.unit)}.{" "}
      <Link inline className={styles.all} data-testid="sell-all" aria-label={`Sell all ${heldHint(heldShares, holding.unit)}`} onClick={onAll}>
        All
      </Link>
    </>
  );
}

function said(sentence: string | null): { readonly validationMessage?: string } {
  return sentence === null ? {} : { validationMessage: sentence };
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** A symbol in one account has no other choice. */
function accountShown({ account }: SaleFields, { holding }: SaleTyped): string {
  const accounts = holding?.accounts ?? [];
  return accounts.find((held) => held.account === account)?.account ?? (accounts.length === 1 ? accounts[0]!.account : "");
}

/** "Standing order: FIFO" */
function standingText({ holding, ask }: SaleTyped): string {
  const own = holding?.accounts.filter(({ account }) => ask === null || ask.account === null || account === ask.account) ?? [];
  const methods = new Set(own.map(({ standingMethod }) => standingMethod));
  return methods.size === 1 ? `Standing order: ${[...methods][0]}` : "Standing orders of the accounts";
}

const HOUSES: Readonly<Record<string, string>> = {
  SCHWAB: "Schwab", VANGUARD: "Vanguard", FIDELITY: "Fidelity", IBKR: "Interactive Brokers", ETRADE: "E*TRADE", TDA: "TD Ameritrade",
  TAMARAC: "Tamarac", FOLIO: "Folio",
};

const PLAIN_WORDS: Readonly<Record<string, string>> = {
  FIFO: "first in, first out", LIFO: "last in, first out", HIFO: "highest cost first", LOFO: "lowest cost first", AVG: "average cost", MINTAX: "least tax first",
};

/** "HIFO, highest cost first", "SCHWAB_LOW_COST, Schwab Low Cost": the code stands first, since the settings take it. */
export function methodText({ name, whose }: MethodOffered): string {
  const words = PLAIN_WORDS[name] ?? whose.split(/[,;(]/)[0]?.trim() ?? "";
  return words === "" ? name : `${name}, ${words}`;
}

/** The plain methods first, then house by house. */
export function byHouse(methods: readonly MethodOffered[], mayAverage: boolean): readonly { readonly house: string; readonly methods: readonly MethodOffered[] }[] {
  const houses = new Map<string, MethodOffered[]>();
  for (const method of methods) {
    const { name } = method;
    if (name === "AVG" && !mayAverage) continue;
    const [first = "", ...rest] = name.split("_");
    const house = rest.length === 0 ? "Methods" : (HOUSES[first] ?? first);
    const known = houses.get(house);
    if (known === undefined) houses.set(house, [method]);
    else known.push(method);
  }
  return [...houses].map(([house, offered]) => ({ house, methods: offered }));
}
