/** Cash mergers and redemptions of a Schwab file: the shares and the cash of one event, in one row or in two. */
import { Exact, figureOf } from "../figures";
import type { FileInProgress } from "../file-in-progress";
import type { ImportedCells } from "../import-types";
import type { Payout, SchwabRows } from "./schwab-rows";

/** One question for each security and day: on its first line, with the sale as draft; the others point there. */
export function askAboutPayouts(work: FileInProgress, { payouts, account }: SchwabRows): void {
  const groups = new Map<string, Payout[]>();
  for (const payout of payouts) {
    const key = `${payout.date} ${payout.symbol}`;
    groups.set(key, [...(groups.get(key) ?? []), payout]);
  }
  for (const group of groups.values()) {
    const [first, ...others] = [...group].sort((a, b) => a.line - b.line);
    if (first === undefined) continue;
    const where = others.length === 0 ? "This line states" : `Lines ${[first, ...others].map(({ line }) => line).join(", ")} state`;
    const sentence =
      `${where} a ${first.action.replace(/ adj$/i, "").toLowerCase()}: shares that went for cash. Where that is all of it, it is a sale with the cash as Amount; ` +
      "where shares of another company came too, write Merger or Taxable merger; interest in the cash is no part of it.";
    work.undecide(first.line, sentence, saleOf(group, account));
    for (const { line } of others) work.undecide(line, `This line belongs to line ${first.line}: one row says both.`);
  }
}

function saleOf(group: readonly Payout[], account: string): ImportedCells {
  const [{ date, symbol } = { date: "", symbol: "" }] = group;
  // Two rows that both state a figure may say it twice or in parts.
  const only = (figures: readonly string[]): string => {
    const [stated = "", another] = figures.filter((figure) => figure !== "");
    return stated === "" || another !== undefined ? "" : figureOf(new Exact(stated).abs());
  };
  return { Date: date, Action: "Sell", Symbol: symbol, Account: account, Quantity: only(group.map(({ shares }) => shares)), Amount: only(group.map(({ cash }) => cash)) };
}
