/** Rows of the whole law for random ledgers: corporate actions, gifts, short sales, options, fund dividends. */
import type { CaseTransaction } from "../cases/case-format";
import { isoOf } from "./calendar";
import { decimalOf, fraction, fractionOf, isLess, minus, NONE, plus, times, total, type Fraction } from "./fraction";
import type { LedgerWriter } from "./ledger-writer";
import type { Intent } from "./random-ledger";

export type EventName =
  | "stock dividend"
  | "other class"
  | "spin-off"
  | "taxable spin-off"
  | "rights"
  | "use rights"
  | "merger"
  | "taxable merger"
  | "cash merger"
  | "return of capital"
  | "worthless"
  | "gift"
  | "inherit"
  | "short"
  | "cover"
  | "buy option"
  | "sell option"
  | "write option"
  | "close written"
  | "end option"
  | "fund dividend";

export const CORPORATE: readonly EventName[] = [
  "stock dividend",
  "other class",
  "spin-off",
  "spin-off",
  "taxable spin-off",
  "rights",
  "use rights",
  "use rights",
  "merger",
  "merger",
  "taxable merger",
  "cash merger",
  "return of capital",
  "return of capital",
  "worthless",
];
export const OPTIONS: readonly EventName[] = ["buy option", "buy option", "sell option", "write option", "write option", "close written", "end option", "end option"];
export const SHORTS: readonly EventName[] = ["short", "short", "cover"];
export const RECEIVED: readonly EventName[] = ["gift", "gift", "inherit"];

type Row = Omit<CaseTransaction, "date">;

export function writeEvent(writer: LedgerWriter, name: EventName, intent: Intent): void {
  switch (name) {
    case "gift":
    case "inherit":
      return receive(writer, name, intent);
    case "short":
    case "cover":
      return name === "short" ? sellShort(writer, intent) : cover(writer, intent);
    case "buy option":
    case "sell option":
    case "write option":
    case "close written":
    case "end option":
      return option(writer, name, intent);
    case "use rights":
      return useRights(writer, intent);
    case "return of capital":
    case "fund dividend":
      return payOut(writer, name, intent);
    default:
      corporateAction(writer, name, intent);
  }
}

function corporateAction(writer: LedgerWriter, name: EventName, intent: Intent): void {
  const symbol = writer.symbol(intent.symbol);
  const held = heldEverywhere(writer, symbol);
  if (held.over === 0n || writer.isShorted(symbol) || writer.isOptioned(symbol)) return;
  const row = rowOf(writer, name, symbol, held, intent);
  if (row === null || writer.isTold(row.action, symbol)) return;
  if (!writer.tryPush(row) || row.newSymbol === undefined) return;
  const list = row.action === "RIGHTS" ? writer.onlySold : writer.names;
  if (!list.includes(row.newSymbol)) list.push(row.newSymbol);
  if (row.action === "MERGER" && writer.names.length > 1) writer.names.splice(writer.names.indexOf(symbol), 1);
}

function rowOf(writer: LedgerWriter, name: EventName, symbol: string, held: Fraction, intent: Intent): Row | null {
  const quantity = shares(writer, 1 + (intent.size % 9));
  const byRatio = intent.size % 2 === 0 || writer.setup.ratiosOnly === true;
  const [newShares, oldShares] = [String(1 + (intent.extra % 3)), String(1 + (intent.price % 4))];
  const received = byRatio ? { newShares, oldShares } : { quantity };
  const values = { fmvParent: dollars(intent.price + 500), fmvNew: dollars(100 + ((intent.price * 7) % 2500)) };
  const split = intent.extra % 3 === 0 ? { allocationNew: String((1 + (intent.extra % 98)) / 100) } : values;
  const fraction = cashForFraction(writer, intent, byRatio ? times(held, { over: BigInt(newShares), under: BigInt(oldShares) }) : fractionOf(quantity));
  switch (name) {
    case "stock dividend":
      return { action: "STOCK_DIVIDEND", symbol, quantity };
    case "other class":
      return { action: "STOCK_DIVIDEND_OTHER", symbol, newSymbol: fresh(writer, symbol, "B"), ...received, ...split };
    case "spin-off":
      return { action: "SPINOFF", symbol, newSymbol: fresh(writer, symbol, "K"), ...received, ...split, ...fraction };
    case "taxable spin-off":
      return { action: "SPINOFF", symbol, taxable: true, newSymbol: fresh(writer, symbol, "K"), ...received, fmvNew: values.fmvNew };
    case "rights":
      return { action: "RIGHTS", symbol, newSymbol: fresh(writer, symbol, "R"), quantity, ...values, ...(intent.extra % 2 === 0 ? { electAllocate: true } : {}) };
    case "merger":
    case "taxable merger": {
      // Two parts of one purchase under one symbol have no order that the law or the rulebook knows.
      const others = writer.names.filter((one) => one[0] !== symbol[0] && !writer.isShorted(one) && !writer.isOptioned(one));
      const newSymbol = intent.extra % 4 === 0 && others.length > 0 ? (others[0] as string) : fresh(writer, symbol, "M");
      const cash = intent.extra % 3 === 0 ? {} : { cashPerShare: dollars(50 + ((intent.price * 3) % 1500)) };
      const isTaxable = name === "taxable merger";
      return { action: "MERGER", symbol, newSymbol, ...received, ...cash, fmvNew: values.fmvNew, ...(isTaxable ? { taxable: true } : fraction) };
    }
    case "cash merger":
      return { action: "MERGER", symbol, taxable: true, cashPerShare: dollars(intent.price + 500) };
    case "worthless":
      return { action: "WORTHLESS", symbol };
    default:
      return null;
  }
}

