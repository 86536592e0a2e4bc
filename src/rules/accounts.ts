/**
 * Account types and owners as the wash-sale rule sees them (R-WS-9).
 * IRA and Roth IRA: Rev. Rul. 2008-5. Other plans are not ruled on; by default they are treated alike.
 */
import type { AccountChoice, AccountType, Choices } from "../lots/choices";

const RETIREMENT: ReadonlySet<AccountType> = new Set(["IRA", "Roth IRA", "401k", "HSA", "529", "Other plan"]);
const PLANS: ReadonlySet<AccountType> = new Set(["401k", "HSA", "529", "Other plan"]);

/** An account the settings do not name is a taxable account of the taxpayer. */
export function accountChoice(choices: Choices, account: string): AccountChoice {
  return choices.accounts.get(account.toUpperCase()) ?? { name: account, type: "Taxable", owner: "Self" };
}

/** Sales inside it are never taxable sales. */
export function isRetirement(choices: Choices, account: string): boolean {
  return RETIREMENT.has(accountChoice(choices, account).type);
}

/** A plan the user has left out of the wash-sale rule (setting Plan accounts). */
export function isIgnoredPlan(choices: Choices, account: string): boolean {
  return choices.planAccounts === "ignore" && PLANS.has(accountChoice(choices, account).type);
}
