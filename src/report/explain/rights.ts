/** Explains stock rights: received (R-CA-5), exercised (R-CA-5, R-HP-6), lapsed (R-CA-5). */
import { firstLongTermDay } from "../../rules/holding-term";
import { isoFromDay } from "../../values/plain-date";
import { plainNumber, sharesFromUnits, sharesText } from "../figures";
import { allocationSentences, shareOfBasis, valuesOf } from "./allocation";
import { moneyOfRow } from "./arithmetic";
import type { ExplainedRow } from "./explained-row";
import { basisOf, lotsAround, lotsNew, lotsOf, unitsOfLots } from "./lots-around";
import { lossesTakenUp, lotStory } from "./lot-story";
import { accountText, dayOf, lotInAccount, lotWithBasis, newNameOf, newSymbolOf, rowOf, sharesMoved, symbolOf } from "./naming";
import { explainPieces } from "./pieces";
import { moneyText } from "../../values/money-text";

export function explainRights(explained: ExplainedRow): string[] {
  const { book, trade } = explained;
  const { trades } = book;
  const values = valuesOf(explained);
  const account = trades.account[trade]!;
  const symbol = trades.symbol[trade]!;
  const stood = basisOf(lotsOf(explained.bookBefore(), symbol, account));
  const stays = basisOf(lotsOf(explained.bookAfter(), symbol, account));
  return [
    `${rowOf(explained)} brings rights ${newNameOf(explained)} for ${symbolOf(explained)} on ${dayOf(explained)}, in ${accountText(explained)}.`,
    ...(values === null ? [] : [values.sentence, testSentence(explained, values.newCents, values.oldCents)]),
    ...(stood === stays
      ? [`The rights have no basis; ${symbolOf(explained)} keeps its ${moneyText(stood)}.`]
      : allocationSentences(explained, shareOfBasis(explained, values))),
    "The rights keep the dates of the shares they came with (R-HP-2) and are no purchase for the wash-sale rule (R-WS-2).",
    ...explainPieces(explained),
  ];
}

/** R-CA-5: below 15 % the basis is 0 unless the holder elects to allocate. */
function testSentence({ book, trade }: ExplainedRow, rightsCents: number, stockCents: number): string {
  const percent = plainNumber(Number(((rightsCents / stockCents) * 100).toFixed(4)));
  const tested = `The rights are worth ${moneyText(rightsCents)} ÷ ${moneyText(stockCents)} = ${percent}% of the stock`;
  // Compared as whole cents, so that exactly 15 % is not lost to a binary fraction.
  if (rightsCents * 100 >= stockCents * 15) return `${tested}, 15% or more: the basis must be divided by value (R-CA-5).`;
  return book.trades.details.get(trade)?.electAllocate
    ? `${tested}, below 15%: the basis is divided because the row elects to allocate, on the return of the year of receipt and for good (R-CA-5).`
    : `${tested}, below 15%, and the row does not elect to allocate: their basis is 0 (R-CA-5).`;
}

export function explainExerciseRights(explained: ExplainedRow): string[] {
  const { book, trade, written } = explained;
  const { trades } = book;
  const account = trades.account[trade]!;
  const before = explained.bookBefore();
  const after = explained.bookAfter();
  const rights = trades.symbol[trade]!;
  const paid = trades.amountCents[trade]!;
  const carried = basisOf(lotsOf(before, rights, account)) - basisOf(lotsOf(after, rights, account));
  const bought = lotsNew(before, after, newSymbolOf(explained), account);
  const day = trades.day[trade]!;
  return [
    `${rowOf(explained)} exercises ${sharesMoved(explained)} in ${accountText(explained)} on ${dayOf(explained)} and buys ${sharesText(after, newSymbolOf(explained), unitsOfLots(bought))}.`,
    // The price is for each share bought, which a Ratio can make fewer than the rights.
    `Price paid: ${moneyOfRow({ ...written, quantity: sharesFromUnits(after, newSymbolOf(explained), unitsOfLots(bought)) }, paid, 1)} (R-BASIS-1).`,
    `Basis: price ${moneyText(paid)} + basis of the rights ${moneyText(carried)} = ${moneyText(paid + carried)} (R-CA-5).`,
    ...(bought.length === 0 ? [] : [`Shares bought: ${bought.map((lot) => lotWithBasis(after, lot)).join("; ")}.`]),
    `Their holding period begins on ${isoFromDay(day)}, the day of exercise, that day included; a sale is long-term from ${isoFromDay(firstLongTermDay(day, "Rights exercise"))} on (R-HP-6).`,
    ...lossesTakenUp(explained, trade),
    ...lotStory(explained, trade, paid + carried, "basis"),
  ];
}

export function explainRightsLapse(explained: ExplainedRow): string[] {
  const { book, trade } = explained;
  const { trades } = book;
  const account = trades.account[trade]!;
  const before = explained.bookBefore();
  const after = explained.bookAfter();
  const rights = trades.symbol[trade]!;
  const back = basisOf(lotsOf(before, rights, account)) - basisOf(lotsOf(after, rights, account));
  const raised = stocksRaised(explained);
  const sold = explained.pieces.of(trade).reduce((sum, piece) => sum + book.realized.basisCents[piece]!, 0);
  return [
    `${rowOf(explained)} lets rights ${symbolOf(explained)} lapse in ${accountText(explained)} on ${dayOf(explained)}.`,
    ...(explained.pieces.of(trade).length === 0 ? [] : ["Rights that were bought are sold for nothing that day (R-OPT-1).", ...explainPieces(explained)]),
    back - sold === 0
      ? "Rights received on stock had no basis: there is no loss on them and nothing goes back to the stock (R-CA-5)."
      : `There is no loss: the ${moneyText(back - sold)} allocated to them goes back to the stock they came with (R-CA-5).`,
    ...raised,
  ];
}

/** The lots whose basis rose with the lapse. */
function stocksRaised(explained: ExplainedRow): string[] {
  const { book, trade } = explained;
  const { trades } = book;
  const before = explained.bookBefore();
  const after = explained.bookAfter();
  const sentences: string[] = [];
  for (let symbol = 0; symbol < trades.symbols.length; symbol++) {
    if (symbol === trades.symbol[trade]) continue;
    for (const lot of lotsAround(before, after, symbol, trades.account[trade]!) ?? []) {
      const rise = lot.after.basisCents - lot.before.basisCents;
      if (rise === 0) continue;
      sentences.push(`${lotInAccount(book, lot.before)}: ${moneyText(lot.before.basisCents)} + ${moneyText(rise)} = ${moneyText(lot.after.basisCents)}.`);
    }
  }
  return sentences;
}
