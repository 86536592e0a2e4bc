/** One sale by every method and by the lots of least tax, each with what it adds to the tax of its year (R-TAX-5). */
import { leastTaxSale, type Allowed, type LeastTaxSale } from "../harvest/compare-sale";
import { runToEnd, type Sliced } from "../harvest/harvest-types";
import { saleOffers } from "../harvest/sale-offers";
import { bookTrades } from "../lots/book";
import type { Book, OpenLot, WhatIfSale } from "../lots/book-types";
import type { Choices, Method } from "../lots/choices";
import { methodInForce } from "../lots/method-order";
import { LOT_METHODS } from "../lots/methods/table";
import type { Trades } from "../lots/trades";
import { isRetirement } from "../rules/accounts";
import { FEDERAL_LAW } from "../rules/federal-law";
import { taxDifference, type TaxBasis } from "../tax/tax-basis";
import { done, refuse, type Outcome, type Problem } from "../values/outcome";
import { allowedByTerm, bookSale, ordersToCompare, saleRealized, type SaleRealized } from "./compare-methods";
import { collectibleSentence, type RealisedInYear } from "./realised-in-year";
import { faultSentence } from "../lots/fault-sentence";
import { refusedPools } from "./refused-pools";

export interface ComparedMethod {
  /** null: the lots of least tax. */
  readonly method: Method | null;
  readonly sale: SaleRealized;
  /** null: the tax cannot be told. */
  readonly taxCents: number | null;
  /** Above the least of all; null: the tax cannot be told. */
  readonly moreThanBestCents: number | null;
}

export interface ComparedSale {
  /** Best first; the same tax in the order of METHODS, the lots of least tax before them. Without tax the least allowed gain first. */
  readonly methods: readonly ComparedMethod[];
  /** Of the lots of least tax; 0: proven the least. null: not searched. */
  readonly gapCents: number | null;
  /** Why there is no tax, or no search; null: there is. */
  readonly without: Problem | null;
  /** Every share stands at average basis, so that no lot can be chosen (R-AVG-3). */
  readonly isAveraged: boolean;
  /** Methods that this sale cannot be made by. */
  readonly impossible: readonly { readonly method: Method; readonly problem: Problem }[];
  /** They weigh tax, and the settings give no rates (R-ID-5). */
  readonly lackRates: readonly Method[];
}

export interface SaleToCompare {
  readonly trades: Trades;
  readonly choices: Choices;
  /** Its method does not matter. */
  readonly sale: WhatIfSale;
  readonly basis: Outcome<TaxBasis>;
  readonly realised: Outcome<RealisedInYear>;
}

/** All at once, for a function over the sheet. */
export function compareSale(task: SaleToCompare): Outcome<ComparedSale> {
  return runToEnd(comparingSale(task));
}

/** The problem of the sale itself: too few shares, or a wrong row in the pools it would take from. */
export function* comparingSale(task: SaleToCompare): Sliced<Outcome<ComparedSale>> {
  const { trades, choices, sale, basis, realised } = task;
  const standing = bookTrades(trades, choices, FEDERAL_LAW, { tiedTo: sale.symbol, throughDay: sale.day });
  const held = heldFor(standing, sale);
  const isAveraged = held.some((lot) => lot.averaged || standsAtAverage(standing, lot, sale));
  const { orders, lackRates } = ordersToCompare(choices, isAveraged || trades.funds.has(sale.symbol));
  const known: { readonly names: readonly Method[]; readonly sale: SaleRealized }[] = [];
  const impossible: { method: Method; problem: Problem }[] = [];
  for (const [at, { method, names }] of orders.entries()) {
    yield { done: at, of: orders.length };
    const book = bookSale(trades, choices, FEDERAL_LAW, { ...sale, method });
    const problem = problemOf(book, sale);
    if (problem === null) known.push({ names, sale: saleRealized(book) });
    else impossible.push(...names.map((name) => ({ method: name, problem })));
  }
  if (known.length === 0) return refuse("bad-input", impossible[0]?.problem.sentence ?? "No method can make this sale.");
  const tax = taxOf(trades, sale, known.map((one) => one.sale), basis, realised);
  const byLots = known.filter(({ names }) => names[0] !== "AVG").map((one) => withAllowed(one.sale));
  const least = tax.ok && !isAveraged ? yield* leastOf(task, standing, held, tax.value, byLots) : null;
  return done({
    methods: inOrder(known, least, tax.ok ? tax.value : null),
    gapCents: least?.gapCents ?? null,
    without: tax.ok ? null : tax.problem,
    isAveraged,
    impossible,
    lackRates,
  });
}

