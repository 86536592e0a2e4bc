/**
 * A case as a user would have it on a sheet: a trades range with headings, and a settings range.
 * The mapping of words is that of the design, section 4 and 5.
 */
import type { CaseSettings, CaseTransaction, LedgerCase } from "./case-format";

export type Cell = string | number | boolean;

const ACTION_WORDS: Readonly<Record<string, string>> = {
  BUY: "Buy",
  SELL: "Sell",
  DRIP: "Reinvest",
  RSU_VEST: "Vest",
  SPLIT: "Split",
  STOCK_DIVIDEND: "Stock dividend",
  STOCK_DIVIDEND_OTHER: "Stock dividend other class",
  SPINOFF: "Spin-off",
  EXERCISE_RIGHTS: "Exercise rights",
  RIGHTS_LAPSE: "Rights lapse",
  RETURN_OF_CAPITAL: "Return of capital",
  GIFT_IN: "Gift received",
  INHERIT: "Inherit",
  GIFT_OUT: "Gift given",
  TRANSFER: "Transfer",
  WORTHLESS: "Worthless",
  SYMBOL_CHANGE: "Symbol change",
  SHORT: "Sell short",
  COVER: "Buy to cover",
  EXPIRE: "Expire",
  EXERCISE: "Exercise",
  ASSIGNED: "Assigned",
  CAPITAL_GAIN_DIVIDEND: "Capital gain distribution",
  EXEMPT_INTEREST_DIVIDEND: "Exempt-interest dividend",
};

const SETTING_WORDS: Readonly<Record<string, string>> = {
  taxpayer: "Taxpayer",
  broker: "Broker",
  none: "None",
  tackDays: "Tack days",
  substituteDate: "Substitute date",
  tackNoOverlap: "Tack no overlap",
  literal: "Literal",
  acquiredAfterSoldLot: "Acquired after sold lot",
  adjustBasis: "Adjust basis",
  permanent: "Permanent",
  likeIra: "Like IRA",
  ignore: "Ignore",
  fileOrder: "File order",
  purchasesFirst: "Purchases first",
  notReplacement: "Not replacement",
  replacement: "Replacement",
  byOrder: "By order",
  sameDay: "Same day",
  never: "Never",
  simultaneous: "Simultaneous",
  sameContract: "Same contract",
  sameUnderlyingAndType: "Same underlying and type",
  notMatched: "Not matched",
  matched: "Matched",
  ask: "Ask",
  match: "Match",
  newShort: "New short",
  flag: "Flag",
  shortSale: "Short sale",
  earliest: "Earliest",
  byMethod: "By method",
  perShareCents: "Per share to cents",
  separate: "Separate",
  together: "Together",
  actualDays: "Actual days",
  off: "Off",
  on: "On",
};

const SETTING_NAMES: Readonly<Record<string, string>> = {
  method: "Method",
  view: "View",
  washHoldingPeriod: "Wash holding period",
  candidateRule: "Candidate rule",
  spouseReplacement: "Spouse replacement",
  planAccounts: "Plan accounts",
  orderWithinDay: "Order within day",
  soldReplacements: "Sold replacements",
  orderFills: "Order fills",
  sameDaySales: "Same-day sales",
  optionLosses: "Option losses",
  stockAfterCallLoss: "Stock after call loss",
  writtenPuts: "Written puts",
  shortWashTarget: "Short wash target",
  putsOnYoungShares: "Puts on young shares",
  cashInLieuLot: "Cash in lieu lot",
  averageRounding: "Average rounding",
  coveredPools: "Covered pools",
  inheritedTack: "Inherited tack",
  digitalWash: "Digital wash sales",
  stRate: "Short rate",
  ltRate: "Long rate",
};

const ACCOUNT_TYPES: Readonly<Record<string, string>> = {
  taxable: "Taxable",
  ira: "IRA",
  roth: "Roth IRA",
  "401k": "401k",
  hsa: "HSA",
  "529": "529",
  other: "Other plan",
};

const OWNERS: Readonly<Record<string, string>> = { self: "Self", spouse: "Spouse", corporation: "Corporation" };

/** Heading and the cell below it, in the order of the sheet. A missing fact is a blank cell. */
const COLUMNS: readonly (readonly [string, (one: CaseTransaction) => Cell])[] = [
  ["Date", (one) => serialFromIso(one.date)],
  ["Action", actionWord],
  ["Symbol", (one) => one.symbol],
  ["Quantity", (one) => number(one.quantity)],
  ["Price", (one) => number(one.price)],
  ["Fees", (one) => number(one.fees ?? one.giftTax)],
  ["Account", accountCell],
  ["Amount", (one) => number(one.amount ?? one.donorBasis)],
  ["Lot", (one) => one.lotId ?? ""],
  ["Lots", (one) => (one.lots ?? []).map(lotChoice).join("; ")],
  ["Acquired", (one) => (one.donorAcquired === undefined ? "" : serialFromIso(one.donorAcquired))],
  ["New symbol", (one) => one.newSymbol ?? ""],
  ["Ratio", (one) => (one.newShares === undefined ? "" : `${one.newShares}:${one.oldShares ?? "1"}`)],
  ["Cash in lieu", (one) => number(one.cashInLieu)],
  ["Cash per share", (one) => number(one.cashPerShare)],
  ["Value", (one) => number(one.fmvParent ?? one.fmv)],
  ["New value", (one) => number(one.fmvNew)],
  ["Basis share", (one) => number(one.allocationNew)],
  ["To account", (one) => one.toAccount ?? ""],
  ["Type", typeCell],
  ["Underlying", (one) => one.underlying ?? ""],
  ["Multiplier", (one) => number(one.multiplier)],
  ["Order", (one) => one.order ?? ""],
  ["Time", (one) => one.time ?? ""],
];

