/**
 * Which security of ours a row of the broker's form means that names it by a CUSIP or a description that the trades do not know:
 * the one whose sales have, on every day on which the form has that name, the same quantity and about the same proceeds. Where
 * two could be meant, none is.
 */
import type { Book } from "../lots/book-types";
import { sharesFromUnits } from "./figures";
import type { ReportedSale } from "./form-8949-types";
import { grouped, quantityKey } from "./match-1099-rules";
import type { NamesOfReported } from "./names-on-1099";

/** Fees and premiums may lie between the proceeds of the two sides. */
const FEES_SHARE = 0.02;

/**
 * @param pieces those of ours without a row
 * @param rows   those of theirs without a piece
 */
export function securitiesByFigures(book: Book, pieces: readonly number[], rows: readonly ReportedSale[], names: NamesOfReported): ReadonlyMap<ReportedSale, number> {
  const { sold, symbol, account } = book.realized;
  const unknown = rows.filter((row) => names.securitiesOf(row).length === 0);
  if (unknown.length === 0) return new Map();
  const piecesOfDay = grouped(pieces, (piece) => String(sold[piece]));
  const fitting = [...grouped(unknown, (row) => JSON.stringify([names.accountOf(row), row.symbol, row.cusip, row.cusip === "" ? row.description : ""])).values()].map((named) => {
    const inAccount = names.accountOf(named[0]!);
    let possible: Set<number> | null = null;
    for (const ofDay of grouped(named, (row) => String(row.sold)).values()) {
      const here = (piecesOfDay.get(String(ofDay[0]!.sold)) ?? []).filter((piece) => inAccount === null || account[piece] === inAccount);
      const fits = [...grouped(here, (piece) => String(symbol[piece])).values()].filter((own) => isSameDay(book, own, ofDay)).map(([piece]) => symbol[piece!]!);
      possible = new Set(fits.filter((one) => possible === null || possible.has(one)));
    }
    return { named, possible: [...(possible ?? [])] };
  });
  const claims = grouped(fitting.flatMap(({ possible }) => possible), String);
  return new Map(fitting.flatMap(({ named, possible: [security, ...others] }) =>
    security !== undefined && others.length === 0 && claims.get(String(security))!.length === 1 ? named.map((row) => [row, security] as const) : []));
}

/** A row with a symbol of its own, which is none of ours, must agree to the cent. */
function isSameDay(book: Book, pieces: readonly number[], rows: readonly ReportedSale[]): boolean {
  const { symbol, units, proceedsCents } = book.realized;
  const ours = pieces.reduce((sum, piece) => sum + proceedsCents[piece]!, 0);
  const theirs = rows.reduce((sum, row) => sum + row.proceedsCents, 0);
  const shares = pieces.reduce((sum, piece) => sum + sharesFromUnits(book, symbol[piece]!, units[piece]!), 0);
  const isCounted = rows.every(({ quantity }) => quantity !== null);
  if (isCounted && quantityKey(shares) !== quantityKey(rows.reduce((sum, { quantity }) => sum + quantity!, 0))) return false;
  const isExact = !isCounted || rows.some((row) => row.symbol !== "");
  return Math.abs(ours - theirs) <= (isExact ? 0 : Math.abs(ours) * FEES_SHARE);
}
