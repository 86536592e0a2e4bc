/** Where a range keeps each field, ready for reading rows. */
import { headingMeaning, plainHeading } from "../import/column-words";
import type { TradesField } from "../import/column-words";
import type { TradesHeading } from "./headings";

/** Columns that only a row with the action Open lot reads; elsewhere they are the user's own (0-based). */
export interface OpeningColumns {
  readonly holdingFrom?: number;
  readonly washAdded?: number;
  readonly note?: number;
}

export interface TradesLayout {
  /** Free text beside the trade, where some exports alone name the contract of an option (0-based). */
  readonly description?: number;
  readonly opening: OpeningColumns;
  /** 0-based column by field. */
  readonly at: Readonly<Partial<Record<TradesField, number>>>;
  readonly fees: readonly { readonly column: number; readonly sign: 1 | -1 }[];
  readonly accountNumber: number | null;
  /** Every column that holds a field. */
  readonly used: readonly number[];
  /** Every row is a digital asset unless its Type says otherwise. */
  readonly digital: boolean;
  /** What each heading's words mean, by column, so that headings repeated further down are known. */
  readonly headingFields: ReadonlyMap<number, TradesField>;
}

/** The cell of a column that the range may not have. */
export function cellAt(cells: readonly unknown[], column: number | undefined): unknown {
  return column === undefined ? undefined : cells[column];
}

export function layoutOf(heading: TradesHeading): TradesLayout {
  const at: Partial<Record<TradesField, number>> = {};
  const fees: { column: number; sign: 1 | -1 }[] = [];
  const used: number[] = [];
  const headingFields = new Map<number, TradesField>();
  for (const { column, field, heading: text } of heading.columns) {
    const meaning = headingMeaning(text);
    if (meaning !== null) headingFields.set(column, meaning.field);
    if (field === null) continue;
    used.push(column);
    if (field === "Fees") fees.push({ column, sign: heading.negatedFees.includes(column) ? -1 : 1 });
    else if (column !== heading.accountNumber) at[field as TradesField] = column;
  }
  const opening = openingColumns(heading);
  const description = userColumn(heading, "description");
  return { at, opening, ...(description === undefined ? {} : { description }), fees, accountNumber: heading.accountNumber, used, digital: heading.digital, headingFields };
}

function openingColumns(heading: TradesHeading): OpeningColumns {
  const columnOf = (name: string): number | undefined => userColumn(heading, name);
  return { holdingFrom: columnOf("holding from"), washAdded: columnOf("wash added"), note: columnOf("note") };
}

/** A column that holds no field of a trade. */
function userColumn({ columns }: TradesHeading, name: string): number | undefined {
  return columns.find(({ field, heading }) => field === null && plainHeading(heading) === name)?.column;
}
