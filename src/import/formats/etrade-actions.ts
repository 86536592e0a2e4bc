/** E*TRADE's words for transactions of all three generations (broker layouts, section 5), and what each does to lots. */

export type EtradeAction =
  /** The word alone does not tell stock from options, nor a dividend from shares bought with it. */
  | { readonly does: "trades"; readonly action: string }
  | { readonly does: "ends option"; readonly action: "Expire" | "Exercise" | "Assigned" }
  | { readonly does: "income" }
  | { readonly does: "exchanges" }
  | { readonly does: "adds shares"; readonly action: "Split" | "Stock dividend" }
  | { readonly does: "moves" }
  | { readonly does: "asks"; readonly action: string; readonly sentence: string }
  | { readonly does: "counts" };

const trades = (action: string): EtradeAction => ({ does: "trades", action });
const WORDS: readonly (readonly [EtradeAction, readonly string[]])[] = [
  [trades("Buy"), ["bought", "buy", "bought to open", "buy to open"]],
  [trades("Sell"), ["sold", "sell", "sold to close", "sell to close"]],
  [trades("Sell short"), ["sold short", "sell short", "sold to open", "sell to open"]],
  [trades("Buy to cover"), ["bought to cover", "buy to cover", "bought to close", "buy to close"]],
  [trades("Reinvest"), ["dividend reinvestment", "reinvestment", "reinvest"]],
  [{ does: "ends option", action: "Expire" }, ["option expired", "option expiration", "expired"]],
  [{ does: "ends option", action: "Assigned" }, ["option assigned", "option assignment", "assigned"]],
  [{ does: "ends option", action: "Exercise" }, ["option exercised", "option exercise", "exercised"]],
  [{ does: "income" }, ["dividend", "div", "qualified dividend", "non-qualified dividend", "ordinary dividend", "capital gain",
    "lt cap gain distribution", "st cap gain distribution", "capital gain distribution"]],
  [{ does: "exchanges" }, ["exchange delivered out", "exchange received in"]],
  [{ does: "adds shares", action: "Split" }, ["stock split", "split", "forward split"]],
  [{ does: "adds shares", action: "Stock dividend" }, ["stock dividend"]],
  [{ does: "moves" }, ["transfer", "transfer in", "transfer out", "journal", "adjustment", "misc trade", "deposit", "withdrawal"]],
  [{ does: "asks", action: "", sentence: "A reorganization does not say here what became of the shares. Write it as Merger, Symbol change, Spin-off or Cash merger." }, ["reorganization", "reorg", "merger", "spin-off", "spinoff", "name change", "reverse split", "tender", "redemption"]],
  [{ does: "asks", action: "", sentence: "Cash was paid for a fraction of a share. Write it under Cash in lieu of the split, merger or spin-off that it belongs to, and leave this row out." }, ["cash in lieu"]],
  [{ does: "counts" }, ["interest", "interest income", "margin interest", "bond interest", "credit interest", "fee", "service fee", "adr fee", "commission", "tax", "foreign tax paid",
    "tax withheld", "online transfer", "wire", "wire in", "wire out", "direct debit", "direct deposit", "check", "atm", "debit card", "bill payment",
    "misc", "credit", "debit", "funds received", "funds paid", "cash transfer", "sweep", "bank deposit", "contribution", "distribution", "auto payment", "pos"]],
];

const MEANINGS = new Map(WORDS.flatMap(([meaning, words]) => words.map((word) => [word, meaning] as const)));

/** null: a word that is not known. */
export function etradeAction(text: string): EtradeAction | null {
  return MEANINGS.get(text.replace(/\s+/g, " ").trim().toLowerCase()) ?? null;
}
