/** Who answers which question. */
import { answerHarvest } from "../harvest/answer-harvest";
import { answerPlan } from "../harvest/answer-plan";
import { answerWorth } from "../harvest/answer-worth";
import { answerImport } from "../import/answer-import";
import { answerLots } from "../lots/answer-lots";
import { answerCopy } from "../package/answer-copy";
import { answerExport } from "../package/answer-export";
import { answerPackage } from "../package/answer-package";
import { answerSalesPlan } from "../plan/answer-sales-plan";
import { answerReconcile } from "../reconcile/answer-reconcile";
import { answerHoldings } from "../sell/answer-holdings";
import { answerSell } from "../sell/answer-sell";
import { answerTax } from "../tax/answer-tax";
import { answerBeforeYouBuy } from "../wash/answer-before-you-buy";
import { answerWash } from "../wash/answer-wash";
import type { Answering, AnsweringFreely, FreeQuestion, Question } from "./contract";

export const ANSWERS: { readonly [Q in Exclude<Question, FreeQuestion>]: Answering<Q> } = {
  lots: answerLots,
  harvest: answerHarvest,
  plan: answerPlan,
  worth: answerWorth,
  wash: answerWash,
  beforeYouBuy: answerBeforeYouBuy,
  sell: answerSell,
  holdings: answerHoldings,
  salesPlan: answerSalesPlan,
  tax: answerTax,
  reconcile: answerReconcile,
  package: answerPackage,
  packageExport: answerExport,
  accountantCopy: answerCopy,
};

export const FREE_ANSWERS: { readonly [Q in FreeQuestion]: AnsweringFreely<Q> } = { import: answerImport };
