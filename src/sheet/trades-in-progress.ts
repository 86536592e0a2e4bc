/** Everything that reading a range gathers, row by row. */
import type { OptionTerms, RowFault, TradeDetails, TradeKind, Trades } from "../lots/trades";
import type { Day } from "../values/plain-date";
import type { ActionMeaning } from "../import/actions";
import type { DateReading } from "../values/date-text";
import { InternedNames } from "./interned-names";
import type { CellFault } from "./number-cells";
import type { OpeningRow } from "./open-lot-row";
import { withOpenings } from "./opening-trades";
import { plainColumnsOf } from "./plain-columns";
import type { PlainColumns } from "./plain-columns";
import { carryMarks } from "./renamed-securities";
import type { Rename } from "./renamed-securities";
import type { RowProblem } from "./row-faults";
import { optionOnOption, securityOf } from "./securities";
import type { Security } from "./securities";
import type { StatedSecurities } from "./stated-securities";
import type { TradesLayout } from "./trades-layout";

/** A row whose date, kind and pool are known. */
export interface PlacedTrade {
  readonly row: number;
  readonly day: Day;
  readonly kind: TradeKind;
  readonly symbol: number;
  readonly account: number;
  /** What orders it within its day. */
  readonly place: Pick<TradeDetails, "order" | "time"> | null;
}

export class TradesInProgress {
  readonly symbols = new InternedNames();
  readonly accounts = new InternedNames();
  readonly details = new Map<number, TradeDetails>();
  readonly digital = new Set<number>();
  readonly funds = new Set<number>();
  readonly collectibles = new Set<number>();
  readonly options = new Map<number, OptionTerms>();
  readonly faults: RowFault[] = [];
  readonly skipped = new Map<string, number>();
  /** Lots, shorts and losses of an earlier book, in the order of their rows. */
  readonly openings: OpeningRow[] = [];
  /** Row of each lot id, by symbol and id. */
  readonly lotRows = new Map<string, number>();
  /** What texts seen before mean, so that a hundred thousand rows cost a look-up each. */
  readonly actions = new Map<unknown, ActionMeaning | null>();
  readonly dates = new Map<string, DateReading | CellFault | null>();
  /** By symbol index. */
  readonly securities: Security[] = [];
  /** By symbol index: whether its rows need more care than a plain purchase or sale of shares. */
  readonly needsCare: boolean[] = [];
  /** Real-estate trusts pay capital gain dividends too, but are no funds. By symbol index. */
  readonly reits = new Set<number>();

  /** The whole range, for what another row alone can tell. */
  readonly rows: readonly (readonly unknown[])[];

  /** null when the layout has no plain rows. */
  readonly plainColumns: PlainColumns | null;

  readonly renames: Rename[] = [];

  /** Symbols (upper case) that a Rights row makes; null until a row asks. */
  rightsSymbols: ReadonlySet<string> | null = null;

  /** The first row of headings further down whose columns differ: below it the range cannot be read. */
  otherHeadingsRow: number | null = null;

  private tradeCount = 0;
  private readonly row: Int32Array;
  private readonly day: Int32Array;
  private readonly kind: Uint8Array;
  private readonly symbol: Int32Array;
  private readonly account: Int32Array;
  private readonly shares: Float64Array;
  private readonly amountCents: Float64Array;

  private lastListed: Day | null = null;
  private latestListed = -Infinity;
  private datesRise = false;
  private datesFall = false;

  constructor(
    readonly layout: TradesLayout,
    /** Names (upper case) that several account numbers share. */
    readonly sharedAccountNames: ReadonlySet<string>,
    /** What the rows say of each security, by symbol in upper case. */
    readonly stated: StatedSecurities,
    rows: readonly (readonly unknown[])[],
  ) {
    const rowCount = rows.length;
    this.rows = rows;
    this.plainColumns = plainColumnsOf(layout);
    this.row = new Int32Array(rowCount);
    this.day = new Int32Array(rowCount);
    this.kind = new Uint8Array(rowCount);
    this.symbol = new Int32Array(rowCount);
    this.account = new Int32Array(rowCount);
    this.shares = new Float64Array(rowCount);
    this.amountCents = new Float64Array(rowCount);
  }

