/** One line of the picture for every security with a loss: its windows, what was bought and sold in them, what replaced what. */
import type { Book, WashMatch } from "../../lots/book-types";
import { TradeKind } from "../../lots/trades";
import { sharesFromUnits } from "../../report/figures";
import { acquiredSymbol } from "../../report/replacement";
import { finalOn, WINDOW_DAYS } from "../../report/wash-window";
import { isRetirement } from "../../rules/accounts";
import type { Day } from "../../values/plain-date";
import { isWindowOpen, type SaleOfRow } from "./loss-sales";
import type { PurchaseMark, SaleMark, WashArrow, WashTimeline } from "./wash-view";

/** The rows of one security, gathered in one pass over all trades. */
interface Gathered {
  readonly symbol: number;
  readonly losses: Set<SaleOfRow>;
  /** Days that lie in a window. */
  readonly days: Set<Day>;
  readonly purchases: Map<number, PurchaseMark>;
  readonly sales: SaleMark[];
  readonly arrows: WashArrow[];
}

/** @param year losses of this tax year, and whatever the year those whose window is open on the as-of day */
export function washTimelines(book: Book, sales: ReadonlyMap<number, SaleOfRow>, year: number, asOf: Day): readonly WashTimeline[] {
  const gathered = new Map<number, Gathered>();
  for (const sale of sales.values()) {
    if (sale.lossCents === 0 || (sale.taxYear !== year && !isWindowOpen(sale, asOf))) continue;
    gatherLoss(gathered, sale);
  }
  gatherSales(book, gathered, sales);
  gatherPurchases(book, gathered);
  gatherArrows(book, gathered, sales);
  return [...gathered.values()].map((line) => timelineOf(book, line, asOf)).sort(mostWashedFirst);
}

function gatherLoss(gathered: Map<number, Gathered>, sale: SaleOfRow): void {
  let line = gathered.get(sale.symbol);
  if (line === undefined) {
    line = { symbol: sale.symbol, losses: new Set(), days: new Set(), purchases: new Map(), sales: [], arrows: [] };
    gathered.set(sale.symbol, line);
  }
  line.losses.add(sale);
  for (let day = sale.sold - WINDOW_DAYS; day <= sale.sold + WINDOW_DAYS; day++) line.days.add(day);
}

function gatherSales(book: Book, gathered: Map<number, Gathered>, sales: ReadonlyMap<number, SaleOfRow>): void {
  const { trades } = book;
  for (const sale of sales.values()) {
    const line = gathered.get(sale.symbol);
    if (line === undefined || !line.days.has(sale.sold)) continue;
    line.sales.push({
      row: trades.row[sale.at]!,
      day: sale.sold,
      shares: sharesFromUnits(book, sale.symbol, sale.units),
      account: trades.accounts[sale.account]!,
      lossCents: sale.lossCents,
      disallowedCents: sale.disallowedCents,
      permanentCents: sale.permanentCents,
    });
  }
}

/** R-WS-2. Rows of other kinds that replaced a loss come in with their arrow. */
const BRINGS_REPLACEMENTS: ReadonlySet<number> = new Set([TradeKind.Buy, TradeKind.Reinvest, TradeKind.Vest]);

/** Purchases of the security itself and of those the user calls identical (R-WS-14). */
function gatherPurchases(book: Book, gathered: Map<number, Gathered>): void {
  const { trades } = book;
  const lines = linesBySymbol(book, gathered);
  for (let at = 0; at < trades.count; at++) {
    if (!BRINGS_REPLACEMENTS.has(trades.kind[at]!)) continue;
    for (const line of lines.get(trades.symbol[at]!) ?? []) {
      if (line.days.has(trades.day[at]!)) line.purchases.set(at, purchaseMark(book, at));
    }
  }
}

