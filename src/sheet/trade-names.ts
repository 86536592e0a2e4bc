/** The Symbol and the Account of a row, as numbers into the lists of the trades. */
import { EVERY_ACCOUNT, TradeKind } from "../lots/trades";
import { nameIn } from "./cell-names";
import { errorIn, readCell } from "./cells";
import { cellProblem, rowProblem } from "./row-faults";
import type { RowProblem } from "./row-faults";
import type { TradesInProgress } from "./trades-in-progress";
import type { TradesLayout } from "./trades-layout";
import { cellAt } from "./trades-layout";

type Cells = readonly unknown[];

/** The account of a row that names none (design section 4). */
export const DEFAULT_ACCOUNT = "A";

/** Index of the row's symbol, or what is wrong with the cell. */
export function symbolIn(work: TradesInProgress, cells: Cells): number | RowProblem {
  const cell = cellAt(cells, work.layout.at.Symbol);
  const seen = work.symbols.seen(cell);
  if (seen !== undefined) return seen;
  const read = readCell(cell);
  if (read.kind === "error") return cellProblem("Symbol", { says: `holds the error ${read.code}` });
  const name = nameIn(cell);
  if (name === null) return rowProblem("Symbol", "has no symbol", "Fill in the symbol.");
  return work.symbolIndex(name, cell);
}

/** Actions of the whole security: on them a blank account means every one (design section 4). */
function meansEveryAccount(kind: TradeKind | null): boolean {
  switch (kind) {
    case TradeKind.Split:
    case TradeKind.SymbolChange:
    case TradeKind.OtherClass:
    case TradeKind.SpinOff:
    case TradeKind.Rights:
    case TradeKind.Merger:
    case TradeKind.Worthless:
      return true;
    default:
      return false;
  }
}

/** Index of the row's account, EVERY_ACCOUNT where a blank means that, or what is wrong with the cell. */
export function accountIn(work: TradesInProgress, cells: Cells, kind: TradeKind | null): number | RowProblem {
  const { at, accountNumber } = work.layout;
  const cell = cellAt(cells, at.Account);
  if (accountNumber === null) {
    const seen = work.accounts.seen(cell);
    if (seen !== undefined) return seen;
    // Many ranges name no account at all.
    const isBlank = cell === "" || cell === null || cell === undefined;
    if (isBlank && !meansEveryAccount(kind)) return work.accounts.indexOf(DEFAULT_ACCOUNT);
  }
  const read = readCell(cell);
  if (read.kind === "error") return cellProblem("Account", { says: `holds the error ${read.code}` });
  const numberError = accountNumber === null ? null : errorIn(cells[accountNumber]);
  if (numberError !== null) return cellProblem("Account", { says: `holds the error ${numberError}` });
  const number = accountNumber === null ? null : nameIn(cells[accountNumber]);
  const name = nameIn(cell) ?? number;
  if (name === null) {
    return meansEveryAccount(kind) ? EVERY_ACCOUNT : work.accounts.indexOf(DEFAULT_ACCOUNT);
  }
  const isShared = number !== null && number !== name && work.sharedAccountNames.has(name.toUpperCase());
  return isShared ? work.accounts.indexOf(`${name} (${number})`) : work.accounts.indexOf(name, cell);
}

/**
 * Account names that stand beside more than one account number. Lots are kept account by account (R-ID-1),
 * so two accounts of one name must not be pooled: the number is added to their name.
 */
export function sharedAccountNames(rows: readonly Cells[], layout: TradesLayout): ReadonlySet<string> {
  const shared = new Set<string>();
  const { at, accountNumber } = layout;
  if (at.Account === undefined || accountNumber === null) return shared;
  const numbers = new Map<string, string>();
  for (const cells of rows) {
    const name = nameIn(cells[at.Account])?.toUpperCase();
    const number = nameIn(cells[accountNumber]);
    if (name === undefined || number === null) continue;
    const first = numbers.get(name);
    if (first === undefined) numbers.set(name, number);
    else if (first !== number) shared.add(name);
  }
  return shared;
}
