/**
 * Corporate actions of an Interactive Brokers statement. Their description is text, `XYZ(US...) Split 4 for 1 (XYZ, NAME,
 * US...)`, and its ratio is used as it stands in words and checked against the shares of the rows (broker layouts, 4.1).
 * Rows of one event belong together by time and description; a group of another shape than expected is not guessed at.
 */
import { cleanNumber } from "../../values/decimals";
import { readFigure } from "../figures";
import type { FileInProgress } from "../file-in-progress";
import type { ImportedCells } from "../import-types";
import type { TableRow } from "../table-rows";
import { readDate } from "../written-date";

export interface CorporateRow {
  readonly line: number;
  readonly day: string;
  /** "": none stated. After the close, mostly: the trades of the day come before it. */
  readonly time: string;
  readonly account: string;
  readonly description: string;
  readonly quantity: number;
  readonly proceeds: number | null;
  readonly inDollars: boolean;
}

type CorporateReading =
  | { readonly line: number; readonly otherLines: readonly number[]; readonly cells: ImportedCells; readonly note: string }
  | { readonly undecided: string; readonly lines: readonly number[]; readonly draft: ImportedCells | null };

interface Described {
  readonly symbol: string;
  readonly says: string;
  /** Symbol of the security that the row moves, in the last brackets. */
  readonly moved: string;
}

/** A row of a statement or of a Flex query, kept until those of the same event are known. */
export function readCorporateRow(work: FileInProgress, rows: CorporateRow[], row: TableRow, account: string): void {
  const date = readDate(row.text("date/time", "datetime")) ?? readDate(row.text("report date", "reportdate"));
  const quantity = readFigure(row.text("quantity"));
  const proceeds = readFigure(row.text("proceeds"));
  if (date === null || typeof quantity !== "string") {
    return work.undecide(row.line, "The corporate action has no date or no quantity that can be read. Write what it did as rows of the Trades table.");
  }
  rows.push({
    line: row.line, day: date.iso, time: date.time, account, description: row.text("actiondescription") || row.text("description"), quantity: Number(quantity),
    proceeds: typeof proceeds === "string" ? Number(proceeds) : null, inDollars: /^(usd)?$/i.test(row.text("currencyprimary", "currency")),
  });
}

/** One trade, or undecided lines of which the first has the draft, for each event. */
export function addCorporateActions(work: FileInProgress, rows: readonly CorporateRow[]): void {
  for (const reading of corporateActions(rows)) {
    if ("cells" in reading) work.trade(reading.line, reading.cells, reading.note, reading.otherLines);
    else reading.lines.forEach((line, at) => work.undecide(line, at === 0 ? reading.undecided : `See line ${reading.lines[0] ?? line}, which tells of the same event.`, at === 0 ? reading.draft : null));
  }
}

/** Groups of rows in the order of their first line. */
function corporateActions(rows: readonly CorporateRow[]): CorporateReading[] {
  const groups = new Map<string, CorporateRow[]>();
  for (const row of rows) {
    const key = [row.account, row.day, eventOf(row.description)].join("\n");
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].map(readGroup);
}

/** Without the security that the row moves: the two rows of a reverse split differ in it. */
function eventOf(description: string): string {
  return description.replace(/\([^()]*\)\s*$/, "").trim().toUpperCase();
}

function described(description: string): Described | null {
  const parts = /^\s*(?<symbol>[^()]+?)\s*\((?<id>[^()]*)\)\s+(?<says>.*\S)\s*\((?<moved>[^(),]+),.*\)\s*$/i.exec(description)?.groups;
  if (parts === undefined) return null;
  const classOf = (symbol: string) => symbol.trim().replace(/\.OLD$/i, "").replace(/^([A-Z]{1,5}) ([A-Z])$/, "$1.$2");
  return { symbol: classOf(parts["symbol"] ?? ""), says: parts["says"] ?? "", moved: classOf(parts["moved"] ?? "") };
}

function readGroup(rows: readonly CorporateRow[]): CorporateReading {
  const [first] = rows as readonly [CorporateRow];
  const said = described(first.description);
  const lines = rows.map(({ line }) => line);
  if (said === null) return { lines, draft: null, undecided: "This corporate action cannot be read. Write what it did as rows of the Trades table." };
  const base: ImportedCells = { Date: first.day, Time: first.time, Symbol: said.symbol, Account: first.account };
  const split = /^Split\s+([\d.,]+)\s+for\s+([\d.,]+)/i.exec(said.says);
  if (split) return readSplit(rows, base, amountOf(split[1]), amountOf(split[2]));
  if (/^Spin-?off/i.test(said.says)) return spinOff(rows, base, said);
  const cash = /^Merged\s*\(.*\)\s+for\s+USD\s+([\d.,]+)\s+per\s+share/i.exec(said.says);
  if (cash) return cashMerger(rows, base, amountOf(cash[1]));
  const dividend = /^Stock Dividend\b/i.test(said.says);
  if (dividend && rows.length === 1 && first.quantity > 0 && said.moved === said.symbol) {
    return { line: first.line, otherLines: [], note: "", cells: { ...base, Action: "Stock dividend", Quantity: String(first.quantity) } };
  }
  if (/^(CUSIP|ISIN|Name|Symbol).*change/i.test(said.says)) return renamed(rows, base, said);
  return { lines, draft: otherDraft(rows, base, said), undecided: `"${said.says}" is a corporate action that the file does not describe in full. ${COMPLETE}` };
}

