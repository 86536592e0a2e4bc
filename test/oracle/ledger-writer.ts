/** Writes the rows of a random ledger, keeping count of what is held so that nothing is sold that is not. */
import type { CaseTransaction } from "../cases/case-format";
import { isoOf } from "./calendar";
import { decimalOf, divided, fraction, fractionOf, isLess, negative, NONE, plus, times, type Fraction } from "./fraction";
import { Refusal } from "./holdings";
import { bookShareByShare } from "./oracle";
import { writeEvent, type EventName } from "./random-events";
import type { Intent, LedgerAccount, LedgerSetup } from "./random-ledger";

const FIRST_DAY = 19000;
const RATIOS: readonly (readonly [string, string])[] = [
  ["2", "1"],
  ["3", "1"],
  ["1", "2"],
  ["3", "2"],
];

export class LedgerWriter {
  readonly transactions: CaseTransaction[] = [];
  /** Securities that can be bought; those that only came by an action (rights) are sold but not bought. */
  readonly names: string[];
  readonly onlySold: string[] = [];
  /** Shares sold short and contracts written. */
  readonly shorts = new Map<string, Fraction>();
  private readonly held = new Map<string, Fraction>();
  day: number;
  private renamed = 0;

  constructor(readonly setup: LedgerSetup) {
    this.names = [...setup.symbols];
    this.day = setup.firstDay ?? FIRST_DAY;
  }

  write(intent: Intent): void {
    this.day += intent.gap;
    const { what, event } = intent;
    const wider = this.setup.wider ?? [];
    if (event !== undefined && wider.length > 0 && event % 100 < (this.setup.widerShare ?? 40)) {
      return writeEvent(this, wider[Math.floor(event / 100) % wider.length] as EventName, intent);
    }
    if (what < 40) return this.acquire("BUY", intent);
    if (what < 47) return this.acquire("DRIP", intent);
    if (what < 50) return this.acquire("RSU_VEST", intent);
    if (what < 88) return this.sell(intent);
    if (what < 93) return this.transfer(intent);
    if (!this.setup.events) return this.sell(intent);
    if (what < 95) return this.give(intent);
    if (what < 99) return this.split(intent);
    this.rename(intent);
  }

  private acquire(action: string, intent: Intent): void {
    const account = this.account(intent.account);
    const symbol = this.symbol(intent.symbol);
    const quantity = times(fraction(BigInt(1 + (intent.size % (action === "BUY" ? 12 : 3))), 1n), fractionOf(this.setup.grid));
    this.add(account.name, symbol, quantity);
    this.push({ action, symbol, ...this.owned(account), quantity: decimalOf(quantity), ...this.money(intent, quantity, 1), lotId: `L${this.transactions.length + 1}` });
  }

  private sell(intent: Intent): void {
    const account = this.account(intent.account);
    const all = [...this.names, ...this.onlySold];
    const symbol = all[intent.symbol % all.length] ?? "X";
    const quantity = this.part(account.name, symbol, intent);
    if (quantity === null) return;
    const lots = this.setup.settings.method === "SPEC" && intent.extra % 4 !== 0 ? this.chooseLots(account.name, symbol, quantity, intent) : {};
    this.add(account.name, symbol, negative(quantity));
    this.push({ action: "SELL", symbol, ...this.owned(account), quantity: decimalOf(quantity), ...this.money(intent, quantity, -1), ...lots });
  }

  private transfer(intent: Intent): void {
    const from = this.account(intent.account);
    const to = this.account(intent.extra);
    const symbol = this.symbol(intent.symbol);
    // Shares cannot move into or out of a retirement account, or between spouses, as a plain transfer.
    if (from === to || from.type !== to.type || from.owner !== to.owner) return;
    const quantity = this.part(from.name, symbol, intent);
    if (quantity === null) return;
    this.add(from.name, symbol, negative(quantity));
    this.add(to.name, symbol, quantity);
    this.push({ action: "TRANSFER", symbol, quantity: decimalOf(quantity), fromAccount: from.name, toAccount: to.name });
  }