/** The range `trades` of a case: headings in row 1, transaction i in row i + 2. */
export function tradesRange(transactions: readonly CaseTransaction[]): Cell[][] {
  const used = COLUMNS.filter(
    ([heading, cell], index) => index < 7 || transactions.some((one) => cell(one) !== "" && heading !== ""),
  );
  return [used.map(([heading]) => heading), ...transactions.map((one) => used.map(([, cell]) => cell(one)))];
}

/** The range `settings` of a case, every row as wide as the widest. */
export function settingsRange(ledger: Pick<LedgerCase, "settings" | "transactions">): Cell[][] {
  const rows: Cell[][] = [["# Settings of this case"]];
  for (const [name, value] of Object.entries(ledger.settings ?? {})) {
    if (name === "identicalGroups") {
      for (const group of value as NonNullable<CaseSettings["identicalGroups"]>) rows.push(["Identical", ...group]);
    } else if (name === "methods") {
      for (const order of value as NonNullable<CaseSettings["methods"]>) rows.push(methodRow(order));
    } else if (name === "washExempt") {
      rows.push(["Wash exempt", ...(value as NonNullable<CaseSettings["washExempt"]>)]);
    } else {
      // A name nobody knows goes through as it is, so that the functions name it as a problem.
      rows.push([SETTING_NAMES[name] ?? name, settingCell(name, String(value))]);
    }
  }
  rows.push(...accountRows(ledger.transactions));
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array<Cell>(width - row.length).fill("")]);
}

function methodRow({ method, account, symbol, fromDate }: NonNullable<CaseSettings["methods"]>[number]): Cell[] {
  return ["Method", method, account ?? "", symbol ?? "", fromDate === undefined ? "" : serialFromIso(fromDate)];
}

function settingCell(name: string, value: string): Cell {
  return name === "stRate" || name === "ltRate" ? Number(value) : (SETTING_WORDS[value] ?? value);
}

function accountRows(transactions: readonly CaseTransaction[]): Cell[][] {
  const rows = new Map<string, Cell[]>();
  for (const { account, accountType, accountOwner } of transactions) {
    if (accountType === undefined && accountOwner === undefined) continue;
    const type = accountType ?? "taxable";
    const owner = accountOwner ?? "self";
    rows.set(account ?? "A", ["Account", account ?? "A", ACCOUNT_TYPES[type] ?? type, OWNERS[owner] ?? owner]);
  }
  return [...rows.values()];
}

function actionWord(one: CaseTransaction): string {
  if (one.action === "RIGHTS") return one.electAllocate === true ? "Rights elect" : "Rights";
  if (one.action === "SPINOFF" && one.taxable === true) return "Taxable spin-off";
  if (one.action === "GIFT_IN" && one.fromSpouse === true) return "Received from spouse";
  if (one.action === "MERGER") return one.taxable === true ? "Taxable merger" : "Merger";
  return ACTION_WORDS[one.action] ?? one.action;
}

/** On actions of the whole security a blank means every account; on the others it means account A. */
function accountCell(one: CaseTransaction): Cell {
  if (one.action === "TRANSFER") return one.fromAccount ?? one.account ?? "A";
  return one.account ?? "";
}

function typeCell(one: CaseTransaction): Cell {
  if (one.assetType === "digital") return "Digital";
  if (one.assetType === "option") return one.optionType === "put" ? "Put" : "Call";
  if (one.assetType === "fund") return "Fund";
  if (one.assetType === "collectible") return "Collectible";
  return "";
}

function lotChoice({ lotId, quantity }: { readonly lotId: string; readonly quantity?: string }): string {
  return quantity === undefined ? lotId : `${lotId}:${quantity}`;
}

/** A word such as Unknown stays a word. */
function number(text: string | undefined): Cell {
  if (text === undefined) return "";
  return Number.isNaN(Number(text)) ? text : Number(text);
}

const SERIAL_OF_1970 = 25569;

/** The Excel serial of an ISO date (1900 system). */
export function serialFromIso(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / 86400000 + SERIAL_OF_1970;
}

export function isoFromSerial(serial: number): string {
  return new Date((serial - SERIAL_OF_1970) * 86400000).toISOString().slice(0, 10);
}
