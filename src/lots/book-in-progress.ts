/** One book in the making: groups are booked one after the other in the same columns. */
import { GroupBooking, type GroupEvents, type Place } from "./book-group";
import type { Book, OpenLossLeft, OpenLot, OpenShort, Refusal, Remark, Scope, WashMatch } from "./book-types";
import type { Choices } from "./choices";
import type { OrderedEvents } from "./event-order";
import type { SymbolTies } from "./groups";
import type { Law } from "./law";
import { Ledger, rowFault, type Findings } from "./ledger";
import { OpenLots } from "./open-lots";
import { Pieces } from "./pieces";
import { RealizedColumns } from "./realized";
import { refusalsOf, withhold, type GroupFaults } from "./refusals";
import { OpenShorts, type Short } from "./shorts";
import type { RowFault, Trades } from "./trades";
import type { Day } from "../values/plain-date";
import { Underlyings } from "./underlyings";
import { quantitiesOf, whatIfsOf, type AskedWhatIf } from "./what-ifs";
import { chooseScale, type EventsOfGroup, type UnitScale } from "./units";

export class BookInProgress {
  /** Pieces of the group at work only: few, and so close at hand. */
  private readonly pieces: Pieces;
  private readonly realized: RealizedColumns;
  private readonly washes: WashMatch[] = [];
  private readonly refusals: Refusal[] = [];
  private readonly findings: Findings;
  private readonly openLots: OpenLots;
  /** By group, that is, by its smallest symbol. */
  private readonly unitsPerShareOfGroup: Float64Array;
  private readonly throughDay: Day;
  private readonly openShorts: OpenShort[] = [];
  private readonly openLosses: OpenLossLeft[] = [];
  private readonly lastDay: Day;
  private readonly ledger: Ledger;
  private readonly whatIfs: readonly AskedWhatIf[];
  /** Where the group booked last stood before its last day was closed; kept only where it is asked for. */
  private standing: (Place & { readonly group: GroupEvents; readonly restore: () => void }) | null = null;

  constructor(
    private readonly trades: Trades,
    private readonly choices: Choices,
    law: Law,
    private readonly scope: Scope,
    private readonly ties: SymbolTies,
    private readonly events: OrderedEvents,
    private readonly keepsStanding = false,
  ) {
    this.unitsPerShareOfGroup = new Float64Array(trades.symbols.length).fill(1);
    this.throughDay = scope.throughDay ?? Infinity;
    const asked = whatIfsOf(scope, trades.count);
    this.whatIfs = asked ?? [];
    this.lastDay = lastDayBooked(trades, scope, this.whatIfs);
    this.findings = { remarks: [], fundDisallowedCents: new Map(), fundsWithDividends: fundsWithDividends(trades) };
    const few = scope.tiedTo === undefined ? FEW : VERY_FEW;
    const pieces = (this.pieces = new Pieces(few));
    const { washes } = this;
    const room = asked === null && scope.upTo === undefined && scope.tiedTo === undefined ? Math.max(FEW, trades.count) : few;
    this.openLots = new OpenLots(room);
    const realized = (this.realized = new RealizedColumns(room));
    const shorts = new OpenShorts();
    const underlyings = new Underlyings(trades.options);
    const wash = law.washSales({
      trades,
      choices,
      identicalClass: ties.identicalClass,
      pieces,
      realized,
      washes,
      shorts,
      underlyings,
      unitsPerShare: () => this.ledger.unitsPerShare,
      remark: (kind, trade, other) => this.ledger.remark(kind, trade, other),
    });
    const retirement = Uint8Array.from(trades.accounts, (account) => (law.isRetirement(choices, account) ? 1 : 0));
    this.ledger = new Ledger(trades, choices, law, pieces, realized, washes, wash, retirement, shorts, underlyings, this.findings, ties.identicalClass);
    // No symbol can answer for a row that names none: it is refused by itself.
    for (const fault of trades.faults) if (fault.symbol === null) this.refusals.push({ ...fault, pools: [] });
  }

  book(group: number, knownFaults: readonly RowFault[]): void {
    const { trades, choices } = this;
    const { order, columns, start } = this.events;
    const span = { order, columns, from: start[group]!, to: start[group + 1]! };
    const events = order.subarray(span.from, span.to);
    let faults: GroupFaults | null = null;
    for (const fault of knownFaults) faults = withhold(faults, fault, trades, choices, events);
    const whatIfs = this.whatIfs.filter(({ symbol }) => this.ties.group[symbol] === group);
    const scale = chooseScale(trades, span, whatIfs.flatMap(quantitiesOf));
    if (scale.tooFine !== null) faults = withhold(faults, tooFine(trades, scale.tooFine), trades, choices, events);
    this.unitsPerShareOfGroup[group] = scale.unitsPerShare;
    this.bookHealthyPools(events, span, scale, faults, whatIfs);
  }

