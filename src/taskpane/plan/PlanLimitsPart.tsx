/** What the plan must not sell and how large its trades may be: folded, with a line that says what is set. */
import { Button, Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { ChevronDown16Regular, ChevronRight16Regular, Dismiss16Regular } from "@fluentui/react-icons";
import { useState, type ReactElement } from "react";
import { NumberField } from "../parts/NumberField";
import type { HoldingsView } from "../sell/sell-view";
import type { PlanLimits } from "./plan-fields";
import { limitsLine } from "./plan-sentences";

const useStyles = makeStyles({
  head: {
    display: "grid",
    gridTemplateColumns: "16px minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalXS,
    alignItems: "center",
    width: "100%",
    marginTop: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalXS} 0`,
    border: "none",
    background: "none",
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    fontSize: tokens.fontSizeBase300,
    textAlign: "left",
    cursor: "pointer",
    borderRadius: tokens.borderRadiusMedium,
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  body: { paddingLeft: `calc(16px + ${tokens.spacingHorizontalXS})` },
  grid: { display: "grid", gridTemplateColumns: "repeat(2, minmax(0, 1fr))", gap: tokens.spacingHorizontalS, alignItems: "start" },
  select: { minWidth: 0 },
  kept: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS, listStyleType: "none", margin: `${tokens.spacingVerticalS} 0 0`, padding: 0 },
  /** A name may be long, and stands in one line of its own then. */
  name: { minWidth: 0, maxWidth: "100%", fontWeight: tokens.fontWeightRegular, overflowWrap: "anywhere" },
});

interface PlanLimitsPartProps {
  readonly limits: PlanLimits;
  readonly holdings: HoldingsView;
  readonly onLimits: (limits: PlanLimits) => void;
}

export function PlanLimitsPart(props: PlanLimitsPartProps): ReactElement {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className={styles.head} aria-expanded={open} data-testid="plan-limits" onClick={() => setOpen(!open)}>
        {open ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
        <span>
          Limits: <span className={styles.quiet}>{limitsLine(props.limits)}</span>
        </span>
      </button>
      {open && <LimitFields {...props} />}
    </>
  );
}

function LimitFields({ limits, holdings, onLimits }: PlanLimitsPartProps): ReactElement {
  const styles = useStyles();
  const { keepSymbols, keepAccounts, mostOfSymbolCents, leastTradeCents } = limits;
  const symbols = holdings.holdings.map(({ symbol }) => symbol);
  const accounts = [...new Set(holdings.holdings.flatMap((holding) => holding.accounts.map(({ account }) => account)))].sort();
  return (
    <div className={styles.body} role="group" aria-label="Limits of the plan">
      <div className={styles.grid}>
        <Keep label="Keep a symbol" all={symbols} kept={keepSymbols} testId="keep-symbol" onKeep={(symbol) => onLimits({ ...limits, keepSymbols: [...keepSymbols, symbol] })} />
        <Keep label="Keep an account" all={accounts} kept={keepAccounts} testId="keep-account" onKeep={(account) => onLimits({ ...limits, keepAccounts: [...keepAccounts, account] })} />
        <NumberField
          label="Most per symbol"
          before="$"
          step={1000}
          value={mostOfSymbolCents === null ? null : mostOfSymbolCents / 100}
          onValue={(dollars) => onLimits({ ...limits, mostOfSymbolCents: centsOf(dollars) })}
          placeholder="any"
          testId="most-of-symbol"
        />
        <NumberField
          label="Least trade"
          before="$"
          step={100}
          value={leastTradeCents === null ? null : leastTradeCents / 100}
          onValue={(dollars) => onLimits({ ...limits, leastTradeCents: centsOf(dollars) })}
          placeholder="any"
          testId="least-trade"
        />
      </div>
      <Kept limits={limits} onLimits={onLimits} />
    </div>
  );
}

/** 0 limits nothing. */
function centsOf(dollars: number | null): number | null {
  return dollars === null || dollars === 0 ? null : Math.round(dollars * 100);
}

interface KeepProps {
  readonly label: string;
  readonly all: readonly string[];
  readonly kept: readonly string[];
  readonly testId: string;
  readonly onKeep: (name: string) => void;
}

function Keep({ label, all, kept, testId, onKeep }: KeepProps): ReactElement {
  const styles = useStyles();
  const rest = all.filter((name) => !kept.includes(name));
  return (
    <Field label={label} size="small">
      <Select size="small" className={styles.select} data-testid={testId} value="" onChange={(_, { value }) => value !== "" && onKeep(value)}>
        <option value="">{rest.length === 0 ? "none left" : "choose"}</option>
        {rest.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </Select>
    </Field>
  );
}

function Kept({ limits, onLimits }: Pick<PlanLimitsPartProps, "limits" | "onLimits">): ReactElement | null {
  const styles = useStyles();
  const { keepLots, keepSymbols, keepAccounts } = limits;
  const kept = [
    ...keepLots.map((lot) => ({ name: lot.called, without: { ...limits, keepLots: keepLots.filter((one) => one !== lot) } })),
    ...keepSymbols.map((symbol) => ({ name: symbol, without: { ...limits, keepSymbols: keepSymbols.filter((one) => one !== symbol) } })),
    ...keepAccounts.map((account) => ({ name: account, without: { ...limits, keepAccounts: keepAccounts.filter((one) => one !== account) } })),
  ];
  if (kept.length === 0) return null;
  return (
    <ul className={styles.kept} aria-label="Kept, not sold">
      {kept.map(({ name, without }) => (
        <li key={name}>
          <Button size="small" className={styles.name} icon={<Dismiss16Regular />} iconPosition="after" aria-label={`No longer keep ${name}`} onClick={() => onLimits(without)}>
            {name}
          </Button>
        </li>
      ))}
    </ul>
  );
}
