/** Why a disallowed loss is lost for good (R-WS-9): by the ruling on IRAs, or by a setting where nobody has ruled. */
import type { Book } from "../lots/book-types";
import { accountChoice, isRetirement } from "../rules/accounts";

/**
 * IRA: Rev. Rul. 2008-5. Plan: a 401(k), HSA, 529 or other plan, not ruled on. Spouse: 1091(d) is unsettled.
 * Corporation: one the taxpayer controls, whose basis is not the taxpayer's.
 */
export type ReasonLost = "IRA" | "plan" | "spouse" | "corporation";

/** @param account of the replacement shares of a match whose loss is permanent, as an index into the trades' accounts */
export function reasonLost(book: Book, account: number): ReasonLost {
  const name = book.trades.accounts[account]!;
  const { type, owner } = accountChoice(book.choices, name);
  if (owner === "Corporation") return "corporation";
  if (type === "IRA" || type === "Roth IRA") return "IRA";
  return isRetirement(book.choices, name) ? "plan" : "spouse";
}

/** What a short note adds behind the account; "" where the ruling itself decides. */
export function caveatOfLost(reason: ReasonLost): string {
  switch (reason) {
    case "IRA":
      return "";
    case "plan":
      return " (treated like an IRA; not ruled on)";
    case "corporation":
      return " (controlled corporation; for review)";
    case "spouse":
      return " (setting Spouse replacement; not settled)";
  }
}
