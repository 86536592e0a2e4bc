/** LOTGAIN and LOTPICK: the pieces of one hypothetical sale, which the book holds after all real trades. */
import type { Book, WhatIfSale } from "../../lots/book-types";
import { lotName } from "../../lots/trades";
import { dollarsFromCents, sharesFromUnits } from "../../report/figures";
import { isCollectibleGain } from "../../report/form-codes";
import { piecesOfSales } from "../../report/pieces-of-sale";
import { faultSentence } from "../../lots/fault-sentence";
import { refusedPools } from "../../report/refused-pools";
import { saleResults } from "../../report/sale-results";
import { washLinks, type WashLinks } from "../../report/wash-links";
import { done, refuse, type Outcome, type Problem } from "../../values/outcome";
import { serialFromDay } from "../../values/plain-date";
import type { TaxFacts } from "../reading-types";
import type { Cell, Row, Table } from "./cell";
import { pieceNote } from "./piece-note";
import { ratesNeeded, saleRates, taxCents, type SaleRates } from "./tax-estimate";

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
    return { kind: "missing-fact", sentence: ratesNeeded(`${weighing} ranks lots by their tax and needs`, book.choices) };
  }
  if (own !== undefined) return { kind: "bad-input", sentence: faultSentence(own) };
  const pool = refusedPools(book).pools.find(
    ({ symbol, account }) =>
      symbol === sale.symbol && (account === null || sale.account === null || account === sale.account),
  );
  return pool === undefined ? null : { kind: "bad-input", sentence: pool.sentence };
}

/** One figure of the sale, in dollars. `Short` and `Long` are parts of `Gain`, before anything is disallowed. */
export function lotGain(book: Book, sale: WhatIfSale, part: LotGainPart, tax: TaxFacts): Outcome<number> {
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
      const rates = ratesOf(book, piecesOfSales(book).of(at), tax);
      if (!rates.ok) return rates;
      const onLong = results.disallowedLongCents[at]!;
      return done(dollarsFromCents(taxCents(rates.value, short + disallowed - onLong, long + onLong)));
    }
  }
}

/** One row for every piece the sale would take, in the order it takes them. */
export function lotPickTable(book: Book, sale: WhatIfSale, tax: TaxFacts): Table {
  const table: Table = [[...LOTPICK_HEADINGS]];
  const problem = whatIfProblem(book, sale);
  if (problem !== null) {
    table.push(refusedPick(problem));
    return table;
  }
  const links = washLinks(book);
  const pieces = piecesOfSales(book).of(book.trades.count);
  const taxes = taxOfPieces(book, pieces, tax);
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

/** R-TAX-4: the long-term gain of a collectible has a rate of its own, which is not estimated. */
function ratesOf(book: Book, pieces: readonly number[], tax: TaxFacts): Outcome<SaleRates> {
  const collectible = pieces.find((piece) => isCollectibleGain(book, piece));
  if (collectible === undefined) return saleRates(tax);
  const name = book.trades.symbols[book.realized.symbol[collectible]!];
  return refuse("missing-fact", `${name} is a collectible: its long-term gain is taxed at up to 28%, which Long rate is not. Compute this tax by hand.`);
}

/** Each piece gets the tax that it adds to those before it, so that the column adds up to the tax of the sale. */
function taxOfPieces(book: Book, pieces: readonly number[], tax: TaxFacts): Cell[] {
  const rates = ratesOf(book, pieces, tax);
  if (!rates.ok) return pieces.map(() => rates.problem);
  const { realized } = book;
  let short = 0;
  let long = 0;
  let before = 0;
  return pieces.map((piece) => {
    const allowed = realized.proceedsCents[piece]! - realized.basisCents[piece]! + realized.disallowedCents[piece]!;
    if (realized.longTerm[piece] === 1) long += allowed;
    else short += allowed;
    const sum = taxCents(rates.value, short, long);
    const own = sum - before;
    before = sum;
    return dollarsFromCents(own);
  });
}

/** The reason stands in a cell, because Excel does not reliably show the message of an error value. */
function refusedPick(problem: Problem): Row {
  return LOTPICK_HEADINGS.map((heading) => (heading === "Note" ? problem.sentence : TEXTS.has(heading) ? "" : problem));
}
