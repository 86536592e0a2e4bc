/** Explains a return of capital (R-CA-6): each lot's part, what it takes off the basis, and what is gain. */
import { PIECE_RETURN_OF_CAPITAL } from "../../lots/book-types";
import { take } from "../../values/take";
import { plainNumber, sharesFromUnits } from "../figures";
import { averagedFirst } from "./average";
import type { ExplainedRow } from "./explained-row";
import { basisOf, lotsAround, lotsOf, unitsOfLots, type LotAround } from "./lots-around";
import { accountText, dayOf, lotInAccount, rowOf, symbolOf } from "./naming";
import { explainPieces } from "./pieces";
import { moneyText } from "../../values/money-text";

export function explainReturnOfCapital(explained: ExplainedRow): string[] {
  const { book, trade } = explained;
  const { trades } = book;
  const symbol = trades.symbol[trade]!;
  const account = trades.account[trade]!;
  const paid = trades.amountCents[trade]!;
  const before = explained.bookBefore();
  const around = lotsAround(before, explained.bookAfter(), symbol, account);
  const unitsHeld = unitsOfLots(lotsOf(before, symbol, account));
  return [
    `${rowOf(explained)} is a return of capital of ${moneyText(paid)} on ${plainNumber(sharesFromUnits(book, symbol, unitsHeld))} ${symbolOf(explained)} in ${accountText(explained)} on ${dayOf(explained)}.`,
    "It is paid on each share alike. It comes off the basis of each lot; what exceeds the basis of a lot is gain now, and no lot lends its basis to another (R-CA-6).",
    ...(around === null ? [] : perLot(explained, around, unitsHeld)),
    `Check: basis ${moneyText(basisOf(lotsOf(before, symbol, account)))} before, ${moneyText(basisOf(lotsOf(explained.bookAfter(), symbol, account)))} after.`,
    ...explainPieces(explained),
  ];
}

function perLot(explained: ExplainedRow, around: readonly LotAround[], unitsHeld: number): string[] {
  const { book, trade } = explained;
  const { trades } = book;
  const paid = partsOf(explained, around, unitsHeld);
  const starts = around.map(({ after }, at) => after.basisCents + paid[at]!.cents - paid[at]!.gain);
  const shares = (units: number): string => plainNumber(sharesFromUnits(book, trades.symbol[trade]!, units));
  return [
    ...averagedFirst(around.map(({ before }) => before.basisCents), starts),
    ...around.map(({ before, after }, at) => {
      const { cents, gain } = paid[at]!;
      const off = cents - gain;
      const part = `${shares(before.units)} of ${shares(unitsHeld)} shares are paid ${moneyText(cents)}`;
      const then = `basis ${moneyText(starts[at]!)} - ${moneyText(off)} = ${moneyText(after.basisCents)}`;
      return `${lotInAccount(book, before)}: ${part}; ${then}${gain === 0 ? "" : `, and ${moneyText(cents)} - ${moneyText(off)} = ${moneyText(gain)} is gain`}.`;
    }),
  ];
}

interface Paid {
  readonly cents: number;
  readonly gain: number;
}

/** The payment over the lots by their shares (R-RND-2), and the gain the book lists for each. */
function partsOf({ book, trade, pieces }: ExplainedRow, around: readonly LotAround[], unitsHeld: number): Paid[] {
  const { realized, trades } = book;
  const excesses = pieces.of(trade).filter((piece) => (realized.flags[piece]! & PIECE_RETURN_OF_CAPITAL) !== 0);
  let centsLeft = trades.amountCents[trade]!;
  let unitsLeft = unitsHeld;
  return around.map(({ before, after }) => {
    const cents = take(centsLeft, before.units, unitsLeft);
    centsLeft -= cents;
    unitsLeft -= before.units;
    const at = after.basisCents === 0 ? excesses.findIndex((piece) => realized.purchase[piece] === before.purchase && realized.units[piece] === before.units) : -1;
    return { cents, gain: at < 0 ? 0 : realized.proceedsCents[excesses.splice(at, 1)[0]!]! };
  });
}
