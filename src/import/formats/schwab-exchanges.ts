/** Reverse splits, changes of name and mergers of a Schwab file: the rows of one event, and the cash paid for a fraction. */
import { heldBefore, mayPayFor } from "../exchanges";
import type { Exchange, ExchangeLeg } from "../exchanges";
import type { FileInProgress } from "../file-in-progress";
import type { SchwabRows } from "./schwab-rows";

/** Events by kind and day; cash for a fraction that belongs to none is asked about. */
export function exchangesOf(work: FileInProgress, rows: SchwabRows): Exchange[] {
  const groups = new Map<string, (ExchangeLeg & { event: Exchange["event"] })[]>();
  for (const leg of rows.legs) {
    const key = `${leg.event} ${leg.date}`;
    groups.set(key, [...(groups.get(key) ?? []), leg]);
  }
  const taken = new Set<number>();
  const exchanges = [...groups.values()].map((legs): Exchange => {
    const [{ event, date } = { event: "Merger" as const, date: "" }] = legs;
    const cash = rows.cashInLieu.find(
      (paid) => !taken.has(paid.line) && paid.amount !== "" && legs.some(({ symbol }) => symbol === paid.symbol) && mayPayFor(date, paid.date),
    );
    if (cash) taken.add(cash.line);
    return { event, account: rows.account, legs, cashInLieu: cash ?? null, heldBefore: heldBefore(rows.trades, rows.account, date) };
  });
  for (const { line } of rows.cashInLieu) {
    if (taken.has(line)) continue;
    work.undecide(line, "Cash was paid for a fraction of a share. Write it under Cash in lieu on the row of the split, spin-off or merger it came with.");
  }
  return exchanges;
}
