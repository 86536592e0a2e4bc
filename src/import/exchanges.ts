/**
 * Events that brokers state in two rows, shares of one name out and shares of another in (broker layouts, section 0.8). A
 * pair whose ratio is certain becomes one row; any other shape is left to the user as a group, never guessed.
 */
import { dateFromText } from "../values/date-text";
import { Exact, figureOf } from "./figures";
import type { Figure } from "./figures";
import type { FileInProgress } from "./file-in-progress";
import type { ImportedCells } from "./import-types";

export type ExchangeEvent = "Reverse split" | "Symbol change" | "Merger" | "Conversion";

export interface ExchangeLeg {
  readonly line: number;
  /** ISO day. */
  readonly date: string;
  readonly symbol: string;
  /** Below 0: they go. */
  readonly shares: Figure;
  /** What the row says in words, where a ratio may stand. */
  readonly words: string;
  /** Cash that the row states beside the shares. */
  readonly cash?: Figure;
}

export interface Exchange {
  readonly event: ExchangeEvent;
  readonly account: string;
  readonly legs: readonly ExchangeLeg[];
  /** Cash for a fraction of a share, near the event. */
  readonly cashInLieu: { readonly line: number; readonly amount: Figure } | null;
  /** Shares that the file's own trades leave before the event; null: it trades none. */
  readonly heldBefore: (symbol: string) => Exact | null;
}

const ADVICE: Readonly<Record<ExchangeEvent, string>> = {
  "Reverse split": "Write one row Split with Ratio, such as 1:10, and Cash in lieu where cash was paid for a fraction.",
  "Symbol change": "Write one row Symbol change with Symbol and New symbol.",
  Merger:
    "The file does not say whether the exchange is taxed. Where it is not, write one row Merger with Symbol, New symbol and Quantity; " +
    "where it is, write Taxable merger with New value too; for cash alone write Cash merger.",
  Conversion:
    "Where all shares of the account were converted, write one row Merger with Symbol, New symbol and Quantity: basis and dates go on. " +
    "Where only some were, the lots that went cannot be told from the row: ask the broker for them.",
};

/** Days within which cash for a fraction follows its event. */
const CASH_FOLLOWS_DAYS = 30;

/** Whether cash for a fraction of a share may belong to an event. @param event and paid are ISO days */
export function mayPayFor(event: string, paid: string): boolean {
  const [from, to] = [dateFromText(event), dateFromText(paid)];
  return from !== null && to !== null && to.day >= from.day && to.day - from.day <= CASH_FOLLOWS_DAYS;
}

/** Shares of a symbol that purchases and sales before a day leave in an account. */
export function heldBefore(trades: readonly { readonly cells: ImportedCells }[], account: string, day: string): Exchange["heldBefore"] {
  return (symbol) => {
    const before = trades.filter(({ cells }) => cells.Symbol === symbol && cells.Account === account && (cells.Date ?? "") < day);
    if (before.length === 0) return null;
    return before.reduce((held, { cells }) => {
      const shares = cells.Quantity ?? 0;
      return /^(Buy|Reinvest|Vest)$/.test(cells.Action ?? "") ? held.plus(shares) : held.minus(shares);
    }, new Exact(0));
  };
}

export function bookExchange(work: FileInProgress, exchange: Exchange): void {
  const pair = pairOf(exchange.legs);
  if (pair === null) return askForAll(work, exchange, "is not one row out and one row in", saleForCash(exchange));
  if (exchange.event === "Reverse split") return bookReverseSplit(work, exchange, pair);
  if (exchange.event === "Symbol change") return bookSymbolChange(work, exchange, pair);
  const merger = { ...basics(exchange, pair.out), Action: "Merger", Symbol: pair.out.symbol, "New symbol": pair.in.symbol, Quantity: pair.in.shares };
  // A conversion keeps basis and dates, but a row Merger converts all shares of the account.
  const isWhole = exchange.heldBefore(pair.out.symbol)?.equals(new Exact(pair.out.shares).abs()) === true;
  if (exchange.event === "Conversion" && isWhole && exchange.cashInLieu === null && pair.in.symbol !== pair.out.symbol) {
    return work.trade(pair.in.line, merger, "", [pair.out.line]);
  }
  askForAll(work, exchange, "exchanges shares", merger);
}

/** Shares that went alone, in a merger, were most likely paid for in cash; where the file does not say how much, the user does. */
function saleForCash(exchange: Exchange): ImportedCells | null {
  const [leg, another] = exchange.legs;
  if (exchange.event !== "Merger" || leg === undefined || another !== undefined || !new Exact(leg.shares).isNegative()) return null;
  const sold = { ...basics(exchange, leg), Action: "Sell", Symbol: leg.symbol, Quantity: figureOf(new Exact(leg.shares).abs()) };
  return leg.cash === undefined ? sold : { ...sold, Amount: leg.cash };
}

interface Pair {
  readonly out: ExchangeLeg;
  readonly in: ExchangeLeg;
}

function pairOf(legs: readonly ExchangeLeg[]): Pair | null {
  const [one, two, third] = legs;
  if (!one || !two || third || one.date !== two.date || one.date === "" || one.symbol === "" || two.symbol === "") return null;
  const [first, second] = [new Exact(one.shares), new Exact(two.shares)];
  if (first.isZero() || second.isZero() || first.isNegative() === second.isNegative()) return null;
  return first.isNegative() ? { out: one, in: two } : { out: two, in: one };
}

