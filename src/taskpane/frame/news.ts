/** What a refresh changed, in a few lines: losses that crossed the user's threshold, terms that turn, prices, trades. Pure. */
import type { Day } from "../../values/plain-date";
import { date, MINUS, money } from "../charts/formats";
import type { LotShown } from "../lots/lots-view";
import { count } from "../sentences";

/** What the pane had seen when it last looked. */
export interface Seen {
  readonly asOf: Day;
  readonly trades: number;
  readonly lots: readonly LotShown[];
  /** R-TLH-1: the threshold of the settings, positive; null: none, and zero is the line. */
  readonly minLossCents: number | null;
}

/** Within so many days a lot that turns long-term is told of. */
const TURNS_SOON_DAYS = 7;
const LINES_AT_MOST = 3;

/** Most telling first: at most three lines, then how many more there are. */
export function newsBetween(before: Seen, now: Seen): readonly string[] {
  const pairs = sameLots(before.lots, now.lots);
  const lines = [
    ...pairs.flatMap(([was, is]) => crossing(was, is, now.minLossCents)),
    ...pairs.flatMap(([was, is]) => turning(was, is)),
    ...priceChanges(before.lots, now.lots),
    ...tradesChanged(before.trades, now.trades),
    ...(before.asOf === now.asOf ? [] : [`The as-of day is now ${date(now.asOf)}`]),
  ];
  const more = lines.length - LINES_AT_MOST;
  return more > 0 ? [...lines.slice(0, LINES_AT_MOST), `and ${more} more`] : lines;
}

/** A lot without a name of its own is called by its row, and rows move: only what is the same lot in all else is compared. */
function sameLots(before: readonly LotShown[], now: readonly LotShown[]): readonly (readonly [LotShown, LotShown])[] {
  const known = new Map(before.map((lot) => [lot.key, lot]));
  return now.flatMap((lot) => {
    const was = known.get(lot.key);
    const isSame = was !== undefined && was.acquired === lot.acquired && was.shares === lot.shares && was.basisCents === lot.basisCents;
    return isSame ? [[was, lot] as const] : [];
  });
}

const nameOf = ({ symbol, lot }: LotShown): string => `${symbol} ${lot.startsWith("row ") ? `of ${lot}` : `lot ${lot}`}`;

function crossing(was: LotShown, is: LotShown, minLossCents: number | null): readonly string[] {
  if (was.gainCents === null || is.gainCents === null) return [];
  // Without a threshold the line is the basis itself, and only a loss is beyond it.
  const line = minLossCents === null || minLossCents === 0 ? -1 : -minLossCents;
  const [wasBelow, isBelow] = [was.gainCents <= line, is.gainCents <= line];
  if (wasBelow === isBelow) return [];
  if (line === -1) return [`${nameOf(is)} ${isBelow ? "fell below" : "is no longer below"} its basis`];
  return [isBelow ? `${nameOf(is)} crossed ${money(line)}` : `${nameOf(is)} is back above ${money(line)}`];
}

function turning(was: LotShown, is: LotShown): readonly string[] {
  if (was.term === "Short" && is.term === "Long") return [`${nameOf(is)} turned long-term`];
  if (is.daysToLongTerm === null || is.daysToLongTerm > TURNS_SOON_DAYS || was.daysToLongTerm === is.daysToLongTerm) return [];
  return [`${nameOf(is)} turns long-term in ${count(is.daysToLongTerm, "day")}`];
}

function priceChanges(before: readonly LotShown[], now: readonly LotShown[]): readonly string[] {
  const known = new Map(before.map(({ symbol, price }) => [symbol, price]));
  const prices = new Map(now.map(({ symbol, price }) => [symbol, price]));
  return [...prices].flatMap(([symbol, price]) => {
    const was = known.get(symbol);
    // A first price is what the user has just entered, and no news.
    if (was === undefined || was === null || was === price) return [];
    return [price === null ? `${symbol} has no price any more` : `Price of ${symbol} ${dollars(was)} → ${dollars(price)}`];
  });
}

/** `41.20`, `0.0375`. */
function dollars(price: number): string {
  const shown = price.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 4 });
  return shown.replace("-", MINUS);
}

function tradesChanged(before: number, now: number): readonly string[] {
  if (before === now) return [];
  return [`${count(Math.abs(now - before), "trade")} ${now > before ? "added" : "removed"}`];
}