  private give(intent: Intent): void {
    const account = this.account(intent.account);
    const symbol = this.symbol(intent.symbol);
    const quantity = this.part(account.name, symbol, intent);
    if (quantity === null || account.type !== "taxable") return;
    this.add(account.name, symbol, negative(quantity));
    this.push({ action: "GIFT_OUT", symbol, ...this.owned(account), quantity: decimalOf(quantity) });
  }

  private split(intent: Intent): void {
    const symbol = this.symbol(intent.symbol);
    const [newShares, oldShares] = RATIOS[intent.extra % RATIOS.length] ?? ["2", "1"];
    const ratio = divided(fractionOf(newShares), fractionOf(oldShares));
    const mine = this.setup.accounts.map(({ name }) => name).filter((name) => this.quantity(name, symbol).over > 0n);
    // The same split twice on a day is one split that two brokers report, to the functions; no ledger means it twice.
    if (mine.length === 0 || this.isOptioned(symbol) || this.transactions.some((one) => one.action === "SPLIT" && one.date === isoOf(this.day))) return;
    for (const name of mine) this.held.set(`${name}/${symbol}`, times(this.quantity(name, symbol), ratio));
    for (const [key, open] of this.shorts) if (key.endsWith(`/${symbol}`)) this.shorts.set(key, times(open, ratio));
    const total = this.quantity(mine[0] ?? "", symbol);
    const rest = fraction(total.over % total.under, total.under);
    // With one account only: the law does not say from which of several accounts a fraction is paid.
    const paid = rest.over > 0n && mine.length === 1 && this.setup.accounts.length === 1 && intent.size % 2 === 0;
    if (paid) this.add(mine[0] ?? "", symbol, negative(rest));
    const cashInLieu = paid ? { cashInLieu: ((1 + (intent.price % 3000)) / 100).toFixed(2) } : {};
    this.push({ action: "SPLIT", symbol, newShares, oldShares, ...cashInLieu });
  }

  private rename(intent: Intent): void {
    const index = intent.symbol % this.names.length;
    const symbol = this.names[index] ?? "";
    if ((this.setup.settings.identicalGroups ?? []).length > 0 || this.isOptioned(symbol) || this.isShorted(symbol)) return;
    this.renamed += 1;
    const newSymbol = `${this.setup.symbols[index]}${this.renamed}`;
    this.names[index] = newSymbol;
    for (const { name } of this.setup.accounts) this.held.set(`${name}/${newSymbol}`, this.quantity(name, symbol));
    this.push({ action: "SYMBOL_CHANGE", symbol, newSymbol });
  }

  /** Names lots, last first, until the quantity is full; the last one without a quantity now and then. */
  private chooseLots(account: string, symbol: string, quantity: Fraction, intent: Intent): Pick<CaseTransaction, "lots"> {
    const open = bookShareByShare({ settings: this.setup.settings, transactions: this.transactions }).openLots;
    const ids = [...new Set(open.filter((lot) => lot.account === account && lot.symbol === symbol && !lot.quantity.startsWith("-")).map((lot) => lot.lot))];
    const start = intent.size % ids.length;
    let needed = quantity;
    const lots: { lotId: string; quantity?: string }[] = [];
    for (const id of [...ids.slice(start), ...ids.slice(0, start)]) {
      if (needed.over <= 0n) break;
      const all = open.filter((lot) => lot.lot === id && lot.account === account && lot.symbol === symbol && !lot.quantity.startsWith("-")).reduce((sum, lot) => plus(sum, fractionOf(lot.quantity)), fraction(0n, 1n));
      const part = isLess(all, needed) ? all : needed;
      needed = plus(needed, negative(part));
      // A quantity finer than the grid would make every total of the ledger be spread more finely.
      const isOnGrid = divided(part, fractionOf(this.setup.grid)).under === 1n;
      lots.push(intent.extra % 3 === 0 || !isOnGrid ? { lotId: id } : { lotId: id, quantity: decimalOf(part) });
    }
    return { lots };
  }

