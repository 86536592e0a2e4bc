/** The trades of one statement together: closed lots under their sale, names of lots, cancelled trades, stock of exercised options. */
import type { FileInProgress } from "../file-in-progress";
import { oneNote } from "../one-note";
import { bookWithOptionEnds } from "../option-ends";
import type { OptionEnd, ReadTrade } from "../option-ends";
import type { WrittenDate } from "../written-date";
import { lotsOfSale, namesOfLots } from "./ibkr-closed-lots";
import type { ClosedLot } from "./ibkr-closed-lots";
import type { IbkrTrade, IbkrTradeReading } from "./ibkr-trade";

interface Placed {
  readonly line: number;
  readonly trade: IbkrTrade;
  readonly closed: ClosedLot[];
}

export class TradesOfStatement {
  private readonly placed: Placed[] = [];
  private readonly others: { readonly line: number; readonly reading: IbkrTradeReading | "closed lot" | "stray lot" | "lot of opening" }[] = [];
  private latest: Placed | null = null;

  add(line: number, reading: IbkrTradeReading): void {
    this.latest = null;
    if ("trade" in reading) this.placed.push((this.latest = { line, trade: reading.trade, closed: [] }));
    else this.others.push({ line, reading });
  }

  /** @param quantity and basis in total; null: not to be read */
  closedLot(line: number, acquired: WrittenDate | null, quantity: number | null, basis: number | null): void {
    if (this.latest !== null && isOpening(this.latest.trade)) return void this.others.push({ line, reading: "lot of opening" });
    const isReadable = acquired !== null && quantity !== null && quantity !== 0;
    if (this.latest !== null && isReadable) {
      this.latest.closed.push({
        day: acquired.iso, time: acquired.time, quantity: Math.abs(quantity), unitBasis: basis === null ? null : basis / Math.abs(quantity),
      });
    }
    this.others.push({ line, reading: isReadable || this.latest === null ? "closed lot" : "stray lot" });
  }

  addTo(work: FileInProgress): void {
    for (const { line, reading } of this.others) {
      if (reading === "closed lot") work.count(line, "Closed lots, kept under Lots of their sale");
      else if (reading === "stray lot") work.undecide(line, "The closed lot has no date or no quantity that can be read. Fill in Lots of the sale above it.");
      else if (reading === "lot of opening") work.undecide(line, "The closed lot stands under a trade that opens a position. Fill in Lots of the sale that it belongs to.");
      else if ("counted" in reading) work.count(line, reading.counted);
      else if ("undecided" in reading) work.undecide(line, reading.undecided, reading.draft);
    }
    const kept = this.withoutCancelled(work);
    const trades = kept.map(({ trade }) => trade);
    const names = namesOfLots(trades);
    const taken = new Map<number, number>();
    const stock: ReadTrade[] = [];
    const ends: OptionEnd[] = [];
    kept.forEach((placed, at) => {
      const row = rowOf(placed, names[at] ?? null, () => lotsOfSale(placed.trade, placed.closed, trades, names, taken));
      const action = row.cells.Action;
      if (placed.trade.turns) work.undecide(row.line, TURNS, row.cells);
      else if (action === "Expire" || action === "Exercise" || action === "Assigned") ends.push({ ...row, action });
      else stock.push({ ...row, ...(placed.trade.isExerciseLeg ? { ofOption: true } : {}) });
    });
    bookWithOptionEnds(work, stock, ends);
  }

  /** A row with code Ca takes back the trade of the same shares and price on the other side; without it in the file the user decides. */
  private withoutCancelled(work: FileInProgress): Placed[] {
    const kept = new Set(this.placed);
    for (const cancel of this.placed.filter(({ trade }) => trade.isCancel)) {
      kept.delete(cancel);
      const original = [...kept].find(({ trade }) => isTakenBackBy(trade, cancel.trade));
      if (original === undefined) {
        work.undecide(cancel.line, "This row cancels an earlier trade, which is not in the file. Take that trade out of your rows.", null);
        continue;
      }
      kept.delete(original);
      for (const { line } of [original, cancel]) work.count(line, "Cancelled trades");
    }
    return this.placed.filter((placed) => kept.has(placed));
  }
}

/** It makes a lot and closes none. */
function isOpening({ turns, cells }: IbkrTrade): boolean {
  return !turns && (cells.Action === "Buy" || cells.Action === "Reinvest" || cells.Action === "Sell short");
}

const TURNS = "This trade closes one position and opens the opposite one. Write it as two rows, each with its own quantity and amount.";

function isTakenBackBy(trade: IbkrTrade, cancel: IbkrTrade): boolean {
  return !trade.isCancel && trade.account === cancel.account && trade.symbol === cancel.symbol && trade.quantity === -cancel.quantity &&
    trade.price === cancel.price;
}

function rowOf({ line, trade, closed }: Placed, name: string | null, lotsOf: () => { readonly lots: string; readonly note: string }): ReadTrade {
  const named = name === null ? {} : { Lot: name };
  const { lots, note } = closed.length === 0 || name !== null ? { lots: "", note: "" } : lotsOf();
  return { line, cells: { ...trade.cells, ...named, ...(lots === "" ? {} : { Lots: lots }) }, note: oneNote(trade.note, note) };
}
