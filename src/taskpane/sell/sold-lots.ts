/** The lots that a hypothetical sale takes, and the purchases that would wash its loss. */
import type { Book, WashMatch } from "../../lots/book-types";
import { lotName } from "../../lots/trades";
import { sharesFromUnits } from "../../report/figures";
import { piecesOfSales } from "../../report/pieces-of-sale";
import { acquiredSymbol } from "../../report/replacement";
import { washLinks } from "../../report/wash-links";
import { pieceNotes } from "../../sheet/tables/piece-note";
import { lotKey, oneTerm } from "./held-lots";
import type { HeldLot, SoldLot, WashingPurchase } from "./sell-view";

/** In order of relief; pieces of one purchase in one account are one lot. */
export function soldLots(book: Book, held: readonly HeldLot[]): readonly SoldLot[] {
  const { realized } = book;
  const byLot = new Map<string, number[]>();
  for (const piece of piecesOfSales(book).of(book.trades.count)) {
    const key = `${realized.purchase[piece]} ${realized.account[piece]}`;
    const known = byLot.get(key);
    if (known === undefined) byLot.set(key, [piece]);
    else known.push(piece);
  }
  const heldOf = new Map(held.map((lot) => [`${lot.key} ${lot.account}`, lot.shares]));
  const links = washLinks(book);
  return [...byLot.values()].map((pieces) => soldLot(book, links, pieces, heldOf));
}

function soldLot(book: Book, links: ReturnType<typeof washLinks>, pieces: readonly number[], heldOf: ReadonlyMap<string, number>): SoldLot {
  const { realized, trades } = book;
  const [first = 0] = pieces;
  const purchase = realized.purchase[first]!;
  const account = trades.accounts[realized.account[first]!]!;
  const sum = (column: Float64Array): number => pieces.reduce((total, piece) => total + column[piece]!, 0);
  const proceedsCents = sum(realized.proceedsCents);
  const basisCents = sum(realized.basisCents);
  const shares = sharesFromUnits(book, realized.symbol[first]!, sum(realized.units));
  const key = lotKey(book, purchase);
  return {
    key,
    lot: lotName(trades, purchase),
    account,
    row: trades.row[purchase]!,
    acquired: realized.acquired[first]!,
    term: oneTerm(pieces.map((piece) => (realized.longTerm[piece] === 1 ? "Long" : "Short"))),
    shares,
    held: heldOf.get(`${key} ${account}`) ?? shares,
    basisCents,
    proceedsCents,
    gainCents: proceedsCents - basisCents,
    disallowedCents: sum(realized.disallowedCents),
    note: [...new Set(pieces.flatMap((piece) => pieceNotes(book, links, piece)))].join(" "),
  };
}

/** By day and row; several losses met by one purchase are added up. */
export function washingPurchases(book: Book): readonly WashingPurchase[] {
  const byPurchase = new Map<number, WashMatch[]>();
  for (const match of book.washes) {
    if (match.lossSale !== book.trades.count) continue;
    const known = byPurchase.get(match.replacement);
    if (known === undefined) byPurchase.set(match.replacement, [match]);
    else known.push(match);
  }
  return [...byPurchase.values()].map((matches) => washingPurchase(book, matches)).sort((a, b) => a.day - b.day || a.row - b.row);
}

function washingPurchase(book: Book, matches: readonly WashMatch[]): WashingPurchase {
  const { trades, realized } = book;
  const { replacement, replacementAccount, piece } = matches[0]!;
  const sum = (of: (match: WashMatch) => number): number => matches.reduce((total, match) => total + of(match), 0);
  return {
    row: trades.row[replacement]!,
    symbol: trades.symbols[acquiredSymbol(trades, replacement)]!,
    account: trades.accounts[replacementAccount]!,
    day: trades.day[replacement]!,
    shares: sharesFromUnits(book, realized.symbol[piece]!, sum(({ units }) => units)),
    disallowedCents: sum(({ disallowedCents }) => disallowedCents),
    permanentCents: sum(({ permanentCents }) => permanentCents),
  };
}
