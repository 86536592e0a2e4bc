/** The rules in force, as booking asks for them. */
import type { Law } from "../lots/law";
import { isRetirement } from "./accounts";
import { isHeldSixMonthsOrLess } from "./fund-losses";
import { holdingTerm } from "./holding-term";
import { WashSaleRule } from "./wash-sale/wash-sale";

export const FEDERAL_LAW: Law = {
  isLongTerm: (holdingFrom, sold, start) => holdingTerm(holdingFrom, sold, start) === "Long",
  isHeldSixMonthsOrLess,
  isRetirement,
  washSales: (setting) => (setting.choices.view === "none" ? null : new WashSaleRule(setting)),
};
