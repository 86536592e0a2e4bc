/** What a booking in progress knows; every rule of the oracle works on it. */
import type { CaseSettings, CaseTransaction } from "../cases/case-format";
import { dayOf, type Counting } from "./calendar";
import { centsOf, Exact } from "./cents";
import type { FiledRow } from "./day-order";
import { foreseeArrival, nothingForeseen, type Foreseen } from "./foreseen";
import { fraction, isEqual, plus, rounded, divided, times, total, type Fraction } from "./fraction";
import { Holdings, Refusal, sharesOf, type Piece, type Purchase } from "./holdings";
import { ShortPositions } from "./short-positions";

export interface AccountFacts {
  readonly type: string;
  readonly owner: string;
}

export interface OptionFacts {
  readonly type: "call" | "put";
  readonly underlying: string;
  readonly multiplier: string;
}

/** How shares come in where it is not a plain purchase. */
interface Kind {
  readonly counting?: Counting;
  /** An acquisition for wash sales; true unless told. */
  readonly canReplace?: boolean;
  /** Which part of the purchase; the front unless told. */
  readonly part?: number;
}

/** A row of the answer in the making. */
export interface Sold {
  readonly row: number;
  readonly soldOn: number;
  readonly symbol: string;
  readonly account: string;
  readonly lot: string;
  readonly acquired: number;
  readonly effective: number;
  readonly shares: Fraction;
  readonly proceeds: Exact;
  readonly basis: Exact;
  readonly longTerm: boolean;
  disallowed: Exact;
}

/** A wash match as the trail tells it. */
export interface Match {
  readonly lossRow: number;
  readonly lossLot: string;
  readonly shares: Fraction;
  readonly disallowed: Exact;
  readonly permanent: Exact;
  readonly replacementSheetRow: number;
  readonly replacementAccount: string;
  readonly basisAdded: Exact;
  readonly holdingFrom: number;
}

export class LedgerState {
  readonly holdings: Holdings;
  readonly shorts = new ShortPositions();
  readonly sold: Sold[] = [];
  readonly matches: Match[] = [];
  /** What this booking finds out about its own quantities. */
  readonly found: Foreseen = nothingForeseen();
  readonly digital: ReadonlySet<string>;
  readonly funds: ReadonlySet<string>;
  readonly options: ReadonlyMap<string, OptionFacts>;
  readonly accountOrder: readonly string[];
  /** Accounts and symbols sold at average basis. */
  readonly averaged = new Set<string>();
  readonly rows: readonly CaseTransaction[];
  private readonly purchases = new Map<string, Purchase>();
  private readonly sheetRows: readonly number[];
  /** Pieces of rights and the purchases of stock they were allotted to (R-CA-5). */
  readonly rightsOf = new Map<string, string>();

  constructor(
    readonly settings: CaseSettings,
    readonly transactions: readonly CaseTransaction[],
    /** In booking order, with their rows of the sheet. */
    filed: readonly FiledRow[],
    readonly foreseen: Foreseen,
  ) {
    this.rows = filed.map(({ one }) => one);
    this.sheetRows = filed.map(({ sheetRow }) => sheetRow);
    this.accountOrder = [...new Set(transactions.flatMap(accountsNamed))];
    this.holdings = new Holdings(this.accountOrder);
    const marked = (type: string) => new Set(transactions.filter((one) => one.assetType === type).map((one) => one.symbol));
    this.digital = marked("digital");
    this.funds = marked("fund");
    this.options = new Map(transactions.filter((one) => one.assetType === "option").map((one) => [one.symbol, optionFacts(one)]));
  }

  accounts(name: string): AccountFacts {
    const said = this.transactions.filter((one) => (one.account ?? "A") === name);
    return {
      type: said.find((one) => one.accountType !== undefined)?.accountType ?? "taxable",
      owner: said.find((one) => one.accountOwner !== undefined)?.accountOwner ?? "self",
    };
  }

  /** Losses and gains of this account are the taxpayer's or the spouse's (R-WS-9). */
  isTaxed(account: string): boolean {
    const { type, owner } = this.accounts(account);
    return type === "taxable" && owner !== "corporation";
  }

  day(row: number): number {
    return bookingDay(this.rows[row] as CaseTransaction);
  }

  sheetRow(row: number): number {
    return this.sheetRows[row] ?? 0;
  }

  purchase(row: number, account: string): Purchase {
    const key = `${row}/${account}`;
    const known = this.purchases.get(key);
    if (known !== undefined) return known;
    const sheetRow = this.sheetRow(row);
    const purchase = { row, day: this.day(row), account, lot: this.rows[row]?.lotId ?? `row ${sheetRow}`, sheetRow };
    this.purchases.set(key, purchase);
    return purchase;
  }

