/**
 * What the screens may ask of the engine, and how an answer comes: in slices, away from the page where a worker can be
 * had. Everything here is plain data.
 */
import type { Choices } from "../../lots/choices";
import type { Book } from "../../lots/book-types";
import type { HarvestFacts } from "../../harvest/harvest-types";
import type { PriceFault } from "../../sheet/read-prices";
import type { Settings, TradesReading } from "../../sheet/reading-types";
import type { BrokerCells } from "../../sheet/placing/broker-place";
import type { PricesCells } from "../../sheet/placing/prices-place";
import type { SettingsFound } from "../../sheet/placing/settings-rows";
import type { TradesPlace } from "../../sheet/placing/trades-blocks";
import type { Outcome } from "../../values/outcome";
import type { Day } from "../../values/plain-date";
import type { FormOnDesk, FormRead } from "../forms/forms-on-desk";
import type { HarvestAsk, HarvestView, PlanAsk, PlanView, WorthAsk, WorthView } from "../harvest/harvest-view";
import type { ImportAsk, ImportView } from "../import/import-view";
import type { LotsAsk, LotsView } from "../lots/lots-view";
import type { CopyAsk, CopyView, ExportAsk, ExportView, PackageAsk, PackageView } from "../package/package-view";
import type { SalesPlanAnswer, SalesPlanAsk } from "../plan/sales-plan-view";
import type { HoldingsAsk, HoldingsView, SellAsk, SellView } from "../sell/sell-view";
import type { BookRead, PricesRead } from "../read-book";
import type { ReconcileAsk, ReconcileView } from "../reconcile/reconcile-view";
import type { TaxAsk, TaxView } from "../tax/tax-view";
import type { BeforeYouBuyAsk, BeforeYouBuyView, WashAsk, WashView } from "../wash/wash-view";

/** One line a question: what is asked and what is answered. */
export interface Questions {
  lots: { ask: LotsAsk; answer: LotsView };
  harvest: { ask: HarvestAsk; answer: HarvestView };
  plan: { ask: PlanAsk; answer: PlanView };
  worth: { ask: WorthAsk; answer: WorthView };
  wash: { ask: WashAsk; answer: WashView };
  beforeYouBuy: { ask: BeforeYouBuyAsk; answer: BeforeYouBuyView };
  sell: { ask: SellAsk; answer: SellView };
  holdings: { ask: HoldingsAsk; answer: HoldingsView };
  salesPlan: { ask: SalesPlanAsk; answer: SalesPlanAnswer };
  tax: { ask: TaxAsk; answer: TaxView };
  reconcile: { ask: ReconcileAsk; answer: ReconcileView };
  package: { ask: PackageAsk; answer: PackageView };
  packageExport: { ask: ExportAsk; answer: ExportView };
  accountantCopy: { ask: CopyAsk; answer: CopyView };
  import: { ask: ImportAsk; answer: ImportView };
}
export type Question = keyof Questions;
/** Answered before any trades are read. */
export type FreeQuestion = "import";

/** What was read last; every question is answered from it. */
export interface Desk {
  readonly reading: TradesReading;
  readonly settings: Settings;
  readonly choices: Choices;
  /** All trades booked. */
  readonly book: Book;
  readonly asOf: Day;
  /** Dollars per share by symbol in upper case; null: no prices yet. */
  readonly prices: ReadonlyMap<string, number> | null;
  /** Rows of the prices that cannot be used. */
  readonly priceFaults: readonly PriceFault[];
  readonly facts: HarvestFacts;
  /** The brokers' forms taken, in their order; none: no form. */
  readonly forms: readonly FormOnDesk[];
  /** The cells it was all read from; null: a desk that was laid without them. */
  readonly source: DeskSource | null;
}

export type DeskSource = Pick<ReadRequest, "place" | "cells" | "settings">;

/** Handed to whoever works on an answer. */
export interface Step {
  /** What is being done, and the share done (0 to 1), or null. */
  readonly working: (doing: string, share: number | null) => void;
  /** Waits until the page has had its turn; throws `Stopped` once the question is withdrawn. Call it at least every 20 ms. */
  readonly breathe: () => Promise<void>;
}
export class Stopped extends Error {}

/** Whoever waits for an answer: hears how it goes, and may withdraw. */
export interface Waiting {
  readonly signal?: AbortSignal;
  readonly working?: (doing: string, share: number | null) => void;
}

export interface ReadRequest {
  readonly place: TradesPlace;
  readonly cells: readonly (readonly unknown[])[];
  readonly settings: SettingsFound | null;
  readonly prices: PricesCells | null;
  readonly asOf: Day;
}

/** New prices or another as-of day over the trades read last. */
export type TurnRequest = Pick<ReadRequest, "prices" | "asOf">;

/** Reads, books and answers. Every promise rejects with `Stopped` once its `Waiting` withdraws; nothing else is thrown but bugs. */
export interface Engine {
  /** From the next question on, answers come from these trades. A refusal leaves no trades to ask about. */
  readonly read: (request: ReadRequest, waiting?: Waiting) => Promise<Outcome<BookRead>>;
  readonly turn: (request: TurnRequest, waiting?: Waiting) => Promise<Outcome<PricesRead | null>>;
  /** From the next question on, these are the brokers' forms, whatever trades are read. */
  readonly readForms: (forms: readonly BrokerCells[], waiting?: Waiting) => Promise<Outcome<readonly FormRead[]>>;
  readonly ask: <Q extends Question>(question: Q, ask: Questions[Q]["ask"], waiting?: Waiting) => Promise<Outcome<Questions[Q]["answer"]>>;
  readonly close: () => void;
}

/** Answers one question. Each screen exports its own; engine/answers.ts lists them. */
export type Answering<Q extends Question> = (
  desk: Desk,
  ask: Questions[Q]["ask"],
  step: Step,
) => Promise<Outcome<Questions[Q]["answer"]>>;

/** Answers one question without the desk. */
export type AnsweringFreely<Q extends FreeQuestion> = (ask: Questions[Q]["ask"], step: Step) => Promise<Outcome<Questions[Q]["answer"]>>;

/** How a screen sees an answer: `useAnswer(question, ask)` of engine/use-answer.ts. */
export type Answered<Q extends Question> =
  | { readonly state: "working"; readonly doing: string; readonly share: number | null; readonly cancel: () => void }
  | { readonly state: "stopped" | "failed"; readonly sentence: string; readonly again: () => void; /** What was asked cannot be answered: asked again it is the same. */ readonly isRefusal?: true }
  /** `renewing`: a newer answer is on its way; the old one stays on the screen. */
  | { readonly state: "answered"; readonly answer: Questions[Q]["answer"]; readonly renewing: boolean; readonly renewal?: Renewal };

/** How the newer answer gets on, and the way to stop it. */
export interface Renewal {
  readonly state: "working";
  readonly doing: string;
  readonly share: number | null;
  readonly cancel: () => void;
}
