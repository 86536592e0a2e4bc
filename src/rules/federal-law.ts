/** The rules in force, as booking asks for them. */
import type { Law } from "../lots/law";
import { isRetirement } from "./accounts";
import { isHeldSixMonthsOrLess } from "./fund-losses";
import { averagePool } from "./average-pools";
import { holdingTerm } from "./holding-term";
import { ShortSaleRule } from "./short-sales/short-sale-rule";
import { WashSaleRule } from "./wash-sale/wash-sale";

export const FEDERAL_LAW: Law = {
  isLongTerm: (holdingFrom, sold, start) => holdingTerm(holdingFrom, sold, start) === "Long",
  isHeldSixMonthsOrLess,
  isRetirement,
  averagePool,
  shortSales: (ledger) => new ShortSaleRule(ledger),
  washSales: (setting) => (setting.choices.view === "none" ? null : new WashSaleRule(setting)),
};
