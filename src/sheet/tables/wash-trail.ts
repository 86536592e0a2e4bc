/** WASHTRAIL: one row for every block of replacement shares that met a loss, for the accountant to follow. */
import { PIECE_SHORT, type Book, type WashMatch } from "../../lots/book-types";
import { lotName, TradeKind } from "../../lots/trades";
import { dollarsFromCents, sharesFromUnits } from "../../report/figures";
import { reasonLost, type ReasonLost } from "../../report/lost-for-good";
import { refusedPools } from "../../report/refused-pools";
import { acquiredSymbol } from "../../report/replacement";
import { taxYearOf } from "../../report/tax-year";
import { finalOn } from "../../report/wash-window";
import { serialFromDay } from "../../values/plain-date";
import type { Row, Table } from "./cell";
import { refusedRows } from "./refused-rows";

export const WASHTRAIL_HEADINGS = [
  "Sale row", "Symbol", "Sold", "Loss lot", "Shares", "Disallowed", "Replacement row", "Replacement account",
  "Replacement date", "Basis added", "Holding from", "Permanent", "Final on", "Rule",
] as const;

const TEXTS: ReadonlySet<string> = new Set(["Symbol", "Loss lot", "Replacement account", "Rule"]);

/** @param year tax year of the loss sales to list, or null for all */
export function washTrailTable(book: Book, year: number | null): Table {
  const table: Table = [[...WASHTRAIL_HEADINGS]];
  table.push(...refusedRows(book, refusedPools(book), WASHTRAIL_HEADINGS, TEXTS, "Rule"));
  for (const match of inOrderOfLoss(book)) {
    if (year === null || taxYearOf(book, match.piece) === year) table.push(matchRow(book, match));
  }
  return table;
}

/** By day and row of the loss sale; matches of one sale stay in the order they were made. */
function inOrderOfLoss(book: Book): WashMatch[] {
  const direction = book.trades.newestFirst ? -1 : 1;
  return [...book.washes].sort((a, b) => a.lossDay - b.lossDay || direction * (a.lossSale - b.lossSale));
}

function matchRow(book: Book, match: WashMatch): Row {
  const { trades } = book;
  const symbol = book.realized.symbol[match.piece]!;
  return [
    trades.row[match.lossSale]!,
    trades.symbols[symbol]!,
    serialFromDay(match.lossDay),
    lotName(trades, match.lossPurchase),
    sharesFromUnits(book, symbol, match.units),
    dollarsFromCents(match.disallowedCents),
    trades.row[match.replacement]!,
    trades.accounts[match.replacementAccount]!,
    serialFromDay(trades.day[match.replacement]!),
    dollarsFromCents(match.basisAddedCents),
    serialFromDay(match.holdingFrom),
    dollarsFromCents(match.permanentCents),
    serialFromDay(finalOn(match.lossDay)),
    ruleOf(book, match, symbol),
  ];
}

const RULES_OF_LOST: Readonly<Record<ReasonLost, string>> = {
  IRA: "Rev. Rul. 2008-5, no basis (R-WS-9)",
  plan: "like an IRA by choice, not ruled on (R-WS-9, setting Plan accounts)",
  corporation: "controlled corporation, no basis, for review (R-WS-9)",
  spouse: "spouse, no basis by choice, not settled (R-WS-9, setting Spouse replacement)",
};

/** The rules that decide this row, with the authority an accountant can look up. */
function ruleOf(book: Book, match: WashMatch, symbol: number): string {
  const { trades } = book;
  if ((book.realized.flags[match.piece]! & PIECE_SHORT) !== 0) {
    return "IRC 1091(e), short sale (R-SS-3); added to the cost of the new short, not settled";
  }
  const rules = ["IRC 1091(a) (R-WS-1)"];
  const replacement = acquiredSymbol(trades, match.replacement);
  if (trades.kind[match.replacement] === TradeKind.Merger) rules.push("shares of a taxable exchange (R-WS-2, R-CA-8)");
  if (replacement !== symbol) rules.push(...whyTheSame(book, symbol, replacement));
  if (match.permanentCents > 0) {
    rules.push(RULES_OF_LOST[reasonLost(book, match.replacementAccount)]);
  } else {
    rules.push("1091(d) basis (R-WS-5)", "1223(3) period (R-WS-6)");
  }
  return rules.join("; ");
}

function whyTheSame(book: Book, lost: number, replacement: number): string[] {
  const { options } = book.trades;
  if (declaredIdentical(book, lost, replacement)) return ["identical by your settings (R-WS-14)"];
  if (options.has(replacement) && !options.has(lost)) return ["contract or option to acquire (R-WS-13)"];
  if (options.has(lost)) {
    return [options.has(replacement) ? "another option of the same stock by your setting (R-WS-13)" : "stock after a call by your setting (R-WS-13)"];
  }
  return ["same security renamed (R-CA-10)"];
}

function declaredIdentical(book: Book, one: number, other: number): boolean {
  const names = [one, other].map((symbol) => book.trades.symbols[symbol]!.toUpperCase());
  return book.choices.identical.some((group) => names.every((name) => group.includes(name)));
}
