/** EXPLAIN: the derivation of one trade in sentences, with the rules it rests on. */
import { TradeKind } from "../../lots/trades";
import { authoritiesNamed } from "./authorities";
import type { ExplainedRow } from "./explained-row";
import { explainGiftGiven, explainSplit, explainSymbolChange, explainTransfer } from "./other-actions";
import { explainPurchase } from "./purchase";
import { explainSale } from "./sale";

/** Sentences in the order of the derivation, then one line for every rule named. */
export function explainTrade(explained: ExplainedRow): string[] {
  const sentences = derivation(explained);
  return [...sentences, ...authoritiesNamed(sentences)];
}

function derivation(explained: ExplainedRow): string[] {
  const kind = explained.book.trades.kind[explained.trade] as TradeKind;
  switch (kind) {
    case TradeKind.Buy:
    case TradeKind.Reinvest:
    case TradeKind.Vest:
      return explainPurchase(explained);
    case TradeKind.Sell:
      return explainSale(explained);
    case TradeKind.Split:
      return explainSplit(explained);
    case TradeKind.Transfer:
      return explainTransfer(explained);
    case TradeKind.GiftGiven:
      return explainGiftGiven(explained);
    case TradeKind.SymbolChange:
      return explainSymbolChange(explained);
  }
}
