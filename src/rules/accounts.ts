/**
 * Account types and owners as the wash-sale rule sees them (R-WS-9).
 * IRA and Roth IRA: Rev. Rul. 2008-5. Other plans are not ruled on; by default they are treated alike.
 */
import type { AccountChoice, AccountType, Choices } from "../lots/choices";

const RETIREMENT: ReadonlySet<AccountType> = new Set(["IRA", "Roth IRA", "401k", "HSA", "529", "Other plan"]);
const PLANS: ReadonlySet<AccountType> = new Set(["401k", "HSA", "529", "Other plan"]);

/**
 * What account names say by themselves. "Ira" so written is a first name; no one calls a taxable
 * account an IRA, a Roth or a 401(k).
 */
const NAMES_OF_TYPES: readonly (readonly [RegExp, AccountType])[] = [
  [/\broth\b/i, "Roth IRA"],
  [/\b(IRA|ira)\b/, "IRA"],
  [/\b401\(?k\b/i, "401k"],
  [/\b(HSA|health savings)\b/i, "HSA"],
  [/\b529\b/, "529"],
  // BrokerageLink is the brokerage side of a workplace plan.
  [/\b(403\(?b|457\(?b|TSP|BrokerageLink)\b/i, "Other plan"],
];

/** The type an account's name tells, or null. */
export function typeByName(account: string): AccountType | null {
  return NAMES_OF_TYPES.find(([pattern]) => pattern.test(account))?.[1] ?? null;
}

/** As the settings say; else by its name; else a taxable account. Unless the settings say so, it is the taxpayer's own. */
export function accountChoice(choices: Choices, account: string): AccountChoice {
  const chosen = choices.accounts.get(account.toUpperCase());
  return chosen ?? { name: account, type: typeByName(account) ?? "Taxable", owner: "Self" };
}

/**
 * Sales inside it are never taxable sales of the taxpayer, and what replaces a loss in it loses the loss for
 * good. A corporation the taxpayer controls is treated alike (R-WS-9).
 */
export function isRetirement(choices: Choices, account: string): boolean {
  const { type, owner } = accountChoice(choices, account);
  return RETIREMENT.has(type) || owner === "Corporation";
}

/** A plan the user has left out of the wash-sale rule (setting Plan accounts). */
export function isIgnoredPlan(choices: Choices, account: string): boolean {
  return choices.planAccounts === "ignore" && PLANS.has(accountChoice(choices, account).type);
}
