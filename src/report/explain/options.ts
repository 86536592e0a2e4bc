/** Explains what ends an option: expiry (R-OPT-1, R-OPT-3), exercise (R-OPT-2), assignment (R-OPT-3). */
import { PIECE_SHORT } from "../../lots/book-types";
import { TradeKind, type OptionTerms } from "../../lots/trades";
import { firstLongTermDay } from "../../rules/holding-term";
import { isoFromDay } from "../../values/plain-date";
import { plainNumber, rowsText } from "../figures";
import { optionOfRow } from "../option-rows";
import { moneyOfRow } from "./arithmetic";
import type { ExplainedRow } from "./explained-row";
import { basisOf, lotsOf, lotsTaken, shortsTaken } from "./lots-around";
import { lossesTakenUp, lotStory } from "./lot-story";
import { contractsText, dayOf, rowOf } from "./naming";
import { explainPieces } from "./pieces";
import { remarkSentences } from "./remark-sentences";
import { premiumTaken, restarts } from "./short-sale";
import { moneyText } from "../../values/money-text";

export function explainExpiry(explained: ExplainedRow): string[] {
  const { book, trade, pieces } = explained;
  const { realized, trades } = book;
  const taken = pieces.of(trade);
  const hasWritten = taken.some((piece) => (realized.flags[piece]! & PIECE_SHORT) !== 0);
  const hasHeld = taken.some((piece) => (realized.flags[piece]! & PIECE_SHORT) === 0);
  return [
    `${rowOf(explained)} lets ${trades.symbols[trades.symbol[trade]!]} expire in ${trades.accounts[trades.account[trade]!]} on ${dayOf(explained)}.`,
    ...(hasHeld ? ["A held option that expires is sold for nothing on that day: its cost is the loss, with its own holding period (R-OPT-1)."] : []),
    ...(hasWritten ? ["A written option that expires leaves its premium as short-term gain, however long it stood open (R-OPT-3)."] : []),
    ...explainPieces(explained),
    ...restarts(explained),
    ...remarkSentences(explained),
  ];
}

export function explainExercise(explained: ExplainedRow): string[] {
  const { book, trade } = explained;
  const { trades } = book;
  const option = optionOfRow(book, trade);
  if (option === undefined) return [`${rowOf(explained)} exercises ${contractsText(explained)} on ${dayOf(explained)}.`];
  const symbol = trades.symbol[trade]!;
  const account = trades.account[trade]!;
  const premium = basisOf(lotsOf(explained.bookBefore(), symbol, account)) - basisOf(lotsOf(explained.bookAfter(), symbol, account));
  return option.type === "call"
    ? stockBought(explained, option, premium, "R-OPT-2", "exercises", "+")
    : stockSold(explained, option, premium, "R-OPT-2", "exercises", "-");
}

export function explainAssignment(explained: ExplainedRow): string[] {
  const { book, trade } = explained;
  const option = optionOfRow(book, trade);
  if (option === undefined) return [`${rowOf(explained)} is an assignment of ${contractsText(explained)} on ${dayOf(explained)}.`];
  const premium = premiumTaken(explained);
  return option.type === "call"
    ? stockSold(explained, option, premium, "R-OPT-3", "is assigned", "+")
    : stockBought(explained, option, premium, "R-OPT-3", "is assigned", "-");
}

type PremiumSign = "+" | "-";

