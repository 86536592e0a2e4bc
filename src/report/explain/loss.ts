/** Explains what the loss rules make of one piece sold at a loss: wash sales, short sales, and the six months of funds. */
import { PIECE_CARRIED_LOSS, PIECE_RETIREMENT, PIECE_SHORT, type Book, type WashMatch } from "../../lots/book-types";
import { TradeKind } from "../../lots/trades";
import { isoFromDay, yearOf } from "../../values/plain-date";
import { take } from "../../values/take";
import { billWouldReach } from "../digital-bill";
import { plainNumber, shareCountText, sharesFromUnits } from "../figures";
import { acquiredSymbol, isWritten, optionForShares } from "../replacement";
import { newAndOldShares } from "../split-between";
import { taxYearOf } from "../tax-year";
import { finalOn, isDigitalOutside, isExempt, isProvisional, WINDOW_DAYS } from "../wash-window";
import { effectOf } from "./effect-of-wash";
import type { ExplainedRow } from "./explained-row";
import { moneyText } from "../../values/money-text";

export function explainLoss(explained: ExplainedRow, piece: number): string[] {
  const { book, links } = explained;
  const { realized } = book;
  const loss = realized.basisCents[piece]! - realized.proceedsCents[piece]!;
  if (loss <= 0 || (realized.flags[piece]! & PIECE_RETIREMENT) !== 0) return [];
  const byFundRule = book.fundDisallowedCents.get(piece) ?? 0;
  const fund = byFundRule === 0 ? [] : [fundSentence(loss, byFundRule)];
  const outside = whyNotTested(book, piece);
  if (outside !== null) return [...fund, ...outside, ...settlementYear(book, piece)];
  const sold = realized.sold[piece]!;
  const matches = links.ofPiece(piece);
  return [
    ...fund,
    `The loss of ${moneyText(loss - byFundRule)} is tested against ${testedAgainst(book, piece)} from ${isoFromDay(sold - WINDOW_DAYS)} to ${isoFromDay(sold + WINDOW_DAYS)} (${isShort(book, piece) ? "R-SS-3" : "R-WS-1"}).`,
    ...matchSentences(explained, piece, loss - byFundRule, matches),
    ...restSentences(book, piece, loss),
    ...settlementYear(book, piece),
  ];
}

function isShort({ realized }: Book, piece: number): boolean {
  return (realized.flags[piece]! & PIECE_SHORT) !== 0;
}

/** R-HP-8: before the wash-sale rule sees the loss. */
function fundSentence(loss: number, byFundRule: number): string {
  const rest = byFundRule === loss ? "Nothing is left of the loss." : `${moneyText(loss)} - ${moneyText(byFundRule)} = ${moneyText(loss - byFundRule)} of it is left.`;
  return `Fund shares held six months or less: ${moneyText(byFundRule)} of the loss is disallowed for exempt-interest dividends received on them (R-HP-8). ${rest}`;
}

/** Why section 1091 does not reach the loss, or null where it does. */
function whyNotTested(book: Book, piece: number): string[] | null {
  const { realized, choices, trades } = book;
  const symbol = realized.symbol[piece]!;
  const account = realized.account[piece]!;
  if (choices.view === "none") return ["The setting View is None: the loss is not tested for wash sales (R-WS-10)."];
  if (isDigitalOutside(book, symbol)) {
    return [
      `${trades.symbols[symbol]} is a digital asset: the wash-sale rule does not reach its losses (R-DA-2).`,
      ...(billWouldReach(book, symbol, realized.sold[piece]!)
        ? ["That is present law; a 2026 bill (H.R. 10357), not law when checked, would change it for sales after 14 September 2026 (R-DA-2)."]
        : []),
    ];
  }
  if (isExempt(book, account)) {
    return [`${trades.accounts[account]} is an account of a dealer or a trader under section 475(f) by your setting Wash exempt: the wash-sale rule does not reach its losses (R-WS-15).`];
  }
  if (!isShort(book, piece)) return null;
  if (trades.options.has(symbol)) return ["The loss on closing a written option is allowed: no new short of stock takes its place (R-SS-3)."];
  return choices.shortWashTarget === "newShort" ? null : ["The setting Short wash target is Flag: new shorts within 30 days are only pointed out, and the loss is allowed here (R-SS-3)."];
}

function testedAgainst(book: Book, piece: number): string {
  const reach = book.choices.view === "broker" ? " of the same symbol in the same account (broker view, R-WS-10)" : " in all accounts";
  return isShort(book, piece) ? `new short sales${reach}` : `purchases${reach}`;
}

