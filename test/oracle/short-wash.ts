/**
 * R-SS-3: a loss on closing a short sale is disallowed where another short sale of identical stock was opened
 * within 30 days before or after, and goes to the cost side of that short (1091(e)). Matched as R-WS-3 has it.
 * Read plainly: what R-WS-4 says of purchases holds of short sales too (not the same one, still open, not
 * used before). A plain sale of shares held adjusts nothing. Written options are no short sales of stock.
 */
import { take, ZERO } from "./cents";
import { followed } from "./foreseen";
import { divided, isMoreThanNone, lesser, minus, ONE, times } from "./fraction";
import type { LedgerState, Sold } from "./ledger-state";
import { byOpening, type Opening, type ShortPiece } from "./short-positions";
import { isIgnoredPlan, isLostForGood } from "./wash";

export function matchShortLoss(state: LedgerState, sold: Sold, closed: Opening): void {
  const { settings, shorts } = state;
  if ((settings.view ?? "taxpayer") === "none" || settings.shortWashTarget === "flag") return;
  if ((settings.washExempt ?? []).includes(sold.account)) return;
  if (state.digital.has(sold.symbol) && settings.digitalWash !== "on") return;
  const open = { shares: sold.shares, loss: sold.basis.minus(sold.proceeds) };
  const candidates = [...shorts.pieces].filter((piece) => mayReplace(state, sold, closed, piece)).sort(byOpening);
  for (const candidate of candidates) {
    if (!isMoreThanNone(open.shares)) return;
    const { growth } = lossWhenMet(state, sold, candidate);
    const lossShares = times(open.shares, growth);
    const matched = lesser(lossShares, candidate.shares);
    const disallowed = take(open.loss, matched, lossShares);
    const replacement = shorts.cutFront(candidate, matched);
    replacement.canReplace = false;
    open.shares = minus(open.shares, divided(matched, growth));
    open.loss = open.loss.minus(disallowed);
    sold.disallowed = sold.disallowed.plus(disallowed);

    const { account, sheetRow, day } = replacement.opening;
    const added = isLostForGood(state, sold.account, account) ? ZERO : disallowed;
    replacement.washAdded = replacement.washAdded.plus(added);
    state.matches.push({
      lossRow: sold.row,
      lossLot: sold.lot,
      shares: divided(matched, growth),
      disallowed,
      permanent: disallowed.minus(added),
      replacementSheetRow: sheetRow,
      replacementAccount: account,
      basisAdded: added,
      holdingFrom: day,
    });
  }
}

function mayReplace(state: LedgerState, sold: Sold, closed: Opening, piece: ShortPiece): boolean {
  const { opening } = piece;
  if (!piece.canReplace || piece.state === "gone" || opening === closed || state.options.has(piece.symbol)) return false;
  if (Math.abs(opening.day - sold.soldOn) > 30) return false;
  const { symbol } = lossWhenMet(state, sold, piece);
  if (state.settings.view === "broker") return symbol === piece.symbol && opening.account === sold.account;
  return !isIgnoredPlan(state, opening.account) && state.identical(symbol, piece.symbol);
}

function lossWhenMet(state: LedgerState, sold: Sold, piece: ShortPiece) {
  if (piece.state !== "coming") return { symbol: sold.symbol, growth: ONE };
  return followed(state.rows, state.foreseen.growth, sold.symbol, sold.row, piece.opening.row);
}
