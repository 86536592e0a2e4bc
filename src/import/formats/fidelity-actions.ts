/** Fidelity's free text in the Action column (broker layouts, section 2.1): what it begins with says what happened. */
import type { ExchangeEvent } from "../exchanges";

export type FidelityAction =
  | { readonly does: "trades"; readonly action: string; readonly direction: "in" | "out"; /** The shares of an option that ended. */ readonly ofOption?: true }
  | { readonly does: "counts" }
  | { readonly does: "returns capital" }
  | { readonly does: "ends option"; readonly action: "Expire" | "Assigned" | "Exercise" }
  | { readonly does: "exchanges"; readonly event: ExchangeEvent }
  | { readonly does: "moves shares" }
  | { readonly does: "pays for a fraction" }
  | { readonly does: "distributes" }
  | { readonly does: "redeems" }
  | { readonly does: "takes back" };

export interface FidelityMeaning {
  readonly meaning: FidelityAction;
  /** The words that tell it, as the file writes them: rows are counted under these. */
  readonly words: string;
}

const buys = (action: string, more: { ofOption?: true } = {}): FidelityAction => ({ does: "trades", action, direction: "in", ...more });
const sells = (action: string, more: { ofOption?: true } = {}): FidelityAction => ({ does: "trades", action, direction: "out", ...more });
const COUNTS: FidelityAction = { does: "counts" };

const BEGINNINGS: readonly (readonly [FidelityAction, readonly string[]])[] = [
  [buys("Buy"), ["you bought", "you bought opening transaction"]],
  [buys("Buy to cover"), ["you bought closing transaction", "you bought short cover", "you bought to cover"]],
  [sells("Sell"), ["you sold", "you sold closing transaction"]],
  [sells("Sell short"), ["you sold opening transaction", "you sold short"]],
  [buys("Buy", { ofOption: true }), ["you bought assigned", "you bought exercised"]],
  [sells("Sell", { ofOption: true }), ["you sold assigned", "you sold exercised"]],
  [buys("Reinvest"), ["reinvestment"]],
  [{ does: "takes back" }, ["you bought cancel", "you sold cancel", "cancel", "cancelled", "canceled", "buy cancel", "sell cancel"]],
  [{ does: "returns capital" }, ["return of capital"]],
  [{ does: "ends option", action: "Expire" }, ["expired"]],
  [{ does: "ends option", action: "Assigned" }, ["assigned"]],
  [{ does: "ends option", action: "Exercise" }, ["exercised"]],
  [{ does: "exchanges", event: "Reverse split" }, ["reverse split"]],
  [{ does: "exchanges", event: "Merger" }, ["merger"]],
  [{ does: "exchanges", event: "Conversion" }, ["conversion", "exchanged to", "exchanged from"]],
  [{ does: "redeems" }, ["redemption payout", "redeemed", "full call", "called", "matured", "bond redemption"]],
  [{ does: "pays for a fraction" }, ["in lieu of frx share", "cash in lieu"]],
  [{ does: "distributes" }, ["distribution", "stock split", "forward split", "stock dividend", "spin-off", "spinoff"]],
  [{ does: "moves shares" }, ["in-kind transfer", "journaled shares", "transferred from", "transferred to", "transfer of assets", "transfer from", "transfer to"]],
  [COUNTS, ["dividend received", "long-term cap gain", "short-term cap gain", "interest earned", "interest", "margin interest"]],
  [COUNTS, ["foreign tax paid", "fed tax w/h", "state tax w/h", "electronic funds transfer", "cash contribution", "direct deposit",
    "direct debit", "check received", "wire transfer", "bill payment", "debit card purchase", "fee charged", "advisory fee", "adr fee",
    "foreign tax", "redemption from core account", "purchase into core account", "journaled", "partic contr", "rollover cash",
    "normal distr", "royalty tr pymt", "check paid", "cash advance", "tax non-resident", "interest short sale rebate"]],
];

/** Longest first, so that the first one that fits is the most particular. */
const BY_LENGTH = BEGINNINGS.flatMap(([meaning, words]) => words.map((word) => ({ word, meaning }))).sort((a, b) => b.word.length - a.word.length);

/** null: words that are not known. */
export function fidelityAction(text: string): FidelityMeaning | null {
  const plain = text.replace(/\s+/g, " ").trim();
  const found = BY_LENGTH.find(({ word }) => plain.toLowerCase().startsWith(word) && !/[a-z0-9]/i.test(plain.charAt(word.length)));
  return found === undefined ? null : { meaning: found.meaning, words: plain.slice(0, found.word.length) };
}