/** With one account only: the law does not say from which of several accounts a fraction is paid. */
function cashForFraction(writer: LedgerWriter, intent: Intent, received: Fraction): Partial<Row> {
  const isWhole = received.under === 1n;
  const isLessThanOne = received.over < received.under;
  if (isWhole || isLessThanOne || writer.setup.accounts.length > 1 || intent.account % 3 === 0) return {};
  return { cashInLieu: dollars(1 + (intent.price % 3000)) };
}

function payOut(writer: LedgerWriter, name: "return of capital" | "fund dividend", intent: Intent): void {
  const account = writer.account(intent.account);
  const symbol = writer.symbol(intent.symbol);
  const held = writer.quantity(account.name, symbol);
  if (held.over === 0n || writer.isShorted(symbol)) return;
  const centsAShare = name === "fund dividend" ? 20 + (intent.price % 100) : 100 + (intent.price % 1500);
  const cents = Math.max(1, Math.round((centsAShare * Number(held.over)) / Number(held.under)));
  // A capital gain dividend larger than any loss: how a loss is cut between two terms is no question of cents.
  const isExempt = writer.setup.symbols.indexOf(symbol) === 0;
  const action = name === "return of capital" ? "RETURN_OF_CAPITAL" : isExempt ? "EXEMPT_INTEREST_DIVIDEND" : "CAPITAL_GAIN_DIVIDEND";
  const amount = action === "CAPITAL_GAIN_DIVIDEND" ? cents * 1000 : cents;
  writer.tryPush({ action, symbol, ...writer.owned(account), amount: dollars(amount) });
}

function receive(writer: LedgerWriter, name: "gift" | "inherit", intent: Intent): void {
  const account = writer.account(intent.account);
  if (account.type !== "taxable" || account.owner === "corporation") return;
  const symbol = writer.symbol(intent.symbol);
  const count = 1 + (intent.size % 9);
  const quantity = shares(writer, count);
  const facts = { symbol, ...writer.owned(account), quantity, fmv: dollars(500 + intent.price), lotId: `L${writer.transactions.length + 1}` };
  if (name === "inherit") {
    writer.tryPush({ action: "INHERIT", ...facts });
    return;
  }
  const donorBasis = dollars(Math.max(1, Math.round((300 + ((intent.price * 5) % 4500)) * Number(quantity))));
  const donorAcquired = isoOf(writer.day - 20 - ((intent.price * 3) % 900));
  const { fmv, ...withoutValue } = facts;
  const gift = intent.extra % 4 === 0 ? { ...withoutValue, fromSpouse: true } : { ...withoutValue, fmv, ...(intent.extra % 3 === 0 ? { giftTax: dollars(intent.extra * 2) } : {}) };
  writer.tryPush({ action: "GIFT_IN", ...gift, donorBasis, donorAcquired });
}

function useRights(writer: LedgerWriter, intent: Intent): void {
  const account = writer.account(intent.account);
  const symbol = writer.onlySold[intent.symbol % Math.max(1, writer.onlySold.length)];
  const origin = writer.transactions.find((one) => one.action === "RIGHTS" && one.newSymbol === symbol);
  if (symbol === undefined || origin === undefined) return;
  const quantity = writer.part(account.name, symbol, intent);
  if (quantity === null) return;
  const row = { symbol, ...writer.owned(account), quantity: decimalOf(quantity) };
  if (intent.extra % 3 === 0) writer.tryPush({ action: "RIGHTS_LAPSE", ...row });
  else if (writer.names.includes(origin.symbol)) {
    writer.tryPush({ action: "EXERCISE_RIGHTS", ...row, price: dollars(500 + intent.price), newSymbol: origin.symbol, lotId: `L${writer.transactions.length + 1}` });
  }
}