  /**
   * Index of a symbol; one met for the first time is known by what its name and the rows say of it.
   * @param cell the cell it was read from, when that cell alone decides the name
   */
  symbolIndex(name: string, cell?: unknown): number {
    const index = this.symbols.indexOf(name, cell);
    if (index === this.securities.length) this.noteSecurity(index, name);
    return index;
  }

  /** False for shares; true also where it is an option that cannot be booked. */
  isOption(symbol: number): boolean {
    return this.securities[symbol]?.is !== "shares";
  }

  private noteSecurity(index: number, name: string): void {
    const security = securityOf(name, this.stated.get(name.toUpperCase()) ?? {}, this.layout.digital);
    this.securities.push(security);
    this.needsCare.push(security.is !== "shares");
    if (security.is === "option") {
      const underlying = this.symbolIndex(security.underlying);
      if (this.isOption(underlying)) this.securities[index] = optionOnOption(name);
      else this.options.set(index, { ...security.terms, underlying });
    } else if (security.is === "shares") {
      if (security.digital) this.digital.add(index);
      if (security.fund) this.funds.add(index);
      if (security.reit) this.reits.add(index);
      if (security.collectible) this.collectibles.add(index);
    }
  }

  /** Answers null, "nothing wrong with the row", so that a reader can end with it. */
  addTrade(trade: PlacedTrade, shares: number, amountCents: number, details: TradeDetails | null): null {
    const { row, day, kind, symbol, account, place } = trade;
    // Worthless stock counts on the last day of its year, which no row need be dated.
    if (day > this.latestListed) this.latestListed = day;
    if (details !== null || place !== null) this.details.set(this.tradeCount, { ...place, ...details });
    this.addPlainTrade(row, day, kind, symbol, account, shares, amountCents);
    return null;
  }

  addPlainTrade(
    row: number,
    day: Day,
    kind: TradeKind,
    symbol: number,
    account: number,
    shares: number,
    amountCents: number,
  ): void {
    const at = this.tradeCount++;
    this.row[at] = row;
    this.day[at] = day;
    this.kind[at] = kind;
    this.symbol[at] = symbol;
    this.account[at] = account;
    this.shares[at] = shares;
    this.amountCents[at] = amountCents;
  }

  addFault(row: number, problem: RowProblem, symbol: number | null, account: number | null): void {
    const { column, says, whatToDo } = problem;
    this.faults.push({ row, column, problem: `Row ${row}: ${says}.`, whatToDo, symbol, account });
  }

  countSkipped(label: string): void {
    this.skipped.set(label, (this.skipped.get(label) ?? 0) + 1);
  }

  /** Notes the date a row is listed under, by which the file's direction is told. */
  noteListed(day: Day): void {
    if (this.lastListed !== null) {
      if (day > this.lastListed) this.datesRise = true;
      else if (day < this.lastListed) this.datesFall = true;
    }
    this.lastListed = day;
    if (day > this.latestListed) this.latestListed = day;
  }

  finish(): Trades {
    const count = this.tradeCount;
    if (this.renames.length > 0) carryMarks(this, this.renames);
    const trades: Trades = {
      count,
      row: this.row.subarray(0, count),
      day: this.day.subarray(0, count),
      kind: this.kind.subarray(0, count),
      symbol: this.symbol.subarray(0, count),
      account: this.account.subarray(0, count),
      shares: this.shares.subarray(0, count),
      amountCents: this.amountCents.subarray(0, count),
      details: this.details,
      symbols: this.symbols.names,
      accounts: this.accounts.names,
      digital: this.digital,
      funds: this.funds,
      collectibles: this.collectibles,
      options: this.options,
      newestFirst: this.datesFall && !this.datesRise,
      faults: this.faults,
      latestDay: this.latestListed,
    };
    return withOpenings(trades, this.openings);
  }
}
