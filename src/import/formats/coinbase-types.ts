/** Coinbase's words under Transaction Type (broker layouts, 7.1), and what each does to lots. */

export type CoinbaseType =
  | { readonly does: "trades"; readonly action: "Buy" | "Sell" | "Vest" }
  | { readonly does: "converts" }
  | { readonly does: "counts" }
  | { readonly does: "asks"; readonly action: string; readonly sentence: string };

const SENT = "Coins left Coinbase. Where they went to a wallet of yours, write Transfer with To account; where you paid with them, write Sell with their value as Amount; where you gave them away, Gift given.";
const CAME = "Coins came in without their basis. From a wallet of yours write Transfer there with To account; else write each lot as Buy with its own day and cost, or Unknown under Amount; coins that were income are Vest with their value as Amount.";
const MOVED = "Coins moved between your accounts at Coinbase. Write Transfer with To account, once for both files.";
const SPENT = "Coins were spent, which is a sale at their value. Where the amount is that value, write Sell.";

const asks = (action: string, sentence: string): CoinbaseType => ({ does: "asks", action, sentence });
const WORDS: readonly (readonly [CoinbaseType, readonly string[]])[] = [
  [{ does: "trades", action: "Buy" }, ["buy", "advanced trade buy", "advance trade buy", "recurring buy"]],
  [{ does: "trades", action: "Sell" }, ["sell", "advanced trade sell", "advance trade sell"]],
  // Rewards are income at their value, which is their basis (R-DA-5).
  [{ does: "trades", action: "Vest" }, ["rewards income", "reward income", "staking income", "inflation reward", "learning reward", "coinbase earn"]],
  [{ does: "converts" }, ["convert"]],
  [asks("Transfer", SENT), ["send"]],
  [asks("Buy", CAME), ["receive"]],
  [asks("Transfer", MOVED), ["pro deposit", "pro withdrawal", "exchange deposit", "exchange withdrawal", "vault withdrawal", "prime deposit", "prime withdrawal"]],
  [asks("Sell", SPENT), ["card spend", "paid for an order"]],
  [asks("Buy", CAME), ["subscription rebate", "card buy back", "retail staking transfer", "retail unstaking transfer"]],
  // Of dollars; of a coin they are asked about by the reader.
  [{ does: "counts" }, ["subscription"]],
  [asks("Buy", CAME), ["deposit"]],
  [asks("Transfer", SENT), ["withdrawal", "withdraw"]],
];

const MEANINGS = new Map(WORDS.flatMap(([meaning, words]) => words.map((word) => [word, meaning] as const)));

/** null: a word that is not known. */
export function coinbaseType(text: string): CoinbaseType | null {
  return MEANINGS.get(text.replace(/\s+/g, " ").trim().toLowerCase()) ?? null;
}
