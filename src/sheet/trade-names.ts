/** The Symbol and the Account of a row, as numbers into the lists of the trades. */
import { EVERY_ACCOUNT, TradeKind } from "../lots/trades";
import { errorIn, readCell } from "./cells";
import { cellProblem, rowProblem } from "./row-faults";
import type { RowProblem } from "./row-faults";
import { isOptionSymbol } from "./security-types";
import type { TradesInProgress } from "./trades-in-progress";
import type { TradesLayout } from "./trades-layout";
import { cellAt } from "./trades-layout";

type Cells = readonly unknown[];

/** The account of a row that names none (design section 4). */
const DEFAULT_ACCOUNT = "A";

/**
 * A cell as a name: text, or null when blank. Excel turns the ticker TRUE into a boolean and an account
 * number into a number; 0 is how old builds send an empty cell.
 */
export function nameIn(cell: unknown): string | null {
  if (cell === null || cell === "" || cell === undefined) return null;
  const read = readCell(cell);
  switch (read.kind) {
    case "text":
      return read.value;
    case "number":
      return read.value === 0 ? null : String(read.value);
    case "boolean":
      return read.value ? "TRUE" : "FALSE";
    default:
      return null;
  }
}

/** Index of the row's symbol, or what is wrong with the cell. */
export function symbolIn(work: TradesInProgress, cells: Cells): number | RowProblem {
  const cell = cellAt(cells, work.layout.at.Symbol);
  const seen = work.symbols.seen(cell);
  if (seen !== undefined) return seen;
  const read = readCell(cell);
  if (read.kind === "error") return cellProblem("Symbol", { says: `holds the error ${read.code}` });
  const name = nameIn(cell);
  if (name === null) return rowProblem("Symbol", "has no symbol", "Fill in the symbol.");
  const index = work.symbols.indexOf(name, cell);
  if (index === work.optionSymbols.length) work.optionSymbols.push(isOptionSymbol(name));
  return index;
}

/** A blank account on a split or symbol change (design section 4). */
function meansEveryAccount(kind: TradeKind | null): boolean {
  return kind === TradeKind.Split || kind === TradeKind.SymbolChange;
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
