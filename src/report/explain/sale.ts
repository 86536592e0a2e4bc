/** Explains a sale: its proceeds, why these lots, the gain and term of each piece, and what became of each loss. */
import { PIECE_CASH_IN_LIEU, PIECE_RETIREMENT, PIECE_TERM_DEPENDS_ON_TACKING } from "../../lots/book-types";
import { methodInForce } from "../../lots/method-order";
import { EVERY_ACCOUNT, lotName } from "../../lots/trades";
import { sharesOf } from "../../lots/units";
import { accountChoice, isRetirement } from "../../rules/accounts";
import { firstLongTermDay } from "../../rules/holding-term";
import { isoFromDay } from "../../values/plain-date";
import { take } from "../../values/take";
import { gainText, moneyText, plainNumber, rowsText, shareCountText } from "../figures";
import { moneyOfRow } from "./arithmetic";
import type { ExplainedRow } from "./explained-row";
import { fillsOf } from "./fills";
import { explainLoss } from "./loss";

export function explainSale(explained: ExplainedRow): string[] {
  const { book, trade, written } = explained;
  const { trades, choices } = book;
  const account = trades.accounts[trades.account[trade]!]!;
  const fills = fillsOf(trades, trade);
  const sentences = [
    `Row ${trades.row[trade]} sells ${plainNumber(trades.shares[trade]!)} ${trades.symbols[trades.symbol[trade]!]} in ${account} on ${isoFromDay(trades.day[trade]!)}.`,
    `Proceeds: ${moneyOfRow(written, trades.amountCents[trade]!, -1)} (R-BASIS-1).`,
  ];
  if (fills.length > 1) {
    const others = rowsText(fills.filter((at) => at !== trade).map((at) => trades.row[at]!));
    sentences.push(`It is a fill of one order with ${others}: the proceeds of all are averaged per share${averagedProceeds(explained, fills)} (R-LOT-1).`);
  }
  sentences.push(whyTheseLots(explained));
  if (isRetirement(choices, account)) {
    const { type } = accountChoice(choices, account);
    sentences.push(`${account} is a retirement account (${type}): the lots leave it, but there is no taxable gain or loss (R-WS-9).`);
  }
  return [...sentences, ...explainPieces(explained)];
}

/** `, ($2,400.00 + $1,640.00) × 60 ÷ 100 = $2,424.00`; the last fill of an order takes what rounding left. */
function averagedProceeds({ book, trade, pieces }: ExplainedRow, fills: readonly number[]): string {
  const { trades, realized } = book;
  const unitsPerShare = book.unitsPerShare[trades.symbol[trade]!]!;
  const own = pieces.of(trade).reduce((sum, piece) => sum + realized.proceedsCents[piece]!, 0);
  const total = fills.reduce((sum, at) => sum + trades.amountCents[at]!, 0);
  const ownUnits = Math.round(trades.shares[trade]! * unitsPerShare);
  const units = fills.reduce((sum, at) => sum + Math.round(trades.shares[at]! * unitsPerShare), 0);
  const sum = `(${fills.map((at) => moneyText(trades.amountCents[at]!)).join(" + ")}) × ${plainNumber(trades.shares[trade]!)} ÷ ${plainNumber(sharesOf(units, unitsPerShare))}`;
  const isThatSum = take(total, ownUnits, units) === own;
  return `, ${sum} = ${moneyText(own)}${isThatSum ? "" : " with what rounding left of the other fills"}`;
}

/** The sold pieces of a row one by one, and their sum. */
export function explainPieces(explained: ExplainedRow): string[] {
  const { book, trade, pieces } = explained;
  const taken = pieces.of(trade);
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

function whyTheseLots({ book, trade }: ExplainedRow): string {
  const { trades, choices } = book;
  if (trades.details.get(trade)?.lots !== undefined) {
    return "Lots: those named on the row, in the order written (R-ID-2).";
  }
  const symbol = trades.symbols[trades.symbol[trade]!]!;
  const account = trades.accounts[trades.account[trade]!]!;
  switch (methodInForce(choices, symbol, account, trades.day[trade]!)) {
    case "FIFO":
      return `Lots: the earliest acquired in ${account} first (FIFO, R-ID-1).`;
    case "SPEC":
      return `Lots: the method is SPEC but the row names none, so the earliest acquired in ${account} first (R-ID-1).`;
    case "LIFO":
      return `Lots: the latest acquired in ${account} first (LIFO, a standing order, R-ID-3).`;
    case "HIFO":
      return `Lots: the highest adjusted basis per share in ${account} first (HIFO, a standing order, R-ID-3, R-ID-4).`;
    case "LOFO":
      return `Lots: the lowest adjusted basis per share in ${account} first (LOFO, a standing order, R-ID-3, R-ID-4).`;
    case "MINTAX":
      return `Lots: the least tax per share in ${account} first, at ${rate(choices.shortRate)} short-term and ${rate(choices.longRate)} long-term (MINTAX, a standing order, R-ID-3, R-ID-5).`;
  }
}

function rate(fraction: number | null): string {
  return fraction === null ? "no rate" : `${plainNumber(Number((fraction * 100).toFixed(6)))}%`;
}

function pieceSentence({ book, trade }: ExplainedRow, piece: number): string {
  const { trades, realized } = book;
  const symbol = realized.symbol[piece]!;
  const acquired = realized.acquired[piece]!;
  const from = realized.holdingFrom[piece]!;
  const proceeds = realized.proceedsCents[piece]!;
  const basis = realized.basisCents[piece]!;
  const flags = realized.flags[piece]!;
  const shares = shareCountText(book, symbol, realized.units[piece]!);
  const figures = `proceeds ${moneyText(proceeds)} - basis ${moneyText(basis)} = ${gainText(proceeds - basis)}`;
  // A split can take fractions out of several accounts; a sale has named its own.
  const place = trades.account[trade] === EVERY_ACCOUNT ? ` in ${trades.accounts[realized.account[piece]!]}` : "";
  const said = [`From lot "${lotName(trades, realized.purchase[piece]!)}"${place}, acquired ${isoFromDay(acquired)}: ${shares}, ${figures}.`];
  if ((flags & PIECE_CASH_IN_LIEU) !== 0) said.push("This is a fraction of a share paid in cash (R-CA-2).");
  if (realized.washAddedCents[piece]! > 0) {
    said.push(`The basis includes ${moneyText(realized.washAddedCents[piece]!)} disallowed on earlier sales (R-WS-5).`);
  }
  if ((flags & PIECE_RETIREMENT) !== 0) {
    if ((flags & PIECE_CASH_IN_LIEU) !== 0) said.push("It came in a retirement account and is no taxable sale (R-WS-9).");
    return said.join(" ");
  }
  if (from !== acquired) said.push(`Its holding period counts from ${isoFromDay(from)} after a wash sale (R-WS-6).`);
  const firstLong = isoFromDay(firstLongTermDay(from));
  const sold = isoFromDay(realized.sold[piece]!);
  said.push(
    realized.longTerm[piece] === 1
      ? `Long-term: sold ${sold}, on or after ${firstLong} (R-HP-1).`
      : `Short-term: sold ${sold}, before ${firstLong}, the first long-term day (R-HP-1).`,
  );
  if ((flags & PIECE_TERM_DEPENDS_ON_TACKING) !== 0) {
    said.push("Another choice of the setting Wash holding period gives the other term (R-WS-6).");
  }
  return said.join(" ");
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
