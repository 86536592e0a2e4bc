/**
 * Forms of sales that name securities in words and accounts by number (Robinhood, broker layouts, section 6.2), told by the
 * trades: RECONCILE compares symbol with symbol and account with account. What is not certain is left as the form has it.
 */
import type { BrokerSale, FileRead } from "./import-types";
import { oneNote } from "./one-note";
import type { RowOnSheet } from "./row-key";

/** @param rows of the Trades sheet */
export function settleSales(files: readonly FileRead[], rows: readonly RowOnSheet[]): FileRead[] {
  const known = knownFrom(files, rows);
  return files.map((file) => (file.kind === "form 1099-B" ? settledForm(file, known) : file));
}

interface Known {
  /** Words of each symbol, as the trades files describe it. */
  readonly names: readonly { readonly symbol: string; readonly words: string }[];
  /** Accounts that closed something, by symbol and day. */
  readonly closedBy: ReadonlyMap<string, ReadonlySet<string>>;
  readonly accounts: ReadonlySet<string>;
}

const CLOSES = /^(sell|buy to cover|expire)$/i;
const saleKey = (symbol: string, day: string): string => `${symbol.toUpperCase()} ${day}`;

function knownFrom(files: readonly FileRead[], rows: readonly RowOnSheet[]): Known {
  const closedBy = new Map<string, Set<string>>();
  const accounts = new Set<string>();
  for (const { cells } of [...rows, ...files.flatMap(({ trades }) => trades)]) {
    const { Account: account = "", Action: action = "", Symbol: symbol = "", Date: day = "" } = cells;
    accounts.add(account);
    if (!CLOSES.test(action)) continue;
    const key = saleKey(symbol, day);
    closedBy.set(key, (closedBy.get(key) ?? new Set()).add(account));
  }
  const names = files.flatMap(({ described }) => (described ?? []).map(({ symbol, description }) => ({ symbol, words: wordsOf(description) })));
  return { names, closedBy, accounts };
}

function settledForm(file: FileRead, known: Known): FileRead {
  const sales = file.sales.map((sale) => (sale.symbol === "" ? { ...sale, symbol: symbolOf(sale, known) } : sale));
  const numbers = [...new Set(sales.map(({ account }) => account))].filter((account) => !known.accounts.has(account));
  const names = new Map(numbers.map((number) => [number, accountOf(sales.filter(({ account }) => account === number), known)]));
  const named = sales.map((sale) => ({ ...sale, account: names.get(sale.account) ?? sale.account }));
  const unclear = numbers.filter((number) => names.get(number) === null);
  return {
    ...file,
    sales: named,
    accounts: [...new Set(named.map(({ account }) => account))],
    // One name can be given to a file, and is asked for only where there are accounts to choose from.
    namesAccount: file.namesAccount && !(unclear.length > 0 && file.accounts.length === 1 && known.accounts.size > 0),
    note: oneNote(file.note, ...accountNotes(names), ...symbolNotes(named)),
  };
}

/** The only symbol of these words, or of those that may be these words the only one sold on the day; else "". */
function symbolOf({ description, sold }: BrokerSale, { names, closedBy }: Known): string {
  const words = wordsOf(description);
  const of = (fits: (name: Known["names"][number]) => boolean) => [...new Set(names.filter(fits).map(({ symbol }) => symbol))];
  const same = of((name) => name.words === words);
  const alike = same.length > 0 ? same : of((name) => isBeginning(name.words, words));
  const soldThen = alike.filter((symbol) => closedBy.has(saleKey(symbol, sold)));
  const certain = soldThen.length === 1 ? soldThen : same;
  return certain.length === 1 ? (certain[0] ?? "") : "";
}

/** The only account that sold any of these; null: none, or several did. */
function accountOf(sales: readonly BrokerSale[], { closedBy }: Known): string | null {
  const accounts = new Set(sales.flatMap(({ symbol, sold }) => [...(closedBy.get(saleKey(symbol, sold)) ?? [])]));
  const [only, another] = accounts;
  return only === undefined || another !== undefined ? null : only;
}

function accountNotes(names: ReadonlyMap<string, string | null>): string[] {
  return [...names].flatMap(([number, name]) => (name === null ? [] : [`Account ${number} of the form is ${name}, which made its sales.`]));
}

function symbolNotes(sales: readonly BrokerSale[]): string[] {
  const nameless = sales.filter(({ symbol }) => symbol === "");
  const [first] = nameless;
  if (first === undefined) return [];
  const many = nameless.length === 1 ? "1 sale names its security" : `${nameless.length.toLocaleString("en-US")} sales name their securities`;
  return [`${many} in words alone, such as “${first.description.slice(0, 60)}”. Choose the account's activity together with this file, or fill in Symbol on its sheet.`];
}

/** Words that say what kind of paper it is, which one file has and the other leaves out. */
const KINDS = /^(INC|INCORPORATED|CORP|CORPORATION|CO|COMPANY|LTD|LIMITED|PLC|LLC|LP|SA|NV|AG|COMMON|STOCK|ORDINARY|SHARES?|THE|HOLDINGS?|GROUP|COM)$/;

/** In capitals, a blank between two. */
function wordsOf(description: string): string {
  return description.toUpperCase().replace(/[.']/g, "").split(/[^A-Z0-9&]+/).filter((word) => word !== "" && !KINDS.test(word)).join(" ");
}

/** One of them begins with all words of the other. */
function isBeginning(one: string, other: string): boolean {
  return one !== "" && other !== "" && (`${one} `.startsWith(`${other} `) || `${other} `.startsWith(`${one} `));
}
