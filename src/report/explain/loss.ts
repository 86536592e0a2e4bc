/** Explains what the wash-sale rule makes of one piece sold at a loss. */
import { PIECE_RETIREMENT, type WashMatch } from "../../lots/book-types";
import { isoFromDay } from "../../values/plain-date";
import { take } from "../../values/take";
import { billWouldReach } from "../digital-bill";
import { moneyText, plainNumber, shareCountText, sharesFromUnits } from "../figures";
import { newAndOldShares } from "../split-between";
import { finalOn, isProvisional, washRuleApplies, WINDOW_DAYS } from "../wash-window";
import type { ExplainedRow } from "./explained-row";
import { effectOf } from "./purchase";

export function explainLoss(explained: ExplainedRow, piece: number): string[] {
  const { book, links } = explained;
  const { realized, choices } = book;
  const loss = realized.basisCents[piece]! - realized.proceedsCents[piece]!;
  if (loss <= 0 || (realized.flags[piece]! & PIECE_RETIREMENT) !== 0) return [];
  const symbol = realized.symbol[piece]!;
  if (choices.view === "none") return ["The setting View is None: the loss is not tested for wash sales (R-WS-10)."];
  if (!washRuleApplies(book, symbol)) {
    const name = book.trades.symbols[symbol];
    return [
      `${name} is a digital asset: the wash-sale rule does not reach its losses (R-DA-2).`,
      ...(billWouldReach(book, symbol, realized.sold[piece]!)
        ? ["That is present law; a 2026 bill (H.R. 10357), not law when checked, would change it for sales after 14 September 2026 (R-DA-2)."]
        : []),
    ];
  }
  const sold = realized.sold[piece]!;
  const matches = links.ofPiece(piece);
  const reach = choices.view === "broker" ? " of the same symbol in the same account (broker view, R-WS-10)" : " in all accounts";
  return [
    `The loss of ${moneyText(loss)} is tested against purchases${reach} from ${isoFromDay(sold - WINDOW_DAYS)} to ${isoFromDay(sold + WINDOW_DAYS)} (R-WS-1).`,
    ...matchSentences(explained, piece, loss, matches),
    ...restSentences(explained, piece, loss),
  ];
}

/** Block by block, each taking its share of the loss that is left (R-RND-2). */
function matchSentences({ book }: ExplainedRow, piece: number, loss: number, matches: readonly WashMatch[]): string[] {
  const { trades, realized } = book;
  const symbol = realized.symbol[piece]!;
  const shares = (units: number): string => plainNumber(sharesFromUnits(book, symbol, units));
  let lossLeft = loss;
  let unitsLeft = realized.units[piece]!;
  return matches.map((match) => {
    const row = trades.row[match.replacement]!;
    const account = trades.accounts[match.replacementAccount]!;
    const bought = isoFromDay(trades.day[match.replacement]!);
    const sum = `${moneyText(lossLeft)} × ${shares(match.units)} ÷ ${shares(unitsLeft)} = ${moneyText(match.disallowedCents)}`;
    const isThatSum = take(lossLeft, match.units, unitsLeft) === match.disallowedCents;
    lossLeft -= match.disallowedCents;
    unitsLeft -= match.units;
    const between = newAndOldShares(book, match);
    const other = trades.symbol[match.replacement] === symbol ? "" : ` of ${trades.symbols[trades.symbol[match.replacement]!]}`;
    return `Row ${row} (${bought}, ${account}) replaces ${shares(match.units)} of the shares with its purchase${other}${between === null ? "" : ` (${between}, R-WS-11)`}: ${isThatSum ? sum : moneyText(match.disallowedCents)} is disallowed (R-WS-3, R-RND-2). ${effectOf(book, match)}`;
  });
}

function restSentences({ book }: ExplainedRow, piece: number, loss: number): string[] {
  const { realized } = book;
  const symbol = realized.symbol[piece]!;
  const sold = realized.sold[piece]!;
  const disallowed = realized.disallowedCents[piece]!;
  if (disallowed === loss) return ["The whole loss is disallowed."];
  const rest = shareCountText(book, symbol, realized.units[piece]! - realized.washedUnits[piece]!);
  const allowed =
    disallowed === 0
      ? "No purchase replaces these shares: the loss is allowed."
      : `Not replaced: the other ${rest}. ${moneyText(loss - disallowed)} of the loss is allowed.`;
  if (!isProvisional(book, sold)) return [allowed];
  return [
    allowed,
    `The trades end on ${isoFromDay(book.lastDay)}: a purchase up to ${isoFromDay(sold + WINDOW_DAYS)} that is not in them yet can still disallow it. The result is final on ${isoFromDay(finalOn(sold))} (R-WS-12).`,
  ];
}
