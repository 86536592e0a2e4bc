/** The settings sheet as it is first written: every setting of this version at its default, with what it means. */
import type { CellBlock } from "./addresses";

export const SETTINGS_NAME = "TaxlotSettings";
export const SETTINGS_SHEET = "Taxlot Settings";

export interface SettingsFound {
  readonly block: CellBlock;
  readonly cells: unknown[][];
}

type SettingsRow = readonly [name: string, value: string, second: string, third: string, meaning: string];

const row = (name: string, value: string, meaning: string): SettingsRow => [name, value, "", "", meaning];
const comment = (text: string): SettingsRow => [`# ${text}`, "", "", "", ""];

/** The last column explains and is not part of the named range. Rows that start with # are skipped. */
export const SETTINGS_ROWS: readonly SettingsRow[] = [
  comment("Taxlot settings: name first, values after. Rows that start with # are notes."),
  comment("Which lots are sold first"),
  row("Method", "FIFO", "FIFO, LIFO, HIFO, LOFO, SPEC or MINTAX. Then, if wanted: account, symbol, from-date. One row an order."),
  comment("Wash sales"),
  row("View", "Taxpayer", "Taxpayer: all your accounts. Broker: same account and symbol, as on a 1099-B. None: no wash rule."),
  row("Wash holding period", "Tack days", "Tack days, Substitute date or Tack no overlap."),
  row("Candidate rule", "Literal", "Literal, or Acquired after sold lot: an older lot is then no replacement."),
  row("Spouse replacement", "Adjust basis", "Adjust basis, or Permanent: a loss replaced by your spouse is lost for good."),
  comment("Accounts: name, type (Taxable, IRA, Roth IRA, 401k, HSA, 529, Other plan), owner (Self, Spouse)"),
  comment("Account, then A, then Taxable, then Self: one row an account that is not a taxable one of your own"),
  comment("Identical, then the symbols you treat as substantially identical: one row a group"),
];