function sellShort(writer: LedgerWriter, intent: Intent): void {
  const account = writer.account(intent.account);
  const symbol = writer.symbol(intent.symbol);
  if (account.type !== "taxable" || account.owner === "corporation") return;
  if (writer.transactions.some((one) => one.action === "WORTHLESS" && one.symbol === symbol)) return;
  const quantity = fractionOf(shares(writer, 1 + (intent.size % 12)));
  const lotId = `S${writer.transactions.length + 1}`;
  if (writer.tryPush({ action: "SHORT", symbol, ...writer.owned(account), quantity: decimalOf(quantity), ...writer.money(intent, quantity, -1), lotId })) {
    open(writer, account.name, symbol, quantity);
  }
}

function cover(writer: LedgerWriter, intent: Intent): void {
  const positions = [...writer.shorts].filter(([key, left]) => left.over > 0n && !writer.isOption(key));
  const [key, left] = positions[intent.symbol % Math.max(1, positions.length)] ?? ["", NONE];
  const [name, symbol] = key.split("/") as [string, string];
  const account = writer.setup.accounts.find((one) => one.name === name);
  const part = account === undefined ? null : partOf(writer, left, intent);
  if (account === undefined || part === null) return;
  if (writer.tryPush({ action: "COVER", symbol, ...writer.owned(account), quantity: decimalOf(part), ...writer.money(intent, part, 1) })) {
    open(writer, name, symbol, { over: -part.over, under: part.under });
  }
}

function option(writer: LedgerWriter, name: EventName, intent: Intent): void {
  const account = writer.account(intent.account);
  const type = intent.extra % 3 === 0 ? "put" : "call";
  // Stock that came by an action may be changed by the next one; options stand on the first symbols only.
  const underlying = writer.setup.symbols[intent.symbol % writer.setup.symbols.length] as string;
  if (!writer.names.includes(underlying) || writer.transactions.some((one) => one.symbol === underlying && one.newSymbol !== undefined)) return;
  const strike = 10 + 5 * (intent.symbol % 2);
  const symbol = `${underlying} ${strike} ${type.toUpperCase()}`;
  const facts = { symbol, ...writer.owned(account), assetType: "option", optionType: type, underlying, multiplier: "5" } as const;
  const [held, written] = [writer.quantity(account.name, symbol), writer.shorts.get(`${account.name}/${symbol}`) ?? NONE];
  const contracts = fraction(BigInt(1 + (intent.size % 3)), 1n);
  const price = dollars(50 + (intent.price % 600));
  const lotId = `O${writer.transactions.length + 1}`;
  const count = (most: Fraction) => (isLess(contracts, most) ? contracts : most);
  if (name === "buy option") return void writer.tryPush({ action: "BUY", ...facts, quantity: decimalOf(contracts), price, lotId });
  if (name === "sell option" && held.over > 0n) return void writer.tryPush({ action: "SELL", ...facts, quantity: decimalOf(count(held)), price });
  if (account.type !== "taxable" || account.owner === "corporation") return;
  if (name === "write option" && held.over === 0n) {
    if (writer.tryPush({ action: "SHORT", ...facts, quantity: decimalOf(contracts), price, lotId })) open(writer, account.name, symbol, contracts);
    return;
  }
  const close = (row: Row, quantity: Fraction) => {
    if (writer.tryPush({ ...row, quantity: decimalOf(quantity) })) open(writer, account.name, symbol, minus(NONE, quantity));
  };
  if (name === "close written" && written.over > 0n) return close({ action: "COVER", ...facts, price }, count(written));
  if (name !== "end option") return;
  const isExpiry = intent.price % 2 === 0;
  if (held.over > 0n) writer.tryPush({ action: isExpiry ? "EXPIRE" : "EXERCISE", ...facts, quantity: decimalOf(count(held)), ...(isExpiry ? {} : { price: String(strike) }) });
  else if (written.over > 0n) close({ action: isExpiry ? "EXPIRE" : "ASSIGNED", ...facts, ...(isExpiry ? {} : { price: String(strike) }) }, count(written));
}

function open(writer: LedgerWriter, account: string, symbol: string, quantity: Fraction): void {
  const key = `${account}/${symbol}`;
  writer.shorts.set(key, plus(writer.shorts.get(key) ?? NONE, quantity));
}

function partOf(writer: LedgerWriter, all: Fraction, { size }: Intent): Fraction | null {
  const grid = fractionOf(writer.setup.grid);
  const most = (all.over * grid.under) / (all.under * grid.over);
  if (most <= 0n) return null;
  return times(fraction(size % 3 === 0 ? most : 1n + (BigInt(size) % most), 1n), grid);
}

function shares(writer: LedgerWriter, steps: number): string {
  return decimalOf(times(fraction(BigInt(steps), 1n), fractionOf(writer.setup.grid)));
}

function heldEverywhere(writer: LedgerWriter, symbol: string): Fraction {
  return total(writer.setup.accounts.map(({ name }) => writer.quantity(name, symbol)));
}

function fresh(writer: LedgerWriter, symbol: string, kind: string): string {
  return `${symbol}${kind}${writer.transactions.length + 1}`;
}

function dollars(cents: number): string {
  return (cents / 100).toFixed(2);
}
