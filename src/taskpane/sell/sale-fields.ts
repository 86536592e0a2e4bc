/** The fields of the Sell screen: what is typed in them, as a sale to ask about or sentences for below the fields. */
import { typedAmount, typedPrice } from "../parts/typed-number";
import type { Day } from "../../values/plain-date";
import { date, quantity } from "../charts/formats";
import { dayFromInput } from "../frame/as-of";
import type { Holding, HoldingsView, SellAsk } from "./sell-view";

export interface SaleFields {
  readonly symbol: string;
  /** "": every taxable account that holds it. */
  readonly account: string;
  readonly amount: string;
  readonly amountIn: "shares" | "dollars";
  /** null: as the prices have it. */
  readonly price: string | null;
  /** As a date input has it. */
  readonly on: string;
  /** "": the standing order. */
  readonly method: string;
}

/** Shares named of each lot, as typed, by the lot's key; null: the method chooses. */
export type NamedLots = Readonly<Record<string, string>> | null;

export interface SaleTyped {
  readonly holding: Holding | null;
  /** In the accounts chosen. */
  readonly heldShares: number;
  /** null until everything needed is typed and right. */
  readonly ask: SellAsk | null;
  readonly amountSays: string | null;
  readonly priceSays: string | null;
  readonly daySays: string | null;
  /** "27 shares": what the dollars come to. */
  readonly amountHint: string | null;
  readonly shares: number | null;
}

export function saleTyped(fields: SaleFields, { holdings, asOf }: HoldingsView): SaleTyped {
  const holding = holdings.find(({ symbol }) => symbol === fields.symbol) ?? holdings[0] ?? null;
  const accounts = holding?.accounts ?? [];
  const account = accounts.find((held) => held.account === fields.account)?.account ?? null;
  const heldShares = sharesIn(accounts.filter((held) => account === null || held.account === account));
  const unit = `${holding?.unit ?? "share"}s`;
  const price = typedPrice(fields.price ?? (holding?.price === null || holding === null ? "" : String(holding.price)));
  const day = dayFromInput(fields.on);
  const amount = typedAmount(fields.amount, fields.amountIn === "dollars" ? "dollars" : unit);
  const priced = price.kind === "number" ? price.value : null;
  const shares = amount.kind !== "number" ? null : fields.amountIn === "shares" ? amount.value : sharesForDollars(amount.value, priced, holding);
  const tooMany = shares !== null && day === asOf && shares > heldShares && holding !== null ? tooManyText(holding, heldShares, account, asOf) : null;
  const noShare = shares === 0 ? `That is less than one of the ${unit} at this price.` : null;
  const amountSays = amount.kind === "wrong" ? amount.sentence : (tooMany ?? noShare);
  const isComplete = holding !== null && shares !== null && priced !== null && day !== null && amountSays === null;
  return {
    holding,
    heldShares,
    ask: isComplete ? { symbol: holding.symbol, account, shares, price: priced, day, method: fields.method === "" ? null : fields.method, lots: [] } : null,
    amountSays,
    priceSays: price.kind === "wrong" ? price.sentence : price.kind === "blank" && amount.kind === "number" ? "Type a price; your prices have none for it." : null,
    daySays: day === null ? "Choose a day." : null,
    amountHint: fields.amountIn === "dollars" && shares !== null && shares > 0 ? `${quantity(shares)} ${unit}` : null,
    shares,
  };
}

function sharesIn(accounts: Holding["accounts"]): number {
  return Number(accounts.reduce((sum, { shares }) => sum + shares, 0).toPrecision(15));
}

function tooManyText({ symbol, unit }: Holding, held: number, account: string | null, asOf: Day): string {
  const where = account === null ? "" : ` in ${account}`;
  return `You hold ${quantity(held)} ${held === 1 ? unit : `${unit}s`} of ${symbol}${where} on ${date(asOf)}. Type that or less.`;
}

/** Thousandths are kept where the holding has fractions. */
const FRACTIONS = 1000;

/** As many as the dollars pay for, rounded down; null without a price above 0. */
export function sharesForDollars(dollars: number, price: number | null, holding: Holding | null): number | null {
  if (price === null || price === 0 || holding === null) return null;
  const hasFractions = holding.accounts.some(({ shares }) => !Number.isInteger(shares));
  const exact = Number((dollars / (price * holding.multiplier)).toPrecision(15));
  return hasFractions ? Math.floor(exact * FRACTIONS) / FRACTIONS : Math.floor(exact);
}

export interface LotsNamed {
  readonly lots: SellAsk["lots"];
  readonly sum: number;
  /** By the lot's key: what is wrong with what is typed there. */
  readonly says: Readonly<Record<string, string>>;
  /** All right, and they add up to the shares of the sale. */
  readonly isComplete: boolean;
}

export function lotsNamed(named: Readonly<Record<string, string>>, held: readonly { readonly key: string; readonly shares: number }[], shares: number): LotsNamed {
  const lots: { lot: string; shares: number }[] = [];
  const says: Record<string, string> = {};
  for (const { key, shares: most } of held) {
    const text = named[key] ?? "";
    if (text.trim() === "" || text.trim() === "0") continue;
    const typed = typedAmount(text, "shares");
    if (typed.kind === "wrong") says[key] = typed.sentence;
    else if (typed.kind === "number" && typed.value > most) says[key] = `The lot has ${quantity(most)}.`;
    else if (typed.kind === "number") lots.push({ lot: key, shares: typed.value });
  }
  const sum = Number(lots.reduce((total, lot) => total + lot.shares, 0).toPrecision(15));
  return { lots, sum, says, isComplete: Object.keys(says).length === 0 && lots.length > 0 && sum === shares };
}

/** "30 of 50 shares named; 20 more to name." */
export function sumLine({ sum, says }: LotsNamed, shares: number, unit: string): string {
  if (Object.keys(says).length > 0) return "Put the marked lots right first.";
  const left = Number((shares - sum).toPrecision(15));
  const named = `${quantity(sum)} of ${quantity(shares)} ${unit}s named`;
  if (left === 0) return `${named}.`;
  return left > 0 ? `${named}; ${quantity(left)} more to name.` : `${named}; name ${quantity(-left)} fewer, or sell ${quantity(sum)}.`;
}
