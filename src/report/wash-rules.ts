/** The rules that decide one wash, with the authorities an accountant can look up. */
import { PIECE_SHORT, type Book, type WashMatch } from "../lots/book-types";
import { TradeKind } from "../lots/trades";
import { reasonLost, type ReasonLost } from "./lost-for-good";
import { acquiredSymbol } from "./replacement";

const RULES_OF_LOST: Readonly<Record<ReasonLost, string>> = {
  IRA: "Rev. Rul. 2008-5, no basis (R-WS-9)",
  plan: "like an IRA by choice, not ruled on (R-WS-9, setting Plan accounts)",
  corporation: "controlled corporation, no basis, for review (R-WS-9)",
  spouse: "spouse, no basis by choice, not settled (R-WS-9, setting Spouse replacement)",
};

/** "IRC 1091(a) (R-WS-1); 1091(d) basis (R-WS-5); 1223(3) period (R-WS-6)" */
export function rulesOfWash(book: Book, match: WashMatch): string {
  const { trades } = book;
  const symbol = book.realized.symbol[match.piece]!;
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
