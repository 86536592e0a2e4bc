/** Why a sale took these lots: lots named on the row, the standing order in force, or the law's first-in, first-out. */
import { methodInForce } from "../../lots/method-order";
import { describeMethod } from "../../lots/methods/table";
import type { Choices } from "../../lots/choices";
import { plainNumber } from "../figures";
import type { ExplainedRow } from "./explained-row";

export function whyTheseLots({ book, trade }: ExplainedRow): string {
  const { trades, choices } = book;
  if (trades.details.get(trade)?.lots !== undefined) {
    return "Lots: those named on the row, in the order written (R-ID-2).";
  }
  const symbol = trades.symbols[trades.symbol[trade]!]!;
  const account = trades.accounts[trades.account[trade]!]!;
  const method = methodInForce(choices, symbol, account, trades.day[trade]!);
  switch (method) {
    case "FIFO":
      return `Lots: the earliest acquired in ${account} first (FIFO, R-ID-1).`;
    case "SPEC":
      return `Lots: the method is SPEC but the row names none, so the earliest acquired in ${account} first (R-ID-1).`;
    case "LIFO":
      return `Lots: the latest acquired in ${account} first (LIFO, a standing order, R-ID-3).`;
    case "HIFO":
      return `Lots: the highest adjusted basis per share in ${account} first (HIFO, a standing order, R-ID-3, R-ID-4).`;
    case "LOFO":
      return `Lots: the lowest adjusted basis per share in ${account} first (LOFO, a standing order, R-ID-3, R-ID-4).`;
    case "MINTAX":
      return `Lots: the least tax per share in ${account} first, at ${ratesText(choices)} (MINTAX, a standing order, R-ID-3, R-ID-5).`;
    case "AVG":
      return `Lots: average basis of the pool in ${account}, and for the holding period the earliest acquired first (AVG, R-AVG-2, R-AVG-3).`;
    default:
      return brokersMethod(choices, account, method);
  }
}

/** A method of a house, in the words of METHODS. */
function brokersMethod(choices: Choices, account: string, method: string): string {
  const { order, ties, whose } = describeMethod(method);
  const rates = /needs Short rate/.test(order) ? `, at ${ratesText(choices)}` : "";
  return `Lots in ${account} by ${method}, a standing order (${whose}; R-ID-3)${rates}. Order: ${uncapitalized(order)}. Ties: ${uncapitalized(ties)}.`;
}

function ratesText(choices: Choices): string {
  return `${rate(choices.shortRate)} short-term and ${rate(choices.longRate)} long-term`;
}

function rate(fraction: number | null): string {
  return fraction === null ? "no rate" : `${plainNumber(Number((fraction * 100).toFixed(6)))}%`;
}

function uncapitalized(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
