/**
 * Which account a file is, where its own word is no proof: equal trades are one trade only within one account of one broker
 * (broker layouts, section 0.5). Brokers rename accounts between layouts, and untitled files have the broker's name alone, so
 * what may count twice, or may be lost, is asked before it is written.
 */
import { typeByName } from "../rules/accounts";
import { isFullNumber, isSameNumber } from "./account-numbers";
import type { FileRead, ImportedCells } from "./import-types";
import { oneNote } from "./one-note";
import { fileOfSource, keyOfRow } from "./row-key";
import type { RowOnSheet } from "./row-key";

/** The user's word. */
export interface AccountSettled {
  /** As the file names it. */
  readonly named: string;
  /** As the Trades table does; the same name: it is an account of its own. */
  readonly is: string;
}

/** A file is not written before the user has said which account it is. */
export interface AccountQuestion {
  readonly sentence: string;
  readonly choices: readonly {
    readonly label: string;
    readonly settled: AccountSettled;
    /** The word holds for every file here that asks for the same account. */
    readonly forAll: boolean;
  }[];
}

export interface FileToSettle {
  readonly file: FileRead;
  /** Its bytes were imported before: its rows stand on the sheet. */
  readonly isKnown: boolean;
  /** The user typed its account. */
  readonly isTyped: boolean;
  readonly settled: readonly AccountSettled[];
}

export interface FileSettled {
  readonly file: FileRead;
  /** null: its accounts are certain. */
  readonly question: AccountQuestion | null;
}

const BROKER = /^(Schwab|Fidelity|Vanguard|E\*TRADE|Interactive Brokers|Robinhood|Coinbase)\b/;

/** @param formats of files that the sheet's rows came from, by name */
export function settleAccounts(files: readonly FileToSettle[], rows: readonly RowOnSheet[], formats: ReadonlyMap<string, string>): FileSettled[] {
  const standing = new Standing();
  for (const { cells, source } of rows) standing.add(cells, formats.get(fileOfSource(source)) ?? "", null);
  return files.map((each) => {
    const { file, isKnown, isTyped, settled } = each;
    if (isKnown) return { file, question: null };
    const isUntitled = !file.namesAccount && !isTyped && settled.length === 0;
    const question = isUntitled ? untitledQuestion(each, files) : null;
    if (question !== null) return { file, question };
    const named = namesOf(each, files, standing);
    const renamed = withAccounts(file, named);
    const doubt = doubleQuestion(each, named, standing);
    if (doubt === null) for (const { cells } of renamed.trades) standing.add(cells, file.format, file.name);
    return { file: renamed, question: doubt };
  });
}

function brokerOf(format: string): string | null {
  return BROKER.exec(format)?.[1] ?? null;
}

const plain = (account: string): string => account.trim().toUpperCase();

function untitledQuestion({ file }: FileToSettle, files: readonly FileToSettle[]): AccountQuestion | null {
  const account = file.accounts[0] ?? "";
  const isAlike = (other: FileToSettle): boolean =>
    other.file !== file && !other.isKnown && !other.isTyped && !other.file.namesAccount && (other.file.accounts[0] ?? "") === account && other.file.trades.length > 0;
  const other = files.find(isAlike);
  if (other === undefined || file.trades.length === 0) return null;
  const where = account === "" ? "" : `: both would be ${account}`;
  return {
    sentence: `Neither this file nor ${other.file.name} names its account${where}. Equal trades of two accounts would then count once. Say which account each is.`,
    choices: [{ label: account === "" ? "They are one account" : `All of it is ${account}`, settled: { named: account, is: account }, forAll: true }],
  };
}

/**
 * What each account of the file is to be called: as the user says; as the sheet, or the fullest name here, calls its number;
 * or with its broker's name in front where another broker's has its name.
 */
