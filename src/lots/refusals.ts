/**
 * Which pools a wrong row takes down with it (design section 7): refuse rather than guess, but no
 * more than the row can reach.
 *
 * In the taxpayer view a missing or misread row can be the replacement of any loss in any account,
 * so the whole group is withheld. Where wash sales do not cross accounts, only the row's account is,
 * and the accounts its shares were transferred to.
 */
import type { Refusal } from "./book-types";
import type { Choices } from "./choices";
import { TradeKind, type RowFault, type Trades } from "./trades";

/** The row of a fault that lies with the what-if sale, which stands in no row. */
export const WHAT_IF_ROW = 0;

export interface GroupFaults {
  /** By account index: 1 where the pools are withheld. */
  readonly withheld: Uint8Array;
  readonly faults: readonly RowFault[];
}

/** Adds a fault to those of a group. */
export function withhold(
  before: GroupFaults | null,
  fault: RowFault,
  trades: Trades,
  choices: Choices,
  events: Int32Array,
): GroupFaults {
  const withheld = before === null ? new Uint8Array(trades.accounts.length) : before.withheld.slice();
  const crossesAccounts = choices.view === "taxpayer" && !(fault.symbol !== null && trades.digital.has(fault.symbol));
  if (fault.account === null || fault.row === WHAT_IF_ROW || crossesAccounts) withheld.fill(1);
  else withheld[fault.account] = 1;
  spread(withheld, trades, events);
  return { withheld, faults: [...(before?.faults ?? []), fault] };
}

/** Shares of a withheld account carry its uncertainty wherever they are transferred; so does cash shared out over accounts. */
function spread(withheld: Uint8Array, trades: Trades, events: Int32Array): void {
  for (let changed = true; changed; ) {
    changed = false;
    for (const at of events) {
      const detail = trades.details.get(at);
      const account = trades.account[at]!;
      if (trades.kind[at] === TradeKind.Transfer && withheld[account] === 1 && withheld[detail!.toAccount!] === 0) {
        withheld[detail!.toAccount!] = 1;
        changed = true;
      }
      // A total over all accounts is shared out by what each of them holds.
      if (account < 0 && statesTotal(trades, at) && withheld.includes(1) && withheld.includes(0)) {
        withheld.fill(1);
        changed = true;
      }
    }
  }
}

function statesTotal(trades: Trades, at: number): boolean {
  const detail = trades.details.get(at);
  return trades.shares[at]! > 0 || trades.amountCents[at]! > 0 || detail?.cashInLieuCents !== undefined || detail?.sharesAdded !== undefined;
}

/** One refusal a fault; the first of a group answers for its pools. */
export function refusalsOf(group: GroupFaults, trades: Trades, events: Int32Array): Refusal[] {
  const pools = new Map<string, { symbol: number; account: number }>();
  const add = (symbol: number, account: number): void => {
    if (account >= 0 && group.withheld[account] === 1) pools.set(`${symbol} ${account}`, { symbol, account });
  };
  for (const fault of group.faults) if (fault.symbol !== null && fault.account !== null) add(fault.symbol, fault.account);
  for (const at of events) {
    const account = trades.account[at]!;
    add(trades.symbol[at]!, account);
    const detail = trades.details.get(at);
    if (detail?.toAccount !== undefined) add(trades.symbol[at]!, detail.toAccount);
    if (detail?.newSymbol !== undefined) add(detail.newSymbol, account);
  }
  const sorted = [...group.faults].sort((a, b) => a.row - b.row);
  return sorted.map((fault, i) => ({ ...fault, pools: i === 0 ? [...pools.values()] : [] }));
}
