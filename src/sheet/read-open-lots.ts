/** Reads the rows of an OPENLOTS table that opens a range, and rows of trades whose action is Open lot. */
import { nameIn } from "./cell-names";
import { readCell } from "./cells";
import { readMarks } from "./lot-marks";
import { readDateCell } from "./date-cells";
import { readOpening } from "./open-lot-row";
import type { OpeningCells, OpeningPlace, OpeningProblem } from "./open-lot-row";
import type { LotColumns, OpenLotsBlock } from "./open-lots-block";
import type { CellFault } from "./number-cells";
import { cellAt } from "./trades-layout";
import { DEFAULT_ACCOUNT } from "./trade-names";
import type { PlacedTrade, TradesInProgress } from "./trades-in-progress";

type Cells = readonly unknown[];

const TOTAL = /\btotals?\b/i;

/** Adds the lots of the block to the openings; a row that is wrong withholds its symbol. */
export function readOpenLots(work: TradesInProgress, rows: readonly Cells[], block: OpenLotsBlock): void {
  for (const { columns, first, end } of block.tables) {
    for (let index = first; index < end; index++) readLotRow(work, rows[index] ?? [], index + 1, columns);
  }
}

function readLotRow(work: TradesInProgress, cells: Cells, row: number, columns: LotColumns): void {
  const isBlank = Object.values(columns).every((column) => column === undefined || readCell(cells[column]).kind === "blank");
  if (isBlank) return;
  const symbol = indexOfName(cells[columns.symbol], "Symbol", (name) => work.symbolIndex(name));
  if (typeof symbol === "object") {
    const label = [...cells].map((cell) => nameIn(cell) ?? "").find((text) => text !== "") ?? "";
    if (symbol.says.startsWith("has no") && TOTAL.test(label)) return work.countSkipped("Total");
    return addFault(work, row, symbol, null, null);
  }
  const accountCell = cellAt(cells, columns.account);
  const account =
    nameIn(accountCell) === null && readCell(accountCell).kind !== "error"
      ? work.accounts.indexOf(DEFAULT_ACCOUNT)
      : indexOfName(accountCell, "Account", (name) => work.accounts.indexOf(name));
  if (typeof account === "object") return addFault(work, row, account, symbol, null);
  const acquired = readDateCell(cells[columns.acquired]);
  if (acquired === null) return addFault(work, row, missingDate(), symbol, account);
  if ("says" in acquired) return addFault(work, row, faultOf("Acquired", acquired), symbol, account);
  const place = { row, symbol, account, acquired: acquired.day, ofTable: true };
  addOpening(work, place, {
    lot: cellAt(cells, columns.lot),
    quantity: cells[columns.quantity],
    basis: cells[columns.basis],
    holdingFrom: cellAt(cells, columns.holdingFrom),
    washAdded: cellAt(cells, columns.washAdded),
    note: cellAt(cells, columns.note),
  }, "Basis");
}

/**
 * A row of trades that opens the book with a lot: Date is the day it was acquired and Amount its basis; Holding from,
 * Wash added and Note are read where the range has them.
 */
export function readOpenLotTrade(work: TradesInProgress, cells: Cells, trade: PlacedTrade): null {
  const { at, opening } = work.layout;
  const { row, symbol, account, day } = trade;
  addOpening(work, { row, symbol, account, acquired: day, ofTable: false }, {
    lot: cellAt(cells, at.Lot),
    quantity: cellAt(cells, at.Quantity),
    basis: cellAt(cells, at.Amount),
    holdingFrom: cellAt(cells, opening.holdingFrom),
    washAdded: cellAt(cells, opening.washAdded),
    note: cellAt(cells, opening.note),
  }, "Amount");
  return null;
}

function addOpening(work: TradesInProgress, place: OpeningPlace, cells: OpeningCells, basisHeading: string): void {
  const opening = readOpening(place, cells, basisHeading);
  if ("says" in opening) return addFault(work, place.row, opening, place.symbol, place.account);
  const other = otherSecurity(work, place.symbol, nameIn(cells.note) ?? "");
  if (other !== null) return addFault(work, place.row, other, place.symbol, null);
  work.openings.push(opening);
  if (opening.lotId !== null) {
    const key = `${opening.symbol} ${opening.lotId.toUpperCase()}`;
    // A new purchase may not take the name; rows of the table may share it.
    if (!work.lotRows.has(key)) work.lotRows.set(key, place.row);
  }
}

/** What a Note says of the security decides which rules hold, so the range must not mean another one. */
function otherSecurity(work: TradesInProgress, symbol: number, note: string): OpeningProblem | null {
  const marks = readMarks(note);
  if ("says" in marks || marks.security === null) return null;
  const { is } = marks.security;
  const security = work.securities[symbol];
  if (security?.is === "unreadable") return security.problem;
  const agrees = is === "call" || is === "put" ? security?.is === "option" && security.terms.type === is : security?.is === "shares" && security[is];
  if (agrees) return null;
  const name = work.symbols.names[symbol] ?? "";
  return {
    column: "Note",
    says: `Note calls ${name} a ${WORDS_OF_SECURITIES[is]}, which Type does not say`,
    whatToDo: "Fill in Type on the rows of the symbol, or correct the Note.",
  };
}

const WORDS_OF_SECURITIES = { digital: "digital asset", fund: "mutual fund", collectible: "collectible", call: "call", put: "put" } as const;

function indexOfName(cell: unknown, heading: string, indexOf: (name: string) => number): number | OpeningProblem {
  const read = readCell(cell);
  if (read.kind === "error") return faultOf(heading, { says: `holds the error ${read.code}` });
  const name = nameIn(cell);
  if (name !== null) return indexOf(name);
  return { column: heading, says: `has no ${heading.toLowerCase()}`, whatToDo: `Fill in the ${heading.toLowerCase()}, or clear the row.` };
}

function missingDate(): OpeningProblem {
  const whatToDo = "Fill in the day the lot was acquired. New trades belong below a row of their own headings.";
  return { column: "Acquired", says: "has no Acquired", whatToDo };
}

function faultOf(column: string, fault: CellFault): OpeningProblem {
  const whatToDo = "Paste the OPENLOTS table again. New trades belong below a row of their own headings, with Date and Action.";
  return { column, says: `${column} ${fault.says}`, whatToDo };
}

function addFault(work: TradesInProgress, row: number, problem: OpeningProblem, symbol: number | null, account: number | null): void {
  const { column, says, whatToDo } = problem;
  work.faults.push({ row, column, problem: `Row ${row}: ${says}.`, whatToDo, symbol, account });
}