function basics({ account }: Exchange, { date }: ExchangeLeg): ImportedCells {
  return { Date: date, Account: account };
}

/** One question for the whole group: on its first line, with the draft; the others point there. */
function askForAll(work: FileInProgress, exchange: Exchange, says: string, draft: ImportedCells | null): void {
  const { event, legs, cashInLieu } = exchange;
  const lines = [...legs.map(({ line }) => line), ...(cashInLieu === null ? [] : [cashInLieu.line])].sort((a, b) => a - b);
  const [first = 0, ...others] = lines;
  const where = others.length === 0 ? "This line" : `The group of lines ${lines.join(", ")}`;
  work.undecide(first, `${where} states a ${event.toLowerCase()} and ${says}. ${ADVICE[event]}`, draft);
  for (const line of others) work.undecide(line, `This line belongs to the ${event.toLowerCase()} of line ${first}: one row says both.`);
}

interface Ratio {
  readonly newShares: Exact;
  readonly oldShares: Exact;
}

function bookReverseSplit(work: FileInProgress, exchange: Exchange, pair: Pair): void {
  const [old, received] = [new Exact(pair.out.shares).abs(), new Exact(pair.in.shares)];
  const ratio = statedRatio(pair, old, received);
  const symbol = isCusip(pair.out.symbol) || pair.out.symbol === pair.in.symbol ? pair.in.symbol : pair.out.symbol;
  const cells = { ...basics(exchange, pair.in), Action: "Split", Symbol: symbol };
  if (ratio === null || !isCertain(ratio, old, received, exchange.cashInLieu !== null)) {
    const says = `${figureOf(old)} shares became ${figureOf(received)}, from which its ratio is not certain`;
    return askForAll(work, exchange, says, { ...cells, "Cash in lieu": exchange.cashInLieu?.amount ?? "" });
  }
  const lines = [pair.out.line, ...(exchange.cashInLieu === null ? [] : [exchange.cashInLieu.line])];
  const text = `${figureOf(ratio.newShares)}:${figureOf(ratio.oldShares)}`;
  const made = { ...cells, Ratio: text, "Cash in lieu": exchange.cashInLieu?.amount ?? "" };
  const told = `${figureOf(old)} shares became ${figureOf(received)}: a split of ${text}.`;
  const isSameSymbol = symbol === pair.in.symbol;
  const unsure = isSameSymbol && isCusip(pair.out.symbol) && exchange.heldBefore(symbol) === null;
  const note = unsure ? `${told} Where you held them under another symbol than ${symbol}, write Symbol change too.` : told;
  work.trade(pair.in.line, made, note, lines);
  if (!isSameSymbol) work.trade(pair.in.line, { ...basics(exchange, pair.in), Action: "Symbol change", Symbol: symbol, "New symbol": pair.in.symbol });
}

/** `1 FOR 10`, `1-for-10` in words; else as many old shares for each new one as the counts say. */
function statedRatio(pair: Pair, old: Exact, received: Exact): Ratio | null {
  const words = /\b(\d+)\s*-?\s*for\s*-?\s*(\d+)\b/i.exec(`${pair.in.words} ${pair.out.words}`);
  if (words?.[1] && words[2] && Number(words[1]) > 0 && Number(words[2]) > 0) {
    const [one, two] = [new Exact(words[1]), new Exact(words[2])];
    // A reverse split leaves fewer shares, whichever number is said first.
    return one.lessThan(two) ? { newShares: one, oldShares: two } : { newShares: two, oldShares: one };
  }
  const forEach = old.dividedBy(received);
  return forEach.isInteger() && forEach.greaterThan(1) ? { newShares: new Exact(1), oldShares: forEach } : null;
}

/** Cash for a fraction and the fraction itself go together; a ratio of its own cannot hide a fraction paid in cash. */
function isCertain(ratio: Ratio, old: Exact, received: Exact, hasCash: boolean): boolean {
  const exact = old.times(ratio.newShares).dividedBy(ratio.oldShares);
  return hasCash ? exact.greaterThan(received) && exact.floor().equals(received.floor()) : exact.equals(received);
}

function bookSymbolChange(work: FileInProgress, exchange: Exchange, pair: Pair): void {
  const cells: ImportedCells = { ...basics(exchange, pair.in), Action: "Symbol change", Symbol: pair.out.symbol, "New symbol": pair.in.symbol };
  const isEven = new Exact(pair.out.shares).abs().equals(pair.in.shares);
  if (!isEven || exchange.cashInLieu !== null) return askForAll(work, exchange, "changes the number of shares", cells);
  if (!isCusip(pair.out.symbol) && pair.out.symbol !== pair.in.symbol) {
    return work.trade(pair.in.line, cells, "", [pair.out.line]);
  }
  if (pair.out.symbol !== pair.in.symbol && exchange.heldBefore(pair.in.symbol) === null) {
    return askForAll(work, exchange, "does not say the old symbol", { ...cells, Symbol: "" });
  }
  // The ticker stayed; only the name or the CUSIP changed.
  for (const { line } of [pair.out, pair.in]) work.count(line, "Change of name alone");
}

/** Nine letters and digits that are no ticker. */
export function isCusip(symbol: string): boolean {
  return /^(?=.*\d.*\d)[0-9A-Z]{9}$/i.test(symbol);
}