const COMPLETE = "Complete the row from the issuer's Form 8937 or notice.";

function amountOf(text: string | undefined): number {
  return Number((text ?? "").replace(/,/g, ""));
}

/** One row adds shares or takes them away; two take the old shares out and bring the new ones. */
function readSplit(rows: readonly CorporateRow[], base: ImportedCells, newShares: number, oldShares: number): CorporateReading {
  const lines = rows.map(({ line }) => line);
  const draft: ImportedCells = { ...base, Action: "Split", Ratio: `${newShares}:${oldShares}` };
  const [first] = rows as readonly [CorporateRow];
  const refused = (why: string): CorporateReading => ({ lines, draft, undecided: `The split is said to be ${newShares} for ${oldShares}, but ${why}. Correct the ratio, or clear the row.` });
  if (!(newShares > 0) || !(oldShares > 0) || newShares === oldShares) return refused("that is no ratio of a split");
  const out = rows.filter(({ quantity }) => quantity < 0);
  const into = rows.filter(({ quantity }) => quantity > 0);
  if (rows.length === 1) {
    const added = first.quantity;
    if (added > 0 !== newShares > oldShares) return refused(`its quantity is ${added}`);
    const held = (Math.abs(added) * oldShares) / Math.abs(newShares - oldShares);
    return { line: first.line, otherLines: [], cells: draft, note: fractionNote(held, "the shares held before it come to") };
  }
  if (rows.length !== 2 || out.length !== 1 || into.length !== 1) return refused(`it has ${rows.length} rows`);
  const expected = (Math.abs(out[0]!.quantity) * newShares) / oldShares;
  const came = into[0]!.quantity;
  if (came > expected + 0.0001 || came < Math.floor(expected) - 0.0001) return refused(`${Math.abs(out[0]!.quantity)} shares became ${came}`);
  const whole = Math.abs(came - expected) <= 0.0001;
  const note = whole ? "" : `${Math.abs(out[0]!.quantity)} shares make ${cleanNumber(expected)}, and ${came} came: write the cash for the fraction under Cash in lieu.`;
  return { line: Math.min(...lines), otherLines: lines.filter((line) => line !== Math.min(...lines)), cells: draft, note };
}

/** Statements print four decimals of a share. */
function fractionNote(held: number, says: string): string {
  const rounded = Math.round(held * 10000) / 10000;
  if (Math.abs(held - rounded) < 0.00005) return "";
  return `By its ratio ${says} ${cleanNumber(held)}: where cash was paid for a fraction, write it under Cash in lieu.`;
}

function spinOff(rows: readonly CorporateRow[], base: ImportedCells, said: Described): CorporateReading {
  const lines = rows.map(({ line }) => line);
  const net = cleanNumber(rows.reduce((sum, { quantity }) => sum + quantity, 0));
  const draft: ImportedCells = { ...base, Action: "Spin-off", "New symbol": said.moved, Quantity: String(net) };
  return { lines, draft, undecided: `The spin-off of ${said.moved} moves a part of the basis of ${said.symbol}. Fill in Basis share, or Value and New value, from the issuer's Form 8937.` };
}

function cashMerger(rows: readonly CorporateRow[], base: ImportedCells, perShare: number): CorporateReading {
  const [first] = rows as readonly [CorporateRow];
  const draft: ImportedCells = { ...base, Action: "Cash merger", "Cash per share": String(perShare) };
  const paid = first.proceeds;
  const owed = Math.abs(first.quantity) * perShare;
  if (rows.length === 1 && first.inDollars && first.quantity < 0 && paid !== null && Math.abs(paid - owed) <= 0.01 + Math.abs(first.quantity) * 0.0001) {
    return { line: first.line, otherLines: [], cells: draft, note: "" };
  }
  return { lines: rows.map(({ line }) => line), draft, undecided: `The merger pays $${perShare} a share, and ${Math.abs(first.quantity)} shares brought ${paid ?? "nothing"}. Complete the row.` };
}

function renamed(rows: readonly CorporateRow[], base: ImportedCells, said: Described): CorporateReading {
  const lines = rows.map(({ line }) => line);
  const net = cleanNumber(rows.reduce((sum, { quantity }) => sum + quantity, 0));
  const draft: ImportedCells = { ...base, Action: "Symbol change", "New symbol": said.moved };
  const names = new Set(rows.map(({ description }) => described(description)?.moved));
  const only = names.size === 1 ? `The shares keep the symbol ${said.symbol}` : `The shares took another symbol`;
  return { lines, draft, undecided: `${only}${net === 0 ? "" : `, and their number changed by ${net}`}. If your trades carry another symbol from this day, fill in New symbol; if not, leave the row out.` };
}

function otherDraft(rows: readonly CorporateRow[], base: ImportedCells, said: Described): ImportedCells {
  const into = rows.find(({ quantity }) => quantity > 0);
  const newSymbol = into === undefined ? null : (described(into.description)?.moved ?? null);
  const isMerger = /^Merged/i.test(said.says);
  return {
    ...base, ...(isMerger ? { Action: "Merger" } : {}),
    ...(newSymbol === null ? {} : { "New symbol": newSymbol, Quantity: String(into?.quantity ?? "") }),
  };
}