function heldFor(standing: Book, { symbol, account }: WhatIfSale): OpenLot[] {
  const { trades, choices } = standing;
  return standing.openLots.filter(
    (lot) => lot.symbol === symbol && (account === null ? !isRetirement(choices, trades.accounts[lot.account]!) : lot.account === account),
  );
}

function standsAtAverage({ trades, choices }: Book, { account }: OpenLot, { symbol, day }: WhatIfSale): boolean {
  return methodInForce(choices, trades.symbols[symbol]!, trades.accounts[account]!, day) === "AVG";
}

/** A refusal of row 0 is one of the sale itself. */
function problemOf(book: Book, { symbol, account }: WhatIfSale): Problem | null {
  const own = book.refusals.find(({ row }) => row === 0);
  if (own !== undefined) return { kind: "bad-input", sentence: faultSentence(own) };
  const pool = refusedPools(book).pools.find(
    (refused) => refused.symbol === symbol && (account === null || refused.account === null || refused.account === account),
  );
  return pool === undefined ? null : { kind: "bad-input", sentence: pool.sentence };
}

interface KnownTax {
  readonly basis: TaxBasis;
  readonly realised: RealisedInYear;
}

/** R-TAX-4: the long-term gain of a collectible has a rate of its own. */
function taxOf({ symbols, collectibles }: Trades, { symbol }: WhatIfSale, sales: readonly SaleRealized[], basis: Outcome<TaxBasis>, realised: Outcome<RealisedInYear>): Outcome<KnownTax> {
  if (!basis.ok) return basis;
  if (!realised.ok) return realised;
  if (collectibles.has(symbol) && sales.some(({ longCents }) => longCents > 0)) return refuse("missing-fact", collectibleSentence(symbols[symbol]!));
  return done({ basis: basis.value, realised: realised.value });
}

interface BookedSale extends Allowed {
  readonly sale: SaleRealized;
}

function withAllowed(sale: SaleRealized): BookedSale {
  return { ...allowedByTerm(sale), disallowedCents: sale.disallowedCents, sale };
}

function* leastOf({ trades, choices, sale }: SaleToCompare, standing: Book, held: readonly OpenLot[], { basis, realised }: KnownTax, known: readonly BookedSale[]): Sliced<LeastTaxSale<BookedSale> | null> {
  const offered = saleOffers(standing, held, sale);
  if (offered === null) return null;
  const book = (lots: readonly { lot: string; shares: number }[]): BookedSale | null => {
    const booked = bookSale(trades, choices, FEDERAL_LAW, { ...sale, method: null, lots });
    return problemOf(booked, sale) === null ? withAllowed(saleRealized(booked)) : null;
  };
  return yield* leastTaxSale({ basis, realised, sale: offered, day: sale.day, book, known });
}

function inOrder(known: readonly { readonly names: readonly Method[]; readonly sale: SaleRealized }[], least: LeastTaxSale<BookedSale> | null, tax: KnownTax | null): ComparedMethod[] {
  const byMethod = known.flatMap(({ names, sale }) => {
    const taxCents = tax === null ? null : taxDifference(tax.basis, tax.realised, allowedByTerm(sale));
    return names.map((method) => ({ method, sale, taxCents }));
  });
  const rows = [...(least === null ? [] : [{ method: null, sale: least.booked.sale, taxCents: least.taxCents }]), ...byMethod];
  const best = Math.min(...rows.map(({ taxCents }) => taxCents ?? Infinity));
  const cost = ({ sale, taxCents }: Omit<ComparedMethod, "moreThanBestCents">): number => taxCents ?? sale.shortCents + sale.longCents + sale.disallowedCents;
  return rows
    .map((row) => ({ ...row, moreThanBestCents: row.taxCents === null ? null : row.taxCents - best }))
    .sort((a, b) => cost(a) - cost(b) || PLACES.get(a.method)! - PLACES.get(b.method)!);
}

/** In METHODS; the lots of least tax before all. */
const PLACES: ReadonlyMap<Method | null, number> = new Map([[null, -1], ...LOT_METHODS.map(({ name }, at) => [name, at] as const)]);
