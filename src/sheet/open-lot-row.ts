/** One row of a table of lots: a lot, an open short position, or a loss whose window is still open. */
import type { Opening } from "../lots/trades";
import { TradeKind } from "../lots/trades";
import { isoFromDay } from "../values/plain-date";
import type { Day } from "../values/plain-date";
import { nameIn } from "./cell-names";
import { errorIn, quoteCell } from "./cells";
import { readDateCell } from "./date-cells";
import { NO_MARKS, readMarks } from "./lot-marks";
import type { LotMarks } from "./lot-marks";
import { dollarsText, readNumberCell } from "./number-cells";
import type { CellFault } from "./number-cells";
import { centsOf, LARGEST_CENTS } from "./trade-amount";

/** A row that opens a book, before it is known which other rows belong to the same purchase. */
export interface OpeningRow {
  readonly row: number;
  readonly kind: typeof TradeKind.OpenLot | typeof TradeKind.OpenLoss | typeof TradeKind.OpenShort;
  /** Acquired or opened; of a loss, sold. */
  readonly day: Day;
  readonly acquired: Day;
  readonly symbol: number;
  readonly account: number;
  readonly shares: number;
  readonly amountCents: number;
  readonly lotId: string | null;
  readonly basisUnknown: boolean;
  /** Place among the lots acquired that day; null: as the rows stand. */
  readonly numberOfDay: number | null;
  readonly opening: Omit<Opening, "purchase">;
  /** From a table of its own, which counts everything up to its day. */
  readonly ofTable: boolean;
}

/** The cells of such a row, from whatever columns. */
export interface OpeningCells {
  readonly lot: unknown;
  readonly quantity: unknown;
  readonly basis: unknown;
  readonly holdingFrom: unknown;
  readonly washAdded: unknown;
  readonly note: unknown;
}

/** What is wrong with it: the heading of the cell, what it says of it, and what to do. */
export interface OpeningProblem {
  readonly column: string;
  readonly says: string;
  readonly whatToDo: string;
}

export type OpeningPlace = Pick<OpeningRow, "row" | "symbol" | "account" | "acquired" | "ofTable">;

const PASTE_AGAIN = "Paste the OPENLOTS table again, or correct the cell.";

/** @param names how the row's own table calls Basis: "Basis" or "Amount" */
export function readOpening(place: OpeningPlace, cells: OpeningCells, basisHeading: string): OpeningRow | OpeningProblem {
  for (const [heading, cell] of [["Lot", cells.lot], ["Note", cells.note]] as const) {
    const error = errorIn(cell);
    if (error !== null) return problem(heading, { says: `holds the error ${error}` });
  }
  const note = nameIn(cells.note);
  const marks = note === null ? NO_MARKS : readMarks(note);
  if ("says" in marks) return problem("Note", marks);
  const holdingFrom = readDateCell(cells.holdingFrom);
  if (holdingFrom !== null && "says" in holdingFrom) return problem("Holding from", holdingFrom);
  const quantity = readNumberCell(cells.quantity) ?? 0;
  if (typeof quantity === "object") return problem("Quantity", quantity);
  const basis = readNumberCell(cells.basis);
  if (basis !== null && typeof basis === "object") return problem(basisHeading, basis);
  const washAdded = readNumberCell(cells.washAdded) ?? 0;
  if (typeof washAdded === "object") return problem("Wash added", washAdded);
  if (washAdded < 0) return problem("Wash added", { says: `is ${dollarsText(washAdded)}, below zero` });
  if (Math.max(Math.abs(basis ?? 0), washAdded) * 100 > LARGEST_CENTS) return problem(basisHeading, { says: "is more than $90 trillion" });

  const opening = openingOf(marks, holdingFrom?.day ?? place.acquired, centsOf(washAdded));
  const facts = {
    ...place,
    lotId: nameIn(cells.lot),
    basisUnknown: marks.basisUnknown,
    numberOfDay: marks.numberOfDay,
    opening,
  };
  if (marks.openLoss !== null) return openLossOf(facts, marks.openLoss, quantity);
  if (quantity === 0) {
    return { column: "Quantity", says: `Quantity is ${quoteCell(cells.quantity)}`, whatToDo: "Fill in the shares still held, or clear the row." };
  }
  return heldOf(facts, quantity, basis, basisHeading);
}

type Facts = Omit<OpeningRow, "kind" | "day" | "shares" | "amountCents">;

function openLossOf(facts: Facts, loss: NonNullable<LotMarks["openLoss"]>, quantity: number): OpeningRow | OpeningProblem {
  if (quantity !== 0) {
    return { column: "Quantity", says: `Quantity of an open loss is ${quantity}, but its shares are sold`, whatToDo: PASTE_AGAIN };
  }
  if (loss.sold < facts.acquired) {
    const says = `Note says sold ${isoFromDay(loss.sold)}, before Acquired ${isoFromDay(facts.acquired)}`;
    return { column: "Note", says, whatToDo: PASTE_AGAIN };
  }
  return { ...facts, kind: TradeKind.OpenLoss, day: loss.sold, shares: loss.shares, amountCents: loss.cents };
}

function heldOf(facts: Facts, quantity: number, basis: number | null, heading: string): OpeningRow | OpeningProblem {
  if (basis === null && !facts.basisUnknown) {
    const whatToDo = `Fill in ${heading}; where nobody knows it, write "Basis unknown, taken as 0." in Note.`;
    return { column: heading, says: `has no ${heading}`, whatToDo };
  }
  const cents = centsOf(basis ?? 0);
  if (quantity < 0) {
    // What was received for a short position is its basis below zero; wash sales make it dearer to close (R-SS-3).
    const proceedsCents = facts.opening.washAddedCents - cents;
    return { ...facts, kind: TradeKind.OpenShort, day: facts.acquired, shares: -quantity, amountCents: proceedsCents };
  }
  if (cents < 0) return problem(heading, { says: `is ${dollarsText(basis ?? 0)}, below zero` });
  return { ...facts, kind: TradeKind.OpenLot, day: facts.acquired, shares: quantity, amountCents: cents };
}

function openingOf(marks: LotMarks, holdingFrom: Day, washAddedCents: number): Omit<Opening, "purchase"> {
  const used = marks.hasAbsorbedLoss || (washAddedCents > 0 && !marks.canStillReplace && !marks.cannotReplace);
  return {
    holdingFrom,
    periodStart: marks.periodStart,
    washAddedCents,
    usedAsReplacement: used,
    canReplace: !used && !marks.cannotReplace,
    moved: marks.moved,
    lossBasis: marks.lossBasis,
    averaged: marks.averaged,
    ofShort: marks.openLoss?.ofShort ?? false,
  };
}

function problem(column: string, fault: CellFault): OpeningProblem {
  return { column, says: `${column} ${fault.says}`, whatToDo: PASTE_AGAIN };
}