function namesOf({ file, settled }: FileToSettle, files: readonly FileToSettle[], standing: Standing): ReadonlyMap<string, string> {
  const broker = brokerOf(file.format);
  const drafted = file.undecided.map(({ draft }) => draft?.Account ?? "");
  return new Map(["", ...file.accounts, ...drafted].map((account) => {
    const said = settled.find(({ named }) => named === account);
    if (said !== undefined) return [account, said.is];
    const numbered = broker === null ? null : (standing.nameOnSheet(account, broker) ?? fullestName(account, broker, files));
    if (numbered !== null && numbered !== account) return [account, numbered];
    const brokers = standing.brokersOf(account);
    const isAnothers = account !== "" && broker !== null && brokers.size > 0 && !brokers.has(broker);
    return [account, isAnothers ? `${broker} ${account}` : account];
  }));
}

/** Of files chosen together one may have the number of an account alone, and another its name too. */
function fullestName(account: string, broker: string, files: readonly FileToSettle[]): string | null {
  const names = files.flatMap(({ file }) => (brokerOf(file.format) === broker ? file.accounts.filter((name) => isSameNumber(name, account)) : []));
  return longestOf(names);
}

/** Of equally long ones the first. */
function longestOf(names: readonly string[]): string | null {
  return names.reduce<string | null>((longest, name) => (longest === null || name.length > longest.length ? name : longest), null);
}

function withAccounts(file: FileRead, named: ReadonlyMap<string, string>): FileRead {
  if ([...named].every(([account, name]) => account === name)) return file;
  const of = (account: string): string => named.get(account) ?? account;
  const cellsOf = (cells: ImportedCells): ImportedCells => {
    const account = of(cells.Account ?? "");
    const { Account: _named, ...others } = cells;
    return { ...others, ...(account === "" ? {} : { Account: account }), ...(cells["To account"] ? { "To account": of(cells["To account"]) } : {}) };
  };
  const broker = brokerOf(file.format) ?? "";
  const notes = [...named].flatMap(([account, name]) => {
    if (name === `${broker} ${account}`) return [`Another broker has an account ${account}: this one is ${name}.`];
    // What the longer name tells of its type stands on no row.
    const isTold = !isSameNumber(account, name) || typeByName(account) === null || typeByName(account) === typeByName(name);
    return isTold ? [] : [`This file calls account ${name} of the sheet ${account}. Say on Settings what type of account ${name} is.`];
  });
  return {
    ...file,
    accounts: [...new Set((file.accounts.length === 0 ? [""] : file.accounts).map(of))].filter((account) => account !== ""),
    trades: file.trades.map((trade) => ({ ...trade, cells: cellsOf(trade.cells) })),
    undecided: file.undecided.map((line) => ({ ...line, draft: line.draft === null ? null : cellsOf(line.draft) })),
    sales: file.sales.map((sale) => ({ ...sale, account: of(sale.account) })),
    note: oneNote(file.note, ...notes),
  };
}

/** Asked where at least this many trades, and half of those in the other account's days, stand under another name. */
const EQUAL_AT_LEAST = 2;

function doubleQuestion(each: FileToSettle, named: ReadonlyMap<string, string>, standing: Standing): AccountQuestion | null {
  const { file, settled } = each;
  for (const [account, name] of named) {
    if (settled.some((said) => said.named === account)) continue;
    const trades = file.trades.filter(({ cells }) => (cells.Account ?? "") === account).map(({ cells }) => cells);
    const twin = standing.twinOf(trades, name, each);
    if (twin === null) continue;
    const of = file.accounts.length > 1 ? `Account ${account}: ` : "";
    const its = `${twin.equal.toLocaleString("en-US")} of its ${trades.length.toLocaleString("en-US")} trades stand ${twin.fileName === null ? "on the sheet" : `in ${twin.fileName}`}`;
    return {
      sentence: `${of}${its} under ${twin.account === "" ? "no account" : `account ${twin.account}`}. Under two names they would count twice.`,
      choices: [
        { label: twin.account === "" ? "It is the same account" : `It is ${twin.account}`, settled: { named: account, is: twin.account }, forAll: false },
        { label: "Another account", settled: { named: account, is: name }, forAll: false },
      ],
    };
  }
  return null;
}