/** Block by block, each taking its share of the loss that is left (R-RND-2). */
function matchSentences({ book }: ExplainedRow, piece: number, loss: number, matches: readonly WashMatch[]): string[] {
  const { realized } = book;
  const symbol = realized.symbol[piece]!;
  const shares = (units: number): string => plainNumber(sharesFromUnits(book, symbol, units));
  let lossLeft = loss;
  let unitsLeft = realized.units[piece]!;
  return matches.map((match) => {
    const sum = `${moneyText(lossLeft)} × ${shares(match.units)} ÷ ${shares(unitsLeft)} = ${moneyText(match.disallowedCents)}`;
    const isThatSum = take(lossLeft, match.units, unitsLeft) === match.disallowedCents;
    lossLeft -= match.disallowedCents;
    unitsLeft -= match.units;
    const rule = isShort(book, piece) ? "R-SS-3, R-RND-2" : "R-WS-3, R-RND-2";
    return `${replacedBy(book, match, shares(match.units))}: ${isThatSum ? sum : moneyText(match.disallowedCents)} is disallowed (${rule}). ${effectOf(book, match)}`;
  });
}

/** `Row 9 (2024-02-15, A) replaces 60 of the shares with its purchase` */
function replacedBy(book: Book, match: WashMatch, shares: string): string {
  const { trades, realized } = book;
  const symbol = realized.symbol[match.piece]!;
  const other = acquiredSymbol(trades, match.replacement);
  const row = `Row ${trades.row[match.replacement]} (${isoFromDay(trades.day[match.replacement]!)}, ${trades.accounts[match.replacementAccount]})`;
  if (isShort(book, match.piece)) return `${row} opens a new short that takes the place of ${shares} of those closed`;
  const word = trades.options.has(symbol) ? "contracts" : "shares";
  const option = optionForShares(book, match);
  if (option !== undefined) {
    return `${row} replaces ${shares} of the ${word} with the ${option.type} it ${isWritten(book, match) ? "writes" : "acquires"}, each contract of which covers ${option.multiplier} (R-WS-13)`;
  }
  const between = newAndOldShares(book, match);
  const what = other === symbol ? "" : ` of ${trades.symbols[other]}`;
  const brings = trades.kind[match.replacement] === TradeKind.Merger ? "the shares it brings" : "the shares it buys";
  const by = other === trades.symbol[match.replacement] ? "its purchase" : brings;
  return `${row} replaces ${shares} of the ${word} with ${by}${what}${between === null ? "" : ` (${between}, R-WS-11)`}`;
}

function restSentences(book: Book, piece: number, loss: number): string[] {
  const { realized } = book;
  const symbol = realized.symbol[piece]!;
  const sold = realized.sold[piece]!;
  const disallowed = realized.disallowedCents[piece]!;
  if (disallowed === loss) return ["The whole loss is disallowed."];
  const rest = shareCountText(book, symbol, realized.units[piece]! - realized.washedUnits[piece]!);
  const what = isShort(book, piece) ? "new short takes its place" : `purchase replaces these ${book.trades.options.has(symbol) ? "contracts" : "shares"}`;
  const allowed =
    realized.washedUnits[piece] === 0
      ? `No ${what}: ${disallowed === 0 ? "the loss" : moneyText(loss - disallowed)} is allowed.`
      : `Not replaced: the other ${rest}. ${moneyText(loss - disallowed)} of the loss is allowed.`;
  if (!isProvisional(book, sold)) return [allowed];
  const later = isShort(book, piece) ? "a new short" : "a purchase";
  return [
    allowed,
    `The trades end on ${isoFromDay(book.lastDay)}: ${later} up to ${isoFromDay(sold + WINDOW_DAYS)} that is not in them yet can still disallow it. The result is final on ${isoFromDay(finalOn(sold))} (R-WS-12).`,
  ];
}

/** R-SS-4: a short closed at a loss around the year's end. */
function settlementYear(book: Book, piece: number): string[] {
  const { realized } = book;
  const year = taxYearOf(book, piece);
  if ((realized.flags[piece]! & PIECE_CARRIED_LOSS) !== 0) {
    return [`It was reported for ${year} with the trades it comes from; what is disallowed of it here changes that year's result (R-WS-12).`];
  }
  if (year === yearOf(realized.sold[piece]!)) return [];
  return [`The loss counts in ${year}: a loss on a short is recognized when the covering shares are delivered, not on the trade date (R-SS-4).`];
}
