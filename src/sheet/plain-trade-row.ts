/**
 * The quick way for the rows that make up a large range: a purchase or sale whose figures are plain numbers.
 * It proves each figure to be a short decimal and books the row, or books nothing and leaves it to the careful reader,
 * which answers the same (a test compares the two).
 */
import { TradeKind } from "../lots/trades";
import type { Day } from "../values/plain-date";
import { dayFromSerial } from "../values/plain-date";
import { LARGEST_SCALED } from "../values/decimals";
import { mulDivRound } from "../values/mul-div-round";
import type { ActionMeaning } from "../import/actions";
import { FIRST_RELIABLE_SERIAL, LAST_SERIAL } from "../values/date-text";
import type { PlainColumns } from "./plain-columns";
import { accountIn, symbolIn } from "./trade-names";
import type { TradesInProgress } from "./trades-in-progress";

const MOST_PLAIN_SHARES = 1e9;

/** Books the row and answers true, or answers false and has done nothing. */
export function readPlainRow(
  work: TradesInProgress,
  columns: PlainColumns,
  cells: readonly unknown[],
  row: number,
  meaning: ActionMeaning,
): boolean {
  if (meaning.does !== "books" || meaning.kind > TradeKind.Sell || meaning.ofOption) return false;
  const day = plainDay(work, cells[columns.date]);
  if (Number.isNaN(day)) return false;
  const quantity = cells[columns.quantity];
  const price = cells[columns.price];
  if (typeof quantity !== "number" || typeof price !== "number" || !(price >= 0)) return false;
  const isSale = meaning.kind === TradeKind.Sell;
  const shares = isSale && quantity < 0 ? -quantity : quantity;
  if (!(shares > 0) || shares > MOST_PLAIN_SHARES) return false;
  // The careful reader starts with the same two names, so that noting them here changes nothing for it.
  const symbol = symbolIn(work, cells);
  const account = accountIn(work, cells, meaning.kind);
  if (typeof symbol !== "number" || typeof account !== "number" || work.needsCare[symbol]) return false;
  for (let at = 0; at < columns.others.length; at++) {
    const cell = cells[columns.others[at]!];
    if (cell !== "" && cell !== null) return false;
  }
  const feeCents = columns.fees < 0 ? 0 : plainCents(cells[columns.fees]);
  if (!(feeCents >= 0)) return false;
  const grossCents = plainGrossCents(shares, price);
  // Proceeds of zero or less are rounded with more care.
  if (Number.isNaN(grossCents) || (isSale && grossCents <= feeCents)) return false;
  const cents = isSale ? grossCents - feeCents : grossCents + feeCents;
  const amount = columns.amount < 0 ? null : cells[columns.amount];
  if (amount !== "" && amount !== null && !statesSameCents(amount, cents, isSale)) return false;
  work.noteListed(day);
  work.addPlainTrade(row, day, meaning.kind, symbol, account, shares, cents);
  return true;
}

/** A whole serial, or a date text met before that names no time; else NaN. */
function plainDay(work: TradesInProgress, cell: unknown): Day {
  if (typeof cell === "number") {
    return cell >= FIRST_RELIABLE_SERIAL && cell <= LAST_SERIAL && Math.floor(cell) === cell ? dayFromSerial(cell) : Number.NaN;
  }
  const seen = typeof cell === "string" ? work.dates.get(cell) : undefined;
  return seen && "day" in seen && seen.seconds === null && seen.listedDay === seen.day ? seen.day : Number.NaN;
}

/** Whole cents in a cell, 0 when blank, NaN when it is not plainly whole cents. */
function plainCents(cell: unknown): number {
  if (cell === "" || cell === null) return 0;
  if (typeof cell !== "number") return Number.NaN;
  const cents = Math.round(cell * 100);
  return cents / 100 === cell && cents <= LARGEST_SCALED ? cents : Number.NaN;
}

/** To the cent, the amount agrees with certainty; anything looser is weighed by the careful reader. */
function statesSameCents(amount: unknown, cents: number, isSale: boolean): boolean {
  const stated = plainCents(amount);
  return stated === cents || (!isSale && stated === -cents);
}

/** Shares × price in cents, half up; NaN when a factor is not a decimal of at most 8 places and 15 digits. */
function plainGrossCents(shares: number, price: number): number {
  const shareScale = plainScale(shares);
  const priceScale = plainScale(price);
  if (shareScale === 0 || priceScale === 0) return Number.NaN;
  const scaledShares = Math.round(shares * shareScale);
  const scaledPrice = Math.round(price * priceScale);
  const scale = shareScale * priceScale;
  const cents = scale === 1 ? scaledShares * scaledPrice * 100 : mulDivRound(scaledShares, scaledPrice, scale / 100);
  return cents <= LARGEST_SCALED ? cents : Number.NaN;
}

/** Whole numbers, cents, and what brokers print beyond them. */
const PLAIN_SCALES = [100, 1e6, 1e8];

/** A power of ten that makes `value` whole, or 0. */
function plainScale(value: number): number {
  if (Math.floor(value) === value) return value <= LARGEST_SCALED ? 1 : 0;
  for (let at = 0; at < PLAIN_SCALES.length; at++) {
    const scale = PLAIN_SCALES[at]!;
    const scaled = Math.round(value * scale);
    if (scaled > LARGEST_SCALED) return 0;
    if (scaled / scale === value) return scale;
  }
  return 0;
}
