/** EXPLAIN: the derivation of one trade in sentences, with the rules it rests on. */
import { TradeKind } from "../../lots/trades";
import { authoritiesNamed } from "./authorities";
import type { ExplainedRow } from "./explained-row";
import { explainFundDividend } from "./fund-dividend";
import { explainGiftReceived } from "./gift-received";
import { explainInheritance } from "./inheritance";
import { explainMerger } from "./merger";
import { explainOpenLoss, explainOpenLot, explainOpenShort } from "./opening-rows";
import { explainAssignment, explainExercise, explainExpiry } from "./options";
import { explainGiftGiven, explainSplit, explainSymbolChange, explainTransfer } from "./other-actions";
import { explainPurchase } from "./purchase";
import { explainReturnOfCapital } from "./return-of-capital";
import { explainExerciseRights, explainRights, explainRightsLapse } from "./rights";
import { explainSale } from "./sale";
import { explainBuyToCover, explainSellShort } from "./short-sale";
import { explainOtherClass, explainSpinOff } from "./spin-off";
import { explainWorthless } from "./worthless";

/** Sentences in the order of the derivation, then one line for every rule named. */
export function explainTrade(explained: ExplainedRow): string[] {
  const sentences = DERIVATIONS[explained.book.trades.kind[explained.trade] as TradeKind](explained);
  return [...sentences, ...authoritiesNamed(sentences)];
}

const DERIVATIONS: Readonly<Record<TradeKind, (explained: ExplainedRow) => string[]>> = {
  [TradeKind.Buy]: explainPurchase,
  [TradeKind.Reinvest]: explainPurchase,
  [TradeKind.Vest]: explainPurchase,
  [TradeKind.Sell]: explainSale,
  [TradeKind.Transfer]: explainTransfer,
  [TradeKind.Split]: explainSplit,
  [TradeKind.GiftGiven]: explainGiftGiven,
  [TradeKind.SymbolChange]: explainSymbolChange,
  [TradeKind.OtherClass]: explainOtherClass,
  [TradeKind.SpinOff]: explainSpinOff,
  [TradeKind.Rights]: explainRights,
  [TradeKind.ExerciseRights]: explainExerciseRights,
  [TradeKind.RightsLapse]: explainRightsLapse,
  [TradeKind.Merger]: explainMerger,
  [TradeKind.ReturnOfCapital]: explainReturnOfCapital,
  [TradeKind.Worthless]: explainWorthless,
  [TradeKind.GiftReceived]: explainGiftReceived,
  [TradeKind.Inherit]: explainInheritance,
  [TradeKind.SellShort]: explainSellShort,
  [TradeKind.BuyToCover]: explainBuyToCover,
  [TradeKind.Expire]: explainExpiry,
  [TradeKind.Exercise]: explainExercise,
  [TradeKind.Assigned]: explainAssignment,
  [TradeKind.FundDividend]: explainFundDividend,
  [TradeKind.OpenLot]: explainOpenLot,
  [TradeKind.OpenLoss]: explainOpenLoss,
  [TradeKind.OpenShort]: explainOpenShort,
};