/** A call exercised, or a put assigned. */
function stockBought(explained: ExplainedRow, option: OptionTerms, premium: number, rule: string, verb: string, sign: PremiumSign): string[] {
  const { book, trade } = explained;
  const { trades } = book;
  const strike = trades.amountCents[trade]!;
  const basis = Math.max(0, sign === "+" ? strike + premium : strike - premium);
  const day = trades.day[trade]!;
  const taken = sign === "+" ? washedIntoCalls(explained) : 0;
  const whose = sign === "+" ? "cost of the call" : "premium received for the put";
  const washed = taken === 0 ? "" : ` + ${moneyText(taken)} of a disallowed loss that the call had taken up (R-WS-13)`;
  return [
    ...opening(explained, option, verb, "buys"),
    ...premiumRows(explained, option),
    `Basis of the stock: ${moneyText(strike)} ${sign} ${whose} ${moneyText(premium - taken)}${washed} = ${moneyText(basis)} (${rule}).`,
    taken === 0
      ? `The holding period counts from ${isoFromDay(day + 1)}, the day after; the option's own does not count. A sale is long-term from ${isoFromDay(firstLongTermDay(day))} on (R-HP-7, R-HP-1).`
      : "The option's own holding period does not count (R-HP-7); that of the shares sold at the washed loss does, so the stock is held from an earlier day (R-WS-6).",
    ...lossesTakenUp(explained, trade),
    ...lotStory(explained, trade, basis, "basis"),
    ...remarkSentences(explained),
  ];
}

/** Disallowed losses in the basis of the calls that this row exercises, in cents. */
function washedIntoCalls({ book, trade, bookBefore, bookAfter }: ExplainedRow): number {
  const { trades } = book;
  const washOf = (at: typeof book): number =>
    lotsOf(at, trades.symbol[trade]!, trades.account[trade]!).reduce((sum, lot) => sum + lot.washAddedCents, 0);
  return washOf(bookBefore()) - washOf(bookAfter());
}

/** A put exercised, or a call assigned. */
function stockSold(explained: ExplainedRow, option: OptionTerms, premium: number, rule: string, verb: string, sign: PremiumSign): string[] {
  const { book, trade } = explained;
  const strike = book.trades.amountCents[trade]!;
  const proceeds = sign === "+" ? strike + premium : strike - premium;
  const whose = sign === "+" ? "premium received for the call" : "cost of the put";
  return [
    ...opening(explained, option, verb, "sells"),
    ...premiumRows(explained, option),
    `Proceeds of the stock: ${moneyText(strike)} ${sign} ${whose} ${moneyText(premium)} = ${moneyText(proceeds)}; the term is the stock's own (${rule}).`,
    ...explainPieces(explained),
    ...remarkSentences(explained),
  ];
}

/** Where the premium was paid or received. */
function premiumRows(explained: ExplainedRow, option: OptionTerms): string[] {
  const { trades } = explained.book;
  const isHeld = trades.kind[explained.trade] === TradeKind.Exercise;
  const find = isHeld ? lotsTaken : shortsTaken;
  const taken = find(explained.bookBefore(), explained.bookAfter(), trades.symbol[explained.trade]!, trades.account[explained.trade]!);
  if (taken.length === 0) return [];
  const rows = rowsText(taken.map((one) => trades.row[one.from]!));
  return [isHeld ? `The ${option.type} was bought on ${rows}.` : `The ${option.type} was written on ${rows}, where its premium came in.`];
}

function opening(explained: ExplainedRow, option: OptionTerms, verb: string, does: "buys" | "sells"): string[] {
  const { book, trade, written } = explained;
  const { trades } = book;
  const shares = trades.shares[trade]! * option.multiplier;
  const who = verb === "exercises" ? `exercises ${contractsText(explained)}` : `is the assignment of ${contractsText(explained)}`;
  // Without a Price on the row the reader takes the strike from the symbol.
  const isOfSymbol = written.price === null && option.strike !== null;
  const asPriced = isOfSymbol ? { ...written, quantity: trades.shares[trade]!, price: option.strike } : written;
  const money = moneyOfRow(asPriced, trades.amountCents[trade]!, does === "buys" ? 1 : -1, option.multiplier);
  return [
    `${rowOf(explained)} ${who} in ${trades.accounts[trades.account[trade]!]} on ${dayOf(explained)}, which ${does} ${plainNumber(shares)} ${trades.symbols[option.underlying]}.`,
    `Strike: ${money}${isOfSymbol && !money.endsWith("states it") ? ". The row has no Price; the strike stands in the symbol" : ""}.`,
  ];
}
