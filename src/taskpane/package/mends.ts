/** Points of the checklist that one press settles: what it states goes into the visible settings. Pure. */
import { typeByName } from "../../rules/accounts";
import { returnFactsOf } from "../../sheet/return-facts";
import type { Desk } from "../engine/contract";
import { count } from "../sentences";
import type { PackageFacts } from "./package-facts";
import type { PackageMend } from "./package-view";

export const ACCOUNTS = "Accounts";
export const CARRYOVERS = "Carryovers";

/** In the order of the checklist. */
export function mendsOf(facts: PackageFacts): readonly PackageMend[] {
  return [mendAccounts(facts), mendCarryovers(facts)].filter((mend) => mend !== null);
}

/**
 * Accounts whose type neither the settings nor their name tells (R-WS-11). They count as taxable, but an IRA among them would
 * change the return without a trace, so that somebody has to say it.
 */
export function undeclaredAccounts({ book, choices }: Pick<Desk, "book" | "choices">): readonly string[] {
  return book.trades.accounts.filter((account) => account !== "" && !choices.accounts.has(account.toUpperCase()) && typeByName(account) === null);
}

function mendAccounts({ desk }: PackageFacts): PackageMend | null {
  const undeclared = undeclaredAccounts(desk);
  if (undeclared.length === 0) return null;
  return {
    check: ACCOUNTS,
    label: undeclared.length === 1 ? "It is taxable and mine" : "All are taxable and mine",
    changes: undeclared.map((account) => ({ name: "Account", first: account, values: [account, "Taxable", "Self"], was: null })),
    said: `The settings now say that ${undeclared.length === 1 ? `account ${undeclared[0]} is` : `${count(undeclared.length, "account")} are`} taxable and your own.`,
  };
}

/** Whether the settings name the losses carried into the year (R-NET-1); where they are of another return, 0 would be no answer. */
function mendCarryovers({ desk: { settings: { tax } }, year }: PackageFacts): PackageMend | null {
  if (!returnFactsOf(tax, year).ok || tax.carryoverShort !== null || tax.carryoverLong !== null) return null;
  return {
    check: CARRYOVERS,
    label: "None was carried in",
    changes: [{ name: "Carryover short", values: [0], was: null }, { name: "Carryover long", values: [0], was: null }],
    said: `The settings now say that no loss was carried into ${year}.`,
  };
}
