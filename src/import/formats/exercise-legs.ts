/**
 * The stock of an exercise or assignment. Brokers write it as a trade of its own at the strike beside the row of the
 * option; on the Trades table the row of the option itself buys or sells the stock (R-OPT-2, R-OPT-3), so that the other
 * row is the second line of the same event.
 */
import { numberFromText } from "../../values/number-text";
import { dateFromText } from "../../values/date-text";
import type { ImportedTrade } from "../import-types";
import { optionOfSymbol } from "../option-symbols";

/** A weekend and a holiday may lie between the two rows. */
const MOST_DAYS_APART = 5;

export function withExerciseLegs(trades: readonly ImportedTrade[]): ImportedTrade[] {
  const events = trades.filter(({ cells }) => cells.Action === "Exercise" || cells.Action === "Assigned");
  if (events.length === 0) return [...trades];
  const legOf = new Map<ImportedTrade, ImportedTrade>();
  for (const event of events) {
    const taken = new Set(legOf.values());
    const leg = trades.find((trade) => !taken.has(trade) && isLegOf(event, trade));
    if (leg !== undefined) legOf.set(event, leg);
  }
  const legs = new Set(legOf.values());
  return trades.flatMap((trade) => (legs.has(trade) ? [] : [withLeg(trade, legOf.get(trade))]));
}

function withLeg(event: ImportedTrade, leg: ImportedTrade | undefined): ImportedTrade {
  if (leg === undefined) return event;
  const fees = leg.cells.Fees;
  return {
    ...event,
    otherLines: [...(event.otherLines ?? []), leg.line, ...(leg.otherLines ?? [])],
    cells: { ...event.cells, ...(fees === undefined ? {} : { Fees: fees }), ...(leg.cells.Lot === undefined ? {} : { Lot: leg.cells.Lot }) },
    note: `${event.note} This row buys or sells the stock too, as line ${leg.line} of the file says.`.trim(),
  };
}

function isLegOf(event: ImportedTrade, trade: ImportedTrade): boolean {
  const option = optionOfSymbol(event.cells.Symbol ?? "");
  if (option === null || option.root !== trade.cells.Symbol?.toUpperCase()) return false;
  const buysStock = (option.type === "call") === (event.cells.Action === "Exercise");
  const sides = buysStock ? ["Buy", "Buy to cover"] : ["Sell", "Sell short"];
  const shares = numberOf(event, "Quantity") * (numberFromText(event.cells.Multiplier ?? "") ?? 100);
  return sides.includes(trade.cells.Action ?? "") && numberOf(trade, "Price") === option.strike &&
    numberOf(trade, "Quantity") === shares && daysApart(event, trade) <= MOST_DAYS_APART;
}

function numberOf({ cells }: ImportedTrade, heading: "Quantity" | "Price"): number {
  return numberFromText(cells[heading] ?? "") ?? NaN;
}

function daysApart(one: ImportedTrade, other: ImportedTrade): number {
  const [first, second] = [one, other].map(({ cells }) => dateFromText(cells.Date ?? "")?.day);
  return first === undefined || second === undefined ? Infinity : Math.abs(first - second);
}