  private bookHealthyPools(events: Int32Array, span: EventsOfGroup, scale: UnitScale, knownFaults: GroupFaults | null, whatIfs: readonly AskedWhatIf[]): void {
    const { trades, choices, ledger, pieces, realized, washes, findings } = this;
    const marks = { realized: realized.count, washes: washes.length, remarks: findings.remarks.length };
    let faults = knownFaults;
    for (;;) {
      ledger.startGroup(scale);
      const fault = faults?.withheld.every((one) => one === 1)
        ? null
        : this.bookOnce({
            events,
            span,
            withheld: faults?.withheld ?? NONE_WITHHELD,
            throughDay: this.throughDay,
            wholeThroughDay: this.scope.wholeThroughDay ?? Infinity,
            whatIfs,
            upTo: this.scope.upTo ?? null,
          });
      if (fault === null) {
        for (const pool of ledger.allPools()) this.openLots.add(pieces, pool, ledger.averages.isOne(pool));
        if (!ledger.shorts.isEmpty) this.openShorts.push(...ledger.shorts.all().map(openShortOf));
        for (const loss of ledger.shortRule.openOn(this.lastDay)) this.openLosses.push(loss);
        for (const loss of ledger.wash?.openOn(this.lastDay) ?? []) this.openLosses.push(loss);
        break;
      }
      realized.truncate(marks.realized);
      washes.length = marks.washes;
      findings.remarks.length = marks.remarks;
      for (const at of findings.fundDisallowedCents.keys()) if (at >= marks.realized) findings.fundDisallowedCents.delete(at);
      faults = withhold(faults, fault, trades, choices, events);
    }
    if (faults !== null) this.refusals.push(...refusalsOf(faults, trades, events));
  }

  private bookOnce(group: GroupEvents): RowFault | null {
    const booking = new GroupBooking(this.ledger, group);
    const fault = booking.bookRows();
    if (fault !== null) return fault;
    if (this.keepsStanding) this.standing = { ...booking.place, group, restore: this.ledger.remember() };
    return booking.finish();
  }

  /**
   * Books what-ifs on where the group stands, and then the rows that bear on their windows; the group is brought back first,
   * so that one try knows nothing of another. Answers the fault that hinders them, or null.
   */
  tryOut(whatIfs: readonly AskedWhatIf[]): RowFault | null {
    const { restore, group, taken, today } = this.standing!;
    restore();
    const booking = new GroupBooking(
      this.ledger,
      { ...group, throughDay: Infinity, wholeThroughDay: this.throughDay, whatIfs },
      { taken, today },
    );
    return booking.bookRows() ?? booking.finish();
  }

  /** Whether the shares asked for are whole units as the group counts them. */
  countsExactly(whatIfs: readonly AskedWhatIf[]): boolean {
    return whatIfs.flatMap(quantitiesOf).every((shares) => this.ledger.shares(this.ledger.units(shares)) === shares);
  }

  /** What has been booked so far. */
  get found() {
    return { realized: this.realized, washes: this.washes, fundDisallowedCents: this.findings.fundDisallowedCents };
  }

  finished(): Book {
    const { trades, choices } = this;
    let lots: readonly OpenLot[] | null = null;
    const listLots = (): readonly OpenLot[] => (lots ??= this.openLots.list());
    return {
      trades,
      choices,
      unitsPerShare: Float64Array.from(this.ties.group, (group) => this.unitsPerShareOfGroup[group]!),
      realized: this.realized.finished(),
      // Listed when first asked for: many questions never are about open lots.
      get openLots() {
        return listLots();
      },
      openShorts: this.openShorts,
      openLosses: this.openLosses,
      fundDisallowedCents: this.findings.fundDisallowedCents,
      remarks: eachOnce(this.findings.remarks),
      washes: this.washes,
      refusals: this.refusals.sort((a, b) => a.row - b.row),
      lastDay: this.lastDay,
    };
  }
}

function lastDayBooked(trades: Trades, { throughDay, upTo }: Scope, whatIfs: readonly AskedWhatIf[]): Day {
  if (upTo !== undefined) return trades.day[upTo.trade]!;
  if (throughDay !== undefined) return throughDay;
  let last = Math.max(trades.latestDay ?? -Infinity, ...whatIfs.map(({ day }) => day));
  for (let at = 0; at < trades.count; at++) if (trades.day[at]! > last) last = trades.day[at]!;
  return last;
}

function openShortOf({ opening, symbol, account, day, units, proceedsCents, washAddedCents }: Short): OpenShort {
  return { opening, symbol, account, opened: day, units, proceedsCents, washAddedCents };
}

/** By trade; several pieces of one sale say the same. */
function eachOnce(remarks: readonly Remark[]): Remark[] {
  const known = new Map(remarks.map((remark) => [`${remark.kind} ${remark.trade} ${remark.other}`, remark]));
  return [...known.values()].sort((a, b) => a.trade - b.trade);
}

/** R-HP-8: where some such dividends are in the rows, the user has them in. */
function fundsWithDividends(trades: Trades): Set<number> {
  const symbols = new Set<number>();
  for (const [at, detail] of trades.details) if (detail.dividend !== undefined) symbols.add(trades.symbol[at]!);
  return symbols;
}

/** Room to start with; columns grow as they fill. */
const FEW = 1024;
/** Of a single group; thousands of them may be asked about in turn. */
const VERY_FEW = 64;

const NONE_WITHHELD = new Uint8Array(0);

function tooFine(trades: Trades, at: number): RowFault {
  const symbol = trades.symbols[trades.symbol[at]!];
  const problem = `${trades.shares[at]} shares need more digits than can be kept exactly beside the other quantities of ${symbol}`;
  return { ...rowFault(trades, at, "Quantity", problem, "Round the quantity to the decimals your broker keeps."), account: null };
}