  /** Shares come in at their row, foreseen or not. What rights or options used had cost is part of `cost`. */
  receive(row: number, account: string, symbol: string, shares: Fraction, cost: Exact, kind: Kind = {}): Piece[] {
    const canReplace = kind.canReplace ?? true;
    const part = kind.part ?? 0;
    if (!PURCHASES.has(this.rows[row]?.action ?? "")) foreseeArrival(this.found, { row, account, symbol, part, shares, canReplace });
    const expected = this.holdings.coming(row, account, part);
    if (!isEqual(sharesOf(expected), shares)) {
      for (const piece of expected) this.holdings.pieces.delete(piece);
      this.holdings.expect(this.purchase(row, account), symbol, shares, new Exact(0), part);
    }
    const received = this.holdings.receive(row, account, part, cost);
    for (const piece of received) {
      piece.counting = kind.counting ?? "day after";
      piece.canReplace &&= canReplace;
    }
    return received;
  }

  identical(a: string, b: string): boolean {
    return a === b || (this.settings.identicalGroups ?? []).some((group) => group.includes(a) && group.includes(b));
  }

  /** Shares given as one total, over holdings by their shares: R-RND-2 in units of 10^-(d + 6) shares (see the top of oracle.ts). */
  spreadShares(symbol: string, quantity: Fraction, over: readonly Fraction[]): Fraction[] {
    const unit = this.spreadUnit(symbol);
    let [open, openOver] = [divided(quantity, unit), total(over)];
    return over.map((shares) => {
      const units = isEqual(shares, openOver) ? open : fraction(rounded(divided(times(open, shares), openOver)), 1n);
      open = plus(open, { over: -units.over, under: units.under });
      openOver = plus(openOver, { over: -shares.over, under: shares.under });
      return times(units, unit);
    });
  }

  /** By the most decimals of any quantity of the symbols tied to this one. */
  private spreadUnit(symbol: string): Fraction {
    const tied = new Set([symbol]);
    for (let before = 0; before < tied.size; ) {
      before = tied.size;
      for (const one of this.transactions) {
        const names = [one.symbol, one.newSymbol, one.underlying].filter((name) => name !== undefined);
        if (names.some((name) => tied.has(name))) for (const name of names) tied.add(name);
      }
      for (const group of this.settings.identicalGroups ?? []) if (group.some((name) => tied.has(name))) for (const name of group) tied.add(name);
    }
    const ofTied = this.transactions.filter((one) => tied.has(one.symbol));
    const quantities = ofTied.flatMap((one) => [one.quantity, ...(one.lots ?? []).map((lot) => lot.quantity)]);
    const decimals = Math.max(0, ...quantities.map((text) => (text?.split(".")[1] ?? "").replace(/0+$/, "").length));
    return fraction(1n, 10n ** BigInt(decimals + 6));
  }

  rowName(row: number): string {
    return `Transaction ${row + 1}`;
  }
}

/** Rows that tell what they acquire by themselves. */
export const PURCHASES: ReadonlySet<string> = new Set(["BUY", "DRIP", "RSU_VEST"]);

/** R-CA-9: worthless stock is sold on 31 December, whenever in the year it was found to be so. */
export function bookingDay(one: CaseTransaction): number {
  return one.action === "WORTHLESS" ? dayOf(`${one.date.slice(0, 4)}-12-31`) : dayOf(one.date);
}

/** Cost with the fees, or net proceeds without them; of an option, for all the shares its contracts cover (R-BASIS-1). */
export function moneyOf(state: LedgerState, one: CaseTransaction, feeSign: 1 | -1): Exact {
  // R-ID-6: a cost nobody knows counts as nothing.
  if (one.amount === "Unknown" || one.price === "Unknown") return new Exact(0);
  if (one.amount !== undefined) return centsOf(new Exact(one.amount));
  const value = new Exact(one.quantity ?? "0").times(one.price ?? "0").times(state.options.get(one.symbol)?.multiplier ?? 1);
  return centsOf(value.plus(new Exact(one.fees ?? "0").times(feeSign)));
}

export function requireText(text: string | undefined, what: string): string {
  if (text === undefined) throw new Refusal(`${what} is missing.`);
  return text;
}

/** A row of the whole security names no account, and so does not say which account comes first. */
const WHOLE_SECURITY = new Set(["SPLIT", "STOCK_DIVIDEND", "STOCK_DIVIDEND_OTHER", "SPINOFF", "RIGHTS", "MERGER", "SYMBOL_CHANGE", "WORTHLESS"]);

function accountsNamed(one: CaseTransaction): string[] {
  if (one.action === "TRANSFER") return [one.fromAccount ?? one.account ?? "A", one.toAccount ?? "A"];
  if (WHOLE_SECURITY.has(one.action)) return one.account === undefined ? [] : [one.account];
  return [one.account ?? "A"];
}

function optionFacts(one: CaseTransaction): OptionFacts {
  return {
    type: one.optionType === "put" ? "put" : "call",
    underlying: requireText(one.underlying, "The underlying of an option"),
    multiplier: one.multiplier ?? "100",
  };
}
