/** Charles Schwab's words in the Action column (broker layouts, section 1.1), and what each does to lots. */

import type { ExchangeEvent } from "../exchanges";

export type SchwabAction =
  | { readonly does: "trades"; readonly action: string; readonly direction: "in" | "out" }
  /** No shares move, or only those of a money fund. */
  | { readonly does: "counts" }
  | { readonly does: "ends option"; readonly action: "Expire" | "Assigned" }
  | { readonly does: "adds shares"; readonly action: "Split" | "Stock dividend" }
  /** Two rows of one event: shares of one name go, shares of another come. */
  | { readonly does: "exchanges"; readonly event: ExchangeEvent }
  | { readonly does: "asks"; readonly ask: "spin-off" | "moved" | "taken back" | "paid out" | "vest" | "cash in lieu" | "exercise" | "contract" };

const buys = (action: string): SchwabAction => ({ does: "trades", action, direction: "in" });
const sells = (action: string): SchwabAction => ({ does: "trades", action, direction: "out" });
const COUNTS: SchwabAction = { does: "counts" };

const WORDS: readonly (readonly [SchwabAction, readonly string[]])[] = [
  [buys("Buy"), ["buy", "buy to open"]],
  [sells("Sell"), ["sell", "sell to close"]],
  [sells("Sell short"), ["sell short", "sell to open"]],
  [buys("Buy to cover"), ["buy to close", "buy to cover"]],
  [buys("Reinvest"), ["reinvest shares"]],
  [{ does: "ends option", action: "Expire" }, ["expired"]],
  [{ does: "ends option", action: "Assigned" }, ["assigned"]],
  [{ does: "adds shares", action: "Split" }, ["stock split"]],
  [{ does: "adds shares", action: "Stock dividend" }, ["stock div dist"]],
  [{ does: "exchanges", event: "Reverse split" }, ["reverse split"]],
  [{ does: "exchanges", event: "Symbol change" }, ["name change"]],
  [{ does: "exchanges", event: "Merger" }, ["stock merger"]],
  [{ does: "exchanges", event: "Conversion" }, ["conversion"]],
  [{ does: "asks", ask: "spin-off" }, ["spin-off"]],
  [{ does: "asks", ask: "moved" }, ["security transfer", "journaled shares", "internal transfer", "journal"]],
  [{ does: "asks", ask: "paid out" }, ["cash merger", "cash merger adj", "full redemption", "full redemption adj",
    "partial redemption", "partial redemption adj"]],
  [{ does: "asks", ask: "taken back" }, ["cancel buy", "cancel sell", "buy cancel", "sell cancel"]],
  [{ does: "asks", ask: "vest" }, ["stock plan activity"]],
  [{ does: "asks", ask: "cash in lieu" }, ["cash in lieu"]],
  [{ does: "asks", ask: "exercise" }, ["exchange or exercise"]],
  [{ does: "asks", ask: "contract" }, ["options frwd split"]],
  [COUNTS, ["reinvest dividend", "qual div reinvest", "long term cap gain reinvest", "short term cap gain reinvest",
    "non-qual div reinvest", "pr yr div reinvest"]],
  [COUNTS, ["cash dividend", "qualified dividend", "non-qualified div", "special dividend", "special qual div",
    "special non qual div", "pr yr cash div", "pr yr special div", "pr yr special qual div", "pr yr non-qual div", "long term cap gain",
    "short term cap gain", "bank interest", "credit interest", "bond interest", "promotional award"]],
  [COUNTS, ["moneylink transfer", "moneylink deposit", "moneylink adj", "bank transfer", "wire funds", "wire sent",
    "wire funds received", "wire received", "wire funds adj", "funds received", "funds paid", "misc cash entry", "misc credits",
    "service fee", "adr mgmt fee", "margin interest", "nra tax adj", "nra withholding", "foreign tax paid", "irs withhold adj", "tax withholding",
    "adjustment", "visa purchase", "atm withdrawal"]],
];

const MEANINGS = new Map(WORDS.flatMap(([meaning, words]) => words.map((word) => [word, meaning] as const)));

/** null: a word that is not known. */
export function schwabAction(text: string): SchwabAction | null {
  return MEANINGS.get(text.replace(/\s+/g, " ").trim().toLowerCase()) ?? null;
}
