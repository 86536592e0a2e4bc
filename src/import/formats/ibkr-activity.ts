/** Interactive Brokers, activity statement (broker layouts, 4.1). */
import type { FileInProgress } from "../file-in-progress";
import { readFigure } from "../figures";
import type { TableRow } from "../table-rows";
import { readDate } from "../written-date";
import type { FileLines, Format } from "./format";
import type { CorporateRow } from "./ibkr-corporate-actions";
import { addCorporateActions, readCorporateRow } from "./ibkr-corporate-actions";
import { movesNothing, sectionRows } from "./ibkr-sections";
import type { SectionRow } from "./ibkr-sections";
import { ibkrTrade, sumProceeds } from "./ibkr-trade";
import { readTransfer } from "./ibkr-transfers";
import { TradesOfStatement } from "./ibkr-trades-of-statement";

const BROKER = "Interactive Brokers";

export const IBKR_ACTIVITY: Format = {
  name: "Interactive Brokers activity statement",
  kind: "trades",
  isHeading: ([, second]) => second === "header",
  // Every section has columns of its own: the proceeds of the trades in dollars are summed.
  amounts: [],
  read: readIbkrActivity,
};

function readIbkrActivity(work: FileInProgress, { lines, headingAt, account }: FileLines): void {
  const rows = sectionRows(work, lines.slice(headingAt));
  const known = accountOfStatement(rows.flatMap(({ of }) => (of === null ? [] : [of]))) ?? account;
  const named = known ?? BROKER;
  const namesRows = rows.some(({ of }) => of !== null && of.row.text("account") !== "" && of.section === "Trades");
  if (known === null && !namesRows) work.lacksAccount();
  const multipliers = multipliersOf(rows);
  const trades = new TradesOfStatement();
  const actions: CorporateRow[] = [];
  const hasOrders = rows.some(({ of }) => of?.kind === "row" && of.section === "Trades" && of.row.text("datadiscriminator") === "Order");
  for (const { source, of } of rows) {
    if (of === null) work.undecide(source.line, "This line stands in no section of the statement. Look at it in the file.");
    else if (of.kind !== "row") work.pass(source.line);
    else if (of.section === "Trades") readTradeRow(work, trades, of.row, named, multipliers, hasOrders);
    else if (of.row.misfit !== null && /^(corporate actions|transfers)$/i.test(of.section)) work.undecide(source.line, `The line ${of.row.misfit}. Write what it did by hand.`);
    else if (of.section === "Corporate Actions") readCorporateRow(work, actions, of.row, of.row.text("account") || named);
    else if (of.section === "Transfers") readTransfer(work, of.row, named);
    else if (movesNothing(of.section)) work.count(source.line, of.section);
    else work.undecide(source.line, `The section "${of.section}" is not known. Where this line moved shares, write a row for it; a statement in another language is read after you download it in English.`);
  }
  trades.addTo(work);
  addCorporateActions(work, actions);
}

function accountOfStatement(rows: readonly SectionRow[]): string | null {
  const row = rows.find(({ section, row: line }) => section === "Account Information" && /^account$/i.test(line.text("field name")));
  return row?.row.text("field value").split(/[\s(]/)[0] || null;
}

/** By contract, as the section of instruments says; a contract it does not list covers 100 shares. */
function multipliersOf(rows: readonly { readonly of: SectionRow | null }[]): ReadonlyMap<string, string> {
  return new Map(rows.flatMap(({ of }) =>
    of?.section === "Financial Instrument Information" && of.row.text("multiplier") !== "" ? [[of.row.text("symbol"), of.row.text("multiplier")] as const] : []));
}

function readTradeRow(
  work: FileInProgress, trades: TradesOfStatement, row: TableRow, account: string, multipliers: ReadonlyMap<string, string>, hasOrders: boolean,
): void {
  const what = row.text("datadiscriminator");
  if (row.misfit !== null) return work.undecide(row.line, `The line ${row.misfit}. Write the row by hand.`);
  if (what === "ClosedLot") {
    const date = readDate(row.text("date/time"));
    const quantity = readFigure(row.text("quantity"));
    const basis = readFigure(row.text("basis"));
    return trades.closedLot(row.line, date, typeof quantity === "string" ? Number(quantity) : null, typeof basis === "string" ? Math.abs(Number(basis)) : null);
  }
  if (!hasOrders || what === "Order") sumProceeds(work, row, row.text("asset category"), row.text("currency"));
  if (hasOrders && what !== "Order") return work.count(row.line, "Trades, the parts of an order");
  const reading = ibkrTrade({
    category: row.text("asset category"),
    currency: row.text("currency"),
    account: row.text("account") || account,
    symbol: row.text("symbol"),
    when: row.text("date/time"),
    quantity: row.text("quantity"),
    price: row.text("t. price"),
    proceeds: row.text("proceeds"),
    charges: [row.text("comm/fee", "comm in usd")],
    codes: row.text("code"),
    opensOrCloses: "",
    multiplier: multipliers.get(row.text("symbol")) ?? "",
    order: "",
  });
  trades.add(row.line, reading);
}
