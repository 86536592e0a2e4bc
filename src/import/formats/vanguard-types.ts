/** Vanguard's words in the Transaction Type column (broker layouts, section 3.1). */

import type { ExchangeEvent } from "../exchanges";

export type VanguardType =
  | { readonly does: "trades"; readonly action: string; readonly direction: "in" | "out" }
  /** With shares of a fund it is asked about. */
  | { readonly does: "counts" }
  /** Into and out of the settlement fund. */
  | { readonly does: "sweeps" }
  | { readonly does: "exchanges"; readonly event: ExchangeEvent }
  | { readonly does: "takes back" }
  | { readonly does: "spins off" }
  | { readonly does: "moves shares" }
  | { readonly does: "splits" }
  | { readonly does: "redeems" };

const buys = (action: string): VanguardType => ({ does: "trades", action, direction: "in" });
const sells = (action: string): VanguardType => ({ does: "trades", action, direction: "out" });
const WORDS: readonly (readonly [VanguardType, readonly string[]])[] = [
  [buys("Buy"), ["buy", "buy (exchange)", "buy to open"]],
  [sells("Sell"), ["sell", "sell (exchange)", "sell to close"]],
  [sells("Sell short"), ["sell short", "sell to open"]],
  [buys("Buy to cover"), ["buy to cover", "buy to close"]],
  [{ does: "takes back" }, ["buy cancel", "sell cancel", "cancel buy", "cancel sell"]],
  [buys("Reinvest"), ["reinvestment", "reinvestment (lt gain)", "reinvestment (st gain)"]],
  [{ does: "sweeps" }, ["sweep in", "sweep out"]],
  [{ does: "counts" }, ["dividend", "capital gain (lt)", "capital gain (st)", "interest", "interest charge", "withholding", "funds received", "withdrawal", "wire in", "wire out", "fee"]],
  [{ does: "exchanges", event: "Merger" }, ["merger (incoming)", "merger (outgoing)"]],
  [{ does: "spins off" }, ["corp action (spinoff)", "spinoff", "spin-off"]],
  [{ does: "exchanges", event: "Conversion" }, ["share conversion (incoming)", "share conversion (outgoing)", "conversion (incoming)", "conversion (outgoing)"]],
  [{ does: "moves shares" }, ["transfer (incoming)", "transfer (outgoing)", "contribution", "distribution", "transfer", "rollover (incoming)", "rollover (outgoing)",
    "recharacterization (incoming)", "recharacterization (outgoing)"]],
  [{ does: "splits" }, ["stock split"]],
  [{ does: "redeems" }, ["corp action (redemption)"]],
];
const MEANINGS = new Map(WORDS.flatMap(([meaning, words]) => words.map((word) => [word, meaning] as const)));

/** null: a word that is not known. */
export function vanguardType(text: string): VanguardType | null {
  const plain = text.replace(/\s+/g, " ").trim().toLowerCase();
  return MEANINGS.get(plain) ?? (/^transfer (from|to)\b/.test(plain) ? { does: "moves shares" } : null);
}
