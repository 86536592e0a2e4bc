/** Everything that reading a range gathers, row by row. */
import type { RowFault, TradeDetails, TradeKind, Trades } from "../lots/trades";
import type { Day } from "../values/plain-date";
import type { ActionMeaning } from "./actions";
import type { DateReading } from "./date-cells";
import { InternedNames } from "./interned-names";
import type { CellFault } from "./number-cells";
import type { RowProblem } from "./row-faults";
import type { SecurityType } from "./security-types";
import type { TradesLayout } from "./trades-layout";

export class TradesInProgress {
  readonly symbols = new InternedNames();
  readonly accounts = new InternedNames();
  readonly details = new Map<number, TradeDetails>();
  readonly digital = new Set<number>();
  readonly faults: RowFault[] = [];
  readonly skipped = new Map<string, number>();
  /** Row of each lot id, by symbol and id. */
  readonly lotRows = new Map<string, number>();
  /** What texts seen before mean, so that a hundred thousand rows cost a look-up each. */
  readonly actions = new Map<unknown, ActionMeaning | null>();
  readonly dates = new Map<string, DateReading | CellFault | null>();
  readonly types = new Map<unknown, SecurityType | CellFault>();
  /** By symbol index: whether the symbol itself names an option. */
  readonly optionSymbols: boolean[] = [];

  #count = 0;
  readonly #row: Int32Array;
  readonly #day: Int32Array;
  readonly #kind: Uint8Array;
  readonly #symbol: Int32Array;
  readonly #account: Int32Array;
  readonly #shares: Float64Array;
  readonly #amountCents: Float64Array;

  #lastListed: Day | null = null;
  #datesRise = false;
  #datesFall = false;

  constructor(
    readonly layout: TradesLayout,
    /** Names (upper case) that several account numbers share. */
    readonly sharedAccountNames: ReadonlySet<string>,
    rowCount: number,
  ) {
    this.#row = new Int32Array(rowCount);
    this.#day = new Int32Array(rowCount);
    this.#kind = new Uint8Array(rowCount);
    this.#symbol = new Int32Array(rowCount);
    this.#account = new Int32Array(rowCount);
    this.#shares = new Float64Array(rowCount);
    this.#amountCents = new Float64Array(rowCount);
  }

  addTrade(
    row: number,
    day: Day,
    kind: TradeKind,
    symbol: number,
    account: number,
    shares: number,
    amountCents: number,
    details: TradeDetails | null,
  ): void {
    const at = this.#count++;
    this.#row[at] = row;
    this.#day[at] = day;
    this.#kind[at] = kind;
    this.#symbol[at] = symbol;
    this.#account[at] = account;
    this.#shares[at] = shares;
    this.#amountCents[at] = amountCents;
    if (details !== null) this.details.set(at, details);
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
    if (this.#lastListed !== null) {
      if (day > this.#lastListed) this.#datesRise = true;
      else if (day < this.#lastListed) this.#datesFall = true;
    }
    this.#lastListed = day;
  }

  finish(): Trades {
    const count = this.#count;
    return {
      count,
      row: this.#row.subarray(0, count),
      day: this.#day.subarray(0, count),
      kind: this.#kind.subarray(0, count),
      symbol: this.#symbol.subarray(0, count),
      account: this.#account.subarray(0, count),
      shares: this.#shares.subarray(0, count),
      amountCents: this.#amountCents.subarray(0, count),
      details: this.details,
      symbols: this.symbols.names,
      accounts: this.accounts.names,
      digital: this.digital,
      newestFirst: this.#datesFall && !this.#datesRise,
      faults: this.faults,
    };
  }
}