function linesBySymbol({ trades, choices }: Book, gathered: Map<number, Gathered>): ReadonlyMap<number, readonly Gathered[]> {
  const lines = new Map<number, readonly Gathered[]>([...gathered].map(([symbol, line]) => [symbol, [line]]));
  if (choices.identical.length === 0) return lines;
  const names = trades.symbols.map((name) => name.toUpperCase());
  names.forEach((name, symbol) => {
    const groups = choices.identical.filter((group) => group.includes(name));
    if (groups.length === 0) return;
    const own = [...gathered.values()].filter((line) => line.symbol === symbol || groups.some((group) => group.includes(names[line.symbol]!)));
    if (own.length > 0) lines.set(symbol, own);
  });
  return lines;
}

function purchaseMark({ trades, choices }: Book, at: number): PurchaseMark {
  const account = trades.accounts[trades.account[at]!] ?? "";
  return {
    row: trades.row[at]!,
    day: trades.day[at]!,
    shares: trades.shares[at]!,
    symbol: trades.symbols[acquiredSymbol(trades, at)]!,
    account,
    retirement: isRetirement(choices, account),
  };
}

/** Matches of one sale with one row are one arrow. */
function gatherArrows(book: Book, gathered: Map<number, Gathered>, sales: ReadonlyMap<number, SaleOfRow>): void {
  const matches = new Map<string, WashMatch[]>();
  for (const match of book.washes) {
    const key = `${match.lossSale} ${match.replacement}`;
    const known = matches.get(key);
    if (known === undefined) matches.set(key, [match]);
    else known.push(match);
  }
  for (const ofRow of matches.values()) {
    const { lossSale, replacement } = ofRow[0]!;
    const line = gathered.get(book.realized.symbol[ofRow[0]!.piece]!);
    const sale = sales.get(lossSale);
    if (line === undefined || sale === undefined || !line.losses.has(sale)) continue;
    if (!line.purchases.has(replacement)) line.purchases.set(replacement, purchaseMark(book, replacement));
    line.arrows.push(arrowOf(book, ofRow, line.symbol));
  }
}

function arrowOf(book: Book, matches: readonly WashMatch[], symbol: number): WashArrow {
  const { lossSale, replacement, lossDay } = matches[0]!;
  const sum = (of: (match: WashMatch) => number): number => matches.reduce((total, match) => total + of(match), 0);
  return {
    saleRow: book.trades.row[lossSale]!,
    sold: lossDay,
    replacementRow: book.trades.row[replacement]!,
    replacedOn: book.trades.day[replacement]!,
    shares: sharesFromUnits(book, symbol, sum(({ units }) => units)),
    disallowedCents: sum(({ disallowedCents }) => disallowedCents),
    permanentCents: sum(({ permanentCents }) => permanentCents),
  };
}

function timelineOf(book: Book, line: Gathered, asOf: Day): WashTimeline {
  const { trades } = book;
  const windows = [...line.losses]
    .map((sale) => ({
      saleRow: trades.row[sale.at]!,
      sold: sale.sold,
      opens: sale.sold - WINDOW_DAYS,
      closes: finalOn(sale.sold) - 1,
      open: isWindowOpen(sale, asOf),
    }))
    .sort((a, b) => a.sold - b.sold || a.saleRow - b.saleRow);
  return {
    symbol: trades.symbols[line.symbol]!,
    from: windows.reduce((first, { opens }) => Math.min(first, opens), Infinity),
    through: windows.reduce((last, { closes }) => Math.max(last, closes), -Infinity),
    windows,
    purchases: [...line.purchases.values()].sort((a, b) => a.day - b.day || a.row - b.row),
    sales: line.sales.sort((a, b) => a.day - b.day || a.row - b.row),
    arrows: line.arrows,
  };
}

/** The symbols that need looking at stand on top: washed, then with an open window, then by name. */
function mostWashedFirst(a: WashTimeline, b: WashTimeline): number {
  return disallowedOf(b) - disallowedOf(a) || openOf(b) - openOf(a) || (a.symbol < b.symbol ? -1 : 1);
}

function disallowedOf({ arrows }: WashTimeline): number {
  return arrows.reduce((sum, { disallowedCents }) => sum + disallowedCents, 0);
}

function openOf({ windows }: WashTimeline): number {
  return windows.filter(({ open }) => open).length;
}
