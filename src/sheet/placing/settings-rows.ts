/** The settings sheet as it is first written: every setting of this version at its default, with what it means. */
import { RULES_VERSION } from "../../report/rules-version";
import type { CellBlock } from "./addresses";
import { FORM_LEFT_OUT, FORMS_YEAR } from "./forms-rows";
import { RULES_VERSION_NAME } from "./rules-version-row";
import { asText } from "./text-cells";

export const SETTINGS_NAME = "TaxlotSettings";
export const SETTINGS_SHEET = "Taxlot Settings";

export interface SettingsFound {
  readonly block: CellBlock;
  readonly cells: unknown[][];
}

type SettingsRow = readonly [name: string, value: string, second: string, third: string, meaning: string];

/** An example that takes part once its # is removed. */
const example = (name: string, value: string, second: string, third: string, meaning: string): SettingsRow => [`# ${name}`, value, second, third, meaning];
const row = (name: string, value: string, meaning: string): SettingsRow => [name, value, "", "", meaning];
const comment = (text: string): SettingsRow => [`# ${text}`, "", "", "", ""];

/** The last column explains and is not part of the named range. Rows that start with # are skipped. */
export const SETTINGS_ROWS: readonly SettingsRow[] = [
  comment("Taxlot settings: name first, values after. Rows that start with # are notes; remove the # to use one."),
  comment("Which lots are sold first"),
  row("Method", "FIFO", "FIFO, LIFO, HIFO, LOFO, SPEC, AVG, MINTAX or a broker's method that METHODS lists, for every sale that names no lots."),
  example("Method", "HIFO", "Brokerage", "XYZ", "A standing order for one account, or one account and symbol; a from-date may follow in a further column."),
  row("Order within day", "File order", "File order, or Purchases first."),
  row("Same-day sales", "File order", "File order, or Simultaneous: the losses of one day count the lot acquired first."),
  row("Order fills", "By order", "By order: rows with one order id are one purchase or sale. Same day: all of a day and account. Never."),
  row("Cash in lieu lot", "Earliest", "Earliest, or By method: the lot whose fraction of a share is paid in cash."),
  comment("Average basis of funds"),
  row("Average rounding", "None", "None, or Per share to cents."),
  row("Covered pools", "Separate", "Separate, or Together: covered and noncovered fund shares under the single-account election."),
  comment("Wash sales"),
  row("View", "Taxpayer", "Taxpayer: all your accounts. Broker: same account and symbol, as on a 1099-B. None: no wash rule."),
  row("Wash holding period", "Tack days", "Tack days, Substitute date or Tack no overlap."),
  row("Candidate rule", "Literal", "Literal, or Acquired after sold lot: an older lot is then no replacement."),
  row("Spouse replacement", "Adjust basis", "Adjust basis, or Permanent: a loss replaced by your spouse is lost for good."),
  row("Plan accounts", "Like IRA", "Like IRA, or Ignore: 401k, HSA, 529 and other plans are then outside the wash rule."),
  row("Sold replacements", "Not replacement", "Not replacement, or Replacement: shares bought before the loss and sold before it count too."),
  row("Inherited tack", "Actual days", "Actual days, or None: what an inherited lot adds to its replacement's holding period."),
  row("Digital wash sales", "Off", "Off, or On: whether the wash rule reaches digital assets."),
  comment("Options and short sales"),
  row("Option losses", "Same contract", "Same contract, or Same underlying and type: which options replace one sold at a loss."),
  row("Stock after call loss", "Not matched", "Not matched, or Matched: stock bought after a loss on its call."),
  row("Written puts", "Ask", "Ask, Match or Ignore: puts written in the money near a loss."),
  row("Short wash target", "New short", "New short, or Flag: where the loss of a short goes that a new short replaces."),
  row("Puts on young shares", "Flag", "Flag, or Short sale: a put bought against shares held a year or less."),
  comment("Accounts that are not taxable ones of your own: name, type, owner"),
  example("Account", "Roth", "Roth IRA", "Self", "Types: Taxable, IRA, Roth IRA, 401k, HSA, 529, Other plan. Owners: Self, Spouse, Corporation."),
  example("Wash exempt", "Trading", "", "", "Accounts of a dealer or 475(f) trader, which the wash rule does not reach."),
  comment("Securities you treat as substantially identical"),
  example("Identical", "ABC", "XYZ", "", "The symbols of one group; one row a group."),
  comment("Your return, for the tax of the year; none of it is assumed"),
  example("Tax year", "2025", "", "", "The year whose brackets and thresholds count."),
  example("Filing status", "Single", "", "", "Single, MFJ, MFS or HOH. A qualifying surviving spouse writes MFJ."),
  example("Taxable income", "90000", "", "", "In dollars, without capital gains and losses, with qualified dividends. It may be below zero."),
  example("Qualified dividends", "0", "", "", "In dollars, the part of the taxable income taxed like long-term gains."),
  example("MAGI", "100000", "", "", "Modified adjusted gross income without capital gains and losses, in dollars. Left out: the taxable income, which is never more."),
  example("Investment income", "0", "", "", "Net investment income besides capital gains, in dollars: dividends, interest, rents. Left out: the qualified dividends."),
  example("Carryover short", "0", "", "", "Short-term loss carried into the year, in dollars."),
  example("Carryover long", "0", "", "", "Long-term loss carried into the year, in dollars."),
  example("Senior deduction", "0", "", "", "The deduction of 2025 to 2028 at age 65 or more, in dollars, where you take it."),
  row("Senior deduction in carryover", "Statute", "Statute: added back to the taxable income in the carryover worksheet. Printed worksheet: not added back."),
  row("Ordinary tax", "Rate schedule", "Rate schedule: to the cent. Tax table: under $100,000 in the steps of the printed table."),
  comment("Rates of your own: Short rate and Long rate together replace the tables of the year, and MINTAX goes by them"),
  example("Short rate", "24%", "", "", "Your rate on short-term gains."),
  example("Long rate", "15%", "", "", "Your rate on long-term gains."),
  example("State rate", "5%", "", "", "Added to both rates, and to the tax by the tables."),
  example("NIIT", "3.8%", "", "", "Net investment income tax, added to both rates. The tables work it out themselves."),
  comment("What a harvest lists"),
  example("Replacement", "XYZ", "ABC", "", "A symbol, then your partner symbols for it."),
  example("Min loss", "200", "", "", "In dollars; smaller losses are passed over."),
  example("Min loss percent", "5%", "", "", "Of the basis; smaller losses are passed over."),
  comment("Files whose columns you have named on the Import screen"),
  example("Import columns", "day|what|name|units", "Date, Action, Symbol, Quantity", "Brokerage", "The file's headings, what its columns are (- is left alone), and its account."),
  comment("Form 8949, Schedule D and the accountant's copy"),
  example("Round to dollars", "No", "", "", "Yes or No: the forms in whole dollars."),
  example("Client", "Pat Doe", "", "", "The taxpayer, as the accountant's copy names them."),
  example(FORMS_YEAR, "2025", "", "", "The year of Reconcile and Package. Left out: the one of most sales on the forms, or the one whose return is due."),
  example(FORM_LEFT_OUT, "Broker1099", "", "", "A broker's form in this workbook that does not count: its table, or its sheet and first cell. A row each."),
  comment("For the pane alone; no figure depends on it"),
  row(RULES_VERSION_NAME, asText(RULES_VERSION), "By which rules the figures of this workbook were worked out. The pane says when its own are others."),
];
