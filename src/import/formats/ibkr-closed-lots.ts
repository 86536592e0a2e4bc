/**
 * The lots that Interactive Brokers relieved: ClosedLot rows under a closing trade name the day on which the shares were
 * acquired, their quantity and their basis (broker layouts, 4.1). They are the choice actually made, so they become the
 * Lots of the sale, and every opening trade names its lot so that a statement of a later year can name it too.
 */
import { cleanNumber } from "../../values/decimals";
import type { IbkrTrade } from "./ibkr-trade";

export interface ClosedLot {
  readonly day: string;
  /** Blank where the row tells the day alone. */
  readonly time: string;
  /** Above 0. */
  readonly quantity: number;
  /** Basis of a share; null where the row does not say. */
  readonly unitBasis: number | null;
}

/** Names of the lots that the opening trades make, null on those that only close: the account and the day, with the time where it takes that to tell two apart. */
export function namesOfLots(trades: readonly IbkrTrade[]): (string | null)[] {
  const perDay = new Map<string, number>();
  for (const trade of trades) if (makesLot(trade)) perDay.set(dayKey(trade), (perDay.get(dayKey(trade)) ?? 0) + 1);
  const used = new Map<string, number>();
  return trades.map((trade) => {
    if (!makesLot(trade)) return null;
    const name = nameOfLot(trade, perDay.get(dayKey(trade)) === 1);
    const key = `${trade.symbol} ${name}`;
    const times = (used.get(key) ?? 0) + 1;
    used.set(key, times);
    return times === 1 ? name : `${name} #${times}`;
  });
}

/** The row makes a lot of shares, or opens a short, which Lots names in the same way. */
function makesLot({ cells }: IbkrTrade): boolean {
  return cells.Action === "Buy" || cells.Action === "Reinvest" || cells.Action === "Sell short";
}

function dayKey({ account, symbol, day, quantity }: IbkrTrade): string {
  return [account, symbol, day, quantity > 0].join("\n");
}

/** Without a colon, which parts a lot from its shares. */
function nameOfLot({ account, day, cells }: IbkrTrade, isOnlyOne: boolean): string {
  const time = isOnlyOne || cells.Time === undefined ? "" : ` ${cells.Time.replace(/:/g, "")}`;
  return `${account} ${day}${time}`.replace(/[:;,]/g, "-");
}

export interface LotsOfSale {
  readonly lots: string;
  readonly note: string;
}

/**
 * Lots of one closing trade. `taken` counts the shares that earlier sales took of each trade's lot.
 * @param trades all trades of the file @param names of their lots, as `namesOfLots` gives them
 */
export function lotsOfSale(
  sale: IbkrTrade,
  closed: readonly ClosedLot[],
  trades: readonly IbkrTrade[],
  names: readonly (string | null)[],
  taken: Map<number, number>,
): LotsOfSale {
  const wanted = Math.abs(sale.quantity);
  const stated = cleanNumber(closed.reduce((sum, { quantity }) => sum + Math.abs(quantity), 0));
  if (stated !== wanted) {
    return { lots: "", note: `The closed lots under this trade come to ${stated} of ${wanted}, so Lots is left blank: fill it in, or the method decides.` };
  }
  const byName = new Map<string, number>();
  const outside = new Set<string>();
  for (const lot of closed) {
    const at = tradeOfLot(sale, lot, trades, names, taken);
    const name = at === null ? nameOfLot({ ...sale, day: lot.day }, true) : (names[at] ?? "");
    if (at === null) outside.add(lot.day);
    else taken.set(at, (taken.get(at) ?? 0) + Math.abs(lot.quantity));
    byName.set(name, cleanNumber((byName.get(name) ?? 0) + Math.abs(lot.quantity)));
  }
  const lots = [...byName].map(([name, quantity]) => `${name}:${quantity}`).join("; ");
  const note = outside.size === 0 ? "" :
    `Lots names shares acquired on ${[...outside].join(", ")}, which this file does not open: import the statement of that day too, give that lot its name, or clear Lots.`;
  return { lots, note };
}

/** Position of the opening trade: of those of the day the one at the time, or at the basis, of the closed lot. */
function tradeOfLot(
  sale: IbkrTrade,
  lot: ClosedLot,
  trades: readonly IbkrTrade[],
  names: readonly (string | null)[],
  taken: ReadonlyMap<number, number>,
): number | null {
  const ofDay = trades.flatMap((trade, at) => {
    const isOfLot = names[at] !== null && trade.symbol === sale.symbol && trade.account === sale.account && trade.day === lot.day;
    return isOfLot && trade.quantity > 0 !== sale.quantity > 0 ? [{ at, trade }] : [];
  });
  const atTime = ofDay.filter(({ trade }) => lot.time !== "" && trade.cells.Time === lot.time);
  const fits = ({ at, trade }: { at: number; trade: IbkrTrade }) => Math.abs(trade.quantity) - (taken.get(at) ?? 0) >= Math.abs(lot.quantity);
  const among = (atTime.length > 0 ? atTime : ofDay).filter(fits);
  const distance = ({ trade }: { trade: IbkrTrade }) =>
    lot.unitBasis === null || trade.unitCost === null ? 0 : Math.abs(trade.unitCost - lot.unitBasis);
  among.sort((one, other) => distance(one) - distance(other) || one.at - other.at);
  // After a split a lot counts more shares than were bought.
  return (among[0] ?? (ofDay.length === 1 ? ofDay[0] : undefined))?.at ?? null;
}
