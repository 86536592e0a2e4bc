/**
 * Shares that arrive or leave without a trade (broker layouts, section 0.9): the file states no basis for them. Only where
 * the same file shows them leave one account and reach another is it known which lots they are.
 */
import { numberOfAccount } from "./account-numbers";
import { Exact, figureOf } from "./figures";
import type { Figure } from "./figures";
import type { FileInProgress } from "./file-in-progress";

export interface MovedShares {
  readonly line: number;
  /** ISO day. */
  readonly date: string;
  readonly account: string;
  readonly symbol: string;
  /** Below 0: they left. */
  readonly shares: Figure;
  /** The account on the other side, where the row names it: "". */
  readonly other?: string;
}

export function bookMovedShares(work: FileInProgress, moves: readonly MovedShares[]): void {
  const taken = new Set<MovedShares>();
  for (const out of moves.filter(({ shares }) => new Exact(shares).isNegative())) {
    const arrivals = moves.filter((move) => !taken.has(move) && isArrivalOf(move, out));
    const [arrival, another] = arrivals;
    // Of two accounts that may have received them, none is guessed.
    if (arrival === undefined || (another !== undefined && another.account !== arrival.account)) continue;
    taken.add(out).add(arrival);
    const cells = { Date: out.date, Action: "Transfer", Symbol: out.symbol, Quantity: unsigned(out.shares), Account: out.account, "To account": arrival.account };
    work.trade(out.line, cells, "", [arrival.line]);
  }
  for (const move of moves) if (!taken.has(move)) askAbout(work, move);
}

function isArrivalOf(move: MovedShares, out: MovedShares): boolean {
  return move.date === out.date && move.symbol === out.symbol && move.account !== out.account && new Exact(move.shares).equals(new Exact(out.shares).negated()) &&
    mayName(out.other, move.account) && mayName(move.other, out.account);
}

/** A row may name the number that the other row has, or a part of it; an account in words may have any number. */
function mayName(other: string | undefined, account: string): boolean {
  const [named, number] = [other ?? "", numberOfAccount(account)].map((text) => text.replace(/[^a-z0-9]/gi, "").toUpperCase());
  if (!named || !number || !/\d/.test(number)) return true;
  return named.startsWith(number) || number.startsWith(named) || named.endsWith(number) || number.endsWith(named);
}

function askAbout(work: FileInProgress, { line, date, account, symbol, shares, other = "" }: MovedShares): void {
  const cells = { Date: date, Symbol: symbol, Quantity: unsigned(shares), Account: account };
  if (new Exact(shares).isNegative()) {
    const sentence = "Shares left without a sale. Where they went to an account of yours, fill in To account; where you gave them away, write Gift given.";
    return work.undecide(line, sentence, { ...cells, Action: "Transfer", "To account": other });
  }
  const sentence =
    "Shares arrived, and the file states no basis. From an account of yours write Transfer there with To account; " +
    "from elsewhere write each lot as Buy with its own Date and Amount, or Unknown as Amount.";
  work.undecide(line, sentence, { ...cells, Action: "Buy" });
}

function unsigned(shares: Figure): Figure {
  return figureOf(new Exact(shares).abs());
}