interface Stock {
  readonly account: string;
  readonly broker: string | null;
  readonly formats: Set<string>;
  /** Chosen together with the file; null: on the sheet. */
  readonly fileName: string | null;
  first: string;
  last: string;
  readonly counts: Map<string, number>;
}

/** Trades by account, as the sheet and the files before have them. */
class Standing {
  private readonly stocks = new Map<string, Stock>();
  private readonly brokers = new Map<string, Set<string>>();

  add(cells: ImportedCells, format: string, fileName: string | null): void {
    const broker = brokerOf(format);
    const { Account: account = "", Date: day = "" } = cells;
    const of = `${plain(account)}\n${broker ?? ""}\n${fileName ?? ""}`;
    const stock = this.stocks.get(of) ?? { account: account.trim(), broker, formats: new Set<string>(), fileName, first: day, last: day, counts: new Map<string, number>() };
    this.stocks.set(of, stock);
    stock.formats.add(format);
    if (day < stock.first) stock.first = day;
    if (day > stock.last) stock.last = day;
    const key = keyOfRow(cells, ["Account"]);
    stock.counts.set(key, (stock.counts.get(key) ?? 0) + 1);
    if (broker !== null) this.brokers.set(plain(account), (this.brokers.get(plain(account)) ?? new Set()).add(broker));
  }

  /** What the sheet calls the account of this number: as the file does where it stands so, else the fullest name. null: it has none. */
  nameOnSheet(account: string, broker: string): string | null {
    const names = [...this.stocks.values()].flatMap((stock) =>
      stock.fileName === null && (stock.broker === null || stock.broker === broker) && isSameNumber(stock.account, account) ? [stock.account] : []);
    return names.some((name) => plain(name) === plain(account)) ? account : longestOf(names);
  }

  brokersOf(account: string): ReadonlySet<string> {
    return this.brokers.get(plain(account)) ?? new Set();
  }

  /** null: no other account has half of these trades. Of files chosen together the user has typed the name. */
  twinOf(trades: readonly ImportedCells[], name: string, { file, isTyped }: FileToSettle): (Pick<Stock, "account" | "fileName"> & { readonly equal: number }) | null {
    if (trades.length < EQUAL_AT_LEAST) return null;
    const broker = brokerOf(file.format);
    const isNumbered = file.namesAccount && !isTyped && isFullNumber(name);
    const keyed = trades.map((cells) => ({ day: cells.Date ?? "", key: keyOfRow(cells, ["Account"]) }));
    const stocks = [...this.stocks.values()];
    const own = new Map<string, number>();
    for (const { account, counts } of stocks) if (plain(account) === plain(name)) for (const [key, number] of counts) own.set(key, Math.max(own.get(key) ?? 0, number));
    const lacking = keyed.filter(({ key }) => !taken(own, key));
    let best: { readonly stock: Stock; readonly equal: number } | null = null;
    for (const stock of stocks) {
      const isSameBroker = broker === null || stock.broker === null || stock.broker === broker;
      if (plain(stock.account) === plain(name) || !isSameBroker || (isTyped && stock.fileName !== null)) continue;
      if (isNumbered && stock.formats.size === 1 && stock.formats.has(file.format) && isFullNumber(stock.account)) continue;
      const within = lacking.filter(({ day }) => day >= stock.first && day <= stock.last);
      const left = new Map(stock.counts);
      const equal = within.filter(({ key }) => taken(left, key)).length;
      // An account that has most of the file under its own name is known to be another one.
      const isTwin = equal >= EQUAL_AT_LEAST && equal * 2 >= within.length && equal > keyed.length - lacking.length;
      if (isTwin && equal > (best?.equal ?? 0)) best = { stock, equal };
    }
    return best === null ? null : { account: best.stock.account, fileName: best.stock.fileName, equal: best.equal };
  }
}

/** Takes one of them away; false: none is left. */
function taken(counts: Map<string, number>, key: string): boolean {
  const left = counts.get(key) ?? 0;
  if (left > 0) counts.set(key, left - 1);
  return left > 0;
}
