/**
 * Remarks in short: what the law makes matter and Taxlot leaves to the user (book.remarks), said on both
 * rows concerned, each sentence naming the other row.
 */
import type { Book, Remark, RemarkKind } from "../lots/book-types";

export interface RemarksOfRows {
  /** Sentences for a trade; none for nearly all. */
  of(trade: number): readonly string[];
  /** Of the wash-sale rule only. */
  ofWashRule(trade: number): readonly string[];
}

const OF_WASH_RULE: ReadonlySet<RemarkKind> = new Set<RemarkKind>([
  "sale-near-short-loss", "short-near-short-loss", "written-put-near-loss",
]);

export function remarksOfRows(book: Book): RemarksOfRows {
  const byTrade = new Map<number, { readonly said: string; readonly kind: RemarkKind }[]>();
  const say = (trade: number, kind: RemarkKind, said: string): void => {
    const sofar = byTrade.get(trade) ?? [];
    byTrade.set(trade, sofar);
    if (!sofar.some((one) => one.said === said)) sofar.push({ said, kind });
  };
  for (const remark of book.remarks) {
    say(remark.trade, remark.kind, remarkText(book, remark));
    if (remark.other !== null && remark.other !== remark.trade) say(remark.other, remark.kind, remarkTextOfOther(book, remark));
  }
  return {
    of: (trade) => (byTrade.get(trade) ?? []).map((one) => one.said),
    ofWashRule: (trade) => (byTrade.get(trade) ?? []).filter((one) => OF_WASH_RULE.has(one.kind)).map((one) => one.said),
  };
}

/** On the row the remark is about. */
export function remarkText(book: Book, { kind, trade, other }: Remark): string {
  const row = other === null ? "another row" : `row ${book.trades.row[other]}`;
  const name = book.trades.symbols[book.trades.symbol[trade] ?? -1] ?? "This security";
  switch (kind) {
    case "constructive-sale":
      return `May be a constructive sale of the position of ${row}, which is not computed (IRC 1259).`;
    case "put-on-young-shares":
      return `The put may stop the holding period of the shares of ${row}, held a year or less; not computed (IRC 1233(b)).`;
    case "sale-near-short-loss":
      return `Short closed at a loss within 30 days of the sale on ${row}: the loss may be disallowed, which is not computed (IRC 1091(e)).`;
    case "short-near-short-loss":
      return `Short closed at a loss within 30 days of the new short on ${row}: the loss may be disallowed, by your setting not computed (IRC 1091(e)).`;
    case "written-put-near-loss":
      return `Sold at a loss within 30 days of the put written on ${row}: if the put was sure to be exercised it washes the loss, which is not computed (Rev. Rul. 85-87).`;
    case "fund-loss-within-six-months":
      return `${name} sold at a loss within six months, and no row gives its capital gain or exempt-interest dividends: they would change the loss (IRC 852(b)(4)).`;
    case "listed-twice":
      return `The option's ${row} makes this same trade of the stock itself: the shares may be counted twice.`;
    case "option-open":
      return `The option of ${row} was open: its contracts and shares are adjusted on such a day, and nothing here does it.`;
    case "never-held":
      return `No row buys or receives ${name}, so this row changes nothing.`;
    case "average-not-fund":
      return `${name} is not marked as a fund: average basis is for fund and dividend reinvestment plan shares (Treas. Reg. 1.1012-1(e)).`;
  }
}

/** On the other row. */
function remarkTextOfOther(book: Book, { kind, trade }: Remark): string {
  const row = `row ${book.trades.row[trade]}`;
  switch (kind) {
    case "constructive-sale":
      return `The trade on ${row} may be a constructive sale of this position, which is not computed (IRC 1259).`;
    case "put-on-young-shares":
      return `The put on ${row} may stop the holding period of these shares, held a year or less; not computed (IRC 1233(b)).`;
    case "sale-near-short-loss":
      return `Within 30 days of the short closed at a loss on ${row}: this sale may disallow that loss, which is not computed (IRC 1091(e)).`;
    case "short-near-short-loss":
      return `Within 30 days of the short closed at a loss on ${row}: this short may disallow that loss, by your setting not computed (IRC 1091(e)).`;
    case "written-put-near-loss":
      return `Put written within 30 days of the sale at a loss on ${row}: if it was sure to be exercised it washes that loss, which is not computed (Rev. Rul. 85-87).`;
    case "fund-loss-within-six-months":
      return `Fund shares of this row were sold at a loss within six months on ${row} (IRC 852(b)(4)).`;
    case "listed-twice":
      return `This row trades the stock itself, and ${row} lists the same trade: the shares may be counted twice.`;
    case "option-open":
      return `Open when its stock changed on ${row}: the adjusted contract is not computed.`;
    case "never-held":
      return `Row ${row} concerns a security that no row brings in.`;
    case "average-not-fund":
      return `Sold at average basis on ${row}, though not marked as a fund (Treas. Reg. 1.1012-1(e)).`;
  }
}

/** What to find out, for the list of things to look at before filing. */
export function remarkTask(kind: RemarkKind): string {
  switch (kind) {
    case "constructive-sale":
      return "Check whether the short was closed within 30 days after the year's end and the position then held 60 days; else enter the sale yourself.";
    case "put-on-young-shares":
      return "Check whether the put was bought with the shares as a hedge of them, or set Puts on young shares to Short sale.";
    case "sale-near-short-loss":
      return "Check the loss; nothing in the rows can take it up.";
    case "short-near-short-loss":
      return "Check the loss, or set Short wash target to New short.";
    case "written-put-near-loss":
      return "Judge the put by its price gap, term and premium; to match it, set Written puts to Match.";
    case "fund-loss-within-six-months":
      return "Add the dividends as rows from the fund's Form 1099-DIV, or clear this up before filing.";
    case "listed-twice":
      return "If both rows are one trade, clear this one and keep the row of the option.";
    case "option-open":
      return "Add a Split or Symbol change row for the option as your broker adjusted it, or close it before that day.";
    case "never-held":
      return "Check the symbol; if the row is older history, it can stay.";
    case "average-not-fund":
      return "If the shares are a fund's, write Fund in Type; otherwise choose another Method.";
  }
}