  /** Part of what is held, on the grid; null when nothing whole is held. */
  part(account: string, symbol: string, { size }: Intent): Fraction | null {
    const grid = fractionOf(this.setup.grid);
    const steps = divided(this.quantity(account, symbol), grid);
    const most = steps.over / steps.under;
    if (most <= 0n) return null;
    const wanted = size % 3 === 0 ? most : 1n + (BigInt(size) % most);
    return times(fraction(wanted, 1n), grid);
  }

  money(intent: Intent, quantity: Fraction, feeSign: 1 | -1): Partial<CaseTransaction> {
    const cents = 500 + intent.price;
    if (this.setup.evenMoney === true) return { price: (cents / 100).toFixed(2) };
    if (intent.extra % 7 === 0) {
      const shares = Number(quantity.over) / Number(quantity.under);
      return { amount: (Math.max(1, Math.round(cents * shares) + feeSign * (intent.extra % 50)) / 100).toFixed(2) };
    }
    const price = intent.extra % 5 === 0 ? ((cents * 100 + intent.size) / 10000).toFixed(4) : (cents / 100).toFixed(2);
    return intent.extra % 3 === 0 ? { price, fees: ((intent.extra % 400) / 100).toFixed(2) } : { price };
  }

  account(index: number): LedgerAccount {
    return this.setup.accounts[index % this.setup.accounts.length] as LedgerAccount;
  }

  symbol(index: number): string {
    return this.names[index % this.names.length] ?? "X";
  }

  owned({ name, type, owner }: LedgerAccount): Partial<CaseTransaction> {
    return { account: name, ...(type === "taxable" ? {} : { accountType: type }), ...(owner === "self" ? {} : { accountOwner: owner }) };
  }

  quantity(account: string, symbol: string): Fraction {
    return this.held.get(`${account}/${symbol}`) ?? NONE;
  }

  private add(account: string, symbol: string, quantity: Fraction): void {
    this.held.set(`${account}/${symbol}`, plus(this.quantity(account, symbol), quantity));
  }

  private push(one: Omit<CaseTransaction, "date">): void {
    this.append(one);
    // What became worthless leaves at the year's end, which later rows of the same year cannot know.
    if (this.transactions.some(({ action }) => action === "WORTHLESS")) this.keepIfPossible();
  }

  private append(one: Omit<CaseTransaction, "date">): void {
    const assetType = this.setup.assetType;
    this.transactions.push({ date: isoOf(this.day), ...(assetType === undefined ? {} : { assetType }), ...one });
  }

  /** Adds a row whose effect on holdings only the oracle knows; false, and not added, when it is impossible. */
  tryPush(one: Omit<CaseTransaction, "date">): boolean {
    this.append(one);
    return this.keepIfPossible();
  }

  private keepIfPossible(): boolean {
    try {
      this.countHeld();
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.transactions.pop();
      this.countHeld();
      return false;
    }
  }

  private countHeld(): void {
    const { openLots } = bookShareByShare({ settings: this.setup.settings, transactions: this.transactions });
    this.held.clear();
    for (const lot of openLots) if (!lot.quantity.startsWith("-")) this.add(lot.account, lot.symbol, fractionOf(lot.quantity));
  }

  isOption(key: string): boolean {
    return this.transactions.some((one) => one.underlying !== undefined && key.endsWith(`/${one.symbol}`));
  }

  isOptioned(symbol: string): boolean {
    return this.transactions.some((one) => one.underlying === symbol);
  }

  isShorted(symbol: string): boolean {
    return [...this.shorts].some(([key, open]) => key.endsWith(`/${symbol}`) && open.over > 0n);
  }

  /** Is there a row of this action for the symbol on the day already? Two would be one row told by two brokers. */
  isTold(action: string, symbol: string): boolean {
    return this.transactions.some((one) => one.action === action && one.symbol === symbol && one.date === isoOf(this.day));
  }
}
