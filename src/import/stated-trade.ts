/**
 * The money of a row that buys or sells: the action says the direction, the amount is the money itself, and price and fees
 * must agree with it (broker layouts, sections 0.3 and 0.10). What contradicts itself is left to the user.
 */
import { agreesAsPrinted } from "../values/printed-price";
import { Exact, figureOf, readFigure } from "./figures";
import type { Figure } from "./figures";
import type { ImportedCells } from "./import-types";
import { optionOfSymbol } from "./option-symbols";

export interface StatedTrade {
  /** Of the shares, by the action. */
  readonly direction: "in" | "out";
  readonly symbol: string;
  readonly quantity: string;
  readonly price: string;
  /** Texts of all fee columns; null: the file has none, and fees only show in the amount. */
  readonly fees: readonly string[] | null;
  readonly amount: string;
  /** Interest that had accrued on a bond, where the file has a column for it. */
  readonly accrued?: string;
  /** How the broker writes the quantity of a sale. */
  readonly salesAre: "negative" | "positive" | "either";
  /** Whether money that comes in is positive and money that goes out negative. */
  readonly amountIsCash: boolean;
}

type MoneyCells = Pick<ImportedCells, "Quantity" | "Price" | "Fees" | "Amount">;

export type TradeMoney =
  | { readonly is: "clear"; readonly cells: MoneyCells; readonly note: string }
  /** `sentence` says what is wrong and what to do; the cells are what can be read. */
  | { readonly is: "unclear"; readonly cells: MoneyCells; readonly sentence: string };

const ACCRUED =
  "The amount contains accrued interest, which is no part of cost or proceeds. Take it out of Amount, and leave Price blank: a bond is priced per 100.";

interface Figures {
  readonly quantity: Exact;
  readonly price: Exact | null;
  readonly fees: Exact;
  readonly amount: Exact | null;
}

/** Fees that no column shows are taken from the amount up to this share of it; more is a contradiction. */
const MOST_HIDDEN_FEES = 0.02;

export function moneyOfTrade(stated: StatedTrade): TradeMoney {
  const figures = figuresOf(stated);
  if ("sentence" in figures) return { is: "unclear", cells: {}, sentence: figures.sentence };
  const { quantity, price, fees, amount } = figures;
  const cells = moneyCells(quantity.abs(), price, fees, amount?.abs() ?? null);
  const unclear = (sentence: string, kept: MoneyCells = cells): TradeMoney => ({ is: "unclear", cells: kept, sentence });
  if (price === null && amount === null) return unclear("It states neither a price nor an amount. Fill in Amount.");
  const accrued = readFigure(stated.accrued ?? "");
  if (accrued !== null && accrued !== "0") return unclear(ACCRUED, { ...cells, Price: "" });
  const reversed = reversal(stated, figures);
  if (reversed !== null) return unclear(reversed);
  const note = signNote(stated, quantity);
  const shares = quantity.abs().times(optionOfSymbol(stated.symbol) === null ? 1 : 100);
  if (price === null || amount === null || price.isZero()) {
    const kept = price !== null && price.isZero() && amount !== null ? null : price;
    return { is: "clear", cells: moneyCells(quantity.abs(), kept, fees, amount?.abs() ?? null), note };
  }
  const gross = shares.times(price);
  const net = stated.direction === "in" ? gross.plus(fees) : gross.minus(fees);
  const stands = amountOf(stated, amount, net);
  if (agrees(shares, price, stands, net)) return { is: "clear", cells: moneyCells(quantity.abs(), price, fees, stands), note };
  const hidden = stated.direction === "in" ? stands.minus(gross) : gross.minus(stands);
  if (stated.fees === null && hidden.isPositive() && hidden.lessThanOrEqualTo(gross.times(MOST_HIDDEN_FEES))) {
    return { is: "clear", cells: moneyCells(quantity.abs(), price, hidden, stands), note };
  }
  const sentence =
    `The amount is ${figureOf(stands)}, but quantity, price and fees come to ${net.toDecimalPlaces(2).toFixed(2)}. ` +
    "Where the amount is right, keep it and leave Price and Fees blank.";
  return unclear(sentence, moneyCells(quantity.abs(), null, new Exact(0), stands));
}

/** Proceeds below zero stay so where fees exceed the price; else the amount counts without its sign. */
function amountOf({ direction }: StatedTrade, amount: Exact, net: Exact): Exact {
  return direction === "out" && amount.isNegative() && net.isNegative() ? amount : amount.abs();
}

function moneyCells(quantity: Exact, price: Exact | null, fees: Exact, amount: Exact | null): MoneyCells {
  return {
    Quantity: figureOf(quantity),
    ...(price === null ? {} : { Price: figureOf(price) }),
    ...(fees.isZero() ? {} : { Fees: figureOf(fees) }),
    ...(amount === null ? {} : { Amount: figureOf(amount) }),
  };
}

function figuresOf({ quantity, price, fees, amount }: StatedTrade): Figures | { readonly sentence: string } {
  const read = { Quantity: readFigure(quantity), Price: readFigure(price), Amount: readFigure(amount) };
  const feeFigures = (fees ?? []).map(readFigure);
  for (const [name, figure] of [...Object.entries(read), ...feeFigures.map((figure) => ["Fees", figure] as const)]) {
    if (figure !== null && typeof figure === "object") return { sentence: `${name} ${figure.says}. Write the row by hand.` };
  }
  const exact = (figure: Figure | null | object) => (typeof figure === "string" ? new Exact(figure) : null);
  const shares = exact(read.Quantity);
  if (shares === null || shares.isZero()) return { sentence: "It states no quantity. Fill in Quantity." };
  const fee = feeFigures.reduce((sum, figure) => (typeof figure === "string" ? sum.plus(new Exact(figure).abs()) : sum), new Exact(0));
  const stated = exact(read.Amount);
  // Beside a price, an amount of 0 is one that is not stated.
  const isUnstated = stated?.isZero() === true && exact(read.Price) !== null;
  return { quantity: shares, price: exact(read.Price)?.abs() ?? null, fees: fee, amount: isUnstated ? null : stated };
}

/** Money that runs against the action: a trade taken back, which must not count twice. */
function reversal(stated: StatedTrade, { quantity, price, fees, amount }: Figures): string | null {
  if (!stated.amountIsCash || amount === null || amount.isZero()) return null;
  const isIn = stated.direction === "in";
  if (isIn === amount.isNegative()) return null;
  const worth = price === null ? null : quantity.abs().times(price);
  if (!isIn && worth !== null && fees.greaterThan(worth)) return null;
  return isIn
    ? "It buys, but the money comes in: it may take an earlier purchase back. Take out both rows, or write the row by hand."
    : "It sells, but the money goes out: it may take an earlier sale back. Take out both rows, or write the row by hand.";
}

function signNote({ direction, salesAre }: StatedTrade, quantity: Exact): string {
  if (direction === "out" && salesAre === "either") return "";
  const expectsMinus = direction === "out" && salesAre === "negative";
  return quantity.isNegative() === expectsMinus ? "" : "The sign of the quantity disagrees with the action, which counts.";
}

function agrees(shares: Exact, price: Exact, stated: Exact, computed: Exact): boolean {
  return agreesAsPrinted(shares.toNumber(), price.toNumber(), stated.toNumber(), computed.toNumber());
}
