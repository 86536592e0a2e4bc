/** LOTGAIN and LOTPICK: the pieces of one hypothetical sale, which the book holds after all real trades. */
import type { YearSoFar } from "../../harvest/year-so-far";
import type { Book, WhatIfSale } from "../../lots/book-types";
import { lotName } from "../../lots/trades";
import { dollarsFromCents, sharesFromUnits } from "../../report/figures";
import { isCollectibleGain } from "../../report/form-codes";
import { piecesOfSales } from "../../report/pieces-of-sale";
import { collectibleSentence } from "../../report/realised-in-year";
import { faultSentence } from "../../lots/fault-sentence";
import { refusedPools } from "../../report/refused-pools";
import { saleResults } from "../../report/sale-results";
import { washLinks, type WashLinks } from "../../report/wash-links";
import { taxDifference } from "../../tax/tax-basis";
import { done, refuse, type Outcome, type Problem } from "../../values/outcome";
import { serialFromDay } from "../../values/plain-date";
import type { Cell, Row, Table } from "./cell";
import { pieceNote } from "./piece-note";
import { ratesNeeded } from "./rates-needed";

export const LOTGAIN_PARTS = [
  "Gain", "Short", "Long", "Proceeds", "Basis", "Disallowed", "Allowed", "Tax",
] as const;
export type LotGainPart = (typeof LOTGAIN_PARTS)[number];

export const LOTPICK_HEADINGS = [
  "Lot", "Account", "Acquired", "Holding from", "Term", "Quantity", "Basis", "Proceeds", "Gain",
  "Disallowed", "Tax", "Note",
] as const;

const TEXTS: ReadonlySet<string> = new Set(["Lot", "Account", "Term"]);

/** Row number that a fault of the hypothetical sale itself carries. */
const NO_ROW = 0;

/** Why the sale cannot be answered: too few shares, or a wrong row in the pools it would take from. */
export function whatIfProblem(book: Book, sale: WhatIfSale): Problem | null {
  const own = book.refusals.find((refusal) => refusal.row === NO_ROW);
  const { shortRate, longRate } = book.choices;
  // What a method can lack: the rates it weighs tax with.
  const weighing = own?.column === "Method" ? /(\w+) needs tax rates/.exec(own.problem)?.[1] : undefined;
  if (weighing !== undefined && (shortRate === null || longRate === null)) {
    return { kind: "missing-fact", sentence: ratesNeeded(weighing, book.choices) };
  }
  if (own !== undefined) return { kind: "bad-input", sentence: faultSentence(own) };
  const pool = refusedPools(book).pools.find(
    ({ symbol, account }) =>
      symbol === sale.symbol && (account === null || sale.account === null || account === sale.account),
  );
  return pool === undefined ? null : { kind: "bad-input", sentence: pool.sentence };
}

/**
 * One figure of the sale, in dollars. `Short` and `Long` are parts of `Gain`, before anything is disallowed.
 * @param year of the sale, with all else it realises; only `Tax` asks for it
 */
export function lotGain(book: Book, sale: WhatIfSale, part: LotGainPart, year: () => Outcome<YearSoFar>): Outcome<number> {
  const problem = whatIfProblem(book, sale);
  if (problem !== null) return refuse(problem.kind, problem.sentence);
  const results = saleResults(book);
  const at = book.trades.count;
  const short = results.shortCents[at]!;
  const long = results.longCents[at]!;
  const disallowed = results.disallowedCents[at]!;
  switch (part) {
    case "Gain":
      return done(dollarsFromCents(short + long));
    case "Short":
      return done(dollarsFromCents(short));
    case "Long":
      return done(dollarsFromCents(long));
    case "Proceeds":
      return done(dollarsFromCents(results.proceedsCents[at]!));
    case "Basis":
      return done(dollarsFromCents(results.basisCents[at]!));
    case "Disallowed":
      return done(dollarsFromCents(disallowed));
    case "Allowed":
      return done(dollarsFromCents(short + long + disallowed));
    case "Tax": {
      const covered = yearOfPieces(book, piecesOfSales(book).of(at), year());
      if (!covered.ok) return covered;
      const onLong = results.disallowedLongCents[at]!;
      const allowed = { shortCents: short + disallowed - onLong, longCents: long + onLong };
      return done(dollarsFromCents(taxDifference(covered.value.basis, covered.value.realised, allowed)));
    }
  }
}

/** One row for every piece the sale would take, in the order it takes them. @param year of the sale, with all else it realises */
export function lotPickTable(book: Book, sale: WhatIfSale, year: Outcome<YearSoFar>): Table {
  const table: Table = [[...LOTPICK_HEADINGS]];
  const problem = whatIfProblem(book, sale);
  if (problem !== null) {
    table.push(refusedPick(problem));
    return table;
  }
  const links = washLinks(book);
  const pieces = piecesOfSales(book).of(book.trades.count);
  const taxes = taxOfPieces(book, pieces, year);
  pieces.forEach((piece, at) => table.push(pickRow(book, links, piece, taxes[at]!)));
  return table;
}

function pickRow(book: Book, links: WashLinks, piece: number, tax: Cell): Row {
  const { realized, trades } = book;
  const gain = realized.proceedsCents[piece]! - realized.basisCents[piece]!;
  return [
    lotName(trades, realized.purchase[piece]!),
    trades.accounts[realized.account[piece]!]!,
    serialFromDay(realized.acquired[piece]!),
    serialFromDay(realized.holdingFrom[piece]!),
    realized.longTerm[piece] === 1 ? "Long" : "Short",
    sharesFromUnits(book, realized.symbol[piece]!, realized.units[piece]!),
    dollarsFromCents(realized.basisCents[piece]!),
    dollarsFromCents(realized.proceedsCents[piece]!),
    dollarsFromCents(gain),
    dollarsFromCents(realized.disallowedCents[piece]!),
    tax,
    pieceNote(book, links, piece),
  ];
}

/** R-TAX-4: the long-term gain of a collectible has a rate of its own, which the tax of the year does not cover. */
function yearOfPieces(book: Book, pieces: readonly number[], year: Outcome<YearSoFar>): Outcome<YearSoFar> {
  const collectible = pieces.find((piece) => isCollectibleGain(book, piece));
  if (collectible === undefined) return year;
  return refuse("missing-fact", collectibleSentence(book.trades.symbols[book.realized.symbol[collectible]!]!));
}

/** R-TAX-5. Each piece gets the tax that it adds to those before it, so that the column adds up to the tax of the sale. */
function taxOfPieces(book: Book, pieces: readonly number[], year: Outcome<YearSoFar>): Cell[] {
  const covered = yearOfPieces(book, pieces, year);
  if (!covered.ok) return pieces.map(() => covered.problem);
  const { basis, realised } = covered.value;
  const { proceedsCents, basisCents, disallowedCents, longTerm } = book.realized;
  let [shortCents, longCents, before] = [0, 0, 0];
  return pieces.map((piece) => {
    const allowed = proceedsCents[piece]! - basisCents[piece]! + disallowedCents[piece]!;
    if (longTerm[piece] === 1) longCents += allowed;
    else shortCents += allowed;
    const sum = taxDifference(basis, realised, { shortCents, longCents });
    const own = sum - before;
    before = sum;
    return dollarsFromCents(own);
  });
}

/** The reason stands in a cell, because Excel does not reliably show the message of an error value. */
function refusedPick(problem: Problem): Row {
  return LOTPICK_HEADINGS.map((heading) => (heading === "Note" ? problem.sentence : TEXTS.has(heading) ? "" : problem));
}
