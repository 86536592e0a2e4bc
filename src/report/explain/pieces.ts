/** The sold pieces of a row one by one, and their sum. */
import {
  PIECE_AVERAGE, PIECE_BOOT, PIECE_CARRIED_LOSS, PIECE_CASH_IN_LIEU, PIECE_GIFT_LOSS, PIECE_GIFT_NEITHER, PIECE_RETIREMENT,
  PIECE_RETURN_OF_CAPITAL, PIECE_SHORT, PIECE_UNKNOWN_BASIS,
} from "../../lots/book-types";
import { EVERY_ACCOUNT, lotName } from "../../lots/trades";
import { isoFromDay } from "../../values/plain-date";
import { gainText, shareCountText } from "../figures";
import { isCollectibleGain } from "../form-codes";
import type { ExplainedRow } from "./explained-row";
import { explainLoss } from "./loss";
import { termSentences } from "./term";
import { moneyText } from "../../values/money-text";

/** @param taken positions in the realized pieces; the row's own where left out */
export function explainPieces(explained: ExplainedRow, taken: readonly number[] = explained.pieces.of(explained.trade)): string[] {
  const { book } = explained;
  const sentences = taken.flatMap((piece) => [pieceSentence(explained, piece), ...explainLoss(explained, piece)]);
  const taxable = taken.filter((piece) => (book.realized.flags[piece]! & PIECE_RETIREMENT) === 0);
  if (taxable.length > 0) sentences.push(totalSentence(explained, taxable));
  if (taxable.length > 0 && taxable.length < taken.length) {
    const sheltered = taken.filter((piece) => !taxable.includes(piece));
    const cents = sheltered.reduce((sum, piece) => sum + book.realized.proceedsCents[piece]!, 0);
    sentences.push(`The other ${moneyText(cents)} came in retirement accounts and is left out of that sum (R-WS-9).`);
  }
  return sentences;
}

function pieceSentence({ book, trade }: ExplainedRow, piece: number): string {
  const { trades, realized } = book;
  const proceeds = realized.proceedsCents[piece]!;
  const basis = realized.basisCents[piece]!;
  const flags = realized.flags[piece]!;
  const shares = shareCountText(book, realized.symbol[piece]!, realized.units[piece]!);
  const cost = (flags & PIECE_SHORT) === 0 ? "basis" : "cost of closing";
  const figures = `proceeds ${moneyText(proceeds)} - ${cost} ${moneyText(basis)} = ${gainText(proceeds - basis)}`;
  // A split can take fractions out of several accounts; a sale has named its own.
  const place = trades.account[trade] === EVERY_ACCOUNT ? ` in ${trades.accounts[realized.account[piece]!]}` : "";
  const said = [`${whereFrom(book, piece, flags)}${place}${acquiredText(book, piece, flags)}: ${shares}, ${figures}.`];
  if ((flags & PIECE_CASH_IN_LIEU) !== 0) said.push("This is a fraction of a share paid in cash (R-CA-2).");
  if ((flags & PIECE_BOOT) !== 0) said.push("This is the cash of the merger, with the part of it that is not recognized as its basis (R-CA-7).");
  if ((flags & PIECE_RETURN_OF_CAPITAL) !== 0) said.push("This is what the return of capital paid beyond the lot's basis (R-CA-6).");
  if ((flags & PIECE_UNKNOWN_BASIS) !== 0) said.push("Its basis is not known and is taken as 0, so all of the proceeds are gain until you enter it (R-ID-6).");
  if (realized.washAddedCents[piece]! > 0) {
    const added = moneyText(realized.washAddedCents[piece]!);
    const [what, rule] = (flags & PIECE_SHORT) === 0 ? ["basis", "R-WS-5"] : ["cost", "R-SS-3"];
    said.push(`The ${what} includes ${added} disallowed on earlier sales (${rule}).`);
  }
  if ((flags & PIECE_AVERAGE) !== 0) said.push("Its basis is the average of the pool (R-AVG-2).");
  if ((flags & PIECE_RETIREMENT) !== 0) {
    if ((flags & PIECE_CASH_IN_LIEU) !== 0) said.push("It came in a retirement account and is no taxable sale (R-WS-9).");
    return said.join(" ");
  }
  said.push(...giftSentences(book, piece, flags), ...termSentences(book, piece));
  if (isCollectibleGain(book, piece)) said.push("It is a collectible, whose long-term gain is taxed at up to 28%: Form 8949 code C, and no tax is computed on it here (R-TAX-4).");
  return said.join(" ");
}

function whereFrom({ trades, realized }: ExplainedRow["book"], piece: number, flags: number): string {
  const purchase = realized.purchase[piece]!;
  if ((flags & PIECE_CARRIED_LOSS) !== 0) return "Carried in";
  if ((flags & PIECE_SHORT) === 0) return `From lot "${lotName(trades, purchase)}"`;
  const what = trades.options.has(realized.symbol[piece]!) ? "option written" : "short opened";
  return `From the ${what} on row ${trades.row[purchase]} (${isoFromDay(trades.day[purchase]!)})`;
}

function acquiredText({ realized }: ExplainedRow["book"], piece: number, flags: number): string {
  return (flags & PIECE_SHORT) === 0 ? `, acquired ${isoFromDay(realized.acquired[piece]!)}` : "";
}

/** R-GIFT-1: which of the three cases the price fell into. */
function giftSentences({ trades, realized }: ExplainedRow["book"], piece: number, flags: number): string[] {
  const row = `row ${trades.row[realized.purchase[piece]!]}`;
  if ((flags & PIECE_GIFT_LOSS) !== 0) {
    return [`Sold below its value at the gift: the basis for a loss is that value, not the giver's basis (${row}, R-GIFT-1).`];
  }
  if ((flags & PIECE_GIFT_NEITHER) !== 0) {
    return [`Sold between its value at the gift and the giver's basis: no gain and no loss, so the basis is shown as the proceeds (${row}, R-GIFT-1).`];
  }
  return [];
}

function totalSentence({ book }: ExplainedRow, pieces: readonly number[]): string {
  const { realized } = book;
  let proceeds = 0;
  let basis = 0;
  let long = 0;
  let disallowed = 0;
  for (const piece of pieces) {
    proceeds += realized.proceedsCents[piece]!;
    basis += realized.basisCents[piece]!;
    disallowed += realized.disallowedCents[piece]!;
    if (realized.longTerm[piece] === 1) long += realized.proceedsCents[piece]! - realized.basisCents[piece]!;
  }
  const gain = proceeds - basis;
  const allowed =
    disallowed === 0 ? "" : ` ${moneyText(disallowed)} is disallowed, which leaves ${gain + disallowed === 0 ? "nothing to report this year" : `${gainText(gain + disallowed)} to report`} (${moneyText(gain)} + ${moneyText(disallowed)}).`;
  return `In all: proceeds ${moneyText(proceeds)} - basis ${moneyText(basis)} = ${gainText(gain)}; short-term ${moneyText(gain - long)}, long-term ${moneyText(long)}.${allowed}`;
}
